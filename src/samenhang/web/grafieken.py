"""Charts as plain data: what a page may draw. The drawing stands in `tekenen.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from samenhang.kernel.basis import Tekst

Soort = Literal["lijn", "staven", "gestapeld"]
Getal = int | float

NIET_GETOOND = Tekst("niet getoond", "not shown")


@dataclass(frozen=True, slots=True)
class Reeks:
    """One row of figures, one per category; None is a figure that is not shown (unknown, or too small to publish)."""

    naam: Tekst
    waarden: Sequence[Getal | None]


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart and its table from the same figures.

    `titel` says the finding, `omschrijving` what is drawn (read aloud by screen readers), `eenheid` what the
    axis counts. "lijn" shows change over time, "staven" compares categories (lying bars), "gestapeld" shows
    parts of a whole over time (standing bars; with one series plain bars). `decimalen`: figures have exactly so
    many, as amounts do; 0: as many as there are. Values are never negative.
    Raises `ValueError` when a series has another length than the categories, when there is nothing to draw,
    or with more series than the six that can be told apart.
    """

    soort: Soort
    titel: Tekst
    omschrijving: Tekst
    eenheid: Tekst
    categorieen: Sequence[Tekst | str]
    reeksen: Sequence[Reeks]
    kop: Tekst = Tekst("Periode", "Period")
    bron: Tekst | None = None
    decimalen: int = 0

    def __post_init__(self) -> None:
        if not self.categorieen or not 1 <= len(self.reeksen) <= 6:
            raise ValueError("een grafiek heeft categorieën en één tot zes reeksen")
        for reeks in self.reeksen:
            if len(reeks.waarden) != len(self.categorieen):
                raise ValueError(f"reeks {reeks.naam.nl!r}: een waarde per categorie, None waar er geen is")
            if any(waarde is not None and waarde < 0 for waarde in reeks.waarden):
                raise ValueError(f"reeks {reeks.naam.nl!r}: negatieve waarden tekenen wij niet")

    @property
    def hoogste(self) -> Getal:
        """The highest value that must fit: of one series, or of a stack."""
        if self.soort != "gestapeld":
            return max((w for reeks in self.reeksen for w in reeks.waarden if w is not None), default=0)
        return max(
            sum(w or 0 for w in kolom) for kolom in zip(*(r.waarden for r in self.reeksen), strict=True)
        )
