"""Statutory terms: one rule, one start, one calendar, and the end with its explanation."""

from samenhang.kernel.termijnen.berekening import Opschorting, SpoorRegel, Termijn, bereken, maanden_later
from samenhang.kernel.termijnen.regels import Eenheid, TermijnRegel
from samenhang.kernel.termijnen.stand import Stand, stand

__all__ = [
    "Eenheid",
    "Opschorting",
    "SpoorRegel",
    "Stand",
    "Termijn",
    "TermijnRegel",
    "bereken",
    "maanden_later",
    "stand",
]
