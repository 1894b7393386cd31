"""Django's view of the scheme."""

from django.apps import AppConfig


class WamsConfig(AppConfig):
    """The tables, pages and duties of `wams`."""

    name = "samenhang.schemes.wams"
    label = "wams"

    def ready(self) -> None:
        """Register the scheme's duties and retention rules."""
        from samenhang.schemes.wams import plichten, vernietigen  # noqa: F401
