"""Contacts: a list for who works at the line, and one by the number that a caller quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import inzien
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.nummers import nummer_klopt
from samenhang.schemes.helplijn.domain.contact import naar_gemeente, weiger
from samenhang.schemes.helplijn.models import Contact
from samenhang.schemes.helplijn.queries.gemeenten import namen
from samenhang.schemes.helplijn.scheme import AAN_DE_LIJN, SCHEME


@dataclass(frozen=True, slots=True)
class Contactregel:
    """A contact as every door shows it; `gemeente` is its name, or nothing when the caller did not say."""

    id: UUID
    nummer: str
    moment: datetime
    gevraagd: datetime
    kanaal: str
    gemeentecode: str
    gemeente: str
    redenen: tuple[str, ...]
    dreigingen: tuple[str, ...]
    uitgang: str
    warm: bool
    kan_over: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """All that a quoted number gives: which way the caller went on, and when he called. No reason, no place."""

    nummer: str
    moment: datetime
    uitgang: str


@inzien(SCHEME, "contacten bekijken")
def contacten(
    actor: Actor, *, uitgang: str = "", begin: int = 0, aantal: int = 50
) -> tuple[Sequence[Contactregel], int]:
    """A page of the contacts of this line, the newest first; and how many there are."""
    rol_vereist(actor, SCHEME.naam, *AAN_DE_LIJN)
    rijen = Contact.objects.filter(organisatie_id=actor.organisatie)
    if uitgang:
        rijen = rijen.filter(uitgang=uitgang)
    van = namen()
    bladzijde = rijen.order_by("-moment", "-id")[begin : begin + aantal]
    return [regel_van(rij, van.get(rij.gemeentecode, "")) for rij in bladzijde], rijen.count()


@inzien(SCHEME, "contact opzoeken")
def zoek_contact(actor: Actor, nummer: str) -> Stand:
    """What may be told to who quotes this number; raises `Geweigerd` when it is misheard (400) or unknown (404)."""
    rol_vereist(actor, SCHEME.naam, *AAN_DE_LIJN)
    net = nummer.strip().upper()
    if not nummer_klopt(net):
        raise weiger("nummer", "nummer_onjuist", "Dit nummer is niet goed verstaan: het controleteken klopt niet. Vraag het nog eens.", "This number was misheard: its check character does not fit. Ask for it again.")  # fmt: skip
    rij = Contact.objects.filter(organisatie_id=actor.organisatie, nummer=net).first()
    if rij is None:
        raise Geweigerd("contact_onbekend", Tekst("Dit nummer is hier niet bekend. Leg het gesprek vast als een nieuw contact.", "This number is not known here. Record the talk as a new contact."), status=404)  # fmt: skip
    return Stand(rij.nummer, rij.moment, rij.uitgang)


@inzien(SCHEME, "contact bekijken")
def contact_bij(actor: Actor, contact: str) -> Contactregel:
    """One contact of this line, by its id or its number; raises `Geweigerd` (404) for any other."""
    rol_vereist(actor, SCHEME.naam, *AAN_DE_LIJN)
    rijen = Contact.objects.filter(organisatie_id=actor.organisatie)
    try:
        rij = rijen.filter(id=UUID(contact)).first()
    except ValueError:
        rij = rijen.filter(nummer=contact.strip().upper()).first()
    if rij is None:
        raise contact_onbekend()
    return regel_van(rij, namen().get(rij.gemeentecode, ""))


def contact_onbekend() -> Geweigerd:
    """The refusal of a contact that is not of this line."""
    return Geweigerd("contact_onbekend", Tekst("Dit contact is hier niet bekend.", "This contact is not known here."), status=404)  # fmt: skip


def regel_van(rij: Contact, gemeente: str) -> Contactregel:
    """A row as it is shown."""
    return Contactregel(
        rij.id,
        rij.nummer,
        rij.moment,
        rij.gevraagd,
        rij.kanaal,
        rij.gemeentecode,
        gemeente,
        tuple(rij.redenen),
        tuple(rij.dreigingen),
        rij.uitgang,
        rij.warm,
        naar_gemeente(rij.uitgang) and bool(rij.gemeentecode) and not rij.warm,
    )
