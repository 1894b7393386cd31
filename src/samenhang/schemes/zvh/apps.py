"""Django's view of the scheme."""

from django.apps import AppConfig


class ZvhConfig(AppConfig):
    """The tables, pages and duties of `zvh`."""

    name = "samenhang.schemes.zvh"
    label = "zvh"

    def ready(self) -> None:
        """Register its retention rules, its copy, and how it looks at a case for who asks from outside."""
        from samenhang.kernel.inzage import registreer_inzage
        from samenhang.kernel.zaken.oordeel import Zaakuitleg, registreer_uitleg
        from samenhang.schemes.zvh import vernietigen  # noqa: F401  # registers
        from samenhang.schemes.zvh.inzage import INZAGE
        from samenhang.schemes.zvh.scheme import SCHEME
        from samenhang.schemes.zvh.tafel import feiten_bij_besluit

        registreer_uitleg("zvh", Zaakuitleg(lambda zaak: SCHEME.doel, feiten_bij_besluit))
        registreer_inzage(self.label, INZAGE)
