"""What someone sets for himself: his language, and which of his sessions go on."""

from __future__ import annotations

from allauth.usersessions.models import UserSession

from samenhang.kernel.basis import Geweigerd, Taal, Tekst
from samenhang.kernel.beheer.account import eigen_gebruiker
from samenhang.kernel.beheer.accounts import beeindig_sessies
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor


@action(KERNEL, "taal kiezen")
def kies_taal(actor: Actor, taal: str) -> Taal:
    """The language of pages and mail, "nl" or "en"; another one is refused."""
    gebruiker = eigen_gebruiker(actor)
    if taal not in list(Taal):
        raise Geweigerd("taal_onbekend", Tekst("Kies Nederlands of Engels.", "Choose Dutch or English."))
    gebruiker.taal = taal
    gebruiker.save(update_fields=["taal"])
    return Taal(taal)


@action(KERNEL, "sessie beeindigen")
def beeindig_sessie(actor: Actor, sessie_id: int) -> None:
    """Log out one of one's own sessions; another's does not exist (404)."""
    sessie = UserSession.objects.filter(id=sessie_id, user=eigen_gebruiker(actor)).first()
    if sessie is None:
        raise Geweigerd(
            "sessie_onbekend",
            Tekst("Deze sessie is er niet (meer).", "This session is not there (any more)."),
            status=404,
        )
    sessie.end()


@action(KERNEL, "overal uitloggen")
def log_overal_uit(actor: Actor, *, behalve: str = "") -> int:
    """Log out everywhere, except the session with this key; gives how many sessions ended."""
    aantal = beeindig_sessies(eigen_gebruiker(actor), behalve=behalve)
    huidige_operatie().verandert(sessies=[aantal, 0])
    return aantal
