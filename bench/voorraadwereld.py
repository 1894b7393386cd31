"""A register of any size, laid down by the database itself: the same rows on both databases, every time.

One case is made by the product's own actions. The rest are copies of its rows, in one statement per table: a
recursive series counts the cases, and what differs per case is computed from its number. A tenth of the cases is
open, the worker who asks treats fifty of them, two hundred colleagues a third of the others.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection, transaction

PER_ZAAK = 10 / 3
"""Signals of a case: 1,000,000 signals make 300,000 cases."""
EIGEN, COLLEGAS = 50, 200
DAG = "2026-11-24"
OPEN = "n % 10 = 0"
IS_EIGEN = f"{OPEN} AND n / 10 < {EIGEN}"


def vul(signalen: int, map_: Path) -> Any:
    """Fill the database of this process, which is migrated and empty; gives the municipality."""
    from tests.bouw import lever, maak_gemeente, rij, schrijf_levering

    from samenhang.kernel.zaken.models import Zaak
    from samenhang.schemes.vroegsignalering import actions

    gemeente = maak_gemeente()
    lever(gemeente, schrijf_levering(map_ / "levering.csv", rij(1)))
    actions.pak_signalen_op(gemeente.intake)
    zaak = Zaak.objects.get()
    actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "bench")
    connection.execute_wrappers = []  # copies of rows belong to no operation
    if connection.vendor == "sqlite":
        connection.connection.set_authorizer(None)
    with transaction.atomic():
        _vermenigvuldig(signalen, gemeente.sanne.medewerker_id)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    connection.close()  # a new connection has its wall again
    return gemeente


def _vermenigvuldig(signalen: int, sanne: UUID) -> None:
    """Copies 1 to N of the case; its own rows keep the ids that they have."""
    zaken = int(signalen / PER_ZAAK)
    _kopieer("organisaties_gebruiker", COLLEGAS, id=_id(9), email="'collega-' || n || '@bench.invalid'")
    _kopieer("organisaties_medewerker", COLLEGAS, id=_id(8), gebruiker_id=_id(9), naam="'collega ' || n")
    collega = _id(8, f"(1 + n / 30 % {COLLEGAS})")
    wie = f"CASE WHEN {IS_EIGEN} THEN {_uuid(sanne)} WHEN {OPEN} AND n / 10 % 3 = 0 THEN {collega} END"
    termijn = _dag("20 - n / 10 % 61")
    persoon, zaak = _id(1), _id(2)
    _kopieer("personen_persoon", zaken, id=persoon, sleutel="'bench-' || n")
    _kopieer("persoonsgegevens_naw", zaken, id=_id(3), persoon_id=persoon)
    for plek in range(3):
        waarde = f"'{plek}-' || n % {50_000 + plek}"
        _kopieer("personen_zoeksleutel", zaken, zonder="id", persoon_id=persoon, waarde=waarde)
    _kopieer(
        "zaken_zaak",
        zaken,
        id=zaak,
        nummer="'B' || n",
        stap=f"CASE WHEN {OPEN} THEN 'benaderen' ELSE 'gesloten' END",
        gesloten=f"CASE WHEN {OPEN} THEN NULL ELSE {_moment('n % 300')} END",
        geopend=_moment("n % 300"),
        behandelaar_id=wie,
        prioriteit="1 + n / 10 % 5",
        volgorde=_dag("n % 200"),
        volgende_termijn=f"CASE WHEN {OPEN} AND n / 10 % 4 <> 0 THEN {termijn} END",
    )
    _kopieer("zaken_betrokkene", zaken, zonder="id", zaak_id=zaak, persoon_id=persoon)
    klaar = f"CASE WHEN {OPEN} THEN NULL ELSE {termijn} END"
    _kopieer("zaken_zaaktermijn", zaken, id=_id(4), zaak_id=zaak, einde=termijn, klaar=klaar)
    _kopieer("zaken_taak", zaken, id=_id(5), zaak_id=zaak, uiterlijk=termijn, klaar=f"CASE WHEN {OPEN} THEN NULL ELSE {_moment('n % 30')} END")  # fmt: skip
    _kopieer("zaken_deelname", 10 * EIGEN, waar=IS_EIGEN, id=_id(6), zaak_id=zaak)
    van = f"(1 + n % {zaken})"
    _kopieer(
        "vroegsignalering_signaal",
        signalen - 1,
        id=_id(7),
        persoon_id=_id(1, van),
        zaak_id=_id(2, van),
        signaal_id="'B-' || n",
        datum_signaal=_dag(f"30 * (n / {zaken})"),
    )


def _kopieer(tabel: str, aantal: int, *, zonder: str = "", waar: str = "1 = 1", **anders: str) -> None:
    """So many copies of the first row of a table; `anders` says what differs, in terms of its number `n`."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {tabel} LIMIT 1")
        kolommen = [k.name if hasattr(k, "name") else k[0] for k in cursor.description]
        kolommen = [k for k in kolommen if not k.endswith("_of_nooit") and k != zonder]  # generated
        keuze = ", ".join(anders.get(kolom, f"eerste.{kolom}") for kolom in kolommen)
        cursor.execute(
            f"INSERT INTO {tabel} ({', '.join(kolommen)})"
            f" WITH RECURSIVE reeks(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM reeks WHERE n < {aantal})"
            f" SELECT {keuze} FROM (SELECT * FROM {tabel} LIMIT 1) AS eerste, reeks WHERE {waar}"
        )


def _id(soort: int, n: str = "n") -> str:
    if connection.vendor == "postgresql":
        return f"(lpad(to_hex({soort}), 16, '0') || lpad(to_hex({n}), 16, '0'))::uuid"
    return f"printf('%016x%016x', {soort}, {n})"


def _uuid(waarde: UUID) -> str:
    return f"'{waarde}'::uuid" if connection.vendor == "postgresql" else f"'{waarde.hex}'"


def _dag(terug: str) -> str:
    """So many days before the day of the bench."""
    if connection.vendor == "postgresql":
        return f"(DATE '{DAG}' - ({terug}))"
    return f"date('{DAG}', -({terug}) || ' days')"


def _moment(terug: str) -> str:
    """A moment so many days before it."""
    if connection.vendor == "postgresql":
        return f"(TIMESTAMPTZ '{DAG} 00:00+00' - ({terug}) * INTERVAL '1 day')"
    return f"datetime('{DAG}', -({terug}) || ' days')"
