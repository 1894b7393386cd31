"""What staffing is asked with: the documents of the command, with names in camelCase as everywhere in the API."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field
from pydantic.alias_generators import to_camel

from samenhang.api.schemas import Dag, Invoer

Klok = Annotated[str, Field(max_length=5, examples=["08:30"])]
Tijdvak = Annotated[str, Field(max_length=13, examples=["08:30-17:00"], description="van-tot; over middernacht wordt geweigerd")]  # fmt: skip
Procent = Annotated[str, Field(pattern=r"^-?[0-9]{1,3}(\.[0-9]{1,4})?$", max_length=9, examples=["80"])]
Heel = Annotated[int, Field(ge=0, le=2_000_000_000)]


class WeekIn(Invoer):
    """A window per weekday; what is left out is closed, or not available."""

    ma: Tijdvak | None = None
    di: Tijdvak | None = None
    wo: Tijdvak | None = None
    do: Tijdvak | None = None
    vr: Tijdvak | None = None
    za: Tijdvak | None = None
    zo: Tijdvak | None = None


class TellingIn(Invoer):
    """How many called in a half hour."""

    datum: Dag
    van: Annotated[str, Field(max_length=11, examples=["08:30"])]
    aantal: Annotated[int | None, Field(ge=-2_000_000_000, le=2_000_000_000)]


class GesprekkenIn(Invoer):
    """How many are expected in a half hour."""

    datum: Dag
    van: Annotated[str, Field(max_length=11, examples=["08:30"])]
    gesprekken: Annotated[
        str, Field(pattern=r"^[0-9]{1,5}(\.[0-9]{1,6})?$", max_length=12, examples=["3.125"])
    ]


class CampagneIn(Invoer):
    """A dated push on demand; without an effect it is estimated from earlier ones of its kind."""

    naam: Annotated[str, Field(max_length=100, examples=["Postbus najaar"])]
    soort: Annotated[str, Field(max_length=40)] = "campagne"
    van: Dag
    tot: Dag
    effect_procent: Procent | None = None


class BezettingsdoelIn(Invoer):
    """A published norm, own figures, or own figures on top of a norm."""

    norm: Annotated[str | None, Field(max_length=20, examples=["gebruikelijk"])] = None
    procent: Procent | None = None
    seconden: Heel | None = None
    afhaken_procent: Procent | None = None


class BezettingsdienstIn(Invoer):
    """A shift that may be planned."""

    van: Klok
    tot: Klok
    pauze: Klok | None = None


class DienstenmaatIn(Invoer):
    """Shifts from a shortest to a longest."""

    kortst_uren: Heel | None = None
    langst_uren: Heel | None = None
    begin_minuten: Heel | None = None


class BezettingsvraagIn(Invoer):
    """The question of a planner."""

    naam: Annotated[str | None, Field(max_length=120)] = None
    van: Dag
    tot: Dag
    open: WeekIn
    feestdagen: Annotated[str | None, Field(max_length=10, examples=["dicht"])] = None
    gesloten: Annotated[list[Dag] | None, Field(max_length=366)] = None
    behandeltijd_s: Annotated[int | None, Field(description="Seconden per gesprek", examples=[840])] = None
    geduld_s: Annotated[int | None, Field(description="Seconden die een beller gemiddeld wil wachten", examples=[240])] = None  # fmt: skip
    doel: BezettingsdoelIn | None = None
    model: Annotated[str | None, Field(max_length=10, examples=["erlang_c"])] = None
    minimaal: Heel | None = None
    hoogstens: Heel | None = None
    bijhouden: bool | None = None
    diensten: list[BezettingsdienstIn] | DienstenmaatIn | None = None
    historie: Annotated[list[TellingIn] | None, Field(max_length=50_000)] = None
    vraag: Annotated[list[GesprekkenIn] | None, Field(max_length=1_750)] = None
    campagnes: Annotated[list[CampagneIn] | None, Field(max_length=50)] = None
    vraag_procent: Procent | None = None
    herkomst: Annotated[str | None, Field(max_length=200, examples=["Telefooncentrale, uitvoer van 1 september"], description="Waar de tellingen vandaan komen")] = None  # fmt: skip
    zaad: Heel | None = None

    def document(self) -> dict[str, Any]:
        """As the command has it: exact numbers and days as text."""
        return self.model_dump(mode="json", exclude_none=True)


class PlanIn(Invoer):
    """A plan to be made and kept."""

    waarvoor: Annotated[str, Field(max_length=200, examples=["Week 48"])]
    scenario: BezettingsvraagIn


class AndersIn(Invoer):
    """What is different in the second of two plans."""

    vraag_procent: Procent | None = None
    behandeltijd_s: int | None = None
    geduld_s: int | None = None
    minimaal: Heel | None = None
    hoogstens: Heel | None = None
    doel: BezettingsdoelIn | None = None
    campagnes: Annotated[list[CampagneIn] | None, Field(max_length=50)] = None

    def document(self) -> dict[str, Any]:
        """The changes as a document."""
        return self.model_dump(mode="json", exclude_none=True)


class RoosterpersoonIn(Invoer):
    """Somebody who can be put on the roster, by a name of the planner's choice."""

    id: Annotated[str, Field(max_length=60, examples=["A"])]
    senior: bool = False
    contract_uren: Annotated[int, Field(examples=[32])]
    rust_uren: Annotated[Heel | None, Field(description="Uren tussen twee diensten; leeg is wat voor iedereen geldt", examples=[12])] = None  # fmt: skip
    beschikbaar: WeekIn
    afwezig: Annotated[list[Dag], Field(max_length=366)] = []


class RoosterdienstIn(Invoer):
    """A shift that so many must fill."""

    datum: Dag
    van: Klok
    tot: Klok
    pauze: Klok | None = None
    mensen: int


class RoosterIn(Invoer):
    """Shifts and people; nothing of it is kept."""

    diensten: Annotated[list[RoosterdienstIn], Field(max_length=2_000)]
    medewerkers: Annotated[list[RoosterpersoonIn], Field(max_length=300)]
    avond_vanaf: Klok | None = None
    zaad: Heel | None = None

    def document(self) -> dict[str, Any]:
        """As the command has it."""
        return self.model_dump(mode="json", exclude_none=True)


def camel(plek: str) -> str:
    """A place in the names of this wire."""
    return "/".join(to_camel(deel) for deel in plek.split("/"))
