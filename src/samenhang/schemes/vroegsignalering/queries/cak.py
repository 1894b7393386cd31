"""The three routes of the CAK with the law of each, as the policy page, the API and the command show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek import woorden
from samenhang.kernel.logboek.woorden import Wet
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.schemes.vroegsignalering.domain.beleidsregels import Beleidsregels
from samenhang.schemes.vroegsignalering.domain.cak import GRONDSLAGEN

_WAT: Final = {
    "eigen_bijdrage": (
        Tekst("Eigen bijdrage (Wmo)", "Own contribution (Wmo)"),
        Tekst(
            "Een signaal van een partner van soort 'anders': vanaf 100 euro en vijf maanden. Aan te zetten bij de tijdelijke regelingen.",
            "A signal of a partner of kind 'anders': from 100 euros and five months. Switched on under the temporary regulations.",
        ),
    ),
    "wanbetalerslijst": (
        Tekst("Lijst van wanbetalers", "List of defaulters"),
        Tekst(
            "De gemeente vraagt de lijst op, met burgerservicenummer en premieschuld. Nooit als levering van signalen.",
            "The municipality requests the list, with citizen service number and premium due. Never as a delivery of signals.",
        ),
    ),
    "reageerders": (
        Tekst("Alleen wie zelf reageert", "Only who responds"),
        Tekst(
            "Het CAK stuurt zelf een aanbod. De gemeente kent alleen wie reageert, met wat hij zelf geeft.",
            "The CAK mails an offer itself. The municipality knows only who responds, with what he gives himself.",
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Cakroute:
    """One of the three: its law, whether it may be used at all, and whether this municipality uses it."""

    naam: str
    titel: Tekst
    uitleg: Tekst
    wet: Wet
    bronstatus: str
    kan: bool
    aan: bool


def cakroutes(regels: Beleidsregels) -> list[Cakroute]:
    """How the routes stand under these rules. A basis of which the reading is a concept carries nothing."""
    uit = []
    for naam, (titel, uitleg) in _WAT.items():
        basis = beslistabel().grondslagen[GRONDSLAGEN[naam]]
        aan = basis.id in regels.experimenten if naam == "eigen_bijdrage" else regels.cak == naam
        uit.append(
            Cakroute(
                naam, titel, uitleg, woorden.wet(basis), basis.bronstatus, basis.bronstatus != "concept", aan
            )
        )
    return uit
