"""Doubtful pairs."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.categorie import CategorieUitvoer, uit_categorie
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Invoer, Uitvoer
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.schemes.vroegsignalering import actions, queries, uitgaven

routes = Routes()


@uit_categorie(uitgaven.NAAM)
class Kant(CategorieUitvoer):
    """One side of a pair, as the partner sent it; with `eigen` as the resident gave it when he responded himself."""

    partner: str
    eigen: bool


def _kant(naam: Categorietabel, kant: queries.Kant) -> Kant:
    return Kant.van_rij(naam, partner=kant.partner, eigen=kant.eigen)


class PaarUit(Uitvoer):
    """Two signals, two responses of residents, or one of each, that may be of one person."""

    id: UUID
    zekerheid: Annotated[float, Field(ge=0, le=1, examples=[0.74])]
    links: Kant
    rechts: Kant


@routes.get("/twijfelparen", summary="Twijfelparen")
def twijfelparen(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[PaarUit]:
    """Pairs that wait for a judgement, the most likely first."""
    paren = queries.twijfelparen(actor_van_verzoek(request), vraag.aantal, vraag.na)
    return Bladzijde(
        items=[
            PaarUit(
                id=paar.id,
                zekerheid=paar.zekerheid,
                links=_kant(paar.links, paar.links_kant),
                rechts=_kant(paar.rechts, paar.rechts_kant),
            )
            for paar in paren
        ],
        volgende=paren[-1].bladwijzer if len(paren) == vraag.aantal else None,
    )


class OordeelIn(Invoer):
    """Whether both are one person, and why."""

    zelfde: bool
    reden: Annotated[str, Field(max_length=300)] = ""


class OordeelUit(Uitvoer):
    """The judgement that now stands."""

    id: UUID
    zelfde: bool


@routes.post("/twijfelparen/{id}/oordeel", summary="Twijfelpaar beoordelen")
def oordeel(request: HttpRequest, id: UUID, invoer: OordeelIn) -> OordeelUit:
    """Judge a pair. It works at once: the same merges the persons, different keeps them apart for ever."""
    actions.beoordeel(actor_van_verzoek(request), id, invoer.zelfde, invoer.reden)
    return OordeelUit(id=id, zelfde=invoer.zelfde)


class TerugIn(Invoer):
    """Why a judgement is taken back."""

    reden: Annotated[str, Field(max_length=300)]


class PaarStand(Uitvoer):
    """A pair that waits again."""

    id: UUID


@routes.post("/twijfelparen/{id}/terugnemen", summary="Oordeel terugnemen")
def neem_oordeel_terug(request: HttpRequest, id: UUID, invoer: TerugIn) -> PaarStand:
    """Take a judgement back within a month: merged persons part again and the pair waits anew."""
    actions.neem_oordeel_terug(actor_van_verzoek(request), id, invoer.reden)
    return PaarStand(id=id)


@uit_categorie(uitgaven.OORDEEL)
class BeoordeeldUit(CategorieUitvoer):
    """A pair that was judged."""


class Beoordeeld(Uitvoer):
    """How many wait, how many were judged, and the latest."""

    te_beoordelen: int
    beoordeeld: int
    laatste: list[BeoordeeldUit]


@routes.get("/twijfelparen/beoordeeld", summary="Beoordeelde paren")
def beoordeelde_paren(request: HttpRequest) -> Beoordeeld:
    """The pairs that were judged lately, and the counts."""
    actor = actor_van_verzoek(request)
    open_, klaar = queries.aantal_twijfelparen(actor)
    laatste = [BeoordeeldUit.van_beeld(p) for p in queries.beoordeelde_paren(actor)]
    return Beoordeeld(te_beoordelen=open_, beoordeeld=klaar, laatste=laatste)


class Vergelijkingsdeel(Uitvoer):
    """One comparison with its weight, in hundredths; higher speaks for the same person."""

    titel: str
    title: str
    tekst: str
    text: str
    gewicht: int


class Verklaring(Uitvoer):
    """Why the matcher was in doubt about a pair."""

    zekerheid: float
    som: int | None
    uitslag: str
    vergelijkingen: list[Vergelijkingsdeel]


@routes.get("/twijfelparen/{id}/verklaring", summary="Twijfelpaar verklaren")
def verklaar_paar(request: HttpRequest, id: UUID) -> Verklaring:
    """The comparison of one pair, level by level, with the weights that were used."""
    v = queries.verklaar_paar(actor_van_verzoek(request), id)
    delen = [
        Vergelijkingsdeel(
            titel=r["titel"]["nl"],
            title=r["titel"]["en"],
            tekst=r["tekst"]["nl"],
            text=r["tekst"]["en"],
            gewicht=r["gewicht"],
        )
        for r in v["vergelijkingen"]
    ]
    return Verklaring(zekerheid=v["zekerheid"], som=v["som"], uitslag=v["uitslag"], vergelijkingen=delen)
