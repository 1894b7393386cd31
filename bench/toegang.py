"""Decisions per second beside two other engines and beside the least that a lookup can cost, and the proof's time."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samenhang.kernel.toegang import Feiten, Verzoek
    from samenhang.kernel.toegang.tabel import Beslistabel, Cel

VRAGEN = 200_000
RONDES = 3
Vraag = tuple["Verzoek", "Feiten"]


def meet() -> dict[str, object]:
    """Decisions per second beside Cedar and Casbin, the first time and again, and the proof in seconds.

    `ruimte`: questions drawn from all cells, permitted or not; `verleend`: from the cells that hold a permit, which
    is what a deployment asks most. Seconds are CPU time of one core, the best of a few rounds; `maal_vloer` is how
    many times the floor of the same run that is.
    """
    from samenhang.cli import django_aan

    django_aan()
    from bench.toegang_naast import naast
    from samenhang.kernel.toegang.bewijs import bewijs
    from samenhang.kernel.toegang.geldend import beslistabel, waarborgen

    tabel, nu = beslistabel(), datetime.now(UTC)
    alle = [cel for ruimte in tabel.ruimtes.values() for cel in ruimte.cellen()]
    besluiten = {
        "ruimte": _snelheid(_vragen(alle), tabel, nu),
        "verleend": _snelheid(_vragen(list(tabel.op(nu.date()).cellen)), tabel, nu),
    }
    proef = bewijs(tabel, waarborgen(), nu)
    return {
        "naast": naast(tabel, nu),
        "besluiten": besluiten,
        "cellen": proef.cellen,
        "beslissingen": proef.beslissingen,
        "invarianten": len(proef.uitkomsten),
        "sluit": proef.sluit,
        "bewijs_s": round(proef.seconden, 3),
    }


def _vragen(cellen: list[Cel]) -> list[Vraag]:
    from samenhang.kernel.toegang import Feiten, Verzoek

    wat = frozenset({"naw", "signaal"})
    return [
        (
            Verzoek(cel.scheme, cel.organisatiesoort, (cel.rol,), cel.doel, wat),
            Feiten(cel.betrokkenheid, cel.stap),
        )
        for cel in random.Random(1).choices(cellen, k=VRAGEN)
    ]


def _snelheid(vragen: list[Vraag], tabel: Beslistabel, nu: datetime) -> dict[str, Any]:
    from samenhang.kernel.toegang import beslis

    def beslis_alles() -> None:
        for verzoek, feiten in vragen:
            beslis(verzoek, feiten, tabel, nu)

    def zoek_op() -> None:
        """The floor: the same questions kept in a plain dictionary, and looked up there."""
        antwoorden: dict[Vraag, Vraag] = {}
        for vraag in vragen:
            if vraag not in antwoorden:
                antwoorden[vraag] = vraag

    vloer = _beste(zoek_op)
    eerste = _beste(beslis_alles, tabel.onthouden.clear)
    weer = _beste(beslis_alles)
    return {
        naam: {"per_seconde": round(VRAGEN / seconden), "maal_vloer": round(seconden / vloer, 2)}
        for naam, seconden in (("eerste_keer", eerste), ("herhaald", weer))
    }


def _beste(doe: Callable[[], None], vooraf: Callable[[], object] = lambda: None) -> float:
    """CPU seconds of the quickest of a few rounds: another process on the core can only make one slower."""
    tijden = []
    for _ in range(RONDES):
        vooraf()
        begin = time.process_time()
        doe()
        tijden.append(time.process_time() - begin)
    return min(tijden)
