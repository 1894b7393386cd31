"""The figures of early detection: what is counted per municipality and month, and the ratios of it. Pure.

Sources are named as they are published; "eigen" is ours.
"""

from __future__ import annotations

import re
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import INWONERS, Cel, Indicator, Som, Telgroep, Uitsplitsing, Vangrail
from samenhang.schemes.vroegsignalering.domain.pogingen import DAGDELEN, SOORTEN_POGING
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN, Uitkomstsoort

_D22, _D23, _D24 = (
    "Divosa Monitor Vroegsignalering 2022",
    "Divosa Monitor Vroegsignalering 2023",
    "Divosa Monitor Vroegsignalering 2024, h. 5",
)
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

_OPGEPAKT = Som("meldingen", ("niet_bereikt", "bereikt_hulp", "bereikt_geen_hulp"))
_BEREIKT = Som("meldingen", ("bereikt_hulp", "bereikt_geen_hulp"))
_HULP = Som("meldingen", ("bereikt_hulp",))
_MELDINGEN = Som("meldingen")
_PROCENT = Tekst("procent", "per cent")
_ALLE_SIGNALEN = Tekst(
    "geaccepteerde signalen met een signaaldatum in de maand, zonder ingetrokken signalen",
    "accepted signals dated in the month, without withdrawn ones",
)
_COHORT = Tekst(
    "meldingen die in de maand zijn geopend, gevolgd tot de peildatum",
    "cases opened in the month, followed until the reference date",
)
_VAST = Tekst("verandert alleen door correcties", "changes by corrections only")
_LOOPT = Tekst(
    "voorlopig: de afloop verandert zolang meldingen open staan",
    "provisional: the course changes while cases are open",
)

INDICATOREN: Final = (
    Indicator(
        "signalen_per_1000",
        Tekst("Signalen per 1.000 inwoners", "Signals per 1,000 residents"),
        Tekst(
            "Hoeveel signalen van betalingsachterstand de gemeente in een maand kreeg, per 1.000 inwoners.",
            "How many signals of arrears the municipality got in a month, per 1,000 residents.",
        ),
        Tekst("signalen / inwoners × 1.000", "signals / residents × 1,000"),
        Tekst("per 1.000 inwoners", "per 1,000 residents"),
        _ALLE_SIGNALEN, _VAST, _D22, "bevestigd", Som("signalen"), INWONERS, factor=1000, decimalen=2,
        vangrail=Vangrail(1, 10, Tekst("Divosa Monitor 2022–2024: 3 tot 4,4 per maand", "Divosa Monitor 2022–2024: 3 to 4.4 a month")),
    ),
    Indicator(
        "aandeel_partnersoort",
        Tekst("Aandeel per soort partner", "Share per kind of partner"),
        Tekst("Welk deel van de signalen van welke soort partner komt.", "Which part of the signals comes from which kind of partner."),
        Tekst("signalen van de soort / signalen", "signals of the kind / signals"),
        _PROCENT, _ALLE_SIGNALEN, _VAST, _D22, "bevestigd", Som("signalen"), Som("signalen"), per="partnersoort",
    ),
    Indicator(
        "aandeel_einde_levering",
        Tekst("Aandeel einde levering", "Share of end of supply"),
        Tekst("Welk deel van de energiesignalen het einde van de levering aankondigt.", "Which part of the energy signals announces the end of supply."),
        Tekst("einde levering / energiesignalen", "end of supply / energy signals"),
        _PROCENT, _ALLE_SIGNALEN, _VAST, "gemeente.nu 2024-10", "bevestigd", Som("signalen", ("einde_levering",)), Som("signalen", ("energie",)),
    ),
    Indicator(
        "enkelvoudig",
        Tekst("Enkelvoudige meldingen", "Single cases"),
        Tekst("Meldingen met signalen van één partner, zonder eerder signaal op het adres in zes maanden.", "Cases with signals of one partner, without an earlier signal at the address in six months."),
        Tekst("enkelvoudige meldingen / meldingen", "single cases / cases"),
        _PROCENT, _COHORT, _VAST, _D23, "bevestigd", Som("meldingen", ("enkelvoudig",)), _MELDINGEN,
    ),
    Indicator(
        "meervoudig",
        Tekst("Meervoudige meldingen", "Multiple cases"),
        Tekst("Meldingen met signalen van twee of meer partners op één adres in één maand.", "Cases with signals of two or more partners at one address in one month."),
        Tekst("meervoudige meldingen / meldingen", "multiple cases / cases"),
        _PROCENT, _COHORT, _VAST, _D23, "bevestigd", Som("meldingen", ("alleen_meervoudig", "meervoudig_en_opeenvolgend")), _MELDINGEN,
    ),
    Indicator(
        "opeenvolgend",
        Tekst("Opeenvolgende meldingen", "Successive cases"),
        Tekst("Meldingen op een adres met een signaal in de zes maanden ervoor (in 2022 keek Divosa één maand terug).", "Cases at an address with a signal in the six months before (in 2022 Divosa looked back one month)."),
        Tekst("opeenvolgende meldingen / meldingen", "successive cases / cases"),
        _PROCENT, _COHORT, _VAST, _D23, "bevestigd", Som("meldingen", ("alleen_opeenvolgend", "meervoudig_en_opeenvolgend")), _MELDINGEN,
    ),
    Indicator(
        "opgepakt",
        Tekst("Opgepakte meldingen", "Cases taken up"),
        Tekst("Meldingen die niet zijn afgesloten als onterecht, herhaald, overleden, geen inwoner of andere reden.", "Cases not closed as unjustified, repeated, deceased, no resident or another reason."),
        Tekst("opgepakte meldingen / meldingen", "cases taken up / cases"),
        _PROCENT, _COHORT, _LOOPT, "eigen", "eigen", _OPGEPAKT, _MELDINGEN, streef="minstens",
    ),
    Indicator(
        "bereik",
        Tekst("Bereik", "Reach"),
        Tekst("Bij welk deel van de opgepakte meldingen iemand van het huishouden is gesproken. Of Divosa door dezelfde meldingen deelt, is nog na te gaan.", "In which part of the cases taken up someone of the household was spoken to. Whether Divosa divides by the same cases is still to be verified."),
        Tekst("opgepakte meldingen met een poging die bereikte / opgepakte meldingen", "cases taken up with an attempt that reached / cases taken up"),
        _PROCENT, _COHORT, _LOOPT, _D23, "ongeverifieerd", _BEREIKT, _OPGEPAKT,
        vangrail=Vangrail(5, 60, Tekst("Divosa Monitor 2023: 7% / 35% wijst op ongeveer 20%", "Divosa Monitor 2023: 7% / 35% implies about 20%")), streef="minstens",
    ),
    Indicator(
        "acceptatie_van_bereikten",
        Tekst("Hulp aanvaard, van wie is bereikt", "Help accepted, of those reached"),
        Tekst("Welk deel van de bereikte huishoudens hulp aanvaardt.", "Which part of the households reached accepts help."),
        Tekst("hulp aanvaard / bereikt", "help accepted / reached"),
        _PROCENT, _COHORT, _LOOPT, _D23, "bevestigd", _HULP, _BEREIKT,
        vangrail=Vangrail(10, 70, Tekst("Divosa Monitor 2022 en 2023: 39% en 35%", "Divosa Monitor 2022 and 2023: 39% and 35%")), streef="minstens",
    ),
    Indicator(
        "acceptatie_van_meldingen",
        Tekst("Hulp aanvaard, van alle meldingen", "Help accepted, of all cases"),
        Tekst("Welk deel van alle meldingen tot hulp leidt.", "Which part of all cases leads to help."),
        Tekst("hulp aanvaard / meldingen", "help accepted / cases"),
        _PROCENT, _COHORT, _LOOPT, _D23, "bevestigd", _HULP, _MELDINGEN, streef="minstens",
    ),
    Indicator(
        "pogingen_per_melding",
        Tekst("Contactpogingen per melding", "Contact attempts per case"),
        Tekst("Hoe vaak is geprobeerd een huishouden te bereiken.", "How often it was tried to reach a household."),
        Tekst("pogingen / opgepakte meldingen", "attempts / cases taken up"),
        Tekst("pogingen per opgepakte melding", "attempts per case taken up"),
        _COHORT, _LOOPT, _D24, "bevestigd", Som("pogingen"), _OPGEPAKT, factor=1, decimalen=2, streef="minstens",
    ),
    Indicator(
        "pogingen_per_soort",
        Tekst("Contactpogingen per soort", "Contact attempts per kind"),
        Tekst("Hoe vaak per opgepakte melding is gebeld, aangebeld of geschreven.", "How often per case taken up someone called, visited or wrote."),
        Tekst("pogingen van de soort / opgepakte meldingen", "attempts of the kind / cases taken up"),
        Tekst("pogingen per opgepakte melding", "attempts per case taken up"),
        _COHORT, _LOOPT, _D24, "bevestigd", Som("pogingen"), _OPGEPAKT, factor=1, decimalen=2, per="soort_poging", openbaar=False,
    ),
    Indicator(
        "pogingen_per_dagdeel",
        Tekst("Contactpogingen per dagdeel", "Contact attempts per part of the day"),
        Tekst("In welk dagdeel is geprobeerd een huishouden te bereiken.", "In which part of the day it was tried to reach a household."),
        Tekst("pogingen in het dagdeel / opgepakte meldingen", "attempts in the part of the day / cases taken up"),
        Tekst("pogingen per opgepakte melding", "attempts per case taken up"),
        _COHORT, _LOOPT, _D24, "bevestigd", Som("pogingen"), _OPGEPAKT, factor=1, decimalen=2, per="dagdeel", openbaar=False,
    ),
    Indicator(
        "binnen_termijn",
        Tekst("Eerste gesprek binnen de termijn", "First talk within the term"),
        Tekst("Welk deel van de aanvaardingen binnen vier weken, of bij dreiging drie werkdagen, een eerste gesprek kreeg (Wgs art. 4).", "Which part of the acceptances got a first talk within four weeks, or three working days under threat (Wgs art. 4)."),
        Tekst("gesprekken binnen de termijn / aanvaardingen", "talks within the term / acceptances"),
        _PROCENT,
        Tekst("aanvaardingen van een aanbod met een datum in de maand", "acceptances of an offer dated in the month"),
        Tekst("voorlopig zolang termijnen lopen", "provisional while terms are running"),
        "eigen", "eigen", Som("aanvaardingen", ("op_tijd",)), Som("aanvaardingen"), streef="minstens",
    ),
    Indicator(
        "aandeel_ontruiming",
        Tekst("Aandeel ontruiming", "Share of eviction"),
        Tekst("Welk deel van de huursignalen een ontruiming aankondigt.", "Which part of the rent signals announces an eviction."),
        Tekst("ontruiming / huursignalen", "eviction / rent signals"),
        _PROCENT, _ALLE_SIGNALEN, _VAST, "DDAS 1.2 (crisissignaal)", "bevestigd", Som("signalen", ("ontruiming",)), Som("signalen", ("huur",)),
    ),
    Indicator(
        "aandeel_warme_overdracht",
        Tekst("Aandeel warme overdracht", "Share of warm hand-over"),
        Tekst("Welk deel van de signalen een inwoner betreft die zelf vroeg om contact.", "Which part of the signals is about a resident who asked for contact."),
        Tekst("warme overdracht / signalen", "warm hand-over / signals"),
        _PROCENT, _ALLE_SIGNALEN, _VAST, "DDAS 1.2 (warmeOverdracht)", "bevestigd", Som("signalen", ("warm",)), Som("signalen"),
    ),
    Indicator(
        "signaalstatus",
        Tekst("Status van de signalen", "Status of the signals"),
        Tekst("Wat er met de signalen gebeurde; een signaal in een melding geldt als opgepakt.", "What became of the signals; a signal in a case counts as taken up."),
        Tekst("signalen met de status / signalen", "signals of the status / signals"),
        _PROCENT, _ALLE_SIGNALEN, _LOOPT, "DDAS 1.2 (status)", "bevestigd", Som("signalen"), Som("signalen"), per="signaalstatus", openbaar=False,
    ),
    *(
        Indicator(
            f"resultaat_{deel}",
            titel,
            Tekst(f"{titel.nl}, als deel van alle meldingen; de resultaten zijn die van het landelijke gegevensmodel.", f"{titel.en}, as part of all cases; the results are those of the national data model."),
            Tekst("meldingen met het resultaat / meldingen", "cases of the result / cases"),
            _PROCENT, _COHORT, _LOOPT, "DDAS 1.2 (resultaat)", "bevestigd", _MELDINGEN, _MELDINGEN, per=f"resultaat_{deel}", openbaar=False,
        )
        for deel, titel, _ in RESULTATEN_PER_AFLOOP
    ),
    Indicator(
        "pogingen_die_bereiken",
        Tekst("Contactpogingen die iemand bereiken", "Contact attempts that reach someone"),
        Tekst("Welk deel van de contactpogingen iemand van het huishouden bereikt.", "Which part of the contact attempts reaches someone of the household."),
        Tekst("pogingen die bereiken / pogingen", "attempts that reach / attempts"),
        _PROCENT, _COHORT, _LOOPT, "DDAS 1.2 (bereikt)", "bevestigd", Som("pogingen", ("poging_bereikte",)), Som("pogingen"),
    ),
)  # fmt: skip
