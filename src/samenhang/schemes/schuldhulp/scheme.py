"""The scheme schuldhulp, as data. It computes and keeps nothing about anyone: no cases and no permits yet."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Rol, Scheme
from samenhang.schemes.schuldhulp.domain.termijnen import TERMIJNEN

WERKER = "schuldhulpverlener"

SCHEME = Scheme(
    naam="schuldhulp",
    titel=Tekst("Schuldhulp", "Debt assistance"),
    doel="schuldhulp",
    doelen=(),
    zaak=None,
    feiten=None,
    nummerletters="SH",
    rollen=(
        Rol(WERKER, Tekst("Schuldhulpverlener", "Debt assistance worker"), ("gemeente", "kredietbank")),
        Rol("beheerder", Tekst("Beheerder", "Administrator"), ("gemeente",)),
    ),
    categorieen=(),
    termijnen=TERMIJNEN,
    doelteksten={"schuldhulp": Tekst("u helpen met uw schulden", "help you with your debts")},
)
