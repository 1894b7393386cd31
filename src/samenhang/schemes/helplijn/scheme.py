"""The scheme helplijn, as data."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Bewaartermijn, Categorie, Overdracht, Rol, Scheme
from samenhang.schemes.helplijn.domain.overdracht import (
    AAN,
    HULPWENS,
    OPGEPAKT,
    UITKOMST,
    WARM,
    Ontvangst,
    Uitkomst,
    WarmeOverdracht,
)
from samenhang.schemes.helplijn.domain.proces import AAN_DE_LIJN as AAN_DE_LIJN
from samenhang.schemes.helplijn.domain.proces import OVERDRACHT, OverdrachtFeiten
from samenhang.schemes.helplijn.verwerkingen import DOELTEKSTEN, ENGELS, VERWERKINGEN

LIJNMEDEWERKER, TEAMLEIDER, PLANNER, BEHEERDER = "lijnmedewerker", "teamleider", "planner", "beheerder"
_VAN = ("hulplijn", "gemeente")

SCHEME = Scheme(
    naam="helplijn",
    titel=Tekst("Helplijn", "Helpline"),
    doel="helplijn",
    doelen=(WARM, "intrekken", "terugroepen", "verstrekking", "aanlevering", "terugmelding", "inzage", "toezicht", "vernietiging"),
    zaak=OVERDRACHT,
    feiten=OverdrachtFeiten,
    nummerletters="HL",
    verwerkingen=VERWERKINGEN,
    engels=ENGELS,
    doelteksten=DOELTEKSTEN,
    rollen=(
        Rol(LIJNMEDEWERKER, Tekst("Medewerker aan de lijn", "Call-team worker"), _VAN),
        Rol(TEAMLEIDER, Tekst("Teamleider", "Team lead"), _VAN),
        Rol(PLANNER, Tekst("Planner", "Planner"), _VAN),
        Rol("auditor", Tekst("Auditor", "Auditor"), (*_VAN, "toezichthouder")),
        Rol(BEHEERDER, Tekst("Beheerder", "Administrator"), _VAN),
    ),
    categorieen=(Categorie(HULPWENS, Tekst("Waar u hulp bij wilt, en uw toestemming", "What you want help with, and your consent")),),
    bewaartermijnen=(
        Bewaartermijn("overdracht", 14, "dagen", "eigen beleid: ook als niemand haar oppakte", titel=Tekst("Warme overdracht aan de gemeente", "Warm hand-over to the municipality")),
        Bewaartermijn("contact", 24, "maanden", "eigen beleid: twee jaar cijfers", titel=Tekst("Contact zonder naam, en hoe een overdracht afliep", "Contact without a name, and how a hand-over ended")),
        Bewaartermijn("ingetrokken", 0, "dagen", "AVG art. 7 lid 3 en 17 lid 1 onder b", "ongeverifieerd", Tekst("Overdracht waarvoor de toestemming is ingetrokken", "Hand-over of which the consent was withdrawn")),
    ),
    stuurt=(
        Overdracht(WARM, "schuldhulp", WarmeOverdracht, "avg-6-1-a-lijn", Tekst("Verzoek om te bellen", "Request to call"), doel=WARM, aan=AAN),
    ),
    aanvaardt=(
        Overdracht(OPGEPAKT, "schuldhulp", Ontvangst, "wgs-4-lijn", Tekst("Verzoek om te bellen is opgepakt", "Request to call was taken up")),
        Overdracht(UITKOMST, "schuldhulp", Uitkomst, "wgs-4-lijn", Tekst("Of de beller is bereikt", "Whether the caller was reached")),
    ),
)  # fmt: skip
