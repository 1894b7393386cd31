"""Amounts as people write them: read, or refused where they can be read in two ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenhang.kernel.basis import Bedrag


@pytest.mark.parametrize(
    ("tekst", "centen"),
    [
        ("75", 7_500),
        ("75,00", 7_500),
        ("€ 85,50", 8_550),
        ("85.50", 8_550),
        (" € 1.234,50 ", 123_450),
        ("1234,50", 123_450),
    ],
)
def test_zoals_mensen_een_bedrag_schrijven(tekst: str, centen: int) -> None:
    assert Bedrag.lees_van_mensen(tekst) == Bedrag(centen)


@pytest.mark.parametrize(
    "tekst", ["", "€", "1.234", "1,234", "1.234,5", "12.34,50", "-5", "1e5", "EUR 5", "1,234.50", "٧٥"]
)
def test_wat_op_twee_manieren_te_lezen_is_wordt_geweigerd(tekst: str) -> None:
    with pytest.raises(ValueError, match="geen bedrag"):
        Bedrag.lees_van_mensen(tekst)


@given(st.integers(0, 10**15))
def test_wat_op_het_scherm_staat_leest_hetzelfde_terug(centen: int) -> None:
    bedrag = Bedrag(centen)
    assert Bedrag.lees_van_mensen(bedrag.scherm()) == Bedrag.lees_van_mensen(bedrag.draad()) == bedrag
