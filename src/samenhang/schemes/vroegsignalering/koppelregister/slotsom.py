"""The outcome of every signal, kept in the register as the line that is written: a delivery replaces the lines that
became other ones, and the rest is written as it stands."""

from __future__ import annotations

import duckdb

from samenhang.schemes.vroegsignalering.koppelen.koppel import REGEL, per_klant


def uit_regel(plek: int, regel: str = "regel") -> str:
    """SQL: what a line tells beside its signal: 1 the person, 2 the household, 3 the certainty. Counted from the end, for
    what stands before it may hold a comma."""
    return f"split_part({regel}, ',', {plek - 4})"


def werk_uitkomst_bij(verbinding: duckdb.DuckDBPyConnection) -> None:
    """Bring `slotsom` of the register up to date.

    Reads `erbij_signaal`, the new signals with their record; `opnieuw`, records whose person was looked at again;
    `persoon_anders` and `huis_anders`, persons who may have another id and those whose household was formed again.
    Leaves `uit_anders`, the earlier signals whose outcome is another, with the person that each `was` of, and the
    temporary view `uitkomst` of all signals.
    """
    nieuw = verbinding.execute(
        "SELECT count(*) = 0 FROM duckdb_tables() WHERE database_name = 'register' AND table_name = 'slotsom'"
    ).fetchone()
    if nieuw and nieuw[0]:
        verbinding.execute(
            f"""CREATE TABLE register.slotsom AS
            SELECT partner, signaal_id, nr, {REGEL} AS regel FROM erbij_signaal JOIN ({per_klant()}) USING (nr) ORDER BY partner, signaal_id"""
        )
        verbinding.execute(
            "CREATE OR REPLACE TEMP TABLE uit_anders AS SELECT rowid AS rij, *, '' AS persoon_id, '' AS was FROM register.slotsom LIMIT 0"
        )
    else:
        _vervang(verbinding)
    verbinding.execute(
        "CREATE OR REPLACE VIEW register.signaal_bij AS SELECT partner, signaal_id, nr FROM register.slotsom"
    )
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP VIEW uitkomst AS
        SELECT partner, signaal_id, {uit_regel(1)} AS persoon_id, {uit_regel(2)} AS huishouden_id, {uit_regel(3)}::DOUBLE AS zekerheid FROM register.slotsom"""
    )


def _vervang(verbinding: duckdb.DuckDBPyConnection) -> None:
    # A household bears the id of its first person, so that another id of that one is another for all.
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE anders_nr AS
        WITH g AS (FROM persoon_anders UNION FROM huis_anders UNION SELECT groep FROM thuis WHERE huis IN (FROM persoon_anders))
        SELECT nr FROM lid WHERE groep IN (FROM g) OR nr IN (FROM opnieuw)"""
    )
    verbinding.execute(
        "CREATE OR REPLACE TEMP TABLE hier_nr AS FROM anders_nr UNION SELECT nr FROM erbij_signaal"
    )
    verbinding.execute(f"CREATE OR REPLACE TEMP TABLE toe AS {per_klant('hier_nr')}")
    verbinding.execute(
        f"""CREATE OR REPLACE TEMP TABLE uit_anders AS
        SELECT u.rowid AS rij, u.partner, u.signaal_id, u.nr, {REGEL} AS regel, t.persoon_id, {uit_regel(1, "u.regel")} AS was
        FROM register.slotsom u SEMI JOIN anders_nr ON anders_nr.nr = u.nr JOIN toe t ON t.nr = u.nr WHERE u.regel <> {REGEL}"""
    )
    verbinding.execute("DELETE FROM register.slotsom WHERE rowid IN (SELECT rij FROM uit_anders)")
    verbinding.execute(
        f"""INSERT INTO register.slotsom SELECT partner, signaal_id, nr, regel FROM uit_anders
        UNION ALL SELECT e.partner, e.signaal_id, e.nr, {REGEL} FROM erbij_signaal e JOIN toe t USING (nr) ORDER BY partner, signaal_id"""
    )
    for tabel in ("anders_nr", "hier_nr", "toe"):
        verbinding.execute(f"DROP TABLE temp.{tabel}")
