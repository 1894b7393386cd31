"""Django's view of the package."""

from django.apps import AppConfig


class ZegelConfig(AppConfig):
    """The tables of `zegel`."""

    name = "samenhang.kernel.zegel"
    label = "zegel"

    def ready(self) -> None:
        """Register the duties of the seal."""
        from samenhang.kernel.zegel import plicht  # noqa: F401
