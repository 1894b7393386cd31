"""Demand and plans as documents: shares are percentages with two decimals, calls have three. Pure."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from samenhang.kernel.plannen import Stand
from samenhang.schemes.helplijn.domain.bezetting.dienstplan import Halfuurstand, Inzet, Weekplan, gemiddeld
from samenhang.schemes.helplijn.domain.bezetting.lijn import Lijn
from samenhang.schemes.helplijn.domain.bezetting.raming import Toets, Vraagdeel, grenzen
from samenhang.schemes.helplijn.domain.bezetting.tijd import klok

ERGST: Final = (Stand.GEEN_ANTWOORD, Stand.ONHAALBAAR, Stand.HAALBAAR, Stand.OPTIMAAL)
Document = dict[str, Any]


def vraagdocument(delen: Sequence[Vraagdeel], spreiding_dag: float, verklaring: Document) -> Document:
    per_dag: dict[date, float] = defaultdict(float)
    for deel in delen:
        per_dag[deel.halfuur.datum] += deel.verwacht
    dagen = []
    for dag, verwacht in sorted(per_dag.items()):
        laag, hoog = grenzen(verwacht, spreiding_dag)
        dagen.append({"datum": str(dag), "gesprekken": round(verwacht, 3), "laag": laag, "hoog": hoog})
    return {
        "gesprekken": round(sum(per_dag.values()), 3),
        "dagen": dagen,
        "halfuren": [
            {"datum": str(d.halfuur.datum), "van": d.halfuur.van, "gesprekken": round(d.verwacht, 3), "laag": d.laag, "hoog": d.hoog}
            for d in delen
        ],
        **verklaring,
    }  # fmt: skip


def toetsdocument(uit: Toets | None) -> Document | None:
    if uit is None:
        return None
    return {
        "weken": uit.weken,
        "vooruit": uit.vooruit,
        "fout_procent": procent(uit.fout),
        "fout_naief_procent": procent(uit.fout_naief),
        "verhouding": round(uit.verhouding, 3),
        "fout_dag_procent": procent(uit.fout_dag),
        "fout_dag_naief_procent": procent(uit.fout_dag_naief),
        "binnen_band_procent": None if uit.binnen is None else procent(uit.binnen),
    }


def doeldocument(lijn: Lijn) -> Document:
    doel = lijn.doel
    return {
        "procent": float(doel.procent),
        "seconden": doel.seconden,
        "afhaken_procent": None if doel.afhaken is None else float(doel.afhaken),
        "norm": doel.norm or None,
        "bron": doel.bron or None,
        "status": doel.status or None,
        "model": lijn.model,
        "minimaal": lijn.minimaal,
        "hoogstens": lijn.hoogstens,
    }


def planuitkomst(plannen: Mapping[date, Weekplan], delen: Sequence[Vraagdeel]) -> Document:
    band = {deel.halfuur: deel for deel in delen}
    stand = min((p.stand for p in plannen.values()), key=ERGST.index)
    heel = all(p.inzet for p in plannen.values())
    rijen = [rij for p in plannen.values() for rij in p.halfuren]
    inzet = [deel for p in plannen.values() for deel in p.inzet]
    bereikt, afhaken = gemiddeld(rijen)
    halve_uren = sum(p.halve_uren for p in plannen.values())
    return {
        "stand": str(stand),
        "herhaalbaar": all(p.herhaalbaar for p in plannen.values()),
        "uitleg": [{"nl": t.nl, "en": t.en} for p in plannen.values() for t in p.uitleg],
        "gesprekken": round(sum(d.verwacht for d in delen), 3),
        "uren": halve_uren / 2 if heel else None,
        "uren_per_halfuur": sum(rij.nodig for rij in rijen) / 2 if heel else None,
        "bereikt_procent": procent(bereikt) if heel else None,
        "afhaken_procent": None if afhaken is None or not heel else procent(afhaken),
        "weken": [_week(week, p) for week, p in sorted(plannen.items())],
        "dagen": dagdocumenten(rijen, inzet),
        "halfuren": [_halfuur(rij, band[rij.halfuur]) for rij in rijen],
        "diensten": [
            {"datum": str(i.datum), "van": klok(i.dienst.van), "tot": klok(i.dienst.tot), "pauze": None if i.dienst.pauze is None else klok(i.dienst.pauze), "mensen": i.aantal, "betaald_uren": i.dienst.betaald / 2}
            for i in inzet
        ],
    }  # fmt: skip


def _week(week: date, p: Weekplan) -> Document:
    return {
        "week": str(week),
        "stand": str(p.stand),
        "uren": p.halve_uren / 2 if p.inzet else None,
        "ondergrens_uren": None if p.ondergrens is None else p.ondergrens / 2,
        "kloof_procent": None if p.kloof is None else procent(p.kloof),
        "bereikt_procent": procent(p.bereikt) if p.inzet else None,
        "afhaken_procent": None if p.afhaken is None else procent(p.afhaken),
        "knopen": p.knopen,
        "herhaalbaar": p.herhaalbaar,
    }


def dagdocumenten(rijen: Sequence[Halfuurstand], inzet: Sequence[Inzet]) -> list[Document]:
    per_dag: dict[date, list[Halfuurstand]] = defaultdict(list)
    for rij in rijen:
        per_dag[rij.halfuur.datum].append(rij)
    uren: dict[date, int] = defaultdict(int)
    for deel in inzet:
        uren[deel.datum] += deel.dienst.betaald * deel.aantal
    uit = []
    for dag, standen in sorted(per_dag.items()):
        bereikt, afhaken = gemiddeld(standen)
        uit.append(
            {
                "datum": str(dag),
                "gesprekken": round(sum(rij.gesprekken for rij in standen), 3),
                "uren": uren[dag] / 2,
                "bereikt_procent": procent(bereikt),
                "afhaken_procent": None if afhaken is None else procent(afhaken),
            }
        )
    return uit


def _halfuur(rij: Halfuurstand, deel: Vraagdeel) -> Document:
    stand = rij.stand
    return {
        "datum": str(rij.halfuur.datum),
        "van": rij.halfuur.van,
        "gesprekken": round(rij.gesprekken, 3),
        "laag": deel.laag,
        "hoog": deel.hoog,
        "mensen": rij.mensen,
        "nodig": rij.nodig,
        "bereikt_procent": procent(stand.bereikt),
        "afhaken_procent": None if stand.afhaken is None else procent(stand.afhaken),
        "gemiddeld_wachten_s": round(stand.wacht, 1) if math.isfinite(stand.wacht) else None,
        "bezet_procent": procent(stand.bezet),
    }


def procent(deel: float) -> float:
    return round(deel * 100, 2)
