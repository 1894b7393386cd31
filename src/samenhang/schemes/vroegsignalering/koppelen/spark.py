"""Spark as the engine of normalising, pairing and comparing, in local mode (docs/adr/0028).

It runs the same statements as DuckDB, in its own dialect. Signals go in, and what clustering needs comes back, as
Parquet files in a folder.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import duckdb

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.koppelen.motor import MotorKeuze
from samenhang.schemes.vroegsignalering.koppelen.sparkfuncties import leg_vast
from samenhang.schemes.vroegsignalering.koppelen.werkmap import werkmap

TERUG: Final = ("klant", "signaal_bij", "deel_van", "naamdeel", "telling", "contact", "vergelijking")
"""What clustering and households need: the records, how common names are, and the compared pairs."""


def kies_spark(draden: int = 0) -> MotorKeuze:
    """Spark as the engine, with so many threads, 0 for all; raises `Geweigerd` when Spark or Java is not there."""
    if find_spec("pyspark") is None or find_spec("sqlglot") is None:
        raise Geweigerd(
            "spark_ontbreekt",
            Tekst(
                "Spark staat niet op deze machine. Installeer het: pip install --require-hashes -r requirements/spark.txt. Of laat --motor spark weg: dan rekent DuckDB, met dezelfde uitkomst.",
                "Spark is not on this machine. Install it: pip install --require-hashes -r requirements/spark.txt. Or leave out --motor spark: then DuckDB computes, with the same outcome.",
            ),
        )
    thuis = os.environ.get("JAVA_HOME", "")
    if not shutil.which("java") and not (Path(thuis) / "bin" / "java").is_file():
        raise _geen_java()
    return partial(open_spark, draden=draden)


@contextmanager
def open_spark(verbinding: duckdb.DuckDBPyConnection, draden: int = 0) -> Iterator[SparkMotor]:
    """An engine that has the connection's `signalen`; at the end the connection has the tables of `TERUG`.

    `draden` is the number of threads, 0 for all. Raises `Geweigerd` when Java cannot start Spark.
    """
    sessie = _sessie(draden)
    try:
        with werkmap() as map_:
            motor = SparkMotor(sessie, map_)
            verbinding.execute(f"COPY signalen TO '{motor.bestanden('signalen')}' (FORMAT parquet)")
            motor.neem("signalen")
            yield motor
            for tabel in TERUG:
                verbinding.execute(
                    f"CREATE OR REPLACE TEMP TABLE {tabel} AS FROM read_parquet('{motor.bestanden(tabel)}/*.parquet')"
                )
    finally:
        sessie.stop()


@dataclass(frozen=True, slots=True)
class SparkMotor:
    """Runs statements written for DuckDB on a Spark session. Every table is a folder of Parquet files: Spark would
    work out again, for each question, whatever it has not written down."""

    sessie: Any
    map_: Path

    def bestanden(self, tabel: str) -> str:
        """Where the files of a table are, as SQL writes it."""
        return str(self.map_ / tabel).replace("'", "''")

    def neem(self, tabel: str) -> None:
        """Let the files of a table be the table."""
        self.sessie.read.parquet((self.map_ / tabel).as_uri()).createOrReplaceTempView(tabel)

    def execute(self, query: str, /) -> Rijen:
        """Run a statement; `ValueError` for one that this engine does not know."""
        from sqlglot import exp

        from samenhang.schemes.vroegsignalering.koppelen.sparksql import in_spark, lees

        opdracht = lees(query)
        match opdracht:
            case exp.Create(kind="TABLE" | "VIEW"):
                tabel = opdracht.this.name
                doel = (self.map_ / tabel).as_uri()
                self.sessie.sql(in_spark(opdracht.expression)).write.parquet(doel, mode="overwrite")
                self.neem(tabel)
            case exp.Insert(expression=exp.Select()):
                tabel = opdracht.this.name
                doel = (self.map_ / tabel).as_uri()
                self.sessie.sql(in_spark(opdracht.expression)).write.parquet(doel, mode="append")
                self.neem(tabel)
            case exp.Create(kind="MACRO"):
                pass  # they were made with the session
            case exp.Drop(args={"tables": [tabel]}):
                self.sessie.catalog.dropTempView(tabel.name)
                shutil.rmtree(self.map_ / tabel.name)
            case exp.Select():
                return Rijen([tuple(rij) for rij in self.sessie.sql(in_spark(opdracht)).collect()])
            case _:
                raise ValueError(f"not a statement for Spark: {query[:80]}")
        return Rijen([])


@dataclass
class Rijen:
    """The rows of a question."""

    rijen: list[tuple[Any, ...]]

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""
        rijen, self.rijen = self.rijen, []
        return rijen

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row."""
        return self.rijen.pop(0) if self.rijen else None


def _sessie(draden: int) -> Any:
    """A Spark session with the matcher's functions, on this machine alone."""
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    # A worker in another Python would lack our packages.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    kernen = draden or os.cpu_count() or 1
    bouwer = (
        SparkSession.builder.appName("samenhang koppelen")
        .master(f"local[{kernen}]")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", str(max(4, 2 * kernen)))
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.log.level", "ERROR")
    )
    try:
        sessie = bouwer.getOrCreate()
    except PySparkException as fout:
        raise _geen_java() from fout
    leg_vast(sessie)
    return sessie


def _geen_java() -> Geweigerd:
    return Geweigerd(
        "java_ontbreekt",
        Tekst(
            "Spark heeft Java 17 of nieuwer nodig. Installeer het (Debian: apt-get install default-jre-headless), of laat --motor spark weg: dan rekent DuckDB, met dezelfde uitkomst.",
            "Spark needs Java 17 or newer. Install it (Debian: apt-get install default-jre-headless), or leave out --motor spark: then DuckDB computes, with the same outcome.",
        ),
    )
