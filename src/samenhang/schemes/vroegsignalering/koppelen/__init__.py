"""Record linkage: from signals without a shared number to persons and households.

Deterministic and explainable: evidence is counted in whole hundredths of a nat, ties are broken by ids,
so that neither threads nor the order of the input change the outcome. No Django, no register.
"""

from samenhang.schemes.vroegsignalering.koppelen.gewichten import Gewichten, laad_gewichten
from samenhang.schemes.vroegsignalering.koppelen.koppel import Koppeling, Oordeel, koppel
from samenhang.schemes.vroegsignalering.koppelen.nummers import Wijziging
from samenhang.schemes.vroegsignalering.koppelen.verklaring import (
    als_tekst,
    verklaar,
    verklaar_gekoppeld,
    verklaar_gemeten,
)

__all__ = [
    "Gewichten",
    "Koppeling",
    "Oordeel",
    "Wijziging",
    "als_tekst",
    "koppel",
    "laad_gewichten",
    "verklaar",
    "verklaar_gekoppeld",
    "verklaar_gemeten",
]
