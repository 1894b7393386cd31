"""A throw-away PostgreSQL cluster for tests: own folder, own port, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess  # nosec
import tempfile
from pathlib import Path
from types import TracebackType

from tools.debian import installeer
from tools.poort import vrije_poort

VERSIES = "/usr/lib/postgresql"
BEHEER, EIGENAAR = "beheer", "samenhang"


def programma(naam: str) -> str:
    """The path of a program of PostgreSQL, the newest version first; `FileNotFoundError` when there is none."""
    gevonden = sorted(Path(VERSIES).glob(f"*/bin/{naam}"), reverse=True)
    if gevonden:
        return str(gevonden[0])
    pad = shutil.which(naam)
    if pad:
        return pad
    raise FileNotFoundError(naam)


def zorg_voor_postgres() -> None:
    """Install PostgreSQL from Debian when root and missing; else say plainly what is needed."""
    try:
        programma("initdb")
    except FileNotFoundError:
        installeer("postgresql")


class Cluster:
    """`with Cluster() as cluster:` gives `cluster.url`. initdb refuses root, so root becomes `postgres`.

    Who comes in by `url` owns the tables and is no superuser, so that row-level security holds for every test;
    `beheer` is the superuser, for what only he can do.
    """

    def __enter__(self) -> Cluster:
        zorg_voor_postgres()
        self.map = Path(tempfile.mkdtemp(prefix="samenhang-pg-"))
        if os.geteuid() == 0:
            shutil.chown(self.map, "postgres", "postgres")
        self.poort = vrije_poort()
        data = self.map / "data"
        self._als_postgres(
            programma("initdb"),
            "-D",
            str(data),
            "-U",
            BEHEER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        )
        opties = f"-p {self.poort} -k {self.map} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        self._als_postgres(
            programma("pg_ctl"), "-D", str(data), "-w", "-l", str(self.map / "log"), "-o", opties, "start"
        )
        self.url = f"postgresql://{EIGENAAR}@127.0.0.1:{self.poort}/{EIGENAAR}"
        self.beheer = f"postgresql://{BEHEER}@127.0.0.1:{self.poort}/postgres"
        self.sql(self.beheer, f"CREATE ROLE {EIGENAAR} LOGIN CREATEDB IN ROLE pg_checkpoint")
        self.sql(self.beheer, f"CREATE DATABASE {EIGENAAR} OWNER {EIGENAAR}")
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        try:
            self._als_postgres(programma("pg_ctl"), "-D", str(self.map / "data"), "-m", "immediate", "stop")
        finally:
            shutil.rmtree(self.map, ignore_errors=True)

    def nieuwe_database(self, naam: str) -> str:
        """Make an empty database; gives its address."""
        self.sql(self.url, f"CREATE DATABASE {naam}")
        return self.url.rpartition("/")[0] + f"/{naam}"

    def kopie_url(self) -> str:
        """The same database for a role that pg_dump can use: only one that row-level security does not hold for."""
        return self.beheer.rpartition("/")[0] + "/" + self.url.rpartition("/")[2]

    def sql(self, url: str, opdracht: str) -> str:
        """What a statement returns, as psql prints it; `RuntimeError` with the server's words when it fails."""
        return self._als_postgres(
            programma("psql"), "--no-psqlrc", "--tuples-only", "--no-align", "-c", opdracht, url
        )

    def _als_postgres(self, *opdracht: str) -> str:
        voor = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        uitkomst = subprocess.run([*voor, *opdracht], capture_output=True, text=True, cwd="/", check=False)  # nosec
        if uitkomst.returncode:
            raise RuntimeError(f"{' '.join(opdracht)}: {uitkomst.stderr or uitkomst.stdout}")
        return uitkomst.stdout.strip()
