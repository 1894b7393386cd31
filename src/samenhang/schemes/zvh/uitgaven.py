"""What of the category tables of this scheme leaves it, column by column."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.toegang.uitgave import uitgave
from samenhang.schemes.zvh.models import HuisAfspraak, Toelating

TOELATING: Final = uitgave(
    Toelating, "bron", "bronnummer", "waarom", "toegelaten_omdat", "verteld_op", "verteld_hoe"
)
AFSPRAAK: Final = uitgave(HuisAfspraak, "wie", "wat", "uiterlijk")
