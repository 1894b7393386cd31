"""A whole caseload under the norms of another day: who changes, and because of which norm. Pure.

Its answer explains itself as every other does: the norms of both days that were used, the policy sets of the cases, how
sure the least sure of these is, the steps from cases to counts, and a hash over all but words and sources.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.kalender import Kalender, standaardkalender
from samenhang.kernel.normen import Norm, Normen, normen
from samenhang.schemes.schuldhulp.domain.berekeningen import (
    BEREKENINGEN,
    Normregel,
    Normset,
    Resultaat,
    canoniek,
    normregel,
    normset_van,
    reken,
)
from samenhang.schemes.schuldhulp.domain.invoer import Document, gegeven, lees, weiger
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad, Spoorregel
from samenhang.schemes.schuldhulp.domain.uitvoer import als_document

NAAM = "norm-herziening"
MOTOR: Final = "schuldhulp-2"
"""The second: since it the hash also covers the norms and the policy sets that were used."""
DAGVELDEN = ("datum", "start", "ontvangst_ingebrekestelling")
HERZIENBAAR = tuple(
    naam
    for naam, deel in BEREKENINGEN.items()
    if {veld.name for veld in fields(deel.invoer)} & set(DAGVELDEN)
)
"""Calculations that have a day, and so can be done on another one."""


@dataclass(frozen=True, slots=True)
class Zaakinvoer:
    """One case: an id of the caller, and a calculation with its input (the day in it is left out or replaced)."""

    id: str = gegeven("Zaak", "Case", minstens=1, hoogstens=64)
    berekening: str = gegeven("Berekening", "Calculation", minstens=1, hoogstens=40)
    invoer: Document = gegeven("Invoer", "Input")


@dataclass(frozen=True, slots=True)
class Herzieninginvoer:
    """From which day's norms to which day's, and the cases."""

    van: date = gegeven("Normen van", "Norms of")
    naar: date = gegeven("Normen van de nieuwe dag", "Norms of the new day")
    zaken: tuple[Zaakinvoer, ...] = gegeven("Zaken", "Cases", minstens=1)


@dataclass(frozen=True, slots=True)
class Verschil:
    """What changes in an outcome; the name of a field and both its values."""

    veld: str
    was: str
    wordt: str


@dataclass(frozen=True, slots=True)
class Normverschil:
    """A norm that differs between the days; empty where it was not used."""

    naam: str
    was: str
    wordt: str


@dataclass(frozen=True, slots=True)
class Gewijzigd:
    """A case whose outcome changes, with the norms that make it so."""

    id: str
    berekening: str
    verschillen: tuple[Verschil, ...]
    door: tuple[Normverschil, ...]


@dataclass(frozen=True, slots=True)
class Uitval:
    """A case that one of the days has no answer for: why, and what to do."""

    id: str
    berekening: str
    datum: date
    code: str
    tekst: str
    tekst_en: str


@dataclass(frozen=True, slots=True)
class Herziening:
    """The list of who changes and why; cases not in it stay as they are."""

    zaken: int
    ongewijzigd: int
    gewijzigd: tuple[Gewijzigd, ...]
    niet_te_berekenen: tuple[Uitval, ...]
    normen: tuple[Normverschil, ...]


@dataclass(frozen=True, slots=True)
class Deel:
    """The outcome of some of the cases, and what it rests on: what a revision is made of, and can be cut into."""

    zaken: int
    gewijzigd: tuple[Gewijzigd, ...]
    niet_te_berekenen: tuple[Uitval, ...]
    normen: tuple[Normverschil, ...]
    gebruikt: tuple[Normregel, ...]
    beleid: tuple[str, ...]
    status: tuple[str, ...]


def herzie(document: object, norm: Normen | None = None, kalender: Kalender | None = None) -> dict[str, Any]:
    """The revision as a document. Raises `Geweigerd` for input that is wrong as a whole; a case that has no answer
    under one of the days is listed, and the others are done."""
    invoer = lees_herziening(document)
    return stel_samen(invoer, [herzie_deel(invoer, 0, len(invoer.zaken), norm, kalender)])


def lees_herziening(document: object) -> Herzieninginvoer:
    """The input that a document holds; raises `Geweigerd` with what is wrong with it as a whole."""
    invoer = lees(Herzieninginvoer, document)
    _controleer(invoer)
    return invoer


def herzie_deel(
    invoer: Herzieninginvoer,
    van: int,
    tot: int,
    norm: Normen | None = None,
    kalender: Kalender | None = None,
) -> dict[str, Any]:
    """The cases from one place in the list up to another, as a document; what came before changes nothing in it."""
    norm, kalender = norm or normen(), kalender or standaardkalender()
    gewijzigd, mislukt, anders = [], [], dict[str, Normverschil]()
    gebruikt, beleid, status = set[Norm](), set[str](), set[str]()
    zaken = invoer.zaken[van:tot]
    for zaak in zaken:
        gedaan = [_reken(zaak, dag, norm, kalender) for dag in (invoer.van, invoer.naar)]
        fout = next((deel for deel in gedaan if isinstance(deel, Uitval)), None)
        if fout is not None:
            mislukt.append(fout)
            continue
        was, wordt = (deel for deel in gedaan if isinstance(deel, Resultaat))
        for blad in (was.blad, wordt.blad):
            gebruikt.update(blad.gebruikt.values())
            beleid.add(blad.beleid)
            status.add(blad.status)
        door = tuple(_normverschillen(was, wordt))
        anders |= {deel.naam: deel for deel in door}
        verschillen = tuple(_verschillen(als_document(was.uitkomst), als_document(wordt.uitkomst)))
        if verschillen:
            gewijzigd.append(Gewijzigd(zaak.id, zaak.berekening, verschillen, door))
    return als_document(
        Deel(
            zaken=len(zaken),
            gewijzigd=tuple(gewijzigd),
            niet_te_berekenen=tuple(mislukt),
            normen=tuple(anders.values()),
            gebruikt=normset_van(normregel(rij) for rij in gebruikt).normen,
            beleid=tuple(sorted(beleid - {""})),
            status=tuple(sorted(status)),
        )
    )


def stel_samen(invoer: Herzieninginvoer, delen: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The revision of which these are all the parts, in order: the same however it was cut."""
    gewijzigd = [rij for deel in delen for rij in deel["gewijzigd"]]
    mislukt = [rij for deel in delen for rij in deel["niet_te_berekenen"]]
    anders = {rij["naam"]: rij for deel in delen for rij in deel["normen"]}
    kern = {
        "zaken": len(invoer.zaken),
        "ongewijzigd": len(invoer.zaken) - len(gewijzigd) - len(mislukt),
        "gewijzigd": gewijzigd,
        "niet_te_berekenen": mislukt,
        "normen": [anders[naam] for naam in sorted(anders)],
    }
    gebruikt = {(rij["naam"], rij["vanaf"]): Normregel(**rij) for deel in delen for rij in deel["gebruikt"]}
    normset = normset_van(gebruikt.values())
    uit = {
        **kern,
        "trace": [als_document(regel) for regel in _spoor(invoer, kern, normset)],
        "normset": als_document(normset),
        "beleid": ", ".join(sorted({naam for deel in delen for naam in deel["beleid"]})),
        "status": _minst_zeker({naam for deel in delen for naam in deel["status"]}),
        "motor": MOTOR,
    }
    return {**uit, "hash": hash_van(invoer, uit)}


def hash_van(invoer: Herzieninginvoer, uit: Mapping[str, Any]) -> str:
    """The hash of an answer with the input that it answers."""
    wat = {
        "berekening": NAAM,
        "motor": MOTOR,
        "invoer": als_document(invoer),
        "normen": [[rij["naam"], rij["vanaf"], rij["waarde"]] for rij in uit["normset"]["normen"]],
        "beleid": uit["beleid"],
        "uitkomst": {veld.name: uit[veld.name] for veld in fields(Herziening)},
    }
    return hashlib.sha256(canoniek(wat)).hexdigest()


def _minst_zeker(gezien: set[str]) -> str:
    """How sure the least sure case is; of none, what nothing rests on is sure."""
    return next((naam for naam in ("ongeverifieerd", "beleid") if naam in gezien), "bevestigd")


def _spoor(invoer: Herzieninginvoer, kern: Mapping[str, Any], normset: Normset) -> list[Spoorregel]:
    """From the cases to the counts: what was computed, which norm differs, who changes, and what is left."""
    blad = Rekenblad.leeg()
    van, naar = invoer.van.isoformat(), invoer.naar.isoformat()
    zaken, anders, niet = kern["zaken"], len(kern["gewijzigd"]), len(kern["niet_te_berekenen"])
    blad.regel(
        Tekst("Zaken, elk onder de normen van beide dagen", "Cases, each under the norms of both days"),
        f"{van} → {naar}", str(zaken),
    )  # fmt: skip
    rijen = {(rij.naam, rij.waarde): rij for rij in normset.normen}
    for deel in kern["normen"]:
        rij = rijen[deel["naam"], deel["wordt"] or deel["was"]]
        was, wordt = deel["was"] or "-", deel["wordt"] or "-"
        stap = f"{was} → {wordt}"
        blad.spoor.append(
            Spoorregel(
                "Norm die verschilt", "Norm that differs", stap, stap, wordt, rij.naam, rij.bron, rij.status
            )
        )
    blad.regel(
        Tekst("Zaken die veranderen", "Cases that change"),
        Tekst(f"uitkomst op {van} ≠ uitkomst op {naar}", f"outcome on {van} ≠ outcome on {naar}"), str(anders),
    )  # fmt: skip
    blad.regel(
        Tekst("Zaken die niet te berekenen zijn", "Cases that cannot be computed"),
        Tekst("geen uitkomst op een van beide dagen", "no outcome on one of the days"), str(niet),
    )  # fmt: skip
    blad.regel(
        Tekst("Zaken die gelijk blijven", "Cases that stay the same"),
        f"{zaken} - {anders} - {niet}", str(kern["ongewijzigd"]),
    )  # fmt: skip
    return blad.spoor


def _controleer(invoer: Herzieninginvoer) -> None:
    if invoer.van == invoer.naar:
        raise weiger("zelfde_dag", "/naar", f"Beide dagen zijn {invoer.van}. Kies de dag van de nieuwe normen.", f"Both days are {invoer.van}. Choose the day of the new norms.")  # fmt: skip
    dubbel = [naam for naam, aantal in Counter(zaak.id for zaak in invoer.zaken).items() if aantal > 1]
    for plaats, zaak in enumerate(invoer.zaken):
        if zaak.berekening not in HERZIENBAAR:
            namen = ", ".join(HERZIENBAAR)
            raise weiger("berekening_onbekend", f"/zaken/{plaats}/berekening", f"{zaak.berekening} kan niet naar een andere dag. Kies uit: {namen}.", f"{zaak.berekening} cannot move to another day. Choose from: {namen}.")  # fmt: skip
        if zaak.id in dubbel:
            raise weiger("zaak_dubbel", f"/zaken/{plaats}/id", f"Zaak {zaak.id} staat er vaker. Geef elke zaak een eigen id.", f"Case {zaak.id} is there more than once. Give each an id.")  # fmt: skip


def _reken(zaak: Zaakinvoer, dag: date, norm: Normen, kalender: Kalender) -> Resultaat | Uitval:
    berekening = BEREKENINGEN[zaak.berekening]
    bekend = {veld.name for veld in fields(berekening.invoer)}
    dagveld = next(naam for naam in DAGVELDEN if naam in bekend)
    try:
        return reken(berekening, {**zaak.invoer, dagveld: dag.isoformat()}, norm, kalender)
    except Geweigerd as fout:
        eerste = fout.fouten[0] if fout.fouten else Fout(fout.code, fout.tekst, Plaats())
        tekst = fout.tekst if fout.code == "norm_ontbreekt" else eerste.tekst
        return Uitval(zaak.id, zaak.berekening, dag, eerste.code, tekst.nl, tekst.en)


def _normverschillen(was: Resultaat, wordt: Resultaat) -> Iterator[Normverschil]:
    voor, na = was.blad.gebruikt, wordt.blad.gebruikt
    for naam in sorted({*voor, *na}):
        oud, nieuw = (rij.waarde if rij else "" for rij in (voor.get(naam), na.get(naam)))
        if oud != nieuw:
            yield Normverschil(naam, oud, nieuw)


def _verschillen(was: Any, wordt: Any, plek: str = "") -> Iterator[Verschil]:
    """Where two outcomes differ, by the name of the field or, inside lists, its pointer."""
    if isinstance(was, dict) and isinstance(wordt, dict):
        for naam in was:
            yield from _verschillen(was[naam], wordt[naam], f"{plek}/{naam}")
    elif isinstance(was, list) and isinstance(wordt, list) and len(was) == len(wordt):
        for nummer, (oud, nieuw) in enumerate(zip(was, wordt, strict=True)):
            yield from _verschillen(oud, nieuw, f"{plek}/{nummer}")
    elif was != wordt:
        yield Verschil(plek.removeprefix("/"), _als_tekst(was), _als_tekst(wordt))


def _als_tekst(waarde: Any) -> str:
    if isinstance(waarde, str):
        return waarde
    return canoniek(waarde).decode()
