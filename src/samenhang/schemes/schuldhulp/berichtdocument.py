"""The messages as a document: the same on the API and the terminal."""

from __future__ import annotations

from typing import Any

from samenhang.schemes.schuldhulp.queries.berichten import Berichtenbeeld


def als_berichten(beeld: Berichtenbeeld) -> dict[str, Any]:
    """The messages, what asks for attention first."""
    return {
        "aangesloten": beeld.doet_mee,
        "opgehaald": beeld.gelukt,
        "achter": beeld.achter,
        "storing": beeld.fout.nl if beeld.fout else None,
        "berichten": [
            {
                "id": rij.id,
                "zaak": rij.zaak,
                "zaaknummer": rij.zaaknummer,
                "schuldeiser": rij.schuldeiser,
                "uitgaand": rij.uitgaand,
                "soort": rij.soort,
                "stand": rij.stand,
                "gemaakt": rij.gemaakt,
                "vervalt": rij.vervalt,
                "uiterlijk": rij.uiterlijk,
                "let_op": rij.blijft_liggen,
                "uitkomst": rij.uitkomst,
            }
            for rij in beeld.regels
        ],
    }
