"""The error report of a delivery as a file: every fault with its place, and the partner's own rows to correct."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.conf import settings

from samenhang.kernel.aanlevering.models import AanleverFout, Aanlevering
from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.schemes.vroegsignalering.bestand.rapport import schrijf_verbeterblad
from samenhang.schemes.vroegsignalering.bestand.rekenblad import xlsx_naar_csv

KOP = ("bestand", "regel", "kolom", "code", "tekst", "text")


def regels(aanlevering: Aanlevering, code: str = "") -> Iterator[str]:
    """The report in pieces as CSV, harmless in a spreadsheet; `code` narrows to one code."""
    fouten = AanleverFout.objects.filter(aanlevering=aanlevering)
    if code:
        fouten = fouten.filter(code=code)
    rijen = fouten.values_list("regel", "kolom", "code", "tekst", "text")
    yield als_csv(KOP, ())
    alle = rijen.iterator(chunk_size=2000)
    while brok := list(islice(alle, 2000)):
        yield als_csv((), ((aanlevering.bestandsnaam, *rij) for rij in brok)).partition("\n")[2]


def _pad(aanlevering_id: UUID) -> Path:
    map_ = Path(settings.DATAMAP) / "foutenrapporten"
    map_.mkdir(parents=True, exist_ok=True, mode=0o700)
    return map_ / f"{aanlevering_id}.csv"


def schrijf(aanlevering: Aanlevering) -> Path:
    """Write the whole report to its own file and give its place."""
    doel = _pad(aanlevering.id)
    with doel.open("w", encoding="utf-8", newline="") as uit:
        uit.writelines(regels(aanlevering))
    return doel


def vernietig(aanlevering_id: UUID) -> None:
    """Remove the report; its cell values have been kept long enough."""
    _pad(aanlevering_id).unlink(missing_ok=True)


def verbeterblad(aanlevering: Aanlevering, ruw: Path) -> bytes:
    """The refused rows in the sender's own columns, with what is wrong beside them. Who objected is not in it."""
    fouten = [
        (regel or 0, kolom, code, tekst)
        for regel, kolom, code, tekst in AanleverFout.objects.filter(
            aanlevering=aanlevering, regel__isnull=False, code__startswith="R"
        ).values_list("regel", "kolom", "code", "tekst")
    ]
    with tempfile.TemporaryDirectory(prefix="samenhang-") as map_:
        bron = xlsx_naar_csv(ruw, Path(map_)) if ruw.suffix == ".xlsx" else ruw
        doel = Path(map_) / "verbeterblad.csv"
        schrijf_verbeterblad(bron, fouten, doel)
        return doel.read_bytes()
