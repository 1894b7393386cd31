"""The engine: HiGHS (MIT), one thread and a fixed seed, so that the same problem gives the same plan."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from samenhang.kernel.plannen.model import Grens, Model, Stand, Uitkomst

RUIM: Final = 1e-6


@cache
def motor() -> str:
    """The name and version of the engine."""
    return f"HiGHS {_stille_motor().version()}"


def _stille_motor() -> Any:
    """An engine that writes nothing: it greets on stdout, where a command's answer stands, as soon as it may."""
    import highspy

    class Stil(highspy.Highs):
        def enableCallbacks(self) -> None:  # noqa: N802 - theirs
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()

    return Stil()


def los_op(model: Model, *, zaad: int = 0, grens: Grens | None = None) -> Uitkomst:
    """The cheapest plan that the allowed work finds, with what it proved."""
    import highspy
    import numpy as np

    mag = grens or Grens()
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.kosten), len(model.rij_onder)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = (
        np.array(deel, dtype=np.double) for deel in (model.kosten, model.onder, model.boven)
    )
    lp.row_lower_, lp.row_upper_ = (
        np.array(deel, dtype=np.double) for deel in (model.rij_onder, model.rij_boven)
    )
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.array(model.begin, dtype=np.int32)
    lp.a_matrix_.index_ = np.array(model.rij_van, dtype=np.int32)
    lp.a_matrix_.value_ = np.array(model.waarde, dtype=np.double)
    soort = highspy.HighsVarType
    lp.integrality_ = [soort.kInteger if heel else soort.kContinuous for heel in model.heel]
    highs = _stille_motor()
    opties = {
        "threads": 1,
        "parallel": "off",
        "random_seed": zaad,
        "mip_rel_gap": 0.0,
        "mip_max_nodes": mag.knopen,
        "time_limit": mag.seconden,
    }
    for naam, waarde in opties.items():
        highs.setOptionValue(naam, waarde)
    highs.passModel(lp)
    highs.run()
    return _uitkomst(highspy, highs, any(model.heel))


def _uitkomst(highspy: Any, highs: Any, geheel: bool) -> Uitkomst:
    stand, info = highs.getModelStatus(), highs.getInfo()
    soort = highspy.HighsModelStatus
    knopen = max(0, int(info.mip_node_count))
    op_tijd = stand == soort.kTimeLimit
    if stand in (soort.kInfeasible, soort.kUnboundedOrInfeasible):
        return Uitkomst(Stand.ONHAALBAAR, None, None, (), knopen, True)
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Uitkomst(Stand.GEEN_ANTWOORD, None, None, (), knopen, not op_tijd)
    kosten = float(info.objective_function_value)
    ondergrens = float(info.mip_dual_bound) if geheel else kosten
    bewezen = stand == soort.kOptimal or kosten - ondergrens <= RUIM * max(1.0, abs(kosten))
    return Uitkomst(
        Stand.OPTIMAAL if bewezen else Stand.HAALBAAR,
        kosten,
        kosten if bewezen else ondergrens,
        tuple(float(waarde) for waarde in highs.getSolution().col_value),
        knopen,
        not op_tijd,
    )
