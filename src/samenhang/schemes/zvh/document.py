"""A case as one document of plain values, for the machine doors: only what the view holds."""

from __future__ import annotations

from typing import Any

from samenhang.schemes.zvh import uitgaven
from samenhang.schemes.zvh.queries import Casusbeeld


def als_document(beeld: Casusbeeld) -> dict[str, Any]:
    """One case, as its view."""
    zaak = beeld.zaak
    return {
        "id": zaak.id,
        "nummer": zaak.nummer,
        "stap": zaak.stap,
        "versie": zaak.versie,
        "naam": beeld.naam,
        "telefoon": beeld.telefoon,
        "toelating": uitgaven.TOELATING.document(beeld.toelating),
        "gegevens": [
            {"leefgebied": rij.leefgebied, "tekst": rij.tekst, "bron": rij.bron, "nodig": rij.nodig}
            for rij in beeld.gegevens
        ],
        "afspraken": [uitgaven.AFSPRAAK.document(rij) for rij in beeld.afspraken],
        "verteld": [rij.op for rij in beeld.verteld],
        "termijnen": [{"regel": rij.regel, "einde": rij.einde} for rij in beeld.termijnen],
    }
