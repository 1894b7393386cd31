"""Refusals and requests to the court as a document."""

from __future__ import annotations

from typing import Any

from samenhang.schemes.schuldhulp import uitgaven
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.rechtbankstand import lijst_van
from samenhang.schemes.schuldhulp.schuldeisers import wie


def als_rechtbank(dossier: Dossier | None) -> dict[str, Any]:
    """What a case shows of the court."""
    if dossier is None:
        return {"weigeringen": [], "verzoeken": []}
    return {
        "weigeringen": [
            {"schuldeiser": wie(rij.schuldeiser).naam, **uitgaven.WEIGERING.document(rij)}
            for rij in dossier.weigeringen
        ],
        "verzoeken": [
            {
                "id": rij.id,
                "soort": rij.soort,
                "stand": rij.stand,
                "rechtbank": rij.rechtbank,
                "ingediend_op": rij.ingediend_op,
                "uitspraak_op": rij.uitspraak_op,
                "tot": rij.tot,
                "kenmerk": rij.kenmerk,
                "toelichting": rij.toelichting,
                "schone_lei_op": rij.schone_lei_op,
                "punten": [
                    {
                        "code": punt.onderdeel.code,
                        "titel": punt.onderdeel.titel.nl,
                        "stand": str(punt.stand),
                        "vanzelf": punt.vanzelf,
                        "reden": punt.reden,
                        "bron": punt.onderdeel.bron,
                        "status": punt.onderdeel.status,
                    }
                    for punt in lijst_van(dossier, rij)
                ],
            }
            for rij in dossier.verzoeken
        ],
    }
