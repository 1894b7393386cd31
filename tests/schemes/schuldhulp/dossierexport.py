"""A dossier export as another system writes it: numbers as numbers, days as days with a format, a total below."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

KOP = ("Schuldeiser", "Incassant", "Bedrag", "Oorspronkelijk bedrag", "Ontstaansdatum", "Vaststeldatum", "Referentie", "Type")  # fmt: skip
DOSSIER = {"id": "412", "status": "gecontroleerd_gka", "clientNaam": "De Wit", "clientVoorletters": "R.", "clientGeboortedatum": "01-03-1984 12:00:00", "clientBSN": "999990019", "inPrullenbak": "nee"}  # fmt: skip
HUUR = ("Veenwonen", "Incasso Noord", 1234.5, 1300, date(2025, 1, 15), date(2026, 11, 2), "H-1", "concurrent")
BELASTING = ("Belastingdienst", "", 2000, None, None, date(2026, 10, 30), "B-9", "preferent")
ONBEKEND = ("Zorgzeker", "", None, None, None, date(2026, 11, 1), "Z-3", "concurrent")
SCHULDEN = (HUUR, BELASTING, ONBEKEND)
_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DELEN = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {_NS} xmlns:r="{_REL}"><sheets><sheet name="Worksheet" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{_REL}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet {_NS}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd mmmm yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>',
}  # fmt: skip


def blad(rijen: Sequence[Sequence[Any]]) -> bytes:
    """A spreadsheet with these cells."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, tekst in _DELEN.items():
            archief.writestr(naam, f'<?xml version="1.0" encoding="UTF-8"?>{tekst}')
        regels = "".join(
            f'<row r="{n}">{"".join(_cel(cel, f"{chr(65 + k)}{n}") for k, cel in enumerate(rij))}</row>'
            for n, rij in enumerate(rijen, 1)
        )
        archief.writestr("xl/worksheets/sheet1.xml", f'<?xml version="1.0" encoding="UTF-8"?><worksheet {_NS}><sheetData>{regels}</sheetData></worksheet>')  # fmt: skip
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


def _cel(waarde: Any, plek: str) -> str:
    if waarde is None or waarde == "":
        return ""
    if isinstance(waarde, date):
        return f'<c r="{plek}" s="1"><v>{(waarde - date(1899, 12, 30)).days}</v></c>'
    if isinstance(waarde, int | float):
        return f'<c r="{plek}"><v>{waarde}</v></c>'
    return f'<c r="{plek}" t="inlineStr"><is><t>{escape(waarde)}</t></is></c>'
