"""The scheme vroegsignalering, as data."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import (
    ALLE,
    Bewaartermijn,
    Categorie,
    Overdracht,
    Overgang,
    Proces,
    Rol,
    Scheme,
    Stap,
)
from samenhang.kernel.termijnen import Eenheid, TermijnRegel
from samenhang.schemes.vroegsignalering.domain import bewakers as b
from samenhang.schemes.vroegsignalering.domain.aanmelding import Aanmelding

VROEGSIGNALEERDER = ("vroegsignaleerder", "teamleider")

MELDING = Proces(
    naam="melding",
    stappen=(
        Stap("open", Tekst("Nieuw", "New"), begin=True),
        Stap("benaderen", Tekst("Benaderen", "Contacting")),
        Stap("bereikt", Tekst("Bereikt", "Reached")),
        Stap("aanvaard", Tekst("Hulp aanvaard", "Help accepted")),
        Stap("gesprek", Tekst("Gesprek gevoerd", "First talk held")),
        Stap("gesloten", Tekst("Afgerond", "Closed"), eind=True),
    ),
    overgangen=(
        Overgang(
            "benaderen",
            Tekst("Start benaderen", "Start contacting"),
            ("open",),
            "benaderen",
            VROEGSIGNALEERDER,
            (b.inwoner_bevestigd, b.geen_bezwaar),
        ),
        Overgang(
            "bereiken",
            Tekst("Inwoner bereikt", "Resident reached"),
            ("benaderen",),
            "bereikt",
            VROEGSIGNALEERDER,
            (b.poging_bereikt,),
        ),
        Overgang(
            "aanvaarden",
            Tekst("Hulp aanvaard", "Help accepted"),
            ("bereikt",),
            "aanvaard",
            VROEGSIGNALEERDER,
            (b.aanbod_gedaan,),
        ),
        Overgang(
            "gesprek_voeren",
            Tekst("Gesprek gevoerd", "First talk held"),
            ("aanvaard",),
            "gesprek",
            VROEGSIGNALEERDER,
            (b.dreiging_gevraagd,),
        ),
        Overgang(
            "sluiten", Tekst("Afronden", "Close"), ALLE, "gesloten", VROEGSIGNALEERDER, (b.uitkomst_past,)
        ),
        Overgang(
            "heropenen",
            Tekst("Heropenen", "Reopen"),
            ("gesloten",),
            "benaderen",
            VROEGSIGNALEERDER,
            (b.inwoner_bevestigd, b.geen_bezwaar),
        ),
    ),
)

SIGNAAL = Proces(
    naam="signaal",
    stappen=(
        Stap("geldig", Tekst("Ontvangen", "Received"), begin=True),
        Stap("inwoner", Tekst("Inwoner bevestigd", "Residence confirmed")),
        Stap("onzeker", Tekst("BRP onzeker", "BRP uncertain")),
        Stap("in_melding", Tekst("In melding", "In a case")),
        Stap("niet_opgepakt", Tekst("Niet opgepakt", "Not taken up"), eind=True),
        Stap("ingetrokken", Tekst("Ingetrokken", "Withdrawn"), eind=True),
    ),
    overgangen=(
        Overgang(
            "brp_bevestigen",
            Tekst("Inwoner bevestigd", "Residence confirmed"),
            ("geldig", "onzeker"),
            "inwoner",
            ("intake",),
        ),
        Overgang("brp_onzeker", Tekst("BRP onzeker", "BRP uncertain"), ("geldig",), "onzeker", ("intake",)),
        Overgang("opnemen", Tekst("Opnemen in melding", "Take into a case"), ("inwoner",), "in_melding"),
        Overgang(
            "niet_oppakken",
            Tekst("Niet oppakken", "Do not take up"),
            ("geldig", "inwoner", "onzeker"),
            "niet_opgepakt",
            ("intake",),
        ),
        Overgang(
            "intrekken",
            Tekst("Intrekken", "Withdraw"),
            ("geldig", "inwoner", "onzeker", "in_melding"),
            "ingetrokken",
        ),
    ),
)

SCHEME = Scheme(
    naam="vroegsignalering",
    titel=Tekst("Vroegsignalering van schulden", "Early detection of debts"),
    doel="opvolging",
    doelen=("aanlevering", "werkverdeling", "inzage", "toezicht"),
    zaak=MELDING,
    processen=(SIGNAAL,),
    feiten=b.MeldingFeiten,
    nummerletters="VS",
    rollen=(
        Rol("vroegsignaleerder", Tekst("Vroegsignaleerder", "Early-detection worker"), ("gemeente",)),
        Rol("teamleider", Tekst("Teamleider", "Team lead"), ("gemeente",)),
        Rol("intake", Tekst("Intake", "Intake"), ("gemeente",)),
        Rol("beleid", Tekst("Beleidsmedewerker", "Policy officer"), ("gemeente",)),
        Rol("fg", Tekst("Functionaris gegevensbescherming", "Data protection officer"), ("gemeente",)),
        Rol("auditor", Tekst("Auditor", "Auditor"), ("gemeente", "toezichthouder")),
        Rol("beheerder", Tekst("Beheerder", "Administrator"), ("gemeente",)),
        Rol("partner", Tekst("Signaalpartner", "Signal partner"), ("verhuurder", "energieleverancier", "zorgverzekeraar", "drinkwaterbedrijf")),
    ),
    categorieen=(
        Categorie("signaal", Tekst("Betalingsachterstand", "Arrears")),
        Categorie("opvolging", Tekst("Contactpogingen en aanbod", "Contact attempts and offer")),
        Categorie("uitkomst", Tekst("Uitkomst", "Outcome")),
    ),
    termijnen=(
        TermijnRegel(
            "eerste_gesprek", Tekst("Eerste gesprek", "First talk"), "Wgs art. 4 lid 1", 4, Eenheid.WEKEN, vanaf="aanvaard", wie="vroegsignaleerder",
            gevolg=Tekst("De gemeente overtreedt de Wgs; de inwoner kan klagen.", "The municipality breaks the law; the resident can complain."),
        ),
        TermijnRegel(
            "eerste_gesprek_dreigend", Tekst("Eerste gesprek bij dreiging", "First talk under threat"), "Wgs art. 4 lid 2", 3, Eenheid.WERKDAGEN, vanaf="aanvaard", wie="vroegsignaleerder",
            gevolg=Tekst("De inwoner kan zijn huis of voorziening verliezen.", "The resident may lose home or supply."),
        ),
        TermijnRegel(
            "informeren", Tekst("Inwoner informeren", "Inform the resident"), "AVG art. 14 lid 3", 1, Eenheid.MAANDEN, vanaf="open", status="ongeverifieerd", wie="vroegsignaleerder",
            gevolg=Tekst("De gemeente verwerkt gegevens zonder het de inwoner te vertellen.", "The municipality processes data without telling the resident."),
        ),
        TermijnRegel("aanbod_1", Tekst("Aanbod doen", "Make the offer"), "beleid, tabel opvolging prio 1", 3, Eenheid.WERKDAGEN, vanaf="open", status="beleid", wie="vroegsignaleerder"),
        TermijnRegel("aanbod_2", Tekst("Aanbod doen", "Make the offer"), "beleid, tabel opvolging prio 2", 5, Eenheid.WERKDAGEN, vanaf="open", status="beleid", wie="vroegsignaleerder"),
        TermijnRegel("aanbod_3", Tekst("Aanbod doen", "Make the offer"), "beleid, tabel opvolging prio 3 en 4", 10, Eenheid.WERKDAGEN, vanaf="open", status="beleid", wie="vroegsignaleerder"),
        TermijnRegel("aanbod_5", Tekst("Aanbod doen", "Make the offer"), "beleid, tabel opvolging prio 5", 20, Eenheid.WERKDAGEN, vanaf="open", status="beleid", wie="vroegsignaleerder"),
        TermijnRegel("bezwaar", Tekst("Besluit op bezwaar", "Decide on the objection"), "AVG art. 12 lid 3", 1, Eenheid.MAANDEN, vanaf="bezwaar", status="ongeverifieerd", wie="teamleider"),
    ),
    bewaartermijnen=(
        Bewaartermijn("quarantaine", 30, "dagen", "beleid, geen wettelijke termijn gevonden"),
        Bewaartermijn("niet_opgepakt", 30, "dagen", "beleid, geen wettelijke termijn gevonden"),
        Bewaartermijn("gesloten_zonder_hulp", 6, "maanden", "beleid, geen wettelijke termijn gevonden"),
    ),
    stuurt=(
        Overdracht("aanmelding", "schuldhulp", Aanmelding, "wgs-3-1-b", Tekst("Aanmelding voor schuldhulp", "Referral to debt assistance")),
    ),
)  # fmt: skip
