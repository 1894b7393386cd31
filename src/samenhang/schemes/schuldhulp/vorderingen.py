"""What the claims of a case are called where they are computed with."""

from __future__ import annotations

from samenhang.kernel.basis import Bedrag
from samenhang.schemes.schuldhulp.domain.verdeling import Rang, Vordering
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.models import Voorstel
from samenhang.schemes.schuldhulp.schuldeisers import wie


def vorderingsnaam(naam: str, rang: str) -> str:
    """How a claim is called in a distribution: by its creditor, with its rank unless that is the ordinary one."""
    return naam[:50] if rang == "concurrent" else f"{naam[:50]} ({rang})"


def naam_van(rij: Voorstel) -> str:
    """The same for an offer: cents fall the same way each time."""
    return vorderingsnaam(wie(rij.schuldeiser).naam, rij.rang)


def vorderingen_van(dossier: Dossier) -> list[Vordering]:
    """The claims of the proposal that stands."""
    return [
        Vordering(id=naam_van(rij), bedrag=Bedrag(rij.vordering_centen), rang=Rang(rij.rang))
        for rij in dossier.voorstellen
    ]
