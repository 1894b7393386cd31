"""The matcher's functions for Spark: its workers run each in a DuckDB of their own, a batch of rows at a time.

Needs pyspark and pyarrow, of the extra `spark`.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.functies import FUNCTIES, INGEBOUWD, leg_functies_vast

NUMMER: Final = "nummer"
"""The function that numbers records by content, as `normaliseren.nummer` does."""

_TYPEN: Final = {"VARCHAR": "string", "BIGINT": "bigint", "DOUBLE": "double", "BOOLEAN": "boolean"}


def leg_vast(sessie: Any) -> None:
    """Make the functions known to a Spark session."""
    for functie in (*FUNCTIES, *INGEBOUWD):
        sessie.udf.register(functie.naam, _udf(functie.naam, functie.geeft))
    sessie.udf.register(NUMMER, _udf("hash", "BIGINT", na=">> 1"))


def _udf(naam: str, geeft: str, na: str = "") -> Any:
    import pyarrow as pa
    from pyspark.sql.functions import arrow_udf

    # Not by annotations: they would be texts here, and Spark reads them to know what it gets.
    def functie(*kolommen):  # type: ignore[no-untyped-def]
        plekken = [f"k{plek}" for plek in range(len(kolommen))]
        stapel = pa.Table.from_arrays([pa.chunked_array([k]) for k in kolommen], plekken)
        uitkomst = f"({naam}({', '.join(plekken)}) {na})::{geeft} AS uit"
        return _duckdb().from_arrow(stapel).project(uitkomst).to_arrow_table()["uit"].combine_chunks()

    functie.__annotations__ = {"kolommen": pa.Array, "return": pa.Array}
    return arrow_udf(functie, _TYPEN[geeft])


@cache
def _duckdb() -> duckdb.DuckDBPyConnection:
    """The worker's DuckDB: one thread, since Spark has a worker per core."""
    verbinding = duckdb.connect(config={"threads": 1})
    leg_functies_vast(verbinding)
    return verbinding
