"""Django's view of the scheme."""

from django.apps import AppConfig


class SchuldhulpConfig(AppConfig):
    """The tables, pages and duties of `schuldhulp`."""

    name = "samenhang.schemes.schuldhulp"
    label = "schuldhulp"

    def ready(self) -> None:
        """Register its duties."""
        from samenhang.kernel.inzage import registreer_inzage
        from samenhang.schemes.schuldhulp import plichten, vernietigen  # noqa: F401  # registers
        from samenhang.schemes.schuldhulp.inzage import INZAGE
        from samenhang.schemes.schuldhulp.knooppunt import plicht  # noqa: F401  # registers

        registreer_inzage(self.label, INZAGE)
