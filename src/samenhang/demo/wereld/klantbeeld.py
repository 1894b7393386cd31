"""How a partner wrote a customer down: spelling, missing fields, and other dirt of real life.

Everything here is still acceptable at the door; what must be refused is planted by `fouten`. What a
partner wrote down once comes back in every delivery, so a record is made per contract and kept.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from random import Random

from samenhang.demo.wereld.modellen import (
    Adres,
    Familienaam,
    Inwoner,
    Naamgebruik,
    Partner,
    PartnerSoort,
    Stijl,
)

_KLANKEN = (
    ("ij", "y"), ("y", "ij"), ("ei", "ij"), ("ij", "ei"), ("ou", "au"), ("au", "ou"), ("ck", "k"), ("k", "c"),
    ("c", "k"), ("dt", "t"), ("th", "t"), ("z", "s"), ("v", "f"), ("ss", "s"), ("s", "ss"), ("ll", "l"), ("nn", "n"),
    ("aa", "a"), ("ee", "e"), ("ff", "f"), ("g", "ch"), ("ph", "f"), ("sch", "sg"), ("w", "v"),
)  # fmt: skip
_BUREN = dict(zip("abcdefghijklmnoprstuvwyz", "svxsrdfgukjlknmitrdyiceh", strict=True))
_AFGEKORT = {
    "van der": "v.d.", "van den": "v.d.", "van de": "v.d.", "van": "v.", "de": "d.", "in 't": "i/t", "van het": "v/h",
}  # fmt: skip
_STRAAT_AFGEKORT = (("straat", "str."), ("laan", "ln."), ("plein", "pln."), ("Burgemeester", "Burg."), ("Doctor", "Dr."),
                    ("Sint", "St."), ("Prins", "Pr."))  # fmt: skip
_ETAGE = {
    "HS": ("hs", "H", "huis", "HS"), "BIS": ("bis", "Bis", "b"), "1": ("I", "1", "1hg", "1e"), "2": ("II", "2hg", "2e"),
    "3": ("III", "3hg", "3e"), "RD": ("rd", "rood"), "LI": ("li", "L"), "RE": ("re", "R"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Klantbeeld:
    """The columns about a customer as the partner has them, apart from the address."""

    achternaam: str
    tussenvoegsel: str
    voorletters: str
    voornaam: str
    geboortedatum: str
    telefoon: str
    email: str


def maak_klantbeeld(rng: Random, persoon: Inwoner, partner: Partner) -> Klantbeeld:
    """Write one resident down as this partner does, with its habits and an accident now and then."""
    stijl = partner.stijl
    tussenvoegsel, achternaam = _naam(rng, persoon, partner)
    voorletters, voornaam = _voornaam(rng, persoon, stijl)
    if rng.randrange(100) < stijl.tikfout:
        achternaam = _verschrijf(rng, achternaam)
    if voornaam and rng.randrange(100) < stijl.tikfout:
        voornaam = _verschrijf(rng, voornaam)
    geboren = persoon.geboortedatum if rng.randrange(100) < stijl.geboortedatum else None
    return Klantbeeld(
        _schrijf(achternaam, stijl), _schrijf(tussenvoegsel, stijl), _schrijf(voorletters, stijl),
        _schrijf(voornaam, stijl),
        "" if geboren is None else _geboortedatum(rng, geboren).isoformat(),
        _telefoon(rng, persoon.telefoon) if rng.randrange(100) < stijl.telefoon else "",
        persoon.email if rng.randrange(100) < stijl.email else "",
    )  # fmt: skip


def maak_adresbeeld(rng: Random, adres: Adres, stijl: Stijl) -> dict[str, str]:
    """The address columns as this partner writes them; house number and postcode stay right."""
    straat = adres.straat
    if rng.randrange(100) < 6:
        for lang, kort in _STRAAT_AFGEKORT:
            straat = straat.replace(lang, kort)
    elif rng.randrange(100) < stijl.tikfout:
        straat = _verschrijf(rng, straat)
    letter, toevoeging = adres.huisletter, adres.toevoeging
    worp = rng.randrange(100)
    if worp < 7:
        letter, toevoeging = "", ""
    elif worp < 25 and letter and not toevoeging:
        letter, toevoeging = "", letter
    elif worp < 35 and letter:
        letter = letter.lower()
    if toevoeging in _ETAGE and rng.randrange(100) < 45:
        toevoeging = rng.choice(_ETAGE[toevoeging])
    return {
        "straat": _schrijf(straat, stijl),
        "huisnummer": str(adres.huisnummer),
        "huisletter": letter,
        "toevoeging": toevoeging,
        "postcode": adres.postcode,
        "woonplaats": _schrijf(adres.woonplaats, stijl),
    }


def _schrijf(tekst: str, stijl: Stijl) -> str:
    if stijl.zonder_accenten:
        tekst = tekst.replace("ı", "i").replace("ł", "l").replace("Ł", "L")
        tekst = "".join(t for t in unicodedata.normalize("NFD", tekst) if not unicodedata.combining(t))
    return tekst.upper() if stijl.hoofdletters else tekst


def _naam(rng: Random, persoon: Inwoner, partner: Partner) -> tuple[str, str]:
    """Prefix and surname: one's own, the partner's or both, the prefix in its column or elsewhere."""
    gebruik = persoon.naamgebruik
    if partner.soort is not PartnerSoort.ZORG and rng.randrange(100) < 25:
        gebruik = rng.choice(tuple(Naamgebruik))
    eigen, ander = persoon.achternaam, persoon.partnernaam
    if ander is None or gebruik is Naamgebruik.EIGEN:
        naam = eigen
    elif gebruik is Naamgebruik.PARTNER:
        naam = ander
    else:
        voor, na = (ander, eigen) if gebruik is Naamgebruik.PARTNER_EIGEN else (eigen, ander)
        streep = "-" if rng.randrange(100) < 85 else " - "
        naam = Familienaam(voor.tussenvoegsel, f"{voor.naam}{streep}{na.volledig}")
    return _plaats_tussenvoegsel(rng, naam, partner.stijl)


def _plaats_tussenvoegsel(rng: Random, naam: Familienaam, stijl: Stijl) -> tuple[str, str]:
    if not naam.tussenvoegsel:
        return "", naam.naam
    worp = rng.randrange(100)
    if worp < stijl.tussenvoegsel_kwijt:
        return "", naam.naam
    if worp < stijl.tussenvoegsel_kwijt + stijl.tussenvoegsel_bij_naam:
        vorm = rng.randrange(10)
        if vorm < 6:
            return "", naam.volledig
        if vorm < 9:
            return "", f"{naam.naam}, {naam.tussenvoegsel}"
        return "", naam.volledig.replace(" ", "").replace("'", "").capitalize()
    if worp >= 95:
        return naam.tussenvoegsel.title() if worp < 98 else _AFGEKORT.get(
            naam.tussenvoegsel, naam.tussenvoegsel
        ), naam.naam
    return naam.tussenvoegsel, naam.naam


def _voornaam(rng: Random, persoon: Inwoner, stijl: Stijl) -> tuple[str, str]:
    """Initials, given name, or both; never neither."""
    voorletters = persoon.voorletters
    worp = rng.randrange(100)
    if worp < stijl.alleen_eerste_letter:
        voorletters = voorletters[:2]
    elif worp >= 97:
        # Entered under the call name's letter, or with the last letter forgotten.
        voorletters = voorletters[:-2] or voorletters
    vorm = rng.randrange(100)
    if vorm < 12:
        voorletters = voorletters.replace(".", "")
    elif vorm < 18:
        voorletters = voorletters.replace(".", ". ").strip()
    if rng.randrange(100) >= stijl.voornaam:
        return voorletters, ""
    voornaam = persoon.roepnaam if rng.randrange(100) < 80 else " ".join(persoon.voornamen)
    return ("", voornaam) if rng.randrange(2) else (voorletters, voornaam)


def _geboortedatum(rng: Random, datum: date) -> date:
    """The birth date, or in two of a hundred records a mistake that is itself a date."""
    worp = rng.randrange(1_000)
    if worp < 8 and datum.day <= 12:
        return datum.replace(month=datum.day, day=datum.month)
    if worp < 14:
        return datum.replace(day=datum.day % 28 + 1)
    if worp < 18 and not (datum.month == 2 and datum.day == 29):
        return datum.replace(year=datum.year - rng.choice((1, 10)))
    if worp < 21:
        return datum.replace(month=1, day=1)
    return datum


def _telefoon(rng: Random, nummer: str) -> str:
    worp = rng.randrange(100)
    if worp < 6:
        return f"+31{nummer[1:]}"
    if worp < 9:
        return nummer[:-1] + str((int(nummer[-1]) + 1) % 10)
    return nummer


def _verschrijf(rng: Random, tekst: str) -> str:
    """One mistake in a name: by ear, by finger, or a letter too few or too many."""
    laag = tekst.lower()
    if rng.randrange(100) < 45:
        paren = [(oud, nieuw) for oud, nieuw in _KLANKEN if oud in laag[1:]]
        if paren:
            oud, nieuw = rng.choice(paren)
            plek = laag.index(oud, 1)
            return tekst[:plek] + nieuw + tekst[plek + len(oud) :]
    plekken = [i for i in range(1, len(tekst) - 1) if tekst[i].isalpha() and tekst[i + 1].isalpha()]
    if not plekken or len(tekst) < 4:
        return tekst
    plek = rng.choice(plekken)
    match rng.randrange(4):
        case 0:
            return tekst[:plek] + tekst[plek + 1] + tekst[plek] + tekst[plek + 2 :]
        case 1:
            return tekst[:plek] + tekst[plek + 1 :]
        case 2:
            return tekst[:plek] + tekst[plek] + tekst[plek:]
        case _:
            return tekst[:plek] + _BUREN.get(laag[plek], "e") + tekst[plek + 1 :]
