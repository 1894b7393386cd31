"""The term calculator: the same document as `samenhang termijn bereken`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from pydantic import Field

from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.termijnen.opdracht import bereken_document

routes = Routes()

Moment = Annotated[
    str,
    Field(
        max_length=40,
        examples=["2026-04-07"],
        description="Datum; bij uren een tijdstip met zone",
        json_schema_extra={"anyOf": [{"format": "date"}, {"format": "date-time"}]},
    ),
]


class OpschortingIn(Invoer):
    """A suspension, both days included."""

    van: Moment
    tot: Moment
    grond: Annotated[str, Field(max_length=300)] = ""


class TermijnIn(Invoer):
    """A term: start, length and unit."""

    start: Moment
    lengte: Annotated[int, Field(ge=1, le=1_000_000, examples=[4])]
    eenheid: Literal["uren", "dagen", "werkdagen", "schooldagen", "weken", "maanden"]
    atw: Annotated[bool, Field(description="Of de Algemene termijnenwet geldt")] = True
    opschortingen: Annotated[list[OpschortingIn], Field(max_length=100)] = []
    regio: Annotated[Literal["", "noord", "midden", "zuid"], Field(description="Voor schooldagen")] = ""


class TermijnStap(Uitvoer):
    """One step of the computation with its article."""

    stap: str
    step: str
    waarde: str
    artikel: str


class TermijnBerekend(Uitvoer):
    """The end, and how it came about."""

    einde: Annotated[str, Field(examples=["2026-05-06"])]
    trace: list[TermijnStap]


@routes.post("/termijnberekeningen", summary="Termijn berekenen", herhaling="", fouten=())
def termijn(request: HttpRequest, document: TermijnIn) -> TermijnBerekend:
    """The end of a term with its explanation, step by step. Nothing is stored."""
    uitkomst: dict[str, Any] = bereken_document(
        document.model_dump(exclude_defaults=True), standaardkalender()
    )
    return TermijnBerekend.model_validate(uitkomst)
