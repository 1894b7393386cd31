"""The duties of the outbox."""

from __future__ import annotations

from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.uitwisseling import bezorgen, vernietigberichten

OVERDRACHT_BEZORGEN = registreer(
    Plicht("overdracht-bezorgen", bezorgen.te_bezorgen, bezorgen.begin, bezorgen.bezorg_begonnen)
)
VERNIETIGBERICHT_BEZORGEN = registreer(
    Plicht(
        "vernietigbericht-bezorgen",
        vernietigberichten.te_bezorgen,
        vernietigberichten.begin,
        vernietigberichten.bezorg_begonnen,
    )
)
