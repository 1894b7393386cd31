"""The figures of early detection: ratios of what is counted per municipality and month. Pure.

Sources are named as they are published; "eigen" is ours.
"""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import INWONERS, Indicator, Som, Vangrail
from samenhang.schemes.vroegsignalering.domain.tellingen import RESULTATEN_PER_AFLOOP

_D22, _D23, _D24 = (
    "Divosa Monitor Vroegsignalering 2022",
    "Divosa Monitor Vroegsignalering 2023",
    "Divosa Monitor Vroegsignalering 2024, h. 5",
)
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
