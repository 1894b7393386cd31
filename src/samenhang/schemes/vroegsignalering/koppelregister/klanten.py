"""New signals among the customer records of a register: which records are new, and which only grew."""

from __future__ import annotations

from typing import Final

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.normaliseren import klanten, spellingen
from samenhang.schemes.vroegsignalering.koppelen.sleutels import VELDEN

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


def neem_klanten(verbinding: duckdb.DuckDBPyConnection) -> None:
    """New spellings and customer records of `signalen` into the register.

    Leaves `erbij_spelling` and `erbij_signaal`, the new signals with their record; `erbij_klant` with the new records; `groei` with
    those that grew, each column of `SAMEN` as it is and as it was (`…_oud`); `verandert(nr)`, the records that enter
    or leave a block, and of these that were known `oud_klant`, what they were.
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
        f"CREATE OR REPLACE TEMP TABLE oud_klant AS SELECT {', '.join(VELDEN)} FROM register.klant SEMI JOIN (FROM groei WHERE straat IS DISTINCT FROM straat_oud) g USING (nr)"
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE verandert AS SELECT nr FROM erbij_klant UNION ALL SELECT nr FROM oud_klant"
    )
    # Only the columns that grow: a row that goes and comes back is written out again with all that it holds.
    zet = ", ".join(f"{naam} = g.{naam}" for naam in SAMEN)
    verbinding.execute(f"UPDATE register.klant SET {zet} FROM groei g WHERE g.nr = klant.nr")
    verbinding.execute("INSERT INTO register.klant FROM erbij_klant")
    for tabel in ("klant", "spelling"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")
