"""A case as one document of plain values, for the machine doors: only what the view holds."""

from __future__ import annotations

from typing import Any

from samenhang.schemes.zvh import uitgaven
from samenhang.schemes.zvh.queries import Bezwaarbeeld, Casusbeeld, Tafelbeeld


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
        "tafel": [
            {
                "deelname": genoot.deelname,
                "partij": genoot.partij,
                "naam": genoot.naam,
                "ziet": [{"soort": soort, "nodig": nodig} for soort, nodig in genoot.ziet],
                "ziet_niet": [soort for soort, _ in genoot.ziet_niet],
            }
            for genoot in beeld.tafel
        ],
        "afspraken": [uitgaven.AFSPRAAK.document(rij) for rij in beeld.afspraken],
        "verteld": [rij.op for rij in beeld.verteld],
        "bezwaren": [uitgaven.BEZWAAR.document(rij) for rij in beeld.bezwaren],
        "taken": [
            {"id": rij.id, "titel": rij.titel_nl, "soort": rij.soort, "uiterlijk": rij.uiterlijk}
            for rij in beeld.taken
        ],
        "termijnen": [{"regel": rij.regel, "einde": rij.einde} for rij in beeld.termijnen],
    }


def als_tafeldocument(beeld: Tafelbeeld) -> dict[str, Any]:
    """One case as a party at the table sees it."""
    zaak = beeld.zaak
    return {
        "id": zaak.id,
        "nummer": zaak.nummer,
        "stap": zaak.stap,
        "versie": zaak.versie,
        "huis": beeld.huis,
        "naam": beeld.naam,
        "adres": beeld.adres,
        "telefoon": beeld.telefoon,
        "noodzaak": [{"soort": soort, "nodig": nodig} for soort, nodig in beeld.noodzaak.items()],
        "gegevens": [
            {"leefgebied": rij.leefgebied, "tekst": rij.tekst, "bron": rij.bron, "nodig": rij.nodig}
            for rij in beeld.gegevens
        ],
        "afspraken": [uitgaven.AFSPRAAK.document(rij) for rij in beeld.afspraken],
    }


def als_bezwaar(beeld: Bezwaarbeeld) -> dict[str, Any]:
    """The objections of a case, for who decides on them."""
    zaak = beeld.zaak
    return {
        "id": zaak.id,
        "nummer": zaak.nummer,
        "stap": zaak.stap,
        "versie": zaak.versie,
        "bezwaren": [uitgaven.BEZWAAR.document(rij) for rij in beeld.bezwaren],
        "deelnemers": list(beeld.deelnemers),
        "termijnen": [{"regel": rij.regel, "einde": rij.einde} for rij in beeld.termijnen],
    }
