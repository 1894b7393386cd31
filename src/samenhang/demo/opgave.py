"""A statement of claim as a creditor sends it along in the demo: one page, invented."""

from __future__ import annotations

from datetime import date

from samenhang.kernel.documenten import BRIEF, maak_pdf


def maak_opgave(schuldeiser: str, zaaknummer: str, naam: str, bedrag: str, dag: date) -> bytes:
    """The PDF of a landlord for one resident; `bedrag` as people write it."""
    deel = {
        "taal": "nl",
        "dienst": "Huurincasso",
        "voet": schuldeiser,
        "kenmerken": [{"naam": "Zaak", "waarde": zaaknummer}, {"naam": "Datum", "waarde": f"{dag:%d-%m-%Y}"}],
        "onderwerp": f"Opgave van onze vordering op {naam}",
        "aanhef": "Geachte heer of mevrouw,",
        "alineas": [
            {
                "kop": "",
                "tekst": f"Onze vordering is € {bedrag}: huur tot en met vandaag, zonder incassokosten.",
            }
        ],
        "groet": "Met vriendelijke groet,",
        "ondertekening": schuldeiser,
        "uitleg": [],
    }
    brief = {
        "retour": "Postbus 11, Waterrijk",
        "geadresseerde": ["Gemeente, team schuldhulp"],
        "delen": [deel],
    }
    gegevens = {
        "titel": deel["onderwerp"],
        "afzender": {"naam": schuldeiser},
        "taal": "nl",
        "voorbeeld": "",
        "brieven": [brief],
    }
    return maak_pdf(BRIEF, gegevens, dag)
