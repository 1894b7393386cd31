"""The command line as a user meets it."""

from __future__ import annotations

import json
import subprocess  # nosec
import sys

import pytest

OPDRACHT = [sys.executable, "-c", "from samenhang.cli.hoofd import hoofd; hoofd()"]


def draai(*argumenten: str, invoer: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*OPDRACHT, *argumenten], input=invoer, capture_output=True, text=True, check=False)  # nosec


def test_termijn_bereken_geeft_een_document() -> None:
    uit = draai("termijn", "bereken", invoer='{"start":"2026-04-07","lengte":4,"eenheid":"weken","atw":true}')
    assert uit.returncode == 0
    assert json.loads(uit.stdout)["einde"] == "2026-05-06"


@pytest.mark.parametrize("invoer", ["", "{", "[]", '{"start":"2026-04-07"}', "\\xff", "[" * 100_000])
def test_foute_invoer_is_uitgang_twee_met_probleem(invoer: str) -> None:
    uit = draai("termijn", "bereken", invoer=invoer)
    assert uit.returncode == 2
    assert json.loads(uit.stderr)["code"]
    assert uit.stdout == ""


@pytest.mark.parametrize(
    "argumenten", [("bestaat-niet",), ("termijn", "bestaat-niet"), ("vroegsignalering", "koppel")]
)
def test_foute_aanroep_is_uitgang_twee_zonder_spoor(argumenten: tuple[str, ...]) -> None:
    uit = draai(*argumenten)
    assert uit.returncode == 2
    assert "Traceback" not in uit.stderr
    assert json.loads(uit.stderr)["code"] == "aanroep_onjuist"
