"""Taking up signals and the order of follow-up: from reported facts only. Pure.

No score, no prediction, nothing about the person: kind, amount, threat, repetition (AVG art. 4(4), 22).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.kalender import Kalender
from samenhang.schemes.vroegsignalering.domain.beleidsregels import STANDAARD, Beleidsregels

TERMIJNEN = {1: "aanbod_1", 2: "aanbod_2", 3: "aanbod_3", 4: "aanbod_3", 5: "aanbod_5"}
"""The declared term of each class; 3 and 4 share one, each with its own length."""


@dataclass(frozen=True, slots=True)
class Gegeven:
    """What follow-up looks at of one signal."""

    signaal_id: str
    partner: str
    partner_soort: str
    soort_signaal: str
    bedrag: Bedrag
    datum_signaal: date
    dreiging: str = "geen"
    datum_dreiging: date | None = None
    warme_overdracht: bool = False


@dataclass(frozen=True, slots=True)
class Prioriteit:
    """A class from 1 (today) to 5, why, the day that orders within the class, and the term of the offer.

    `werkdagen` is the length that the rules give the class; the declared term has the standard one.
    """

    klasse: int
    reden: Tekst
    volgorde: date
    termijn: str
    werkdagen: int


def niet_oppakken(
    signaal: Gegeven, drempel: Bedrag, eerder: Sequence[Gegeven], regels: Beleidsregels = STANDAARD
) -> str | None:
    """Why a signal is not taken up: "onterecht" below the threshold without threat, "herhaald" when the same
    partner reported the same arrears before and it is not higher; None when it is taken up.

    Before is no longer ago than the months of the rules: what comes after that stands by itself.
    """
    bijzonder = (
        signaal.dreiging != "geen"
        or signaal.soort_signaal in ("einde_levering", "ontruiming")
        or signaal.warme_overdracht
    )
    if signaal.bedrag < drempel and not bijzonder:
        return "onterecht"
    sinds = _maanden_eerder(signaal.datum_signaal, regels.terugkijk_maanden)
    vorige = [
        ander
        for ander in eerder
        if ander.partner == signaal.partner and sinds <= ander.datum_signaal < signaal.datum_signaal
    ]
    if vorige and not bijzonder and max(ander.bedrag for ander in vorige) >= signaal.bedrag:
        return "herhaald"
    return None


def soort_melding(
    signalen: Sequence[Gegeven], eerdere: Sequence[date], regels: Beleidsregels = STANDAARD
) -> frozenset[str]:
    """Single, multiple (two or more partners in one month at the address), successive (a signal before, no longer
    ago than the months of the rules).

    The last two may coincide. Source: Divosa, annual report 2023, chapter 5.
    """
    soorten = set()
    if len({signaal.partner for signaal in signalen}) > 1:
        soorten.add("meervoudig")
    eerste = min(signaal.datum_signaal for signaal in signalen)
    if any(_maanden_eerder(eerste, regels.terugkijk_maanden) <= dag < eerste for dag in eerdere):
        soorten.add("opeenvolgend")
    return frozenset(soorten or {"enkelvoudig"})


def _maanden_eerder(dag: date, aantal: int) -> date:
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 - aantal, 12)
    return date(jaar, maand + 1, min(dag.day, 28))


def prioriteit(
    signalen: Sequence[Gegeven],
    soorten: frozenset[str],
    ontvangen: date,
    kalender: Kalender,
    hoger: bool = False,
    regels: Beleidsregels = STANDAARD,
) -> Prioriteit:
    """The class of a melding by the published table; the first row that matches wins.

    `hoger`: a successive signal with a higher amount than before. `regels`: those that held on the day of the
    signal. The order of `signalen` does not matter.
    """
    data = [signaal.datum_dreiging for signaal in signalen if signaal.datum_dreiging]
    volgorde = min([*data, *(signaal.datum_signaal for signaal in signalen)])
    klasse, reden = _klasse(signalen, soorten, data, ontvangen, kalender, hoger, regels)
    werkdagen = next(regel.werkdagen for regel in regels.opvolging if regel.klasse == klasse)
    return Prioriteit(klasse, reden, volgorde, TERMIJNEN[klasse], werkdagen)


def _klasse(
    signalen: Sequence[Gegeven],
    soorten: frozenset[str],
    data: Sequence[date],
    ontvangen: date,
    kalender: Kalender,
    hoger: bool,
    regels: Beleidsregels,
) -> tuple[int, Tekst]:
    """The first row of the table that matches, and the words for it."""
    if any(signaal.warme_overdracht for signaal in signalen):
        return 1, Tekst("de inwoner vraagt zelf om contact", "the resident asks for contact")
    dagen = regels.spoed_werkdagen
    if any(kalender.werkdagen_tussen(ontvangen, dag) <= dagen for dag in data):
        return 1, Tekst(f"dreiging binnen {dagen} werkdagen", f"threat within {dagen} working days")
    if data or any(signaal.soort_signaal in ("einde_levering", "ontruiming") for signaal in signalen):
        return 2, Tekst("dreiging gemeld", "threat reported")
    if "meervoudig" in soorten:
        return 3, Tekst("achterstand bij meer dan één partner", "arrears with more than one partner")
    if any(signaal.partner_soort == "huur" and signaal.bedrag >= regels.huurgrens for signaal in signalen):
        grens = regels.huurgrens.scherm()
        return 3, Tekst(f"huurachterstand van {grens} of meer", f"rent arrears of {grens} or more")
    if "opeenvolgend" in soorten and hoger:
        return 4, Tekst("opnieuw gemeld met een hoger bedrag", "reported again with a higher amount")
    return 5, Tekst("één achterstand boven de drempel", "one arrears above the threshold")
