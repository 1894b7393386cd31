"""The same questions put to our decision, to Cedar and to Casbin: decisions a second, one category at a time."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samenhang.kernel.toegang import Beslistabel, Feiten, Verzoek

VRAGEN = 2_000
CATEGORIE = "naw"

CASBIN = """
[request_definition]
r = scheme, org, wie, doel, stap, cat, act
[policy_definition]
p = scheme, org, wie, doel, stap, cat, act
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.act == p.act && r.scheme == p.scheme && een_van(r.doel, p.doel) && een_van(r.wie, p.wie) && een_van(r.org, p.org) && een_van(r.cat, p.cat) && in_stap(r.stap, p.stap)
"""


def naast(tabel: Beslistabel, nu: datetime) -> dict[str, Any]:
    """Decisions a second of each, the best of three rounds in CPU time, and how many times the better of theirs ours is.

    Half of the questions are cells that hold a permit. Ours starts each round without memory. A different answer to
    one question ends the measurement. Of consent, informing and need nothing is on record in a question: Casbin gets
    the permits whose law is in force today and that give the datum without any of these.
    """
    vragen = _vragen(tabel)
    ons = _ons(tabel, vragen, nu)
    anderen = {"cedarpy": _cedar(tabel, vragen, nu.date()), "casbin": _casbin(tabel, vragen, nu.date())}
    verwacht, eigen = ons()
    per_seconde = {}
    for naam, doe in anderen.items():
        antwoorden, seconden = doe()
        if antwoorden != verwacht:
            raise RuntimeError(f"{naam} beslist anders dan beslis()")
        per_seconde[naam] = round(VRAGEN / seconden)
    eigen = min(eigen, *(ons()[1] for _ in range(4)))
    return {
        "vragen": VRAGEN,
        "toegestaan": sum(verwacht),
        "samenhang": round(VRAGEN / eigen),
        **per_seconde,
        "maal_de_beste": round(VRAGEN / eigen / max(per_seconde.values())),
    }


def _vragen(tabel: Beslistabel) -> list[tuple[Verzoek, Feiten]]:
    from samenhang.kernel.toegang import Feiten, Verzoek

    kans = random.Random(1)
    cellen = [cel for ruimte in tabel.ruimtes.values() for cel in ruimte.cellen()]
    gekozen = kans.choices(cellen, k=VRAGEN // 2) + kans.choices(list(tabel.cellen), k=VRAGEN // 2)
    kans.shuffle(gekozen)
    return [
        (
            Verzoek(cel.scheme, cel.organisatiesoort, (cel.rol,), cel.doel, frozenset({CATEGORIE})),
            Feiten(cel.betrokkenheid, cel.stap),
        )
        for cel in gekozen
    ]


def _gemeten(
    doe: Callable[[], list[bool]], vooraf: Callable[[], object] = lambda: None
) -> tuple[list[bool], float]:
    vooraf()
    begin = time.process_time()
    antwoorden = doe()
    return antwoorden, time.process_time() - begin


def _ons(tabel: Beslistabel, vragen: list[tuple[Verzoek, Feiten]], nu: datetime) -> Callable[[], Any]:
    from samenhang.kernel.toegang import beslis

    def doe() -> list[bool]:
        return [bool(beslis(verzoek, feiten, tabel, nu).leest) for verzoek, feiten in vragen]

    return lambda: _gemeten(doe, tabel.onthouden.clear)


def _cedar(tabel: Beslistabel, vragen: list[tuple[Verzoek, Feiten]], dag: date) -> Callable[[], Any]:
    import cedarpy

    from samenhang.kernel.toegang.cedar import cedar, cedar_verzoek

    beleid = cedarpy.PolicySet.from_str(cedar(tabel))
    mensen = cedarpy.Entities.from_json_str(json.dumps([]))
    verzoeken = [cedar_verzoek(v, f, dag, CATEGORIE, schrijven=False) for v, f in vragen]

    def doe() -> list[bool]:
        return [cedarpy.is_authorized(verzoek, beleid, mensen).allowed for verzoek in verzoeken]

    return lambda: _gemeten(doe)


def _casbin(tabel: Beslistabel, vragen: list[tuple[Verzoek, Feiten]], dag: date) -> Callable[[], Any]:
    import casbin

    from samenhang.kernel.toegang import Feiten, Verzoek

    kaal = Verzoek("", "", ("",), "", frozenset({CATEGORIE})), Feiten("", "")
    model = casbin.Enforcer.new_model(text=CASBIN)
    keurder = casbin.Enforcer(model)
    keurder.add_function("een_van", lambda waarde, lijst: f"|{waarde}|" in lijst)
    keurder.add_function(
        "in_stap", lambda stap, lijst: f"|{stap}|" in lijst or ("|*|" in lijst and stap != "vernietigd")
    )
    for regel in tabel.regels.values():
        opent = [voorwaarde.open(*kaal, dag) for voorwaarde in regel.voorwaarden]
        gaat = all(wat is None or CATEGORIE in wat for wat in opent)
        if gaat and tabel.grondslagen[regel.grondslag].in_werking_op(dag):
            wie = [f"{rol}:{hoe}" for rol, hoe in regel.wie]
            delen = (regel.organisaties, wie, regel.doelen, regel.stappen, sorted(regel.leest))
            keurder.add_policy(regel.scheme, *(f"|{'|'.join(deel)}|" for deel in delen), "leest")
    verzoeken = [
        (v.scheme, v.organisatiesoort, f"{v.rollen[0]}:{f.betrokkenheid}", v.doel, f.stap, CATEGORIE, "leest")
        for v, f in vragen
    ]

    def doe() -> list[bool]:
        return [keurder.enforce(*verzoek) for verzoek in verzoeken]

    return lambda: _gemeten(doe)
