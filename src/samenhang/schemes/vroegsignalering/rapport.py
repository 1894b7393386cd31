"""The error report of a delivery as a file: every fault with its place, and the partner's own rows to correct."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.conf import settings

from samenhang.kernel.aanlevering.models import AanleverFout, Aanlevering
from samenhang.kernel.basis import Geweigerd, Taal, Tekst
from samenhang.kernel.basis.tabelbestand import als_csv, als_xlsx
from samenhang.schemes.vroegsignalering.bestand.bronnen import bron_van
from samenhang.schemes.vroegsignalering.bestand.rapport import verbeterrijen

KOP = ("bestand", "regel", "kolom", "code", "tekst", "text", "plek")

SOORTEN = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The kinds of file in which a correction sheet can be had."""


def regels(aanlevering: Aanlevering, code: str = "") -> Iterator[str]:
    """The report in pieces as CSV, harmless in a spreadsheet; `code` narrows to one code."""
    fouten = AanleverFout.objects.filter(aanlevering=aanlevering)
    if code:
        fouten = fouten.filter(code=code)
    rijen = fouten.values_list("regel", "kolom", "code", "tekst", "text", "plek")
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


def verbeterblad(
    aanlevering: Aanlevering, ruw: Path, soort: str = "csv", taal: Taal | str = Taal.NL
) -> tuple[bytes, str]:
    """The refused rows in the sender's own columns, with what is wrong beside them: a file and its kind of content.

    `soort` is `csv` or `xlsx`. Nothing in it is run by a spreadsheet: in CSV what looks like a formula has an
    apostrophe, in XLSX every cell is text. Who objected is not in it.
    """
    fouten = AanleverFout.objects.filter(aanlevering=aanlevering, regel__isnull=False, code__startswith="R")
    tekst = "text" if str(taal) == "en" else "tekst"
    rijen = verbeterrijen(bron_van(ruw), fouten.values_list("regel", "kolom", "code", tekst).iterator())
    if soort == "xlsx":
        return als_xlsx(rijen), SOORTEN["xlsx"]
    if soort == "csv":
        return als_csv(next(rijen), rijen).encode(), SOORTEN["csv"]
    raise Geweigerd(
        "soort_onbekend",
        Tekst("Kies csv of xlsx als soort bestand.", "Choose csv or xlsx as the kind of file."),
    )
