"""The guards of a case: named pure functions of its facts, each with its W code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from samenhang.kernel.scheme import bewaker


class Samenhang(Enum):
    """What the investigation found: nothing yet, coherent problems, or problems that do not hang together."""

    OPEN = "open"
    JA = "ja"
    NEE = "nee"


@dataclass(frozen=True, slots=True)
class WamsFeiten:
    """What is so in a case, as yes or no.

    `instemming`: who asks for help agrees to the investigation. `geinformeerd`: everybody whom the case is about was
    told; `uitgesteld`: telling is put off until a day that has not passed. `binnen_termijn`: the conclusion came in
    time, or it is written down why it did not.
    """

    bestemming: bool = False
    melder_bericht: bool = False
    instemming: bool = False
    geinformeerd: bool = False
    uitgesteld: bool = False
    professional: bool = False
    ambtshalve_mag: bool = False
    samenhang: Samenhang = Samenhang.OPEN
    binnen_termijn: bool = False
    coordinator: bool = False
    plan_compleet: bool = False
    meegelezen: bool = False
    bezwaar: bool = False
    overleg_gepland: bool = False
    agenda_af: bool = False
    aanwezigheid_af: bool = False
    evaluatie: bool = False


@bewaker(
    "W01", "Schrijf eerst op waar de melder of inwoner terecht kan.", "First write down who can help instead."
)
def bestemming(feiten: WamsFeiten) -> bool:
    """Passing on without a destination is sending away."""
    return feiten.bestemming


@bewaker(
    "W02",
    "Laat de melder eerst weten dat de melding is opgepakt.",
    "First tell the reporter that the report was taken up.",
)
def melder_bericht(feiten: WamsFeiten) -> bool:
    """The desk tells the reporter (domain file §1.1)."""
    return feiten.melder_bericht


@bewaker(
    "W03",
    "Vraag de inwoner eerst of hij meewerkt aan het onderzoek.",
    "First ask the resident to agree to the investigation.",
)
def instemming(feiten: WamsFeiten) -> bool:
    """Route A goes with the person (Wams, text of 2023: art. 2.3a.1)."""
    return feiten.instemming


@bewaker("W04", "Informeer eerst de mensen om wie het gaat.", "First inform the people whom it is about.")
def geinformeerd(feiten: WamsFeiten) -> bool:
    """Everybody was told (AVG art. 13 and 14)."""
    return feiten.geinformeerd


@bewaker(
    "W05",
    "Informeer eerst de mensen om wie het gaat, of stel dat uit met een reden en een einddatum.",
    "First inform the people whom it is about, or put that off with a reason and an end date.",
)
def geinformeerd_of_uitgesteld(feiten: WamsFeiten) -> bool:
    """Everybody was told, or a postponement runs."""
    return feiten.geinformeerd or feiten.uitgesteld


@bewaker(
    "W06",
    "Onderzoek zonder hulpvraag kan alleen als een professional erom vroeg.",
    "An investigation without a request for help is possible only when a professional asked for it.",
)
def professional(feiten: WamsFeiten) -> bool:
    """Route B starts at a professional's request (Wams, text of 2023: art. 2.3a.4)."""
    return feiten.professional


@bewaker(
    "W07",
    "Onderzoek zonder hulpvraag rust op de Wams en die geldt nog niet. Ga in gesprek met de inwoner, of geleid de melding door.",
    "An investigation without a request for help rests on the Wams, which is not law yet. Talk with the resident, or pass the report on.",
)
def ambtshalve_mag(feiten: WamsFeiten) -> bool:
    """The legal basis of route B is in force on this day."""
    return feiten.ambtshalve_mag


@bewaker(
    "W08",
    "De conclusie is nog niet dat de problemen samenhangen.",
    "The conclusion is not (yet) that the problems are coherent.",
)
def samenhang_ja(feiten: WamsFeiten) -> bool:
    """Problems that do not hang together get no coordinated approach."""
    return feiten.samenhang is Samenhang.JA


@bewaker(
    "W09",
    "De conclusie is niet dat er geen samenhang is. Wijs een coördinator aan.",
    "The conclusion is not that there is no coherence. Appoint a coordinator.",
)
def samenhang_nee(feiten: WamsFeiten) -> bool:
    """Only who found no coherence ends without an approach."""
    return feiten.samenhang is Samenhang.NEE


@bewaker(
    "W10",
    "Leg eerst de bevinding vast: welke problemen, en hoe zij samenhangen of waarom niet.",
    "First record the finding: which problems, and how they hang together or why not.",
)
def bevinding(feiten: WamsFeiten) -> bool:
    """Coherence is a reasoned finding, never a count of desks."""
    return feiten.samenhang is not Samenhang.OPEN


@bewaker(
    "W11",
    "Het onderzoek duurde langer dan de termijn. Schrijf eerst op waarom.",
    "The investigation took longer than its term. First write down why.",
)
def binnen_termijn(feiten: WamsFeiten) -> bool:
    """In time, or accounted for."""
    return feiten.binnen_termijn


@bewaker("W12", "Wijs eerst een coördinator aan.", "First appoint a coordinator.")
def coordinator(feiten: WamsFeiten) -> bool:
    """A plan has a coordinator (Wams, text of 2023: art. 2.3a.3)."""
    return feiten.coordinator


@bewaker(
    "W13",
    "Een plan heeft minstens één doel, en bij elk doel een afspraak.",
    "A plan has at least one goal, and an agreement with each goal.",
)
def plan_compleet(feiten: WamsFeiten) -> bool:
    """Goals without agreements help nobody."""
    return feiten.plan_compleet


@bewaker(
    "W14", "Laat eerst een collega de afspraken meelezen.", "First have a colleague read the agreements."
)
def meegelezen(feiten: WamsFeiten) -> bool:
    """Agreements reach others only after a second reader."""
    return feiten.meegelezen


@bewaker("W15", "Er loopt een bezwaar. Beslis daar eerst op.", "An objection is open. Decide on it first.")
def geen_bezwaar(feiten: WamsFeiten) -> bool:
    """An objection stops what follows (AVG art. 21)."""
    return not feiten.bezwaar


@bewaker(
    "W16",
    "Zet eerst het overleg klaar: een dag en een agenda.",
    "First prepare the meeting: a day and an agenda.",
)
def overleg_gepland(feiten: WamsFeiten) -> bool:
    """A meeting has a day and an agenda."""
    return feiten.overleg_gepland


@bewaker("W17", "Leg eerst de evaluatie vast.", "First record the evaluation.")
def evaluatie(feiten: WamsFeiten) -> bool:
    """Adjusting and scaling down follow from an evaluation."""
    return feiten.evaluatie


@bewaker(
    "W18",
    "Zet eerst bij elk agendapunt wat ermee is gedaan.",
    "First record with each point of the agenda what was done with it.",
)
def agenda_af(feiten: WamsFeiten) -> bool:
    """Minutes say of every point what came of it."""
    return feiten.agenda_af


@bewaker(
    "W19",
    "Zet eerst bij iedereen die is uitgenodigd of hij er was.",
    "First record of everyone who was invited whether he was there.",
)
def aanwezigheid_af(feiten: WamsFeiten) -> bool:
    """Minutes say who was there, and who was not."""
    return feiten.aanwezigheid_af
