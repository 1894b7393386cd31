"""Objections to decisions, for who handles them and for the resident himself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import Zaak, ZaakTermijn
from samenhang.kernel.zaken.nummers import nummer_klopt
from samenhang.kernel.zaken.queries import zaak_onbekend
from samenhang.schemes.schuldhulp.actions.bezwaarbeslissing import (
    Beslissing,
    Hoorzitting,
    neem_besluit,
    nodig_uit,
)
from samenhang.schemes.schuldhulp.bezwaarbrieven import lees_bezwaarbrief, maak_bezwaarbrief
from samenhang.schemes.schuldhulp.bezwaartijd import MEDEDELINGEN, Mededeling
from samenhang.schemes.schuldhulp.bezwaarzaak import Bezwaarzaak, open_bezwaren
from samenhang.schemes.schuldhulp.domain.bezwaar import REGELS
from samenhang.schemes.schuldhulp.scheme import BEZWAAR, SCHEME

HOOGSTENS = 200
_MEDEDELINGEN: Final[dict[type[Any], Callable[[Bezwaarzaak, Any], Mededeling]]] = {
    **MEDEDELINGEN,
    Hoorzitting: nodig_uit,
    Beslissing: neem_besluit,
}


@dataclass(frozen=True, slots=True)
class Bezwaarregel:
    """A case with an objection: its number, by when it is decided, and since when it is not open any more."""

    zaak: Zaak
    uiterlijk: date
    klaar: date | None


@query(SCHEME, "bezwaarzaken bekijken")
def bezwaren(actor: Actor) -> list[Bezwaarregel]:
    """Cases of this municipality with an objection, what is due first on top; told by the term, nothing of whom."""
    rol_vereist(actor, SCHEME.naam, BEZWAAR)
    rijen = ZaakTermijn.objects.filter(
        regel__in=REGELS, vervallen=False, zaak__scheme=SCHEME.naam, zaak__organisatie_id=actor.organisatie
    ).select_related("zaak")
    regels = [Bezwaarregel(rij.zaak, rij.einde, rij.klaar) for rij in rijen]
    return sorted(regels, key=lambda rij: (rij.klaar is not None, rij.uiterlijk))[:HOOGSTENS]


@query(SCHEME, "bezwaarzaak bekijken")
def bezwaarzaak(actor: Actor, zaak_id: UUID) -> Bezwaarzaak:
    """A case for who handles objections: name, decisions and objections, and nothing of money."""
    return open_bezwaren(actor, zaak_id, schrijft=False).gelezen()


@query(SCHEME, "brief over bezwaar bekijken")
def bezwaarbrief(actor: Actor, zaak_id: UUID, bezwaar_id: UUID, soort: str) -> bytes:
    """A letter about an objection, for who handles it and for the resident. Raises `Geweigerd` (404)."""
    zaak = open_bezwaren(actor, zaak_id, zelf=True, schrijft=False)
    return lees_bezwaarbrief(zaak, zaak.bezwaar(bezwaar_id), soort)


@query(SCHEME, "brief over bezwaar vooraf bekijken")
def bezwaarbrief_vooraf(actor: Actor, zaak_id: UUID, invoer: Any) -> bytes:
    """The letter that a verb on an objection would make, marked as an example; stores nothing.

    Raises `Geweigerd` for what that action would refuse.
    """
    zaak = open_bezwaren(actor, zaak_id, schrijft=False)
    mededeling = _MEDEDELINGEN[type(invoer)](zaak, invoer)
    return maak_bezwaarbrief(zaak, mededeling.rij, mededeling.soort, mededeling.waarden, voorbeeld=True)


def zaak_met_nummer(actor: Actor, nummer: str) -> UUID:
    """The case of this municipality with a number, for who has a letter in hand; raises `Geweigerd` (404)."""
    rol_vereist(actor, SCHEME.naam, BEZWAAR)
    kaal = nummer.strip().upper()
    rij = Zaak.objects.filter(nummer=kaal, scheme=SCHEME.naam, organisatie_id=actor.organisatie).first() if nummer_klopt(kaal) else None  # fmt: skip
    if rij is None:
        raise zaak_onbekend()
    return rij.id
