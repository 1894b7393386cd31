"""The scheme wams, as data."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import (
    Betrokkenheid,
    Bewaartermijn,
    Categorie,
    Overdracht,
    Rol,
    Scheme,
    Uitstelgrond,
)
from samenhang.kernel.termijnen import Eenheid, TermijnRegel
from samenhang.kernel.toegang.dimensies import VERTEGENWOORDIGER, VERTEGENWOORDIGT
from samenhang.schemes.wams.domain.bewakers import WamsFeiten
from samenhang.schemes.wams.domain.instemming import opent
from samenhang.schemes.wams.domain.leefgebieden import DEELNAME, GEVOELIG, LEEFGEBIEDEN
from samenhang.schemes.wams.domain.opschaling import OPSCHALING, Opgeschaald
from samenhang.schemes.wams.domain.overdracht import AAN, AANMELDING, DOORGEGEVEN, Aanmelding, Doorgegeven
from samenhang.schemes.wams.domain.partijen import CASUSOVERLEG, DEELNEMER, PARTIJEN_VAN_BUITEN
from samenhang.schemes.wams.domain.planzinnen import PLANZINNEN
from samenhang.schemes.wams.domain.proces import ZAAK
from samenhang.schemes.wams.verwerkingen import DOELTEKSTEN, ENGELS, VERWERKINGEN

AMBTSHALVE = "ambtshalve"
"""The kind of case that runs without a request for help, on another law; the other kind has no name."""

LANGSTE_UITSTEL = 42
"""Days: four weeks with one extension of two, after the model of Wmo 2015 art. 5.3.1 (unverified)."""

SCHEME = Scheme(
    naam="wams",
    titel=Tekst("Meervoudige problematiek", "Multiple coherent problems"),
    doel="plan",
    doelen=("melden", "triage", "onderzoek", "onderzoek_ambtshalve", "informeren", "werkverdeling", "bezwaar", CASUSOVERLEG, AANMELDING, OPSCHALING, "inzage", "toezicht", "vernietiging", "beslissen", "bronvoorwaarde", "nood"),
    zaak=ZAAK,
    feiten=WamsFeiten,
    verwerkingen=VERWERKINGEN,
    engels=ENGELS,
    doelteksten=DOELTEKSTEN,
    nummerletters="MP",
    rollen=(
        Rol("meldpunt", Tekst("Medewerker meldpunt", "Worker of the desk"), ("gemeente",)),
        Rol("onderzoeker", Tekst("Onderzoeker", "Investigator"), ("gemeente",)),
        Rol("coordinator", Tekst("Coördinator", "Coordinator"), ("gemeente",)),
        Rol(DEELNEMER, Tekst("Deelnemer aan het casusoverleg", "Participant in the case meeting"), tuple(PARTIJEN_VAN_BUITEN)),
        Rol("teamleider", Tekst("Teamleider", "Team lead"), ("gemeente",)),
        Rol("fg", Tekst("Functionaris gegevensbescherming", "Data protection officer"), ("gemeente",)),
        Rol("auditor", Tekst("Auditor", "Auditor"), ("gemeente", "toezichthouder")),
        Rol("beheerder", Tekst("Beheerder", "Administrator"), ("gemeente",)),
        Rol(VERTEGENWOORDIGER, Tekst("Vertegenwoordiger", "Representative"), ("",)),
    ),
    betrokkenheden=(
        Betrokkenheid(DEELNEMER, Tekst("doet mee in het casusoverleg", "takes part in the case meeting")),
        Betrokkenheid(VERTEGENWOORDIGT, Tekst("vertegenwoordigt de inwoner", "represents the resident")),
    ),
    categorieen=(
        Categorie("melding", Tekst("Wat is gemeld", "What was reported")),
        Categorie("bevinding", Tekst("Of problemen samenhangen", "Whether problems are coherent")),
        Categorie("gezin", Tekst("Wie bij het gezin hoort", "Who belongs to the family")),
        Categorie("afspraken", Tekst("Doelen en afspraken", "Goals and agreements")),
        *(Categorie(naam, titel, gevoelig=naam in GEVOELIG) for naam, titel in LEEFGEBIEDEN.items()),
        Categorie("betrokkenheid", Tekst("Dat een loket is betrokken", "That a desk is involved")),
        Categorie("betrokkenheid_gevoelig", Tekst("Dat zorg of veiligheid is betrokken", "That care or safety is involved"), gevoelig=True),
    ),
    termijnen=(
        TermijnRegel(
            "onderzoek", Tekst("Onderzoek afronden", "Finish the investigation"), "naar voorbeeld van Wmo 2015 art. 2.3.2 lid 1", 6, Eenheid.WEKEN,
            article="after the example of Wmo 2015 art. 2.3.2 lid 1", vanaf="onderzoek", status="ongeverifieerd", wie="onderzoeker", verlenging=2,
            gevolg=Tekst("De inwoner wacht langer dan mag; schrijf op waarom.", "The resident waits longer than allowed; write down why."),
        ),
        TermijnRegel(
            "informeren", Tekst("Mensen informeren", "Inform the people"), "naar voorbeeld van Wmo 2015 art. 5.3.1; AVG art. 14 lid 3", 4, Eenheid.WEKEN,
            article="after the example of Wmo 2015 art. 5.3.1; AVG art. 14 lid 3", vanaf="melding", status="ongeverifieerd", wie="meldpunt",
            gevolg=Tekst("De gemeente verwerkt gegevens zonder het te vertellen.", "The municipality processes data without telling."),
        ),
        TermijnRegel(
            "evaluatie", Tekst("Plan evalueren", "Evaluate the plan"), "beleid, elke drie maanden", 3, Eenheid.MAANDEN,
            article="policy, every three months", vanaf="uitvoering", status="beleid", wie="coordinator",
            gevolg=Tekst("Niemand weet of het plan nog past.", "Nobody knows whether the plan still fits."),
        ),
        TermijnRegel(
            "bezwaar", Tekst("Besluit op bezwaar", "Decide on the objection"), "AVG art. 12 lid 3", 1, Eenheid.MAANDEN,
            vanaf="bezwaar", status="ongeverifieerd", wie="teamleider", verlenging=2,
            gevolg=Tekst("De inwoner kan naar de Autoriteit Persoonsgegevens of de rechter.", "The resident can go to the data protection authority or the court."),
        ),
        TermijnRegel(
            "verbetering", Tekst("Antwoord op verzoek om verbetering", "Answer to a request for correction"), "AVG art. 12 lid 3 en 16", 1, Eenheid.MAANDEN,
            vanaf="verzoek", status="ongeverifieerd", wie="onderzoeker", verlenging=2,
            gevolg=Tekst("De inwoner kan naar de Autoriteit Persoonsgegevens of de rechter.", "The resident can go to the data protection authority or the court."),
        ),
    ),
    bewaartermijnen=(
        Bewaartermijn("doorgeleid", 12, "maanden", "beleid, geen wettelijke termijn gevonden", titel=Tekst("Melding die is doorgeleid", "Report that was passed on")),
        Bewaartermijn("afgesloten", 180, "maanden", "Wmo 2015 art. 5.3.4", "ongeverifieerd", Tekst("Afgesloten zaak", "Closed case")),
    ),
    stuurt=(
        Overdracht(AANMELDING, "schuldhulp", Aanmelding, "wgs-4-verzoek", Tekst("Aanmelding voor schuldhulp", "Referral to debt assistance"), doel=AANMELDING, aan=AAN),
        Overdracht(OPSCHALING, "zvh", Opgeschaald, "wgs-zvh-2-25", Tekst("Aanmelding bij het Zorg- en Veiligheidshuis", "Referral to the Care and Safety House"), doel=OPSCHALING, aan=AAN),
    ),
    aanvaardt=(
        Overdracht(DOORGEGEVEN, "schuldhulp", Doorgegeven, "wmo-2-3-2", Tekst("Melding van meervoudige problematiek", "Report of multiple problems"), wordt=(("hulpvraag", "melding"),)),
        Overdracht(DOORGEGEVEN, "vroegsignalering", Doorgegeven, "wmo-2-3-2", Tekst("Melding van meervoudige problematiek", "Report of multiple problems"), wordt=(("opvolging", "melding"),)),
    ),
    planzinnen=PLANZINNEN,
    uitstelgronden=(
        Uitstelgrond("veiligheid", Tekst("eerder vertellen brengt iemand in gevaar of maakt hulp onmogelijk", "telling sooner endangers someone or makes help impossible"), "naar voorbeeld van Wmo 2015 art. 5.3.1", LANGSTE_UITSTEL),
    ),
    instemt_ook_met=(DEELNAME,),
    opent=opent,
)  # fmt: skip
