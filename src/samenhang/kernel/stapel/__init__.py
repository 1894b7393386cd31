"""Many rows into a table at the pace of the database: no object per row, a few statements, memory flat."""

from samenhang.kernel.stapel.invoegen import BROK, in_brokken, voeg_in

__all__ = ["BROK", "in_brokken", "voeg_in"]
