"""What a missed decision term can cost: the penalty of Awb 4:17, at its highest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.normen import NormOntbreekt, dwangsom_na, norm
from samenhang.kernel.normen.dwangsom import DAGEN, SCHIJVEN


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
        normen = [norm(naam, dag) for _, naam in SCHIJVEN]
    except NormOntbreekt:
        return None
    status = next((n.status for n in normen if n.status != "bevestigd"), "bevestigd")
    return Dwangsom(dwangsom_na(DAGEN, dag), "Awb art. 4:17", status)
