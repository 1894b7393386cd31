"""Two deployments exchange a hand-over over loopback: two processes, two databases, each of them killed on the way.

Whatever dies where: in the end the message stands once at the receiver, and the sender holds its receipt.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess  # nosec
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tools.poort import vrije_poort

HIER = Path(__file__).resolve().parents[3]
DATABASE = "samenhang.sqlite3"
ONS, HUN = "00000099000000009901", "00000099000000009902"


class Kant:
    """A deployment with its own data folder, database and keys; what it does, it does in processes that can be killed."""

    def __init__(self, map_: Path) -> None:
        map_.mkdir()
        omgeving = {
            naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(("SAMENHANG_", "DATABASE_URL"))
        } | {"SAMENHANG_DATAMAP": str(map_), "SAMENHANG_SLEUTEL": "x" * 60, "PYTHONPATH": f"{HIER / 'src'}:{HIER}"}  # fmt: skip
        self.proces = subprocess.Popen(  # nosec
            [sys.executable, "-m", "tests.kernel.uitwisseling.uitwisselen_proef"],
            env=omgeving, cwd=HIER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def zeg(self, *wat: str | int) -> str:
        """Give an order and read the line that answers it."""
        assert self.proces.stdin is not None
        assert self.proces.stdout is not None
        print(json.dumps(wat), file=self.proces.stdin, flush=True)
        return self.proces.stdout.readline()

    def doe(self, *wat: str | int, sterft: bool = False) -> Any:
        """Have something done; `sterft`: the process that does it is killed on the way."""
        einde, uit = json.loads(self.zeg(*wat))
        assert einde == (-signal.SIGKILL if sterft else 0), einde
        return uit

    @contextmanager
    def bediend(self, poort: int, stap: int = 0) -> Iterator[None]:
        """Served meanwhile, until it dies at a step by itself or is killed at the end."""
        assert self.zeg("bedien", poort, stap).strip() == "klaar"
        yield
        self.doe("wacht" if stap else "dood", sterft=True)


@pytest.fixture
def kanten(tmp_path: Path) -> Iterator[tuple[Kant, Kant]]:
    """Sender and receiver, both with an empty database."""
    zender, ontvanger = beide = Kant(tmp_path / "zender"), Kant(tmp_path / "ontvanger")
    try:
        zender.doe("migreer")
        shutil.copy(tmp_path / "zender" / DATABASE, tmp_path / "ontvanger" / DATABASE)
        yield zender, ontvanger
    finally:
        for kant in beide:
            kant.proces.kill()
            kant.proces.communicate()


def test_wie_er_ook_sterft_er_gaat_niets_verloren_en_er_komt_niets_dubbel(kanten: tuple[Kant, Kant]) -> None:
    """The receiver dies in the middle of storing; the sender before the call, and after it with the receipt in hand."""
    zender, ontvanger = kanten
    poort = vrije_poort()
    hier, daar = zender.doe("maak", ONS)["sleutel"], ontvanger.doe("maak", HUN)["sleutel"]
    ontvanger.doe("begin", HUN, "http://127.0.0.1:1", hier)
    (nummer,) = zender.doe("begin", ONS, f"http://127.0.0.1:{poort}", daar)["uit"]
    with ontvanger.bediend(poort, stap=12):
        stand = zender.doe("verstuur", 0)
    assert ontvanger.doe("kijk")["binnen"] == []
    assert stand["uit"] == {nummer: False}
    assert "niet bereikbaar" in stand["fout"][0]
    with ontvanger.bediend(poort):
        zender.doe("verstuur", 5, sterft=True)
        assert ontvanger.doe("kijk")["binnen"] == []
        zender.doe("verstuur", stand["stappen"] + 2, sterft=True)
        assert ontvanger.doe("kijk")["binnen"] == [nummer]
        klaar = zender.doe("verstuur", 0)
    assert klaar["uit"] == {nummer: True}
    assert klaar["tijdlijn"] == 1
    assert ontvanger.doe("kijk")["binnen"] == [nummer]
    _ook_van_de_vernietiging(zender, ontvanger, poort, nummer)
    _ook_van_wie_de_lijn_warm_overdraagt(zender, ontvanger, poort)


def _ook_van_de_vernietiging(zender: Kant, ontvanger: Kant, poort: int, nummer: str) -> None:
    """The sender destroys the case; its notice arrives once too, whoever dies: receiver, sender before and after."""
    stand = zender.doe("vernietig")
    assert stand["uit"] == {}, "de overdracht is mee vernietigd"
    ((artikel, bevestigd, _),) = stand["vernietigd_uit"].values()
    assert (list(stand["vernietigd_uit"]), bevestigd) == ([nummer], False)
    with ontvanger.bediend(poort, stap=8):
        stand = zender.doe("vertel", 0)
    assert "niet bereikbaar" in stand["vernietigd_uit"][nummer][2]
    assert ontvanger.doe("kijk")["vernietigd_binnen"] == []
    with ontvanger.bediend(poort):
        zender.doe("vertel", 5, sterft=True)
        assert ontvanger.doe("kijk")["vernietigd_binnen"] == []
        zender.doe("vertel", stand["stappen"] + 2, sterft=True)
        assert ontvanger.doe("kijk")["vernietigd_binnen"] == [[nummer, artikel]]
        klaar = zender.doe("vertel", 0)
        assert zender.doe("vertel", 0)["vernietigd_uit"] == klaar["vernietigd_uit"]
    assert klaar["vernietigd_uit"] == {nummer: [artikel, True, ""]}
    assert ontvanger.doe("kijk")["vernietigd_binnen"] == [[nummer, artikel]]


def _ook_van_wie_de_lijn_warm_overdraagt(zender: Kant, ontvanger: Kant, poort: int) -> None:
    """A caller of the line becomes a referral there once, and the line hears once that he was taken up."""
    voor = set(ontvanger.doe("kijk")["binnen"])
    stand = zender.doe("geef_warm_door")
    (nummer,) = stand["uit"]
    assert stand["lijn"] == ["aangeboden"]
    with ontvanger.bediend(poort):
        zender.doe("verstuur", 5, sterft=True)
        assert set(ontvanger.doe("kijk")["binnen"]) == voor
        assert zender.doe("verstuur", 0)["uit"] == {nummer: True}
    assert set(ontvanger.doe("kijk")["binnen"]) - voor == {nummer}
    terug = vrije_poort()
    daar = ontvanger.doe("neem_over", f"http://127.0.0.1:{terug}")
    assert daar["naam"] == "Zwaantje Proefbeller"
    with zender.bediend(terug):
        ontvanger.doe("verstuur", 5, sterft=True)
        assert all(ontvanger.doe("verstuur", 0)["uit"].values())
    assert zender.doe("kijk")["lijn"] == ["aangeboden"]
    assert zender.doe("lees_terug")["lijn"] == ["opgepakt"]
    assert zender.doe("lees_terug")["lijn"] == ["opgepakt"]
