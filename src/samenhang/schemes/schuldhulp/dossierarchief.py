"""The ZIP of a dossier export: which of its files are read, and how much of them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

LIJST: Final = re.compile(r"dossier-([0-9]{1,10})-schuldenlijst\.xlsx")
GROOTSTE: Final = 25_000_000
"""Bytes of an export with its documents."""
MEESTE_DELEN: Final = 2_000
GROOTSTE_DEEL: Final = 2_000_000
"""Bytes of the list and of the line about the dossier, unpacked; nothing else is unpacked."""


@dataclass(frozen=True, slots=True)
class Dossierarchief:
    """The two files that are read, with their names. Documents, notes and logs stay unread."""

    nummer: str
    lijstnaam: str
    lijst: bytes
    dossiernaam: str
    dossier: bytes


def is_archief(inhoud: bytes) -> bool:
    """Whether this is a ZIP and no spreadsheet, which is one too."""
    if not inhoud.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            return "[Content_Types].xml" not in archief.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def open_archief(inhoud: bytes, naam: str) -> Dossierarchief:
    """The list of debts and the dossier of an export. Raises `Geweigerd` for a ZIP that is none, or of two dossiers."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        namen = archief.namelist()
        if len(namen) > MEESTE_DELEN:
            raise _weiger("te_veel_delen", naam, f"heeft meer dan {MEESTE_DELEN} delen. Haal de documenten eruit", f"has more than {MEESTE_DELEN} parts. Take the documents out")  # fmt: skip
        lijsten = [deel for deel in namen if LIJST.fullmatch(PurePosixPath(deel).name)]
        if not lijsten:
            raise _weiger("schuldenlijst_ontbreekt", naam, "heeft geen dossier-NUMMER-schuldenlijst.xlsx. Voer het dossier opnieuw uit, of lever de lijst als CSV of XLSX", "has no dossier-NUMBER-schuldenlijst.xlsx. Export the dossier again, or deliver the list as CSV or XLSX")  # fmt: skip
        if len(lijsten) > 1:
            raise _weiger("meer_dossiers", naam, f"heeft {len(lijsten)} schuldenlijsten. Lever één dossier per bestand", f"has {len(lijsten)} lists of debts. Deliver one dossier per file")  # fmt: skip
        gevonden = LIJST.fullmatch(PurePosixPath(lijsten[0]).name)
        assert gevonden is not None  # that is how it was found
        nummer = gevonden[1]
        kop = str(PurePosixPath(lijsten[0]).with_name(f"dossier-{nummer}.csv"))
        if kop not in namen:
            raise _weiger("dossier_ontbreekt", naam, f"heeft geen dossier-{nummer}.csv: van wie de schulden zijn is niet na te gaan. Voer het dossier opnieuw uit", f"has no dossier-{nummer}.csv: whose the debts are cannot be checked. Export the dossier again")  # fmt: skip
        return Dossierarchief(
            nummer, PurePosixPath(lijsten[0]).name, _pak_uit(archief, lijsten[0]), PurePosixPath(kop).name, _pak_uit(archief, kop)
        )  # fmt: skip


def _pak_uit(archief: zipfile.ZipFile, deel: str) -> bytes:
    try:
        with archief.open(deel) as stroom:
            inhoud = stroom.read(GROOTSTE_DEEL + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as fout:
        raise _weiger("deel_onleesbaar", deel, "is niet uit te pakken, of heeft een wachtwoord. Voer het dossier opnieuw uit", "cannot be unpacked, or has a password. Export the dossier again") from fout  # fmt: skip
    if len(inhoud) > GROOTSTE_DEEL:
        raise _weiger("te_groot", deel, "is uitgepakt groter dan 2 MB. Lever de lijst in delen", "is larger than 2 MB when unpacked. Deliver the list in parts", 413)  # fmt: skip
    return inhoud


def _weiger(code: str, naam: str, nl: str, en: str, status: int = 400) -> Geweigerd:
    tekst = Tekst(f"{naam} {nl}.", f"{naam} {en}.")
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(naam)),), status=status)
