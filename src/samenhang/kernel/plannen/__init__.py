"""Whole-number planning: a problem as neutral sparse arrays, and an engine that proves how good its answer is. Pure."""

from samenhang.kernel.plannen.model import Grens, Model, Stand, Uitkomst
from samenhang.kernel.plannen.motor import los_op, motor

__all__ = ["Grens", "Model", "Stand", "Uitkomst", "los_op", "motor"]
