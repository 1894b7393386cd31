"""Decisions per second, and the time in which the whole space is proved."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime

VRAGEN = 200_000


def meet() -> dict[str, object]:
    """The figures: decisions per second with an empty memory and with a filled one, and the proof in seconds.

    The questions are drawn from the whole space, permitted or not; seconds are CPU time of one core.
    """
    from samenhang.cli import django_aan

    django_aan()
    from samenhang.kernel.toegang import Feiten, Verzoek, beslis
    from samenhang.kernel.toegang.bewijs import bewijs
    from samenhang.kernel.toegang.geldend import beslistabel, waarborgen

    tabel, nu = beslistabel(), datetime.now(UTC)
    cellen = [cel for ruimte in tabel.ruimtes.values() for cel in ruimte.cellen()]
    wat = frozenset({"naw", "signaal"})
    vragen = [
        (
            Verzoek(cel.scheme, cel.organisatiesoort, (cel.rol,), cel.doel, wat),
            Feiten(cel.betrokkenheid, cel.stap),
        )
        for cel in random.Random(1).choices(cellen, k=VRAGEN)
    ]
    snelheid = {}
    for naam in ("eerste_keer", "herhaald"):
        begin = time.process_time()
        for verzoek, feiten in vragen:
            beslis(verzoek, feiten, tabel, nu)
        snelheid[naam] = round(VRAGEN / (time.process_time() - begin))
    proef = bewijs(tabel, waarborgen(), nu)
    return {
        "besluiten_per_seconde": snelheid,
        "cellen": proef.cellen,
        "beslissingen": proef.beslissingen,
        "invarianten": len(proef.uitkomsten),
        "sluit": proef.sluit,
        "bewijs_s": round(proef.seconden, 3),
    }
