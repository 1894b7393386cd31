"""What the BRP can answer, and how its records compare with what a partner sent. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from samenhang.kernel.basis import Tekst


class BrpUitkomst(StrEnum):
    """What the BRP said about a person at an address of this municipality."""

    INWONER = "inwoner"
    GEEN_INWONER = "geen_inwoner"
    OVERLEDEN = "overleden"
    VERHUISD = "verhuisd"
    ONZEKER = "onzeker"

    @property
    def titel(self) -> Tekst:
        """For people."""
        return _TITELS[self]

    @property
    def weg(self) -> bool:
        """Whether the person leaves the melding."""
        return self in (BrpUitkomst.GEEN_INWONER, BrpUitkomst.OVERLEDEN, BrpUitkomst.VERHUISD)

    @property
    def reden(self) -> str:
        """What the signal and its partner hear: never that, or to where, someone moved."""
        return "overleden" if self is BrpUitkomst.OVERLEDEN else "geen_inwoner"


_TITELS = {
    BrpUitkomst.INWONER: Tekst("woont hier", "lives here"),
    BrpUitkomst.GEEN_INWONER: Tekst("woont hier niet", "does not live here"),
    BrpUitkomst.OVERLEDEN: Tekst("overleden", "deceased"),
    BrpUitkomst.VERHUISD: Tekst("verhuisd naar een andere gemeente", "moved to another municipality"),
    BrpUitkomst.ONZEKER: Tekst("onzeker", "uncertain"),
}


@dataclass(frozen=True, slots=True)
class Gezocht:
    """A person as the partner named him."""

    achternaam: str
    tussenvoegsel: str = ""
    voorletters: str = ""
    voornaam: str = ""
    geboortedatum: date | None = None
    postcode: str = ""
    huisnummer: int | None = None
    huisletter: str = ""
    toevoeging: str = ""


@dataclass(frozen=True, slots=True)
class Ingeschrevene:
    """A person as the BRP has him: only what is needed to compare and to go on."""

    voornamen: str
    tussenvoegsel: str
    achternaam: str
    geboortedatum: date | None
    straat: str
    huisnummer: int | None
    huisletter: str
    toevoeging: str
    postcode: str
    woonplaats: str
    gemeentecode: str
    partner_tussenvoegsel: str = ""
    partner_achternaam: str = ""
    overleden: bool = False
    vertrokken: bool = False


class BrpBron(Protocol):
    """A place where the BRP can be asked. It gives candidates; the comparison decides."""

    naam: str

    def zoek(self, vraag: Gezocht) -> Sequence[Ingeschrevene]:
        """Those who share the birth date and surname, or the address."""


@dataclass(frozen=True, slots=True)
class Uitslag:
    """The outcome with the record that was compared and why a human must look, when he must."""

    uitkomst: BrpUitkomst
    ingeschrevene: Ingeschrevene | None = None
    verschillen: tuple[str, ...] = ()


VERSCHILLEN: dict[str, Tekst] = {
    "ss_s": Tekst("dubbele of enkele letter (ss/s, nn/n)", "double or single letter (ss/s, nn/n)"),
    "voorvoegsel": Tekst("voorvoegsel verschilt", "prefix differs"),
    "diakriet": Tekst("accent of leesteken", "accent or punctuation"),
    "partnernaam": Tekst("naam van de partner of meisjesnaam", "partner's or maiden name"),
    "handelsnaam": Tekst("handelsnaam in plaats van persoon", "trade name instead of a person"),
    "voorletter": Tekst("voorletter verschilt", "initial differs"),
    "geboortedatum": Tekst("geboortedatum verschilt", "birth date differs"),
    "meer_kandidaten": Tekst("meer dan één kandidaat", "more than one candidate"),
    "ander_adres": Tekst("woont op een ander adres in de gemeente", "lives at another address in the municipality"),
}  # fmt: skip
"""Real causes of a failed look-up (Divosa, onder de loep 2025), and what we add."""

_HANDEL = re.compile(
    r"\b(eenmanszaak|h\.?o\.?d\.?n|v\.?o\.?f|bedrijf|handel|shop|winkel|services?)\b", re.IGNORECASE
)


def zonder_tekens(tekst: str) -> str:
    """Letters only, lower case, without accents."""
    kaal = unicodedata.normalize("NFD", tekst)
    return re.sub(r"[^a-z]", "", "".join(t for t in kaal if not unicodedata.combining(t)).lower())


def _enkel(tekst: str) -> str:
    """Every double letter once."""
    return re.sub(r"(.)\1", r"\1", tekst)


def naamverschil(vraag: Gezocht, wie: Ingeschrevene) -> str | None:
    """Why the surnames are not equal, "" when they are, None when they are different names."""
    gevraagd, eigen = vraag.achternaam.strip(), wie.achternaam
    if gevraagd.lower() == eigen.lower():
        return "" if vraag.tussenvoegsel.lower() == wie.tussenvoegsel.lower() else "voorvoegsel"
    kaal, hier, partner = zonder_tekens(gevraagd), zonder_tekens(eigen), zonder_tekens(wie.partner_achternaam)
    if kaal == hier:
        return "diakriet"
    voorvoegsels = {
        zonder_tekens(v) for v in (vraag.tussenvoegsel, wie.tussenvoegsel, wie.partner_tussenvoegsel)
    }
    if any(kaal in (v + hier,) or v + kaal == hier for v in voorvoegsels if v):
        return "voorvoegsel"
    if partner and kaal in (partner, partner + hier, hier + partner):
        return "partnernaam"
    if _enkel(kaal) == _enkel(hier):
        return "ss_s"
    return None


def _voorletter_past(vraag: Gezocht, wie: Ingeschrevene) -> bool:
    eerste = zonder_tekens(vraag.voorletters or vraag.voornaam)[:1]
    return not eerste or eerste == zonder_tekens(wie.voornamen)[:1]


def _zelfde_adres(vraag: Gezocht, wie: Ingeschrevene) -> bool:
    return (
        vraag.postcode == wie.postcode
        and vraag.huisnummer == wie.huisnummer
        and vraag.huisletter.upper() == wie.huisletter.upper()
        and vraag.toevoeging.upper() == wie.toevoeging.upper()
    )


def vergelijk(vraag: Gezocht, kandidaten: Sequence[Ingeschrevene], gemeentecode: str) -> Uitslag:
    """Judge the candidates. Certain is only: equal name, birth date (when known) and address; the rest asks a human.

    Without any candidate the answer is uncertain too: a look-up that fails proves nothing about residence.
    """
    if _HANDEL.search(vraag.achternaam):
        return Uitslag(BrpUitkomst.ONZEKER, kandidaten[0] if kandidaten else None, ("handelsnaam",))
    passend = []
    for wie in kandidaten:
        verschil = naamverschil(vraag, wie)
        if verschil is None:
            continue
        verschillen = [verschil] if verschil else []
        if not _voorletter_past(vraag, wie):
            verschillen.append("voorletter")
        if vraag.geboortedatum and wie.geboortedatum and vraag.geboortedatum != wie.geboortedatum:
            verschillen.append("geboortedatum")
        passend.append((wie, tuple(verschillen)))
    zeker = [
        paar for paar in passend if not paar[1] and (vraag.geboortedatum or _zelfde_adres(vraag, paar[0]))
    ]
    if len(zeker) == 1:
        return _zekere(vraag, zeker[0][0], gemeentecode)
    if len(zeker) > 1:
        return Uitslag(BrpUitkomst.ONZEKER, zeker[0][0], ("meer_kandidaten",))
    if passend:
        wie, waarom = min(passend, key=lambda paar: (len(paar[1]), not _zelfde_adres(vraag, paar[0])))
        return Uitslag(BrpUitkomst.ONZEKER, wie, waarom or ("ander_adres",))
    return Uitslag(BrpUitkomst.ONZEKER)


def _zekere(vraag: Gezocht, wie: Ingeschrevene, gemeentecode: str) -> Uitslag:
    if wie.overleden:
        return Uitslag(BrpUitkomst.OVERLEDEN, wie)
    if wie.gemeentecode and wie.gemeentecode != gemeentecode:
        return Uitslag(BrpUitkomst.VERHUISD, wie)
    if wie.vertrokken:
        return Uitslag(BrpUitkomst.GEEN_INWONER, wie)
    if not _zelfde_adres(vraag, wie):
        return Uitslag(BrpUitkomst.INWONER, wie, ("ander_adres",))
    return Uitslag(BrpUitkomst.INWONER, wie)
