"""What is counted of early detection, per municipality and month, and in which classes. Pure."""

from __future__ import annotations

import re
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Cel, Telgroep, Uitsplitsing
from samenhang.schemes.vroegsignalering.domain.pogingen import DAGDELEN, SOORTEN_POGING
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN, Uitkomstsoort

PARTNERSOORTEN: Final = (
    Cel("huur", Tekst("Huur", "Rent")),
    Cel("energie", Tekst("Energie", "Energy")),
    Cel("water", Tekst("Water", "Water")),
    Cel("zorg", Tekst("Zorgverzekering", "Health insurance")),
    Cel("anders", Tekst("Anders", "Other")),
)
POGINGCELLEN: Final = {
    soort: Cel(re.sub("[^a-z]+", "_", soort.lower()), titel) for soort, titel in SOORTEN_POGING.items()
}
DAGDEELCELLEN: Final = {dagdeel: Cel(dagdeel.lower(), titel) for dagdeel, titel in DAGDELEN.items()}
LOOPT: Final = "loopt"
OVERIG: Final = "overig"
"""A result that a rule of the register keeps from this course; counted all the same, so that everything adds up."""
_LOOPT_NOG = Tekst("Nog geen resultaat", "No result yet")
_OVERIG = Tekst("Ander resultaat", "Other result")


def _waarden(*soorten: Uitkomstsoort, loopt: bool = True) -> dict[str, Tekst]:
    """The results of these kinds by name, with what has none yet and what else occurs."""
    namen = {r.naam: r.titel for r in RESULTATEN.values() if r.soort in soorten}
    return ({LOOPT: _LOOPT_NOG} if loopt else {}) | namen | ({OVERIG: _OVERIG} if loopt else {})


_U = Uitkomstsoort
RIJPT: Final = 1
"""What became of cases is first published a whole month after their month: by then most have been answered."""
RESULTATEN_PER_AFLOOP: Final = (
    ("niet_opgepakt", Tekst("Waarom niet opgepakt", "Why not taken up"), _waarden(_U.NIET_OPGEPAKT, loopt=False)),
    ("niet_bereikt", Tekst("Resultaat zonder contact", "Result without contact"), _waarden(_U.GEEN_CONTACT, _U.AL_BEKEND, _U.ANDER_TRAJECT, _U.ZONDER_INWONER)),
    ("bereikt_hulp", Tekst("Welke hulp", "Which help"), _waarden(_U.HULP)),
    ("bereikt_geen_hulp", Tekst("Resultaat na contact, zonder hulp", "Result after contact, without help"), _waarden(_U.GEEN_HULP, _U.AL_BEKEND, _U.ANDER_TRAJECT, _U.ZONDER_INWONER)),
)  # fmt: skip
"""The results of the national data model (DDAS 1.2) within each course: each case is in one class only."""


def resultaatcel(afloop: str, resultaat: str) -> str:
    """The class of a case: its course, and within it its result; without one it is still running."""
    waarden = next(waarden for deel, _, waarden in RESULTATEN_PER_AFLOOP if deel == afloop)
    naam = (resultaat or LOOPT) if (resultaat or LOOPT) in waarden else OVERIG
    return f"{afloop}__{naam}"


TELGROEPEN: Final = (
    Telgroep(
        "signalen",
        Tekst("Signalen", "Signals"),
        (
            Uitsplitsing("partnersoort", Tekst("Soort partner", "Kind of partner"), PARTNERSOORTEN),
            Uitsplitsing(
                "energiesignaal",
                Tekst("Soort energiesignaal", "Kind of energy signal"),
                (
                    Cel("einde_levering", Tekst("Einde levering", "End of supply")),
                    Cel("energie_gewoon", Tekst("Gewoon signaal", "Ordinary signal")),
                ),
                van="energie",
            ),
            Uitsplitsing(
                "huursignaal",
                Tekst("Soort huursignaal", "Kind of rent signal"),
                (
                    Cel("ontruiming", Tekst("Ontruiming", "Eviction")),
                    Cel("huur_gewoon", Tekst("Gewoon signaal", "Ordinary signal")),
                ),
                van="huur",
            ),
            Uitsplitsing(
                "overdracht",
                Tekst("Warme overdracht", "Warm hand-over"),
                (
                    Cel("warm", Tekst("Inwoner vroeg erom", "The resident asked for it")),
                    Cel("niet_warm", Tekst("Gewoon gemeld", "Reported as usual")),
                ),
            ),
            Uitsplitsing(
                "signaalstatus",
                Tekst("Status van het signaal", "Status of the signal"),
                (
                    Cel("opgepakt_signaal", Tekst("Opgepakt", "Taken up")),
                    Cel("nog_niet_opgepakt", Tekst("Nog niet opgepakt", "Not taken up yet")),
                    Cel("signaal_onterecht", Tekst("Onterecht signaal", "Unjustified signal")),
                    Cel("signaal_herhaald", Tekst("Herhaalde melding", "Repeated signal")),
                    Cel("signaal_andere_reden", Tekst("Andere reden", "Other reason")),
                    Cel("signaal_overleden", Tekst("Overleden", "Deceased")),
                    Cel("signaal_geen_inwoner", Tekst("Geen inwoner (meer)", "Not (or no longer) a resident")),
                ),
                rijpt=RIJPT,
            ),
        ),
    ),
    Telgroep(
        "meldingen",
        Tekst("Meldingen", "Cases"),
        (
            Uitsplitsing(
                "samenstelling",
                Tekst("Enkel of meer signalen", "Single or more signals"),
                (
                    Cel("enkelvoudig", Tekst("Enkelvoudig", "Single")),
                    Cel("alleen_meervoudig", Tekst("Alleen meervoudig", "Multiple only")),
                    Cel("alleen_opeenvolgend", Tekst("Alleen opeenvolgend", "Successive only")),
                    Cel(
                        "meervoudig_en_opeenvolgend",
                        Tekst("Meervoudig en opeenvolgend", "Multiple and successive"),
                    ),
                ),
            ),
            Uitsplitsing(
                "afloop",
                Tekst("Afloop tot nu toe", "Course so far"),
                (
                    Cel("niet_opgepakt", Tekst("Niet opgepakt", "Not taken up")),
                    Cel("niet_bereikt", Tekst("Opgepakt, niet bereikt", "Taken up, not reached")),
                    Cel("bereikt_hulp", Tekst("Bereikt, hulp aanvaard", "Reached, help accepted")),
                    Cel(
                        "bereikt_geen_hulp", Tekst("Bereikt, (nog) geen hulp", "Reached, no help (yet)")
                    ),
                ),
                rijpt=RIJPT,
            ),
            *(
                Uitsplitsing(f"resultaat_{deel}", titel, tuple(Cel(f"{deel}__{naam}", wat) for naam, wat in waarden.items()), van=deel, rijpt=RIJPT)
                for deel, titel, waarden in RESULTATEN_PER_AFLOOP
            ),
        ),
    ),
    Telgroep(
        "pogingen",
        Tekst("Contactpogingen", "Contact attempts"),
        (
            Uitsplitsing("soort_poging", Tekst("Soort poging", "Kind of attempt"), tuple(POGINGCELLEN.values()), rijpt=RIJPT),
            Uitsplitsing("dagdeel", Tekst("Dagdeel", "Part of the day"), tuple(DAGDEELCELLEN.values()), rijpt=RIJPT),
            Uitsplitsing(
                "gevolg",
                Tekst("Gevolg van de poging", "Result of the attempt"),
                (
                    Cel("poging_bereikte", Tekst("Iemand bereikt", "Someone reached")),
                    Cel("poging_vergeefs", Tekst("Niemand bereikt", "Nobody reached")),
                ),
                rijpt=RIJPT,
            ),
        ),
    ),
    Telgroep(
        "aanvaardingen",
        Tekst("Aanvaardingen", "Acceptances"),
        (
            Uitsplitsing(
                "eerste_gesprek",
                Tekst("Eerste gesprek", "First talk"),
                (
                    Cel("op_tijd", Tekst("Binnen de termijn", "Within the term")),
                    Cel("te_laat", Tekst("Te laat", "Late")),
                    Cel("loopt_nog", Tekst("Termijn loopt nog", "Term still running")),
                ),
                rijpt=RIJPT,
            ),
        ),
    ),
)  # fmt: skip
