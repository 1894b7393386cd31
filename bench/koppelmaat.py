"""Linkage against a known truth: precision, recall and F1 over pairs of signals, and what doubt holds."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb

Sleutel = tuple[str, str]
"""(partner, signaal_id)."""


@dataclass(frozen=True, slots=True)
class Waar:
    """The truth about one signal."""

    persoon: str
    huishouden: str


def lees_waarheid(bestand: Path) -> dict[Sleutel, Waar]:
    """The truth beside the files of a set."""
    with bestand.open(encoding="utf-8") as bron:
        return {
            (rij["partner"], rij["signaal_id"]): Waar(rij["persoon_id"], rij["huishouden_id"])
            for rij in csv.DictReader(bron, delimiter=";")
        }


def schrijf_waarheid(bestand: Path, waar: Mapping[Sleutel, tuple[str, str]]) -> None:
    """Write the truth of a set: person and household of each signal."""
    with bestand.open("w", encoding="utf-8", newline="") as doel:
        schrijver = csv.writer(doel, delimiter=";", lineterminator="\n")
        schrijver.writerow(["signaal_id", "partner", "persoon_id", "huishouden_id"])
        schrijver.writerows((signaal, partner, *wie) for (partner, signaal), wie in waar.items())


def _paren(aantallen: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in aantallen)


def _maat(goed: int, gevonden: int, echt: int) -> dict[str, float]:
    precisie, dekking = goed / max(gevonden, 1), goed / max(echt, 1)
    return {
        "precisie": round(precisie, 4),
        "dekking": round(dekking, 4),
        "f1": round(2 * precisie * dekking / max(precisie + dekking, 1e-9), 4),
    }


def score_personen(uit: Mapping[Sleutel, str], waar: Mapping[Sleutel, Waar]) -> dict[str, dict[str, float]]:
    """Persons, and persons over pairs of two partners; `uit` gives the person of each signal."""
    ep, wp, bp = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    epp, wpp, bpp = Counter[tuple[str, str]](), Counter[tuple[str, str]](), Counter[tuple[str, str, str]]()
    for sleutel, p in uit.items():
        w, partner = waar[sleutel].persoon, sleutel[0]
        ep[p] += 1
        wp[w] += 1
        bp[p, w] += 1
        epp[p, partner] += 1
        wpp[w, partner] += 1
        bpp[p, w, partner] += 1
    ps, pe, pw = _paren(bp.values()), _paren(ep.values()), _paren(wp.values())
    return {
        "personen": _maat(ps, pe, pw),
        "over_partners": _maat(
            ps - _paren(bpp.values()), pe - _paren(epp.values()), pw - _paren(wpp.values())
        ),
    }


def score(
    uit: Mapping[Sleutel, tuple[str, str]], waar: Mapping[Sleutel, Waar]
) -> dict[str, dict[str, float]]:
    """As `score_personen`, with households, and households over pairs of different persons.

    `uit` gives person and household of each signal.
    """
    eh, wh, bh = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    ehp, whp = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    bhe, bhw, bhb = Counter[tuple[str, ...]](), Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for sleutel, (p, h) in uit.items():
        w = waar[sleutel]
        eh[h] += 1
        wh[w.huishouden] += 1
        bh[h, w.huishouden] += 1
        ehp[h, p] += 1
        whp[w.huishouden, w.persoon] += 1
        bhe[h, w.huishouden, p] += 1
        bhw[h, w.huishouden, w.persoon] += 1
        bhb[h, w.huishouden, p, w.persoon] += 1
    hs, he, hw = _paren(bh.values()), _paren(eh.values()), _paren(wh.values())
    # A pair counts as "over different persons" by the ids on each side: found by ours, true by the truth.
    goed = hs - _paren(bhe.values()) - _paren(bhw.values()) + _paren(bhb.values())
    return score_personen({s: p for s, (p, _) in uit.items()}, waar) | {
        "huishoudens": _maat(hs, he, hw),
        "verschillende_personen": _maat(goed, he - _paren(ehp.values()), hw - _paren(whp.values())),
    }


def twijfel(
    verbinding: duckdb.DuckDBPyConnection,
    uit: Mapping[Sleutel, tuple[str, str]],
    waar: Mapping[Sleutel, Waar],
) -> dict[str, float]:
    """What a run of `koppel` leaves to a person: pairs per 1,000 signals, the share of them that is one person,
    and `houdt`: the share of the wrongly joined or parted pairs of compared records that an answer settles."""
    gevraagd = verbinding.execute(
        "SELECT links_partner, links_signaal_id, rechts_partner, rechts_signaal_id, links_persoon_id, rechts_persoon_id FROM twijfel"
    ).fetchall()
    een = sum(waar[lp, ls].persoon == waar[rp, rs].persoon for lp, ls, rp, rs, _, _ in gevraagd)
    tussen = {frozenset((links, rechts)) for *_, links, rechts in gevraagd}
    record = {
        nr: (partner, signaal)
        for partner, signaal, nr in verbinding.execute(
            "SELECT partner, signaal_id, nr FROM signaal_bij"
        ).fetchall()
    }
    fout = gehouden = 0
    for a, b in verbinding.execute("SELECT a, b FROM bewijs").fetchall():
        links, rechts = uit[record[a]][0], uit[record[b]][0]
        if (links == rechts) != (waar[record[a]].persoon == waar[record[b]].persoon):
            fout += 1
            gehouden += frozenset((links, rechts)) in tussen
    return {
        "per_1000": round(1000 * len(gevraagd) / max(len(uit), 1), 2),
        "een_persoon": round(een / max(len(gevraagd), 1), 2),
        "houdt": round(gehouden / max(fout, 1), 2),
    }
