"""The building stones of a matcher: levels, comparisons, crossings of comparisons, and rules over levels. Pure.

The levels of a pair together are its pattern, one whole number. Everything that decides about a pair follows
from its pattern, so that weights are looked up once per pattern and not once per pair.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from samenhang.kernel.basis import Tekst


@dataclass(frozen=True, slots=True)
class Niveau:
    """One level: the SQL that says when it holds, over rows `x` and `y` and facts `p` of the pair; its words."""

    naam: str
    waar: str
    tekst: Tekst


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A comparison: the first level that holds counts; the last always does."""

    naam: str
    titel: Tekst
    niveaus: tuple[Niveau, ...]

    def sql(self) -> str:
        """SQL that gives the number of the level that holds."""
        takken = " ".join(f"WHEN {n.waar} THEN {plek}" for plek, n in enumerate(self.niveaus[:-1]))
        return f"CASE {takken} ELSE {len(self.niveaus) - 1} END"


def vergelijking(naam: str, titel: tuple[str, str], *niveaus: tuple[str, str, str, str]) -> Vergelijking:
    """A comparison from plain tuples: name, SQL, Dutch words, English words."""
    return Vergelijking(
        naam, Tekst(*titel), tuple(Niveau(n, waar, Tekst(nl, en)) for n, waar, nl, en in niveaus)
    )


@dataclass(frozen=True, slots=True)
class Groep:
    """Levels of one comparison taken together in crossings: level names per group; a level that is not
    listed is a group by itself."""

    vergelijking: str
    groepen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _bekend: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def van(self, niveau: str) -> str:
        """The group of a level; remembered, because it is asked for every pattern."""
        groep = self._bekend.get(niveau)
        if groep is None:
            groep = next((naam for naam, leden in self.groepen.items() if niveau in leden), niveau)
            self._bekend[niveau] = groep
        return groep


@dataclass(frozen=True, slots=True)
class Regel:
    """A veto or reservation: it holds when each named comparison is at one of the listed levels, and when the
    sum of the pair is below `tot` (hundredths of a nat), if that is given."""

    naam: str
    tekst: Tekst
    wanneer: Mapping[str, tuple[str, ...]]
    tot: int | None = None

    def geldt(self, niveaus: Mapping[str, str], som: int) -> bool:
        """Whether it holds for the levels and the sum of a pair."""
        if self.tot is not None and som >= self.tot:
            return False
        return all(niveaus[naam] in namen for naam, namen in self.wanneer.items())


@dataclass(frozen=True, slots=True)
class Model:
    """What is compared, which comparisons are crossed, what forbids (vetos) and what goes to a person."""

    vergelijkingen: tuple[Vergelijking, ...]
    kruisingen: Mapping[str, tuple[Groep, ...]]
    vetos: tuple[Regel, ...] = ()
    voorbehouden: tuple[Regel, ...] = ()

    def patroon_sql(self) -> str:
        """SQL that gives the pattern of a pair."""
        termen, maal = [], 1
        for deel in self.vergelijkingen:
            termen.append(f"{maal}::BIGINT * ({deel.sql()})")
            maal *= len(deel.niveaus)
        return " + ".join(termen)

    def ontleed(self, patroon: int) -> dict[str, str]:
        """The level of each comparison in a pattern."""
        niveaus = {}
        for deel in self.vergelijkingen:
            patroon, plek = divmod(patroon, len(deel.niveaus))
            niveaus[deel.naam] = deel.niveaus[plek].naam
        return niveaus

    def patroon(self, niveaus: Mapping[str, str]) -> int:
        """The pattern of these levels; `KeyError` for a comparison or a level that is not known."""
        patroon, maal = 0, 1
        for deel in self.vergelijkingen:
            plekken = {niveau.naam: plek for plek, niveau in enumerate(deel.niveaus)}
            patroon += maal * plekken[niveaus[deel.naam]]
            maal *= len(deel.niveaus)
        return patroon

    def cellen(self, niveaus: Mapping[str, str]) -> dict[str, str]:
        """The cell of each crossing at these levels."""
        return {
            naam: "+".join(groep.van(niveaus[groep.vergelijking]) for groep in groepen)
            for naam, groepen in self.kruisingen.items()
        }
