"""Who may be put on the roster: contract, availability, absence, seniority. Pure but for dated norms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.normen import norm
from samenhang.schemes.helplijn.domain.bezetting.diensten import Dienst
from samenhang.schemes.helplijn.domain.bezetting.lezen import (
    MINUTEN_PER_DAG,
    Deel,
    Lezing,
    lees_datum,
    lees_klok,
)
from samenhang.schemes.helplijn.domain.bezetting.tijd import DAGEN, HALFUUR, ZONE, klok, lees_vak

MEESTE_MENSEN: Final = 300
MEESTE_DIENSTEN: Final = 2_000


@dataclass(frozen=True, slots=True)
class Medewerker:
    """Somebody by the name that the planner uses; availability per weekday in minutes, `contract` in hours a week.

    `rust`: hours between two shifts, what was agreed with him and never less than holds for everybody.
    """

    id: str
    senior: bool
    contract: int
    beschikbaar: Mapping[int, tuple[int, int]]
    afwezig: frozenset[date]
    rust: int = 0

    def kan(self, dag: date, dienst: Dienst) -> bool:
        """Whether the shift lies within his availability on a day on which he is there."""
        vak = self.beschikbaar.get(dag.weekday())
        return dag not in self.afwezig and vak is not None and vak[0] <= dienst.van and dienst.tot <= vak[1]


@dataclass(frozen=True, slots=True)
class Plek:
    """A shift on a day that so many people must fill."""

    datum: date
    dienst: Dienst
    mensen: int

    @property
    def begin(self) -> float:
        """Its beginning in minutes of real time: a night in which the clock changes is an hour shorter or longer."""
        return _moment(self.datum, self.dienst.van)

    @property
    def einde(self) -> float:
        """Its end in minutes of real time."""
        return _moment(self.datum, self.dienst.tot)


def _moment(dag: date, minuut: int) -> float:
    nacht = datetime(dag.year, dag.month, dag.day, tzinfo=ZONE)
    if minuut == MINUTEN_PER_DAG:
        return datetime.fromordinal(dag.toordinal() + 1).replace(tzinfo=ZONE).timestamp() / 60
    return nacht.replace(hour=minuut // 60, minute=minuut % 60).timestamp() / 60


@dataclass(frozen=True, slots=True)
class Regels:
    """What holds for everybody: hours of rest, days a week, from when a shift counts as an evening (minutes)."""

    rust: int
    dagen: int
    avond: int


@dataclass(frozen=True, slots=True)
class Roostervraag:
    """Shifts to be filled, by whom, under which rules."""

    plekken: tuple[Plek, ...]
    mensen: tuple[Medewerker, ...]
    regels: Regels
    zaad: int


def lees_rooster(document: object, lezing: Lezing | None = None) -> Roostervraag:
    """Read {diensten, medewerkers, avond_vanaf, zaad}; `diensten` is what a plan answers. Raises `Geweigerd`.

    `lezing` has what was found amiss before, and says where a fault stands.
    """
    lezing = lezing or Lezing()
    deel = Deel(lezing, document)
    plekken = tuple(p for p in deel.delen("diensten", MEESTE_DIENSTEN, _plek, verplicht=True) if p)
    mensen = tuple(m for m in deel.delen("medewerkers", MEESTE_MENSEN, _medewerker, verplicht=True) if m)
    avond = lees_klok(deel.velden["avond_vanaf"]) if deel.heeft("avond_vanaf") else 18 * 60
    if avond is None:
        deel.fout("avond_vanaf", "tijd_onjuist", "is een tijd zoals 18:00.", "is a time such as 18:00.")
    zaad = deel.getal("zaad", 0, 2_000_000_000, 0)
    deel.sluit()
    _dubbel(lezing, "/medewerkers", [mens.id for mens in mensen])
    _dubbel(lezing, "/diensten", [f"{p.datum} {p.dienst.naam}" for p in plekken])
    if not lezing.fouten and not plekken:
        lezing.fout("lijst_onjuist", "/diensten", "er is geen dienst om te vullen. Maak eerst een plan.", "there is no shift to fill. Make a plan first.")  # fmt: skip
    if not lezing.fouten and not mensen:
        lezing.fout(
            "lijst_onjuist", "/medewerkers", "noem minstens één medewerker.", "name at least one employee."
        )
    lezing.klaar()
    eerste = min(plek.datum for plek in plekken)
    regels = Regels(
        int(norm("bezetting.rust.uren", eerste).waarde),
        int(norm("bezetting.week.hoogstens_dagen", eerste).waarde),
        avond or 18 * 60,
    )
    for nummer, mens in enumerate(mensen):
        if mens.rust and mens.rust < regels.rust:
            lezing.fout("rust_te_kort", f"/medewerkers/{nummer}/rust_uren", f"is minder dan {regels.rust} uur (Arbeidstijdenwet art. 5:3). Laat het leeg, of geef meer.", f"is less than {regels.rust} hours (Arbeidstijdenwet art. 5:3). Leave it empty, or give more.")  # fmt: skip
    lezing.klaar()
    return Roostervraag(tuple(sorted(plekken, key=lambda p: (p.datum, p.dienst.van, p.dienst.tot, p.dienst.naam))), mensen, regels, zaad)  # fmt: skip


def _dubbel(lezing: Lezing, plek: str, namen: Sequence[str]) -> None:
    for nummer, naam in enumerate(namen):
        if naam in namen[:nummer]:
            lezing.fout("dubbel", f"{plek}/{nummer}", f"{naam} staat er twee keer. Laat er één staan.", f"{naam} is there twice. Leave one.")  # fmt: skip


def _plek(rij: Deel) -> Plek | None:
    dag = rij.datum("datum")
    vak = lees_vak(f"{rij.waarde('van')}-{rij.waarde('tot')}")
    pauze = lees_klok(rij.velden["pauze"]) if rij.heeft("pauze") else None
    mensen = rij.getal("mensen", 1, 500)
    rij.heeft("betaald_uren")  # a plan says it; it follows from the rest
    if isinstance(vak, Tekst):
        rij.fout("van", "dienst_onjuist", f"de dienst {vak.nl}", f"the shift {vak.en}")
        return None
    if rij.heeft("pauze") and (pauze is None or pauze % HALFUUR or not vak[0] < pauze < vak[1]):
        rij.fout("pauze", "dienst_onjuist", "is het begin van een half uur binnen de dienst.", "is the beginning of a half hour within the shift.")  # fmt: skip
        return None
    return Plek(dag, Dienst(*vak, pauze), mensen) if dag else None


def _medewerker(rij: Deel) -> Medewerker | None:
    naam = rij.tekst("id", 60)
    senior = rij.schakelaar("senior", False)
    contract = rij.getal("contract_uren", 1, 60, waarom=Tekst("Hoeveel uur per week iemand hoogstens werkt.", "How many hours a week somebody works at most."))  # fmt: skip
    rust = rij.getal("rust_uren", 1, 48, 0, Tekst("Hoeveel uur er tussen twee diensten zit.", "How many hours lie between two shifts."))  # fmt: skip
    beschikbaar = _beschikbaar(Deel(rij.lezing, rij.waarde("beschikbaar") or {}, f"{rij.plek}/beschikbaar"))
    afwezig = []
    for plek, waarde in rij.lijst("afwezig", 366, verplicht=False):
        dag = lees_datum(waarde)
        if dag is None:
            rij.lezing.fout("datum_onjuist", plek, "is een bestaande datum als JJJJ-MM-DD.", "is an existing date as YYYY-MM-DD.")  # fmt: skip
        else:
            afwezig.append(dag)
    return Medewerker(naam, senior, contract, beschikbaar, frozenset(afwezig), rust) if naam else None


def _beschikbaar(deel: Deel) -> dict[int, tuple[int, int]]:
    uit: dict[int, tuple[int, int]] = {}
    for nummer, naam in enumerate(DAGEN):
        if not deel.heeft(naam):
            continue
        vak: Any = lees_vak(deel.velden[naam])
        if isinstance(vak, Tekst):
            deel.fout(naam, "beschikbaar_onjuist", vak.nl, vak.en)
        else:
            uit[nummer] = vak
    deel.sluit()
    return uit


def als_dienst(dienst: Dienst) -> dict[str, str | None]:
    """A shift as documents have it."""
    return {
        "van": klok(dienst.van),
        "tot": klok(dienst.tot),
        "pauze": None if dienst.pauze is None else klok(dienst.pauze),
    }
