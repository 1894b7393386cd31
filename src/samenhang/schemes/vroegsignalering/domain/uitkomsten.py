"""Results of a melding and what each needs. The values are those of the national data model. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from samenhang.kernel.basis import Tekst


class Uitkomstsoort(StrEnum):
    """What kind of result was chosen: the groups of DDAS, with the two of group K apart."""

    GEEN = ""
    NIET_OPGEPAKT = "N"
    AL_BEKEND = "K-bekend"
    ANDER_TRAJECT = "K-traject"
    GEEN_CONTACT = "G"
    GEEN_HULP = "B0"
    HULP = "B1"
    ZONDER_INWONER = "U"


@dataclass(frozen=True, slots=True)
class Resultaat:
    """A result of the national data model and the group whose rules it follows."""

    naam: str
    titel: Tekst
    soort: Uitkomstsoort

    @property
    def groep(self) -> str:
        """The group as DDAS counts it: N, K, G, B0, B1 or U."""
        return self.soort.partition("-")[0]

    @property
    def hulp(self) -> bool:
        """Whether the resident took help."""
        return self.soort is Uitkomstsoort.HULP


_S = Uitkomstsoort
RESULTATEN: Final = {
    resultaat.naam: resultaat
    for resultaat in (
        Resultaat("onterecht_signaal", Tekst("Onterecht signaal", "Unjustified signal"), _S.NIET_OPGEPAKT),
        Resultaat("herhaalde_melding", Tekst("Herhaalde melding", "Repeated signal"), _S.NIET_OPGEPAKT),
        Resultaat("andere_reden", Tekst("Andere reden", "Other reason"), _S.NIET_OPGEPAKT),
        Resultaat("overleden", Tekst("Overleden", "Deceased"), _S.NIET_OPGEPAKT),
        Resultaat("geen_inwoner", Tekst("Geen inwoner (meer)", "Not (or no longer) a resident"), _S.NIET_OPGEPAKT),
        Resultaat("al_bekend", Tekst("Al bekend bij schuldhulpverlening", "Already known to debt assistance"), _S.AL_BEKEND),
        Resultaat("ander_traject", Tekst("Ander lopend traject", "Other running support"), _S.ANDER_TRAJECT),
        Resultaat("geen_contact", Tekst("Definitief geen contact", "Definitively no contact"), _S.GEEN_CONTACT),
        Resultaat("regelt_zelf", Tekst("Regelt het zelf, hoeft geen hulp", "Manages alone, wants no help"), _S.GEEN_HULP),
        Resultaat("zelf_betaald", Tekst("Zelf al betaald of geregeld", "Already paid or arranged"), _S.GEEN_HULP),
        Resultaat("geen_reactie", Tekst("Geen reactie na eerder contact", "No answer after earlier contact"), _S.GEEN_HULP),
        Resultaat("advies", Tekst("(Budget)advies of snelle oplossing", "(Budget) advice or quick fix"), _S.HULP),
        Resultaat("vervolghulp", Tekst("Vervolghulp of verwijzing", "Further help or referral"), _S.HULP),
        Resultaat("vervolghulp_financieel", Tekst("Vervolghulp: financieel", "Further help: financial"), _S.HULP),
        Resultaat("vervolghulp_niet_financieel", Tekst("Vervolghulp: niet financieel", "Further help: not financial"), _S.HULP),
        Resultaat("zonder_inwoner", Tekst("Verwijzing zonder tussenkomst inwoner", "Referral without the resident"), _S.ZONDER_INWONER),
    )
}  # fmt: skip

POGINGEN_NODIG: Final = 2
"""Attempts in different parts of the day before "definitively no contact" (policy, not law)."""


def pogingen_genoeg(pogingen: frozenset[tuple[str, str]]) -> bool:
    """Whether enough was tried; each attempt is (day and kind, part of the day), cards do not count twice."""
    return len(pogingen) >= POGINGEN_NODIG and len({dagdeel for _, dagdeel in pogingen}) >= POGINGEN_NODIG


PASSEND: Final = {
    "niet_bereikt": "geen_contact",
    "al_bekend": "al_bekend",
    "ander_traject": "ander_traject",
    "afgewezen": "regelt_zelf",
    "zelf_geregeld": "zelf_betaald",
    "quick_fix": "advies",
    "verwezen": "vervolghulp",
    "overdracht_schuldhulp": "vervolghulp_financieel",
}
"""The result that a step already points to, offered first when the melding is closed."""

TRAJECTEN: Final = {
    "maatschappelijk_werk": Tekst("Maatschappelijk werk", "Social work"),
    "wijkteam": Tekst("Sociaal wijkteam", "Community team"),
    "vrijwilligers": Tekst("Vrijwilligersorganisatie (thuisadministratie)", "Volunteers (home administration)"),
    "andere_gemeente": Tekst("Schuldhulp van een andere gemeente", "Debt assistance of another municipality"),
    "bewindvoerder": Tekst("Bewindvoerder", "Financial administrator"),
}  # fmt: skip
"""What else may already help someone. A bewindvoerder administers and is no such help (Z06)."""


def traject_is_hulp(traject: str) -> bool:
    """Whether this counts as "other running support" (DDAS): a bewindvoerder does not."""
    return traject in TRAJECTEN and traject != "bewindvoerder"
