"""The quick way in for plainly good rows beside the way through every check: the same rows, values and faults."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering.bestand import (
    BestandGeweigerd,
    RegisterFeiten,
    doorloop,
    laad_beleid,
    lees,
    vlot,
)
from samenhang.schemes.vroegsignalering.bestand.afspraakgrenzen import Afspraakgrenzen
from samenhang.schemes.vroegsignalering.bestand.doorloop import loop_door
from tests.bouw import KOP, rij
from tests.schemes.vroegsignalering.test_tienduizend import rijen

DAG = date(2026, 11, 24)
RANDEN: list[dict[str, str]] = [
    *({"achternaam": naam} for naam in ("Testman", "Test", "XXX", "Stichting", "Heer", "Heeren", "Onbekend", "Önbekend", "Fam", "De heer", "de Bewoners", "Jansen en Smit", "Van Dijk", "Jansen-Smit", "O'Neil", "Bakker VOF", "bv", "En", "Ã«", "Müller", "Łuczak", "-Dijk", "A" * 200, "A" * 201)),
    *({"straat": straat} for straat in ("2e Dwarsstraat", "'t Zand", "Postbus 12", "postbusweg", "Plein 1945", "Plein 123456789", "Quaystraat", "Antwoordnummer 4", "NL12 ABNA 0123 4567 89", "123 456 789", "ß", "é", "=SOM", "Laan 111 222 333", "S" * 81)),
    *({"email": email} for email in ("a.b@voorbeeld.nl", "A.B@voorbeeld.nl", "a1234@b.nl", "a12345@b.nl", "a@1234.56789.nl", "a@b", "@b.nl", "a@b.nl x")),
    *({"telefoon": telefoon} for telefoon in ("+31612345678", "0031612345678", "06-12345678", "0612345678/0201234567", "061234567", "")),
    *({"huisnummer": nummer} for nummer in ("007", "0", "99999", "100000", "12a")),
    *({"postcode": postcode} for postcode in ("2611SA", "2611 AB", "2611ab", "0611AB")),
    *({"geboortedatum": dag} for dag in ("2012-02-30", "2012-02-28", "1899-12-31", "0000-00-00", "2030-01-01", "", "1985-6-12")),
    *({"bedrag_achterstand": bedrag} for bedrag in ("0.00", "1.00", "999999.99", "1.234", "1,00")),
    *({"aantal_maanden": maanden, "ontstaansdatum": dag} for maanden in ("", "2", "7", "121") for dag in ("", "2026-09-28", "2026-11-01", "2019-01-01")),
    {"soort_signaal": "geactualiseerd"}, {"soort_signaal": "ontruiming"}, {"dreiging": "afsluiting"},
    {"dreiging": "afsluiting", "datum_dreiging": "2027-01-29"}, {"datum_dreiging": "2027-01-29"},
    {"soort_signaal": "einde_levering", "dreiging": "afsluiting", "datum_dreiging": "2026-11-30"},
    {"soort_signaal": "einde_levering", "dreiging": "afsluiting", "datum_dreiging": "2027-01-29"},
    {"huisletter": "a"}, {"huisletter": "A"}, {"toevoeging": "b-1"}, {"toevoeging": "bis2"}, {"klantnummer": ""}, {"warme_overdracht": "J"},
    {"warme_overdracht": ""}, {"warme_overdracht": "ja"}, {"partner": ""}, {"grondslag": "x"}, {"voorletters": ""}, {"hulp_genoemd": "N"},
    *({"woonplaats": plaats} for plaats in ("Plaats89", "1e Exloërmond", "Plaats 123456789", "=Plaats")),
    *({"geboortedatum": dag} | {"datum_signaal": "2026-08-01", "ontstaansdatum": "2026-06-01", "datum_herinnering": "2026-07-01", "datum_contactpoging": "2026-07-01"} for dag in ("2008-08-01", "2008-08-02")),
    {"datum_signaal": "2026-08-01", "ontstaansdatum": "2026-06-01", "datum_herinnering": "2026-07-01", "datum_contactpoging": "2026-07-01"},
]  # fmt: skip
"""Cells at the edge of what is plainly good."""


def gemengd() -> list[dict[str, str]]:
    """Bad rows of every code, good ones, and those at an edge, each with a cell as it may stand in a bare file."""
    alle = [een for een, _, _ in rijen(1_500, 300)]
    alle += [rij(n, **anders) for n, anders in enumerate(RANDEN, start=100_000)]
    kaal = [een for een in alle if all(cel == cel.strip(" \t\u00a0") and not set('";\r\n\0') & set(cel) for cel in een.values())]  # fmt: skip
    return [{kolom: een[kolom] for kolom in KOP} for een in kaal]


def schrijf(pad: Path, rijen: list[dict[str, str]], kolommen: tuple[str, ...] = KOP) -> Path:
    pad.write_text("".join(";".join(cellen) + "\n" for cellen in [kolommen, *([een[k] for k in kolommen] for een in rijen)]), "utf-8")  # fmt: skip
    return pad


def uitkomst(pad: Path | list[Path], feiten: RegisterFeiten | None = None) -> tuple[Any, ...]:
    """What reading a file, or several, leaves."""
    verbinding = duckdb.connect()
    tellingen = lees(
        verbinding,
        pad if isinstance(pad, list) else [pad],
        beleid=laad_beleid(DAG),
        peildatum=DAG,
        kalender=standaardkalender(),
        feiten=feiten,
    )
    signalen = verbinding.execute("SELECT * FROM signalen ORDER BY bestand, regel").fetchall()
    return tellingen, signalen, verbinding.execute("SELECT * FROM melding ORDER BY ALL").fetchall()


@pytest.fixture
def beide(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Read a file both ways; the quick way must have taken rows."""
    vlotte: list[int] = []
    neem_aan = vlot.neem_vlotte_aan

    def luister(verbinding: duckdb.DuckDBPyConnection, *rest: Any) -> Any:
        gelukt = neem_aan(verbinding, *rest)
        vlotte.append(verbinding.execute("SELECT count(*) FROM signalen").fetchall()[0][0] if gelukt else 0)
        return gelukt

    monkeypatch.setattr("samenhang.schemes.vroegsignalering.bestand.lezen.neem_vlotte_aan", luister)

    def lees_beide(pad: Path | list[Path], feiten: RegisterFeiten | None = None) -> tuple[Any, Any, int]:
        monkeypatch.setattr(vlot, "VANAF", 10**9)
        precies = uitkomst(pad, feiten)
        monkeypatch.setattr(vlot, "VANAF", 1)
        vlotte.clear()
        return uitkomst(pad, feiten), precies, vlotte[0]

    return lees_beide


def test_vlot_geeft_hetzelfde_als_elke_controle(beide: Any, tmp_path: Path) -> None:
    gemaakt = gemengd()
    vlug, precies, vlotte = beide(schrijf(tmp_path / "gemengd.csv", gemaakt))
    assert loop_door(tmp_path / "gemengd.csv", "x")[1].strak
    assert vlug == precies
    assert 200 < vlotte < vlug[0].geaccepteerd


def test_ook_met_minder_kolommen_in_een_andere_volgorde(beide: Any, tmp_path: Path) -> None:
    kolommen = tuple(k for k in reversed(KOP) if k not in ("voornaam", "warme_overdracht", "email"))
    vlug, precies, vlotte = beide(schrijf(tmp_path / "minder.csv", gemengd(), kolommen))
    assert vlug == precies
    assert vlotte > 200


def test_bestanden_met_dezelfde_kop_gaan_samen_en_houden_hun_regels(beide: Any, tmp_path: Path) -> None:
    """Also with another header between them, and a file that is refused after one that is refused for its rows."""
    alle = gemengd()
    delen = [schrijf(tmp_path / f"{naam}.csv", alle[plek::3]) for plek, naam in enumerate("ac")]
    delen.append(schrijf(tmp_path / "b.csv", alle[2::3], tuple(reversed(KOP))))
    vlug, precies, vlotte = beide(delen)
    assert vlug == precies
    assert vlotte > 200
    schrijf(delen[0], [rij(n, partner=f"9999002{n % 2}") for n in range(9)])
    delen[1].write_bytes(b"%PDF-1.7")
    with pytest.raises(BestandGeweigerd, match="F11"):
        uitkomst(delen)


def test_buiten_de_afspraak_is_niet_vlot(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(vlot, "VANAF", 1)
    pad = schrijf(tmp_path / "grens.csv", [rij(n) for n in range(50)] + [rij(99, bedrag_achterstand="10.00")])
    grenzen = Afspraakgrenzen(versie=1, drempel=Bedrag(5_000))
    feiten = RegisterFeiten(frozenset({"99990021"}), "energie", grenzen=grenzen)
    with pytest.raises(BestandGeweigerd, match="F15") as weigering:
        uitkomst(pad, feiten)
    assert [fout.plaats.regel for fout in weigering.value.fouten] == [52]


@pytest.mark.parametrize(
    ("inhoud", "strak"),
    [
        ("a;b\n1;2\n", True),
        ("a;b\n1;x y z\n", True),
        ("a;b\n1 ;2\n", False),
        ("a;b\n1; 2\n", False),
        ("a;b\n1;2 \n", False),
        ("a;b\n1;2 ", False),
        ("a;b\n1;2\u00a0\n", False),
        ("a;b\n1;x  y\n", True),
        (f"a;b\n1;{'x' * 32_758} y\n2;3\n", True),
        (f"a;b\n1;{'x' * 32_760} \n2;3\n", False),
        (f"a;b\n1;{'x' * 32_761}\n 2;3\n", False),
        ("a;b\r\n1;2\r\n", True),
        ("a;b\r\n1;2 \r\n", False),
    ],
)
def test_de_doorloop_ziet_spaties_aan_de_rand(inhoud: str, strak: bool, tmp_path: Path) -> None:
    pad = tmp_path / "x.csv"
    pad.write_bytes(inhoud.encode())
    assert loop_door(pad, "x")[1].strak is strak


CELLEN = ("", "a", "bc", "é", "a b", " a", "a ", " ", '"', "\t", "\u00a0", "a;b", "\r", "\0")


@given(
    breedte=st.integers(2, 4),
    blok=st.sampled_from([7, 16, 33]),
    einde=st.sampled_from(["\n", "\r\n"]),
    slot=st.booleans(),
    data=st.data(),
)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_wat_de_snelle_doorloop_glad_noemt_is_glad(
    breedte: int, blok: int, einde: str, slot: bool, data: st.DataObject, tmp_path: Path
) -> None:
    """The walk in blocks, wherever a block ends, never overlooks what the walk line by line finds."""
    rij_ = st.lists(st.sampled_from(CELLEN), min_size=breedte, max_size=breedte).map(";".join)
    rijen = data.draw(st.lists(st.one_of(rij_, st.just(""), st.just(";" * (breedte - 1))), max_size=6))
    kop = ";".join(f"k{n}" for n in range(breedte))
    pad = tmp_path / "x.csv"
    pad.write_bytes((einde.join([kop, *rijen]) + einde * slot).encode())
    with mock.patch.object(doorloop, "BLOK", blok):
        snel = doorloop._in_blokken(pad)
    if snel is None:
        return
    kop_traag, traag = doorloop._per_regel(pad, "x")
    assert (snel[0], snel[1].rijen, snel[1].sha256) == (kop_traag, traag.rijen, traag.sha256)
    assert traag.glad(breedte - 1)
    cellen = [cel for regel in rijen for cel in regel.split(";")]
    assert snel[1].strak is not any(cel != cel.strip(" \t\u00a0") for cel in cellen)
