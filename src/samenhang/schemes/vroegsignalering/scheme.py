"""The scheme vroegsignalering, as data."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import (
    Bewaartermijn,
    Categorie,
    Overdracht,
    Planzin,
    Rol,
    Scheme,
    Uitstelgrond,
    Zaaksoort,
)
from samenhang.kernel.termijnen import Eenheid, TermijnRegel
from samenhang.schemes.vroegsignalering.domain.aanmelding import Aanmelding
from samenhang.schemes.vroegsignalering.domain.bewakers import MeldingFeiten
from samenhang.schemes.vroegsignalering.domain.cak import DOEL, OVERDRAGEN, REAGEERDER
from samenhang.schemes.vroegsignalering.domain.doorzending import Doorzending
from samenhang.schemes.vroegsignalering.domain.indicatoren import INDICATOREN
from samenhang.schemes.vroegsignalering.domain.kennismaking import AAN, Kennismaking
from samenhang.schemes.vroegsignalering.domain.kennismaking import DOEL as KENNISMAKEN
from samenhang.schemes.vroegsignalering.domain.meervoudig import AAN as MELDPUNT
from samenhang.schemes.vroegsignalering.domain.meervoudig import DOEL as MEERVOUDIG
from samenhang.schemes.vroegsignalering.domain.meervoudig import Meervoudig
from samenhang.schemes.vroegsignalering.domain.processen import MELDING, SIGNAAL
from samenhang.schemes.vroegsignalering.domain.tellingen import TELGROEPEN
from samenhang.schemes.vroegsignalering.verwerkingen import DOELTEKSTEN, ENGELS, VERWERKINGEN

_BELEID = Tekst(
    "De gemeente haalt haar eigen streefdatum niet; er is geen wettelijke termijn.",
    "The municipality misses its own target; there is no statutory term.",
)
_GEEN_WET = "beleid, geen wettelijke termijn gevonden"

SCHEME = Scheme(
    naam="vroegsignalering",
    titel=Tekst("Vroegsignalering van schulden", "Early detection of debts"),
    doel="opvolging",
    doelen=("aanlevering", "werkverdeling", "bezwaar", "inzage", "toezicht", "vernietiging", "cijfers", "samenvoegen", "terugkoppeling", "brp_controle", "ddas", "eigen_verzoek", "verbetering", "beslissen", KENNISMAKEN, MEERVOUDIG, "verstrekking", "terugroepen", "aanmelding", "doorzending", *OVERDRAGEN.values(), "informeren"),
    zaaksoorten=(Zaaksoort(REAGEERDER, DOEL, frozenset({"signaal"})),),
    zaak=MELDING,
    processen=(SIGNAAL,),
    feiten=MeldingFeiten,
    verwerkingen=VERWERKINGEN,
    engels=ENGELS,
    doelteksten=DOELTEKSTEN,
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
        TermijnRegel("aanbod_1", Tekst("Aanbod doen", "Make the offer"), "beleid: opvolgtabel, groep 1", 3, Eenheid.WERKDAGEN, vanaf="open", status="beleid", wie="vroegsignaleerder", opschortbaar=True, gevolg=_BELEID, article="policy: follow-up table, group 1"),
        TermijnRegel("aanbod_2", Tekst("Aanbod doen", "Make the offer"), "beleid: opvolgtabel, groep 2", 5, Eenheid.WERKDAGEN, vanaf="open", status="beleid", wie="vroegsignaleerder", opschortbaar=True, gevolg=_BELEID, article="policy: follow-up table, group 2"),
        TermijnRegel("aanbod_3", Tekst("Aanbod doen", "Make the offer"), "beleid: opvolgtabel, groep 3 en 4", 10, Eenheid.WERKDAGEN, vanaf="open", status="beleid", wie="vroegsignaleerder", opschortbaar=True, gevolg=_BELEID, article="policy: follow-up table, groups 3 and 4"),
        TermijnRegel("aanbod_5", Tekst("Aanbod doen", "Make the offer"), "beleid: opvolgtabel, groep 5", 20, Eenheid.WERKDAGEN, vanaf="open", status="beleid", wie="vroegsignaleerder", opschortbaar=True, gevolg=_BELEID, article="policy: follow-up table, group 5"),
        TermijnRegel("bezwaar", Tekst("Besluit op bezwaar", "Decide on the objection"), "AVG art. 12 lid 3", 1, Eenheid.MAANDEN, vanaf="bezwaar", status="ongeverifieerd", wie="teamleider", verlenging=2, dwangsom=True,
            gevolg=Tekst("De inwoner kan de gemeente in gebreke stellen, en naar de Autoriteit Persoonsgegevens of de rechter.", "The resident can give the municipality notice of default, and go to the data protection authority or the court."),
        ),
        TermijnRegel("verbetering", Tekst("Antwoord op verzoek om verbetering", "Answer to a request for correction"), "AVG art. 12 lid 3 en 16", 1, Eenheid.MAANDEN, vanaf="verzoek", status="ongeverifieerd", wie="vroegsignaleerder", verlenging=2,
            gevolg=Tekst("De inwoner kan klagen bij de Autoriteit Persoonsgegevens.", "The resident can complain to the data protection authority."),
        ),
        TermijnRegel("kopie", Tekst("Kopie van de gegevens sturen", "Send a copy of the data"), "AVG art. 12 lid 3 en 15 lid 3", 1, Eenheid.MAANDEN, vanaf="verzoek", status="ongeverifieerd", wie="vroegsignaleerder", verlenging=2,
            gevolg=Tekst("De inwoner kan klagen bij de Autoriteit Persoonsgegevens.", "The resident can complain to the data protection authority."),
        ),
        TermijnRegel("besluit_schuldhulp", Tekst("Besluit op de hulpvraag", "Decide on the request for help"), "Wgs art. 4a", 8, Eenheid.WEKEN, vanaf="overdracht_schuldhulp", status="ongeverifieerd",
            wie="schuldhulpverlener", opschortbaar=True, dwangsom=True,
            gevolg=Tekst("De inwoner kan de gemeente in gebreke stellen.", "The resident can give the municipality notice of default."),
        ),
    ),
    bewaartermijnen=(
        Bewaartermijn("quarantaine", 30, "dagen", _GEEN_WET, titel=Tekst("Bestand van de partner en geweigerde rijen", "File of the partner and refused rows")),
        Bewaartermijn("niet_opgepakt", 30, "dagen", _GEEN_WET, titel=Tekst("Niet opgepakt signaal, na de terugkoppeling", "Signal not taken up, after the feedback")),
        Bewaartermijn("blijven_liggen", 6, "maanden", _GEEN_WET, titel=Tekst("Signaal dat in geen melding kwam", "Signal that came into no case")),
        Bewaartermijn("ontvangen_bericht", 6, "maanden", _GEEN_WET, titel=Tekst("Bericht van een andere gemeente", "Message of another municipality")),
        Bewaartermijn("gesloten_zonder_hulp", 6, "maanden", _GEEN_WET, titel=Tekst("Melding die zonder hulp is afgerond", "Case closed without help")),
        Bewaartermijn("hulp_aanvaard", 60, "maanden", "met het schuldhulpdossier; Selectielijst gemeenten 2020, nog na te gaan", "ongeverifieerd", Tekst("Melding waarin hulp is aanvaard", "Case in which help was accepted")),
    ),
    stuurt=(
        Overdracht("doorzending", "vroegsignalering", Doorzending, "wgs-3-1-b", Tekst("Doorgezonden naar de nieuwe gemeente", "Forwarded to the new municipality"), doel="doorzending", aan="gemeente"),
        Overdracht("aanmelding", "schuldhulp", Aanmelding, "wgs-3-1-b", Tekst("Aanmelding voor schuldhulp", "Referral to debt assistance"), doel="aanmelding", aan="gemeente"),
        Overdracht("kennismaking", "hulporganisatie", Kennismaking, "avg-6-1-a-kennismaking", Tekst("Kennismaking met een hulporganisatie", "Introduction to a help organisation"), doel=KENNISMAKEN, aan=AAN),
        Overdracht(MEERVOUDIG, "wams", Meervoudig, "avg-6-1-a-meervoudig", Tekst("Melding van meervoudige problematiek", "Report of multiple problems"), doel=MEERVOUDIG, aan=MELDPUNT),
    ),
    aanvaardt=(
        Overdracht("doorzending", "vroegsignalering", Doorzending, "wgs-3-1-b", Tekst("Doorgezonden door een andere gemeente", "Forwarded by another municipality")),
    ),
    uitstelgronden=(
        Uitstelgrond("veiligheid", Tekst("iemand loopt gevaar als de inwoner het nu hoort", "someone is in danger when the resident hears it now"), "UAVG art. 41 lid 1 onder i", 28),
        Uitstelgrond("strafbaar_feit", Tekst("een onderzoek naar een strafbaar feit zou mislukken", "an investigation of a crime would fail"), "UAVG art. 41 lid 1 onder d", 28),
        Uitstelgrond("doel", Tekst("de hulp zou onmogelijk worden", "the help would become impossible"), "AVG art. 14 lid 5 onder b", 14),
    ),
    telgroepen=TELGROEPEN,
    indicatoren=INDICATOREN,
    planzinnen=(
        Planzin("belt_schuldeiser", Tekst("belt de schuldeiser over een regeling", "calls the creditor about an arrangement")),
        Planzin("betaalregeling", Tekst("treft een betalingsregeling", "makes a payment arrangement")),
        Planzin("houdt_regeling", Tekst("houdt zich aan de betalingsregeling", "keeps to the payment arrangement")),
        Planzin("pauzeert_incasso", Tekst("pauzeert de incasso 30 dagen", "pauses collection for 30 days")),
        Planzin("post_meenemen", Tekst("neemt de post en rekeningen mee naar het gesprek", "brings letters and bills to the talk")),
        Planzin("toeslagen_nakijken", Tekst("kijkt toeslagen en regelingen na", "checks benefits and schemes")),
        Planzin("budgetcursus", Tekst("volgt een budgetcursus", "takes a budgeting course")),
        Planzin("belt_terug", Tekst("belt terug", "calls back")),
    ),
)  # fmt: skip
