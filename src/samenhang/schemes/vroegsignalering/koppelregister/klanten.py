"""New signals among the customer records of a register: which records are new, and which only grew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.normaliseren import klanten, spellingen

SAMEN: Final = {
    "straat": "least(n.straat, coalesce(o.straat, n.straat))",
    "benoemd": "n.benoemd OR coalesce(o.benoemd, false)",
    "vast": "n.vast | coalesce(o.vast, 0)",
    "eerste": "least(n.eerste, coalesce(o.eerste, n.eerste))",
    "laatste": "greatest(n.laatste, coalesce(o.laatste, n.laatste))",
    "signaal_id": "least(n.signaal_id, coalesce(o.signaal_id, n.signaal_id))",
    "aantal": "n.aantal + coalesce(o.aantal, 0)",
}
"""What a grown customer record (`n` its new signals, `o` what stood) knows that does not follow from its content."""


def zorg_voor(verbinding: duckdb.DuckDBPyConnection, *tabellen: str) -> None:
    """In a new register, empty tables in the form of the temporary ones."""
    for tabel in tabellen:
        verbinding.execute(
            f"CREATE TABLE IF NOT EXISTS register.{tabel} AS SELECT * FROM temp.{tabel} LIMIT 0"
        )


def werk_kolommen_bij(
    verbinding: duckdb.DuckDBPyConnection,
    tabel: str,
    sleutel: Sequence[str],
    bron: str,
    kolommen: Sequence[str],
) -> None:
    """Write the columns of `bron` that differ from what was (`…_oud`) to the rows with the same key in a table of the register.

    Each column by itself, and only where it differs: what is touched is written out at the checkpoint, with all rows near
    it, and of what may grow hardly anything does but the last day.
    """
    verschil = {kolom: f"n.{kolom} IS DISTINCT FROM n.{kolom}_oud" for kolom in kolommen}
    geteld = verbinding.execute(
        f"SELECT {', '.join(f'count(*) FILTER ({anders})' for anders in verschil.values())} FROM {bron} n"
    ).fetchone()
    assert geteld is not None  # an aggregate gives one row
    zelfde = " AND ".join(f"n.{kolom} = {tabel}.{kolom}" for kolom in sleutel)
    for (kolom, anders), aantal in zip(verschil.items(), geteld, strict=True):
        if aantal:
            verbinding.execute(
                f"UPDATE register.{tabel} SET {kolom} = n.{kolom} FROM {bron} n WHERE {zelfde} AND {anders}"
            )


def neem_klanten(verbinding: duckdb.DuckDBPyConnection) -> None:
    """New spellings and customer records of `signalen` into the register.

    Leaves `erbij_spelling` and `erbij_signaal`, the new signals with their record; `erbij_klant` with the new records; `groei` with
    those that grew, each column of `SAMEN` as it is and as it was (`…_oud`); `verandert(nr)`, the records that enter
    or leave a block.
    """
    spellingen(verbinding)
    klanten(verbinding)
    verbinding.execute("DROP TABLE temp.signalen")
    zorg_voor(verbinding, "spelling", "klant")
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE erbij_spelling AS SELECT * FROM temp.spelling n WHERE NOT EXISTS (
        SELECT 1 FROM register.spelling o WHERE o.achternaam = n.achternaam AND o.tussenvoegsel IS NOT DISTINCT FROM n.tussenvoegsel)"""
    )
    verbinding.execute("INSERT INTO register.spelling FROM erbij_spelling")
    verbinding.execute("ALTER TABLE temp.signaal_bij RENAME TO erbij_signaal")
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE erbij_klant AS SELECT n.* FROM temp.klant n ANTI JOIN register.klant USING (nr)"
    )
    samen = ", ".join(f"{waarde} AS {naam}, o.{naam} AS {naam}_oud" for naam, waarde in SAMEN.items())
    verbinding.execute(
        f"CREATE OR REPLACE TEMP TABLE groei AS SELECT n.nr, {samen} FROM temp.klant n JOIN register.klant o ON o.nr = n.nr"
    )
    # Who enters or leaves a block: a record is its content, but for the street, which is the first of its spellings.
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE verandert AS SELECT nr FROM erbij_klant UNION ALL SELECT nr FROM groei WHERE straat IS DISTINCT FROM straat_oud"
    )
    werk_kolommen_bij(verbinding, "klant", ("nr",), "groei", tuple(SAMEN))
    verbinding.execute("INSERT INTO register.klant FROM erbij_klant")
    for tabel in ("klant", "spelling"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")
