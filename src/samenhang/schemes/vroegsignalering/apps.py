"""Django's view of the scheme."""

from django.apps import AppConfig


class VroegsignaleringConfig(AppConfig):
    """The tables, pages and duties of `vroegsignalering`."""

    name = "samenhang.schemes.vroegsignalering"
    label = "vroegsignalering"

    def ready(self) -> None:
        """Register the scheme's duties."""
        from samenhang.schemes.vroegsignalering import plichten, vernietigen  # noqa: F401
