"""The thresholds of supervision as they hold on a day, from rules/normen/toezicht.toml."""

from __future__ import annotations

from datetime import date, timedelta

from samenhang.kernel.normen.normen import Norm, norm, normen
from samenhang.kernel.toezicht.domain.waarnemen import Drempels

BEGIN = "toezicht."


def getal(naam: str, dag: date) -> int:
    """A threshold as a whole number; raises `NormOntbreekt` when none holds on the day."""
    return int(norm(f"{BEGIN}{naam}", dag).getal())


def toetstermijn(soort: str, dag: date) -> Norm:
    """Within how many working days a point of this kind is reviewed."""
    return norm(f"{BEGIN}toets.{soort}.werkdagen", dag)


def van_omvang(dag: date) -> Drempels:
    """Above what a volume is unusual."""
    return Drempels(
        minstens=getal("omvang.minstens", dag),
        maal_eigen=getal("omvang.maal-eigen", dag),
        maal_rol=getal("omvang.maal-rol", dag),
        dagen_nodig=getal("omvang.dagen-nodig", dag),
        zonder_vergelijking=getal("omvang.zonder-vergelijking", dag),
    )


def van_weigeringen(dag: date) -> tuple[int, timedelta]:
    """How many refusals in a row, and how long a pause may last within them."""
    return getal("weigeringen.aantal", dag), timedelta(minutes=getal("weigeringen.minuten", dag))


def gepubliceerd(dag: date) -> tuple[Norm, ...]:
    """Every threshold that holds on a day, for who wants to know by what he is measured."""
    return tuple(norm(naam, dag) for naam in normen().namen(BEGIN))
