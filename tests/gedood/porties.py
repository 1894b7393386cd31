"""A delivery of five portions that dies on its way: while it is checked, planned, or registered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from samenhang.kernel.aanlevering import opslag
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.logboek.models import Auditregel
from samenhang.schemes.vroegsignalering import inschrijving
from tests.gedood import leveren
from tests.gedood.beproeven import Proef

T = TypeVar("T")
PORTIES = 5


def _in_porties(doe: Callable[[], T]) -> Callable[[], T]:
    """The same with small portions, of which the rows go beside the raw file as they are read: each trial is a process of its own."""

    def klein() -> T:
        inschrijving.PORTIE = (leveren.RIJEN - leveren.FOUT) // PORTIES + 1
        inschrijving.VAN_SCHIJF = 0
        return doe()

    return klein


def stand() -> dict[str, Any]:
    """What stands of the delivery, how many of its rows and portions are in, and what of the work is left."""
    return leveren.stand() | {
        "ingeschreven": list(Aanlevering.objects.values_list("ingeschreven", flat=True)),
        "porties": Auditregel.objects.filter(naam="aanlevering inschrijven", uitkomst="verleend").count(),
        "werk": sum(bool({opslag.RIJEN, opslag.PLAN} & set(pad.suffixes)) for pad in opslag.map_van().iterdir()),
    }  # fmt: skip


PROEF = Proef(
    "porties",
    leveren.NU,
    leveren.LATER,
    leveren.bereid,
    _in_porties(leveren.werk),
    stand,
    _in_porties(leveren.herstel),
    _in_porties(leveren.werk),
)
