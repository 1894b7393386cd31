"""The commands `koppel` and `verklaar` as a black box: contract, refusals, determinism, quality."""

from __future__ import annotations

import csv
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from bench.tweede import schrijf_tweede

from samenhang.cli.hoofd import hoofd
from samenhang.schemes.vroegsignalering.commands.doelen import Doelen
from samenhang.schemes.vroegsignalering.commands.koppelen import ruim_genoeg
from tests.bouw import KOP, rij

HUUR = {"partner": "99990011", "partner_soort": "huur", "aantal_herinneringen": "1"}
Waarheid = dict[tuple[str, str], tuple[str, str]]


@pytest.fixture
def vraag(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run a command of the scheme; gives exit code, stdout and stderr."""

    def _vraag(*argumenten: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as einde:
            hoofd(["vroegsignalering", *argumenten, "--peildatum", "2026-12-01"])
        uit = capsys.readouterr()
        assert isinstance(einde.value.code, int)
        return einde.value.code, uit.out, uit.err

    return _vraag


@pytest.fixture(scope="module")
def wereld(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Waarheid]:
    """About 1,500 signals of a seed on which nothing was learned."""
    map_ = tmp_path_factory.mktemp("wereld")
    return map_, schrijf_tweede(map_, 8801, 1_500)


def schrijf(map_: Path, naam: str, *rijen: dict[str, str]) -> Path:
    pad = map_ / naam
    pad.write_text("\n".join([";".join(KOP), *(";".join(r[k] for k in KOP) for r in rijen)]) + "\n", "utf-8")
    return pad


def test_uitvoer_volgens_afspraak(tmp_path: Path, vraag: Callable[..., tuple[int, str, str]]) -> None:
    schrijf(tmp_path, "energie.csv", rij(1), rij(2, bedrag_achterstand="1.234"), rij(1))
    schrijf(tmp_path, "huur.csv", rij(3, **HUUR))
    uit, twijfel, fouten = tmp_path / "u.uit", tmp_path / "t.uit", tmp_path / "f.uit"
    code, tekst, _ = vraag(
        "koppel", str(tmp_path), "--uitvoer", str(uit), "--twijfel", str(twijfel), "--fouten", str(fouten), "--json"
    )  # fmt: skip
    verslag = json.loads(tekst)
    assert code == 0
    assert {k: verslag[k] for k in ("gelezen", "geaccepteerd", "afgekeurd", "dubbel", "personen", "huishoudens", "twijfel")} == {
        "gelezen": 4, "geaccepteerd": 2, "afgekeurd": 1, "dubbel": 1, "personen": 1, "huishoudens": 1, "twijfel": 0,
    }  # fmt: skip
    assert all(isinstance(s, float) for s in verslag["seconden"].values())
    regels = list(csv.reader(uit.open()))
    assert regels[0] == ["signaal_id", "partner", "persoon_id", "huishouden_id", "zekerheid"]
    assert [(r[0], r[1]) for r in regels[1:]] == [("E-3", "99990011"), ("E-1", "99990021")]
    melding = [r for r in csv.reader(fouten.open(), delimiter=";") if r[3].startswith("R")]
    assert [r[:4] for r in melding] == [["energie.csv", "3", "bedrag_achterstand", "R06"]]


def test_een_geweigerd_bestand_laat_de_vorige_uitvoer_staan(
    tmp_path: Path, vraag: Callable[..., tuple[int, str, str]]
) -> None:
    goed = schrijf(tmp_path, "goed.csv", rij(1))
    fout = tmp_path / "fout.csv"
    fout.write_text("bsn;" + ";".join(KOP) + "\n")
    uit, fouten = tmp_path / "uit.csv", tmp_path / "fouten.csv"
    uit.write_text("van gisteren")
    code, tekst, problemen = vraag(
        "koppel", str(goed), str(fout), "--uitvoer", str(uit), "--fouten", str(fouten), "--json"
    )
    assert (code, tekst, json.loads(problemen)["code"]) == (2, "", "F01")
    assert uit.read_text() == "van gisteren"
    assert not fouten.exists()
    assert not list(tmp_path.glob(".*"))


def test_uitvoer_naar_een_map_die_niet_bestaat_wordt_geweigerd(
    tmp_path: Path, vraag: Callable[..., tuple[int, str, str]]
) -> None:
    goed = schrijf(tmp_path, "goed.csv", rij(1))
    code, tekst, problemen = vraag(
        "koppel", str(goed), "--uitvoer", str(tmp_path / "weg" / "u.csv"), "--json"
    )
    assert (code, tekst, json.loads(problemen)["code"]) == (2, "", "map_ontbreekt")


def test_verklaar_geeft_elk_gewicht_en_de_drempels(
    tmp_path: Path, vraag: Callable[..., tuple[int, str, str]]
) -> None:
    schrijf(tmp_path, "a.csv", rij(1))
    schrijf(tmp_path, "b.csv", rij(2, **HUUR, achternaam="Dyk", voorletters="A.", geboortedatum=""))
    code, tekst, _ = vraag("verklaar", str(tmp_path), "--paar", "E-1", "99990011:E-2", "--json")
    uitleg: dict[str, Any] = json.loads(tekst)
    assert code == 0
    opgeteld = sum(r["gewicht"] for r in (*uitleg["vergelijkingen"], *uitleg["kruisingen"]))
    assert uitleg["som"] == uitleg["basis"] + opgeteld
    niveaus = {r["vergelijking"]: r["niveau"] for r in uitleg["vergelijkingen"]}
    assert niveaus["achternaam"].startswith("gelijk")
    assert niveaus["voorletters"] == "deel"
    assert niveaus["geboortedatum"] == "onbekend"
    assert uitleg["frequenties"]["naamdelen_per_miljoen"] == {"DYK": 60}
    assert uitleg["uitslag"] == "samen"
    assert uitleg["drempels"]["aanvaard"]["som"] <= uitleg["som"]


def test_verklaar_in_gewone_woorden(tmp_path: Path, vraag: Callable[..., tuple[int, str, str]]) -> None:
    schrijf(tmp_path, "a.csv", rij(1))
    schrijf(tmp_path, "b.csv", rij(2, **HUUR, geboortedatum="1955-02-03"))
    code, tekst, _ = vraag("verklaar", str(tmp_path), "--paar", "E-1", "E-2")
    assert code == 0
    assert "Veto: De geboortedatums verschillen meer dan een tikfout." in tekst
    assert "Uitslag: een mens beslist" in tekst


def test_verklaar_zegt_van_een_gevraagd_paar_niet_dat_het_een_persoon_is(
    tmp_path: Path, vraag: Callable[..., tuple[int, str, str]]
) -> None:
    """A landlord's signal without birth date fits father and son: each pair alone would have been joined."""
    schrijf(
        tmp_path,
        "a.csv",
        rij(1, geboortedatum="1955-02-03", telefoon=""),
        rij(2, geboortedatum="1985-06-12", telefoon="", klantnummer="K-77"),
    )
    schrijf(tmp_path, "b.csv", rij(3, **HUUR, geboortedatum="", telefoon=""))
    uit, twijfel = tmp_path / "u.uit", tmp_path / "t.uit"
    assert vraag("koppel", str(tmp_path), "--uitvoer", str(uit), "--twijfel", str(twijfel))[0] == 0
    with twijfel.open(encoding="utf-8") as bron:
        gevraagd = {
            frozenset((r["links_signaal_id"], r["rechts_signaal_id"])): r for r in csv.DictReader(bron)
        }
    _, tekst, _ = vraag("verklaar", str(tmp_path), "--paar", "E-1", "E-3", "--json")
    uitleg = json.loads(tekst)
    assert uitleg["som"] >= uitleg["drempels"]["aanvaard"]["som"], "the pair alone would be joined"
    assert (uitleg["uitslag"], gevraagd[frozenset(("E-1", "E-3"))]["reden"]) == ("twijfel", "twee_kandidaten")
    assert uitleg["redenen"][0]["nl"] == "Past bij meer dan één persoon ongeveer even goed."
    _, tekst, _ = vraag("verklaar", str(tmp_path), "--paar", "E-1", "E-3")
    assert "Uitslag: een mens beslist" in tekst
    assert "Uitslag: dezelfde persoon" not in tekst


def test_verklaar_weigert_een_onbekend_signaal(
    tmp_path: Path, vraag: Callable[..., tuple[int, str, str]]
) -> None:
    schrijf(tmp_path, "a.csv", rij(1))
    code, _, problemen = vraag("verklaar", str(tmp_path), "--paar", "E-1", "E-9", "--json")
    assert (code, json.loads(problemen)["code"]) == (2, "signaal_onbekend")
    register = ("--register", str(tmp_path))
    code, _, problemen = vraag("verklaar", *register, "--paar", "E-1", "E-9", "--json")
    assert (code, json.loads(problemen)["code"]) == (2, "register_ontbreekt")
    for keuze in ((), (str(tmp_path), *register)):
        code, _, problemen = vraag("verklaar", *keuze, "--paar", "E-1", "E-9", "--json")
        assert (code, json.loads(problemen)["code"]) == (2, "bestanden_of_register")


def _paren(wie: dict[tuple[str, str], str]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(wie.values()).values())


def test_kwaliteit_op_een_zaad_waarop_niets_geleerd_is(
    wereld: tuple[Path, Waarheid], tmp_path: Path, vraag: Callable[..., tuple[int, str, str]]
) -> None:
    map_, waar = wereld
    uit = tmp_path / "u.csv"
    code, tekst, _ = vraag("koppel", str(map_), "--uitvoer", str(uit), "--json")
    verslag = json.loads(tekst)
    assert code == 0
    assert verslag["gelezen"] == verslag["geaccepteerd"] + verslag["afgekeurd"] + verslag["dubbel"]
    ons = {(r["partner"], r["signaal_id"]): r["persoon_id"] for r in csv.DictReader(uit.open())}
    assert len(ons) == verslag["geaccepteerd"]
    echt = {sleutel: waar[sleutel][0] for sleutel in ons}
    goed = sum(n * (n - 1) // 2 for n in Counter((ons[s], echt[s]) for s in ons).values())
    precisie, dekking = goed / _paren(ons), goed / _paren(echt)
    assert precisie >= 0.985
    assert 2 * precisie * dekking / (precisie + dekking) >= 0.97


def test_draden_geheugen_volgorde_en_splitsing_veranderen_geen_byte(
    wereld: tuple[Path, Waarheid], tmp_path: Path, vraag: Callable[..., tuple[int, str, str]]
) -> None:
    map_, _ = wereld
    anders = tmp_path / "anders"
    anders.mkdir()
    for pad in sorted(map_.glob("*.csv")):
        kop, *regels = pad.read_text("utf-8").splitlines()
        random.Random(3).shuffle(regels)
        helft = len(regels) // 3 or 1
        for deel, eigen in enumerate((regels[:helft], regels[helft:])):
            if eigen:
                (anders / f"{deel}-{pad.name}").write_text("\n".join([kop, *eigen]) + "\n", "utf-8")
    uitkomsten = set()
    # 70 MB is so little that tables go to disk on the way.
    for bron, draden, geheugen in ((map_, "1", "70"), (map_, "2", "0"), (map_, "4", "0"), (anders, "2", "0")):
        uit, twijfel = tmp_path / "u.csv", tmp_path / "t.csv"
        code, _, _ = vraag(
            "koppel",
            str(bron),
            "--uitvoer",
            str(uit),
            "--twijfel",
            str(twijfel),
            "--draden",
            draden,
            "--geheugen",
            geheugen,
            "--json",
        )
        assert code == 0
        uitkomsten.add((uit.read_bytes(), twijfel.read_bytes()))
    assert len(uitkomsten) == 1


@pytest.mark.parametrize("register", [False, True])
def test_te_weinig_geheugen_wordt_geweigerd_en_verandert_niets(
    tmp_path: Path, vraag: Callable[..., tuple[int, str, str]], register: bool
) -> None:
    goed = schrijf(tmp_path, "goed.csv", rij(1))
    uit, map_ = tmp_path / "uit.csv", tmp_path / "register"
    meer = ["--register", str(map_)] if register else []
    code, tekst, problemen = vraag(
        "koppel", str(goed), "--uitvoer", str(uit), "--geheugen", "5", "--json", *meer
    )
    melding = json.loads(problemen)
    assert (code, tekst, melding["code"]) == (2, "", "geheugen_te_klein")
    assert "--geheugen 10" in json.dumps(melding)
    assert sorted(deel.name for deel in tmp_path.iterdir()) == ["goed.csv"]


def test_een_groter_bestand_en_een_register_krijgen_meer_geheugen(tmp_path: Path) -> None:
    groot = tmp_path / "leveringen" / "groot.csv"
    groot.parent.mkdir()
    with groot.open("wb") as bestand:
        bestand.truncate(300_000_000)  # takes no room on the disk
    assert ruim_genoeg([tmp_path], None) == 800
    assert ruim_genoeg([groot.parent], None) == ruim_genoeg([groot], None) == 1_500
    assert ruim_genoeg([groot], tmp_path / "nog_niet") == 1_800


def test_een_regel_van_de_uitkomst_is_wat_de_csv_schrijver_van_duckdb_schrijft(tmp_path: Path) -> None:
    partners = ["E", "a,b", 'a"b', "a'b", "#a", "a#b", " a", "a\nb", "a\rb", "a;b", "NULL", "1.5", "é"]
    verbinding = duckdb.connect()
    verbinding.execute(
        "CREATE TABLE uitkomst AS SELECT unnest($partners) AS partner, unnest(range(13)) || '-x' AS signaal_id, 'P1' AS persoon_id, 'H1' AS huishouden_id, unnest([1.0, 0.5, 0.987, 0.0, 1e-3, 0.1, 1, 1, 1, 1, 1, 1, 1])::DOUBLE AS zekerheid",
        {"partners": partners},
    )
    eigen, zelf = tmp_path / "eigen.csv", tmp_path / "zelf.csv"
    with Doelen(eigen, None, None) as doelen:
        doelen.schrijf(verbinding)
        doelen.plaats()
    verbinding.execute(
        f"COPY (SELECT signaal_id, partner, persoon_id, huishouden_id, zekerheid FROM uitkomst ORDER BY partner, signaal_id) TO '{zelf}' (FORMAT csv, HEADER true)"
    )
    assert eigen.read_bytes() == zelf.read_bytes()
