"""The steps of a case in a Zorg- en Veiligheidshuis, and their guards. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Overgang, Proces, Stap, bewaker

REGISSEUR: Final = ("procesregisseur",)
LEIDER: Final = ("teamleider",)
LOPEND: Final = ("zvh_overleg", "zvh_uitvoering")
AFGESLOTEN: Final = "zvh_afgesloten"
ALLES: Final = (*LOPEND, AFGESLOTEN)


@dataclass(frozen=True, slots=True)
class ZvhFeiten:
    """What is so in a case: whether something was agreed that is still to be done, whether the person was told, and
    whether an objection of his waits for a decision."""

    afspraak: bool = False
    geinformeerd: bool = False
    bezwaar: bool = False


@bewaker("ZV1", "Leg eerst vast wat is afgesproken.", "First record what was agreed.")
def afspraak(feiten: ZvhFeiten) -> bool:
    """Carrying out is carrying out something."""
    return feiten.afspraak


@bewaker(
    "ZV2",
    "Vertel de inwoner eerst dat het Zorg- en Veiligheidshuis zijn gegevens heeft.",
    "First tell the resident that the Care and Safety House has his data.",
)
def geinformeerd(feiten: ZvhFeiten) -> bool:
    """No case ends unknown to the person (AVG art. 14; Besluit WGS art. 1.6 and 1.7)."""
    return feiten.geinformeerd


@bewaker(
    "ZV3",
    "Er loopt een bezwaar. Een teamleider beslist daar eerst op.",
    "An objection is open. A team lead decides on it first.",
)
def geen_bezwaar(feiten: ZvhFeiten) -> bool:
    """What somebody objected to is neither shielded nor erased before it is decided (AVG art. 18 lid 1 onder d)."""
    return not feiten.bezwaar


ZAAK: Final = Proces(
    naam="casus",
    stappen=(
        Stap("zvh_overleg", Tekst("Overleg", "Consultation"), begin=True),
        Stap("zvh_uitvoering", Tekst("Uitvoering", "Carrying out")),
        Stap("zvh_afgesloten", Tekst("Afgesloten", "Closed"), eind=True),
        Stap("vernietigd", Tekst("Vernietigd", "Destroyed"), eind=True),
    ),
    overgangen=(
        Overgang("uitvoeren", Tekst("Afspraken uitvoeren", "Carry out agreements"), ("zvh_overleg",), "zvh_uitvoering", REGISSEUR, (afspraak,)),
        Overgang("overleggen", Tekst("Opnieuw overleggen", "Consult again"), ("zvh_uitvoering",), "zvh_overleg", REGISSEUR),
        Overgang("afsluiten", Tekst("Afgesloten", "Closed"), LOPEND, "zvh_afgesloten", REGISSEUR, (geinformeerd, geen_bezwaar)),
        Overgang("vernietigen", Tekst("Vernietigd", "Destroyed"), ALLES, "vernietigd", ("systeem",), (geen_bezwaar,)),
    ),
)  # fmt: skip
