"""The steps of a case: from report to destruction. Pure."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Overgang, Proces, Stap
from samenhang.schemes.wams.domain import bewakers as b

MELDPUNT = ("meldpunt",)
ONDERZOEKER = ("onderzoeker",)
COORDINATOR = ("coordinator",)

BIJ_HET_MELDPUNT = ("melding", "triage")
IN_ONDERZOEK = ("onderzoek", "onderzoek_ambtshalve", "conclusie")
IN_AANPAK = ("regie", "plan", "casusoverleg", "uitvoering", "evaluatie", "afschalen")
LOPEND = (*BIJ_HET_MELDPUNT, *IN_ONDERZOEK, *IN_AANPAK)
AFGEROND = ("doorgeleid", "afgesloten")

ZAAK = Proces(
    naam="zaak",
    stappen=(
        Stap("melding", Tekst("Gemeld", "Reported"), begin=True),
        Stap("triage", Tekst("Triage", "Triage")),
        Stap("onderzoek", Tekst("Onderzoek met de inwoner", "Investigation with the resident")),
        Stap("onderzoek_ambtshalve", Tekst("Onderzoek zonder hulpvraag", "Investigation without request")),
        Stap("conclusie", Tekst("Conclusie", "Conclusion")),
        Stap("regie", Tekst("Coördinator aangewezen", "Coordinator appointed")),
        Stap("plan", Tekst("Plan maken", "Making the plan")),
        Stap("casusoverleg", Tekst("Casusoverleg", "Case meeting")),
        Stap("uitvoering", Tekst("Uitvoering", "Carrying out")),
        Stap("evaluatie", Tekst("Evaluatie", "Evaluation")),
        Stap("afschalen", Tekst("Afschalen", "Scaling down")),
        Stap("doorgeleid", Tekst("Doorgeleid", "Passed on"), eind=True),
        Stap("afgesloten", Tekst("Afgesloten", "Closed"), eind=True),
        Stap("vernietigd", Tekst("Vernietigd", "Destroyed"), eind=True),
    ),
    overgangen=(
        Overgang("oppakken", Tekst("Melding oppakken", "Take up the report"), ("melding",), "triage", MELDPUNT),
        Overgang("doorgeleiden", Tekst("Doorgeleid", "Passed on"), ("triage",), "doorgeleid", MELDPUNT,
                 (b.bestemming, b.melder_bericht, b.geinformeerd)),
        Overgang("onderzoeken", Tekst("Onderzoek met de inwoner", "Investigation with the resident"), ("triage",), "onderzoek", MELDPUNT,
                 (b.melder_bericht, b.instemming, b.geinformeerd)),
        Overgang("ambtshalve", Tekst("Onderzoek zonder hulpvraag", "Investigation without request"), ("triage",), "onderzoek_ambtshalve", MELDPUNT,
                 (b.ambtshalve_mag, b.professional, b.melder_bericht, b.geinformeerd_of_uitgesteld)),
        Overgang("concluderen", Tekst("Conclusie getrokken", "Conclusion drawn"), ("onderzoek", "onderzoek_ambtshalve"), "conclusie", ONDERZOEKER,
                 (b.bevinding,)),
        Overgang("aanwijzen", Tekst("Coördinator aangewezen", "Coordinator appointed"), ("conclusie",), "regie", ONDERZOEKER,
                 (b.samenhang_ja, b.coordinator)),
        Overgang("geen_aanpak", Tekst("Geen gezamenlijke aanpak nodig", "No joint approach needed"), ("conclusie",), "afgesloten", ONDERZOEKER,
                 (b.samenhang_nee, b.geinformeerd_of_uitgesteld)),
        Overgang("plannen", Tekst("Plan begonnen", "Plan begun"), ("regie",), "plan", COORDINATOR,
                 (b.samenhang_ja, b.coordinator, b.geinformeerd_of_uitgesteld, b.binnen_termijn)),
        Overgang("vaststellen", Tekst("Plan vastgesteld", "Plan adopted"), ("plan",), "uitvoering", COORDINATOR,
                 (b.plan_compleet, b.meegelezen, b.geinformeerd, b.geen_bezwaar)),
        Overgang("overleggen", Tekst("Casusoverleg begonnen", "Case meeting begun"), ("uitvoering",), "casusoverleg", COORDINATOR,
                 (b.overleg_gepland, b.geinformeerd, b.geen_bezwaar)),
        Overgang("overleg_sluiten", Tekst("Casusoverleg gesloten", "Case meeting closed"), ("casusoverleg",), "uitvoering", COORDINATOR,
                 (b.agenda_af, b.aanwezigheid_af)),
        Overgang("evalueren", Tekst("Evaluatie", "Evaluation"), ("uitvoering",), "evaluatie", COORDINATOR, (b.evaluatie,)),
        Overgang("bijstellen", Tekst("Plan bijstellen", "Adjust the plan"), ("evaluatie",), "plan", COORDINATOR,
                 (b.evaluatie, b.geen_bezwaar)),
        Overgang("afschalen", Tekst("Afschalen", "Scale down"), ("evaluatie",), "afschalen", COORDINATOR, (b.evaluatie,)),
        Overgang("afsluiten", Tekst("Afgesloten", "Closed"), ("afschalen",), "afgesloten", COORDINATOR,
                 (b.geinformeerd_of_uitgesteld,)),
        Overgang("stoppen", Tekst("Gestopt", "Stopped"), ("triage", *IN_ONDERZOEK, *IN_AANPAK), "afgesloten",
                 (*MELDPUNT, *ONDERZOEKER, *COORDINATOR), (b.geinformeerd_of_uitgesteld,)),
        Overgang("vernietigen", Tekst("Vernietigd", "Destroyed"), AFGEROND, "vernietigd", ("systeem",), (b.geen_bezwaar,)),
    ),
)  # fmt: skip
