"""The guards of a case: named pure functions of its facts, each with its S code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from samenhang.kernel.scheme import bewaker


class Besluitstand(StrEnum):
    """What was decided on the request; a plan comes with admission."""

    GEEN = "geen"
    ZONDER_PLAN = "zonder_plan"
    MET_PLAN = "met_plan"


class Schuldenstand(StrEnum):
    """How far the inventory is: something is not known, something is disputed, or all is known."""

    ONBEKEND = "onbekend"
    BETWIST = "betwist"
    BEKEND = "bekend"


class Antwoordstand(StrEnum):
    """What the creditors said to the proposal, silence included."""

    OPEN = "open"
    GEWEIGERD = "geweigerd"
    AKKOORD = "akkoord"


class Uitspraak(StrEnum):
    """What the court said on the last request."""

    GEEN = "geen"
    TOEGEWEZEN = "toegewezen"
    AFGEWEZEN = "afgewezen"


class Regeling(StrEnum):
    """The kind of arrangement: credit, saving, or without capacity."""

    GEEN = "geen"
    SK = "SK"
    SB = "SB"
    SA = "SA"


class Kredietstand(StrEnum):
    """How a credit stands."""

    GEEN = "geen"
    BORG = "borg"
    ACHTERSTAND = "achterstand"
    HERSTELD = "hersteld"


class Afronding(StrEnum):
    """Whether the arrangement still runs, is done, or aftercare was given too."""

    LOOPT = "loopt"
    VOLBRACHT = "volbracht"
    NAZORG = "nazorg"


@dataclass(frozen=True, slots=True)
class HulpFeiten:
    """What is so in a case. `berekend`: a calculation over the present figures; `dossier`: the file for the court is whole."""

    besluit: Besluitstand = Besluitstand.GEEN
    inkomen_bekend: bool = False
    gestabiliseerd: bool = False
    schulden: Schuldenstand = Schuldenstand.ONBEKEND
    berekend: bool = False
    antwoorden: Antwoordstand = Antwoordstand.OPEN
    dossier: bool = False
    uitspraak: Uitspraak = Uitspraak.GEEN
    regeling: Regeling = Regeling.GEEN
    krediet: Kredietstand = Kredietstand.GEEN
    afronding: Afronding = Afronding.LOOPT


@bewaker("S01", "Neem eerst een besluit met een motivering.", "First take a decision with a motivation.")
def besluit_genomen(feiten: HulpFeiten) -> bool:
    return feiten.besluit is not Besluitstand.GEEN


@bewaker("S02", "Bij toelating hoort een plan van aanpak. Leg het vast.", "Admission comes with a plan of approach. Record it.")  # fmt: skip
def plan_vast(feiten: HulpFeiten) -> bool:
    return feiten.besluit is not Besluitstand.ZONDER_PLAN


@bewaker("S03", "Leg eerst het huishouden en het inkomen vast.", "First record the household and the income.")
def inkomen_bekend(feiten: HulpFeiten) -> bool:
    return feiten.inkomen_bekend


@bewaker(
    "S04",
    "Inkomsten en uitgaven zijn nog niet in balans, of schuldeisers is nog geen pas op de plaats gevraagd.",
    "Income and spending are not in balance yet, or creditors were not yet asked to stand still.",
)
def gestabiliseerd(feiten: HulpFeiten) -> bool:
    return feiten.gestabiliseerd


@bewaker(
    "S05",
    "Nog niet van elke schuld is het bedrag bekend. Vul het in, of laat de schuld vervallen.",
    "Not of every debt the amount is known. Enter it, or let the debt lapse.",
)
def schulden_bekend(feiten: HulpFeiten) -> bool:
    return feiten.schulden is not Schuldenstand.ONBEKEND


@bewaker(
    "S06",
    "Een schuld is betwist. Los dat eerst op: een rechter weigert een dwangakkoord over een betwiste schuld.",
    "A debt is disputed. Settle that first: a court refuses to impose consent about a disputed debt.",
)
def niets_betwist(feiten: HulpFeiten) -> bool:
    return feiten.schulden is not Schuldenstand.BETWIST


@bewaker(
    "S07",
    "Er is geen berekening over de gegevens van nu. Reken opnieuw.",
    "There is no calculation over the present data. Calculate again.",
)
def berekend(feiten: HulpFeiten) -> bool:
    return feiten.berekend


@bewaker(
    "S08",
    "Nog niet elke schuldeiser is akkoord, of door de rechter tot akkoord gebracht.",
    "Not every creditor agreed, or was brought to consent by the court.",
)
def allen_akkoord(feiten: HulpFeiten) -> bool:
    return feiten.antwoorden is Antwoordstand.AKKOORD


@bewaker(
    "S09",
    "Dit kan pas als elke schuldeiser heeft geantwoord of te laat is, en ten minste één weigert.",
    "Possible only once every creditor answered or is late, and at least one refuses.",
)
def iemand_weigert(feiten: HulpFeiten) -> bool:
    return feiten.antwoorden is Antwoordstand.GEWEIGERD


@bewaker("S10", "Het dossier voor de rechter is nog niet volledig.", "The file for the court is not complete yet.")  # fmt: skip
def dossier_volledig(feiten: HulpFeiten) -> bool:
    return feiten.dossier


@bewaker("S11", "Leg eerst vast dat de rechter het verzoek toewees.", "First record that the court granted the request.")  # fmt: skip
def toegewezen(feiten: HulpFeiten) -> bool:
    return feiten.uitspraak is Uitspraak.TOEGEWEZEN


@bewaker("S12", "Leg eerst vast dat de rechter het verzoek afwees.", "First record that the court refused the request.")  # fmt: skip
def afgewezen(feiten: HulpFeiten) -> bool:
    return feiten.uitspraak is Uitspraak.AFGEWEZEN


@bewaker("S13", "Dit hoort bij een saneringskrediet.", "This belongs to a consolidation credit.")
def is_krediet(feiten: HulpFeiten) -> bool:
    return feiten.regeling is Regeling.SK


@bewaker("S14", "Dit hoort bij schuldbemiddeling.", "This belongs to an arrangement by saving.")
def is_bemiddeling(feiten: HulpFeiten) -> bool:
    return feiten.regeling is Regeling.SB


@bewaker("S15", "Dit hoort bij een regeling zonder afloscapaciteit.", "This belongs to an arrangement without capacity.")  # fmt: skip
def is_zonder_capaciteit(feiten: HulpFeiten) -> bool:
    return feiten.regeling is Regeling.SA


@bewaker("S16", "Het Waarborgfonds gaf nog geen borg.", "The guarantee fund has given no guarantee yet.")
def borg_afgegeven(feiten: HulpFeiten) -> bool:
    return feiten.krediet is Kredietstand.BORG


@bewaker("S17", "Er is geen achterstand op het krediet.", "There are no arrears on the credit.")
def achterstand(feiten: HulpFeiten) -> bool:
    return feiten.krediet is Kredietstand.ACHTERSTAND


@bewaker("S18", "Er is nog achterstand waarvoor niets is afgesproken.", "There are still arrears for which nothing was agreed.")  # fmt: skip
def hersteld(feiten: HulpFeiten) -> bool:
    return feiten.krediet is Kredietstand.HERSTELD


@bewaker("S19", "De regeling loopt nog: niet alles is betaald, of een schuldeiser bevestigde de kwijting nog niet.", "The arrangement still runs: not everything was paid, or a creditor has not confirmed the discharge yet.")  # fmt: skip
def volbracht(feiten: HulpFeiten) -> bool:
    return feiten.afronding is not Afronding.LOOPT


@bewaker("S20", "Leg eerst vast dat u de inwoner daarna hebt gesproken.", "First record that you spoke the resident afterwards.")  # fmt: skip
def nazorg_gegeven(feiten: HulpFeiten) -> bool:
    return feiten.afronding is Afronding.NAZORG
