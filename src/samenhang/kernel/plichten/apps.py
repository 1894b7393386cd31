"""Django's view of the package."""

from django.apps import AppConfig


class PlichtenConfig(AppConfig):
    """The tables of `plichten`."""

    name = "samenhang.kernel.plichten"
    label = "plichten"

    def ready(self) -> None:
        """Register the duties of the kernel."""
        from samenhang.kernel.plichten import herinneren  # noqa: F401
