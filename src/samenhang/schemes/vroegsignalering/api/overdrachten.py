"""Hand-overs: those that leave, those that come in, and that one was received."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Dag, Invoer, Uitvoer, geblader
from samenhang.kernel.verstrekkingen.actions import REDENEN_INTREKKING
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.overdrachtbestand import als_document

routes = Routes()


class OverdrachtUit(Uitvoer):
    """One hand-over without its content."""

    id: UUID
    melding: Annotated[UUID | None, Field(description="Leeg: van een andere gemeente")]
    nummer: str
    soort: Annotated[str, Field(examples=["aanmelding"])]
    aard: Annotated[str, Field(examples=["nieuw"], description="nieuw, correctie of intrekking")]
    betreft: Annotated[UUID | None, Field(description="De overdracht die wordt verbeterd of ingetrokken")]
    ingetrokken: bool
    van: str
    naar: str
    gemaakt: datetime
    ontvangen: datetime | None
    ontvangen_door: str
    artikel: str
    gegevens: list[str]

    @classmethod
    def uit(cls, rij: queries.Overdrachtregel) -> OverdrachtUit:
        """From what the query gives."""
        return cls(
            id=rij.id,
            melding=rij.zaak_id if rij.hier else None,
            nummer=rij.nummer,
            soort=rij.soort,
            aard=rij.aard,
            betreft=rij.betreft,
            ingetrokken=rij.ingetrokken,
            van=rij.van,
            naar=rij.naar if isinstance(rij.naar, str) else rij.naar.nl,
            gemaakt=rij.moment,
            ontvangen=rij.ontvangen,
            ontvangen_door=rij.ontvangen_door,
            artikel=rij.wet.artikel,
            gegevens=[deel.nl for deel in rij.gegevens],
        )


@routes.get("/overdrachten", summary="Uitgaande overdrachten")
def overdrachten(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[OverdrachtUit]:
    """What goes to debt assistance or another municipality, the newest first; no data of residents."""
    blad, volgende = geblader(queries.overdrachten(actor_van_verzoek(request)), vraag)
    return Bladzijde(items=[OverdrachtUit.uit(rij) for rij in blad], volgende=volgende)


@routes.get("/binnengekomen-overdrachten", summary="Binnengekomen overdrachten")
def binnengekomen(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[OverdrachtUit]:
    """What another municipality sent on to this one, the newest first: without content, which comes by secure mail."""
    blad, volgende = geblader(queries.binnengekomen(actor_van_verzoek(request)), vraag)
    return Bladzijde(items=[OverdrachtUit.uit(rij) for rij in blad], volgende=volgende)


class OntvangstIn(Invoer):
    """Who confirms the receipt, of which day, and of which content."""

    door: Annotated[str, Field(min_length=1, max_length=200, examples=["P. de Boer, gemeente Heuvelland"])]
    op: Dag
    sha256: Annotated[
        str,
        Field(
            pattern=r"^([0-9a-f]{64})?$",
            description="Van de inhoud, zoals in het bestand; leeg: niet genoemd",
        ),
    ] = ""


@routes.post("/overdrachten/{id}/ontvangst", summary="Ontvangst bevestigen", fouten=(404, 409))
def bevestig_ontvangst(request: HttpRequest, id: UUID, invoer: OntvangstIn) -> OverdrachtUit:
    """Confirm that a hand-over was received: the receiving organisation itself, or who sent it and was told so."""
    actor = actor_van_verzoek(request)
    actions.bevestig_ontvangst(actor, id, actions.Ontvangst(invoer.door, invoer.op, invoer.sha256))
    return OverdrachtUit.uit(queries.overdracht_zonder_inhoud(actor, id))


IntrekReden = StrEnum("IntrekReden", {naam: naam for naam in REDENEN_INTREKKING})  # type: ignore[misc]  # one list, also for the page


class IntrekkingIn(Invoer):
    """Why it is taken back."""

    reden: IntrekReden


@routes.post("/overdrachten/{id}/intrekking", summary="Overdracht intrekken", status=201, fouten=(404, 409))
def trek_in(request: HttpRequest, id: UUID, invoer: IntrekkingIn) -> OverdrachtUit:
    """The receiver is asked to erase what he got and to confirm that; gives the recall, with its own receipt."""
    actor = actor_van_verzoek(request)
    rij = actions.trek_overdracht_in(actor, id, str(invoer.reden))
    return OverdrachtUit.uit(queries.overdracht_zonder_inhoud(actor, rij.id))


class VoorwaardeUit(Uitvoer):
    """A condition of the source that went along."""

    categorie: str
    soort: str
    bron: str


class GrondslagUit(Uitvoer):
    """The legal basis: name, article, and whether its text was checked."""

    titel: str
    artikel: str
    bevestigd: bool


class AchterstandUit(Uitvoer):
    """Arrears with one kind of partner."""

    soort: Annotated[str, Field(examples=["energie"])]
    bedrag: Annotated[str, Field(examples=["847.26"])]


class InhoudUit(Uitvoer):
    """What is passed on; a field that this kind of hand-over does not have is null."""

    meldingnummer: str
    naam: str | None = None
    geboortedatum: date | None = None
    adres: str | None = None
    telefoon: str | None = None
    email: str | None = None
    aanvaard_op: date | None = None
    dreiging: bool | None = None
    eerste_gesprek_uiterlijk: date | None = None
    naar_gemeente: str | None = None
    achterstanden: list[AchterstandUit]
    reden: str | None = None


class OntvangstbewijsUit(Uitvoer):
    """The part that the receiver completes and sends back."""

    overdracht: UUID
    sha256: str
    ontvangen: date | None
    door: str


class OverdrachtinhoudUit(Uitvoer):
    """One hand-over as its receiver reads it."""

    overdracht: UUID
    soort: str
    aard: str
    betreft: UUID | None
    titel: str
    van: str
    gemaakt: datetime
    ontvangen: datetime | None
    sha256: str
    grondslag: GrondslagUit
    regels: list[str]
    voorwaarden: list[VoorwaardeUit]
    inhoud: InhoudUit
    ontvangstbewijs: OntvangstbewijsUit


@routes.get("/overdrachten/{id}", summary="Eén overdracht met haar inhoud")
def overdracht(request: HttpRequest, id: UUID) -> OverdrachtinhoudUit:
    """Exactly what is passed on, for who treats its case; each call is logged about the person."""
    beeld = queries.overdracht_ophalen(actor_van_verzoek(request), id)
    return OverdrachtinhoudUit(**(als_document(beeld) | {"inhoud": _inhoud(beeld.inhoud)}))


def _inhoud(inhoud: dict[str, Any]) -> InhoudUit:
    achterstanden = [
        AchterstandUit(soort=soort, bedrag=bedrag) for soort, bedrag in inhoud.get("achterstanden", ())
    ]
    return InhoudUit(**(inhoud | {"achterstanden": achterstanden}))


class OntvangenBerichtUit(Uitvoer):
    """A hand-over that came in as a message, without its content."""

    id: UUID
    titel: str
    aard: str
    van: str
    artikel: str
    gemaakt: datetime
    ontvangen: datetime
    voorwaarden: list[VoorwaardeUit]
    gewist: datetime | None

    @classmethod
    def uit(cls, rij: queries.Berichtregel) -> OntvangenBerichtUit:
        """From what the query gives."""
        return cls(
            id=rij.id,
            titel=rij.titel.nl,
            aard=rij.aard,
            van=rij.van,
            artikel=rij.artikel,
            gemaakt=rij.gemaakt,
            ontvangen=rij.ontvangen,
            voorwaarden=[VoorwaardeUit(**deel.draad()) for deel in rij.voorwaarden],
            gewist=rij.gewist,
        )


class BerichtinhoudUit(Uitvoer):
    """A message with its content."""

    bericht: OntvangenBerichtUit
    inhoud: InhoudUit


@routes.get("/ontvangen-berichten", summary="Ontvangen berichten")
def ontvangen_berichten(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[OntvangenBerichtUit]:
    """What partners sent as signed messages, the newest first; no data of residents."""
    blad, volgende = geblader(queries.ontvangen_berichten(actor_van_verzoek(request)), vraag)
    return Bladzijde(items=[OntvangenBerichtUit.uit(rij) for rij in blad], volgende=volgende)


@routes.get("/ontvangen-berichten/{id}", summary="Eén ontvangen bericht met zijn inhoud")
def ontvangen_bericht(request: HttpRequest, id: UUID) -> BerichtinhoudUit:
    """Exactly what came in, for who receives signals; each call is logged about the person."""
    beeld = queries.ontvangen_bericht(actor_van_verzoek(request), id)
    return BerichtinhoudUit(bericht=OntvangenBerichtUit.uit(beeld.regel), inhoud=_inhoud(beeld.inhoud))
