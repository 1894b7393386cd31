"""The guards of a melding: named pure functions of its facts, each with its Z code."""

from __future__ import annotations

from dataclasses import dataclass

from samenhang.kernel.scheme import bewaker
from samenhang.schemes.vroegsignalering.domain.uitkomsten import Uitkomstsoort


@dataclass(frozen=True, slots=True)
class MeldingFeiten:
    """What is so in a melding, as yes or no; `uitkomst` is the kind of result that was chosen.

    `contact_gestopt`: an objection is open or was granted. `pogingen_genoeg`: two attempts in different
    parts of the day. `eigen_reactie`: the resident himself responded to an offer. `overname_bevestigd`: the counsellor who knows the resident was spoken and takes over.
    """

    inwoner_bevestigd: bool = False
    contact_gestopt: bool = False
    heeft_signaal: bool = False
    eigen_reactie: bool = False
    poging_bereikt: bool = False
    pogingen_genoeg: bool = False
    aanbod_gedaan: bool = False
    dreiging_gevraagd: bool = False
    overname_bevestigd: bool = False
    traject_is_hulp: bool = False
    tweede_lezer_akkoord: bool = False
    uitkomst: Uitkomstsoort = Uitkomstsoort.GEEN


@bewaker(
    "Z03",
    "Controleer eerst in de BRP of de inwoner hier woont.",
    "First check in the BRP that the resident lives here.",
)
def inwoner_bevestigd(feiten: MeldingFeiten) -> bool:
    """No contact before residence is verified."""
    return feiten.inwoner_bevestigd


@bewaker(
    "Z08",
    "De inwoner heeft bezwaar gemaakt: geen contact in deze melding tot het is afgewezen. Laat de teamleider eerst op het bezwaar beslissen.",
    "The resident objected: no contact in this case until it is refused. Let the team lead decide on the objection first.",
)
def geen_bezwaar(feiten: MeldingFeiten) -> bool:
    """An objection stops contact in this melding until it is refused (AVG art. 21)."""
    return not feiten.contact_gestopt


@bewaker(
    "Z07",
    "Bij deze melding hoort geen signaal meer: de partner trok het in. Rond haar af.",
    "No signal belongs to this case any more: the partner withdrew it. Close the case.",
)
def heeft_signaal(feiten: MeldingFeiten) -> bool:
    """A melding rests on at least one signal, or on what the resident himself asked (the only way without one)."""
    return feiten.heeft_signaal or feiten.eigen_reactie


@bewaker(
    "Z01",
    "Leg eerst een contactpoging vast waarin de inwoner is bereikt.",
    "First record a contact attempt that reached the resident.",
)
def poging_bereikt(feiten: MeldingFeiten) -> bool:
    """Reached means reached: an attempt says so."""
    return feiten.poging_bereikt


@bewaker(
    "Z02",
    "Niet bereikt kan pas na twee pogingen op verschillende dagdelen, en niet als de inwoner wel is bereikt. Leg nog een poging vast of kies een andere uitkomst.",
    "Not reached takes two attempts in different parts of the day, and no attempt that did reach the resident. Record another attempt or choose another result.",
)
def niet_bereikt(feiten: MeldingFeiten) -> bool:
    """Enough was tried and nothing reached (two different parts of the day: policy)."""
    return feiten.pogingen_genoeg and not feiten.poging_bereikt


@bewaker(
    "Z09",
    "Leg eerst het aanbod vast: welke tekst, wanneer en hoe.",
    "First record the offer: which text, when and how.",
)
def aanbod_gedaan(feiten: MeldingFeiten) -> bool:
    """Acceptance and refusal answer an offer that was made."""
    return feiten.aanbod_gedaan


@bewaker(
    "Z10", "Vraag en noteer eerst of er een dreiging is.", "First ask and record whether there is a threat."
)
def dreiging_gevraagd(feiten: MeldingFeiten) -> bool:
    """The talk asks after threats, because they shorten the term (Wgs art. 4 lid 2)."""
    return feiten.dreiging_gevraagd


@bewaker(
    "Z12",
    "Al bekend kan pas als u de schuldhulpverlener hebt gesproken en die het overneemt.",
    "Already known takes contact with the debt counsellor, who takes over.",
)
def overname_bevestigd(feiten: MeldingFeiten) -> bool:
    """ "Already known" only after contact with that counsellor, who takes over (DDAS)."""
    return feiten.overname_bevestigd


@bewaker(
    "Z06",
    "Een bewindvoerder is geen ander lopend traject. Kies welk traject er loopt.",
    "A financial administrator is no other running support. Choose which support runs.",
)
def traject_is_hulp(feiten: MeldingFeiten) -> bool:
    """A bewindvoerder administers; he is no such helper (DDAS)."""
    return feiten.traject_is_hulp


@bewaker("Z13", "Kies eerst een uitkomst.", "First choose a result.")
def uitkomst_gekozen(feiten: MeldingFeiten) -> bool:
    """A melding closes with a result."""
    return feiten.uitkomst is not Uitkomstsoort.GEEN


@bewaker(
    "Z01",
    "Deze uitkomst kan alleen als de inwoner is bereikt. Leg eerst dat contact vast of kies een andere uitkomst.",
    "This result needs contact with the resident. First record that contact or choose another result.",
)
def uitkomst_na_contact(feiten: MeldingFeiten) -> bool:
    """Results of groups B0 and B1 need an attempt that reached the resident."""
    return feiten.poging_bereikt or feiten.uitkomst not in (Uitkomstsoort.GEEN_HULP, Uitkomstsoort.HULP)


@bewaker(
    "Z02",
    "Definitief geen contact kan pas na twee pogingen op verschillende dagdelen, en niet als de inwoner wel is bereikt.",
    "Definitively no contact takes two attempts in different parts of the day, none of which reached the resident.",
)
def uitkomst_zonder_contact(feiten: MeldingFeiten) -> bool:
    """ "Definitively no contact" contradicts contact, and needs enough attempts."""
    return feiten.uitkomst is not Uitkomstsoort.GEEN_CONTACT or (
        feiten.pogingen_genoeg and not feiten.poging_bereikt
    )


@bewaker(
    "Z12",
    "Al bekend kan pas als u de schuldhulpverlener hebt gesproken en die het overneemt.",
    "Already known takes contact with the debt counsellor, who takes over.",
)
def uitkomst_bekend(feiten: MeldingFeiten) -> bool:
    """Closing as "already known" needs the same as taking that step."""
    return feiten.uitkomst is not Uitkomstsoort.AL_BEKEND or feiten.overname_bevestigd


@bewaker(
    "Z06",
    "Een bewindvoerder is geen ander lopend traject. Kies welk traject er loopt.",
    "A financial administrator is no other running support. Choose which support runs.",
)
def uitkomst_traject(feiten: MeldingFeiten) -> bool:
    """Closing as "other running support" needs support that counts."""
    return feiten.uitkomst is not Uitkomstsoort.ANDER_TRAJECT or feiten.traject_is_hulp


@bewaker(
    "Z11",
    "Een verwijzing zonder tussenkomst van de inwoner vraagt een tweede lezer. Vraag een teamleider om mee te lezen.",
    "A referral without the resident needs a second reader. Ask a team lead to read along.",
)
def tweede_lezer(feiten: MeldingFeiten) -> bool:
    """Group U is for extreme cases: two people decide."""
    return feiten.uitkomst is not Uitkomstsoort.ZONDER_INWONER or feiten.tweede_lezer_akkoord
