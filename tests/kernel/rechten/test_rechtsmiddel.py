"""A decision on an objection under AVG art. 21 is objected to before one goes to court (UAVG art. 34; Awb 7:1)."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from samenhang.kernel.basis import Tekst
from samenhang.kernel.rechten.domain.besluittekst import UITKOMSTEN, lees_besluitteksten
from samenhang.kernel.rechten.domain.rechtsmiddel import Rechtsmiddel, rechtsmiddel_op
from samenhang.kernel.rechten.rechtsmiddelen import rechtsmiddel_van

HUIS = Path(__file__).parents[3]
SCHEMES, REGELS = HUIS / "src/samenhang/schemes", HUIS / "rules/brieven"
TOT_DE_RECHTER = re.compile(
    r"zes weken (?:in beroep|naar de rechter)|to (?:the )?court (?:within|for) six weeks"
)
WEL = {"bezwaarhandelingen.py", "bezwaarbeslissing.py"}
"""Debt assistance decides on a *bezwaarschrift*: after that decision one does go to court (Awb 8:1)."""


def test_eerst_bezwaar_bij_de_gemeente_en_dan_pas_de_rechter() -> None:
    geldig = rechtsmiddel_van(date(2026, 11, 30))
    for tekst in (geldig.pagina, geldig.brief):
        for eerst, dan, klacht, woorden in (
            ("bezwaar maken bij", "Pas ", "Autoriteit Persoonsgegevens", tekst.nl),
            ("object", "Only after that", "Autoriteit Persoonsgegevens", tekst.en),
        ):
            assert woorden.index(eerst) < woorden.index(dan) < woorden.index(klacht)
        assert "zes weken" in tekst.nl
        assert "six weeks" in tekst.en
    for artikel in ("UAVG art. 34", "6:7", "7:1", "AVG art. 77"):
        assert artikel in geldig.artikel
    for artikel in ("34", "6:7", "6:8", "7:1", "77"):
        assert artikel in geldig.brief.nl
        assert artikel in geldig.brief.en


def test_een_besluit_krijgt_de_zin_van_zijn_dag() -> None:
    tekst = Tekst("a", "b")
    oud, nieuw = (
        Rechtsmiddel(vanaf, "", "", tekst, tekst) for vanaf in (date(2018, 5, 25), date(2027, 1, 1))
    )
    assert rechtsmiddel_op((nieuw, oud), date(2026, 12, 31)) is oud
    assert rechtsmiddel_op((nieuw, oud), date(2027, 1, 1)) is nieuw
    with pytest.raises(LookupError):
        rechtsmiddel_op((oud,), date(2018, 5, 24))


def test_geen_register_stuurt_na_zo_n_besluit_meteen_naar_de_rechter() -> None:
    gevonden = {
        pad.name
        for soort in ("*.py", "*.html", "*.toml")
        for pad in SCHEMES.rglob(soort)
        if TOT_DE_RECHTER.search(pad.read_text("utf-8"))
    }
    assert gevonden == WEL


@pytest.mark.parametrize(
    ("weg", "klacht"),
    [("{motivering}", "motivering"), ("{rechtsmiddel}", "rechtsmiddel"), ("{besloten}", "")],
)
def test_een_besluit_zonder_reden_of_rechtsmiddel_wordt_geweigerd(weg: str, klacht: str) -> None:
    document = tomllib.loads((REGELS / "avg-besluit.toml").read_text("utf-8").replace(weg, "."))
    if not klacht:
        assert {(t.register, t.uitkomst) for t in lees_besluitteksten(document)} == {
            (register, uitkomst) for register in ("vroegsignalering", "wams") for uitkomst in UITKOMSTEN
        }
    else:
        with pytest.raises(ValueError, match=f"ontbreekt {klacht}"):
            lees_besluitteksten(document)


def test_een_onbekende_invulling_wordt_geweigerd_met_wat_wel_kan() -> None:
    document = tomllib.loads((REGELS / "avg-besluit.toml").read_text("utf-8").replace("{besloten}", "{dag}"))
    with pytest.raises(ValueError, match="onbekende invulling dag; kies uit besloten"):
        lees_besluitteksten(document)
