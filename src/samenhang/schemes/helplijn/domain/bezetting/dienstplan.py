"""Whole shifts that keep the promise over the week in the fewest paid hours. Pure.

Per half hour and number of people the service level is known; the shares that one more person adds are the
coefficients. Where each next person adds less than the one before, the order in which they come needs no whole
variables; where it adds more (far below the load) it does. Source of the shape: docs/adr, staffing of a line.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from samenhang.kernel.basis import Tekst
from samenhang.kernel.plannen import Grens, Model, Stand, Uitkomst, los_op
from samenhang.schemes.helplijn.domain.bezetting.diensten import Dienst, Dienstenset, ongedekt
from samenhang.schemes.helplijn.domain.bezetting.erlang import Wachtrij
from samenhang.schemes.helplijn.domain.bezetting.lezen import komma
from samenhang.schemes.helplijn.domain.bezetting.lijn import Lijn
from samenhang.schemes.helplijn.domain.bezetting.tijd import Halfuur, klok

Vraag = Mapping[Halfuur, float]


@dataclass(frozen=True, slots=True)
class Inzet:
    """A shift on a day with how many people."""

    datum: date
    dienst: Dienst
    aantal: int


@dataclass(frozen=True, slots=True)
class Halfuurstand:
    """A half hour of the plan: calls, people, how many it would need by itself, and what callers meet."""

    halfuur: Halfuur
    gesprekken: float
    mensen: int
    nodig: int
    stand: Wachtrij


@dataclass(frozen=True, slots=True)
class Weekplan:
    """The shifts of one week with their proof; without a plan `uitleg` says in words why."""

    stand: Stand
    inzet: tuple[Inzet, ...]
    halfuren: tuple[Halfuurstand, ...]
    halve_uren: int
    ondergrens: int | None
    bereikt: float
    afhaken: float | None
    knopen: int
    herhaalbaar: bool
    uitleg: tuple[Tekst, ...] = ()

    @property
    def kloof(self) -> float | None:
        """How much cheaper a plan could be at most, as a share."""
        if self.ondergrens is None or not self.halve_uren:
            return None
        return (self.halve_uren - self.ondergrens) / self.halve_uren


def gemiddeld(standen: Sequence[Halfuurstand]) -> tuple[float, float | None]:
    """Reached and hung up over all callers of these half hours; nobody calling is everybody reached."""
    bellers = sum(deel.gesprekken for deel in standen)
    if not bellers:
        return 1.0, None if any(deel.stand.afhaken is None for deel in standen) else 0.0
    bereikt = math.fsum(deel.gesprekken * deel.stand.bereikt for deel in standen) / bellers
    if any(deel.stand.afhaken is None for deel in standen):
        return bereikt, None
    return bereikt, math.fsum(deel.gesprekken * (deel.stand.afhaken or 0.0) for deel in standen) / bellers


def standen(vraag: Vraag, inzet: Sequence[Inzet], lijn: Lijn) -> tuple[Halfuurstand, ...]:
    """Every half hour with the people that these shifts bring."""
    mensen: dict[tuple[date, int], int] = defaultdict(int)
    for deel in inzet:
        for minuut in deel.dienst.dekt:
            mensen[deel.datum, minuut] += deel.aantal
    uit = []
    for halfuur, gesprekken in sorted(vraag.items()):
        aantal = mensen[halfuur.datum, halfuur.minuut]
        uit.append(
            Halfuurstand(
                halfuur, gesprekken, aantal, lijn.nodig(gesprekken), lijn.verwacht(aantal, gesprekken)
            )
        )
    return tuple(uit)


def plan_week(
    vraag: Vraag, lijn: Lijn, diensten: Dienstenset, zaad: int = 0, grens: Grens | None = None
) -> Weekplan:
    """The cheapest shifts for the half hours of one week."""
    per_dag: dict[date, list[Halfuur]] = defaultdict(list)
    for halfuur in sorted(vraag):
        per_dag[halfuur.datum].append(halfuur)
    keuze = {dag: diensten.voor(rij[0].minuut, rij[-1].minuut + 30) for dag, rij in per_dag.items()}
    bezwaren = _bezwaren(per_dag, keuze, vraag, lijn)
    if bezwaren:
        return _zonder(Stand.ONHAALBAAR, bezwaren)
    model, kolommen = _model(vraag, keuze, lijn)
    uitkomst = los_op(model, zaad=zaad, grens=grens)
    if uitkomst.stand is Stand.ONHAALBAAR:
        return _zonder(Stand.ONHAALBAAR, _waarom(vraag, keuze, lijn, zaad, grens), uitkomst)
    if uitkomst.stand is Stand.GEEN_ANTWOORD:
        return _zonder(Stand.GEEN_ANTWOORD, (GEEN_ANTWOORD,), uitkomst)
    return _weekplan(vraag, lijn, kolommen, uitkomst)


GEEN_ANTWOORD = Tekst(
    "Binnen het toegestane werk is geen rooster gevonden en ook niet bewezen dat er geen is. Neem minder soorten diensten of geef meer tijd.",
    "Within the work allowed no plan was found, nor proof that there is none. Take fewer kinds of shifts or allow more time.",
)


def _zonder(stand: Stand, uitleg: Sequence[Tekst], uitkomst: Uitkomst | None = None) -> Weekplan:
    knopen, herhaalbaar = (uitkomst.knopen, uitkomst.herhaalbaar) if uitkomst else (0, True)
    return Weekplan(stand, (), (), 0, None, 0.0, None, knopen, herhaalbaar, tuple(uitleg))


def _weekplan(
    vraag: Vraag, lijn: Lijn, kolommen: Sequence[tuple[date, Dienst]], uitkomst: Uitkomst
) -> Weekplan:
    inzet = tuple(
        Inzet(dag, dienst, round(waarde))
        for (dag, dienst), waarde in zip(kolommen, uitkomst.waarden, strict=False)
        if round(waarde) > 0
    )
    halve_uren = sum(deel.dienst.betaald * deel.aantal for deel in inzet)
    # Hours come in whole half hours: a bound rounds up, and within half an hour of it the plan is proven.
    ondergrens = min(halve_uren, math.ceil((uitkomst.grens or 0.0) - 1e-6))
    rijen = standen(vraag, inzet, lijn)
    return Weekplan(
        Stand.OPTIMAAL if halve_uren == ondergrens else Stand.HAALBAAR,
        inzet,
        rijen,
        halve_uren,
        ondergrens,
        *gemiddeld(rijen),
        uitkomst.knopen,
        uitkomst.herhaalbaar,
    )


def _model(
    vraag: Vraag, keuze: Mapping[date, Sequence[Dienst]], lijn: Lijn, *, tekort: bool = False
) -> tuple[Model, list[tuple[date, Dienst]]]:
    """The problem; with `tekort` the targets may be missed at a price above any shift."""
    model = Model()
    dekking = {halfuur: model.rij(float(lijn.laagst(aantal))) for halfuur, aantal in vraag.items()}
    plaats = {halfuur: model.rij(boven=float(lijn.hoogstens)) for halfuur in vraag} if lijn.hoogstens else {}
    bereikt, afhaken = model.rij(), model.rij()
    kolommen: list[tuple[date, Dienst]] = []
    per_minuut: dict[tuple[date, int], list[Halfuur]] = defaultdict(list)
    for halfuur in vraag:
        per_minuut[halfuur.datum, halfuur.minuut].append(halfuur)
    for dag, diensten in keuze.items():
        for dienst in diensten:
            raakt = [halfuur for minuut in dienst.dekt for halfuur in per_minuut.get((dag, minuut), ())]
            delen = [(rijen[h], 1.0) for rijen in (dekking, plaats) if rijen for h in raakt]
            model.kolom(float(dienst.betaald), 0.0, 500.0, True, delen)
            kolommen.append((dag, dienst))
    bellers, stand_b, stand_a = sum(vraag.values()), 0.0, 0.0
    for halfuur, gesprekken in vraag.items():
        treden = [stand for _, stand in lijn.trap(gesprekken)]
        stand_b += gesprekken * treden[0].bereikt
        stand_a += gesprekken * (treden[0].afhaken or 0.0)
        winst = [
            (
                gesprekken * (na.bereikt - voor.bereikt),
                gesprekken * ((voor.afhaken or 0.0) - (na.afhaken or 0.0)),
            )
            for voor, na in pairwise(treden)
        ]
        _treden(model, dekking[halfuur], bereikt, afhaken if lijn.doel.afhaken is not None else None, winst)
    model.rij_onder[bereikt] = float(lijn.doel.procent) / 100 * bellers - stand_b
    if lijn.doel.afhaken is not None:
        model.rij_onder[afhaken] = stand_a - float(lijn.doel.afhaken) / 100 * bellers
    if tekort:
        for rij in (bereikt, afhaken):
            model.kolom(1e4, 0.0, math.inf, False, [(rij, 1.0)])
    return model, kolommen


def _treden(
    model: Model, dekking: int, bereikt: int, afhaken: int | None, winst: Sequence[tuple[float, float]]
) -> None:
    """One column per extra person in a half hour, in order as far as a later one gains more than some earlier one."""
    uit_orde, minst_b, minst_a = 0, math.inf, math.inf
    for nummer, (meer_bereikt, minder_af) in enumerate(winst):
        if meer_bereikt > minst_b + 1e-9 or (afhaken is not None and minder_af > minst_a + 1e-9):
            uit_orde = nummer
        minst_b, minst_a = min(minst_b, meer_bereikt), min(minst_a, minder_af)
    volgorde = [model.rij(0.0) for _ in range(uit_orde)]
    for nummer, (meer_bereikt, minder_af) in enumerate(winst):
        delen = [(dekking, -1.0), (bereikt, meer_bereikt)]
        if afhaken is not None:
            delen.append((afhaken, minder_af))
        if nummer < uit_orde:
            delen.append((volgorde[nummer], 1.0))
        if 0 < nummer <= uit_orde:
            delen.append((volgorde[nummer - 1], -1.0))
        model.kolom(0.0, 0.0, 1.0, nummer <= uit_orde and uit_orde > 0, delen)


def _bezwaren(
    per_dag: Mapping[date, Sequence[Halfuur]],
    keuze: Mapping[date, Sequence[Dienst]],
    vraag: Vraag,
    lijn: Lijn,
) -> list[Tekst]:
    """What makes a plan impossible before anything is searched."""
    uit = []
    for dag, rij in per_dag.items():
        open_ = ongedekt(keuze[dag], rij[0].minuut, rij[-1].minuut + 30)
        if open_:
            tijden = ", ".join(map(klok, open_[:6])) + (" …" if len(open_) > 6 else "")
            uit.append(Tekst(f"Op {dag} dekt geen enkele dienst {tijden}. Voeg een dienst toe of sluit de lijn dan.", f"On {dag} no shift covers {tijden}. Add a shift or close the line then."))  # fmt: skip
    if lijn.hoogstens is not None:
        te_druk = [halfuur for halfuur, aantal in vraag.items() if lijn.laagst(aantal) > lijn.hoogstens]
        if te_druk:
            ergste = max(te_druk, key=lambda halfuur: vraag[halfuur])
            nodig = lijn.laagst(vraag[ergste])
            uit.append(Tekst(f"Op {ergste.datum} om {ergste.van} zijn {komma(vraag[ergste])} gesprekken alleen bij te houden met {nodig} mensen; er zijn {lijn.hoogstens} plaatsen. Geef minstens {nodig} plaatsen ({len(te_druk)} halve uren zijn te druk).", f"On {ergste.datum} at {ergste.van} {vraag[ergste]:.1f} calls can be kept up with by {nodig} people only; there are {lijn.hoogstens} seats. Give at least {nodig} seats ({len(te_druk)} half hours are too busy)."))  # fmt: skip
    return uit


def _waarom(
    vraag: Vraag, keuze: Mapping[date, Sequence[Dienst]], lijn: Lijn, zaad: int, grens: Grens | None
) -> list[Tekst]:
    """Why there is no plan: how near these seats come, and which single lever would help."""
    model, kolommen = _model(vraag, keuze, lijn, tekort=True)
    uitkomst = los_op(model, zaad=zaad, grens=grens)
    if not uitkomst.waarden:
        return [Tekst(f"Met hoogstens {lijn.hoogstens} plaatsen passen de diensten niet in elkaar: waar twee diensten elkaar raken is er geen plaats voor beide, en zonder overlap blijft een half uur leeg. Voeg kortere diensten toe of geef meer plaatsen.", f"With at most {lijn.hoogstens} seats the shifts do not fit together: where two meet there is no seat for both, and without overlap a half hour stays empty. Add shorter shifts or give more seats.")]  # fmt: skip
    best = _weekplan(vraag, lijn, kolommen, uitkomst)
    uit = [Tekst(f"Met hoogstens {lijn.hoogstens} plaatsen is {komma(best.bereikt * 100)} % binnen {lijn.doel.seconden} seconden het beste{_af(best.afhaken)[0]}; gevraagd is {lijn.doel.procent} %{_af_doel(lijn)[0]}.", f"With at most {lijn.hoogstens} seats {best.bereikt * 100:.1f} % within {lijn.doel.seconden} seconds is the best{_af(best.afhaken)[1]}; asked is {lijn.doel.procent} %{_af_doel(lijn)[1]}.")]  # fmt: skip
    if lijn.hoogstens is not None:
        meer = max(lijn.nodig(aantal) for aantal in vraag.values())
        for plaatsen in range(lijn.hoogstens + 1, meer + 1):
            ruimer = replace(lijn, hoogstens=plaatsen)
            if los_op(_model(vraag, keuze, ruimer)[0], zaad=zaad, grens=grens).waarden:
                uit.append(Tekst(f"Met {plaatsen} plaatsen kan het wel. Of verlaag het doel tot wat haalbaar is.", f"With {plaatsen} seats it can be done. Or lower the target to what can be reached."))  # fmt: skip
                break
    return uit


def _af(deel: float | None) -> tuple[str, str]:
    return (
        ("", "")
        if deel is None
        else (f" en haakt {komma(deel * 100)} % af", f" and {deel * 100:.1f} % hang up")
    )


def _af_doel(lijn: Lijn) -> tuple[str, str]:
    deel = lijn.doel.afhaken
    return (
        ("", "")
        if deel is None
        else (f" met hoogstens {deel} % afhakers", f" with at most {deel} % hanging up")
    )
