"""Who works which shift. Pure.

First as few empty places as possible, which is proven; then, with that, as many half hours as possible with a senior,
evenings shared fairly, and hours shared by contract. What stays empty is explained person by person, for the planner:
it tells of people's availability. Nothing of it is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.plannen import Grens, Model, Stand, Uitkomst, los_op, motor
from samenhang.schemes.helplijn.domain.bezetting.lezen import Lezing
from samenhang.schemes.helplijn.domain.bezetting.ploeg import (
    Medewerker,
    Plek,
    Roostervraag,
    als_dienst,
    lees_rooster,
)
from samenhang.schemes.helplijn.domain.bezetting.roostertoets import (
    Toewijzing,
    keur,
    rust_van,
    te_kort,
    uitleg,
    waarom_leeg,
)
from samenhang.schemes.helplijn.domain.bezetting.scenario import vingerafdruk
from samenhang.schemes.helplijn.domain.bezetting.tijd import HALFUUR, klok
from samenhang.schemes.helplijn.domain.bezetting.vraag import maandag

ZONDER_SENIOR, AVOND, SCHEEF = 100.0, 40.0, 1.0
"""What a half hour without a senior, an evening of difference and a percent of difference in hours weigh."""
ALLES: Final = frozenset({"beschikbaar", "contract", "dagen", "rust"})
HEFBOMEN: Final = {
    "beschikbaar": Tekst("ruimere beschikbaarheid", "wider availability"),
    "contract": Tekst("meer contracturen", "more contract hours"),
    "dagen": Tekst("meer dan vijf dagen per week", "more than five days a week"),
    "rust": Tekst("minder dan elf uur rust", "less than eleven hours of rest"),
}
GRENS: Final = Grens(knopen=2_000, seconden=30.0)


@dataclass(frozen=True, slots=True)
class _Gebouwd:
    model: Model
    kolommen: dict[int, tuple[int, int]]
    leeg: list[int]
    teller: int


def rooster(document: object, grens: Grens = GRENS, lezing: Lezing | None = None) -> dict[str, Any]:
    """The roster of a document, with what stays empty and why; raises `Geweigerd` for faults in it."""
    vraag = lees_rooster(document, lezing)
    eerst = _bouw(vraag, ALLES, None)
    uitkomst = los_op(eerst.model, zaad=vraag.zaad, grens=grens)
    if not uitkomst.waarden:
        uit = {"stand": str(Stand.GEEN_ANTWOORD), "motor": motor(), "herhaalbaar": uitkomst.herhaalbaar}
        return uit | {"hash": vingerafdruk(uit)}
    onbezet = round(uitkomst.kosten or 0)
    bewezen = uitkomst.stand is Stand.OPTIMAAL
    daarna = _bouw(vraag, ALLES, onbezet)
    beter = los_op(daarna.model, zaad=vraag.zaad, grens=grens)
    gekozen, gebouwd = (beter, daarna) if beter.waarden else (uitkomst, eerst)
    toewijzing = _toewijzing(gebouwd, gekozen)
    bezwaren = keur(vraag, toewijzing)
    if bezwaren:
        raise RuntimeError(f"het rooster houdt zich niet aan de regels: {bezwaren[0].nl}")
    uit = {
        "motor": motor(),
        "zaad": vraag.zaad,
        "stand": str(Stand.OPTIMAAL if bewezen and beter.stand is Stand.OPTIMAAL else Stand.HAALBAAR),
        "herhaalbaar": uitkomst.herhaalbaar and beter.herhaalbaar,
        "onbezet": onbezet,
        "onbezet_bewezen": bewezen,
        **_document(vraag, toewijzing),
        "hefbomen": _hefbomen(vraag, onbezet, grens) if onbezet else [],
    }
    return uit | {"hash": vingerafdruk(uit)}


def _bouw(vraag: Roostervraag, regels: frozenset[str], leeg_hoogstens: int | None) -> _Gebouwd:
    """The problem under some of the rules: fewest empty places, or with that many the best shared."""
    model, tweede = Model(), leeg_hoogstens is not None
    vullen = [model.rij(float(p.mensen), float(p.mensen)) for p in vraag.plekken]
    teller = model.rij(boven=float(leeg_hoogstens) if leeg_hoogstens is not None else float("inf"))
    senior = _seniorrijen(model, vraag) if tweede else {}
    kolommen: dict[int, tuple[int, int]] = {}
    avonden: list[tuple[int, int]] = []
    for wie, mens in enumerate(vraag.mensen):
        mag = [
            nr
            for nr, plek in enumerate(vraag.plekken)
            if mens.kan(plek.datum, plek.dienst)
            or ("beschikbaar" not in regels and plek.datum not in mens.afwezig)
        ]
        rijen: dict[int, list[tuple[int, float]]] = {nr: [(vullen[nr], 1.0)] for nr in mag}
        _persoonlijk(model, vraag, mens, mag, regels, rijen)
        if tweede:
            _eerlijk(model, vraag, mens, mag, rijen, avonden)
            for nr in mag if mens.senior else ():
                rijen[nr] += [(rij, 1.0) for rij in senior[nr]]
        for nr in mag:
            kolommen[model.kolom(0.0, 0.0, 1.0, True, rijen[nr])] = (wie, nr)
    leeg = [
        model.kolom(0.0 if tweede else 1.0, 0.0, float(plek.mensen), True, [(vullen[nr], 1.0), (teller, 1.0)])
        for nr, plek in enumerate(vraag.plekken)
    ]
    if tweede:
        for rij in sorted({rij for rijen_ in senior.values() for rij in rijen_}):
            model.kolom(ZONDER_SENIOR, 0.0, 1.0, False, [(rij, 1.0)])
        _verschil(model, vraag, avonden)
    return _Gebouwd(model, kolommen, leeg, teller)


def _seniorrijen(model: Model, vraag: Roostervraag) -> dict[int, list[int]]:
    """One row per half hour in which somebody works: at least one of them is a senior."""
    rijen: dict[tuple[date, int], int] = {}
    uit: dict[int, list[int]] = defaultdict(list)
    for nr, plek in enumerate(vraag.plekken):
        for minuut in plek.dienst.dekt:
            sleutel = (plek.datum, minuut)
            if sleutel not in rijen:
                rijen[sleutel] = model.rij(1.0)
            uit[nr].append(rijen[sleutel])
    return uit


def _persoonlijk(
    model: Model, vraag: Roostervraag, mens: Medewerker, mag: Sequence[int], regels: frozenset[str],
    rijen: dict[int, list[tuple[int, float]]],
) -> None:  # fmt: skip
    """One shift a day, days and hours a week, rest between days."""
    dagen, weken = defaultdict(list), defaultdict(list)
    for nr in mag:
        dagen[vraag.plekken[nr].datum].append(nr)
        weken[maandag(vraag.plekken[nr].datum)].append(nr)
    for op_dag in dagen.values():
        rij = model.rij(boven=1.0)
        for nr in op_dag:
            rijen[nr].append((rij, 1.0))
    for in_week in weken.values():
        telt = model.rij(boven=float(vraag.regels.dagen) if "dagen" in regels else float("inf"))
        uren = model.rij(boven=mens.contract * 2.0 if "contract" in regels else float("inf"))
        for nr in in_week:
            rijen[nr] += [(telt, 1.0), (uren, float(vraag.plekken[nr].dienst.betaald))]
    if "rust" not in regels:
        return
    for nr in mag:
        # Whoever ends this late or later that day does not begin too early the next.
        plek = vraag.plekken[nr]
        na = [ander for ander in mag if te_kort(plek, vraag.plekken[ander], rust_van(vraag, mens))]
        if na:
            rij = model.rij(boven=1.0)
            zelfde = [ander for ander in dagen[plek.datum] if vraag.plekken[ander].einde >= plek.einde]
            for ander in {*zelfde, *na}:
                rijen[ander].append((rij, 1.0))


def _eerlijk(
    model: Model, vraag: Roostervraag, mens: Medewerker, mag: Sequence[int],
    rijen: dict[int, list[tuple[int, float]]], avonden: list[tuple[int, int]],
) -> None:  # fmt: skip
    """Rows that tie a person's evenings and hours to the largest and least of all."""
    avond = [nr for nr in mag if vraag.plekken[nr].dienst.tot > vraag.regels.avond]
    if avond:
        hoogst, laagst = model.rij(boven=0.0), model.rij(0.0)
        avonden.append((hoogst, laagst))
        for nr in avond:
            rijen[nr] += [(hoogst, 1.0), (laagst, 1.0)]
    if mag:
        weken = len({maandag(vraag.plekken[nr].datum) for nr in mag})
        tekort = model.rij(100.0)
        avonden.append((-1, tekort))
        for nr in mag:
            rijen[nr].append(
                (tekort, 100.0 * vraag.plekken[nr].dienst.betaald / (2.0 * mens.contract * weken))
            )


def _verschil(model: Model, vraag: Roostervraag, rijen: Sequence[tuple[int, int]]) -> None:
    """Most evenings minus fewest, and the largest share of a contract that stays unused."""
    veel = float(len(vraag.plekken))
    avond = [(hoogst, laagst) for hoogst, laagst in rijen if hoogst >= 0]
    if avond:
        model.kolom(AVOND, 0.0, veel, False, [(hoogst, -1.0) for hoogst, _ in avond])
        model.kolom(-AVOND, 0.0, veel, False, [(laagst, -1.0) for _, laagst in avond])
    model.kolom(SCHEEF, 0.0, 100.0, False, [(tekort, 1.0) for hoogst, tekort in rijen if hoogst < 0])


def _toewijzing(gebouwd: _Gebouwd, uitkomst: Uitkomst) -> Toewijzing:
    return frozenset(paar for kolom, paar in gebouwd.kolommen.items() if uitkomst.waarden[kolom] > 0.5)


def _document(vraag: Roostervraag, toewijzing: Toewijzing) -> dict[str, Any]:
    wie_op: dict[int, list[str]] = defaultdict(list)
    per_mens: dict[int, list[Plek]] = defaultdict(list)
    met_senior = set()
    for wie, nr in sorted(toewijzing):
        mens, plek = vraag.mensen[wie], vraag.plekken[nr]
        wie_op[nr].append(mens.id)
        per_mens[wie].append(plek)
        if mens.senior:
            met_senior |= {(plek.datum, minuut) for minuut in plek.dienst.dekt}
    waarom = waarom_leeg(vraag, toewijzing)
    nodig = sorted(
        {(plek.datum, minuut) for plek in vraag.plekken for minuut in plek.dienst.dekt} - met_senior
    )
    return {
        "diensten": [
            {"datum": str(plek.datum), **als_dienst(plek.dienst), "medewerkers": wie_op[nr], "leeg": plek.mensen - len(wie_op[nr]), "reden": _zin(waarom.get(nr))}
            for nr, plek in enumerate(vraag.plekken)
        ],
        "medewerkers": [
            {
                "id": mens.id,
                "uren": sum(plek.dienst.betaald for plek in per_mens[wie]) / 2,
                "contract_uren": mens.contract,
                "dagen": len(per_mens[wie]),
                "avonden": sum(plek.dienst.tot > vraag.regels.avond for plek in per_mens[wie]),
            }
            for wie, mens in enumerate(vraag.mensen)
        ],
        "zonder_senior": [{"datum": str(dag), "van": klok(minuut), "tot": klok(minuut + HALFUUR)} for dag, minuut in nodig],
        "uitleg": [_zin(uitleg(vraag.plekken[nr], vraag.plekken[nr].mensen - len(wie_op[nr]), tekst)) for nr, tekst in waarom.items()],
    }  # fmt: skip


def _zin(tekst: Tekst | None) -> dict[str, str] | None:
    return None if tekst is None else {"nl": tekst.nl, "en": tekst.en}


def _hefbomen(vraag: Roostervraag, onbezet: int, grens: Grens) -> list[dict[str, Any]]:
    """With one rule let go at a time: how many places would stay empty. Shows where the shortage is, not what is allowed."""
    uit: list[dict[str, Any]] = []
    for regel, naam in HEFBOMEN.items():
        uitkomst = los_op(_bouw(vraag, ALLES - {regel}, None).model, zaad=vraag.zaad, grens=grens)
        if uitkomst.kosten is not None:
            uit.append({"regel": regel, "nl": naam.nl, "en": naam.en, "onbezet": round(uitkomst.kosten)})
    extra = Medewerker("?", True, 60, dict.fromkeys(range(7), (0, 1440)), frozenset())
    ruimer = replace(vraag, mensen=(*vraag.mensen, extra))
    uitkomst = los_op(_bouw(ruimer, ALLES, None).model, zaad=vraag.zaad, grens=grens)
    if uitkomst.kosten is not None:
        uit.append({"regel": "mens", "nl": "één medewerker erbij", "en": "one more employee", "onbezet": round(uitkomst.kosten)})  # fmt: skip
    return [rij for rij in uit if rij["onbezet"] <= onbezet]
