"""A register of signals that are already linked: a new delivery is matched into it.

The outcome is that of one run over all files that were ever given, in whatever order and portions: the register
keeps every row that passed the checks of a single row, also those that another row beats, and lets nothing
depend on what came first. No Django.
"""

from samenhang.schemes.vroegsignalering.koppelregister.bijwerken import Bijgewerkt, werk_bij
from samenhang.schemes.vroegsignalering.koppelregister.inzien import verklaar
from samenhang.schemes.vroegsignalering.koppelregister.plaats import Plaats, houd
from samenhang.schemes.vroegsignalering.koppelregister.rijen import Toegevoegd

__all__ = ["Bijgewerkt", "Plaats", "Toegevoegd", "houd", "verklaar", "werk_bij"]
