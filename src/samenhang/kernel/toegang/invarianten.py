"""The invariants that hold in every scheme, and the record of a proof. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from samenhang.kernel.basis import Tekst

HOOGSTENS_GETOOND: Final = 3
ALGEMEEN: Final = {
    "E3": Tekst("Na vernietiging is er niets meer", "After destruction there is nothing left"),
    "E5": Tekst(
        "Wie niet betrokken is, ziet en schrijft niets", "Who is not involved sees and writes nothing"
    ),
    "E8": Tekst(
        "Het BSN is alleen voor gemeente en inwoner", "The BSN is for municipality and resident only"
    ),
    "E12": Tekst(
        "De inwoner ziet in elke stap alles over zichzelf",
        "The resident sees everything about himself in every step",
    ),
    "E13": Tekst(
        "Inzage is alleen voor de inwoner of zijn vertegenwoordiger, en zij hebben geen ander doel",
        "Access is for the resident or his representative only, and they have no other purpose",
    ),
    "E16": Tekst("Elk besluit blijft onder een plafond", "Every decision stays below a ceiling"),
    "E17": Tekst("Elke regel noemt wetsartikel en bron", "Every permit names article and source"),
    "E18": Tekst(
        "Zonder wet in werking is er niets, en dat staat als reden",
        "Without a law in force there is nothing, and the reason says so",
    ),
    "H1": Tekst(
        "Verleend plus geweigerd is precies wat is gevraagd, met een bekende reden",
        "Granted plus refused is exactly what was asked, with a known reason",
    ),
    "H2": Tekst("Een rol erbij neemt nooit iets weg", "One more role never takes anything away"),
    "H5": Tekst("Dezelfde vraag geeft hetzelfde besluit", "The same question gives the same decision"),
    "R": Tekst(
        "Het besluit is gelijk aan een eenvoudige doorloop van de regels",
        "The decision equals a plain walk through the permits",
    ),
    "C": Tekst(
        "Elke combinatie van voorwaarden geeft wat de regels dan geven en nooit meer; op één wet niet meer dan op alle",
        "Each combination of conditions gives what the permits then give and never more; on one law no more than on all",
    ),
    "T": Tekst(
        "Zonder instemming, tweede lezer of een andere voorwaarde die een regel stelt, geeft zij niets",
        "Without consent, second reader or another condition that a permit sets, it gives nothing",
    ),
    "V": Tekst(
        "Elke cel die iets geeft staat in de verwachte tabel",
        "Every cell that grants anything is in the expected table",
    ),
}


@dataclass
class Uitkomst:
    """One invariant: how often it was checked and where it failed (the first few)."""

    id: str
    titel: Tekst
    aantal: int = 0
    geschonden: int = 0
    waar: list[str] = field(default_factory=list)

    def keur(self, goed: bool, plek: object, aantal: int = 1) -> None:
        """Count one check, or `aantal` of which none can have failed but the one at `plek`."""
        self.aantal += aantal
        if not goed:
            self.geschonden += 1
            if len(self.waar) < HOOGSTENS_GETOOND:
                self.waar.append(str(plek))


@dataclass(frozen=True)
class Bewijs:
    """What was walked through and what came out; `beslissingen` counts cell x category x reading or writing."""

    cellen: int
    beslissingen: int
    uitkomsten: tuple[Uitkomst, ...]
    seconden: float
    tabel_hash: str

    @property
    def sluit(self) -> bool:
        """Whether no invariant was violated."""
        return not any(uitkomst.geschonden for uitkomst in self.uitkomsten)
