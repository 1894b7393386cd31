"""A caseload from file to file: the same outcome however it is cut or broken off, and nothing computed twice."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.normen import Norm, Normen, normen
from samenhang.schemes.schuldhulp import herzieningsbestand
from samenhang.schemes.schuldhulp.commands.rekenen import in_woorden
from samenhang.schemes.schuldhulp.domain import herziening
from samenhang.schemes.schuldhulp.domain.antwoord import bereken
from samenhang.schemes.schuldhulp.herzieningsbestand import Stand, herzie_bestand

AANTAL = 47


def zaken(aantal: int = AANTAL) -> list[dict[str, Any]]:
    """Some change, some stay the same, and every ninth has no answer."""
    return [
        {"id": f"Z{n}", "berekening": "bvv", "invoer": {"leefsituatie": "boot" if n % 9 == 8 else "paar", "netto_inkomen": f"{1000 + 90 * n}.00", "inkomensgroep": ("laag", "hoog")[n % 2]}}
        for n in range(aantal)
    ]  # fmt: skip


def document(**anders: Any) -> dict[str, Any]:
    return {"van": "2023-01-15", "naar": "2024-01-15", "zaken": zaken(), **anders}


@pytest.fixture
def bron(tmp_path: Path) -> Path:
    pad = tmp_path / "voorraad.json"
    pad.write_text(json.dumps(document()))
    return pad


@pytest.fixture
def gerekend(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The id of every case that is computed, each time."""
    gezien: list[str] = []
    echt = herziening._reken

    def tel(zaak: herziening.Zaakinvoer, *wat: Any) -> Any:
        gezien.append(zaak.id)
        return echt(zaak, *wat)

    monkeypatch.setattr(herziening, "_reken", tel)
    return gezien


@pytest.mark.parametrize("portie", [1, 7, AANTAL, 1_000])
def test_de_uitkomst_is_die_van_bereken_hoe_zij_ook_wordt_geknipt(bron: Path, tmp_path: Path, portie: int) -> None:  # fmt: skip
    uit = tmp_path / "uit.json"
    herzie_bestand(bron, uit, portie=portie)
    heel = bereken("norm-herziening", document())
    assert json.loads(uit.read_bytes()) == heel
    assert heel["gewijzigd"]
    assert heel["niet_te_berekenen"]
    assert heel["ongewijzigd"] > 0
    assert sorted(deel.name for deel in tmp_path.iterdir()) == ["uit.json", "voorraad.json"]


def breek_af(na: int) -> Callable[[Stand], None]:
    def hoor(stand: Stand) -> None:
        if stand.klaar >= na:
            raise KeyboardInterrupt

    return hoor


def test_wie_afgebroken_werd_rekent_alleen_wat_nog_niet_gedaan_was(
    bron: Path, tmp_path: Path, gerekend: list[str]
) -> None:
    """Also when the last line of the journal was cut short."""
    uit = tmp_path / "uit.json"
    with pytest.raises(KeyboardInterrupt):
        herzie_bestand(bron, uit, breek_af(30), portie=10)
    dagboek = tmp_path / "uit.json.voortgang"
    heel = dagboek.read_bytes()
    dagboek.write_bytes(heel[:-20])
    gerekend.clear()
    standen: list[Stand] = []
    uitslag = herzie_bestand(bron, uit, standen.append, portie=10)
    assert uitslag.eerder == 20
    assert len(gerekend) == 2 * (AANTAL - 20)
    assert [stand.klaar for stand in standen] == [20, 30, 40, AANTAL]
    assert uitslag.document == bereken("norm-herziening", document())


def test_wat_er_al_is_wordt_niet_nog_eens_gerekend(bron: Path, tmp_path: Path, gerekend: list[str]) -> None:
    uit = tmp_path / "uit.json"
    herzie_bestand(bron, uit)
    eerst = uit.read_bytes()
    gerekend.clear()
    uitslag = herzie_bestand(bron, uit)
    assert uitslag.stond_er_al
    assert gerekend == []
    assert uit.read_bytes() == eerst
    assert sorted(deel.name for deel in tmp_path.iterdir()) == ["uit.json", "voorraad.json"]


@pytest.mark.parametrize("wat", ["invoer", "normen"])
def test_onder_iets_anders_begint_zij_opnieuw(
    bron: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wat: str
) -> None:
    uit = tmp_path / "uit.json"
    with pytest.raises(KeyboardInterrupt):
        herzie_bestand(bron, uit, breek_af(20), portie=10)
    nu = document()
    if wat == "invoer":
        nu["zaken"] = nu["zaken"][:-1]
        bron.write_text(json.dumps(nu))
    else:
        reeks = normen().reeksen["bvv.maximum.paar"]
        ander = tuple(Norm(n.naam, "2000.00", n.vanaf, n.tot, n.bron, n.status) for n in reeks)
        anders = Normen(normen().reeksen | {"bvv.maximum.paar": ander})
        monkeypatch.setattr(herzieningsbestand, "normen", lambda: anders)
    assert herzie_bestand(bron, uit, portie=10).eerder == 0


def test_een_ander_bestand_blijft_staan(bron: Path, tmp_path: Path) -> None:
    for inhoud in (b"van iemand anders", b'{"hash": "x", "zaken": 1}', b"[]"):
        uit = tmp_path / "uit.json"
        uit.write_bytes(inhoud)
        with pytest.raises(Geweigerd) as fout:
            herzie_bestand(bron, uit)
        assert fout.value.code == "bestand_bestaat"
        assert uit.read_bytes() == inhoud
        assert sorted(deel.name for deel in tmp_path.iterdir()) == ["uit.json", "voorraad.json"]


def test_twee_tegelijk_werken_niet_aan_een_uitkomst(bron: Path, tmp_path: Path) -> None:
    uit = tmp_path / "uit.json"
    with (tmp_path / "uit.json.voortgang").open("wb") as bezig:
        fcntl.flock(bezig, fcntl.LOCK_EX)
        with pytest.raises(Geweigerd) as fout:
            herzie_bestand(bron, uit)
    assert (fout.value.code, fout.value.status) == ("herziening_bezig", 409)


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [(b"{", "json_onjuist"), (b"{}", "invoer_onjuist"), (json.dumps(document(naar="2023-01-15")).encode(), "zelfde_dag")],
)  # fmt: skip
def test_een_onjuiste_invoer_laat_niets_na(tmp_path: Path, inhoud: bytes, code: str) -> None:
    bron = tmp_path / "in.json"
    bron.write_bytes(inhoud)
    with pytest.raises(Geweigerd) as fout:
        herzie_bestand(bron, tmp_path / "uit.json")
    assert fout.value.code == code
    assert [deel.name for deel in tmp_path.iterdir()] == ["in.json"]


def test_zonder_bestand_of_map_is_er_een_reden(bron: Path, tmp_path: Path) -> None:
    for van, naar, code in ((tmp_path / "weg.json", tmp_path / "uit.json", "bestand_onleesbaar"), (bron, tmp_path / "geen" / "uit.json", "uitvoer_onbereikbaar")):  # fmt: skip
        with pytest.raises(Geweigerd) as fout:
            herzie_bestand(van, naar)
        assert fout.value.code == code


def test_de_opdracht_telt_en_wijst_naar_de_uitkomst(
    bron: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    uit = tmp_path / "uit.json"
    with pytest.raises(SystemExit) as einde:
        hoofd(["schuldhulp", "herzie", str(bron), "--uitvoer", str(uit), "--json"])
    assert einde.value.code == 0
    gezegd = json.loads(capsys.readouterr().out)
    heel = bereken("norm-herziening", document())
    assert (gezegd["zaken"], gezegd["gewijzigd"], gezegd["niet_te_berekenen"]) == (AANTAL, len(heel["gewijzigd"]), len(heel["niet_te_berekenen"]))  # fmt: skip
    assert gezegd["hash"] == heel["hash"]
    with pytest.raises(SystemExit) as einde:
        hoofd(["schuldhulp", "herzie", str(bron), "--uitvoer", str(uit)])
    assert einde.value.code == 0
    assert "er is niets gedaan" in capsys.readouterr().out


def test_de_voortgang_zegt_hoeveel_en_hoe_lang_nog() -> None:
    stand = Stand(klaar=60_000, totaal=100_000, eerder=20_000, verstreken=4.0)
    assert stand.resterend == 4
    assert in_woorden(stand).nl == "60% 60.000 van 100.000 zaken, nog ongeveer 4 seconden"
    assert Stand(20_000, 100_000, 20_000, 4.0).resterend is None
