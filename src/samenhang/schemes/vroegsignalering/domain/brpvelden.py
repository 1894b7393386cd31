"""One datum of what a partner sent against the same datum in the BRP: surname, initials, birth date, address. Pure."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from samenhang.schemes.vroegsignalering.domain.brp import Brpadres, Gezocht, Ingeschrevene
from samenhang.schemes.vroegsignalering.domain.brpoorzaken import vraagt_mens

_HANDEL = re.compile(
    r"\b(eenmanszaak|h\.?o\.?d\.?n|v\.?o\.?f|b\.?v|bedrijf|handel|shop|winkel|services?|bakkerij|kapsalon|klussen)\b",
    re.IGNORECASE,
)

_LANG_GENOEG = 5  # in a shorter name one other letter makes another name


def kaal(tekst: str) -> str:
    """Letters only, lower case, without accents."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(t for t in los if t.isalpha() and not unicodedata.combining(t))


def _als_y(tekst: str) -> str:
    return tekst.replace("ij", "y")


def _enkel(tekst: str) -> str:
    return re.sub(r"(.)\1+", r"\1", tekst)


def een_letter_anders(links: str, rechts: str) -> bool:
    """Whether one letter was changed, left out, added, or swapped with its neighbour."""
    if len(links) > len(rechts):
        links, rechts = rechts, links
    if links == rechts or len(rechts) - len(links) > 1:
        return False
    voor = next((i for i, (a, b) in enumerate(zip(links, rechts, strict=False)) if a != b), len(links))
    if len(links) < len(rechts):
        return links[voor:] == rechts[voor + 1 :]
    verwisseld = links[voor : voor + 2] == rechts[voor : voor + 2][::-1]
    return links[voor + 1 :] == rechts[voor + 1 :] or (verwisseld and links[voor + 2 :] == rechts[voor + 2 :])


def _stam(gevraagd: str, eigen: str) -> tuple[str, ...] | None:
    """Why two surnames without their prefix are written differently; None when they are two names."""
    if gevraagd.strip().casefold() == eigen.strip().casefold():
        return ()
    a, b = kaal(gevraagd), kaal(eigen)
    if not a or not b:
        return None
    if a == b:
        return ("teken",)
    if _als_y(a) == _als_y(b):
        return ("ij_y",)
    if _enkel(a) == _enkel(b):
        return ("dubbele_letter",)
    if _enkel(_als_y(a)) == _enkel(_als_y(b)):
        return ("dubbele_letter", "ij_y")
    if min(len(a), len(b)) >= _LANG_GENOEG and een_letter_anders(a, b):
        return ("tikfout",)
    return None


def naamverschil(gezocht: Gezocht, wie: Ingeschrevene) -> tuple[str, ...] | None:
    """The causes by which the surnames differ; empty when they are equal, None when they are different names."""
    eigen = (wie.tussenvoegsel, wie.achternaam)
    namen: list[tuple[tuple[str, str], tuple[str, ...]]] = [(eigen, ())]
    if wie.partner_achternaam:
        partner = (wie.partner_tussenvoegsel, wie.partner_achternaam)
        samen = [(a[0], f"{a[1]} {b[0]} {b[1]}") for a, b in ((eigen, partner), (partner, eigen))]
        namen += [(naam, ("partnernaam",)) for naam in (partner, *samen)]
    gevonden = []
    for (voor, naam), extra in namen:
        stam = _stam(gezocht.achternaam, naam)
        if stam is not None:
            voorvoegsel = () if kaal(gezocht.tussenvoegsel) == kaal(voor) else ("voorvoegsel",)
            gevonden.append((*extra, *stam, *voorvoegsel))
        heel = _stam(f"{gezocht.tussenvoegsel} {gezocht.achternaam}".strip(), f"{voor} {naam}".strip())
        if heel is not None and kaal(gezocht.tussenvoegsel) != kaal(voor):
            gevonden.append((*extra, *(code for code in heel if code != "teken"), "voorvoegsel_in_naam"))
    return min(gevonden, key=lambda codes: (vraagt_mens(codes), len(codes))) if gevonden else None


def handelsnaam(gezocht: Gezocht) -> bool:
    """Whether the partner sent the name of a business in the place of a surname."""
    return bool(_HANDEL.search(gezocht.achternaam))


def noemt(gezocht: Gezocht, wie: Ingeschrevene) -> bool:
    """Whether a trade name holds the surname as a word of its own."""
    woorden = {kaal(woord) for woord in gezocht.achternaam.split()}
    return handelsnaam(gezocht) and kaal(wie.achternaam) in woorden


def voorletterverschil(gezocht: Gezocht, wie: Ingeschrevene) -> tuple[str, ...]:
    """The cause by which the initials differ, if so; a call name counts as the first."""
    gevraagd = kaal(gezocht.voorletters) or kaal(gezocht.voornaam)[:1]
    eigen = "".join(kaal(naam)[:1] for naam in wie.voornamen.split())
    if not gevraagd or gevraagd == eigen:
        return ()
    kort, lang = sorted((gevraagd, eigen), key=len)
    return ("voorletters_minder",) if kort and lang.startswith(kort) else ("voorletters",)


def geboortedatumverschil(gezocht: date | None, eigen: date | None) -> tuple[str, ...]:
    """The cause by which the birth dates differ, if so."""
    if gezocht is None:
        return ("geboortedatum_onbekend",)
    if gezocht == eigen:
        return ()
    if eigen and gezocht.year == eigen.year and (gezocht.month, gezocht.day) == (eigen.day, eigen.month):
        return ("dag_maand",)
    return ("geboortedatum",)


def zelfde_huis(gezocht: Gezocht, adres: Brpadres) -> bool:
    """Whether postcode and number agree; letter and addition may still differ."""
    postcode = re.sub(r"\s", "", gezocht.postcode).upper()
    return bool(postcode) and (postcode, gezocht.huisnummer) == (adres.postcode.upper(), adres.huisnummer)


def zelfde_adres(gezocht: Gezocht, adres: Brpadres) -> bool:
    """Whether it is the same dwelling; "10 A" as letter or as addition is one."""
    return zelfde_huis(gezocht, adres) and _achter(gezocht) == _achter(adres)


def _achter(adres: Gezocht | Brpadres) -> str:
    return "".join(t for t in f"{adres.huisletter}{adres.toevoeging}".casefold() if t.isalnum())


def adresverschil(gezocht: Gezocht, wie: Ingeschrevene) -> tuple[str, ...]:
    """The cause by which the address differs from where someone lives now, if so."""
    if zelfde_adres(gezocht, wie.adres):
        return ()
    if any(zelfde_adres(gezocht, adres) for adres in wie.eerder):
        return ("verhuisd_hier",)
    return ("toevoeging",) if zelfde_huis(gezocht, wie.adres) else ("ander_adres",)
