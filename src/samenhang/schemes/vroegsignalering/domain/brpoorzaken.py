"""Why two data about a person may differ: every cause by its code, and whether a human must look. Pure.

Causes: Divosa, onder de loep 2025 (ss/s, prefix, diacritics, maiden name, trade name), and what we add.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from samenhang.kernel.basis import Tekst


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


def vraagt_mens(codes: Iterable[str]) -> bool:
    """Whether one of these causes needs a human."""
    return any(OORZAKEN[code].mens for code in codes)
