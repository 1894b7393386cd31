"""What users read."""

from samenhang.schemes.zvh.queries.bezwaar import Bezwaarbeeld, Bezwaarregel, bezwaar, bezwaren
from samenhang.schemes.zvh.queries.brief import brief
from samenhang.schemes.zvh.queries.casus import (
    Aanmeldregel,
    Casusbeeld,
    Tafelgenoot,
    aanmeldingen,
    casus,
    casussen,
    mijn_casussen,
)
from samenhang.schemes.zvh.queries.gegevens import Gegeven
from samenhang.schemes.zvh.queries.tafel import Tafelbeeld, Tafelregel, tafel, tafelcasus

__all__ = [
    "Aanmeldregel",
    "Bezwaarbeeld",
    "Bezwaarregel",
    "Casusbeeld",
    "Gegeven",
    "Tafelbeeld",
    "Tafelgenoot",
    "Tafelregel",
    "aanmeldingen",
    "bezwaar",
    "bezwaren",
    "brief",
    "casus",
    "casussen",
    "mijn_casussen",
    "tafel",
    "tafelcasus",
]
