"""A locked file opens whole, with its own key and in its own place, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from samenhang.kernel.kluis import Geschonden, bestand, ontsluit_bestand, versluit_bestand

SLEUTEL, PLEK = b"s" * 32, b"hier"


@pytest.mark.parametrize("lengte", [0, 1, 64, 65, 200])
def test_een_bestand_komt_terug_zoals_het_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lengte: int
) -> None:
    monkeypatch.setattr(bestand, "STUK", 64)
    van, dicht, naar = tmp_path / "van", tmp_path / "dicht", tmp_path / "naar"
    van.write_bytes(os.urandom(lengte))
    naar.write_bytes(b"wat er stond, en langer was dan wat er komt" * 9)
    versluit_bestand(SLEUTEL, van, dicht, PLEK)
    ontsluit_bestand(SLEUTEL, dicht, naar, PLEK)
    assert naar.read_bytes() == van.read_bytes()
    assert {pad.stat().st_mode & 0o777 for pad in (dicht, naar)} == {0o600}
    versluit_bestand(SLEUTEL, van, naar, PLEK)
    assert naar.read_bytes() != dicht.read_bytes()  # twice the same shows not


def test_wat_veranderd_verwisseld_of_afgekapt_is_opent_niet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bestand, "STUK", 64)
    van, dicht, naar = tmp_path / "van", tmp_path / "dicht", tmp_path / "naar"
    van.write_bytes(os.urandom(200))
    versluit_bestand(SLEUTEL, van, dicht, PLEK)
    goed, stuk = dicht.read_bytes(), 12 + 64 + 16
    een, twee = goed[1 : 1 + stuk], goed[1 + stuk : 1 + 2 * stuk]
    for kapot in (
        b"", b"\1" + goed[1:], goed[:-1], goed + b"x", goed[: 1 + 2 * stuk], goed[: 1 + stuk], goed[: 1 + 5],
        goed[:1] + twee + een + goed[1 + 2 * stuk :], goed[:40] + bytes([goed[40] ^ 1]) + goed[41:],
    ):  # fmt: skip
        dicht.write_bytes(kapot)
        with pytest.raises(Geschonden):
            ontsluit_bestand(SLEUTEL, dicht, naar, PLEK)
    dicht.write_bytes(goed)
    for sleutel, plek in ((b"t" * 32, PLEK), (SLEUTEL, b"daar")):
        with pytest.raises(Geschonden):
            ontsluit_bestand(sleutel, dicht, naar, plek)
