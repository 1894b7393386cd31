"""One declaration, two engines: linkage on Spark gives the files that DuckDB gives, byte for byte."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from bench.tweede import Vuil, schrijf_tweede

from samenhang.cli.hoofd import hoofd
from samenhang.schemes.vroegsignalering.koppelen import bewijs, normaliseren, sleutels
from tests.bouw import rij, schrijf_levering

pytest.importorskip(
    "sqlglot", reason="zonder de pakketten van requirements/spark.txt (packages not installed)"
)
pytest.importorskip(
    "pyspark", reason="zonder de pakketten van requirements/spark.txt (packages not installed)"
)
from sqlglot import exp

from samenhang.schemes.vroegsignalering.koppelen.sparksql import in_spark, lees

met_java = pytest.mark.skipif(
    not shutil.which("java"),
    reason="Spark is hier niet beproefd: Java ontbreekt, installeer default-jre-headless (no Java here, so Spark was not tried)",
)

SNEL = """spark.sql.codegen.wholeStage false
spark.sql.codegen.factoryMode NO_CODEGEN
spark.sql.adaptive.enabled false
"""
"""Compiling the queries costs more than these few thousand rows."""

LASTIGE_NAMEN = (
    "Çelik-Öztürk", "ĳsbrand", "Ĳsselstein", "Łukaszewicz", "Weiß", "Þórsson", "Ǆurić", "Đorđević", "Yılmaz", "İpek", "ﬁnnegan", "ŉtoni", "Æbelø", "d'Ancona", "e/v Smit",
    "van der Van", "VANDERBERG", "Nuñez", "O’Neill", "Ωμέγα", "de", "Jansen-de Vries", "de Vries-Jansen", "Ségolène",
)  # fmt: skip
"""Letters of which upper case, folding or order is not the same everywhere."""


@pytest.fixture(scope="module", autouse=True)
def snel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings for a small set: Java compiles little, and nothing is left in the environment."""
    map_ = tmp_path_factory.mktemp("instellingen")
    (map_ / "spark-defaults.conf").write_text(SNEL)
    eerder = dict(os.environ)
    os.environ |= {
        "SPARK_CONF_DIR": str(map_),
        "JDK_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    }
    yield
    os.environ.clear()
    os.environ |= eerder


@pytest.fixture
def koppel(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    def _koppel(*argumenten: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as einde:
            hoofd(
                ["vroegsignalering", "koppel", *map(str, argumenten), "--peildatum", "2026-12-01", "--json"]
            )
        uit = capsys.readouterr()
        assert isinstance(einde.value.code, int)
        return einde.value.code, uit.out, uit.err

    return _koppel


@pytest.fixture(scope="module")
def leveringen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """About 3,000 signals with two to three times the usual dirt, and names that are hard to fold."""
    map_ = tmp_path_factory.mktemp("wereld")
    schrijf_tweede(map_, 8804, 3_000, Vuil.zwaar(Random(8804)))
    rijen = [
        rij(nummer, achternaam=naam, tussenvoegsel=voor, voornaam=voornaam, voorletters=letters, toevoeging=toevoeging, email=email)
        for nummer, (naam, voor, voornaam, letters, toevoeging, email) in enumerate(
            (naam, ("", "van", "'t")[plek % 3], LASTIGE_NAMEN[(plek + 1) % 24] if plek % 2 else "", "Ch.É.", ("", "3 hoog", "ß", "BIS", "00", "É")[plek % 6], f"a{plek}@voorbeeld.nl")
            for _ in range(2)
            for plek, naam in enumerate(LASTIGE_NAMEN)
        )
    ]  # fmt: skip
    schrijf_levering(map_ / "lastig.csv", *rijen)
    return map_


@met_java
@pytest.mark.parametrize("draden", [2, 1])
def test_spark_geeft_wat_duckdb_geeft(
    leveringen: Path, koppel: Callable[..., tuple[int, str, str]], tmp_path: Path, draden: int
) -> None:
    gemaakt = {}
    for motor in ("duckdb", "spark"):
        uit = {soort: tmp_path / f"{motor}.{soort}" for soort in ("uitvoer", "twijfel", "fouten")}
        doelen = [deel for soort, pad in uit.items() for deel in (f"--{soort}", pad)]
        code, tekst, _ = koppel(leveringen, *doelen, "--motor", motor, "--draden", draden)
        verslag = json.loads(tekst)
        verslag.pop("seconden")
        assert code == 0
        gemaakt[motor] = (verslag, {soort: pad.read_bytes() for soort, pad in uit.items()})
    assert gemaakt["spark"] == gemaakt["duckdb"]
    assert gemaakt["spark"][0]["geaccepteerd"] > 2_900
    assert gemaakt["spark"][0]["twijfel"] > 5
    assert not list(tmp_path.glob("samenhang-spark-*"))


class _Opschrijver:
    """An engine that does nothing but write down what it was asked."""

    def __init__(self) -> None:
        self.gevraagd: list[str] = []

    def execute(self, query: str, /) -> _Opschrijver:
        self.gevraagd.append(query)
        return self

    def fetchone(self) -> tuple[int]:
        return (0,)

    def fetchall(self) -> list[tuple[int]]:
        return [(0,)]


def test_elke_opdracht_van_de_verklaring_gaat_over_in_spark() -> None:
    motor = _Opschrijver()
    normaliseren.normaliseer(motor)
    sleutels.maak_paren(motor)
    bewijs.patronen(motor)
    vragen = [lees(tekst) for tekst in motor.gevraagd]
    assert {type(vraag) for vraag in vragen} == {exp.Create, exp.Insert, exp.Drop, exp.Select}
    vertaald = [
        in_spark(vraag.expression if isinstance(vraag, exp.Create) else vraag)
        for vraag in vragen
        if not isinstance(vraag, exp.Drop)
    ]
    assert len(vertaald) > 15
    # What Spark lacks, or has under another name.
    for vreemd in ("::", "LIST_", "HASH(", "UNNEST", "STRUCT", " // ", "&&"):
        assert [sql for sql in vertaald if vreemd in sql.upper().replace("XXHASH64(", "")] == [], vreemd


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT regexp_replace(naam, 'B', 'P') FROM x",  # the first only: Spark would take all
        "SELECT regexp_replace(naam, '^B', '$1') FROM x",
    ],
)
def test_wat_op_spark_anders_zou_uitkomen_wordt_geweigerd(sql: str) -> None:
    with pytest.raises(ValueError, match=r"first|dollar"):
        in_spark(lees(sql))


@pytest.mark.parametrize("sql", ["INSERT INTO x VALUES (1)", "UPDATE x SET a = 1"])
def test_een_andere_soort_opdracht_wordt_niet_stil_overgeslagen(sql: str, tmp_path: Path) -> None:
    from samenhang.schemes.vroegsignalering.koppelen.spark import SparkMotor

    with pytest.raises(ValueError, match="not a statement for Spark"):
        SparkMotor(None, tmp_path).execute(sql)


def test_zonder_java_zegt_de_opdracht_wat_er_moet(
    leveringen: Path,
    koppel: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    code, uit, fout = koppel(leveringen, "--uitvoer", tmp_path / "uit.csv", "--motor", "spark")
    probleem = json.loads(fout)
    assert (code, uit, probleem["code"]) == (2, "", "java_ontbreekt")
    assert "default-jre-headless" in probleem["tekst"]
    assert "default-jre-headless" in probleem["text"]
    assert not (tmp_path / "uit.csv").exists()


def test_met_een_java_die_niet_start_ook(
    leveringen: Path,
    koppel: Callable[..., tuple[int, str, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pyspark import SparkContext

    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\nexit 1\n")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.setattr(SparkContext, "_gateway", None)
    monkeypatch.setattr(SparkContext, "_jvm", None)
    code, _, fout = koppel(leveringen, "--uitvoer", tmp_path / "uit.csv", "--motor", "spark")
    assert (code, json.loads(fout.splitlines()[-1])["code"]) == (2, "java_ontbreekt")
