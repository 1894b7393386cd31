"""What a resident can object to here, and what a decision or an open objection closes for whom. Pure.

Source: AVG art. 21 lid 1, 18 lid 1 onder d and 12 lid 3; Besluit WGS art. 1.1 and 1.2 (read in a stored copy): the
municipality decides as contact point for all participants, after consulting those who took part.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.rechten.domain.bezwaar import Standpunt, staat_stil
from samenhang.schemes.zvh.domain.gegevens import GEBIEDEN
from samenhang.schemes.zvh.domain.tafel import INBRENG

ALLES: Final = "alles"
DOORGEVEN: Final = "doorgeven"
SOORTEN: Final = GEBIEDEN | INBRENG
WAARTEGEN: Final = {
    ALLES: Tekst("Dat het huis de gegevens gebruikt", "That the house uses the data"),
    DOORGEVEN: Tekst("Dat andere organisaties de gegevens zien", "That other organisations see the data"),
    **SOORTEN,
}
"""All of it, that parties at the table see it, or one kind of data."""
STOPT: Final = {naam: tekst for naam, tekst in WAARTEGEN.items() if naam != ALLES}
"""What stops when an objection is partly well-founded."""
_VAN_PARTIJ: Final = frozenset({"naw", "contact", "afspraken", *SOORTEN})


def dicht_voor_partij(standpunten: Iterable[Standpunt]) -> frozenset[str]:
    """The kinds of data that no party at the table gets: by an open objection, or by a decision."""
    wat = staat_stil(standpunten)
    return _VAN_PARTIJ if wat & {ALLES, DOORGEVEN} else wat


def dicht_voor_huis(standpunten: Iterable[Standpunt]) -> frozenset[str]:
    """The kinds of data that the house itself does not use any more, by a decision.

    Who it is about stays to be seen until the case is closed: somebody must tell him and close it.
    """
    wat = staat_stil(standpunten, beslist=True)
    return frozenset(SOORTEN) if ALLES in wat else wat - {DOORGEVEN}


def past_binnen(stopt: str, waartegen: str) -> bool:
    """Whether a part that stops is a part of what was objected to, and less than that."""
    if waartegen == ALLES:
        return stopt in STOPT
    return waartegen == DOORGEVEN and stopt in SOORTEN
