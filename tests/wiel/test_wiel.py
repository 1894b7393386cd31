"""The installed wheel computes, migrates, serves and stops."""

from __future__ import annotations

import json
from pathlib import Path

from tests.dienst import dienst, stop, wacht_op
from tests.wiel.conftest import goed, kaal

TERMIJN = '{"start":"2026-04-07","lengte":4,"eenheid":"weken","atw":true}'


def test_het_rekent(samenhang: Path) -> None:
    einde = json.loads(goed(samenhang, "termijn", "bereken", invoer=TERMIJN))["einde"]
    assert einde == "2026-05-06"


def test_het_migreert_start_en_stopt(samenhang: Path, tmp_path: Path) -> None:
    env = kaal(SAMENHANG_DATAMAP=str(tmp_path / "data"))
    goed(samenhang, "beheer", "migreer", env=env)
    with dienst([str(samenhang)], env) as (proces, adres):
        assert wacht_op(f"{adres}/klaar", proces) == (200, '{"status": "klaar"}')
        stop(proces)
