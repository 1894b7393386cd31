"""What a backup refuses: to overwrite, to restore over data, and to restore what was changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings as instellingen

from samenhang.cli.beheer.reservekopie import herstel, maak
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.zegel import sleutels
from samenhang.kernel.zegel.domain.nota import LOG


@pytest.fixture
def kopie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A backup of a small deployment on SQLite; afterwards the data folder is an empty one."""
    data = tmp_path / "bron"
    (data / "aanleveringen").mkdir(parents=True)
    (data / "aanleveringen" / "0001.csv").write_text("a;b\n1;2\n")
    with closing(sqlite3.connect(data / "samenhang.sqlite3")) as database:
        database.execute("CREATE TABLE proef (wat TEXT)")
        database.executemany("INSERT INTO proef VALUES (?)", [("x" * 500,)] * 100)
        database.commit()
    standaard = instellingen.DATABASES["default"]
    monkeypatch.setitem(standaard, "ENGINE", "django.db.backends.sqlite3")
    monkeypatch.setitem(standaard, "NAME", str(data / "samenhang.sqlite3"))
    monkeypatch.setattr(instellingen, "DATAMAP", data)
    maak(tmp_path / "kopie")
    monkeypatch.setattr(instellingen, "DATAMAP", tmp_path / "terug")
    return tmp_path / "kopie"


def test_een_reservekopie_komt_heel_terug(kopie: Path) -> None:
    herstel(kopie)
    with closing(sqlite3.connect(Path(instellingen.DATAMAP) / "samenhang.sqlite3")) as database:
        assert database.execute("SELECT count(*) FROM proef").fetchone() == (100,)
    assert (Path(instellingen.DATAMAP) / "aanleveringen" / "0001.csv").read_text() == "a;b\n1;2\n"
    assert kopie.stat().st_mode & 0o077 == 0


def test_een_reservekopie_overschrijft_niets(kopie: Path) -> None:
    with pytest.raises(Geweigerd) as fout:
        maak(kopie)
    assert fout.value.code == "map_bestaat"


def test_herstel_overschrijft_niets(kopie: Path) -> None:
    herstel(kopie)
    with pytest.raises(Geweigerd) as fout:
        herstel(kopie)
    assert fout.value.code == "gegevensmap_niet_leeg"


@pytest.mark.parametrize("bestand", ["samenhang.sqlite3", "aanleveringen/0001.csv"])
def test_een_veranderde_reservekopie_wordt_geweigerd(kopie: Path, bestand: str) -> None:
    inhoud = bytearray((kopie / bestand).read_bytes())
    inhoud[len(inhoud) // 2] ^= 1
    (kopie / bestand).write_bytes(inhoud)
    with pytest.raises(Geweigerd) as fout:
        herstel(kopie)
    assert fout.value.code == "kopie_beschadigd"
    assert not Path(instellingen.DATAMAP).exists()


def test_een_bestand_minder_wordt_geweigerd(kopie: Path) -> None:
    (kopie / "aanleveringen" / "0001.csv").unlink()
    with pytest.raises(Geweigerd) as fout:
        herstel(kopie)
    assert fout.value.code == "kopie_beschadigd"


@pytest.mark.parametrize("inhoud", [None, "{", "[]", "{}"])
def test_een_map_zonder_inhoud_is_geen_reservekopie(tmp_path: Path, inhoud: str | None) -> None:
    if inhoud is not None:
        (tmp_path / "INHOUD.json").write_text(inhoud)
    with pytest.raises(Geweigerd) as fout:
        herstel(tmp_path)
    assert fout.value.code == "geen_reservekopie"


def test_op_postgresql_gaan_alleen_de_bestanden_mee(
    kopie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(instellingen.DATABASES["default"], "ENGINE", "django.db.backends.postgresql")
    monkeypatch.setattr(instellingen, "DATAMAP", tmp_path / "bron")
    maak(tmp_path / "bestanden")
    assert not (tmp_path / "bestanden" / "samenhang.sqlite3").exists()
    assert (tmp_path / "bestanden" / "aanleveringen" / "0001.csv").exists()


def test_van_de_sleutels_van_het_zegel_gaat_alleen_wat_openbaar_is_mee(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a folder of keys that outlived the loss, and is newer, stays as it was."""
    monkeypatch.setitem(instellingen.DATABASES["default"], "ENGINE", "django.db.backends.postgresql")
    monkeypatch.setattr(instellingen, "DATAMAP", tmp_path / "bron")
    monkeypatch.setattr(instellingen, "ZEGELMAP", str(tmp_path / "kluis"))
    sleutels.neem_in_gebruik(sleutels.maak(LOG))
    (tmp_path / "kluis" / "partners.toml").write_text("")
    maak(tmp_path / "kopie")
    assert sorted(pad.name for pad in (tmp_path / "kopie" / "zegel").iterdir()) == [
        "partners.toml",
        "sleutels.txt",
    ]
    assert not list((tmp_path / "kopie").rglob("*.pem"))
    eerste = sleutels.bekend()
    sleutels.neem_in_gebruik(sleutels.maak(LOG))
    beide = sleutels.bekend()
    monkeypatch.setattr(instellingen, "DATAMAP", tmp_path / "terug")
    herstel(tmp_path / "kopie")
    assert sleutels.bekend() == beide
    monkeypatch.setattr(instellingen, "ZEGELMAP", "")
    monkeypatch.setattr(instellingen, "DATAMAP", tmp_path / "elders")
    herstel(tmp_path / "kopie")
    assert sleutels.bekend() == eerste
    assert sleutels.map_() == tmp_path / "elders" / "zegel"
