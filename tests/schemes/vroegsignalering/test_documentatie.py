"""Documents that are made from declarations are up to date."""

from __future__ import annotations

from pathlib import Path

from samenhang.schemes.vroegsignalering.bestand.documentatie import document

HIER = Path(__file__).resolve().parents[3]


def test_de_beschrijving_van_het_formaat_is_bij() -> None:
    assert (HIER / "docs" / "formaat-vroegsignaal-1.md").read_text("utf-8") == document()
