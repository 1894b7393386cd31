"""Staffing: hours beside planning each half hour by itself, the forecast beside repeating last week, a line played out."""

from __future__ import annotations

import random
import statistics
import time
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.schemes.helplijn.bezetting.wachtstraat import speel
from tests.schemes.helplijn.bezetting.wereld import MAANDAG, historie, scenario, waar

from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.helplijn.domain.bezetting import antwoord
from samenhang.schemes.helplijn.domain.bezetting.diensten import Dienstenset, Maat
from samenhang.schemes.helplijn.domain.bezetting.dienstplan import plan_week
from samenhang.schemes.helplijn.domain.bezetting.doelen import Doel
from samenhang.schemes.helplijn.domain.bezetting.lijn import Lijn
from samenhang.schemes.helplijn.domain.bezetting.rooster import rooster

WEKEN = (375, 750, 1500, 3000)
DIENSTEN = Dienstenset(maat=Maat(240, 480, 30, 330))
SPELEN = 200


def meet(zaden: int) -> dict[str, Any]:
    """Plans of four sizes, each with its proof; the forecast on `zaden` histories; a roster of thirty people."""
    plannen = {str(per_week): _plan(per_week) for per_week in WEKEN}
    toetsen = [
        antwoord.raming(scenario(historie=historie(375, zaad=z)), standaardkalender())["toets"]
        for z in range(zaden)
    ]
    return {
        "plannen": plannen,
        "raming_maal_naief": round(statistics.mean(t["verhouding"] for t in toetsen), 3),
        "raming_maal_naief_hoogst": max(t["verhouding"] for t in toetsen),
        "binnen_band_procent": round(statistics.mean(t["binnen_band_procent"] for t in toetsen), 1),
        "rooster": _rooster(),
    }


def _plan(per_week: int) -> dict[str, Any]:
    lijn = Lijn(840, 240, Doel(Decimal(80), 20))
    vraag = {
        h: waarde
        for dag in (MAANDAG + timedelta(days=n) for n in range(5))
        for h, waarde in _halfuren(dag, per_week)
    }
    begin = time.process_time()
    uit = plan_week(vraag, lijn, DIENSTEN)
    duur = time.process_time() - begin
    per_halfuur = sum(rij.nodig for rij in uit.halfuren)
    gespeeld = {
        "erlang_c": _speel(uit.halfuren, None),
        "geduld_240": _speel(uit.halfuren, 240),
    }
    return {
        "stand": str(uit.stand),
        "uren": uit.halve_uren / 2,
        "maal_per_halfuur": round(uit.halve_uren / per_halfuur, 3),
        "kloof": uit.kloof,
        "seconden": round(duur, 2),
        "gespeeld_bereikt": gespeeld,
        "afhaken": round(uit.afhaken or 0, 4),
    }


def _halfuren(dag: date, per_week: float) -> list[tuple[Any, float]]:
    from samenhang.schemes.helplijn.domain.bezetting.tijd import Halfuur

    return [(Halfuur(dag, 480 + 30 * plek), verwacht) for plek, verwacht in enumerate(waar(per_week, dag))]


def _speel(halfuren: Any, geduld: int | None) -> float:
    """The share answered in time when the week is played out, day by day."""
    bereikt = bellers = 0
    for zaad in range(SPELEN):
        for nummer in range(5):
            dag = [rij for rij in halfuren if rij.halfuur.datum == MAANDAG + timedelta(days=nummer)]
            telling = speel(
                [r.mensen for r in dag], [r.gesprekken for r in dag], 840, geduld, 20, 10 * zaad + nummer
            )
            bereikt, bellers = bereikt + telling.bereikt, bellers + telling.bellers
    return round(bereikt / bellers, 4)


def _rooster() -> dict[str, Any]:
    toeval = random.Random(5)
    vakken = ("08:00-20:00", "08:00-16:30", "11:30-20:00")
    mensen = [
        {
            "id": f"M{n:02d}",
            "senior": n % 3 == 0,
            "contract_uren": toeval.choice((16, 24, 32, 36)),
            "beschikbaar": {dag: toeval.choice(vakken) for dag in ("ma", "di", "wo", "do", "vr")},
        }
        for n in range(30)
    ]
    gepland = antwoord.plan(scenario(historie=historie(1500)), standaardkalender())
    begin = time.process_time()
    uit = rooster({"diensten": gepland["diensten"], "medewerkers": mensen})
    plekken = sum(dienst["mensen"] for dienst in gepland["diensten"])
    return {
        "plekken": plekken,
        "gevuld_deel": round(1 - uit["onbezet"] / plekken, 3),
        "bewezen": uit["onbezet_bewezen"],
        "seconden": round(time.process_time() - begin, 2),
        "gevraagd_maal_contract": round(gepland["uren"] / sum(m["contract_uren"] for m in mensen), 2),
    }
