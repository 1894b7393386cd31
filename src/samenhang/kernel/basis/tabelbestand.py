"""Lists as files for people: CSV with `;` between cells, or a spreadsheet; no cell that would be run. Pure."""

from __future__ import annotations

import csv
import html
import io
import re
import zipfile
from collections.abc import Iterable, Sequence

FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r")


def onschadelijk(cel: str) -> str:
    """A cell that a spreadsheet will not run: text that starts with a formula sign gets an apostrophe.

    Source: OWASP, CSV Injection.
    """
    return f"'{cel}" if cel.startswith(FORMULETEKENS) else cel


def als_csv(kop: Sequence[str], rijen: Iterable[Sequence[object]]) -> str:
    """A header and rows as CSV; nothing is an empty cell."""
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\n")
    schrijver.writerow(kop)
    for rij in rijen:
        schrijver.writerow([onschadelijk("" if cel is None else str(cel)) for cel in rij])
    return tekst.getvalue()


_KAAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML does not know."""
_ONDERDELEN = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
}
"""What a workbook with one sheet needs around it (ECMA-376 part 1)."""


def als_xlsx(rijen: Iterable[Sequence[object]]) -> bytes:
    """Rows as a spreadsheet with one sheet. Every cell is text, which no program runs; nothing is an empty cell."""
    inhoud = io.BytesIO()
    with zipfile.ZipFile(inhoud, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, tekst in _ONDERDELEN.items():
            archief.writestr(naam, _XML + tekst)
        with archief.open("xl/worksheets/sheet1.xml", "w") as blad:
            blad.write(
                f'{_XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'.encode()
            )
            for rij in rijen:
                blad.write(f"<row>{''.join(map(_cel, rij))}</row>".encode())
            blad.write(b"</sheetData></worksheet>")
    return inhoud.getvalue()


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def _cel(waarde: object) -> str:
    if waarde is None or waarde == "":
        return "<c/>"
    tekst = html.escape(_KAAL.sub("", str(waarde)), quote=False)
    return f'<c t="inlineStr"><is><t xml:space="preserve">{tekst}</t></is></c>'
