"""The steps of a case in a Zorg- en Veiligheidshuis, and their guards. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Overgang, Proces, Stap, bewaker

REGISSEUR: Final = ("procesregisseur",)
LOPEND: Final = ("zvh_overleg", "zvh_uitvoering")
ALLES: Final = (*LOPEND, "zvh_afgesloten")


@dataclass(frozen=True, slots=True)
class ZvhFeiten:
    """What is so in a case: whether something was agreed that is still to be done, and whether the person was told."""

    afspraak: bool = False
    geinformeerd: bool = False


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
        Overgang("afsluiten", Tekst("Afgesloten", "Closed"), LOPEND, "zvh_afgesloten", REGISSEUR, (geinformeerd,)),
        Overgang("vernietigen", Tekst("Vernietigd", "Destroyed"), ALLES, "vernietigd", ("systeem",)),
    ),
)  # fmt: skip
