"""The check in the BRP: ask, judge what it answers, or record what was looked up elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, Niets, veld
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.domain.brp import BrpOordeel, BrpUitkomst


@dataclass(frozen=True, slots=True)
class Brp:
    """What the BRP said; without a person it is about everybody in the melding."""

    uitkomst: str = veld(
        "Woont de inwoner op dit adres?",
        "Does the resident live at this address?",
        keuzes=tuple((str(uitkomst), uitkomst.titel) for uitkomst in BrpUitkomst),
    )
    persoon: UUID | None = veld(
        "Over wie", "About whom", standaard=None, bron="personen",
        uitleg=Tekst("Leeg: over iedereen in de melding.", "Empty: about everybody in the case."),
    )  # fmt: skip
    toelichting: str = veld("Toelichting", "Explanation", standaard="")


@dataclass(frozen=True, slots=True)
class Brpbeoordeling:
    """What someone says of the latest answer of the BRP about one person."""

    persoon: UUID = veld("Over wie", "About whom", bron="personen")
    oordeel: str = veld(
        "Is de gevonden persoon dezelfde?",
        "Is the person found the same?",
        keuzes=tuple((str(oordeel), oordeel.titel) for oordeel in BrpOordeel),
    )
    toelichting: str = veld("Toelichting", "Explanation", standaard="")


BRP = (
    Handeling(
        "vraag-brp", Tekst("Vraag het de BRP", "Ask the BRP"),
        Tekst("Wie zeker hier woont, wordt bevestigd. De rest beoordeelt u zelf.",
              "Who certainly lives here is confirmed. The others are for you to judge."),
        Niets, lambda actor, zaak, i: actions.vraag_brp(actor, zaak), pad="brp-vragen", nieuw=True,
    ),
    Handeling(
        "brp-oordeel", Tekst("Beoordeel het antwoord van de BRP", "Judge the answer of the BRP"),
        Tekst("Bevestigt u, dan geldt wat de BRP zegt. Anders blijft de vraag open.",
              "When you confirm, what the BRP says holds. Otherwise the question stays open."),
        Brpbeoordeling,
        lambda actor, zaak, i: actions.beoordeel_brp(actor, zaak, i.persoon, i.oordeel, i.toelichting),
        pad="brp-oordelen", nieuw=True,
    ),
    Handeling(
        "brp", Tekst("Leg vast wat de BRP zegt", "Record what the BRP says"),
        Tekst("Woont iedereen hier, dan start het benaderen. Zo niet, dan gaat die persoon uit de melding.",
              "When all live here, contacting starts. If not, that person leaves the case."),
        Brp, lambda actor, zaak, i: actions.leg_brp_vast(actor, zaak, i.uitkomst, i.toelichting, i.persoon),
        pad="inwonerschap",
    ),
)  # fmt: skip
