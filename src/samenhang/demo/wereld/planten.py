"""Plants mistakes in rows, sends a few rows twice, and tells what follows from it in later deliveries."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import cycle
from random import Random

from samenhang.demo.wereld.fouten import MISSERS, Misser
from samenhang.demo.wereld.modellen import Partner, PartnerSoort, Regel, SoortSignaal

_TWIJFEL = 4  # residents per municipality
_VAAG = ("voornaam", "geboortedatum", "telefoon", "email")
# Four of a hundred rows; more in a small world, until every kind has come by or a seventh is reached.
_AANDEEL, _HOOGSTE_AANDEEL = 0.04, 0.15


@dataclass(frozen=True, slots=True)
class Rij:
    """A row on its way into a file: the municipality it is sent to, and the row."""

    gemeentecode: str
    regel: Regel


def plant(rng: Random, rijen: list[Rij], partners: tuple[Partner, ...]) -> list[Rij]:
    """The same rows with mistakes planted in some of them, and a few rows sent twice.

    Rows of which somebody later depends (a withdrawal, an end of supply) may fail too, as in life.
    """
    grens = len(MISSERS) + len(_BIJZONDER)
    aantal = max(round(_AANDEEL * len(rijen)), min(grens, int(_HOOGSTE_AANDEEL * len(rijen))))
    uit = list(rijen)
    vrij = list(range(len(uit)))
    rng.shuffle(vrij)
    beurten: tuple[Misser | Bijzonder, ...] = (*MISSERS[:15], *_BIJZONDER, *MISSERS[15:])
    for nummer, misser in enumerate(cycle(beurten)):
        if nummer >= aantal:
            break
        if isinstance(misser, Misser):
            plek = next((p for p in vrij if _past(misser, uit[p].regel)), None)
            if plek is not None:
                vrij.remove(plek)
                uit[plek] = replace(uit[plek], regel=_mis(rng, misser, uit[plek].regel))
        else:
            misser(rng, uit, vrij, partners)
    return uit


def gevolgen(rijen: list[Rij]) -> list[Rij]:
    """The rows in order of sending, with what follows from refused ones when all files are delivered.

    An end of supply is refused (R30) when no earlier signal of the customer was accepted, a withdrawal
    (R40) when its signal was not.
    """
    klanten: set[str] = set()
    ids: set[str] = set()
    uit = []
    for rij in sorted(rijen, key=lambda rij: rij.regel.signaal.datum):
        regel, signaal = rij.regel, rij.regel.signaal
        klant = f"{signaal.contract.partner} {signaal.contract.klantnummer}"
        codes = set(regel.codes_register)
        if signaal.soort is SoortSignaal.INTREKKING:
            codes |= {"R40"} if signaal.signaal_id not in ids else set()
        elif signaal.soort is SoortSignaal.EINDE_LEVERING and signaal.contract.soort is PartnerSoort.ENERGIE:
            codes |= {"R30"} if klant not in klanten else set()
        regel = replace(regel, codes_register=tuple(sorted(codes)))
        if not any(code.startswith("R") for code in (*regel.codes, *codes)):
            klanten.add(klant)
            ids.add(signaal.signaal_id)
        uit.append(replace(rij, regel=regel))
    return uit


def twijfel(rijen: list[Rij]) -> list[Rij]:
    """In a few rows the partner has another first initial and nothing to reach or date the resident by.

    Only of residents with two signals, from two partners: no computer can say that it is one person, somebody
    has to look. The truth stays that it is.
    """
    per_persoon: dict[str, list[int]] = defaultdict(list)
    for plek, rij in enumerate(rijen):
        per_persoon[rij.regel.signaal.persoon_id].append(plek)
    uit, over = list(rijen), Counter({rij.gemeentecode: _TWIJFEL for rij in rijen})
    for plekken in per_persoon.values():
        regels = [rijen[plek].regel for plek in plekken]
        gemeenten = {rijen[plek].gemeentecode for plek in plekken}
        heel = not any(regel.codes or regel.codes_register for regel in regels)
        if len(regels) != 2 or len({regel.velden["partner"] for regel in regels}) != 2 or not heel:
            continue
        if len(gemeenten) == 1 and over[min(gemeenten)]:
            over[min(gemeenten)] -= 1
            velden = dict(regels[1].velden)
            velden |= {kolom: "" for kolom in _VAAG if kolom in velden}
            velden["voorletters"] = _andere_letter(velden["voorletters"])
            uit[plekken[1]] = replace(rijen[plekken[1]], regel=replace(regels[1], velden=velden))
    return uit


def _andere_letter(voorletters: str) -> str:
    punt = "." if "." in voorletters else ""
    return ("M" if voorletters.startswith("K") else "K") + punt + voorletters


def _past(misser: Misser, regel: Regel) -> bool:
    signaal = regel.signaal
    intrekking = signaal.soort is SoortSignaal.INTREKKING
    if intrekking != (misser.code == "R40") or signaal.contract.soort not in misser.soorten:
        return False
    if misser.eerste and (signaal.soort is not SoortSignaal.EERSTE or signaal.datum_dreiging is not None):
        return False
    return bool(regel.velden.get(misser.kolom)) and (misser.code != "W41" or "toevoeging" in regel.velden)


def _mis(rng: Random, misser: Misser, regel: Regel) -> Regel:
    velden = dict(regel.velden)
    misser.doe(rng, velden)
    if misser.register:
        return replace(regel, velden=velden, codes_register=(misser.code,))
    return replace(regel, velden=velden, codes=(misser.code,))


Bijzonder = Callable[[Random, list[Rij], list[int], tuple[Partner, ...]], None]


def _nieuwe_rij(vrij: list[int], rijen: list[Rij], eis: Callable[[Regel], bool]) -> int | None:
    """Take a place whose row is a signal that meets a demand, if there is one."""
    plek = next(
        (
            p
            for p in vrij
            if rijen[p].regel.signaal.soort is not SoortSignaal.INTREKKING and eis(rijen[p].regel)
        ),
        None,
    )
    if plek is not None:
        vrij.remove(plek)
    return plek


def _dubbel(_: Random, rijen: list[Rij], vrij: list[int], __: tuple[Partner, ...]) -> None:
    """The same row once more."""
    plek = _nieuwe_rij(vrij, rijen, lambda regel: True)
    if plek is not None:
        rijen.append(replace(rijen[plek], regel=replace(rijen[plek].regel, codes=("dubbel",))))


def _id_hergebruikt(_: Random, rijen: list[Rij], vrij: list[int], __: tuple[Partner, ...]) -> None:
    """The same id with another amount."""
    plek = _nieuwe_rij(vrij, rijen, lambda regel: True)
    if plek is not None:
        regel = rijen[plek].regel
        velden = regel.velden | {"bedrag_achterstand": f"9{regel.velden['bedrag_achterstand'][-6:]}"}
        rijen.append(replace(rijen[plek], regel=replace(regel, velden=velden, codes=("R02",))))


def _zelfde_bedrag(_: Random, rijen: list[Rij], vrij: list[int], __: tuple[Partner, ...]) -> None:
    """The same arrears under another id in the same file."""
    plek = _nieuwe_rij(vrij, rijen, lambda regel: bool(regel.velden.get("klantnummer")))
    if plek is not None:
        regel = rijen[plek].regel
        velden = regel.velden | {"signaal_id": f"{regel.velden['signaal_id']}.2"}
        rijen.append(replace(rijen[plek], regel=replace(regel, velden=velden, codes=("W04",))))


def _klantnummer_gedeeld(_: Random, rijen: list[Rij], vrij: list[int], __: tuple[Partner, ...]) -> None:
    """One customer number for two persons of different households in one file: both rows are wrong."""
    een = _nieuwe_rij(vrij, rijen, lambda regel: bool(regel.velden.get("klantnummer")))
    if een is None:
        return
    rij = rijen[een]

    def ander(p: int) -> bool:
        regel = rijen[p].regel
        return (
            rijen[p].gemeentecode == rij.gemeentecode
            and regel.signaal.maand == rij.regel.signaal.maand
            and regel.velden["partner"] == rij.regel.velden["partner"]
            and regel.signaal.contract.huishouden_id != rij.regel.signaal.contract.huishouden_id
            and regel.velden.get("achternaam") not in ("", rij.regel.velden["achternaam"])
        )

    twee = next((p for p in vrij if ander(p)), None)
    if twee is None:
        return
    vrij.remove(twee)
    nummer = rij.regel.velden["klantnummer"]
    rijen[een] = replace(rij, regel=replace(rij.regel, codes=("R03",)))
    regel = replace(
        rijen[twee].regel, velden=rijen[twee].regel.velden | {"klantnummer": nummer}, codes=("R03",)
    )
    rijen[twee] = replace(rijen[twee], regel=regel)


def _verkeerde_gemeente(
    rng: Random, rijen: list[Rij], vrij: list[int], partners: tuple[Partner, ...]
) -> None:
    """A row in the file for another municipality: its postcode lies outside."""
    gebied = {partner.kvk: partner.gemeenten for partner in partners}
    in_gebruik = {rij.gemeentecode for rij in rijen}
    plek = _nieuwe_rij(vrij, rijen, lambda regel: True)
    if plek is None:
        return
    rij = rijen[plek]
    andere = [
        code
        for code in gebied[rij.regel.velden["partner"]]
        if code in in_gebruik and code != rij.gemeentecode
    ]
    if andere:
        rijen[plek] = Rij(rng.choice(andere), replace(rij.regel, codes_register=("W20",)))


_BIJZONDER: tuple[Bijzonder, ...] = (
    _dubbel, _klantnummer_gedeeld, _id_hergebruikt, _zelfde_bedrag, _verkeerde_gemeente,
)  # fmt: skip
