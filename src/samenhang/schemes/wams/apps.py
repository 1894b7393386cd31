"""Django's view of the scheme."""

from django.apps import AppConfig


class WamsConfig(AppConfig):
    """The tables, pages and duties of `wams`."""

    name = "samenhang.schemes.wams"
    label = "wams"

    def ready(self) -> None:
        """Register the scheme's duties and retention rules."""
        from samenhang.kernel.inzage import registreer_inzage
        from samenhang.kernel.logboek.queries import registreer_zwijgen
        from samenhang.kernel.zaken.oordeel import Zaakuitleg, registreer_uitleg
        from samenhang.kernel.zaken.zwijgen import nog_te_vertellen
        from samenhang.schemes.wams import plichten, vernietigen  # noqa: F401 - they register on import
        from samenhang.schemes.wams.deelname import feiten_bij_besluit
        from samenhang.schemes.wams.dossier import doel_van
        from samenhang.schemes.wams.inzage import INZAGE

        registreer_zwijgen("wams", lambda actor: bool(nog_te_vertellen(actor, "wams")))
        registreer_uitleg("wams", Zaakuitleg(doel_van, feiten_bij_besluit))
        registreer_inzage(self.label, INZAGE)
