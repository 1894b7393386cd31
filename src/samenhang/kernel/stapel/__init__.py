"""Many rows into a table at the pace of the database: no object per row, a few statements, memory flat."""

from samenhang.kernel.stapel.invoegen import BROK, brokken_van, stort, voeg_in

__all__ = ["BROK", "brokken_van", "stort", "voeg_in"]
