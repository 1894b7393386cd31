"""Conditions that a law puts on a permit beside who, for what and when: consent, informing, age, need. Pure.

A permit names them in `mits`. Each says which categories stay open under the facts; what it closes is refused with
its own reason code. The order below is the order in which a refusal names them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.toegang.besluit import LEEG, Feiten, Verzoek

OUD_GENOEG: Final = 12
"""From this age a person asks for his own data himself. Source: Wmo 2015 art. 5.3.2."""
VOLWASSEN: Final = 16
"""Up to this age a representative may ask for them too. Source: Wmo 2015 art. 5.3.2 and 5.3.3."""

Open = frozenset[str] | None
"""The categories that stay open; None is all of them."""


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """One condition: its reason code, and what it leaves open.

    `breek` changes a request and facts that meet every condition into ones that fail this one only: the proof
    walks through every combination of conditions with it.
    """

    naam: str
    reden: str
    titel: Tekst
    open: Callable[[Verzoek, Feiten, date], Open]
    breek: Callable[[Verzoek, Feiten], tuple[Verzoek, Feiten]]


def _mits(waar: bool) -> Open:
    return None if waar else LEEG


def _alles(verzoek: Verzoek) -> frozenset[str]:
    return verzoek.leest | verzoek.schrijft


def geinformeerd_of_uitgesteld(feiten: Feiten, dag: date) -> bool:
    """Whether the person was told, or telling him was put off and that has not run out: it ends by itself."""
    return feiten.geinformeerd or (feiten.uitstel_tot is not None and dag <= feiten.uitstel_tot)


_RIJEN: Final = (
    Voorwaarde(
        "nood",
        "nood_ontbreekt",
        Tekst("de nood is beschreven", "the emergency is described"),
        lambda v, f, dag: _mits(f.nood),
        lambda v, f: (v, f._replace(nood=False)),
    ),
    Voorwaarde(
        "eigen_leeftijd",
        "leeftijd",
        Tekst("de inwoner is twaalf of ouder en kan dit zelf", "the resident is twelve or older and able"),
        lambda v, f, dag: _mits(f.leeftijd is not None and f.leeftijd >= OUD_GENOEG and not f.wilsonbekwaam),
        lambda v, f: (v, f._replace(leeftijd=OUD_GENOEG - 1)),
    ),
    Voorwaarde(
        "vertegenwoordiging",
        "vertegenwoordiging",
        Tekst(
            "de inwoner is jonger dan zestien of kan dit niet zelf, en het is niet tegen zijn belang",
            "the resident is under sixteen or not able, and it is not against his interest",
        ),
        lambda v, f, dag: _mits(
            not f.tegen_belang and (f.wilsonbekwaam or (f.leeftijd is not None and f.leeftijd < VOLWASSEN))
        ),
        lambda v, f: (v, f._replace(tegen_belang=True)),
    ),
    Voorwaarde(
        "maatregel",
        "maatregel",
        Tekst("de rechter benoemde een curator of bewindvoerder, en dat loopt", "the court appointed a curator or administrator, and that runs"),
        lambda v, f, dag: _mits(f.maatregel),
        lambda v, f: (v, f._replace(maatregel=False)),
    ),
    Voorwaarde(
        "geen_bezwaar",
        "bezwaar",
        Tekst("er loopt geen bezwaar", "no objection is open"),
        lambda v, f, dag: LEEG if f.bezwaar else _alles(v) - f.bezwaar_tegen if f.bezwaar_tegen else None,
        lambda v, f: (v, f._replace(bezwaar=True)),
    ),
    Voorwaarde(
        "geinformeerd",
        "niet_geinformeerd",
        Tekst("de inwoner is geïnformeerd, of dat is tot een datum uitgesteld", "the resident was informed, or that was put off until a date"),
        lambda v, f, dag: _mits(geinformeerd_of_uitgesteld(f, dag)),
        lambda v, f: (v, f._replace(geinformeerd=False, uitstel_tot=None)),
    ),
    Voorwaarde(
        "instemming",
        "geen_instemming",
        Tekst("de inwoner stemde in met dit gegeven voor dit soort organisatie", "the resident agreed to this datum for this kind of organisation"),
        lambda v, f, dag: f.instemming,
        lambda v, f: (v, f._replace(instemming=LEEG)),
    ),
    Voorwaarde(
        "bron",
        "voorwaarde_bron",
        Tekst("wie het gegeven gaf, laat het verder gaan", "who supplied the datum lets it go onward"),
        lambda v, f, dag: _alles(v) - f.voorwaarde_bron if f.voorwaarde_bron else None,
        lambda v, f: (v, f._replace(voorwaarde_bron=_alles(v))),
    ),
    Voorwaarde(
        "afspraak",
        "afspraak_ontbreekt",
        Tekst("een getekende samenwerkingsafspraak tussen deze organisaties gaat over dit gegeven", "a signed agreement between these organisations covers this datum"),
        lambda v, f, dag: f.afspraak,
        lambda v, f: (v, f._replace(afspraak=LEEG)),
    ),
    Voorwaarde(
        "noodzaak",
        "noodzaak_ontbreekt",
        Tekst("per gegeven staat waarom het nodig is", "for each datum it is written why it is needed"),
        lambda v, f, dag: v.noodzaak,
        lambda v, f: (v._replace(noodzaak=LEEG), f),
    ),
    Voorwaarde(
        "tweede_lezer",
        "tweede_lezer",
        Tekst("een collega las mee en is akkoord", "a colleague read along and agreed"),
        lambda v, f, dag: _mits(f.tweede_lezer),
        lambda v, f: (v, f._replace(tweede_lezer=False)),
    ),
    Voorwaarde(
        "niet_gesloten",
        "categorie_gesloten",
        Tekst("het gegeven is niet afgeschermd", "the datum is not shielded"),
        lambda v, f, dag: _alles(v) - f.gesloten if f.gesloten else None,
        lambda v, f: (v, f._replace(gesloten=_alles(v))),
    ),
)  # fmt: skip

VOORWAARDEN: Final[dict[str, Voorwaarde]] = {rij.naam: rij for rij in _RIJEN}
"""Every condition, in the order in which a refusal names them."""

IN_REGELS: Final = frozenset(VOORWAARDEN) - {"tweede_lezer", "niet_gesloten"}
"""What a permit may write in `mits`; the other two follow from `tweede_lezer` and `ook_gesloten`."""

VOLGORDE: Final[dict[str, int]] = {rij.reden: nummer for nummer, rij in enumerate(_RIJEN)}


@lru_cache(maxsize=10_000)
def voorwaarden(mits: frozenset[str], tweede_lezer: bool, ook_gesloten: bool) -> tuple[Voorwaarde, ...]:
    """The conditions of a permit, in order; shielding counts unless the permit says that it does not."""
    namen = set(mits)
    if tweede_lezer:
        namen.add("tweede_lezer")
    if not ook_gesloten:
        namen.add("niet_gesloten")
    return tuple(rij for naam, rij in VOORWAARDEN.items() if naam in namen)


def gunstig(verzoek: Verzoek, betrokkenheid: str, stap: str) -> tuple[Verzoek, Feiten]:
    """The request and the facts that meet every condition at once: the most that can be granted in a cell.

    At fourteen someone asks himself, and his representative may too.
    """
    alles = _alles(verzoek)
    feiten = Feiten(
        betrokkenheid,
        stap,
        tweede_lezer=True,
        instemming=alles,
        geinformeerd=True,
        leeftijd=14,
        maatregel=True,
        nood=True,
        afspraak=alles,
    )
    return verzoek._replace(noodzaak=alles), feiten
