"""A copy as JSON for machines, and as PDF/UA for people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.documenten import maak_pdf
from samenhang.kernel.inzage import Kopie, Waarde
from samenhang.web.weergave import in_tekst, taal

SJABLOON: Final = Path(__file__).parent / "kopie.typ"

RECHTEN: Final = Tekst(
    "U mag uw gegevens laten verbeteren, bezwaar maken en toestemming intrekken. Dat kan op uw eigen pagina of bij de gemeente. Een klacht kunt u indienen bij de Autoriteit Persoonsgegevens (AVG art. 7, 15, 16, 21 en 77).",
    "You may have your data corrected, object and withdraw consent. You can do so on your own page or at the municipality. You can complain to the data protection authority (GDPR art. 7, 15, 16, 21 and 77).",
)  # fmt: skip


def als_json(kopie: Kopie) -> bytes:
    """UTF-8 JSON: amounts as strings with two decimals, days and moments ISO 8601, words in Dutch."""
    document = {
        "soort": "kopie-avg-15",
        "gemaakt": kopie.gemaakt.isoformat(),
        "verwerkingsverantwoordelijke": kopie.gemeente,
        "delen": {
            deel.naam: [{gegeven.naam: _draad(gegeven.waarde) for gegeven in rij} for rij in deel.rijen]
            for deel in kopie.delen
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2).encode()


def _draad(waarde: Waarde) -> Any:
    if isinstance(waarde, Tekst):
        return waarde.nl
    if isinstance(waarde, Bedrag):
        return waarde.draad()
    if waarde is None or isinstance(waarde, str | bool | int):
        return waarde
    return waarde.isoformat()


def als_pdf(kopie: Kopie) -> bytes:
    """The same to read and print, in the language of the page, as PDF/UA-1; empty parts are named in one line."""
    titel = Tekst("Kopie van uw gegevens", "Copy of your data")
    leeg = [deel.titel.in_taal(taal()) for deel in kopie.delen if not deel.rijen]
    gegevens = {
        "taal": str(taal()),
        "titel": titel.in_taal(taal()),
        "gemeente": kopie.gemeente,
        "onder": Tekst(
            f"Gemaakt op {in_tekst(kopie.gemaakt)}. Bewaar dit goed: er staat privé-informatie in.",
            f"Made on {in_tekst(kopie.gemaakt)}. Keep this safe: it holds private information.",
        ).in_taal(taal()),
        "delen": [
            {
                "titel": deel.titel.in_taal(taal()),
                "rijen": [
                    [
                        {"naam": g.titel.in_taal(taal()), "waarde": in_tekst(g.waarde)}
                        for g in rij
                        if g.waarde not in (None, "")
                    ]
                    for rij in deel.rijen
                ],
            }
            for deel in kopie.delen
            if deel.rijen
        ],
        "leeg": (
            Tekst("Hierover weten wij niets: ", "Of this we know nothing: ").in_taal(taal())
            + "; ".join(leeg)
            + "."
            if leeg
            else ""
        ),
        "rechten_kop": Tekst("Uw rechten", "Your rights").in_taal(taal()),
        "rechten": RECHTEN.in_taal(taal()),
    }
    return maak_pdf(SJABLOON, gegevens, kopie.gemaakt)
