"""Django's view of the package."""

from django.apps import AppConfig


class ToezichtConfig(AppConfig):
    """The tables of `toezicht`."""

    name = "samenhang.kernel.toezicht"
    label = "toezicht"

    def ready(self) -> None:
        """Register the duties that look through the log."""
        from samenhang.kernel.toezicht import plicht  # noqa: F401
