"""What becomes of a case in the demo: a storyline of steps with the working days between them. Pure.

The shares lie near what municipalities report (Divosa Monitor Vroegsignalering 2023): about a third of the
residents reached, a third of those accept help; the rest shows what else a case can meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

DAGDELEN = ("Ochtend", "Middag", "Avond")


@dataclass(frozen=True, slots=True)
class Zet:
    """One step: what happens, so many working days after the step before, with what it needs."""

    na: int
    wat: str
    hoe: str = ""
    dagdeel: str = ""


@dataclass(frozen=True, slots=True)
class Verhaal:
    """A storyline and how often it occurs, of a hundred cases."""

    naam: str
    aandeel: int


VERHALEN = (
    Verhaal("niet_bereikt", 31),
    Verhaal("zelf", 14),
    Verhaal("hulp", 20),
    Verhaal("hulp_met_spoed", 5),
    Verhaal("blijft_liggen", 5),
    Verhaal("geen_reactie", 5),
    Verhaal("opgeschort", 5),
    Verhaal("bezwaar", 3),
    Verhaal("heropend", 3),
    Verhaal("geen_inwoner", 4),
    Verhaal("al_bekend", 3),
    Verhaal("andere_reden", 2),
)


def verhalen(rng: Random) -> Iterator[str]:
    """Names of storylines without end: each of them once, in any order, and then by their shares."""
    namen = [verhaal.naam for verhaal in VERHALEN]
    yield from rng.sample(namen, len(namen))
    while True:
        yield rng.choices(VERHALEN, weights=[verhaal.aandeel for verhaal in VERHALEN])[0].naam


def schrijf(rng: Random, verhaal: str) -> tuple[Zet, ...]:
    """The steps of a storyline, with its days and channels drawn."""
    brp = Zet(rng.randint(0, 2), "brp")
    bel = _bellen(rng)
    bereikt = Zet(rng.randint(1, 4), "bereikt", rng.choice(("Telefoon", "Huisbezoek")), rng.choice(DAGDELEN))
    aanbod = Zet(0, "aanbod", rng.choice(("telefoon", "huisbezoek")))
    aanvaard = Zet(rng.choice((0, 0, 1, 3)), "aanvaard")
    slot = {
        "niet_bereikt": (
            brp, *bel, Zet(3, "poging", "Huisbezoek", "Avond"), Zet(0, "poging", "Kaartje", "Avond"),
            Zet(rng.randint(4, 7), "poging", "Brief", "Middag"), Zet(8, "sluiten", "geen_contact"),
        ),
        "zelf": (brp, *bel[:1], bereikt, aanbod, Zet(1, "sluiten", rng.choice(("regelt_zelf", "zelf_betaald")))),
        "hulp": (
            brp, *bel[: rng.randint(0, 1)], bereikt, aanbod, aanvaard, Zet(rng.randint(5, 16), "gesprek"),
            Zet(rng.randint(3, 8), "sluiten", rng.choice(("vervolghulp", "advies"))),
        ),
        "hulp_met_spoed": (
            Zet(0, "brp"), Zet(0, "bereikt", "Telefoon", "Ochtend"), aanbod, Zet(0, "aanvaard", "dreiging"),
            Zet(2, "gesprek"), Zet(4, "sluiten", "vervolghulp"),
        ),
        "blijft_liggen": (Zet(30, "brp"), *bel, bereikt, aanbod),
        "geen_reactie": (brp, *bel[:1], bereikt, aanbod, Zet(15, "sluiten", "geen_reactie")),
        "opgeschort": (
            brp, bereikt, Zet(0, "opschorten", "Inwoner ligt in het ziekenhuis; afgesproken om te wachten"),
            Zet(12, "hervatten", "Inwoner is weer thuis"), aanbod, aanvaard, Zet(9, "gesprek"),
        ),
        "bezwaar": (brp, *bel[:1], Zet(2, "bezwaar", "Inwoner wil niet dat de gemeente belt"), *_besluit(rng)),
        "heropend": (
            brp, *bel, Zet(4, "poging", "Huisbezoek", "Avond"), Zet(5, "sluiten", "geen_contact"),
            Zet(6, "heropenen", "Inwoner belde terug na de brief"), Zet(0, "bereikt", "Telefoon", "Middag"),
            aanbod, aanvaard, Zet(8, "gesprek"), Zet(5, "sluiten", "advies"),
        ),
        "geen_inwoner": (Zet(1, "brp_nee", "geen_inwoner"),),
        "al_bekend": (brp, Zet(1, "sluiten", "al_bekend")),
        "andere_reden": (brp, Zet(2, "sluiten", "andere_reden")),
    }  # fmt: skip
    return slot[verhaal]


def _besluit(rng: Random) -> tuple[Zet, ...]:
    """What becomes of an objection: granted, refused after which contact goes on, or still waiting."""
    na, besluit = rng.choice(((6, "toegewezen"), (9, "afgewezen"), (60, "afgewezen")))
    eens = (Zet(2, "bereikt", "Telefoon", rng.choice(DAGDELEN)), Zet(0, "aanbod", "telefoon"))
    return (Zet(na, "besluit", besluit), *(eens if besluit == "afgewezen" else ()))


def _bellen(rng: Random) -> tuple[Zet, Zet]:
    """Two attempts by telephone or message, in different parts of the day."""
    een, twee = rng.sample(DAGDELEN, 2)
    return (
        Zet(rng.randint(1, 3), "poging", "Telefoon", een),
        Zet(rng.randint(1, 4), "poging", rng.choice(("Telefoon", "SMS/Whatsapp")), twee),
    )
