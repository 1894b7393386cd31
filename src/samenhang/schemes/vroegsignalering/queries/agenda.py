"""The agenda: every term and task of one's own, or of the team, by day. No name of a resident in it.

A task that only reminds of a term is not beside it: the term says it already, with its article.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.plichten import herinneren
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.actions.plan import WIE
from samenhang.kernel.zaken.models import PlanRegel, Taak, ZaakTermijn
from samenhang.schemes.vroegsignalering.scheme import SCHEME

HOOGSTENS = 500
SOORTEN = ("termijn", "taak", "afspraak")
NA_AFRONDING = "ontvangst"
"""A task that stays when its case is closed: who was sent on, was sent on from a case that then closes."""


@dataclass(frozen=True, slots=True)
class Afspraak:
    """One entry: what must be done by when in which case, by whom, under which article, and what if not."""

    id: UUID
    soort: str
    dag: date
    titel: Tekst
    zaak_id: UUID
    nummer: str
    behandelaar: str
    bron: Tekst = Tekst("", "")
    status: str = ""
    gevolg: Tekst | None = None


@query(SCHEME, "agenda bekijken")
def agenda(
    actor: Actor, *, team: bool = False, soort: str = "", van: date | None = None, tot: date | None = None
) -> list[Afspraak]:
    """What is due, the earliest first; `team` shows the whole organisation, including what nobody has taken."""
    rol_vereist(actor, SCHEME.naam, "vroegsignaleerder", "teamleider")
    if soort and soort not in SOORTEN:
        raise Geweigerd(
            "filter_onjuist",
            Tekst(f"soort: kies uit {', '.join(SOORTEN)}.", f"soort: choose from {', '.join(SOORTEN)}."),
        )
    rijen: list[Afspraak] = []
    if soort in ("", "termijn"):
        rijen += _termijnen(actor, team, van, tot)
    if soort in ("", "taak"):
        rijen += _taken(actor, team, van, tot)
    if soort in ("", "afspraak"):
        rijen += _afspraken(actor, team, van, tot)
    return sorted(rijen, key=lambda rij: (rij.dag, rij.soort != "termijn", rij.nummer))[:HOOGSTENS]


def _periode(veld: str, van: date | None, tot: date | None) -> Q:
    grens = Q()
    if van:
        grens &= Q(**{f"{veld}__gte": van})
    if tot:
        grens &= Q(**{f"{veld}__lte": tot})
    return grens


def _zaak(actor: Actor, team: bool) -> Q:
    grens = Q(zaak__organisatie_id=actor.organisatie, zaak__scheme=SCHEME.naam, zaak__gesloten__isnull=True)
    return grens if team else grens & Q(zaak__behandelaar_id=actor.medewerker_id)


def _eerste(rijen: QuerySet[Any], veld: str, team: bool) -> QuerySet[Any]:
    """The first of the team's, or all of one's own, which are few.

    Without an order of their own these are looked up case by case: with one the database would rather walk through
    everybody's, the earliest first, in search of them.
    """
    return rijen.order_by(veld)[:HOOGSTENS] if team else rijen


def herinnering(actor: Actor, *, team: bool = False) -> Q:
    """The tasks that remind of a term which the same list shows: of one's own cases, or for the team of all."""
    grens = Q(soort=herinneren.SOORT)
    return grens if team else grens & Q(zaak__behandelaar_id=actor.medewerker_id)


def _termijnen(actor: Actor, team: bool, van: date | None, tot: date | None) -> list[Afspraak]:
    rijen = ZaakTermijn.objects.filter(_zaak(actor, team), _periode("einde", van, tot), klaar__isnull=True)
    uit = []
    for rij in _eerste(rijen.select_related("zaak__behandelaar"), "einde", team):
        regel = SCHEME.termijn(rij.regel)
        uit.append(
            Afspraak(
                rij.id,
                "termijn",
                rij.einde,
                regel.titel,
                rij.zaak_id,
                rij.zaak.nummer,
                rij.zaak.behandelaar.naam if rij.zaak.behandelaar else "",
                regel.bron,
                regel.status,
                regel.gevolg if regel.gevolg.nl else None,
            )
        )
    return uit


def _taken(actor: Actor, team: bool, van: date | None, tot: date | None) -> list[Afspraak]:
    alle = Taak.objects.filter(
        _periode("uiterlijk", van, tot),
        ~herinnering(actor, team=team),
        zaak__organisatie_id=actor.organisatie,
        zaak__scheme=SCHEME.naam,
        klaar__isnull=True,
        uiterlijk__isnull=False,
    ).select_related("zaak", "behandelaar")
    open_, blijft = Q(zaak__gesloten__isnull=True), Q(zaak__gesloten__isnull=False, soort=NA_AFRONDING)
    rijen = alle.filter(open_ | blijft)
    if not team:  # in one's own name, and nobody's in one's own cases: each has an index of its own
        wie = actor.medewerker_id
        van_niemand = alle.filter(behandelaar__isnull=True, zaak__behandelaar_id=wie)
        rijen = rijen.filter(behandelaar_id=wie).union(
            van_niemand.filter(open_), van_niemand.filter(blijft), all=True
        )
    return [
        Afspraak(
            rij.id,
            "taak",
            rij.uiterlijk,
            Tekst(rij.titel_nl, rij.titel_en),
            rij.zaak_id,
            rij.zaak.nummer,
            rij.behandelaar.naam if rij.behandelaar else "",
        )
        for rij in _eerste(rijen, "uiterlijk", team)
        if rij.uiterlijk
    ]


def _afspraken(actor: Actor, team: bool, van: date | None, tot: date | None) -> list[Afspraak]:
    rijen = PlanRegel.objects.filter(
        _zaak(actor, team), _periode("uiterlijk", van, tot), klaar__isnull=True, uiterlijk__isnull=False
    )
    zinnen = {zin.naam: zin.tekst for zin in SCHEME.planzinnen}
    uit = []
    for rij in _eerste(rijen.select_related("zaak__behandelaar"), "uiterlijk", team):
        zin, wie = zinnen[rij.afspraak], WIE[rij.wie]
        assert rij.uiterlijk is not None  # asked for above
        titel = Tekst(f"{wie.nl} {zin.nl}", f"{wie.en} {zin.en}")
        naam = rij.zaak.behandelaar.naam if rij.zaak.behandelaar else ""
        uit.append(Afspraak(rij.id, "afspraak", rij.uiterlijk, titel, rij.zaak_id, rij.zaak.nummer, naam))
    return uit
