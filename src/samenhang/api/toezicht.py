"""Supervision over the API: what in the log asks for a look, and the judgement; as on the page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.logboek import AuditregelUit
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladzijde, Invoer, Uitvoer
from samenhang.kernel.normen.normen import Norm
from samenhang.kernel.toezicht import toetsen
from samenhang.kernel.toezicht.toetsen import Toetsbeeld

routes = Routes()


class Toetsvraag(Invoer):
    """Which points; both empty is all, newest first."""

    stand: Literal["", "open", "getoetst"] = ""
    soort: Literal["", "nood", "weigeringen", "omvang", "gestopt"] = ""
    na: Annotated[UUID | None, Field(description="`volgende` van de vorige bladzijde")] = None


class ToetsoordeelUit(Uitvoer):
    """What was concluded; it does not change."""

    oordeel: Annotated[str, Field(description="in_orde, niet_in_orde of vervolg")]
    motivering: str
    door: str
    moment: datetime


class ToetspuntUit(Uitvoer):
    """Something in the log that a supervisor must look at; `oordeel` is null while it is open."""

    id: UUID
    soort: Annotated[str, Field(description="nood, weigeringen of omvang")]
    moment: datetime
    gebruiker: str
    functies: list[str]
    zaak: str
    tekst: str
    text: str
    reden: Annotated[str, Field(description="Wat de medewerker over de nood schreef; gaat weg met de zaak")]
    aantal: Annotated[int, Field(description="Pogingen, of inwoners")]
    gevonden: datetime
    uiterlijk: Annotated[date, Field(description="Laatste dag om te beoordelen")]
    te_laat: bool
    taak: Annotated[datetime | None, Field(description="Sinds wanneer de late beoordeling een taak is")]
    oordeel: ToetsoordeelUit | None

    @classmethod
    def van(cls, punt: Toetsbeeld) -> ToetspuntUit:
        """From the query's record."""
        rij = punt.oordeel
        return cls(
            id=punt.id,
            soort=punt.soort,
            moment=punt.moment,
            gebruiker=punt.gebruiker,
            functies=[functie.nl for functie in punt.functies],
            zaak=punt.zaak,
            tekst=punt.uitleg.nl,
            text=punt.uitleg.en,
            reden=punt.reden,
            aantal=punt.aantal,
            gevonden=punt.gevonden,
            uiterlijk=punt.uiterlijk,
            te_laat=punt.te_laat,
            taak=punt.taak,
            oordeel=ToetsoordeelUit(oordeel=rij.oordeel, motivering=rij.motivering, door=rij.door, moment=rij.moment)
            if rij
            else None,
        )  # fmt: skip


class ToetspuntenUit(Bladzijde[ToetspuntUit]):
    """A page of points; `open` and `teLaat` count all of the own organisation."""

    open: int
    te_laat: int


class ToetsdossierUit(Uitvoer):
    """A point with the rows of the audit log that it rests on."""

    punt: ToetspuntUit
    regels: list[AuditregelUit]


class ToetsoordeelIn(Invoer):
    """A judgement and why."""

    oordeel: Annotated[str, Field(max_length=20, examples=["in_orde"])]
    motivering: Annotated[str, Field(max_length=1000)]


class DrempelUit(Uitvoer):
    """A threshold with its source; `status` says whether it is law, policy or unverified."""

    naam: str
    waarde: str
    vanaf: date
    bron: str
    status: str

    @classmethod
    def van(cls, norm: Norm) -> DrempelUit:
        """From the norm."""
        return cls(naam=norm.naam, waarde=norm.waarde, vanaf=norm.vanaf, bron=norm.bron, status=norm.status)


class DrempelsUit(Uitvoer):
    """The thresholds that hold today."""

    drempels: list[DrempelUit]


@routes.get("/toetspunten", summary="Wat de FG moet bekijken", fouten=(403,))
def toetspunten(request: HttpRequest, vraag: Query[Toetsvraag]) -> ToetspuntenUit:
    """The points of the own organisation; what is open stands with what is due first on top."""
    keuze = toetsen.Toetsfilter(vraag.stand, vraag.soort, vraag.na)
    blad = toetsen.toetspunten(actor_van_verzoek(request), keuze)
    return ToetspuntenUit(
        items=[ToetspuntUit.van(punt) for punt in blad.punten],
        volgende=str(blad.volgende) if blad.volgende else None,
        open=blad.open,
        te_laat=blad.te_laat,
    )


@routes.get("/toetspunten/{id}", summary="Eén toetspunt", fouten=(403, 404))
def toetspunt(request: HttpRequest, id: UUID) -> ToetsdossierUit:
    """One point with its rows."""
    dossier = toetsen.toetspunt(actor_van_verzoek(request), id)
    return ToetsdossierUit(
        punt=ToetspuntUit.van(dossier.punt), regels=[AuditregelUit.van(regel) for regel in dossier.regels]
    )


@routes.post(
    "/toetspunten/{id}/oordeel", summary="Beoordeel een toetspunt", status=201, fouten=(403, 404, 409)
)
def beoordeel_toetspunt(request: HttpRequest, id: UUID, invoer: ToetsoordeelIn) -> ToetspuntUit:
    """Conclude about a point, with the reason; it stays as it is written."""
    return ToetspuntUit.van(
        toetsen.oordeel(actor_van_verzoek(request), id, invoer.oordeel, invoer.motivering)
    )


@routes.get("/drempels", summary="Waar het toezicht aan meet", fouten=(403,))
def toetsdrempels(request: HttpRequest) -> DrempelsUit:
    """The thresholds that hold today, for everybody who works here."""
    rijen = toetsen.geldende_drempels(actor_van_verzoek(request))
    return DrempelsUit(drempels=[DrempelUit.van(norm) for norm in rijen])
