"""Titles that the header, the forms and the tabs of a case share."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.termijnen import TermijnRegel
from samenhang.kernel.zaken.models import ZaakTermijn
from samenhang.schemes.vroegsignalering.scheme import SCHEME

ROLTITELS = {rol.naam: rol.titel for rol in SCHEME.rollen} | {
    "schuldhulpverlener": Tekst("Schuldhulpverlening", "Debt assistance"),
}


def regel_van(termijn: ZaakTermijn) -> TermijnRegel:
    """What is declared about a term."""
    return SCHEME.termijn(termijn.regel)


def planzin(naam: str) -> Tekst:
    """The sentence of the plan of that name; one that is not declared any more stays its name."""
    return next((zin.tekst for zin in SCHEME.planzinnen if zin.naam == naam), Tekst(naam, naam))
