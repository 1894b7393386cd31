"""Small-number protection of a published table. Pure.

Primary: a count from 1 up to the threshold is hidden. Secondary: where a total would give a single hidden
cell away, the smallest other cell of that row is hidden too, so that no hidden count can be recomputed.
"""

from __future__ import annotations

from collections.abc import Mapping

DREMPEL = 5


def bescherm(rijen: Mapping[str, int], drempel: int = DREMPEL) -> dict[str, int | None]:
    """The counts that may be published beside their total; None where hidden. Zero is no secret."""
    verborgen = {naam for naam, aantal in rijen.items() if 0 < aantal < drempel}
    if verborgen:
        zichtbaar = sorted(
            (aantal, naam) for naam, aantal in rijen.items() if naam not in verborgen and aantal > 0
        )
        onbekend = sum(rijen[naam] for naam in verborgen)
        while zichtbaar and (len(verborgen) == 1 or onbekend < drempel):
            aantal, naam = zichtbaar.pop(0)
            verborgen.add(naam)
            onbekend += aantal
    return {naam: None if naam in verborgen else aantal for naam, aantal in rijen.items()}
