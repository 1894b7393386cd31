"""Which days count: recognised holidays, equated days, working days and school days."""

from samenhang.kernel.kalender.feestdagen import feestdagen, pasen
from samenhang.kernel.kalender.kalender import REGIOS, Kalender, KalenderOntbreekt
from samenhang.kernel.kalender.laden import standaardkalender

__all__ = ["REGIOS", "Kalender", "KalenderOntbreekt", "feestdagen", "pasen", "standaardkalender"]
