"""What a change of the rules would do to the signals that are there now, before it is decided. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.schemes.vroegsignalering.domain.beleidsregels import Beleidsregels


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """Of one signal of the stock only what the rules look at."""

    bedrag: Bedrag
    datum_signaal: date
    ontstaansdatum: date | None
    datum_dreiging: date | None
    soort: str
    bijzonder: bool


@dataclass(frozen=True, slots=True)
class Gevolgen:
    """Counts over the signals since `sinds`: how many fall below, and how many would no longer."""

    sinds: date
    signalen: int
    onder_was: int
    onder_wordt: int
    venster_was: int
    venster_wordt: int
    spoed_was: int
    spoed_wordt: int

    def zinnen(self) -> list[Tekst]:
        """The counts as sentences; what does not change is said as well."""
        return [
            _zin(self.signalen, self.onder_was, self.onder_wordt, "onder de drempel vallen", "fall below the threshold"),
            _zin(self.signalen, self.venster_was, self.venster_wordt, "buiten het venster van dagen vallen", "fall outside the window of days"),
            _zin(self.signalen, self.spoed_was, self.spoed_wordt, "als spoed gelden", "count as urgent"),
        ]  # fmt: skip


def _zin(totaal: int, was: int, wordt: int, nl: str, en: str) -> Tekst:
    if was == wordt:
        return Tekst(
            f"Van de {totaal} signalen van deze maand blijven er {was} {nl}.",
            f"Of the {totaal} signals of this month {was} still {en}.",
        )
    return Tekst(
        f"Van de {totaal} signalen van deze maand zouden er {wordt} {nl}; nu {was} ({wordt - was:+d}).",
        f"Of the {totaal} signals of this month {wordt} would {en}; now {was} ({wordt - was:+d}).",
    )


def gevolgen(
    signalen: Sequence[Kenmerk],
    oud: Beleidsregels,
    nieuw: Beleidsregels,
    sinds: date,
    werkdagen_tussen: Callable[[date, date], int],
) -> Gevolgen:
    """Compare two sets of rules on the same signals."""

    def onder(regels: Beleidsregels) -> int:
        return sum(not s.bijzonder and s.bedrag < regels.drempel for s in signalen)

    def venster(regels: Beleidsregels) -> int:
        aantal = 0
        for s in signalen:
            if s.ontstaansdatum is None or s.bijzonder:
                continue
            dagen = (s.datum_signaal - s.ontstaansdatum).days
            hoogstens = regels.maximum_dagen.get(s.soort, dagen)
            aantal += not regels.minimum_dagen <= dagen <= hoogstens
        return aantal

    def spoed(regels: Beleidsregels) -> int:
        return sum(
            s.datum_dreiging is not None
            and werkdagen_tussen(s.datum_signaal, s.datum_dreiging) <= regels.spoed_werkdagen
            for s in signalen
        )

    return Gevolgen(
        sinds,
        len(signalen),
        onder(oud),
        onder(nieuw),
        venster(oud),
        venster(nieuw),
        spoed(oud),
        spoed(nieuw),
    )
