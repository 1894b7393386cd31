"""Every command of voorbeelden/LEESMIJ.md does what the text says, in the order in which a stranger meets it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.e2e.hulp import Demo

HIER = Path(__file__).resolve().parents[2]


@pytest.mark.timeout(240)
def test_elke_opdracht_van_leesmij(demo: Demo, tmp_path: Path) -> None:
    tekst = (HIER / "voorbeelden" / "LEESMIJ.md").read_text("utf-8")
    blokken = re.findall(r"```sh\n(.*?)```", tekst, re.S)
    assert len(blokken) == 6
    opdracht = "set -euo pipefail\n" + "\necho ---\n".join(blokken)
    for oud, nieuw in (
        ("/tmp/samenhang-", f"{tmp_path}/"),  # first: the demo's own folder may begin like this
        ("SAMENHANG_DATAMAP=.demo", f"SAMENHANG_DATAMAP={demo.map_}"),
        ("http://127.0.0.1:8000", demo.adres),
    ):
        opdracht = opdracht.replace(oud, nieuw)
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam != "DATABASE_URL"}
    omgeving["SAMENHANG_DATAMAP"] = str(tmp_path / "leeg")
    uit = subprocess.run(
        ["bash", "-c", opdracht], cwd=HIER, env=omgeving, capture_output=True, text=True, check=False
    )
    assert uit.returncode == 0, uit.stderr[-3000:]
    koppel, waarheid, lever, geweigerd, hersteld, api = uit.stdout.split("---\n")
    assert json.loads(koppel)["geaccepteerd"] > 100
    assert json.loads(waarheid)["personen"]["precisie"] > 0.95
    assert json.loads(lever)["geaccepteerd"] > 0
    assert geweigerd.strip() == ""
    assert '"code": "F01"' in uit.stderr
    een, twee = (json.loads(regel) for regel in hersteld.splitlines())
    assert een["geaccepteerd"] > 0
    assert twee["geaccepteerd"] == 0
    assert json.loads(api)["geaccepteerd"] > 0
