"""What a line counts, with small numbers protected. Pure.

A count from 1 to 4 is not shown and cannot be computed from what is. Municipalities stand in rows and what is counted
of them in columns, each column with its total; so a hidden cell hides another in its row and in its column, until
nothing more follows. Which other cell goes along follows the declared order, as in `kernel.cijfers.bescherming`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.cijfers.bescherming import (
    DREMPEL,
    GEHEEL,
    Groepsbeeld,
    Tellingen,
    publiceerbaar,
    verberg,
)
from samenhang.kernel.scheme import Cel, Telgroep, Uitsplitsing
from samenhang.schemes.helplijn.domain.lijsten import UITGANGEN
from samenhang.schemes.helplijn.domain.proces import STANDEN

BEREIKT: Final = "bereikt"
MET, ZONDER, PLAATS = "met:", "zonder:", "gemeente:"
"""How a class of a reason, of all without it, and of a municipality begins; the code is empty of who did not say."""
OVERDRACHTGROEPEN: Final = ("overdrachten", "bereikt", "niet_bereikt")
Gepubliceerd = Mapping[str, Mapping[str, int | None]]
"""Per group the classes as published; None is hidden."""


@dataclass(frozen=True, slots=True)
class Contactcijfer:
    """One contact as it is counted."""

    gemeente: str
    uitgang: str
    redenen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overdrachtcijfer:
    """One hand-over as it is counted."""

    gemeente: str
    stand: str


@dataclass(frozen=True, slots=True)
class Gemeentecijfer:
    """One municipality in one month; None is a number that is not shown."""

    gemeente: str
    contacten: int | None
    overdrachten: int | None
    bereikt: int | None


@dataclass(frozen=True, slots=True)
class Maandcijfers:
    """One month of a line as published; None is a number that is not shown.

    Contacts and hand-overs have a vintage each: how a hand-over ended can change after the first.
    """

    maand: date
    peildatum: date
    contacten: int | None
    uitgangen: Mapping[str, int | None]
    redenen: Mapping[str, int | None]
    peildatum_overdrachten: date
    overdrachten: int | None
    standen: Mapping[str, int | None]
    gemeenten: tuple[Gemeentecijfer, ...]


def tel(
    contacten: Sequence[Contactcijfer], overdrachten: Sequence[Overdrachtcijfer], redenen: Iterable[str]
) -> dict[str, dict[str, int]]:
    """The exact counts of a month, by group and class. Reasons overlap, so each stands beside all without it."""
    codes = sorted({rij.gemeente for rij in contacten} | {rij.gemeente for rij in overdrachten})
    raak = [rij for rij in overdrachten if rij.stand == BEREIKT]
    mis = [rij for rij in overdrachten if rij.stand != BEREIKT]
    per_reden = {naam: sum(naam in rij.redenen for rij in contacten) for naam in redenen}
    return {
        "contacten": {GEHEEL: len(contacten)}
        | _per(UITGANGEN, Counter(rij.uitgang for rij in contacten))
        | {f"{MET}{naam}": aantal for naam, aantal in per_reden.items()}
        | {f"{ZONDER}{naam}": len(contacten) - aantal for naam, aantal in per_reden.items()}
        | _per_gemeente(codes, contacten),
        "overdrachten": {GEHEEL: len(overdrachten)}
        | _per(STANDEN, Counter(rij.stand for rij in overdrachten))
        | _per_gemeente(codes, overdrachten),
        "bereikt": {GEHEEL: len(raak)} | _per_gemeente(codes, raak),
        "niet_bereikt": {GEHEEL: len(mis)} | _per_gemeente(codes, mis),
    }


def _per(namen: Iterable[str], geteld: Counter[str]) -> dict[str, int]:
    return {naam: geteld[naam] for naam in namen}


def _per_gemeente(codes: Iterable[str], rijen: Iterable[Contactcijfer | Overdrachtcijfer]) -> dict[str, int]:
    geteld = Counter(rij.gemeente for rij in rijen)
    return {f"{PLAATS}{code}": geteld[code] for code in codes}


def publiceer(
    tellingen: Mapping[str, Tellingen], eerder: Sequence[tuple[Mapping[str, Tellingen], Gepubliceerd]]
) -> Gepubliceerd:
    """What of a month is published beside every earlier publication of it: contacts, hand-overs, both or neither.

    Within one publication the table of municipalities is protected as a whole (`verborgen_cellen`); when how many
    were reached is hidden, that column goes with it, or its sum would tell. Between publications
    `kernel.cijfers.bescherming.publiceerbaar` decides, and what showed must show still. The hand-overs go together or
    not: whoever keeps both subtracts the reached of the one from the whole of the other.
    """
    uit: dict[str, Mapping[str, int | None]] = {}
    weg = _verborgen(tellingen, eerder)
    beelden = {naam: _beeld(naam, tellingen[naam], eerder, weg[naam]) for naam in tellingen}
    for samen in (("contacten",), OVERDRACHTGROEPEN):
        deel = {naam: beeld for naam in samen if (beeld := beelden[naam]) is not None}
        heel = len(deel) == len(samen) and all(set(deel[naam]) == set(tellingen[naam]) for naam in samen)
        if heel and not any(_verdwenen(oud.get(naam, {}), deel[naam]) for _, oud in eerder for naam in samen):
            uit |= deel
    return uit


def _verdwenen(oud: Mapping[str, int | None], nieuw: Mapping[str, int | None]) -> bool:
    """Whether a class that showed would not any more: that tells of a small number that came."""
    return any(waarde is not None and nieuw.get(klasse) is None for klasse, waarde in oud.items())


def _verborgen(
    tellingen: Mapping[str, Tellingen], eerder: Sequence[tuple[Mapping[str, Tellingen], Gepubliceerd]]
) -> dict[str, frozenset[str]]:
    """Per group the classes to hide for the sake of the others; the name of the whole: all of them."""
    oud = {
        naam: {klasse for _, beelden in eerder for klasse, waarde in beelden.get(naam, {}).items() if waarde is None}
        for naam in tellingen
    }  # fmt: skip
    over = tellingen["overdrachten"]
    standen = {naam: over[naam] for naam in STANDEN}
    dicht = not _mag(over[GEHEEL]) or BEREIKT in _dicht(standen, oud["overdrachten"] & set(standen))
    plaatsen = [klasse for klasse in over if klasse.startswith(PLAATS)]
    kolommen = {"contacten": "contacten", "bereikt": "bereikt", "niet_bereikt": "niet_bereikt", "som": "overdrachten"}  # fmt: skip
    tabel = {plek: {kolom: tellingen[groep][plek] for kolom, groep in kolommen.items() if kolom != "som"} for plek in plaatsen}  # fmt: skip
    altijd = {(plek, kolom) for kolom, groep in kolommen.items() for plek in plaatsen if plek in oud[groep]}
    if dicht:
        altijd |= {(plek, kolom) for plek in plaatsen for kolom in ("bereikt", "niet_bereikt")}
    cellen = verborgen_cellen(tabel, (("bereikt", "niet_bereikt"),), altijd)
    uit = {groep: frozenset(plek for plek, kolom_ in cellen if kolom_ == kolom) for kolom, groep in kolommen.items()}  # fmt: skip
    for naam in ("bereikt", "niet_bereikt"):
        if dicht or GEHEEL in oud[naam]:
            uit[naam] |= {GEHEEL}
    return uit


def _beeld(
    naam: str,
    nieuw: Tellingen,
    eerder: Sequence[tuple[Mapping[str, Tellingen], Gepubliceerd]],
    weg: frozenset[str],
) -> Mapping[str, int | None] | None:
    if GEHEEL in weg:
        return dict.fromkeys(nieuw)
    groep = _groep(naam, nieuw)
    gezien = [(oud[naam], Groepsbeeld(beelden[naam])) for oud, beelden in eerder if naam in beelden]
    beeld = publiceerbaar(groep, nieuw, gezien, {deel.naam for deel in groep.uitsplitsingen}, weg)
    return None if beeld is None else beeld.waarden


def _groep(naam: str, tellingen: Tellingen) -> Telgroep:
    """The group as the kernel knows it, from the classes that were counted."""
    redenen = [klasse.removeprefix(MET) for klasse in tellingen if klasse.startswith(MET)]
    delen = {
        "uitgang": [klasse for klasse in tellingen if klasse in UITGANGEN],
        "stand": [klasse for klasse in tellingen if klasse in STANDEN],
        **{f"reden:{reden}": [f"{MET}{reden}", f"{ZONDER}{reden}"] for reden in redenen},
        "gemeente": [klasse for klasse in tellingen if klasse.startswith(PLAATS)],
    }
    leeg = Tekst("", "")
    return Telgroep(
        naam,
        leeg,
        tuple(
            Uitsplitsing(deel, leeg, tuple(Cel(klasse, leeg) for klasse in klassen))
            for deel, klassen in delen.items()
            if klassen
        ),
    )


def maandcijfers(maand: date, peilingen: Sequence[tuple[date, Gepubliceerd]]) -> Maandcijfers | None:
    """A month as it stands published, from its publications, the newest first; None when there is none yet."""
    wanneer, contacten = next(((dag, uit["contacten"]) for dag, uit in peilingen if "contacten" in uit), (maand, {}))  # fmt: skip
    dag, over = next(((dag, uit) for dag, uit in peilingen if "overdrachten" in uit), (maand, {}))
    if not contacten or not over:
        return None
    plaatsen = sorted({klasse for klasse in (*contacten, *over["overdrachten"]) if klasse.startswith(PLAATS)})
    return Maandcijfers(
        maand=maand,
        peildatum=wanneer,
        contacten=contacten[GEHEEL],
        uitgangen={naam: contacten[naam] for naam in UITGANGEN},
        redenen={klasse.removeprefix(MET): aantal for klasse, aantal in contacten.items() if klasse.startswith(MET)},
        peildatum_overdrachten=dag,
        overdrachten=over["overdrachten"][GEHEEL],
        standen={naam: over["overdrachten"][naam] for naam in STANDEN},
        gemeenten=tuple(
            Gemeentecijfer(plek.removeprefix(PLAATS), contacten.get(plek, 0), over["overdrachten"].get(plek, 0), over["bereikt"].get(plek, 0))
            for plek in plaatsen
        ),
    )  # fmt: skip


def _mag(aantal: int) -> bool:
    return aantal == 0 or aantal >= DREMPEL


def verborgen_cellen(
    tabel: Mapping[str, Mapping[str, int]],
    sommen: Sequence[tuple[str, ...]],
    altijd: Collection[tuple[str, str]] = (),
) -> frozenset[tuple[str, str]]:
    """Which cells of a table with totals per column may not be shown; `sommen` are columns whose sum is a column too.

    That sum stands under "som"; `altijd` are cells that are hidden whatever they hold. Rows and columns are protected in turn until nothing changes.
    """
    rijen = {code: dict(rij) | {"som": sum(rij[naam] for deel_ in sommen for naam in deel_)} for code, rij in tabel.items()}  # fmt: skip
    kolommen = list(next(iter(rijen.values()), {}))
    weg: set[tuple[str, str]] = {
        (code, naam) for code, rij in rijen.items() for naam, aantal in rij.items() if not _mag(aantal)
    } | set(altijd)
    while True:
        nieuw = set(weg)
        for naam in kolommen:
            kolom = {code: rij[naam] for code, rij in rijen.items()}
            nieuw |= {(code, naam) for code in _dicht(kolom, {code for code, k in nieuw if k == naam})}
        for code, rij in rijen.items():
            for delen in sommen:
                klein = {k for c, k in nieuw if c == code}
                if "som" in klein:
                    nieuw |= {(code, naam) for naam in delen}
                else:
                    nieuw |= {(code, naam) for naam in _dicht({n: rij[n] for n in delen}, klein & set(delen))}
        if nieuw == weg:
            return frozenset(weg)
        weg = nieuw


def _dicht(aantallen: Mapping[str, int], altijd: set[str]) -> frozenset[str]:
    verborgen = verberg(aantallen, altijd)
    return frozenset(aantallen) if verborgen is None else verborgen
