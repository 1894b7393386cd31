"""Where keys lie: a file of SQLite for one machine, a PostgreSQL database of its own for more.

Both hold one table of names and wrapped keys; a destroyed key leaves its name without a key, so that "destroyed" is
told from "never had". What is written is on the disk before the call returns: a text may be stored under it next.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from samenhang.kernel.basis import in_brokken

BROK = 500
"""Names in one question."""
WACHT_S = 20
"""How long to wait for another writer."""
TABEL = (
    "CREATE TABLE IF NOT EXISTS kluis_sleutel"
    " (naam {0} PRIMARY KEY, persoon {0} NOT NULL, zaak {0} NOT NULL, inhoud {1})",
    "CREATE INDEX IF NOT EXISTS kluis_van_persoon ON kluis_sleutel (persoon)",
    "CREATE INDEX IF NOT EXISTS kluis_van_zaak ON kluis_sleutel (zaak)",
)
BEWAAR = (
    "INSERT INTO kluis_sleutel (naam, persoon, zaak, inhoud) VALUES ({0}, {0}, {0}, {0}) ON CONFLICT (naam) DO UPDATE"
    " SET inhoud = excluded.inhoud WHERE kluis_sleutel.inhoud IS NULL"
)
"""Who comes second finds the key of the first: what was locked with that one must open."""
WEG = "UPDATE kluis_sleutel SET inhoud = NULL WHERE inhoud IS NOT NULL AND"


@dataclass(frozen=True, slots=True)
class Ingepakt:
    """A wrapped key with what it is found by: its own name, and the marks of its person and its case."""

    naam: str
    persoon: str
    zaak: str
    inhoud: bytes


class Opslag(Protocol):
    """What the vault asks of a place for keys."""

    def geef(self, namen: Collection[str]) -> dict[str, bytes | None]:
        """The wrapped keys it knows by these names; None for a destroyed one."""

    def bewaar(self, nieuw: Sequence[Ingepakt]) -> None:
        """Keep these, except where a key is kept already."""

    def vernietig(self, merken: Collection[str]) -> int:
        """Destroy all keys of the persons and cases with these marks, bytes included; gives how many there were."""


class InBestand:
    """A file of SQLite, readable by its owner only."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        self._van_draad = threading.local()

    def _verbinding(self) -> sqlite3.Connection:
        verbinding: sqlite3.Connection | None = getattr(self._van_draad, "verbinding", None)
        if verbinding is None:
            self.pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.pad.touch(mode=0o600)
            verbinding = sqlite3.connect(self.pad, timeout=WACHT_S, isolation_level=None)
            _schrijf_vooruit(verbinding)
            verbinding.execute("PRAGMA synchronous=FULL")
            verbinding.execute("PRAGMA secure_delete=ON")
            for opdracht in TABEL:
                verbinding.execute(opdracht.format("TEXT", "BLOB"))
            self._van_draad.verbinding = verbinding
        return verbinding

    @contextmanager
    def _in_een_keer(self) -> Iterator[sqlite3.Connection]:
        verbinding = self._verbinding()
        verbinding.execute("BEGIN IMMEDIATE")
        try:
            yield verbinding
        except BaseException:
            verbinding.execute("ROLLBACK")
            raise
        verbinding.execute("COMMIT")

    def geef(self, namen: Collection[str]) -> dict[str, bytes | None]:
        """As `Opslag.geef`."""
        gevonden: dict[str, bytes | None] = {}
        for brok in in_brokken(sorted(namen), BROK):
            vraag = f"SELECT naam, inhoud FROM kluis_sleutel WHERE naam IN ({','.join('?' * len(brok))})"
            gevonden.update(self._verbinding().execute(vraag, brok))
        return gevonden

    def bewaar(self, nieuw: Sequence[Ingepakt]) -> None:
        """As `Opslag.bewaar`."""
        with self._in_een_keer() as verbinding:
            verbinding.executemany(BEWAAR.format("?"), _in_orde(nieuw))

    def vernietig(self, merken: Collection[str]) -> int:
        """As `Opslag.vernietig`; the log that SQLite writes ahead is emptied too."""
        aantal = 0
        with self._in_een_keer() as verbinding:
            for brok in in_brokken(sorted(merken), BROK):
                plekken = ",".join("?" * len(brok))
                weg = f"{WEG} (persoon IN ({plekken}) OR zaak IN ({plekken}))"
                aantal += verbinding.execute(weg, [*brok, *brok]).rowcount
        self._verbinding().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return aantal

    def kopieer(self, doel: Path) -> int:
        """Copy the vault while it is in use; gives how many keys the copy holds."""
        with sqlite3.connect(doel) as kopie:
            self._verbinding().backup(kopie)
            kopie.execute("PRAGMA journal_mode=DELETE")
            aantal = kopie.execute("SELECT count(inhoud) FROM kluis_sleutel").fetchone()[0]
        kopie.close()
        doel.chmod(0o600)
        return int(aantal)


def _schrijf_vooruit(verbinding: sqlite3.Connection) -> None:
    """Turn writing ahead on. SQLite does not wait here for who opens a new file at the same moment, so we do."""
    tot = time.monotonic() + WACHT_S
    while True:
        try:
            verbinding.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as fout:
            if fout.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > tot:
                raise
            time.sleep(0.01)


class InPostgres:
    """A table in a database of its own, which is backed up apart from that of the registers."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._van_draad = threading.local()

    def _verbinding(self) -> Any:
        import psycopg

        verbinding = getattr(self._van_draad, "verbinding", None)
        if verbinding is None or verbinding.closed:
            verbinding = psycopg.connect(self.url, autocommit=True)
            with verbinding.transaction():  # two that come first at once would both make it
                verbinding.execute("SELECT pg_advisory_xact_lock(hashtext('kluis_sleutel'))")
                for opdracht in TABEL:
                    verbinding.execute(opdracht.format("text", "bytea"))
            self._van_draad.verbinding = verbinding
        return verbinding

    def geef(self, namen: Collection[str]) -> dict[str, bytes | None]:
        """As `Opslag.geef`."""
        vraag = "SELECT naam, inhoud FROM kluis_sleutel WHERE naam = ANY(%s)"
        return dict(self._verbinding().execute(vraag, [list(namen)]).fetchall())

    def bewaar(self, nieuw: Sequence[Ingepakt]) -> None:
        """As `Opslag.bewaar`."""
        verbinding = self._verbinding()
        with verbinding.transaction(), verbinding.cursor() as cursor:
            cursor.executemany(BEWAAR.format("%s"), _in_orde(nieuw))

    def vernietig(self, merken: Collection[str]) -> int:
        """As `Opslag.vernietig`; the table is written anew, so that dead rows are gone from its file."""
        weg = f"{WEG} (persoon = ANY(%s) OR zaak = ANY(%s))"
        verbinding = self._verbinding()
        aantal = int(verbinding.execute(weg, [list(merken), list(merken)]).rowcount)
        if aantal:
            verbinding.execute("VACUUM (FULL) kluis_sleutel")
        return aantal


def _in_orde(nieuw: Sequence[Ingepakt]) -> list[tuple[str, str, str, bytes]]:
    """One order for all, so that two that write at once never wait for each other."""
    return sorted((rij.naam, rij.persoon, rij.zaak, rij.inhoud) for rij in nieuw)


def open_opslag(waar: str) -> InBestand | InPostgres:
    """The place that a setting names: `postgresql://…`, or the path of a file."""
    if waar.startswith(("postgresql://", "postgres://")):
        return InPostgres(waar)
    return InBestand(Path(waar))
