"""`samenhang toegang`: what its commands print, and what they refuse, each with place and remedy."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samenhang.cli.hoofd import hoofd
from tests.huis.opdrachten import HIER

Capsys = pytest.CaptureFixture[str]


def draai(*woorden: str) -> int:
    with pytest.raises(SystemExit) as einde:
        hoofd(["toegang", *woorden])
    assert isinstance(einde.value.code, int)
    return einde.value.code


def json_van(capsys: Capsys, *woorden: str) -> Any:
    assert draai(*woorden) == 0
    return json.loads(capsys.readouterr().out)


def probleem(capsys: Capsys, *woorden: str) -> dict[str, Any]:
    assert draai(*woorden) == 2
    uit = capsys.readouterr()
    assert uit.out == ""
    document: dict[str, Any] = json.loads(uit.err)
    assert document["tekst"] != document["text"]
    return document


def test_bewijs_in_een_regel(capsys: Capsys) -> None:
    uit = json_van(capsys, "bewijs", "--json")
    assert set(uit) == {"beslissingen", "invarianten", "geschonden", "duur_ms"}
    assert uit["beslissingen"] > 1_000_000
    assert uit["invarianten"] > 100
    assert uit["geschonden"] == 0
    assert draai("bewijs") == 0
    assert f"{uit['beslissingen']} beslissingen" in capsys.readouterr().out


def test_mutatie_toont_het_aandeel(capsys: Capsys) -> None:
    uit = json_van(capsys, "mutatie", "--json")
    assert uit["aandeel"] >= 0.9
    assert uit["gevangen"] + len(uit["ontsnapt"]) == uit["verruimingen"]
    assert sum(uit["door"].values()) == uit["gevangen"]


def test_toon_zegt_wie_wat_mag_en_waarom(capsys: Capsys) -> None:
    uit = json_van(capsys, "toon", "--rol", "fg", "--doel", "toezicht", "--json")
    (regel,) = [rij for rij in uit["regels"] if rij["scheme"] == "vroegsignalering"]
    assert regel["leest"] == ["logboek"]
    assert regel["artikel"] == "AVG art. 5 lid 2, 24 en 39"
    assert regel["geldt"] is True
    assert regel["wie"] == [["fg", "organisatie"]]
    assert draai("toon", "--rol", "vroegsignaleerder", "--doel", "opvolging", "--stap", "open") == 0
    tekst = capsys.readouterr().out
    assert "vs-behandelaar-volgt-op (Wgs art. 3 lid 1 onder b, in_werking, ongeverifieerd)" in tekst
    assert "waarom: wie een melding behandelt" in tekst
    assert draai("toon", "--rol", "fg", "--doel", "toezicht", "--dag", "2010-01-01") == 0
    assert "GELDT NIET" in capsys.readouterr().out
    assert draai("toon", "--rol", "beheerder") == 0
    assert "krijgt hier niets" in capsys.readouterr().out


@pytest.fixture
def versies(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of the rules."""
    for naam in ("oud", "nieuw"):
        shutil.copytree(HIER / "rules" / "grondslagen", tmp_path / naam / "grondslagen")
        for regels in HIER.glob("src/samenhang/schemes/*/toegang.toml"):
            scheme = tmp_path / naam / "schemes" / regels.parent.name
            scheme.mkdir(parents=True)
            shutil.copy(regels, scheme)
    return tmp_path / "oud", tmp_path / "nieuw"


def schrijf(bestand: Path, oud: str, nieuw: str) -> None:
    tekst = bestand.read_text("utf-8")
    assert oud in tekst
    bestand.write_text(tekst.replace(oud, nieuw, 1), "utf-8")


def test_verschil_is_leeg_tussen_gelijke_regels_en_tussen_twee_vormen_van_dezelfde(
    capsys: Capsys, versies: tuple[Path, Path]
) -> None:
    oud, nieuw = map(str, versies)
    assert draai("verschil", oud, nieuw) == 0
    assert capsys.readouterr().out == "Geen verschil.\n"
    assert json_van(capsys, "verschil", oud, str(HIER), "--json")["ruimer"] == 0


def test_verschil_noemt_elke_verandering(capsys: Capsys, versies: tuple[Path, Path]) -> None:
    oud, nieuw = versies
    regels = nieuw / "schemes/vroegsignalering/toegang.toml"
    schrijf(
        regels,
        'leest = ["naw", "contact", "opvolging", "uitkomst", "bezwaar"]',
        'leest = ["naw", "opvolging", "uitkomst", "bezwaar"]',
    )
    schrijf(regels, 'leest = ["logboek"]', 'leest = ["logboek", "naw"]')
    schrijf(nieuw / "grondslagen/wams.toml", 'status = "ontwerp"', 'status = "in_werking"')
    schrijf(nieuw / "grondslagen/wmo2015.toml", 'mits = ["instemming"]', "mits = []")
    uit = json_van(capsys, "verschil", str(oud), str(nieuw), "--json")
    teksten = {rij["tekst"]: rij for rij in uit["veranderingen"]}
    assert uit["ruimer"] == sum(rij["ruimer"] is True for rij in uit["veranderingen"])
    weg = [tekst for tekst in teksten if tekst.startswith("- vroegsignaleerder (taak)")]
    assert len(weg) == 1
    assert "contact [" in weg[0]
    assert any(
        tekst.startswith("+ fg (organisatie) van gemeente, doel toezicht, leest: naw [-]")
        for tekst in teksten
    )
    status = teksten["~ status: ontwerp -> in_werking"]
    assert (status["plek"], status["ruimer"]) == ("wams-melding", True)
    assert any(rij["soort"] == "plafond" and rij["plek"] == "wmo-5-1-1-4" for rij in uit["veranderingen"])
    omgekeerd = json_van(capsys, "verschil", str(nieuw), str(oud), "--json")
    assert (omgekeerd["ruimer"], omgekeerd["smaller"]) == (uit["smaller"], uit["ruimer"])


def test_export_als_cedar(capsys: Capsys, tmp_path: Path) -> None:
    assert draai("export", "--cedar") == 0
    tekst = capsys.readouterr().out
    assert '@id("vs-behandelaar-volgt-op/leest")' in tekst
    bestand = tmp_path / "regels.cedar"
    assert draai("export", "--cedar", "--uit", str(bestand)) == 0
    assert bestand.read_text("utf-8") == tekst


TOON_FOUT = {
    "geen rol": ([], None),
    "lege rol": (["--rol", ""], "--rol"),
    "onbekende rol": (["--rol", "koning"], "--rol"),
    "bijna goede rol": (["--rol", "vroegsignaleerster"], "--rol"),
    "onbekend doel": (["--rol", "fg", "--doel", "nieuwsgierig"], "--doel"),
    "onbekend scheme": (["--rol", "fg", "--scheme", "x"], "--scheme"),
    "onbekende organisatie": (["--rol", "fg", "--organisatie", "bakker"], "--organisatie"),
    "onbekende betrokkenheid": (["--rol", "fg", "--betrokkenheid", "buurman"], "--betrokkenheid"),
    "onbekende stap": (["--rol", "fg", "--stap", "straks"], "--stap"),
    "onbekend gegeven": (["--rol", "fg", "--categorie", "wachtwoord"], "--categorie"),
    "geen datum": (["--rol", "fg", "--dag", "morgen"], "--dag"),
    "onmogelijke datum": (["--rol", "fg", "--dag", "2026-02-30"], "--dag"),
    "onbekende optie": (["--rol", "fg", "--kleur", "rood"], None),
    "een woord te veel": (["--rol", "fg", "extra"], None),
}


@pytest.mark.parametrize("geval", TOON_FOUT)
def test_toon_weigert(capsys: Capsys, geval: str) -> None:
    woorden, plek = TOON_FOUT[geval]
    document = probleem(capsys, "toon", *woorden)
    if plek:
        assert document["fouten"][0]["kolom"] == plek
        assert (
            "Bedoelt u" in document["tekst"]
            or "Kies uit" in document["tekst"]
            or "Schrijf" in document["tekst"]
        )


@pytest.mark.parametrize(
    "waarde", ["", "alles", "-0.1", "1.01", "90%", "0,9", "nan", "inf", "1e9", "--0.5", "½"]
)
def test_mutatie_weigert_een_aandeel_dat_er_geen_is(capsys: Capsys, waarde: str) -> None:
    document = probleem(capsys, "mutatie", f"--minstens={waarde}")
    assert document["fouten"][0]["kolom"] == "--minstens"
    assert "0 tot en met 1" in document["tekst"]


@pytest.mark.parametrize("woorden", [["extra"], ["--rood"], ["--json=ja"], ["-x"]])
@pytest.mark.parametrize("opdracht", ["bewijs", "mutatie", "controleer", "tabel"])
def test_een_onbekende_optie_wordt_geweigerd(capsys: Capsys, opdracht: str, woorden: list[str]) -> None:
    probleem(capsys, opdracht, *woorden)


def _rij(wat: str, door: str = "") -> Callable[[Path], None]:
    return lambda map_: schrijf(map_ / "grondslagen/avg.toml", wat, door)


def _regel(wat: str, door: str = "") -> Callable[[Path], None]:
    return lambda map_: schrijf(map_ / "schemes/vroegsignalering/toegang.toml", wat, door)


REGELS_FOUT: dict[str, Callable[[Path], Any]] = {
    "geen map": shutil.rmtree,
    "geen wetten": lambda map_: shutil.rmtree(map_ / "grondslagen"),
    "geen regels": lambda map_: shutil.rmtree(map_ / "schemes"),
    "geen TOML": _rij("[[grondslag]]", "[[grondslag"),
    "geen UTF-8": lambda map_: (map_ / "grondslagen/avg.toml").write_bytes(b"\xff\xfe"),
    "veld ontbreekt": _rij('title = "Access by the person"\n'),
    "onbekende status": _rij('status = "in_werking"', 'status = "misschien"'),
    "onbekende bronstatus": _rij('bronstatus = "ongeverifieerd"', 'bronstatus = "zeker"'),
    "datum is tekst": _rij("geldig_van = 2018-05-25", 'geldig_van = "2018"'),
    "onmogelijke datum": _rij("geldig_van = 2018-05-25", "geldig_van = 2018-02-30"),
    "tweemaal dezelfde id": _rij('id = "avg-21"', 'id = "avg-15"'),
    "onbekend veld": _rij("geldig_van = 2018-05-25", "geldig_van = 2018-05-25\nkleur = 1"),
    "onbekend veld in plafond": _rij('doelen = ["inzage"]', 'doelen = ["inzage"]\nkleur = 1'),
    "onbekende voorwaarde": _rij('doelen = ["inzage"]', 'doelen = ["inzage"]\nmits = ["zin"]'),
    "tekst in plaats van lijst": _rij('doelen = ["inzage"]', 'doelen = "inzage"'),
    "regel zonder wie": _regel(
        'wie = [["vroegsignaleerder", "behandelaar"], ["teamleider", "behandelaar"]]\n'
    ),
    "regel met een half paar": _regel('["vroegsignaleerder", "behandelaar"]', '["vroegsignaleerder"]'),
    "regel met een onbekend veld": _regel('id = "vs-intake"', 'id = "vs-intake"\nmag = true'),
    "regel met tekst als lijst": _regel('doelen = ["opvolging"]', 'doelen = "opvolging"'),
    "geen rij": _regel("[[regel]]", "[regel]\nx = 1\n[[ander]]"),
}


@pytest.mark.parametrize("geval", REGELS_FOUT)
def test_verschil_weigert_regels_die_niet_goed_zijn(
    capsys: Capsys, versies: tuple[Path, Path], geval: str
) -> None:
    oud, nieuw = versies
    REGELS_FOUT[geval](nieuw)
    document = probleem(capsys, "verschil", str(oud), str(nieuw))
    assert document["code"] in ("regelbestand_onjuist", "regels_ontbreken", "map_onbekend")
    assert document["fouten"][0]["bestand"].startswith(str(nieuw))


@pytest.mark.parametrize(
    "woorden", [[], ["a"], ["a", "b", "c"], ["/bestaat/niet", "/bestaat/niet"], ["--rood", "a", "b"]]
)
def test_verschil_wil_twee_mappen(capsys: Capsys, woorden: list[str]) -> None:
    probleem(capsys, "verschil", *woorden)


def test_export_weigert(capsys: Capsys, tmp_path: Path) -> None:
    bestaat = tmp_path / "er.cedar"
    bestaat.write_text("mijn werk")
    lang = tmp_path / ("x" * 300)
    for woorden in (
        [], ["--cedar", "extra"], ["--rego"], ["--cedar", "--uit"], ["--json"], ["cedar"], ["--uit", "x"],
        ["--cedar", "--uit", str(tmp_path)], ["--cedar", "--uit", str(bestaat)], ["--cedar", "--uit", str(tmp_path / "weg" / "x")],
        ["--cedar", "--uit", str(lang)], ["--cedar", "--uit", "a\0b"],
    ):  # fmt: skip
        probleem(capsys, "export", *woorden)
    assert bestaat.read_text() == "mijn werk"
    assert sorted(tmp_path.iterdir()) == [bestaat]
