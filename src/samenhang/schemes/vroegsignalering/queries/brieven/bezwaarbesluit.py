"""The letter of the decision on an objection: as it went, and beforehand."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.rechten.besluitbrief import (
    Besluit,
    Briefhoofd,
    besluit_van,
    laatst_besloten,
    zet_besluiten,
)
from samenhang.kernel.rechten.models import Bezwaar
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.actions import besluit_vooraf, vandaag
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import betrokkenheid, toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.beleid import regels_op
from samenhang.schemes.vroegsignalering.queries.brieven.inhoud import afzender_van, regels_voor
from samenhang.schemes.vroegsignalering.scheme import SCHEME

LEEST = ("naw", "bezwaar")


@query(SCHEME, "besluit op bezwaar als brief bekijken")
def besluitbrief(actor: Actor, zaak_id: UUID) -> bytes:
    """The letter of the last decision, as PDF: for who treats the case to post, a team lead, and the resident his own.

    Raises `Geweigerd` (409) when nothing was decided.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    if actor.organisatie_id is None:
        personen = [actor.persoon_id] if actor.persoon_id else None
        toegang = toegang_tot(actor, zaak, leest=LEEST, doel="inzage", personen=personen)
    else:
        doel = "bezwaar" if betrokkenheid(actor, zaak) == "organisatie" else ""
        toegang = toegang_tot(actor, zaak, leest=LEEST, doel=doel)
    rijen = laatst_besloten(Bezwaar.objects.met(toegang).filter(zaak=zaak))
    adressen = _adressen(toegang, rijen)
    besluiten = [besluit_van(rij, adressen.get(rij.persoon_id, ())) for rij in rijen]
    return zet_besluiten(_hoofd(zaak, besluiten[0].besloten), besluiten)


@query(SCHEME, "besluit op bezwaar als brief vooraf bekijken")
def besluitbrief_vooraf(actor: Actor, zaak_id: UUID, invoer: Any) -> bytes:
    """The letter that deciding so would make, marked as an example; stores nothing. Raises what deciding would."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    toegang = toegang_tot(actor, zaak, leest=LEEST, doel="bezwaar")
    rijen, motivering = besluit_vooraf(zaak, invoer.motivering, toegang)
    adressen, dag = _adressen(toegang, rijen), vandaag()
    besluiten = [
        Besluit(adressen.get(rij.persoon_id, ()), rij.datum, dag, invoer.toegewezen, motivering, actor.naam)
        for rij in rijen
    ]
    return zet_besluiten(_hoofd(zaak, dag), besluiten, voorbeeld=True)


def _adressen(toegang: Toegang, rijen: list[Bezwaar]) -> dict[UUID, tuple[str, ...]]:
    wie = [rij.persoon_id for rij in rijen]
    return {naw.persoon_id: regels_voor(naw) for naw in Naw.objects.met(toegang).filter(persoon_id__in=wie)}


def _hoofd(zaak: Zaak, dag: date) -> Briefhoofd:
    van = afzender_van(zaak.organisatie_id, regels_op(zaak.organisatie_id, dag))
    return Briefhoofd(
        SCHEME.naam, van.naam, van.dienst, zaak.nummer, van.retouradres, (van.telefoon, van.mail)
    )
