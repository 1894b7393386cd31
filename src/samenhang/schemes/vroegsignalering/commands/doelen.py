"""The files that `koppel` writes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import duckdb

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.bestand import schrijf_fouten
from samenhang.schemes.vroegsignalering.koppelen.koppel import KOP_UITKOMST, REGEL
from samenhang.schemes.vroegsignalering.stapel import letterlijk


class Doelen:
    """The files to write. All are written beside their place first, then moved there: a refusal or a kill
    leaves no half file."""

    def __init__(self, uitvoer: Path, twijfel: Path | None, fouten: Path | None) -> None:
        self._uitvoer, self._twijfel, self._fouten = uitvoer, twijfel, fouten
        self._klaar: list[tuple[Path, Path]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for tijdelijk, _doel in self._klaar:
            tijdelijk.unlink(missing_ok=True)

    def schrijf(
        self,
        verbinding: duckdb.DuckDBPyConnection,
        regels: str = f"(SELECT *, {REGEL} AS regel FROM uitkomst)",
    ) -> None:
        """Write everything beside its place; `regels` is SQL of the signals with the line of each.

        Each line as one text: to sort that takes half of what it takes to sort its cells.
        """
        uitkomst = f'SELECT regel AS "{KOP_UITKOMST}" FROM {regels} ORDER BY partner, signaal_id'
        for doel, vraag, vorm in (
            (self._uitvoer, uitkomst, r", QUOTE '', ESCAPE '', DELIMITER '\x01'"),
            (self._twijfel, "SELECT * FROM twijfel", ""),
        ):
            if doel is not None:
                with self._naast(doel) as tijdelijk:
                    verbinding.execute(
                        f"COPY ({vraag}) TO {letterlijk(tijdelijk)} (FORMAT csv, HEADER true{vorm})"
                    )
        if self._fouten is not None:
            with self._naast(self._fouten) as tijdelijk:
                schrijf_fouten(verbinding, tijdelijk)

    def plaats(self) -> None:
        """Move everything to its place."""
        for tijdelijk, doel in self._klaar:
            try:
                os.replace(tijdelijk, doel)
            except OSError as fout:
                raise _onschrijfbaar(doel) from fout

    @contextmanager
    def _naast(self, doel: Path) -> Iterator[Path]:
        if doel.is_dir():
            raise _onschrijfbaar(doel)
        tijdelijk = doel.resolve().with_name(f".{doel.name}.{os.getpid()}.tmp")
        self._klaar.append((tijdelijk, doel))
        try:
            yield tijdelijk
        except (OSError, duckdb.IOException) as fout:
            raise _onschrijfbaar(doel) from fout


def _onschrijfbaar(doel: Path) -> Geweigerd:
    return Geweigerd(
        "uitvoer_onschrijfbaar",
        Tekst(
            f"{doel} kan niet worden geschreven. Er is niets veranderd. Kies een map waar u mag schrijven en waar plaats is.",
            f"{doel} cannot be written. Nothing has changed. Choose a folder where you may write and where there is room.",
        ),
    )
