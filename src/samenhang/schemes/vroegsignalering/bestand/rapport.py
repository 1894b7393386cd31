"""Error reports: the plain list, and the partner's own rows with what is wrong, to correct and send again."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import duckdb

from samenhang.kernel.basis.tabelbestand import onschadelijk
from samenhang.schemes.vroegsignalering.bestand.bronnen import Bron
from samenhang.schemes.vroegsignalering.bestand.profiel import FOUTKOLOMMEN, FOUTLIJST


def schrijf_fouten(verbinding: duckdb.DuckDBPyConnection, doel: Path) -> int:
    """Write `bestand;regel;kolom;code;tekst` (Dutch), refusals and warnings in order; gives the number of lines."""
    rijen = verbinding.execute(
        "SELECT bestand, coalesce(regel::VARCHAR, ''), kolom, code, tekst FROM melding ORDER BY bestand, regel NULLS FIRST, code, kolom, tekst"
    ).fetchall()
    schrijf_foutenlijst(rijen, doel)
    return len(rijen)


def schrijf_foutenlijst(rijen: Iterable[Sequence[object]], doel: Path) -> None:
    """Write rows of (file, line, column, code, text) as the plain list; harmless in a spreadsheet."""
    with doel.open("w", encoding="utf-8", newline="") as uit:
        schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
        schrijver.writerow(FOUTLIJST)
        for rij in rijen:
            schrijver.writerow([onschadelijk("" if cel is None else str(cel)) for cel in rij])


def verbeterrijen(bron: Bron, fouten: Iterable[tuple[int, str, str, str]]) -> Iterator[list[str]]:
    """The refused rows of a delivered file in its own columns, with `fout_kolom`, `fout_code`, `fout_tekst`; the header first.

    `fouten` holds (line, column, code, text). Rows of residents who objected (R32) are left out altogether,
    and cells with R38 are emptied.
    """
    per_regel: dict[int, list[tuple[str, str, str]]] = {}
    for regel, kolom, code, tekst in fouten:
        if code.startswith("R"):
            per_regel.setdefault(regel, []).append((kolom, code, tekst))
    kop = [naam.strip() for naam in bron.kop]
    eigen = [plek for plek, naam in enumerate(kop) if naam and naam not in FOUTKOLOMMEN]
    yield [*(kop[plek] for plek in eigen), *FOUTKOLOMMEN]
    for regel, rij in bron.rijen:
        gevonden = per_regel.get(regel)
        if not gevonden or any(code == "R32" for _, code, _ in gevonden):
            continue
        verborgen = {kop.index(kolom) for kolom, code, _ in gevonden if code == "R38" and kolom in kop}
        cellen = ["" if plek in verborgen or plek >= len(rij) else rij[plek] for plek in eigen]
        yield [*cellen, *(" | ".join(deel) for deel in zip(*gevonden, strict=True))]
