"""Django's view of the package."""

from django.apps import AppConfig


class VernietigingConfig(AppConfig):
    """The tables of `vernietiging`."""

    name = "samenhang.kernel.vernietiging"
    label = "vernietiging"

    def ready(self) -> None:
        """Register the duties that follow a destruction and a restore."""
        from samenhang.kernel.vernietiging import afronden, herstel, sleutels  # noqa: F401
