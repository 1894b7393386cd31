"""Django's view of the package."""

from django.apps import AppConfig


class HerhalingConfig(AppConfig):
    """The table of `herhaling`, and the duty that empties it."""

    name = "samenhang.kernel.herhaling"
    label = "herhaling"

    def ready(self) -> None:
        """Make the duty known."""
        from samenhang.kernel.herhaling import plichten  # noqa: F401 - registers on import
