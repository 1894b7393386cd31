"""An offer in the portal as a document: the same on the API and the terminal."""

from __future__ import annotations

from typing import Any

from samenhang.schemes.schuldhulp import uitgaven
from samenhang.schemes.schuldhulp.queries.portaal import Portaalbeeld


def als_portaalvoorstel(beeld: Portaalbeeld) -> dict[str, Any]:
    """One offer, as its creditor sees it."""
    rij = beeld.aanbod
    return {
        **uitgaven.AANBOD.document(rij),
        "gemeente": beeld.gemeente,
        "vordering": rij.vordering.draad(),
        "aanbod": rij.bedrag.draad(),
        "opgave": rij.opgave.draad() if rij.opgave else None,
        "open": beeld.open,
        "stukken": [uitgaven.OPGAVESTUK.document(stuk) for stuk in beeld.stukken],
    }
