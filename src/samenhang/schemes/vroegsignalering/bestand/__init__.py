"""The delivery format `vroegsignaal-1`: reading a file, checking it and telling what is wrong where.

No Django and no register: the same checks run in the command without a database and in a delivery.
"""

from samenhang.schemes.vroegsignalering.bestand.beleid import Beleid, laad_beleid
from samenhang.schemes.vroegsignalering.bestand.lezen import (
    BestandGeweigerd,
    Leesuitkomst,
    RegisterFeiten,
    lees,
)
from samenhang.schemes.vroegsignalering.bestand.rapport import schrijf_fouten, verbeterrijen

__all__ = [
    "Beleid",
    "BestandGeweigerd",
    "Leesuitkomst",
    "RegisterFeiten",
    "laad_beleid",
    "lees",
    "schrijf_fouten",
    "verbeterrijen",
]
