"""Amounts and coefficients per date, each with its source and status."""

from samenhang.kernel.normen.dwangsom import Gevolg, dwangsom_na, gevolg
from samenhang.kernel.normen.normen import Norm, Normen, NormOntbreekt, laad_normen, norm, normen

__all__ = [
    "Gevolg",
    "Norm",
    "NormOntbreekt",
    "Normen",
    "dwangsom_na",
    "gevolg",
    "laad_normen",
    "norm",
    "normen",
]
