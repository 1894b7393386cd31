"""Django's view of the scheme."""

from django.apps import AppConfig


class VroegsignaleringConfig(AppConfig):
    """The tables, pages and duties of `vroegsignalering`."""

    name = "samenhang.schemes.vroegsignalering"
    label = "vroegsignalering"

    def ready(self) -> None:
        """Register the scheme's duties, and what a resident may not know of yet."""
        from samenhang.kernel.logboek.queries import registreer_zwijgen
        from samenhang.kernel.zaken.zwijgen import nog_te_vertellen
        from samenhang.schemes.vroegsignalering import plichten, vernietigen  # noqa: F401

        registreer_zwijgen(self.label, lambda actor: bool(nog_te_vertellen(actor, self.label)))
