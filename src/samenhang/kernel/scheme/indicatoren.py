"""How a scheme declares its figures: what is counted, how the counts divide, and which ratios are published."""

from __future__ import annotations

from dataclasses import dataclass

from samenhang.kernel.basis import Tekst


@dataclass(frozen=True, slots=True)
class Cel:
    """One class of a division; every item counted is in exactly one class of it."""

    naam: str
    titel: Tekst


@dataclass(frozen=True, slots=True)
class Uitsplitsing:
    """A division into classes that together are the whole: of the group, or with `van` of one class of another.

    `rijpt`: how many whole months after the month that is counted it is first published. What was published
    stands in the way of what differs a little from it, so what still moves a lot is better not published yet.
    """

    naam: str
    titel: Tekst
    cellen: tuple[Cel, ...]
    van: str = ""
    rijpt: int = 0


@dataclass(frozen=True, slots=True)
class Telgroep:
    """One thing that is counted per organisation and month, with its divisions. Names of cells are unique in it."""

    naam: str
    titel: Tekst
    uitsplitsingen: tuple[Uitsplitsing, ...]

    def cel(self, naam: str) -> Cel:
        """The class of that name; `KeyError` when no division has it."""
        for uitsplitsing in self.uitsplitsingen:
            for cel in uitsplitsing.cellen:
                if cel.naam == naam:
                    return cel
        raise KeyError(naam)

    def uitsplitsing(self, naam: str) -> Uitsplitsing:
        """The division of that name; `KeyError` when there is none."""
        for uitsplitsing in self.uitsplitsingen:
            if uitsplitsing.naam == naam:
                return uitsplitsing
        raise KeyError(naam)


@dataclass(frozen=True, slots=True)
class Som:
    """A count: classes of one division added up, or without classes the whole group."""

    groep: str
    cellen: tuple[str, ...] = ()


INWONERS = Som("inwoners")
"""The number of residents, from the register of municipalities: not counted here, and no secret."""


@dataclass(frozen=True, slots=True)
class Vangrail:
    """Outside these bounds a figure is shown with a warning: it is improbable, and may be right."""

    laag: float
    hoog: float
    bron: Tekst


@dataclass(frozen=True, slots=True)
class Indicator:
    """A published figure: `factor` times a numerator over a denominator, as defined where.

    `per` names a division: the figure is then given for each of its classes, which take the numerator's place.
    `bereik` says about whom or what it speaks, `voorbehoud` how settled it is. `bronstatus` is "bevestigd",
    "ongeverifieerd" (shown as such) or "eigen" (our own choice). Only what is `openbaar` is shown without login.
    `streef` is "minstens" or "hoogstens" when an organisation may set a target for it.
    """

    naam: str
    titel: Tekst
    definitie: Tekst
    formule: Tekst
    eenheid: Tekst
    bereik: Tekst
    voorbehoud: Tekst
    bron: str
    bronstatus: str
    teller: Som
    noemer: Som
    factor: int = 100
    decimalen: int = 1
    per: str = ""
    vangrail: Vangrail | None = None
    openbaar: bool = True
    streef: str = ""

    @property
    def herkomst(self) -> Tekst:
        """Whose definition it is, for people; the name of a publication is the same in both languages."""
        return Tekst("eigen", "our own") if self.bronstatus == "eigen" else Tekst(self.bron, self.bron)
