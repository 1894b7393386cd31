"""What the wall in SQLite costs: work stock, list and *Mijn werk* with the authorizer, and the same without it.

One process and one register; every call is asked with it and without it in turn, so that a busy machine weighs on both
alike. It is processor time that counts: two processes side by side differ more from each other than this costs.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from statistics import median
from typing import Any

CALLS = ("werkvoorraad", "lijst_100", "mijn_werk")
RONDES = 100


def meet(omvang: int) -> dict[str, Any]:
    """Per call: the processor time with the authorizer divided by that without, at the middle and at the p95; p95 in ms."""
    with tempfile.TemporaryDirectory() as map_:
        os.environ |= {
            "SAMENHANG_DATAMAP": map_,
            "SAMENHANG_SLEUTEL": "bench-" + "x" * 60,
            "SAMENHANG_API_PER_MINUUT": "100000000",
        }
        os.environ.pop("DATABASE_URL", None)
        return {"signalen": omvang} | _meet(omvang)


def _meet(omvang: int) -> dict[str, Any]:
    from samenhang.cli import django_aan

    django_aan()
    import logging

    import time_machine
    from django.core.management import call_command
    from django.db import connection

    from bench.api import NU
    from bench.voorraad import AANROEPEN, API, gevuld
    from samenhang.kernel.toegang import kolommen, muur

    logging.disable(logging.WARNING)
    call_command("migrate", verbosity=0)
    zet, uit = kolommen.zet, {}

    def zonder(verbinding: Any, *_: Any) -> None:
        verbinding.connection.set_authorizer(None)

    with time_machine.travel(NU, tick=True):
        web, api = gevuld(omvang)
        for naam in CALLS:
            deur, tijden = (api if AANROEPEN[naam].startswith(API) else web), {zet: [], zonder: []}
            for ronde in range(RONDES + 5):
                for hoe, rij in tijden.items():
                    kolommen.zet = muur.zet = hoe
                    hoe(connection, muur._bekend)
                    begin = time.process_time()
                    antwoord = deur.get(AANROEPEN[naam])
                    duur = time.process_time() - begin
                    if antwoord.status_code != 200:
                        raise RuntimeError(f"{naam}: {antwoord.status_code}")
                    if ronde >= 5:
                        rij.append(duur)
            uit[naam] = _verhouding(*tijden.values())
            print(naam, uit[naam], file=sys.stderr, flush=True)
    return uit


def _verhouding(met: list[float], zonder: list[float]) -> dict[str, float]:
    hoog, hoog_zonder = (sorted(rij)[int(len(rij) * 0.95)] for rij in (met, zonder))
    return {
        "verhouding": round(hoog / hoog_zonder, 2),
        "verhouding_midden": round(median(met) / median(zonder), 2),
        "met_ms": round(hoog * 1000, 1),
        "zonder_ms": round(hoog_zonder * 1000, 1),
    }
