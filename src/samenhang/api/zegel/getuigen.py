"""Checkpoints of and for partners: asked for, countersigned, taken in, accepted after a restore."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.kernel.zegel import actions, queries
from samenhang.kernel.zegel.domain.nota import HOOGSTENS

routes = Routes()
Nota = Annotated[str, Field(max_length=HOOGSTENS)]


class GetuigeUit(Uitvoer):
    """A partner signed, when."""

    naam: str
    moment: datetime


class ControlepuntVraag(Invoer):
    """For which partner, or from how many leaves the proof begins."""

    partner: Annotated[str, Field(max_length=100)] = ""
    vanaf: Annotated[int | None, Field(ge=0, le=10**15)] = None


class AanvraagUit(Uitvoer):
    """The newest checkpoint as a request to countersign it (C2SP tlog-witness)."""

    aanvraag: str


@routes.get("/logboek/controlepunt", summary="Laatste controlepunt voor een partner", fouten=(403, 404))
def controlepunt(request: HttpRequest, vraag: Query[ControlepuntVraag]) -> AanvraagUit:
    """What a partner needs to countersign: the checkpoint, and proof that it continues what he signed before."""
    return AanvraagUit(aanvraag=queries.aanvraag(actor_van_verzoek(request), vraag.vanaf, vraag.partner))


class GetuigenisIn(Invoer):
    """The request of a partner's log (C2SP tlog-witness): old size, proof, empty line, checkpoint."""

    aanvraag: Nota


class GetuigenisUit(Uitvoer):
    """What was signed: give `regel` back to the partner."""

    partner: str
    herkomst: str
    omvang: int
    regel: str


@routes.post(
    "/logboek/getuigenissen",
    summary="Onderteken het controlepunt van een partner mee",
    status=201,
    herhaling="zelf",
    fouten=(403, 404, 409, 422),
)
def getuigenissen(request: HttpRequest, invoer: GetuigenisIn) -> GetuigenisUit:
    """Checked against what this partner showed before; a log that split off is refused and opens an alarm."""
    uit = actions.medeonderteken(actor_van_verzoek(request), invoer.aanvraag)
    return GetuigenisUit(partner=uit.partner, herkomst=uit.herkomst, omvang=uit.omvang, regel=uit.regel)


class HerstelaanvaardingIn(Invoer):
    """The request of a partner that declares its restore, and why it is accepted."""

    aanvraag: Nota
    reden: Annotated[str, Field(min_length=10, max_length=500)]


@routes.post(
    "/logboek/aanvaardingen",
    summary="Aanvaard dat een partner zijn log met verlies herstelde",
    status=201,
    fouten=(403, 404, 409),
)
def aanvaardingen(request: HttpRequest, invoer: HerstelaanvaardingIn) -> GetuigenisUit:
    """Countersigns what the log is now; what was countersigned before is kept, and the alarm is closed."""
    uit = actions.aanvaard_korter_log(actor_van_verzoek(request), invoer.aanvraag, invoer.reden)
    return GetuigenisUit(partner=uit.partner, herkomst=uit.herkomst, omvang=uit.omvang, regel=uit.regel)


class MedeondertekeningIn(Invoer):
    """The answer of a partner: lines that begin with —."""

    antwoord: Nota


class MedeondertekeningenUit(Uitvoer):
    """Whose signatures were kept."""

    getuigen: list[GetuigeUit]


@routes.post(
    "/logboek/medeondertekeningen", summary="Neem het antwoord van een partner op", status=201, fouten=(403,)
)
def medeondertekeningen(request: HttpRequest, invoer: MedeondertekeningIn) -> MedeondertekeningenUit:
    """Only signatures that are right, of a key in the folder, under one of our newest checkpoints."""
    rijen = actions.neem_medeondertekening_op(actor_van_verzoek(request), invoer.antwoord)
    return MedeondertekeningenUit(getuigen=[GetuigeUit(naam=rij.getuige, moment=rij.moment) for rij in rijen])
