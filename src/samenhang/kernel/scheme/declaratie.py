"""The frozen dataclasses in which a scheme declares itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme.indicatoren import Indicator, Telgroep
from samenhang.kernel.termijnen import TermijnRegel

ALLE: Final = ("*",)
"""As `van` of an `Overgang`: from every step that does not end the process."""


@dataclass(frozen=True, slots=True)
class Stap:
    """One state of a process."""

    naam: str
    titel: Tekst
    begin: bool = False
    eind: bool = False


@dataclass(frozen=True, slots=True)
class Bewaker:
    """A guard: a named pure function of the scheme's facts, with the refusal a person gets to see.

    `voorwaarde` takes the scheme's own frozen dataclass of facts, whose fields are booleans or enums so
    that a test can walk through all of them.
    """

    naam: str
    code: str
    voorwaarde: Callable[[Any], bool]
    weigering: Tekst


def bewaker(code: str, nl: str, en: str) -> Callable[[Callable[[Any], bool]], Bewaker]:
    """Turn a pure predicate into a `Bewaker` with its refusal code and sentence."""

    def maak(functie: Callable[[Any], bool]) -> Bewaker:
        return Bewaker(naam=functie.__name__, code=code, voorwaarde=functie, weigering=Tekst(nl=nl, en=en))

    return maak


@dataclass(frozen=True, slots=True)
class Overgang:
    """One way from a step to the next; `door` names the roles that may take it (empty: only a duty)."""

    naam: str
    titel: Tekst
    van: tuple[str, ...]
    naar: str
    door: tuple[str, ...] = ()
    mits: tuple[Bewaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Proces:
    """A state machine: the case itself, or something inside it that has steps of its own."""

    naam: str
    stappen: tuple[Stap, ...]
    overgangen: tuple[Overgang, ...]

    @property
    def begin(self) -> Stap:
        """The one step in which the process starts."""
        return next(stap for stap in self.stappen if stap.begin)

    def stap(self, naam: str) -> Stap:
        """The step of that name; `KeyError` when the process has none."""
        for stap in self.stappen:
            if stap.naam == naam:
                return stap
        raise KeyError(naam)

    def overgang(self, naam: str) -> Overgang:
        """The transition of that name; `KeyError` when the process has none."""
        for overgang in self.overgangen:
            if overgang.naam == naam:
                return overgang
        raise KeyError(naam)

    def doorlopen(self, overgangen: Iterable[str]) -> frozenset[str]:
        """The steps that a case was in after these events; names that are no transition do not count."""
        genomen = set(overgangen)
        naar = (overgang.naar for overgang in self.overgangen if overgang.naam in genomen)
        return frozenset({self.begin.naam, *naar})

    def weg(self, hoofdweg: Sequence[str], stap: str) -> tuple[Stap, ...]:
        """The steps of the main way; a present one beside it comes after the last from which it is entered, an end comes last."""
        op_weg = list(hoofdweg)
        if stap not in op_weg:
            vorige = {van for overgang in self.overgangen if overgang.naar == stap for van in overgang.van}
            plaatsen = [plaats for plaats, naam in enumerate(op_weg) if naam in vorige]
            binnen = bool(plaatsen) and not self.stap(stap).eind
            op_weg.insert(plaatsen[-1] + 1 if binnen else len(op_weg), stap)
        return tuple(map(self.stap, op_weg))

    def vanuit(self, stap: str) -> Iterator[Overgang]:
        """The transitions that leave a step, in declared order."""
        algemeen = not self.stap(stap).eind
        for overgang in self.overgangen:
            if stap in overgang.van or (algemeen and overgang.van == ALLE and overgang.naar != stap):
                yield overgang


@dataclass(frozen=True, slots=True)
class Rol:
    """A role of the scheme: what someone is, apart from what he has to do with one case."""

    naam: str
    titel: Tekst
    organisatiesoorten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Betrokkenheid:
    """What someone can have to do with a case of this scheme, beside what the kernel knows."""

    naam: str
    titel: Tekst


@dataclass(frozen=True, slots=True)
class Categorie:
    """A category of personal data with tables of its own; `gevoelig` ones default to closed notes."""

    naam: str
    titel: Tekst
    gevoelig: bool = False


@dataclass(frozen=True, slots=True)
class Bewaartermijn:
    """How long what belongs to an outcome is kept, with its source and the status of that source.

    `status` is "beleid" (the municipality's own, which it may shorten), "ongeverifieerd" or "bevestigd".
    """

    uitkomst: str
    lengte: int
    eenheid: str
    artikel: str
    status: str = "beleid"
    titel: Tekst | None = None


@dataclass(frozen=True, slots=True)
class Overdracht:
    """A typed message that the scheme sends to, or accepts from, another scheme.

    `inhoud` is the frozen dataclass of the message; `grondslag` the legal basis on which it goes. `doel` is the
    purpose for which it is decided whether one that is sent may go, and `aan` the kind of organisation that gets it.
    `wordt`: which category a category of the sender becomes in the scheme that accepts it, where it is called otherwise.
    """

    soort: str
    ander: str
    inhoud: type[Any]
    grondslag: str
    titel: Tekst
    doel: str = ""
    aan: str = ""
    wordt: tuple[tuple[str, str], ...] = ()

    def heet(self, categorie: str) -> str:
        """What a category of the sender is called in the scheme that accepts it."""
        return dict(self.wordt).get(categorie, categorie)


@dataclass(frozen=True, slots=True)
class Uitstelgrond:
    """A ground on which telling a person that his data are used may be put off, by which article, how long at most.

    `status` is that of the article, `hoogstens` a number of days; `status_lengte` says where that number is from.
    """

    naam: str
    titel: Tekst
    artikel: str
    hoogstens: int
    status: str = "ongeverifieerd"
    status_lengte: str = "beleid"


@dataclass(frozen=True, slots=True)
class Planzin:
    """A phrase from which agreements in a plan are made, so that a plan holds no free text about a person."""

    naam: str
    tekst: Tekst


@dataclass(frozen=True, slots=True)
class Zaaksoort:
    """A kind of case with a purpose of its own, and so with a law of its own; `zonder` are categories it never has."""

    naam: str
    doel: str
    zonder: frozenset[str] = frozenset()


def _wat_hij_noemde(ja: frozenset[str], aan: str) -> frozenset[str]:
    return ja


@dataclass(frozen=True, slots=True)
class Scheme:
    """A register with its own law, people, screens and data.

    `zaak` is the state machine of a case and `feiten` what its guards look at; a scheme that only computes has no
    cases, and neither of them. `doel` is the purpose that a case of this scheme serves; `doelen` lists further purposes for which its
    data may be asked (access by the person, supervision). `zaaksoorten` are the kinds of case that serve another
    purpose than `doel`.
    `verwerkingen` says of each action in plain words what it did with someone's data, and `doelteksten` of each
    purpose why: the person reads these in his log. `engels` is the English name of each action: its own name is
    Dutch, and the supervisor reads both.
    `instemt_ook_met` is what a person answers about beside the categories, as taking part; `opent` says which
    categories open by what he agreed to towards a kind of organisation, when that is not just what he named. Pure.
    """

    naam: str
    titel: Tekst
    doel: str
    doelen: tuple[str, ...]
    zaak: Proces | None
    rollen: tuple[Rol, ...]
    categorieen: tuple[Categorie, ...]
    nummerletters: str
    feiten: type[Any] | None
    processen: tuple[Proces, ...] = ()
    termijnen: tuple[TermijnRegel, ...] = ()
    bewaartermijnen: tuple[Bewaartermijn, ...] = ()
    stuurt: tuple[Overdracht, ...] = ()
    aanvaardt: tuple[Overdracht, ...] = ()
    telgroepen: tuple[Telgroep, ...] = ()
    indicatoren: tuple[Indicator, ...] = ()
    planzinnen: tuple[Planzin, ...] = ()
    verwerkingen: Mapping[str, Tekst] = field(default_factory=dict)
    doelteksten: Mapping[str, Tekst] = field(default_factory=dict)
    engels: Mapping[str, str] = field(default_factory=dict)
    zaaksoorten: tuple[Zaaksoort, ...] = ()
    betrokkenheden: tuple[Betrokkenheid, ...] = ()
    uitstelgronden: tuple[Uitstelgrond, ...] = ()
    instemt_ook_met: tuple[str, ...] = ()
    opent: Callable[[frozenset[str], str], frozenset[str]] = _wat_hij_noemde

    @property
    def zaakproces(self) -> Proces:
        """The state machine of a case; `LookupError` for a scheme without cases."""
        if self.zaak is None:
            raise LookupError(f"{self.naam} heeft geen zaken")
        return self.zaak

    @property
    def alle_processen(self) -> tuple[Proces, ...]:
        """That of a case, when there are cases, and the others."""
        return self.processen if self.zaak is None else (self.zaak, *self.processen)

    def doel_van(self, soort: str) -> str:
        """The purpose that a case of this kind serves."""
        return next((eigen.doel for eigen in self.zaaksoorten if eigen.naam == soort), self.doel)

    def zonder(self, soort: str) -> frozenset[str]:
        """The categories that a case of this kind does not have, so that nobody asks for them."""
        return next((eigen.zonder for eigen in self.zaaksoorten if eigen.naam == soort), frozenset())

    def uitstelgrond(self, naam: str) -> Uitstelgrond:
        """The ground of that name; `KeyError` when the scheme declares none."""
        for grond in self.uitstelgronden:
            if grond.naam == naam:
                return grond
        raise KeyError(naam)

    def termijn(self, naam: str) -> TermijnRegel:
        """The rule of that name; `KeyError` when the scheme declares none."""
        for regel in self.termijnen:
            if regel.naam == naam:
                return regel
        raise KeyError(naam)
