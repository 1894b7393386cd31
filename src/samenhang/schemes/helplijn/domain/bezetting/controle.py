"""Does a plan do what was asked? Separate from whatever made it, and without an engine. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from samenhang.kernel.basis import Tekst
from samenhang.schemes.helplijn.domain.bezetting.diensten import Dienstenset
from samenhang.schemes.helplijn.domain.bezetting.dienstplan import Inzet, Vraag, gemiddeld, standen
from samenhang.schemes.helplijn.domain.bezetting.lijn import Lijn

RUIM = 1e-6


def keur(vraag: Vraag, inzet: Sequence[Inzet], lijn: Lijn, diensten: Dienstenset) -> tuple[Tekst, ...]:
    """Every way in which these shifts break what was asked for these half hours; empty is good."""
    uit = []
    open_ = {dag: [h.minuut for h in vraag if h.datum == dag] for dag in {h.datum for h in vraag}}
    for deel in inzet:
        minuten = open_.get(deel.datum)
        if (
            deel.aantal < 1
            or minuten is None
            or deel.dienst not in diensten.voor(min(minuten), max(minuten) + 30)
        ):
            uit.append(Tekst(f"{deel.datum} {deel.dienst.naam} met {deel.aantal} mensen is geen dienst die gepland mag worden.", f"{deel.datum} {deel.dienst.naam} with {deel.aantal} people is no shift that may be planned."))  # fmt: skip
    dubbel = [deel for deel, keer in Counter((i.datum, i.dienst) for i in inzet).items() if keer > 1]
    uit += [Tekst(f"{dag} {dienst.naam} staat er twee keer.", f"{dag} {dienst.naam} is there twice.") for dag, dienst in dubbel]  # fmt: skip
    rijen = standen(vraag, inzet, lijn)
    for rij in rijen:
        waar = f"{rij.halfuur.datum} {rij.halfuur.van}"
        laagst = lijn.laagst(rij.gesprekken)
        if rij.mensen < laagst:
            uit.append(Tekst(f"{waar}: {rij.mensen} mensen, minstens {laagst} nodig.", f"{waar}: {rij.mensen} people, at least {laagst} needed."))  # fmt: skip
        if lijn.hoogstens is not None and rij.mensen > lijn.hoogstens:
            uit.append(Tekst(f"{waar}: {rij.mensen} mensen, hoogstens {lijn.hoogstens} plaatsen.", f"{waar}: {rij.mensen} people, at most {lijn.hoogstens} seats."))  # fmt: skip
    bereikt, afhaken = gemiddeld(rijen)
    if bereikt < float(lijn.doel.procent) / 100 - RUIM:
        uit.append(Tekst(f"{bereikt * 100:.2f} % binnen {lijn.doel.seconden} seconden, gevraagd {lijn.doel.procent} %.", f"{bereikt * 100:.2f} % within {lijn.doel.seconden} seconds, asked {lijn.doel.procent} %."))  # fmt: skip
    if lijn.doel.afhaken is not None and (afhaken is None or afhaken > float(lijn.doel.afhaken) / 100 + RUIM):
        uit.append(Tekst(f"{(afhaken or 0) * 100:.2f} % haakt af, hoogstens {lijn.doel.afhaken} % gevraagd.", f"{(afhaken or 0) * 100:.2f} % hang up, at most {lijn.doel.afhaken} % asked."))  # fmt: skip
    return tuple(uit)
