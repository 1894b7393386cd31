"""Django's view of the scheme."""

from django.apps import AppConfig


class HelplijnConfig(AppConfig):
    """The tables, pages and duties of `helplijn`."""

    name = "samenhang.schemes.helplijn"
    label = "helplijn"

    def ready(self) -> None:
        """Register its duties and retention rules."""
        from samenhang.kernel.inzage import registreer_inzage
        from samenhang.schemes.helplijn import plichten, vernietigen  # noqa: F401 - they register on import
        from samenhang.schemes.helplijn.inzage import INZAGE

        registreer_inzage(self.label, INZAGE)
