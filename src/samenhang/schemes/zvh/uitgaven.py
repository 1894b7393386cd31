"""What of the category tables of this scheme leaves it, column by column."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.rechten.models import Bezwaar
from samenhang.kernel.toegang.uitgave import uitgave
from samenhang.schemes.zvh.models import HuisAfspraak, Toelating

TOELATING: Final = uitgave(
    Toelating, "bron", "bronnummer", "waarom", "toegelaten_omdat", "verteld_op", "verteld_hoe"
)
BEZWAAR: Final = uitgave(
    Bezwaar,
    "datum",
    "waartegen",
    "toelichting",
    "ingetrokken",
    "doorgaan_grond",
    "doorgaan_omdat",
    "beslist_op",
    "toegewezen",
    "stopt",
    "overleg",
    "motivering",
)
AFSPRAAK: Final = uitgave(HuisAfspraak, "wie", "wat", "uiterlijk")
