"""Files with the same columns, read together: to plan the checks takes longer than to read a small file.

The cells of several files stand in a table for a moment, in order, so that the place of a row tells its line: numbered while
they are read, all rows would go through one thread. Of one file they are, for it may be of any size and is not to take
memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import duckdb

from samenhang.schemes.vroegsignalering.bestand.openen import Geopend
from samenhang.schemes.vroegsignalering.bestand.profiel import NAMEN
from samenhang.schemes.vroegsignalering.bestand.tellen import tel
from samenhang.schemes.vroegsignalering.stapel import letterlijk

SAMEN: Final = 1_000_000
"""Rows of several files whose cells are held together; a file with more goes alone."""

REGEL_VAN_RAUW: Final = "(plek + 2 - $ervoor[bron])::INTEGER"
"""SQL: the line in its file of a row of `rauw`; the header is the first."""

_NOOIT: Final = "\x1d"
"""A cell that no good row has: an empty one is to stay an empty text."""


def in_groepen(bestanden: Mapping[int, Geopend]) -> Iterator[dict[int, Geopend]]:
    """The files in order, as many together as `SAMEN` allows."""
    groep: dict[int, Geopend] = {}
    rijen = 0
    for nummer, geopend in bestanden.items():
        if groep and rijen + geopend.gelezen > SAMEN:
            yield groep
            groep, rijen = {}, 0
        groep[nummer] = geopend
        rijen += geopend.gelezen
    if groep:
        yield groep


def lees_samen(
    verbinding: duckdb.DuckDBPyConnection,
    groep: Mapping[int, Geopend],
    vraag: str,
    waarden: Mapping[str, Any],
    ruimte: int,
) -> int | None:
    """Read files with the same columns, and put of their rows into `signalen` what the statement `vraag` takes from their cells
    (`rauw`) with these parameters, and the others into `ruw`; gives how many others, or None when these are not put there
    because there is no `ruimte` for so many.

    Raises `duckdb.Error`, with nothing put anywhere, when one of the files cannot be read as it is.
    """
    aantallen = [geopend.gelezen for geopend in groep.values()]
    plaats = {
        "namen": [geopend.naam for geopend in groep.values()],
        "ervoor": [sum(aantallen[:plek]) for plek in range(len(aantallen))],
    }
    kolommen = next(iter(groep.values())).kolommen
    types = ", ".join(f"'{naam}': 'VARCHAR'" for naam in kolommen)
    paden = ", ".join(letterlijk(geopend.pad) for geopend in groep.values())
    lezing = f"""read_csv([{paden}], delim=';', quote='', escape='', header=false, skip=1, nullstr='{_NOOIT}', auto_detect=false,
        columns={{{types}}}, max_line_size=131072)"""
    try:
        if len(groep) == 1:
            rauw = f"SELECT 1::BIGINT AS bron, *, row_number() OVER () - 1 AS plek FROM {lezing}"
        else:
            verbinding.execute(
                f"CREATE OR REPLACE TEMP TABLE cellen AS SELECT (file_index + 1)::BIGINT AS bron, * FROM {lezing}"
            )
            rauw = "SELECT *, rowid AS plek FROM cellen"
        verbinding.execute(f"CREATE OR REPLACE TEMP VIEW rauw AS {rauw}")
        eerder = tel(verbinding, "SELECT count(*) FROM signalen")
        verbinding.execute(vraag, plaats | dict(waarden))
        rest = sum(aantallen) + eerder - tel(verbinding, "SELECT count(*) FROM signalen")
        if rest > ruimte:
            return None
        if rest:
            cellen = ", ".join(f"nullif({naam}, '') AS {naam}" for naam in kolommen if naam in NAMEN)
            verbinding.execute(
                f"""INSERT INTO ruw BY NAME SELECT $nummers[bron] AS _nr, $namen[bron] AS bestand, {REGEL_VAN_RAUW} AS regel, {cellen}, false AS _spaties
                FROM rauw WHERE plek NOT IN (SELECT regel - 2 + $ervoor[list_position($namen, bestand)] FROM signalen WHERE rowid >= {eerder})""",
                plaats | {"nummers": list(groep)},
            )
        return rest
    finally:
        verbinding.execute("DROP VIEW IF EXISTS temp.rauw; DROP TABLE IF EXISTS temp.cellen")
