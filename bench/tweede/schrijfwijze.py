"""How the partners of the second world write a customer down: knowledge and mistakes drawn per seed."""

from __future__ import annotations

import string
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bench.tweede.mensen import Huis, Mens
from bench.tweede.namen import ROEPNAMEN, Naam

_TOETSEN = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_GEHOOR = (("ij", "ei"), ("ei", "ij"), ("ij", "y"), ("au", "ou"), ("ou", "au"), ("ck", "k"), ("k", "ck"), ("ch", "g"), ("g", "ch"), ("f", "v"),
           ("v", "f"), ("s", "z"), ("z", "s"), ("tt", "t"), ("t", "tt"), ("th", "t"), ("dt", "d"), ("oe", "u"), ("sch", "sg"), ("ie", "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Vuil:
    """Chances of each kind of dirt."""

    tikfout: float
    gehoor: float
    voorletter_fout: float
    een_letter: float
    verwisseld: float
    datum_fout: float
    datum_weg: float
    toevoeging_weg: float
    huis_fout: float
    contact_fout: float
    adres_traag: float
    bijgewerkt: float
    ruw: float

    @classmethod
    def gewoon(cls, rng: Random) -> Vuil:
        """What a usual year looks like; every seed draws its own."""
        return cls._trek(rng, 1.0)

    @classmethod
    def zwaar(cls, rng: Random) -> Vuil:
        """Two to three times the usual dirt."""
        return cls._trek(rng, 2.5)

    @classmethod
    def _trek(cls, rng: Random, maal: float) -> Vuil:
        def kans(laag: float, hoog: float) -> float:
            return min(0.6, maal * rng.uniform(laag, hoog))

        return cls(
            tikfout=kans(0.01, 0.04), gehoor=kans(0.005, 0.03), voorletter_fout=kans(0.002, 0.012), een_letter=min(0.9, rng.uniform(0.1, 0.5)),
            verwisseld=kans(0.0, 0.006), datum_fout=kans(0.005, 0.03), datum_weg=rng.uniform(0.6, 1.3), toevoeging_weg=kans(0.02, 0.07),
            huis_fout=kans(0.002, 0.01), contact_fout=kans(0.02, 0.06), adres_traag=kans(0.05, 0.3), bijgewerkt=kans(0.02, 0.12),
            ruw=rng.choice((0.0, 0.003, 0.01)) if maal < 2 else rng.choice((0.0, 0.03, 0.1, 0.2)),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner: which columns it fills (shares) and how it writes."""

    nummer: str
    soort: str
    klantnummer: bool
    geboren: float
    telefoon: float
    mail: float
    voornaam: float
    kapitaal: bool
    kaal: bool
    naamgebruik: float


def maak_partners(rng: Random, vuil: Vuil) -> list[Partner]:
    """Twelve partners with habits of their own."""
    maal, bereik = rng.uniform(0.4, 2.2), rng.uniform(0.3, 1.1)
    weet = {"huur": 0.35 * maal, "energie": 0.6 * maal, "water": 0.5 * maal, "zorg": 0.98}
    partners = []
    for soort, aantal in (("huur", 5), ("energie", 3), ("water", 1), ("zorg", 3)):
        for _ in range(aantal):
            partners.append(
                Partner(
                    nummer=f"{88000000 + len(partners)}", soort=soort, klantnummer=False,
                    geboren=min(1.0, max(0.0, weet[soort] * (2 - vuil.datum_weg) + rng.uniform(-0.15, 0.15))) if soort != "zorg" else 0.98,
                    telefoon=bereik * rng.uniform(0.2, 0.9), mail=bereik * rng.uniform(0.1, 0.8), voornaam=rng.choice((0.0, 0.0, 0.15, 0.5, 1.0)),
                    kapitaal=rng.random() < 0.2, kaal=rng.random() < 0.3, naamgebruik=rng.uniform(0.0, 0.5),
                )
            )  # fmt: skip
    return partners


def klantbeeld(rng: Random, mens: Mens, huis: Huis, partner: Partner, vuil: Vuil) -> dict[str, str]:
    """The customer columns as this partner has them."""
    naam = _naam(rng, mens, partner)
    kern, voor = naam.kern, naam.voor
    if rng.random() < vuil.tikfout:
        kern = tikfout(rng, kern)
    if rng.random() < vuil.gehoor:
        kern = _gehoor(rng, kern)
    letters = "".join(f"{n[0].upper()}." for n in mens.voornamen)
    roep = ROEPNAMEN.get(mens.voornamen[0], mens.voornamen[0]) if rng.random() < 0.5 else mens.voornamen[0]
    if rng.random() < vuil.een_letter:
        letters = letters[:2]
    if rng.random() < vuil.voorletter_fout and len(letters) > 2:
        letters = (
            f"{letters[2:]}{letters[:2]}"
            if rng.random() < 0.4
            else f"{letters[:2]}{rng.choice(string.ascii_uppercase)}."
        )
    if rng.random() < vuil.voorletter_fout:
        letters = (
            f"{rng.choice(string.ascii_uppercase)}.{letters[2:]}" if rng.random() < 0.5 else f"{roep[0]}."
        )
    voornaam = ""
    if rng.random() < partner.voornaam:
        voornaam = tikfout(rng, roep) if rng.random() < vuil.tikfout else roep
        if rng.random() < 0.3:
            letters = ""
    if voornaam and rng.random() < vuil.verwisseld:
        voornaam, kern, voor = kern, voornaam, ""
    if voor:
        lot = rng.random()
        if lot < 0.06:
            voor, kern = "", f"{voor} {kern}"
        elif lot < 0.08:
            voor, kern = "", f"{voor}{kern}".replace(" ", "").replace("'", "")
        elif lot < 0.11:
            voor = ""
        elif lot < 0.13:
            voor, kern = "", f"{kern}, {voor}"
    beeld = {
        "achternaam": kern, "tussenvoegsel": voor, "voorletters": letters if rng.random() < 0.8 else letters.replace(".", ""), "voornaam": voornaam,
        "geboortedatum": _geboren(rng, mens.geboren, vuil) if rng.random() < partner.geboren else "",
        "telefoon": _telefoon(rng, rng.choice(mens.tels), vuil) if rng.random() < partner.telefoon else "",
        "email": ("x" if rng.random() < vuil.contact_fout / 2 else "") + rng.choice(mens.mails) if rng.random() < partner.mail else "",
        **_adres(rng, huis, vuil),
    }  # fmt: skip
    if rng.random() < vuil.ruw:
        for _ in range(rng.choice((1, 1, 2, 3))):
            _ruineer(rng, beeld)
    if partner.kaal:
        for kolom in ("achternaam", "voornaam", "straat"):
            tekst = beeld[kolom].replace("ı", "i").replace("ł", "l").replace("ø", "o")
            beeld[kolom] = "".join(
                t for t in unicodedata.normalize("NFD", tekst) if not unicodedata.combining(t)
            )
    if partner.kapitaal:
        beeld |= {
            kolom: beeld[kolom].upper()
            for kolom in ("achternaam", "tussenvoegsel", "voornaam", "straat", "woonplaats")
        }
    return beeld


_VREEMD = (
    "Bosveld",
    "Krol",
    "Haverman",
    "Oteman",
    "Lievers",
    "Quist",
    "Reiling",
    "Zaal",
    "Emmen",
    "Ibes",
    "Nuis",
    "Uiterwijk",
)
_VREEMD_VOOR = (
    "Otto",
    "Nina",
    "Ralph",
    "Wanda",
    "Ivo",
    "Quinty",
    "Leon",
    "Doris",
    "Gijs",
    "Elke",
    "Zita",
    "Huub",
    "Clara",
    "Aron",
)


def _ruineer(rng: Random, beeld: dict[str, str]) -> None:
    """Gross damage to one field, as when a row slipped or somebody guessed."""
    match rng.randrange(9):
        case 0:
            beeld["achternaam"] = rng.choice(_VREEMD)
        case 1 if beeld["voornaam"]:
            beeld["voornaam"] = rng.choice(_VREEMD_VOOR)
            beeld["voorletters"] = f"{beeld['voornaam'][0]}." if beeld["voorletters"] else ""
        case 2 if beeld["geboortedatum"]:
            beeld["geboortedatum"] = (date(1935, 1, 1) + timedelta(days=rng.randrange(25_000))).isoformat()
        case 3:
            plek = rng.randrange(3)
            pc = beeld["postcode"]
            pc = pc[:plek] + pc[plek + 1] + pc[plek] + pc[plek + 2 :]
            beeld["postcode"] = pc if pc[0] != "0" else beeld["postcode"]
        case 4:
            beeld["huisnummer"] = str(rng.randrange(1, 200))
        case 5 if beeld["voornaam"]:
            beeld["voornaam"], beeld["achternaam"] = tikfout(rng, beeld["achternaam"]), beeld["voornaam"]
            beeld["voorletters"] = f"{beeld['voornaam'][0].upper()}." if beeld["voorletters"] else ""
        case 6:
            beeld["achternaam"] = tikfout(rng, tikfout(rng, beeld["achternaam"]))
        case 7:
            beeld["straat"] = tikfout(rng, tikfout(rng, beeld["straat"]))
        case 8 if beeld["voornaam"]:
            beeld["voornaam"] = tikfout(rng, tikfout(rng, beeld["voornaam"]))
        case _:
            beeld["achternaam"] = tikfout(rng, beeld["achternaam"])


def _naam(rng: Random, mens: Mens, partner: Partner) -> Naam:
    if mens.gehuwd is None:
        return mens.naam
    lot = rng.random()
    if lot < partner.naamgebruik:
        return mens.gehuwd
    if lot < partner.naamgebruik + 0.3:
        return Naam(mens.gehuwd.voor, f"{mens.gehuwd.kern}-{mens.naam.heel}")
    return mens.naam


def _adres(rng: Random, huis: Huis, vuil: Vuil) -> dict[str, str]:
    letter, toevoeging, nummer, postcode = huis.letter, huis.toevoeging, huis.nummer, huis.postcode
    if rng.random() < vuil.toevoeging_weg:
        letter = toevoeging = ""
    elif toevoeging in ("1", "2", "3") and rng.random() < 0.3:
        toevoeging = rng.choice(
            {"1": ("I", "1hg", "1"), "2": ("II", "2hg", "2"), "3": ("III", "3hg", "3")}[toevoeging]
        )
    elif toevoeging == "HS" and rng.random() < 0.4:
        toevoeging = rng.choice(("hs", "huis", "", "H"))
    elif letter and rng.random() < 0.3:
        letter, toevoeging = "", letter.lower()
    if rng.random() < vuil.huis_fout:
        if rng.random() < 0.5:
            nummer = max(1, nummer + rng.choice((-10, -2, 2, 10)))
        else:
            postcode = postcode[:5] + rng.choice("BCDEFG")
    straat = huis.straat
    if rng.random() < vuil.tikfout * 2:
        straat = (
            straat.replace("straat", "str.")
            if "straat" in straat and rng.random() < 0.6
            else tikfout(rng, straat)
        )
    return {"straat": straat, "huisnummer": str(nummer), "huisletter": letter, "toevoeging": toevoeging,
            "postcode": postcode.replace("SS", "ST").replace("SD", "SE"), "woonplaats": huis.plaats}  # fmt: skip


def _geboren(rng: Random, dag: date, vuil: Vuil) -> str:
    if rng.random() > vuil.datum_fout:
        return dag.isoformat()
    lot = rng.random()
    if lot < 0.25 and dag.day <= 12:
        return date(dag.year, dag.day, dag.month).isoformat()
    if lot < 0.4:
        return date(dag.year, 1, 1).isoformat()
    if lot < 0.6:
        return (dag + timedelta(days=rng.choice((-10, -1, 1, 10)))).isoformat()
    if lot < 0.8:
        return date(dag.year + rng.choice((-10, -1, 1, 10)), dag.month, min(dag.day, 28)).isoformat()
    return date(dag.year, rng.randint(1, 12), min(dag.day, 28)).isoformat()


def _telefoon(rng: Random, nummer: str, vuil: Vuil) -> str:
    if rng.random() < vuil.contact_fout:
        return (
            f"06{rng.randrange(10**8):08d}"
            if rng.random() < 0.5
            else f"{nummer[:7]}{rng.randrange(1000):03d}"
        )
    return f"+31{nummer[1:]}" if rng.random() < 0.1 else nummer


def _gehoor(rng: Random, tekst: str) -> str:
    kan = [(a, b) for a, b in _GEHOOR if a in tekst]
    if not kan:
        return tekst
    a, b = rng.choice(kan)
    return tekst.replace(a, b, 1)


def tikfout(rng: Random, tekst: str) -> str:
    """One slip of the fingers: a neighbour key, a swap, a letter too few or twice."""
    if len(tekst) < 3:
        return tekst
    plek = rng.randrange(1, len(tekst) - 1)
    match rng.randrange(4):
        case 0:
            rij = next((r for r in _TOETSEN if tekst[plek].lower() in r), "aeiou")
            buur = (
                rij[min(len(rij) - 1, rij.index(tekst[plek].lower()) + 1)]
                if tekst[plek].lower() in rij
                else rng.choice("aeiou")
            )
            return tekst[:plek] + buur + tekst[plek + 1 :]
        case 1:
            return tekst[:plek] + tekst[plek + 1] + tekst[plek] + tekst[plek + 2 :]
        case 2:
            return tekst[:plek] + tekst[plek + 1 :]
        case _:
            return tekst[:plek] + tekst[plek] + tekst[plek:]
