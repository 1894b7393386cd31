"""What nobody foresaw in a command: a number at the terminal, the cause where the operator finds it."""

from __future__ import annotations

import errno
import json
import logging
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, ProgrammingError

from samenhang.cli import incidenten
from samenhang.cli.hoofd import hoofd
from samenhang.cli.uitvoer import bewaakt
from samenhang.config.omgeving import omgeving


def _breekt() -> None:
    try:
        raise KeyError("mevrouw Jansen, Dorpsstraat 1")
    except KeyError as fout:
        raise RuntimeError("Jansen") from fout


@pytest.fixture
def datamap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The settings of a deployment with this data folder; the real ones come back afterwards."""

    def zet(map_: Path = tmp_path, **anders: str) -> Path:
        monkeypatch.setenv("SAMENHANG_DATAMAP", str(map_))
        for naam, waarde in anders.items():
            monkeypatch.setenv(f"SAMENHANG_{naam.upper()}", waarde)
        omgeving.cache_clear()
        return map_ / incidenten.BESTAND

    yield zet
    omgeving.cache_clear()


def test_de_oorzaak_staat_in_de_gegevensmap_onder_het_nummer_van_de_melding(
    datamap: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = datamap()
    assert [bewaakt(_breekt), bewaakt(_breekt)] == [1, 1]
    meldingen = [json.loads(regel) for regel in capsys.readouterr().err.splitlines()]
    regels = [json.loads(regel) for regel in bestand.read_text("utf-8").splitlines()]
    assert len(meldingen) == len(regels) == 2
    for melding, regel in zip(meldingen, regels, strict=True):
        assert melding["code"] == "onverwacht"
        assert regel["incident"] in melding["tekst"]
        assert regel["incident"] in melding["text"]
        assert regel["deur"] == "opdracht"
        assert regel["fout"] == "builtins.RuntimeError < builtins.KeyError"
        assert regel["spoor"][-1].endswith(" _breekt")
    assert "Jansen" not in bestand.read_text("utf-8")
    assert bestand.stat().st_mode & 0o777 == 0o600
    assert logging.getLogger("samenhang.incident").handlers == []


@pytest.mark.parametrize(
    ("map_", "anders"), [("", {"incidenten": "stderr"}), ("ontbreekt", {}), ("", {"incidenten": "post"})]
)
def test_anders_op_stderr_voor_de_melding(
    map_: str, anders: dict[str, str], datamap: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = datamap(tmp_path / map_, **anders)
    assert bewaakt(_breekt) == 1
    regel, melding = (json.loads(regel) for regel in capsys.readouterr().err.splitlines())
    assert regel["incident"] in melding["tekst"]
    assert regel["spoor"]
    assert "Jansen" not in json.dumps(regel)
    assert not bestand.exists()


def test_een_ontwikkelaar_ziet_de_hele_oorzaak(datamap: Any, capsys: pytest.CaptureFixture[str]) -> None:
    datamap(ontwikkeling="1")
    assert bewaakt(_breekt) == 1
    assert "mevrouw Jansen" in capsys.readouterr().err


def test_een_vol_bestand_maakt_plaats(datamap: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bestand = datamap()
    monkeypatch.setattr(incidenten, "HOOGSTENS", 10)
    assert [bewaakt(_breekt), bewaakt(_breekt)] == [1, 1]
    assert len(bestand.read_text("utf-8").splitlines()) == 1
    assert len((bestand.parent / "incidenten.vorige.jsonl").read_text("utf-8").splitlines()) == 1


def _faalt(fout: Exception) -> None:
    raise fout


@pytest.mark.parametrize(
    ("fout", "code"),
    [
        (OperationalError("no such table: zaken_zaak"), "database_niet_bij"),
        (ProgrammingError('relation "zaken_zaak" does not exist'), "database_niet_bij"),
        (OperationalError("connection refused: host=geheim"), "database_onbereikbaar"),
        (OSError(errno.ENOSPC, "No space left on device", "/data/x"), "schijf"),
        (ValueError("geheim"), "onverwacht"),
    ],
)
def test_wat_een_installatie_mankeert_zegt_wat_te_doen(
    fout: Exception, code: str, datamap: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    bestand = datamap()
    assert bewaakt(lambda: _faalt(fout)) == 1
    melding = json.loads(capsys.readouterr().err)
    assert melding["code"] == code
    assert json.loads(bestand.read_text("utf-8"))["incident"] in melding["text"]
    assert "geheim" not in json.dumps(melding) + bestand.read_text("utf-8")


@pytest.mark.parametrize(
    ("aanroep", "nl", "en"),
    [
        (["onzin"], "De opdracht onzin bestaat niet. Zie samenhang --help.", "No such command 'onzin'."),
        (["termijn", "bereken", "--nee"], "De optie --nee bestaat niet.", "No such option: --nee"),
        (["vroegsignalering", "koppel"], "BESTAND… ontbreekt.", "Missing argument"),
        (["vroegsignalering", "koppel", "x"], "--uitvoer ontbreekt.", "Missing option '--uitvoer'"),
        (
            ["beheer", "serve", "--poort", "x"],
            "De waarde van --poort klopt niet.",
            "Invalid value for '--poort'",
        ),
        (
            ["vroegsignalering", "verklaar", "x", "--paar", "A"],
            "De optie --paar mist een waarde",
            "Option '--paar'",
        ),
        (["termijn", "bereken", "x"], "De aanroep heeft te veel", "Got unexpected extra argument"),
    ],
)
def test_een_verkeerde_aanroep_in_twee_talen(
    aanroep: list[str], nl: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as einde:
        hoofd(aanroep)
    melding = json.loads(capsys.readouterr().err)
    assert (einde.value.code, melding["code"]) == (2, "aanroep_onjuist")
    assert melding["tekst"].startswith(nl)
    assert melding["text"].startswith(en)
