"""What a missed decision term can cost: the penalty of Awb 4:17, at its highest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.normen import NormOntbreekt, norm

BLOKKEN = ("dwangsom.dagbedrag.dag_1_14", "dwangsom.dagbedrag.dag_15_28", "dwangsom.dagbedrag.dag_29_42")
DAGEN_PER_BLOK = 14


@dataclass(frozen=True, slots=True)
class Dwangsom:
    """The most that a penalty can become, with the status of the amounts it rests on."""

    bedrag: Bedrag
    artikel: str
    status: str


def hoogste_dwangsom(dag: date) -> Dwangsom | None:
    """The sum over 42 days at the amounts of that day; None when there is no amount for it (never a guess).

    It runs only after a notice of default and two weeks more (Awb 4:17 lid 3).
    """
    try:
        normen = [norm(naam, dag) for naam in BLOKKEN]
    except NormOntbreekt:
        return None
    totaal = sum((n.bedrag() * DAGEN_PER_BLOK for n in normen), Bedrag(0))
    status = next((n.status for n in normen if n.status != "bevestigd"), "bevestigd")
    return Dwangsom(totaal, "Awb art. 4:17", status)
