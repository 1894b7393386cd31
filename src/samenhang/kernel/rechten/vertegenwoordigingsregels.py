"""Which register lets whom look on behalf of another: read once from `rules/vertegenwoordiging.toml`."""

from __future__ import annotations

import tomllib
from functools import cache

from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.regelmap import regelmap
from samenhang.kernel.rechten.domain.vertegenwoordiging import Regel


@cache
def regels() -> dict[tuple[str, str], Regel]:
    """The rows, by scheme and capacity."""
    inhoud = tomllib.loads((regelmap() / "vertegenwoordiging.toml").read_text(encoding="utf-8"))
    rijen = [
        Regel(
            rij["scheme"],
            rij["wie"],
            rij["mag"],
            rij["artikel"],
            rij["bronstatus"],
            Tekst(rij["nl"], rij["en"]),
        )
        for rij in inhoud["regel"]
    ]
    return {(rij.scheme, rij.wie): rij for rij in rijen}
