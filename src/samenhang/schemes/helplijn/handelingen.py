"""The verb on a hand-over, as data: each door makes its form, body or options from it."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, Niets
from samenhang.schemes.helplijn.actions import overdracht

INTREKKEN: Final = Handeling(
    "intrekken",
    Tekst("Trek de toestemming in", "Withdraw the consent"),
    Tekst(
        "Er gaat niets meer naar de gemeente; morgen is alles van de beller gewist.",
        "Nothing goes to the municipality any more; tomorrow everything of the caller is erased.",
    ),
    Niets,
    overdracht.trek_in,
)
HANDELINGEN: Final = {INTREKKEN.naam: INTREKKEN}
