"""What is written: the same bytes for the same seed, the truth for every row, the codes that a reader gives."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from datetime import date
from pathlib import Path

import duckdb
import pytest

from samenhang.demo.wereld import Instelling
from samenhang.demo.wereld.__main__ import hoofd
from samenhang.demo.wereld.schrijver import schrijf
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering.bestand import laad_beleid, lees
from samenhang.schemes.vroegsignalering.bestand.openen import BestandGeweigerd

VOORBEELD = Path(__file__).parents[2] / "voorbeelden" / "demo"
KLEIN = Instelling(huishoudens=400, druk=22.0, aanloop=0, reeks=9)
ONTVANGEN = date(2026, 12, 1)


def bestanden(map_: Path) -> dict[str, bytes]:
    return {
        str(pad.relative_to(map_)): pad.read_bytes()
        for pad in map_.rglob("*")
        if pad.is_file() and pad.name != "LEESMIJ.md"
    }


def rijen(pad: Path) -> list[dict[str, str]]:
    with pad.open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand, delimiter=";"))


@pytest.fixture(scope="module")
def vol(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A world with more trouble than in life, so that every planted mistake comes by."""
    map_ = tmp_path_factory.mktemp("wereld") / "vol"
    schrijf(Instelling(zaad=3, huishoudens=3_000, gemeenten=1, druk=12.0), map_)
    return map_


def test_hetzelfde_zaad_geeft_dezelfde_bytes(tmp_path: Path) -> None:
    schrijf(KLEIN, tmp_path / "een")
    schrijf(KLEIN, tmp_path / "twee")
    assert bestanden(tmp_path / "een") == bestanden(tmp_path / "twee")


def test_een_ander_zaad_geeft_een_andere_wereld(tmp_path: Path) -> None:
    schrijf(Instelling(zaad=1, huishoudens=50), tmp_path / "een")
    schrijf(Instelling(zaad=2, huishoudens=50), tmp_path / "twee")
    assert (tmp_path / "een" / "brp.csv").read_bytes() != (tmp_path / "twee" / "brp.csv").read_bytes()


def test_de_voorbeelden_zijn_opnieuw_te_maken(tmp_path: Path) -> None:
    schrijf(KLEIN, tmp_path / "opnieuw")
    assert bestanden(tmp_path / "opnieuw") == bestanden(VOORBEELD)


def test_de_waarheid_noemt_elke_regel_van_elk_bestand_een_keer(vol: Path) -> None:
    waar = {(rij["bestand"], int(rij["regel"])): rij for rij in rijen(vol / "waarheid.csv")}
    inwoners = {rij["persoon_id"]: rij["huishouden_id"] for rij in rijen(vol / "brp.csv")}
    gezien = set()
    for pad in (*(vol / "aanloop").iterdir(), *(vol / "leveringen").iterdir()):
        with pad.open(encoding="utf-8-sig", newline="") as bestand:
            for nummer, rij in enumerate(csv.DictReader(bestand, delimiter=";"), start=2):
                plek = (f"{pad.parent.name}/{pad.name}", nummer)
                gezien.add(plek)
                assert (waar[plek]["signaal_id"], waar[plek]["partner"]) == (
                    rij["signaal_id"],
                    rij["partner"],
                )
                assert inwoners[waar[plek]["persoon_id"]] == waar[plek]["huishouden_id"]
    assert gezien == set(waar)


def test_de_lezer_vindt_precies_de_geplante_fouten(vol: Path) -> None:
    """The reader was written without this generator: each is a check on the other.

    W39 is counted per file; a row sent twice is counted, not reported. Codes that depend on the day of
    receipt may show up, and a typing error in a birth date may make somebody a minor (W11); nothing else may.
    """
    verwacht: dict[str, dict[int, dict[str, str]]] = defaultdict(dict)
    for rij in rijen(vol / "waarheid.csv"):
        verwacht[Path(rij["bestand"]).name][int(rij["regel"])] = rij
    gevonden_codes = set()
    for pad in sorted((vol / "leveringen").iterdir()):
        verbinding = duckdb.connect()
        uitkomst = lees(
            verbinding,
            [pad],
            beleid=laad_beleid(ONTVANGEN),
            peildatum=ONTVANGEN,
            kalender=standaardkalender(),
        )
        gevonden = defaultdict(set)
        for regel, code in verbinding.execute("SELECT regel, code FROM fouten").fetchall():
            gevonden[regel].add(code)
        spaties = gevonden.pop(None, set())
        dubbel = 0
        for regel, rij in verwacht[pad.name].items():
            codes = set(rij["codes"].split())
            dubbel += "dubbel" in codes
            if "W39" in codes:
                assert spaties == {"W39"}
            moet = codes - {"W39", "dubbel"}
            mag = moet | set(rij["codes_register"].split()) | {"W11"}
            assert moet <= gevonden[regel] <= mag, (pad.name, regel)
            gevonden_codes |= gevonden[regel]
        assert uitkomst.gelezen == len(verwacht[pad.name])
        assert uitkomst.dubbel == dubbel
    assert len(gevonden_codes) >= 30


def test_geweigerde_bestanden_worden_geweigerd_om_hun_code(tmp_path: Path) -> None:
    maanden = ("2026-08", "2026-09", "2026-10", "2026-11")
    schrijf(Instelling(huishoudens=3_000, maanden=maanden, druk=4.0), tmp_path / "wereld")
    geweigerd = json.loads((tmp_path / "wereld" / "wereld.json").read_text("utf-8"))["geweigerd"]
    assert [bestand["code"] for bestand in geweigerd] == ["F01", "F05", "F04", "F06"]
    for bestand in geweigerd:
        pad = tmp_path / "wereld" / "geweigerd" / bestand["bestand"]
        with pytest.raises(BestandGeweigerd) as weigering:
            lees(
                duckdb.connect(), [pad], beleid=laad_beleid(ONTVANGEN), peildatum=ONTVANGEN,
                kalender=standaardkalender(),
            )  # fmt: skip
        assert weigering.value.code == bestand["code"]
        assert (tmp_path / "wereld" / "leveringen" / bestand["correctie"]).is_file()


def test_een_map_met_inhoud_wordt_niet_overschreven(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "eigen.txt").write_text("van mij")
    assert hoofd(["--naar", str(tmp_path), "--huishoudens", "20"]) == 2
    assert "niet leeg" in capsys.readouterr().err
    assert [pad.name for pad in tmp_path.iterdir()] == ["eigen.txt"]


def test_de_opdracht_schrijft_een_wereld(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    naar = tmp_path / "wereld"
    assert hoofd(["--naar", str(naar), "--huishoudens", "90", "--maanden", "2026-11", "--zonder-fouten"]) == 0
    assert "90 huishoudens, 200 inwoners" in capsys.readouterr().out
    assert len(rijen(naar / "brp.csv")) >= 200
