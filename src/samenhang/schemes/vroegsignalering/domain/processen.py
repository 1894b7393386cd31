"""The steps of a melding and of a signal: docs/domain §1 as data. Pure."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import ALLE, Overgang, Proces, Stap
from samenhang.schemes.vroegsignalering.domain import bewakers as b

VROEGSIGNALEERDER = ("vroegsignaleerder", "teamleider")
INTAKE = ("intake", "systeem")

MELDING = Proces(
    naam="melding",
    stappen=(
        Stap("open", Tekst("Nieuw", "New"), begin=True),
        Stap("benaderen", Tekst("Benaderen", "Contacting")),
        Stap("bereikt", Tekst("Bereikt", "Reached")),
        Stap("aanvaard", Tekst("Hulp aanvaard", "Help accepted")),
        Stap("gesprek", Tekst("Gesprek gevoerd", "First talk held")),
        Stap("quick_fix", Tekst("Snelle oplossing", "Quick fix")),
        Stap("verwezen", Tekst("Verwezen", "Referred")),
        Stap("overdracht_schuldhulp", Tekst("Naar schuldhulp", "To debt assistance")),
        Stap("al_bekend", Tekst("Al bekend bij schuldhulp", "Known to debt assistance")),
        Stap("ander_traject", Tekst("Ander lopend traject", "Other running support")),
        Stap("niet_bereikt", Tekst("Niet bereikt", "Not reached")),
        Stap("afgewezen", Tekst("Aanbod afgewezen", "Offer declined")),
        Stap("zelf_geregeld", Tekst("Zelf geregeld", "Settled by the resident")),
        Stap("gesloten", Tekst("Afgerond", "Closed"), eind=True),
        Stap("teruggekoppeld", Tekst("Teruggekoppeld", "Fed back"), eind=True),
        Stap("vernietigd", Tekst("Vernietigd", "Destroyed"), eind=True),
    ),
    overgangen=(
        Overgang("benaderen", Tekst("Start benaderen", "Start contacting"), ("open",), "benaderen", VROEGSIGNALEERDER,
                 (b.inwoner_bevestigd, b.geen_bezwaar, b.heeft_signaal)),
        Overgang("al_bekend", Tekst("Al bekend bij schuldhulp", "Known to debt assistance"), ("open",), "al_bekend", VROEGSIGNALEERDER,
                 (b.overname_bevestigd,)),
        Overgang("ander_traject", Tekst("Ander lopend traject", "Other running support"), ("open",), "ander_traject", VROEGSIGNALEERDER,
                 (b.traject_is_hulp,)),
        Overgang("bereiken", Tekst("Inwoner bereikt", "Resident reached"), ("benaderen",), "bereikt", VROEGSIGNALEERDER,
                 (b.poging_bereikt, b.geen_bezwaar)),
        Overgang("niet_bereiken", Tekst("Niet bereikt", "Not reached"), ("benaderen",), "niet_bereikt", VROEGSIGNALEERDER,
                 (b.niet_bereikt,)),
        Overgang("aanvaarden", Tekst("Hulp aanvaard", "Help accepted"), ("bereikt",), "aanvaard", VROEGSIGNALEERDER,
                 (b.aanbod_gedaan, b.geen_bezwaar)),
        Overgang("afwijzen", Tekst("Aanbod afgewezen", "Offer declined"), ("bereikt",), "afgewezen", VROEGSIGNALEERDER,
                 (b.aanbod_gedaan,)),
        Overgang("zelf_regelen", Tekst("Zelf geregeld", "Settled by the resident"), ("bereikt",), "zelf_geregeld", VROEGSIGNALEERDER,
                 (b.poging_bereikt,)),
        Overgang("gesprek_voeren", Tekst("Gesprek gevoerd", "First talk held"), ("aanvaard",), "gesprek", VROEGSIGNALEERDER,
                 (b.dreiging_gevraagd,)),
        Overgang("snel_oplossen", Tekst("Snelle oplossing", "Quick fix"), ("gesprek",), "quick_fix", VROEGSIGNALEERDER),
        Overgang("verwijzen", Tekst("Verwezen", "Referred"), ("gesprek",), "verwezen", VROEGSIGNALEERDER),
        Overgang("overdragen", Tekst("Naar schuldhulp", "To debt assistance"), ("gesprek",), "overdracht_schuldhulp", VROEGSIGNALEERDER),
        Overgang("sluiten", Tekst("Afronden", "Close"), ALLE, "gesloten", VROEGSIGNALEERDER,
                 (b.uitkomst_gekozen, b.uitkomst_na_contact, b.uitkomst_zonder_contact, b.uitkomst_bekend, b.uitkomst_traject, b.tweede_lezer)),
        Overgang("heropenen", Tekst("Heropenen", "Reopen"), ("niet_bereikt", "afgewezen", "zelf_geregeld", "gesloten", "teruggekoppeld"), "benaderen",
                 VROEGSIGNALEERDER, (b.inwoner_bevestigd, b.geen_bezwaar, b.heeft_signaal)),
        Overgang("terugkoppelen", Tekst("Teruggekoppeld aan de partner", "Fed back to the partner"), ("gesloten",), "teruggekoppeld"),
        Overgang("vernietigen", Tekst("Vernietigd", "Destroyed"), ("gesloten", "teruggekoppeld"), "vernietigd"),
    ),
)  # fmt: skip

SIGNAAL = Proces(
    naam="signaal",
    stappen=(
        Stap("ontvangen", Tekst("Ontvangen", "Received"), begin=True),
        Stap("quarantaine", Tekst("In quarantaine", "Quarantined"), eind=True),
        Stap("geldig", Tekst("Geldig", "Valid")),
        Stap("inwoner", Tekst("Inwoner bevestigd", "Residence confirmed")),
        Stap("geen_inwoner", Tekst("Geen inwoner", "No resident"), eind=True),
        Stap("overleden", Tekst("Overleden", "Deceased"), eind=True),
        Stap("onzeker", Tekst("BRP onzeker", "BRP uncertain")),
        Stap("te_matchen", Tekst("Te koppelen", "To be matched")),
        Stap("in_melding", Tekst("In melding", "In a case")),
        Stap("niet_opgepakt", Tekst("Niet opgepakt", "Not taken up"), eind=True),
        Stap("ingetrokken", Tekst("Ingetrokken", "Withdrawn"), eind=True),
    ),
    overgangen=(
        Overgang("goedkeuren", Tekst("Geldig", "Valid"), ("ontvangen",), "geldig", INTAKE),
        Overgang("afkeuren", Tekst("In quarantaine", "Quarantined"), ("ontvangen",), "quarantaine", INTAKE),
        Overgang("brp_inwoner", Tekst("Inwoner bevestigd", "Residence confirmed"), ("geldig", "onzeker"), "inwoner", INTAKE),
        Overgang("brp_geen_inwoner", Tekst("Geen inwoner", "No resident"), ("geldig", "onzeker"), "geen_inwoner", INTAKE),
        Overgang("brp_overleden", Tekst("Overleden", "Deceased"), ("geldig", "onzeker"), "overleden", INTAKE),
        Overgang("brp_onzeker", Tekst("BRP onzeker", "BRP uncertain"), ("geldig",), "onzeker", INTAKE),
        Overgang("toetsen", Tekst("Voldoet aan het beleid", "Passes the policy test"), ("geldig", "inwoner"), "te_matchen", INTAKE),
        Overgang("niet_oppakken", Tekst("Niet oppakken", "Do not take up"), ("geldig", "inwoner", "te_matchen"), "niet_opgepakt", INTAKE),
        Overgang("opnemen", Tekst("Opnemen in melding", "Take into a case"), ("te_matchen",), "in_melding", INTAKE),
        Overgang("intrekken", Tekst("Intrekken", "Withdraw"), ("geldig", "inwoner", "onzeker", "te_matchen", "in_melding"), "ingetrokken", INTAKE),
    ),
)  # fmt: skip
