"""`/postcodetabellen`: every operation calls the action of the page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import File, Form
from ninja.files import UploadedFile
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.schemes.helplijn.actions.postcodes import BRON_HOOGSTENS, laad_postcodes
from samenhang.schemes.helplijn.models import Postcodetabel
from samenhang.schemes.helplijn.queries.gemeenten import postcodetabellen

routes = Routes()


class PostcodetabelIn(Invoer):
    """The day on which the table holds, and where it is from."""

    peildatum: Dag
    bron: Annotated[str, Field(max_length=BRON_HOOGSTENS)]


class PostcodetabelUit(Uitvoer):
    """A table of postcodes that was loaded."""

    peildatum: date
    bron: str
    bestand: str
    som: str
    regels: int
    gebieden: int
    geladen: datetime
    door: str

    @classmethod
    def van(cls, rij: Postcodetabel) -> PostcodetabelUit:
        """From its row."""
        return cls(**{naam: getattr(rij, naam) for naam in cls.model_fields})


class PostcodetabellenUit(Uitvoer):
    """The tables that were loaded, the newest first."""

    postcodetabellen: list[PostcodetabelUit]


@routes.get("/postcodetabellen", summary="Geladen postcodetabellen")
def tabellen(request: HttpRequest) -> PostcodetabellenUit:
    """Which tables were loaded."""
    rijen = postcodetabellen(actor_van_verzoek(request))
    return PostcodetabellenUit(postcodetabellen=[PostcodetabelUit.van(rij) for rij in rijen])


@routes.post("/postcodetabellen", summary="Postcodetabel laden", status=201, fouten=(409,))
def laad(
    request: HttpRequest, tabel: File[UploadedFile], namen: File[UploadedFile], invoer: Form[PostcodetabelIn]
) -> PostcodetabelUit:
    """Load a table as a whole, or refuse it with every fault."""
    actor = actor_van_verzoek(request)
    rij = laad_postcodes(actor, tabel.name or "", tabel, namen, invoer.peildatum, invoer.bron)
    return PostcodetabelUit.van(rij)
