"""An arrangement by saving as a document: agreement, months with what was saved, checks of capacity, what creditors got."""

from __future__ import annotations

from typing import Any

from samenhang.kernel.basis import Bedrag
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.schuldeisers import wie


def als_regeling(dossier: Dossier | None) -> dict[str, Any]:
    """What a case shows of its arrangement; nothing before there is one."""
    if dossier is None or dossier.spaarregeling is None:
        return {"spaarregeling": None}
    rij, stand = dossier.spaarregeling, dossier.spaarstand
    assert stand is not None  # there is an arrangement
    return {
        "spaarregeling": {
            "soort": rij.soort,
            "ingang": rij.ingang,
            "einde": stand.einde,
            "hercontrole_maanden": rij.hercontrole_maanden,
            "gespaard": stand.gespaard.draad(),
            "verwacht": stand.verwacht.draad(),
            "uitgekeerd": dossier.uitgedeeld.draad(),
            "achterstand": stand.achterstand.draad(),
            "achter_sinds": stand.achter_sinds,
            "maanden": [
                {
                    "nummer": deel.nummer,
                    "vervalt": deel.vervalt,
                    "bedrag": deel.bedrag.draad(),
                    "gespaard": deel.betaald.draad(),
                }
                for deel in stand.maanden
            ],
            "hercontroles": [
                {
                    "op": deel.op,
                    "capaciteit": deel.capaciteit.draad(),
                    "toelichting": deel.toelichting,
                    "hash": deel.berekening["antwoord"]["hash"],
                }
                for deel in dossier.hercontroles
            ],
            "uitdelingen": [
                {
                    "op": deel.uitgekeerd_op,
                    "schuldeiser": wie(deel.schuldeiser).naam,
                    "rang": deel.rang,
                    "bedrag": Bedrag(deel.bedrag_centen).draad(),
                }
                for deel in dossier.uitdelingen
            ],
        }
    }
