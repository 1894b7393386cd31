"""Amounts and coefficients per date, each with its source and status."""

from samenhang.kernel.normen.normen import Norm, Normen, NormOntbreekt, laad_normen, norm

__all__ = ["Norm", "NormOntbreekt", "Normen", "laad_normen", "norm"]
