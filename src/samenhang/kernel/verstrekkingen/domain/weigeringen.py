"""Why something was not passed on, in words for the person whom it is about (B1). Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

REDENEN: Final = {
    "voorwaarde_bron": Tekst(
        "Wie ons het gegeven gaf, wil niet dat wij het doorgeven.",
        "Who gave us the datum does not want us to pass it on.",
    ),
    "grondslag_niet_in_werking": Tekst(
        "De wet die dit moet toestaan, gold op die dag niet.",
        "The law that must allow this was not in force on that day.",
    ),
    "meer_dan_gelezen": Tekst(
        "De medewerker mocht dit gegeven zelf niet zien.",
        "The worker was not allowed to see this datum himself.",
    ),
    "geen_instemming": Tekst(
        "U gaf daar geen toestemming voor, of trok die in.",
        "You did not agree to that, or withdrew your consent.",
    ),
    "niet_geinformeerd": Tekst(
        "U was daarover nog niet geïnformeerd.",
        "You had not been told about it yet.",
    ),
    "bezwaar": Tekst("U maakte bezwaar.", "You objected."),
    "stap": Tekst(
        "Uw melding was daar nog niet aan toe, of is al afgerond.",
        "Your case had not come to that yet, or is closed.",
    ),
    "bezwaar_open": Tekst(
        "Over uw bezwaar is nog niet beslist.",
        "Your objection has not been decided yet.",
    ),
}
"""The codes with which a disclosure is refused and kept as refused."""
