"""A dossier export as another system writes it: numbers as numbers, days as days with a format, a total below."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook

KOP = ("Schuldeiser", "Incassant", "Bedrag", "Oorspronkelijk bedrag", "Ontstaansdatum", "Vaststeldatum", "Referentie", "Type")  # fmt: skip
DOSSIER = {"id": "412", "status": "gecontroleerd_gka", "clientNaam": "De Wit", "clientVoorletters": "R.", "clientGeboortedatum": "01-03-1984 12:00:00", "clientBSN": "999990019", "inPrullenbak": "nee"}  # fmt: skip
HUUR = ("Veenwonen", "Incasso Noord", 1234.5, 1300, date(2025, 1, 15), date(2026, 11, 2), "H-1", "concurrent")
BELASTING = ("Belastingdienst", "", 2000, None, None, date(2026, 10, 30), "B-9", "preferent")
ONBEKEND = ("Zorgzeker", "", None, None, None, date(2026, 11, 1), "Z-3", "concurrent")
SCHULDEN = (HUUR, BELASTING, ONBEKEND)


def blad(rijen: Sequence[Sequence[Any]]) -> bytes:
    """A spreadsheet with these cells; a day has the format of the other system."""
    boek, uit = Workbook(), io.BytesIO()
    for nummer, rij in enumerate(rijen, 1):
        for kolom, waarde in enumerate(rij, 1):
            cel = boek.active.cell(nummer, kolom, None if waarde == "" else waarde)
            if isinstance(waarde, date):
                cel.number_format = "dd mmmm yyyy"
    boek.save(uit)
    return uit.getvalue()


def lijst(schulden: Sequence[Sequence[Any]] = SCHULDEN, totaal: Any = None, kop: Sequence[str] = KOP, na: Sequence[Sequence[Any]] = ()) -> bytes:  # fmt: skip
    """The list of debts with its total and the room for a signature."""
    som = sum(rij[2] for rij in schulden if isinstance(rij[2], int | float)) if totaal is None else totaal
    onder = [] if som == "geen" else [("Totaal bedrag", None, som)]
    leeg: list[Sequence[Any]] = [()]
    return blad([kop, *schulden, *leeg, *onder, *leeg * 3, ("Naam:", None, None, "Datum:", None, "Handtekening:"), *na])  # fmt: skip


def dossiercsv(**anders: str) -> bytes:
    """The dossier as one line."""
    velden = DOSSIER | anders
    regels = (",".join(f'"{cel}"' for cel in rij) for rij in (velden.keys(), velden.values()))
    return "\r\n".join(regels).encode()


def uitvoer(lijst_: bytes | None = None, dossier: bytes | None = None, nummer: str = "412", **extra: bytes) -> bytes:  # fmt: skip
    """The ZIP, with a document in it that nobody reads."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr("Legitimatie/paspoort.pdf", b"%PDF-1.7 ...")
        archief.writestr(f"dossier-{nummer}.csv", dossiercsv() if dossier is None else dossier)
        archief.writestr(f"dossier-{nummer}-schuldenlijst.xlsx", lijst() if lijst_ is None else lijst_)
        for naam, inhoud in extra.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()
