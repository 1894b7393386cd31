"""The matcher measured: precision and recall against a known truth, time from CSV to ids, memory."""

from __future__ import annotations

import csv
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from samenhang.demo.wereld.modellen import Instelling
from samenhang.demo.wereld.schrijver import schrijf
from samenhang.demo.wereld.wereld import voor_signalen
from samenhang.kernel.kalender import standaardkalender
from samenhang.schemes.vroegsignalering.bestand import Leesuitkomst, laad_beleid, lees
from samenhang.schemes.vroegsignalering.bestand.profiel import NAMEN
from samenhang.schemes.vroegsignalering.koppelen import koppel, laad_gewichten

PEILDATUM = date(2026, 12, 1)
ZAAD = 9101
"""Seed of the reported figures; no weight was learned on it."""

Sleutel = tuple[str, str]
"""(partner, signaal_id)."""


@dataclass(frozen=True, slots=True)
class Waar:
    """The truth about one signal."""

    persoon: str
    huishouden: str


def lees_waarheid(bestand: Path) -> dict[Sleutel, Waar]:
    """The truth beside the files of the demo world."""
    with bestand.open(encoding="utf-8") as bron:
        return {
            (rij["partner"], rij["signaal_id"]): Waar(rij["persoon_id"], rij["huishouden_id"])
            for rij in csv.DictReader(bron, delimiter=";")
        }


def _paren(aantallen: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in aantallen)


def _maat(goed: int, gevonden: int, echt: int) -> dict[str, float]:
    precisie, dekking = goed / max(gevonden, 1), goed / max(echt, 1)
    return {
        "precisie": round(precisie, 4),
        "dekking": round(dekking, 4),
        "f1": round(2 * precisie * dekking / max(precisie + dekking, 1e-9), 4),
    }


def score(
    uit: Mapping[Sleutel, tuple[str, str]], waar: Mapping[Sleutel, Waar]
) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 over pairs of signals.

    Persons, persons over pairs of two partners, households, and households over pairs of different persons.
    `uit` gives person and household of each signal.
    """
    ep, wp, bp = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    epp, wpp, bpp = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[tuple[str, str, str]]()
    eh, wh, bh = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    ehp, whp = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    bhe, bhw, bhb = Counter[tuple[str, ...]](), Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for sleutel, (p, h) in uit.items():
        w, partner = waar[sleutel], sleutel[0]
        ep[p] += 1
        wp[w.persoon] += 1
        bp[p, w.persoon] += 1
        epp[p, partner] += 1
        wpp[w.persoon, partner] += 1
        bpp[p, w.persoon, partner] += 1
        eh[h] += 1
        wh[w.huishouden] += 1
        bh[h, w.huishouden] += 1
        ehp[h, p] += 1
        whp[w.huishouden, w.persoon] += 1
        bhe[h, w.huishouden, p] += 1
        bhw[h, w.huishouden, w.persoon] += 1
        bhb[h, w.huishouden, p, w.persoon] += 1
    ps, pe, pw = _paren(bp.values()), _paren(ep.values()), _paren(wp.values())
    hs, he, hw = _paren(bh.values()), _paren(eh.values()), _paren(wh.values())
    # A pair counts as "over different persons" by the ids on each side: found by ours, true by the truth.
    goed = hs - _paren(bhe.values()) - _paren(bhw.values()) + _paren(bhb.values())
    return {
        "personen": _maat(ps, pe, pw),
        "over_partners": _maat(
            ps - _paren(bpp.values()), pe - _paren(epp.values()), pw - _paren(wpp.values())
        ),
        "huishoudens": _maat(hs, he, hw),
        "verschillende_personen": _maat(goed, he - _paren(ehp.values()), hw - _paren(whp.values())),
    }


def kaal_lezen(paden: list[Path]) -> float:
    """Seconds that DuckDB needs to scan the files and do nothing with them: the floor."""
    begin = time.perf_counter()
    kolommen = ", ".join(f"'{naam}': 'VARCHAR'" for naam in NAMEN)
    duckdb.connect().execute(
        f"SELECT count(*) FROM read_csv(?, delim=';', quote='\"', header=true, auto_detect=false, strict_mode=false, null_padding=true, columns={{{kolommen}}})",
        [[str(pad) for pad in paden]],
    )
    return time.perf_counter() - begin


def lees_signalen(verbinding: duckdb.DuckDBPyConnection, map_: Path) -> Leesuitkomst:
    """Read the deliveries of a set into `signalen`."""
    paden = sorted((map_ / "leveringen").glob("*.csv"))
    return lees(
        verbinding, paden, beleid=laad_beleid(PEILDATUM), peildatum=PEILDATUM, kalender=standaardkalender()
    )


def meet(n: int) -> dict[str, Any]:
    """Read and link a world of about `n` signals; figures of quality, time and memory."""
    with tempfile.TemporaryDirectory() as map_:
        wereld = Path(map_) / "wereld"
        schrijf(voor_signalen(Instelling(zaad=ZAAD), n), wereld)
        return meet_map(sorted((wereld / "leveringen").glob("*.csv")), lees_waarheid(wereld / "waarheid.csv"))


def meet_map(paden: list[Path], waar: Mapping[Sleutel, Waar]) -> dict[str, Any]:
    """The figures of one set of files with its truth."""
    kaal = kaal_lezen(paden)
    verbinding = duckdb.connect()
    begin, cpu = time.perf_counter(), time.process_time()
    gelezen = lees(
        verbinding, paden, beleid=laad_beleid(PEILDATUM), peildatum=PEILDATUM, kalender=standaardkalender()
    )
    lezen = time.perf_counter() - begin
    uitkomst = koppel(verbinding, gewichten=laad_gewichten())
    totaal, cpu = time.perf_counter() - begin, time.process_time() - cpu
    rijen = verbinding.execute(
        "SELECT partner, signaal_id, persoon_id, huishouden_id FROM uitkomst"
    ).fetchall()
    uit = {(partner, signaal): (persoon, huis) for partner, signaal, persoon, huis in rijen}
    return {
        "signalen": gelezen.geaccepteerd,
        **score(uit, waar),
        "twijfel_per_1000": round(1000 * uitkomst.twijfel / max(gelezen.geaccepteerd, 1), 2),
        "lezen_s": round(lezen, 2),
        "koppelen_s": round(totaal - lezen, 2),
        "cpu_s": round(cpu, 2),
        "ten_opzichte_van_kaal_lezen": round(totaal / kaal, 1),
        "piek_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "seconden": dict(uitkomst.seconden),
    }
