"""What a partner sent against what the BRP says: which outcome is proposed, and the cause of every difference. Pure.

Certain without a human is only who lives here, at the same address, with the same birth date (or, when the
partner sent none, with fitting initials and nobody else at the address who could be meant), and whose name
differs in spelling at most. Everything that sends a person away is proposed, never taken. Causes: Divosa,
onder de loep 2025 (ss/s, prefix, diacritics, maiden name, trade name), and what we add.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.domain.brp import Brpadres, BrpUitkomst, Gezocht, Ingeschrevene


@dataclass(frozen=True, slots=True)
class Oorzaak:
    """Why two data differ: in which datum, in words, and whether somebody must look at it."""

    veld: str
    tekst: Tekst
    mens: bool = True


def _oorzaak(veld: str, nl: str, en: str, mens: bool = True) -> Oorzaak:
    return Oorzaak(veld, Tekst(nl, en), mens)


OORZAKEN: Final[dict[str, Oorzaak]] = {
    "teken": _oorzaak("achternaam", "accent, spatie of leesteken", "accent, space or punctuation", False),
    "dubbele_letter": _oorzaak("achternaam", "dubbele of enkele letter (ss/s, nn/n)", "double or single letter (ss/s, nn/n)", False),
    "ij_y": _oorzaak("achternaam", "ij of y", "ij or y", False),
    "voorvoegsel": _oorzaak("achternaam", "voorvoegsel weggelaten of anders", "prefix left out or different", False),
    "voorvoegsel_in_naam": _oorzaak("achternaam", "voorvoegsel staat in de achternaam", "prefix stands inside the surname", False),
    "partnernaam": _oorzaak("achternaam", "naam van de partner, of eigen naam erbij", "partner's name, or own name added", False),
    "tikfout": _oorzaak("achternaam", "één letter anders", "one letter differs"),
    "handelsnaam": _oorzaak("achternaam", "handelsnaam in plaats van een persoon", "trade name instead of a person"),
    "andere_naam": _oorzaak("achternaam", "andere achternaam", "another surname"),
    "voorletters_minder": _oorzaak("voorletters", "niet alle voorletters", "not all initials", False),
    "voorletters": _oorzaak("voorletters", "andere voorletters (roepnaam?)", "other initials (call name?)"),
    "geboortedatum_onbekend": _oorzaak("geboortedatum", "partner stuurde geen geboortedatum", "the partner sent no birth date", False),
    "dag_maand": _oorzaak("geboortedatum", "dag en maand verwisseld", "day and month swapped"),
    "geboortedatum": _oorzaak("geboortedatum", "andere geboortedatum", "another birth date"),
    "toevoeging": _oorzaak("adres", "andere huisletter of toevoeging", "another house letter or addition"),
    "verhuisd_hier": _oorzaak("adres", "verhuisd binnen de gemeente", "moved within the municipality"),
    "ander_adres": _oorzaak("adres", "woont op een ander adres in de gemeente", "lives at another address in the municipality"),
    "verhuisd": _oorzaak("stand", "verhuisd naar een andere gemeente", "moved to another municipality"),
    "vertrokken": _oorzaak("stand", "vertrokken uit Nederland", "left the Netherlands"),
    "overleden": _oorzaak("stand", "overleden", "deceased"),
    "in_onderzoek": _oorzaak("stand", "gegevens in onderzoek bij de BRP", "data under investigation by the BRP"),
    "geheim": _oorzaak("stand", "geheimhouding: geef niets door aan anderen", "secrecy: pass nothing on to others", False),
    "meer_kandidaten": _oorzaak("stand", "meer dan één persoon kan het zijn", "more than one person may be meant"),
    "geen_kandidaat": _oorzaak("stand", "niemand gevonden", "nobody found"),
    "andere_persoon": _oorzaak("stand", "gevonden persoon is iemand anders", "the person found is somebody else"),
}  # fmt: skip
"""Every cause by its code, in the order in which people read them."""

_HANDEL = re.compile(
    r"\b(eenmanszaak|h\.?o\.?d\.?n|v\.?o\.?f|b\.?v|bedrijf|handel|shop|winkel|services?|bakkerij|kapsalon|klussen)\b",
    re.IGNORECASE,
)
_LANG_GENOEG = 5  # in a shorter name one other letter makes another name


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What is proposed, on which record, with the code of every difference; `zeker` needs no human.

    Without a proposal (None) nobody was found, which proves nothing about where someone lives.
    """

    voorstel: BrpUitkomst | None
    zeker: bool = False
    gevonden: Ingeschrevene | None = None
    verschillen: tuple[str, ...] = ()
    kandidaten: int = 0


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
    return min(gevonden, key=lambda codes: (_mens(codes), len(codes))) if gevonden else None


def _mens(codes: Iterable[str]) -> bool:
    return any(OORZAKEN[code].mens for code in codes)


def handelsnaam(gezocht: Gezocht) -> bool:
    """Whether the partner sent the name of a business in the place of a surname."""
    return bool(_HANDEL.search(gezocht.achternaam))


def _noemt(gezocht: Gezocht, wie: Ingeschrevene) -> bool:
    """Whether a trade name holds the surname as a word of its own."""
    woorden = {kaal(woord) for woord in gezocht.achternaam.split()}
    return handelsnaam(gezocht) and kaal(wie.achternaam) in woorden


def _voorletters(gezocht: Gezocht, wie: Ingeschrevene) -> tuple[str, ...]:
    gevraagd = kaal(gezocht.voorletters) or kaal(gezocht.voornaam)[:1]
    eigen = "".join(kaal(naam)[:1] for naam in wie.voornamen.split())
    if not gevraagd or gevraagd == eigen:
        return ()
    kort, lang = sorted((gevraagd, eigen), key=len)
    return ("voorletters_minder",) if kort and lang.startswith(kort) else ("voorletters",)


def _geboortedatum(gezocht: date | None, eigen: date | None) -> tuple[str, ...]:
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


def _adres(gezocht: Gezocht, wie: Ingeschrevene) -> tuple[str, ...]:
    if zelfde_adres(gezocht, wie.adres):
        return ()
    if any(zelfde_adres(gezocht, adres) for adres in wie.eerder):
        return ("verhuisd_hier",)
    return ("toevoeging",) if zelfde_huis(gezocht, wie.adres) else ("ander_adres",)


def kandidaat(gezocht: Gezocht, wie: Ingeschrevene) -> bool:
    """Whether this may be who is meant: name and birth date, name and house, or birth date and house agree.

    A source gives nobody else: who merely lives in the house, or has his birthday on that day, is not asked for.
    """
    naam = naamverschil(gezocht, wie) is not None or _noemt(gezocht, wie)
    dag = gezocht.geboortedatum is not None and gezocht.geboortedatum == wie.geboortedatum
    huis = any(zelfde_huis(gezocht, adres) for adres in wie.adressen())
    return naam + dag + huis >= 2


def verschillen(gezocht: Gezocht, wie: Ingeschrevene, gemeentecode: str) -> tuple[str, ...]:
    """The code of every difference between what was sent and one record, in the order of `OORZAKEN`."""
    naam = naamverschil(gezocht, wie)
    if naam is None:
        naam = ("handelsnaam",) if handelsnaam(gezocht) else ("andere_naam",)
    codes = {
        *naam,
        *_voorletters(gezocht, wie),
        *_geboortedatum(gezocht.geboortedatum, wie.geboortedatum),
    }
    stand = _stand(wie, gemeentecode)
    codes |= set(stand) or set(_adres(gezocht, wie))
    codes |= {code for code, geldt in (("in_onderzoek", wie.in_onderzoek), ("geheim", wie.geheim)) if geldt}
    return tuple(code for code in OORZAKEN if code in codes)


def _stand(wie: Ingeschrevene, gemeentecode: str) -> tuple[str, ...]:
    """Why someone is no resident (any more), if so."""
    if wie.overleden:
        return ("overleden",)
    if wie.vertrokken:
        return ("vertrokken",)
    return ("verhuisd",) if wie.adres.gemeentecode != gemeentecode else ()


_VOORSTEL = {
    "overleden": BrpUitkomst.OVERLEDEN,
    "vertrokken": BrpUitkomst.GEEN_INWONER,
    "verhuisd": BrpUitkomst.VERHUISD,
}


def vergelijk(gezocht: Gezocht, gevonden: Sequence[Ingeschrevene], gemeentecode: str) -> Uitslag:
    """Judge the candidates of one person for one municipality; the order in which they come does not matter."""
    kandidaten = [wie for wie in gevonden if kandidaat(gezocht, wie)]
    if not kandidaten:
        waarom = ("handelsnaam",) if handelsnaam(gezocht) else ()
        return Uitslag(None, verschillen=(*waarom, "geen_kandidaat"))
    gewogen = sorted(
        ((verschillen(gezocht, wie, gemeentecode), wie) for wie in kandidaten),
        key=lambda paar: (sum(OORZAKEN[code].mens for code in paar[0]), len(paar[0]), repr(paar[1])),
    )
    codes, wie = gewogen[0]
    stand = _stand(wie, gemeentecode)
    voorstel = _VOORSTEL[stand[0]] if stand else BrpUitkomst.INWONER
    if _meer(gezocht, [c for c, _ in gewogen]):
        codes = (*codes, "meer_kandidaten")
    return Uitslag(voorstel, _zeker(gezocht, codes), wie, codes, len(kandidaten))


def _meer(gezocht: Gezocht, alle: Sequence[tuple[str, ...]]) -> bool:
    """Whether a second candidate could be meant as well: same birth date, or when none was sent, fitting initials."""
    eerste, *rest = alle
    apart = {"geboortedatum", "dag_maand"} if gezocht.geboortedatum else {"voorletters"}
    if apart & set(eerste):
        return bool(rest)
    return any(not apart & set(codes) and "voorletters" not in codes for codes in rest)


def _zeker(gezocht: Gezocht, codes: Iterable[str]) -> bool:
    if _mens(codes):
        return False
    return gezocht.geboortedatum is not None or bool(kaal(gezocht.voorletters) or kaal(gezocht.voornaam))


def te_bewaren(uitslag: Uitslag) -> dict[str, object]:
    """What is kept of an answer, as long as the case: name and birth date, and the address only of who lives here.

    Never where someone went, never a secret address, never what the BRP says of others.
    """
    wie = uitslag.gevonden
    if wie is None:
        return {"voorstel": "", "kandidaten": uitslag.kandidaten}
    hier = uitslag.voorstel is BrpUitkomst.INWONER and not wie.geheim
    return {
        "voorstel": str(uitslag.voorstel),
        "kandidaten": uitslag.kandidaten,
        "voorletters": "".join(f"{naam[0]}." for naam in wie.voornamen.split()),
        "tussenvoegsel": wie.tussenvoegsel,
        "achternaam": wie.achternaam,
        "partnernaam": f"{wie.partner_tussenvoegsel} {wie.partner_achternaam}".strip()
        if "partnernaam" in uitslag.verschillen
        else "",
        "geboortedatum": wie.geboortedatum.isoformat() if wie.geboortedatum else "",
        "adres": str(wie.adres) if hier else "",
        "geheim": wie.geheim,
    }
