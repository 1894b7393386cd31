"""The scheme helplijn, as data."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Rol, Scheme
from samenhang.schemes.helplijn.verwerkingen import DOELTEKSTEN, ENGELS, VERWERKINGEN

LIJNMEDEWERKER, TEAMLEIDER, PLANNER = "lijnmedewerker", "teamleider", "planner"
AAN_DE_LIJN = (LIJNMEDEWERKER, TEAMLEIDER)
_VAN = ("hulplijn", "gemeente")

SCHEME = Scheme(
    naam="helplijn",
    titel=Tekst("Helplijn", "Helpline"),
    doel="helplijn",
    doelen=(),
    zaak=None,
    feiten=None,
    nummerletters="HL",
    verwerkingen=VERWERKINGEN,
    engels=ENGELS,
    doelteksten=DOELTEKSTEN,
    rollen=(
        Rol(LIJNMEDEWERKER, Tekst("Medewerker aan de lijn", "Call-team worker"), _VAN),
        Rol(TEAMLEIDER, Tekst("Teamleider", "Team lead"), _VAN),
        Rol(PLANNER, Tekst("Planner", "Planner"), _VAN),
        Rol("auditor", Tekst("Auditor", "Auditor"), (*_VAN, "toezichthouder")),
        Rol("beheerder", Tekst("Beheerder", "Administrator"), _VAN),
    ),
    categorieen=(),
)
