"""Letters to creditors in a round: who gets one, and why not. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from samenhang.kernel.basis import Tekst

VOORSTEL, HERINNERING = "voorstel", "herinnering"
POSTSOORTEN: Final = {
    VOORSTEL: Tekst("Voorstel aan schuldeisers", "Proposal to creditors"),
    HERINNERING: Tekst("Herinnering: antwoord op het voorstel", "Reminder: answer the proposal"),
}
"""The letters that go in a round."""


@dataclass(frozen=True, slots=True)
class Poststand:
    """How an offer stands, as far as it decides whether a letter goes.

    `ronde`: a letter about it is being made; `had_al`: its letter went before; `vandaag`: offered or reminded today.
    """

    loopt: bool = True
    opgeschort: bool = False
    beantwoord: bool = False
    ronde: bool = False
    portaal: bool = False
    knooppunt: bool = False
    had_al: bool = False
    vandaag: bool = False
    adres: bool = True


REDENEN: Final = {
    "stap": Tekst("het voorstel loopt niet meer", "the proposal no longer runs"),
    "opgeschort": Tekst("de zaak staat stil", "the case stands still"),
    "beantwoord": Tekst("de schuldeiser heeft geantwoord", "the creditor has answered"),
    "wacht": Tekst("staat al in een ronde die nog loopt", "is in a round that still runs"),
    "portaal": Tekst("krijgt het in het portaal", "gets it in the portal"),
    "knooppunt": Tekst("krijgt het als bericht", "gets it as a message"),
    "had_al": Tekst("kreeg deze brief al", "got this letter before"),
    "vandaag": Tekst("kreeg vandaag het voorstel of een herinnering", "got the proposal or a reminder today"),
    "adres": Tekst("het adres ontbreekt: vul het in bij Schuldeisers", "the address is missing: fill it in under Creditors"),
    "niet_van_u": Tekst("de zaak is niet (meer) van wie de ronde begon", "the case is not (any more) of who began the round"),
}  # fmt: skip
"""Why a creditor gets no letter, as the look before sending says it."""


def reden_geen_post(stand: Poststand, soort: str) -> str:
    """The first reason why this letter does not go, in the order of `REDENEN`; empty when it goes."""
    bezwaren = {
        "stap": not stand.loopt,
        "opgeschort": stand.opgeschort,
        "beantwoord": stand.beantwoord,
        "wacht": stand.ronde,
        "portaal": stand.portaal,
        "knooppunt": stand.knooppunt,
        "had_al": soort == VOORSTEL and stand.had_al,
        "vandaag": soort == HERINNERING and stand.vandaag,
        "adres": not stand.adres,
    }
    return next((reden for reden, waar in bezwaren.items() if waar), "")
