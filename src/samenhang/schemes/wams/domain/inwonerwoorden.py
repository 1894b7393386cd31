"""What a step of the case means for the resident whom it is about, in words of level B1. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

STAPZINNEN: Final[dict[str, Tekst]] = {
    "triage": Tekst(
        "Wij bekijken uw melding en praten met u over wat nodig is.",
        "We look at your report and talk with you about what is needed.",
    ),
    "onderzoek": Tekst(
        "Wij zoeken samen met u uit wat er aan de hand is.",
        "Together with you we find out what is going on.",
    ),
    "onderzoek_ambtshalve": Tekst(
        "Een hulpverlener vroeg ons uit te zoeken wat er aan de hand is.",
        "A professional asked us to find out what is going on.",
    ),
    "conclusie": Tekst(
        "Het onderzoek is klaar. Wij kijken of een plan met meer organisaties nodig is.",
        "The investigation is done. We see whether a plan with several organisations is needed.",
    ),
    "regie": Tekst(
        "U hebt nu één vaste contactpersoon. Samen begint u aan een plan.",
        "You now have one contact person. Together you begin a plan.",
    ),
    "plan": Tekst(
        "U maakt samen met uw contactpersoon een plan.",
        "Together with your contact person you make a plan.",
    ),
    "casusoverleg": Tekst(
        "De mensen die u helpen praten samen over uw plan.",
        "The people who help you talk about your plan together.",
    ),
    "uitvoering": Tekst(
        "Het plan loopt. Iedereen doet wat is afgesproken.",
        "The plan runs. Everybody does what was agreed.",
    ),
    "evaluatie": Tekst(
        "Wij kijken met u of het plan werkt.",
        "We look with you whether the plan works.",
    ),
    "afschalen": Tekst(
        "Het gezamenlijke plan stopt. Iedere organisatie gaat zelf verder.",
        "The joint plan ends. Each organisation goes on by itself.",
    ),
}
"""By the name of the step; a report that waits and a case that is closed say it on the page itself."""
