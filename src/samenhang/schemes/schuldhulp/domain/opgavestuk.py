"""A file that a creditor sends with his answer: what kind it is by its bytes, and whether we take it. Pure.

Not by its name: a program that calls itself .pdf is none. A PDF that can do something (scripts, actions on opening,
starting a program, files inside) is refused; what is kept is handed out as an attachment only, never shown inline.
"""

from __future__ import annotations

import re
from typing import Final

from samenhang.kernel.basis import Geweigerd, Tekst

GROOTSTE: Final = 2_000_000
"""Bytes of a file."""
MEESTE: Final = 5
"""Files with one offer."""
SOORTEN: Final = {
    "application/pdf": b"%PDF-",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
}
_DOET_IETS: Final = re.compile(rb"/(JavaScript|JS|OpenAction|AA|Launch|EmbeddedFiles?|RichMedia|XFA)\b")
_UITGANG: Final = {"application/pdf": "pdf", "image/png": "png", "image/jpeg": "jpg"}


def soort_van(inhoud: bytes) -> str:
    """The kind of a file; raises `Geweigerd` for one that is empty, too large, of another kind, or can do something."""
    if not inhoud:
        raise _weiger(
            "stuk_leeg", "Het bestand is leeg. Kies een ander.", "The file is empty. Choose another."
        )
    if len(inhoud) > GROOTSTE:
        raise _weiger("stuk_te_groot", "Het bestand is groter dan 2 MB. Maak het kleiner.", "The file is larger than 2 MB. Make it smaller.", 413)  # fmt: skip
    soort = next((soort for soort, begin in SOORTEN.items() if inhoud.startswith(begin)), "")
    if not soort:
        raise _weiger("stuk_soort", "Dit is geen PDF, PNG of JPEG. Sla het stuk op als PDF.", "This is no PDF, PNG or JPEG. Save it as PDF.")  # fmt: skip
    if soort == "application/pdf":
        if b"%%EOF" not in inhoud[-2048:]:
            raise _weiger("stuk_kapot", "De PDF is niet heel. Maak haar opnieuw.", "The PDF is not whole. Make it again.")  # fmt: skip
        if _DOET_IETS.search(_namen(inhoud)):
            raise _weiger("stuk_actief", "De PDF bevat een script, actie of bijlage. Druk haar opnieuw af naar PDF.", "The PDF holds a script, action or attachment. Print it to PDF again.")  # fmt: skip
    return soort


def veilige_naam(naam: str, soort: str) -> str:
    """A file name without place or odd signs, ending as its kind does."""
    kaal = re.sub(r"[^A-Za-z0-9_-]+", "-", re.split(r"[\\/]", naam)[-1].rsplit(".", 1)[0]).strip("-")
    return f"{kaal[:80] or 'opgave'}.{_UITGANG[soort]}"


def _namen(inhoud: bytes) -> bytes:
    """The bytes with names written in hexadecimal (`/J#53`) as they are meant."""
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda deel: bytes([int(deel[1], 16)]), inhoud)


def _weiger(code: str, nl: str, en: str, status: int = 400) -> Geweigerd:
    tekst = Tekst(nl, en)
    return Geweigerd.bij("bestand", code, tekst, status=status)
