"""Django's view of the scheme."""

from django.apps import AppConfig


class ZvhConfig(AppConfig):
    """The tables, pages and duties of `zvh`."""

    name = "samenhang.schemes.zvh"
    label = "zvh"

    def ready(self) -> None:
        """Register its retention rule."""
        from samenhang.schemes.zvh import vernietigen  # noqa: F401  # registers
