"""The steps of a warm hand-over. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Overgang, Proces, Stap, bewaker

AAN_DE_LIJN: Final = ("lijnmedewerker", "teamleider")
OPEN: Final = ("aangeboden", "opgepakt")
AF: Final = ("bereikt", "niet_bereikt", "ingetrokken")
VERLOPEN: Final = "verlopen"
"""What is said of a hand-over that nobody took up; its case is then destroyed already."""


@dataclass(frozen=True, slots=True)
class OverdrachtFeiten:
    """What is so in a hand-over, as yes or no."""

    wacht_nog: bool = True


@bewaker(
    "L01",
    "De gemeente heeft dit al opgepakt. Bel de gemeente: zij stopt de hulp als de inwoner dat vraagt.",
    "The municipality took this up already. Call the municipality: it stops when the resident asks for that.",
)
def wacht_nog(feiten: OverdrachtFeiten) -> bool:
    """What is with the municipality is not taken back by the line."""
    return feiten.wacht_nog


OVERDRACHT: Final = Proces(
    naam="overdracht",
    stappen=(
        Stap("aangeboden", Tekst("Wacht op de gemeente", "Waits for the municipality"), begin=True),
        Stap("opgepakt", Tekst("De gemeente pakte het op", "The municipality took it up")),
        Stap("bereikt", Tekst("Bereikt", "Reached"), eind=True),
        Stap("niet_bereikt", Tekst("Niet bereikt", "Not reached"), eind=True),
        Stap("ingetrokken", Tekst("Toestemming ingetrokken", "Consent withdrawn"), eind=True),
        Stap("vernietigd", Tekst("Gegevens vernietigd", "Data destroyed"), eind=True),
    ),
    overgangen=(
        Overgang("oppakken", Tekst("Opgepakt door de gemeente", "Taken up by the municipality"), ("aangeboden",), "opgepakt", ("systeem",)),
        Overgang("bereiken", Tekst("Beller bereikt", "Caller reached"), OPEN, "bereikt", ("systeem",)),
        Overgang("niet-bereiken", Tekst("Beller niet bereikt", "Caller not reached"), OPEN, "niet_bereikt", ("systeem",)),
        Overgang("intrekken", Tekst("Toestemming intrekken", "Withdraw consent"), OPEN, "ingetrokken", AAN_DE_LIJN, (wacht_nog,)),
        Overgang("vernietigen", Tekst("Gegevens vernietigen", "Destroy data"), (*OPEN, *AF), "vernietigd", ("systeem",)),
    ),
)  # fmt: skip
STANDEN: Final = {
    **{stap.naam: stap.titel for stap in OVERDRACHT.stappen if stap.naam != "vernietigd"},
    VERLOPEN: Tekst("Verlopen: niet opgepakt", "Lapsed: not taken up"),
}
"""How a hand-over can stand, also when its data are gone."""
