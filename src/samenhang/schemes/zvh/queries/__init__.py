"""What users read."""

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
    "Casusbeeld",
    "Gegeven",
    "Tafelbeeld",
    "Tafelgenoot",
    "Tafelregel",
    "aanmeldingen",
    "casus",
    "casussen",
    "mijn_casussen",
    "tafel",
    "tafelcasus",
]
