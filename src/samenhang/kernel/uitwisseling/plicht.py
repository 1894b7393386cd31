"""The duty of the outbox."""

from __future__ import annotations

from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.uitwisseling import bezorgen

OVERDRACHT_BEZORGEN = registreer(
    Plicht("overdracht-bezorgen", bezorgen.te_bezorgen, bezorgen.begin, bezorgen.bezorg_begonnen)
)
