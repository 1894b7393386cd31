"""The check in the BRP over all cases that wait for it."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Invoer, Uitvoer
from samenhang.schemes.vroegsignalering import actions, queries

routes = Routes()


class BrpstandUit(Uitvoer):
    """How many cases wait: for the question to the BRP, and for a judgement of its answer."""

    te_vragen: int
    te_beoordelen: int


@routes.get("/brp-controles/stand", summary="Stand van de BRP-controle")
def stand(request: HttpRequest) -> BrpstandUit:
    """How many running cases wait for the check: all for intake, one's own for who follows up."""
    telling = queries.brpstand(actor_van_verzoek(request))
    return BrpstandUit(te_vragen=telling.te_vragen, te_beoordelen=telling.te_beoordelen)


class BrprondeIn(Invoer):
    """How many cases at most."""

    hoogstens: Annotated[int, Field(ge=1, le=500)] = 500


class BrprondeUit(Uitvoer):
    """What a round did."""

    gevraagd: int
    bevestigd: int
    te_beoordelen: int


@routes.post("/brp-controles", summary="Wachtende meldingen controleren in de BRP")
def ronde(request: HttpRequest, invoer: BrprondeIn) -> BrprondeUit:
    """Ask the BRP about every case that waits for it, the most urgent first; each is logged by itself."""
    gedaan = actions.loop_brp_na(actor_van_verzoek(request), invoer.hoogstens)
    return BrprondeUit(
        gevraagd=gedaan.gevraagd, bevestigd=gedaan.bevestigd, te_beoordelen=gedaan.te_beoordelen
    )


class BrprijUit(Uitvoer):
    """One datum: what the partner sent, what the BRP says, and the cause of the difference."""

    titel: str
    title: str
    partner: str
    brp: str
    oorzaken: list[str]
    causes: list[str]
    mens: Annotated[bool, Field(description="Of een mens ernaar moet kijken")]


class BrpuitvalUit(Uitvoer):
    """One person whose answer waits for a judgement."""

    zaak: UUID
    nummer: str
    persoon: UUID
    voorstel: Annotated[str | None, Field(examples=["inwoner"])]
    kandidaten: int
    geheim: bool
    oordeel: str
    rijen: list[BrprijUit]
    stand: list[str]
    status: list[str]


class Uitvalvraag(Bladvraag):
    """Of which case; of all without."""

    zaak: UUID | None = None


@routes.get("/brp-controles", summary="Antwoorden van de BRP die wachten")
def uitval(request: HttpRequest, vraag: Query[Uitvalvraag]) -> Bladzijde[BrpuitvalUit]:
    """Answers that wait for a judgement, of at most `aantal` cases, with the cause of every difference."""
    gevonden = queries.brp_uitval(actor_van_verzoek(request), vraag.aantal, vraag.na, vraag.zaak)
    zaken = {u.zaak_id for u in gevonden}
    return Bladzijde(
        items=[
            BrpuitvalUit(
                zaak=u.zaak_id,
                nummer=u.nummer,
                persoon=u.persoon_id,
                voorstel=u.voorstel,
                kandidaten=u.kandidaten,
                geheim=u.geheim,
                oordeel=u.oordeel,
                rijen=[_rij(rij) for rij in u.rijen],
                stand=[tekst.nl for tekst in u.stand],
                status=[tekst.en for tekst in u.stand],
            )
            for u in gevonden
        ],
        volgende=gevonden[-1].bladwijzer if len(zaken) == vraag.aantal else None,
    )


def _rij(rij: queries.Brprij) -> BrprijUit:
    return BrprijUit(
        titel=rij.titel.nl,
        title=rij.titel.en,
        partner=_waarde(rij.partner),
        brp=_waarde(rij.brp),
        oorzaken=[tekst.nl for tekst in rij.oorzaken],
        causes=[tekst.en for tekst in rij.oorzaken],
        mens=rij.mens,
    )


def _waarde(waarde: str | date) -> str:
    return waarde if isinstance(waarde, str) else waarde.isoformat()
