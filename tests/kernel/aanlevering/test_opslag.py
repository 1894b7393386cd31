"""The raw file of a delivery while a redacted copy takes its place: there at every moment, and the original gone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

import pytest

from samenhang.kernel.aanlevering import opslag
from tests.gedood.sterven import NA_ALLES, dood_bij, tel_stappen

NUMMER = UUID(int=7)


@pytest.fixture(params=[".csv", ".xlsx"])
def origineel(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A raw file with a name that has to go; of a sheet the copy is text."""
    bron = tmp_path / "bron"
    bron.write_bytes(b"Zwaluwenburg")
    return opslag.bewaar(NUMMER, bron, request.param)


def schrijf_leeg(naar: BinaryIO) -> None:
    naar.write(b"leeg")


def vervang() -> None:
    opslag.vervang(NUMMER, schrijf_leeg, ".csv")


def inhoud() -> list[bytes]:
    return [pad.read_bytes() for pad in sorted(opslag.map_van().iterdir())]


def test_bij_elke_stap_gedood_staat_er_een_heel_bestand_en_opnieuw_maakt_het_af(origineel: Path) -> None:
    stappen = tel_stappen(vervang)
    assert inhoud() == [b"leeg"]
    for stap in (*range(1, stappen + 1), NA_ALLES):
        for pad in opslag.map_van().iterdir():
            pad.unlink()
        origineel.write_bytes(b"Zwaluwenburg")
        assert dood_bij(stap, vervang) == -9
        plek = opslag.plek(NUMMER)
        assert plek is not None
        assert plek.read_bytes() in (b"Zwaluwenburg", b"leeg")
        if origineel.with_suffix(".weg").exists():  # the duty that clears what was left may come first
            opslag.wis_bestand(origineel.with_suffix(".weg"))
            assert plek.read_bytes() in (b"Zwaluwenburg", b"leeg")
        vervang()
        assert opslag.plek(NUMMER) == origineel.with_suffix(".csv")
        assert inhoud() == [b"leeg"]


def test_vernietigen_laat_geen_van_beide_staan(origineel: Path) -> None:
    origineel.with_suffix(".json").write_bytes(b"tweede")
    os.link(origineel, origineel.with_suffix(".weg"))
    assert opslag.vernietig(NUMMER)
    assert inhoud() == []
    assert not opslag.vernietig(NUMMER)
