"""Small-number protection of published counts. Pure.

Per group and month, a count from 1 to 4 is never published and cannot be computed from what is:

- Primary: such a class is hidden. Zero is no secret.
- Over the rows and columns of one publication: where a total would give hidden classes away, the next classes in
  declared order are hidden too, until each hidden class could have at least four values. When that cannot be
  done all classes of the division are hidden, zeros too; a total from 1 to 4 takes the whole group along.
- A class that is itself divided takes its parts along when it is hidden.
- Sums (numerators, denominators) are published only when their hidden classes are all in or all out, because
  a sum that splits the hidden ones is one more equation about them.
- Over vintages and divisions: see `publiceerbaar`. Over months: no total over months is published, so there is
  no equation that joins them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace

from samenhang.kernel.scheme import Som, Telgroep, Uitsplitsing

DREMPEL = 5
SPELING = 3
"""Hidden classes together hold at least this many more than their number: each can have `SPELING + 1` values."""
GEHEEL = ""
"""The name of a group's total among its classes."""

Tellingen = Mapping[str, int]
"""Counts of one group by class, the total under `GEHEEL`."""


@dataclass(frozen=True, slots=True)
class Groepsbeeld:
    """What is published of one group at one vintage: counts by class and the total, None where hidden.

    Classes of a division that is not published at this vintage are absent.
    """

    waarden: Mapping[str, int | None]

    @property
    def verborgen(self) -> frozenset[str]:
        """The classes that are not shown."""
        return frozenset(naam for naam, waarde in self.waarden.items() if waarde is None)

    def som(self, groep: Telgroep, som: Som) -> int | None:
        """A sum of classes, or None when it would say something about a hidden one, or is itself hidden."""
        geheel = self.waarden[GEHEEL]
        if geheel is None:
            return None
        if not som.cellen:
            return geheel
        gekozen = set(som.cellen)
        uitsplitsing = _deling(groep, som)
        namen = {cel.naam for cel in uitsplitsing.cellen}
        verborgen = self.verborgen & namen
        if not verborgen & gekozen:
            return sum(self.waarden[naam] or 0 for naam in gekozen)
        ouder = self.waarden[uitsplitsing.van] if uitsplitsing.van else geheel
        if ouder is None or not verborgen <= gekozen:
            return None
        rest = ouder - sum(self.waarden[naam] or 0 for naam in namen - gekozen)
        return rest if rest >= DREMPEL else None

    def telde(self, groep: Telgroep, som: Som) -> bool:
        """Whether the classes of a sum were published at all here: a division has a vintage of its own."""
        return not som.cellen or all(cel.naam in self.waarden for cel in _deling(groep, som).cellen)


def _deling(groep: Telgroep, som: Som) -> Uitsplitsing:
    """The division that a sum takes its classes from."""
    gekozen = set(som.cellen)
    return next(u for u in groep.uitsplitsingen if gekozen <= {cel.naam for cel in u.cellen})


def bescherm(groep: Telgroep, tellingen: Tellingen, altijd: Set[str] = frozenset()) -> Groepsbeeld:
    """What may be published of a group; `altijd` are classes that were hidden before and stay so."""
    geheel = tellingen[GEHEEL]
    if 0 < geheel < DREMPEL:
        namen = (cel.naam for u in groep.uitsplitsingen for cel in u.cellen)
        return Groepsbeeld(dict.fromkeys((GEHEEL, *namen)))
    waarden: dict[str, int | None] = {GEHEEL: geheel}
    for uitsplitsing in _ouders_eerst(groep.uitsplitsingen):
        if uitsplitsing.van and waarden[uitsplitsing.van] is None:
            waarden |= dict.fromkeys(cel.naam for cel in uitsplitsing.cellen)
            continue
        rijen = {cel.naam: tellingen[cel.naam] for cel in uitsplitsing.cellen}
        verborgen = verberg(rijen, altijd & set(rijen))
        if verborgen is None:
            verborgen = frozenset(rijen)
        waarden |= {naam: None if naam in verborgen else aantal for naam, aantal in rijen.items()}
    return Groepsbeeld(waarden)


def verberg(rijen: Mapping[str, int], altijd: Iterable[str] = ()) -> frozenset[str] | None:
    """The classes of one division to hide beside their published total; None when no choice protects them.

    Which other class goes along depends on the declared order, not on how large the classes are: hiding the
    smallest would tell that the hidden ones are no larger than those that are shown.
    """
    verborgen = {naam for naam, aantal in rijen.items() if 0 < aantal < DREMPEL} | set(altijd)
    if not verborgen:
        return frozenset()
    namen = list(rijen)
    while not _beschermd([rijen[naam] for naam in verborgen]):
        laatste = max(plek for plek, naam in enumerate(namen) if naam in verborgen)
        rondom = namen[laatste + 1 :] + namen[:laatste]
        volgende = next((naam for naam in rondom if naam not in verborgen and rijen[naam] > 0), None)
        if volgende is None:
            return None
        verborgen.add(volgende)
    return frozenset(verborgen)


def _beschermd(verborgen: list[int]) -> bool:
    return len(verborgen) > 1 and sum(verborgen) >= len(verborgen) + SPELING


def publiceerbaar(
    groep: Telgroep,
    nieuw: Tellingen,
    eerder: Iterable[tuple[Tellingen, Groepsbeeld]],
    rijp: Set[str],
    ook: Set[str] = frozenset(),
) -> Groepsbeeld | None:
    """What of a group may be published beside all that was published of the same month; None: nothing now.

    `eerder` holds every earlier publication (exact counts, and what was shown), `rijp` the names of the divisions
    that may be published at all, `ook` classes that another group would give away and that are hidden too. Whoever keeps all publications can subtract any two of them. So:

    - Each division lets its total be seen. No division is published while the total differs by 1 to 4 from a
      total that was ever seen, by whichever division. A division of a class needs its own class published along.
    - A division is published anew only when every class that shows, and the hidden ones together, have either
      not changed or changed by at least the threshold, against each of its own earlier publications.
    - What was hidden stays hidden, or a count that only grows could be bounded from both sides.

    A publication without a total gives nothing to subtract. A division whose classes were declared otherwise
    since is not published again.
    """
    gezien = [(oud, beeld) for oud, beeld in eerder if beeld.waarden[GEHEEL] is not None]
    altijd = frozenset(ook).union(*(beeld.verborgen for _, beeld in gezien))
    delen = tuple(deel for deel in groep.uitsplitsingen if deel.naam in rijp)
    beeld = bescherm(replace(groep, uitsplitsingen=delen), nieuw, altijd)
    if not gezien:
        return beeld
    if beeld.waarden[GEHEEL] is None or any(not _groot(nieuw[GEHEEL] - oud[GEHEEL]) for oud, _ in gezien):
        return None
    klassen: set[str] = set()
    for deel in _ouders_eerst(delen):
        mee = not deel.van or deel.van in klassen
        if mee and all(_deel_mag(deel, oud, was, nieuw, beeld) for oud, was in gezien):
            klassen |= {cel.naam for cel in deel.cellen}
    return Groepsbeeld({n: w for n, w in beeld.waarden.items() if n == GEHEEL or n in klassen})


def _ouders_eerst(delen: Iterable[Uitsplitsing]) -> list[Uitsplitsing]:
    return sorted(delen, key=lambda deel: bool(deel.van))


def _deel_mag(
    deel: Uitsplitsing, oud: Tellingen, was: Groepsbeeld, nieuw: Tellingen, beeld: Groepsbeeld
) -> bool:
    namen = [cel.naam for cel in deel.cellen]
    bekend = [naam for naam in namen if naam in was.waarden]
    if len(bekend) < len(namen):
        return not bekend
    if any(not _groot(nieuw[naam] - oud[naam]) for naam in namen if beeld.waarden[naam] is not None):
        return False
    verborgen = [naam for naam in namen if beeld.waarden[naam] is None]
    return _groot(sum(nieuw[naam] - oud[naam] for naam in verborgen))


def _groot(verschil: int) -> bool:
    return verschil == 0 or abs(verschil) >= DREMPEL
