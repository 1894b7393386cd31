"""The node of messages: what a message may say, and the rules by which a folder and a server stand in for the real one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from samenhang.kernel.basis import Bedrag, Geweigerd
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import (
    Bericht,
    alarmdag,
    lees,
    lees_saldoopgave,
    lees_voorstelantwoord,
    schrijf,
)
from samenhang.schemes.schuldhulp.knooppunt.adres import alarm_vanaf, laatste_dag
from samenhang.schemes.schuldhulp.knooppunt.map import Mapknooppunt
from samenhang.schemes.schuldhulp.knooppunt.netwerk import Netwerkknooppunt
from samenhang.schemes.schuldhulp.knooppunt.poort import Knooppunt, Onbereikbaar

GEMEENTE, EISER = "12345678", "87654321"
NU = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DAG = date(2026, 11, 24)
JA = {"antwoord": "akkoord", "op": "2026-11-24", "reden": None, "toelichting": ""}
NEE = JA | {"antwoord": "geweigerd", "reden": "bod_te_laag", "toelichting": "wij willen de helft"}
VORDERING = {"kenmerk": "A1", "actueelVorderingsbedrag": "847.26", "vorderingstype": "concurrent", "peildatum": "2026-11-20"}  # fmt: skip


def voorstel(**anders: Any) -> Bericht:
    return replace(
        Bericht(uuid4(), "voorstel", GEMEENTE, EISER, NU, {"regeling": "SK"}, uiterlijk=DAG), **anders
    )


def antwoord(inhoud: Any = JA, soort: str = "voorstelantwoord") -> Bericht:
    return Bericht(uuid4(), soort, EISER, GEMEENTE, NU, inhoud, betreft=uuid4())


@pytest.mark.parametrize("bericht", [voorstel(), antwoord(), antwoord({"vorderingen": []}, "saldoopgave")])
def test_wat_geschreven_is_wordt_hetzelfde_gelezen(bericht: Bericht) -> None:
    assert lees(schrijf(bericht)) == bericht
    assert schrijf(lees(schrijf(bericht))) == schrijf(bericht)


SLECHT: list[tuple[str, Callable[[dict[str, Any]], Any], str]] = [
    ("velden_onjuist", lambda d: d.pop("soort"), ""),
    ("velden_onjuist", lambda d: d.update(extra=1), ""),
    ("soort_onjuist", lambda d: d.update(soort="kwijting"), "/soort"),
    ("deelnemer_onjuist", lambda d: d.update(van="1234567"), "/van"),
    ("deelnemer_onjuist", lambda d: d.update(aan=87654321), "/aan"),
    ("nummer_onjuist", lambda d: d.update(nummer="een"), "/nummer"),
    ("gemaakt_onjuist", lambda d: d.update(gemaakt="2026-11-24T09:00:00"), "/gemaakt"),
    ("gemaakt_onjuist", lambda d: d.update(gemaakt="gisteren"), "/gemaakt"),
    ("betreft_onjuist", lambda d: d.update(betreft=str(uuid4())), "/betreft"),
    ("betreft_onjuist", lambda d: d.update(soort="voorstelantwoord"), "/betreft"),
    ("dag_onjuist", lambda d: d.update(uiterlijk="24-11-2026"), "/uiterlijk"),
    ("inhoud_onjuist", lambda d: d.update(inhoud=[]), "/inhoud"),
    ("inhoud_onjuist", lambda d: d.update(inhoud={}), "/inhoud"),
]


@pytest.mark.parametrize(("code", "bederf", "plek"), SLECHT)
def test_een_bericht_dat_niet_klopt_zegt_waar(
    code: str, bederf: Callable[[dict[str, Any]], Any], plek: str
) -> None:
    document = json.loads(schrijf(voorstel()))
    bederf(document)
    with pytest.raises(Geweigerd) as nee:
        lees(json.dumps(document).encode())
    assert nee.value.code == code
    assert nee.value.fouten[0].plaats.plek == plek
    assert nee.value.tekst.nl != nee.value.tekst.en


@pytest.mark.parametrize(
    ("lijf", "code"),
    [(b"{", "json_onjuist"), (b"[]", "velden_onjuist"), (b'{"a":1,"a":2}', "dubbel_veld"), (b'{"a":NaN}', "json_onjuist"), (b'{"a":"\\u0000"}', "json_onjuist"), (b"\xff", "json_onjuist"), (b" " * 70_000, "bericht_te_groot")],
)  # fmt: skip
def test_wat_geen_bericht_is_wordt_geweigerd(lijf: bytes, code: str) -> None:
    with pytest.raises(Geweigerd) as nee:
        lees(lijf)
    assert nee.value.code == code


def test_een_antwoord_is_ja_of_nee_met_reden() -> None:
    assert lees_voorstelantwoord(antwoord(), DAG, DAG).reden == "niet_genoemd"
    nee = lees_voorstelantwoord(antwoord(NEE), DAG, DAG)
    assert (nee.antwoord, nee.reden, nee.toelichting) == ("geweigerd", "bod_te_laag", "wij willen de helft")


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"antwoord": "misschien"}, "antwoord_onjuist"),
        ({"op": "2026-11-25"}, "op_onjuist"),
        ({"op": "2026-11-23"}, "op_onjuist"),
        ({"op": None}, "dag_onjuist"),
        ({"reden": "stilte"}, "reden_onjuist"),
        ({"reden": None}, "reden_onjuist"),
        ({"antwoord": "akkoord"}, "reden_onjuist"),
        ({"toelichting": "a" * 301}, "toelichting_onjuist"),
        ({"toelichting": None}, "toelichting_onjuist"),
        ({"bedrag": "1.00"}, "inhoud_onjuist"),
    ],
)
def test_een_antwoord_dat_niet_kan_wordt_geweigerd(anders: dict[str, Any], code: str) -> None:
    with pytest.raises(Geweigerd) as nee:
        lees_voorstelantwoord(antwoord(NEE | anders), DAG, DAG)
    assert nee.value.code == code


def test_een_opgave_noemt_elke_vordering() -> None:
    bericht = antwoord({"vorderingen": [VORDERING, VORDERING | {"kenmerk": ""}]}, "saldoopgave")
    een, ander = lees_saldoopgave(bericht, DAG)
    assert (een.kenmerk, een.bedrag, een.rang, een.peildatum) == ("A1", Bedrag(84726), "concurrent", date(2026, 11, 20))  # fmt: skip
    assert ander.kenmerk == ""
    assert lees_saldoopgave(antwoord({"vorderingen": []}, "saldoopgave"), DAG) == ()


@pytest.mark.parametrize(
    ("rijen", "code"),
    [
        ("geen", "vorderingen_onjuist"),
        ([VORDERING] * 201, "vorderingen_onjuist"),
        ([VORDERING, VORDERING], "kenmerk_dubbel"),
        ([{}], "vordering_onjuist"),
        ([VORDERING | {"kenmerk": "k" * 61}], "kenmerk_onjuist"),
        ([VORDERING | {"kenmerk": None}], "kenmerk_onjuist"),
        ([VORDERING | {"actueelVorderingsbedrag": "847,26"}], "bedrag_onjuist"),
        ([VORDERING | {"actueelVorderingsbedrag": 847.26}], "bedrag_onjuist"),
        ([VORDERING | {"actueelVorderingsbedrag": "-1.00"}], "bedrag_onjuist"),
        ([VORDERING | {"actueelVorderingsbedrag": "99999999.00"}], "bedrag_onjuist"),
        ([VORDERING | {"vorderingstype": "separatist"}], "vorderingstype_onjuist"),
        ([VORDERING | {"peildatum": "2026-11-25"}], "peildatum_onjuist"),
        ([VORDERING | {"peildatum": "2026-02-30"}], "dag_onjuist"),
    ],
)
def test_een_opgave_die_niet_kan_wordt_geweigerd(rijen: Any, code: str) -> None:
    with pytest.raises(Geweigerd) as nee:
        lees_saldoopgave(antwoord({"vorderingen": rijen}, "saldoopgave"), DAG)
    assert nee.value.code == code


@pytest.mark.parametrize(
    ("geplaatst", "laatste", "alarm"),
    [
        ("2026-11-24", "2026-12-01", "2026-11-27"),
        ("2026-11-27", "2026-12-04", "2026-12-02"),
        ("2026-12-22", "2026-12-30", "2026-12-28"),
    ],
)
def test_vijf_werkdagen_en_twee_ervoor_het_alarm(geplaatst: str, laatste: str, alarm: str) -> None:
    dag = date.fromisoformat(geplaatst)
    assert laatste_dag(dag).isoformat() == laatste
    assert alarm_vanaf(dag).isoformat() == alarm
    assert alarmdag(dag, laatste_dag(dag), 9, standaardkalender()) == dag


class Klok:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.nu = NU

    def __call__(self) -> datetime:
        return self.nu


@pytest.fixture
def klok() -> Klok:
    return Klok()


def in_map(map_: Path, wie: str, klok: Klok) -> Mapknooppunt:
    return Mapknooppunt(map_, wie, laatste_dag, klok, frozenset({GEMEENTE, EISER}))


def leg(knooppunt: Knooppunt, bericht: Bericht) -> UUID:
    knooppunt.plaats(bericht.nummer, schrijf(bericht))
    return bericht.nummer


def test_een_bericht_blijft_tot_het_bevestigd_is(tmp_path: Path, klok: Klok) -> None:
    wij, zij = in_map(tmp_path, GEMEENTE, klok), in_map(tmp_path, EISER, klok)
    bericht = voorstel()
    nummer = leg(wij, bericht)
    assert list(zij.wachtend()) == list(zij.wachtend()) == [(nummer, schrijf(bericht))]
    assert list(wij.wachtend()) == []
    ligging = wij.ligging(nummer)
    assert ligging is not None
    assert ligging.opgehaald is None
    klok.nu += timedelta(hours=1)
    zij.bevestig(nummer)
    zij.bevestig(nummer)
    assert list(zij.wachtend()) == []
    ligging = wij.ligging(nummer)
    assert ligging is not None
    assert (ligging.geplaatst, ligging.opgehaald) == (NU, NU + timedelta(hours=1))
    assert not list((tmp_path / "post").rglob("*.json"))


def test_twee_keer_plaatsen_is_een_keer(tmp_path: Path, klok: Klok) -> None:
    wij, zij = in_map(tmp_path, GEMEENTE, klok), in_map(tmp_path, EISER, klok)
    bericht = voorstel()
    eerste = wij.plaats(bericht.nummer, schrijf(bericht))
    klok.nu += timedelta(days=1)
    assert wij.plaats(bericht.nummer, schrijf(bericht)) == eerste
    assert len(zij.wachtend()) == 1
    zij.bevestig(bericht.nummer)
    wij.plaats(bericht.nummer, schrijf(bericht))
    assert list(zij.wachtend()) == []
    with pytest.raises(Geweigerd) as nee:
        wij.plaats(bericht.nummer, schrijf(replace(bericht, inhoud={"regeling": "SB"})))
    assert nee.value.code == "nummer_bezet"


def test_wat_vijf_werkdagen_bleef_liggen_is_weg(tmp_path: Path, klok: Klok) -> None:
    wij, zij = in_map(tmp_path, GEMEENTE, klok), in_map(tmp_path, EISER, klok)
    nummer = leg(wij, voorstel())
    klok.nu = datetime(2026, 12, 1, 22, 59, tzinfo=UTC)
    assert len(zij.wachtend()) == 1
    klok.nu = datetime(2026, 12, 1, 23, 1, tzinfo=UTC)
    assert list(zij.wachtend()) == []
    ligging = wij.ligging(nummer)
    assert ligging is not None
    assert ligging.gewist == klok.nu
    zij.bevestig(nummer)
    assert wij.ligging(nummer) == ligging
    assert not list((tmp_path / "post").rglob("*.json"))


def test_alleen_wie_meedoet_en_alleen_wat_van_hem_is(tmp_path: Path, klok: Klok) -> None:
    wij, zij = in_map(tmp_path, GEMEENTE, klok), in_map(tmp_path, EISER, klok)
    nummer = leg(wij, voorstel())
    assert zij.ligging(nummer) is None
    wij.bevestig(nummer)
    assert len(zij.wachtend()) == 1
    assert wij.ligging(uuid4()) is None
    for anders, code in (
        ({"aan": "11112222"}, "deelnemer_onbekend"),
        ({"van": "11112222"}, "afzender_onjuist"),
    ):
        bericht = voorstel(**anders)
        with pytest.raises(Geweigerd) as nee:
            wij.plaats(bericht.nummer, schrijf(bericht))
        assert nee.value.code == code
    with pytest.raises(Geweigerd):
        in_map(tmp_path, "../etc", klok)


def test_gedood_tussen_inhoud_en_stand_is_opnieuw_plaatsen_goed(tmp_path: Path, klok: Klok) -> None:
    wij, zij = in_map(tmp_path, GEMEENTE, klok), in_map(tmp_path, EISER, klok)
    bericht = voorstel()
    nummer = leg(wij, bericht)
    (tmp_path / "stand" / f"{nummer}.json").unlink()
    assert list(zij.wachtend()) == []
    leg(wij, bericht)
    assert len(zij.wachtend()) == 1


@pytest.fixture
def adres(tmp_path: Path) -> Iterator[str]:
    """The stand-in as a server in a process of its own."""
    proces = subprocess.Popen(
        [sys.executable, "-m", "samenhang.schemes.schuldhulp.knooppunt.naspelen", str(tmp_path / "knooppunt"), "--deelnemer", f"{GEMEENTE}=geheim-g", "--deelnemer", f"{EISER}=geheim-e"],
        stdout=subprocess.PIPE, text=True, env=os.environ | {"SAMENHANG_DATAMAP": str(tmp_path / "data")},
    )  # fmt: skip
    assert proces.stdout is not None
    try:
        yield proces.stdout.readline().strip()
    finally:
        proces.kill()
        proces.wait()
        proces.stdout.close()


def test_de_server_kent_dezelfde_regels(adres: str) -> None:
    wij, zij = Netwerkknooppunt(adres, "geheim-g"), Netwerkknooppunt(adres, "geheim-e")
    bericht = voorstel()
    eerste = wij.plaats(bericht.nummer, schrijf(bericht))
    assert wij.plaats(bericht.nummer, schrijf(bericht)) == eerste
    assert list(zij.wachtend()) == [(bericht.nummer, schrijf(bericht))]
    zij.bevestig(bericht.nummer)
    assert list(zij.wachtend()) == []
    ligging = wij.ligging(bericht.nummer)
    assert ligging is not None
    assert ligging.opgehaald is not None
    assert wij.ligging(uuid4()) is None
    for anders, code in (({"inhoud": {"regeling": "SA"}}, "nummer_bezet"), ({"aan": "11112222", "nummer": uuid4()}, "deelnemer_onbekend"), ({"van": EISER, "nummer": uuid4()}, "knooppunt_weigert")):  # fmt: skip
        ander = replace(bericht, **anders)
        with pytest.raises(Geweigerd) as nee:
            wij.plaats(ander.nummer, schrijf(ander))
        assert nee.value.code == code
    with pytest.raises(Geweigerd) as nee:
        Netwerkknooppunt(adres, "geraden").wachtend()
    assert nee.value.code == "knooppunt_weigert"


def test_een_knooppunt_dat_weg_is_is_onbereikbaar() -> None:
    with pytest.raises(Onbereikbaar):
        Netwerkknooppunt("http://127.0.0.1:9", "geheim").wachtend()
