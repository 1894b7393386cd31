"""The scheme zvh, as data."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Betrokkenheid, Bewaartermijn, Categorie, Overdracht, Rol, Scheme
from samenhang.kernel.termijnen import Eenheid, TermijnRegel
from samenhang.schemes.zvh.domain.gegevens import GEBIEDEN, GEVOELIG, OPSCHALING, Opgeschaald
from samenhang.schemes.zvh.domain.proces import ZAAK, ZvhFeiten
from samenhang.schemes.zvh.domain.tafel import DEELNEMER, INBRENG, TAFELGENOOT
from samenhang.schemes.zvh.verwerkingen import DOELTEKSTEN, ENGELS, VERWERKINGEN

SCHEME = Scheme(
    naam="zvh",
    titel=Tekst("Zorg- en Veiligheidshuis", "Care and Safety House"),
    doel="zvh_casus",
    doelen=("zvh_ontvangst", "werkverdeling", "inzage", "toezicht", "vernietiging", "bronvoorwaarde", "bezwaar", "beslissen"),
    zaak=ZAAK,
    feiten=ZvhFeiten,
    nummerletters="ZV",
    rollen=(
        Rol("procesregisseur", Tekst("Procesregisseur", "Process director"), ("gemeente",)),
        Rol("teamleider", Tekst("Teamleider", "Team lead"), ("gemeente",)),
        Rol(TAFELGENOOT, Tekst("Deelnemer aan tafel", "Participant at the table"), tuple(INBRENG)),
        Rol("fg", Tekst("Functionaris gegevensbescherming", "Data protection officer"), ("gemeente",)),
        Rol("auditor", Tekst("Auditor", "Auditor"), ("gemeente", "toezichthouder")),
    ),
    betrokkenheden=(Betrokkenheid(DEELNEMER, Tekst("zit aan tafel", "sits at the table")),),
    categorieen=(
        Categorie("toelating", Tekst("Waarom iemand is toegelaten", "Why someone was admitted"), gevoelig=True),
        *(Categorie(naam, titel, gevoelig=naam in GEVOELIG) for naam, titel in GEBIEDEN.items()),
        *(Categorie(naam, titel, gevoelig=True) for naam, titel in INBRENG.items()),
        Categorie("afspraken", Tekst("Wat is afgesproken", "What was agreed")),
    ),
    termijnen=(
        TermijnRegel(
            "informeren", Tekst("Inwoner informeren", "Inform the resident"), "AVG art. 14 lid 3; Besluit WGS art. 1.6 en 1.7", 1, Eenheid.MAANDEN,
            article="AVG art. 14 lid 3; Besluit WGS art. 1.6 and 1.7", vanaf="zvh_overleg", status="ongeverifieerd", wie="procesregisseur",
            gevolg=Tekst("De inwoner weet niet dat zijn gegevens hier zijn.", "The resident does not know that his data are here."),
        ),
        TermijnRegel(
            "bezwaar", Tekst("Besluit op bezwaar", "Decide on the objection"), "AVG art. 12 lid 3; Besluit WGS art. 1.2", 1, Eenheid.MAANDEN,
            article="AVG art. 12(3); Besluit WGS art. 1.2", vanaf="bezwaar", status="ongeverifieerd", wie="teamleider",
            gevolg=Tekst("De inwoner kan naar de Autoriteit Persoonsgegevens of de rechter.", "The resident can go to the data protection authority or the court."),
        ),
        TermijnRegel(
            "verbetering", Tekst("Antwoord op verzoek om verbetering", "Answer to a request for correction"), "AVG art. 12 lid 3 en 16", 1, Eenheid.MAANDEN,
            vanaf="verzoek", status="ongeverifieerd", wie="procesregisseur", verlenging=2,
            gevolg=Tekst("De inwoner kan naar de Autoriteit Persoonsgegevens of de rechter.", "The resident can go to the data protection authority or the court."),
        ),
    ),
    bewaartermijnen=(
        Bewaartermijn(
            "bezwaar_gegrond", 1, "maanden", "AVG art. 17 lid 1 onder c", "ongeverifieerd",
            Tekst("Afgesloten na een gegrond bezwaar tegen alles", "Closed after a well-founded objection to everything"),
        ),
        Bewaartermijn(
            "eerste_verwerking", 60, "maanden", "WGS art. 1.8 lid 7", "ongeverifieerd",
            Tekst("Vanaf de eerste verwerking, ook als de casus nog loopt", "From the first processing, also when the case still runs"),
        ),
    ),
    aanvaardt=(
        Overdracht(OPSCHALING, "wams", Opgeschaald, "wgs-zvh-2-25", Tekst("Aanmelding bij het Zorg- en Veiligheidshuis", "Referral to the Care and Safety House")),
    ),
    verwerkingen=VERWERKINGEN,
    engels=ENGELS,
    doelteksten=DOELTEKSTEN,
)  # fmt: skip
