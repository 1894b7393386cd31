"""Who may see and do what with the seal."""

from __future__ import annotations

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor

TOEZICHT = ("auditor", "fg")
BEKIJKEN = (*TOEZICHT, "beheerder")
INSTALLATIE = "installatiebeheerder"


def mag(actor: Actor, *rollen: str) -> bool:
    """Whether the actor holds one of these roles anywhere, or is the terminal of the installation."""
    return bool(actor.schemes_met(*rollen)) or actor.heeft_rol("kernel", INSTALLATIE)


def vereist(actor: Actor, *rollen: str) -> None:
    """Raises `Geweigerd` (403) for who may not."""
    if mag(actor, *rollen):
        return
    raise Geweigerd(
        "rol_ontbreekt",
        Tekst(
            f"Dit kan alleen met een van de rollen {', '.join(rollen)}. Vraag de beheerder van uw organisatie.",
            f"This needs one of the roles {', '.join(rollen)}. Ask the administrator of your organisation.",
        ),
        status=403,
    )
