"""The file of a team that a planner gives: CSV or a spreadsheet."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.werkblad import lees_blad
from samenhang.schemes.helplijn.domain.bezetting.ploegbestand import Rij, csvrijen

GROOTSTE: Final = 2_000_000
"""Bytes; a team of three hundred is some forty thousand."""


def lees_ploegrijen(inhoud: bytes, naam: str) -> list[Rij]:
    """The rows of the file with their numbers; raises `Geweigerd` when it is too large or is neither."""
    if len(inhoud) > GROOTSTE:
        raise Geweigerd("te_groot", Tekst("Het bestand is groter dan 2 MB. Kies de lijst met medewerkers.", "The file is larger than 2 MB. Choose the list of employees."), status=413)  # fmt: skip
    if inhoud.startswith(b"PK"):
        return list(lees_blad(inhoud, naam))
    try:
        return csvrijen(inhoud.decode("utf-8-sig"))
    except ValueError as fout:
        raise Geweigerd("bestand_onleesbaar", Tekst(f"{naam} is geen CSV in UTF-8 en geen Excelbestand. Sla het op als CSV UTF-8 of XLSX.", f"{naam} is no CSV in UTF-8 and no spreadsheet. Save it as CSV UTF-8 or XLSX.")) from fout  # fmt: skip
