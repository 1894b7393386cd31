"""What the operations of the scheme answer: made from `document`, field by field."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from samenhang.api.categorie import CategorieUitvoer, uit_categorie
from samenhang.api.schemas import Uitvoer
from samenhang.schemes.wams import uitgaven


class WamsDoorgegevenUit(Uitvoer):
    """Whom another scheme passed on, waiting to be taken in."""

    id: UUID
    bron: Annotated[str, Field(examples=["vroegsignalering"])]
    bronnummer: str
    naam: str
    gestuurd: datetime
    gevraagd_op: date


class WamsDoorgegevenenUit(Uitvoer):
    """All of them, who asked first on top."""

    doorgegeven: list[WamsDoorgegevenUit]


@uit_categorie(uitgaven.MELDING)
class WamsMeldingUit(CategorieUitvoer):
    """What was reported."""


@uit_categorie(uitgaven.BEVINDING)
class WamsBevindingUit(CategorieUitvoer):
    """The finding on coherence."""


@uit_categorie(uitgaven.INFORMERING)
class WamsInformeringUit(CategorieUitvoer):
    """When someone was told, and how."""


@uit_categorie(uitgaven.UITSTEL)
class WamsUitstelUit(CategorieUitvoer):
    """Until when telling someone was put off, why, and how that ended."""


class WamsPuntUit(Uitvoer):
    """What is going on in one domain."""

    leefgebied: str
    tekst: str
    bron: str
    voorwaarde: Annotated[
        str, Field(description="Wat de bron vroeg: niet_verder of zelfde_doel; leeg: niets")
    ]


class WamsLoketUit(Uitvoer):
    """That a desk is involved."""

    leefgebied: str
    loket: str


class WamsGezinslidUit(Uitvoer):
    """A member of the family; of who does not take part the name only."""

    id: UUID
    naam: str
    relatie: str
    neemt_deel: bool
    stemt_in_met: list[str]
    ingetrokken: list[str]
    deelt: dict[str, list[str]]
    telefoon: str
    informering: WamsInformeringUit | None
    uitstel: WamsUitstelUit | None
    punten: list[WamsPuntUit]
    loketten: list[WamsLoketUit]


@uit_categorie(uitgaven.DOEL)
class WamsDoelUit(CategorieUitvoer):
    """A goal."""


@uit_categorie(uitgaven.AFSPRAAK)
class WamsPlanafspraakUit(CategorieUitvoer):
    """An agreement."""


@uit_categorie(uitgaven.BEZWAAR)
class WamsBezwaarUit(CategorieUitvoer):
    """An objection and what was decided on it."""


class WamsZaaktermijnUit(Uitvoer):
    """A term of the case."""

    regel: str
    einde: date
    klaar: date | None


class WamsTaakUit(Uitvoer):
    """Something to be done in a case."""

    id: UUID
    titel: str
    soort: Annotated[str, Field(examples=["brief"])]
    uiterlijk: date | None


class WamsZaakUit(Uitvoer):
    """A case as whoever asks may see it: `beeld` says as whom."""

    id: UUID
    nummer: Annotated[str, Field(examples=["MP26-7K3M9QT"])]
    stap: Annotated[str, Field(examples=["plan"])]
    versie: int
    beeld: str
    naam: str
    volgende_termijn: date | None
    personen: list[WamsGezinslidUit]
    meldingen: list[WamsMeldingUit]
    bevinding: WamsBevindingUit | None
    doelen: list[WamsDoelUit]
    afspraken: list[WamsPlanafspraakUit]
    bezwaren: list[WamsBezwaarUit]
    taken: list[WamsTaakUit]
    evaluaties: list[str]
    overleg: date | None
    agenda: list[str]
    termijnen: list[WamsZaaktermijnUit]


class WamsAgendapuntUit(Uitvoer):
    """A point of a meeting and what came of it."""

    onderwerp: str
    uitkomst: str


class WamsZichtUit(Uitvoer):
    """What a party may see of one person."""

    naam: str
    categorieen: list[str]
    tegengehouden: Annotated[list[str], Field(description="Waarvan de bron vroeg het niet door te geven")]


class WamsGenodigdeUit(Uitvoer):
    """Someone who is invited, and what the decision gives him."""

    id: UUID
    naam: str
    organisatie: str
    soort: str
    komt: str
    aanwezig: bool | None
    mag_zien: list[WamsZichtUit]
    grondslagen: list[str]


class WamsVerslagUit(Uitvoer):
    """The minutes of a meeting that is over."""

    dag: date
    door: str
    aanwezig: list[str]
    afwezig: list[str]
    agenda: list[WamsAgendapuntUit]
    afspraken: list[WamsPlanafspraakUit]


class WamsOverlegUit(Uitvoer):
    """The case meeting, as its coordinator runs it."""

    nummer: str
    stap: str
    versie: int
    dag: date | None
    loopt: bool
    agenda: list[WamsAgendapuntUit]
    genodigden: list[WamsGenodigdeUit]
    afspraken: list[WamsPlanafspraakUit]
    verslagen: list[WamsVerslagUit]


class WamsUitnodigingUit(Uitvoer):
    """An invitation: a number and a day, and nobody of the family."""

    zaak: UUID
    nummer: str
    gemeente: str
    coordinator: str
    dag: date | None
    komt: str
    doet_mee: bool


class WamsUitnodigingenUit(Uitvoer):
    """The invitations of one worker of a party."""

    uitnodigingen: list[WamsUitnodigingUit]


class WamsPartijpersoonUit(Uitvoer):
    """Someone who shares something with the party that asks."""

    id: UUID
    naam: str
    relatie: str
    telefoon: str
    punten: list[WamsPuntUit]
    ziet: list[str]


class WamsPartijzaakUit(Uitvoer):
    """A case as a party from outside may see it."""

    nummer: str
    stap: str
    versie: int
    gemeente: str
    coordinator: str
    overleg: date | None
    personen: list[WamsPartijpersoonUit]
    doelen: list[WamsDoelUit]
    afspraken: list[WamsPlanafspraakUit]
    geeft: list[str]
