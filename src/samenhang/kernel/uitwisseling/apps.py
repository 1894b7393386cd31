"""Django's view of the package."""

from django.apps import AppConfig


class UitwisselingConfig(AppConfig):
    """The tables of `uitwisseling`, and the duty that sends."""

    name = "samenhang.kernel.uitwisseling"
    label = "uitwisseling"

    def ready(self) -> None:
        """Make the duty known."""
        from samenhang.kernel.uitwisseling import plicht  # noqa: F401 - registers on import
