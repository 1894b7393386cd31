"""The mistakes that a row can have, each with the code that it should get.

The codes are those of the data agreement `vroegsignaal-1`: R quarantines a row, W accepts it with a
warning. One planted row breaks one rule; a second code follows only where the rules overlap.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from samenhang.demo.wereld.modellen import PartnerSoort

Velden = dict[str, str]
# A service number of the range that the BRP keeps for tests, and the IBAN example of the standard.
_TESTNUMMER, _VOORBEELD_IBAN = "999999990", "NL91ABNA0417164300"
_ALLE = tuple(PartnerSoort)
_NIET_ZORG = (PartnerSoort.HUUR, PartnerSoort.ENERGIE, PartnerSoort.WATER)


@dataclass(frozen=True, slots=True)
class Misser:
    """A mistake: what it does to a row's columns, for which kinds of partner, and the code it earns.

    `kolom` must be filled in the row before. `eerste` limits it to signals without a threat.
    `register` marks codes that need more than the files of one run.
    """

    code: str
    doe: Callable[[Random, Velden], None]
    kolom: str
    soorten: tuple[PartnerSoort, ...] = _ALLE
    eerste: bool = False
    register: bool = False


def _zet(kolom: str, *keuzen: str) -> Callable[[Random, Velden], None]:
    def doe(rng: Random, velden: Velden) -> None:
        velden[kolom] = rng.choice(keuzen)

    return doe


def _dag(velden: Velden, kolom: str) -> date:
    return date.fromisoformat(velden[kolom])


def _dagen_voor_signaal(velden: Velden, kolom: str, dagen: int) -> None:
    velden[kolom] = (_dag(velden, "datum_signaal") - timedelta(days=dagen)).isoformat()


def _amerikaans_bedrag(rng: Random, velden: Velden) -> None:
    velden["bedrag_achterstand"] = rng.choice(
        ("1.234", "1,234", "1.234,5", velden["bedrag_achterstand"].replace(".", ","))
    )


def _excel_datum(_: Random, velden: Velden) -> None:
    velden["ontstaansdatum"] = str((_dag(velden, "ontstaansdatum") - date(1899, 12, 30)).days)


def _datum_anders(rng: Random, velden: Velden) -> None:
    dag = _dag(velden, "ontstaansdatum")
    vormen = (f"{dag:%d-%m-%Y}", f"{dag.year}/{dag.month}/{dag.day}", f"{dag.year}-02-31", f"{dag:%d-%m-%y}")
    velden["ontstaansdatum"] = rng.choice(vormen)


def _minderjarig(rng: Random, velden: Velden) -> None:
    velden["geboortedatum"] = (
        _dag(velden, "datum_signaal") - timedelta(days=rng.randint(5_200, 6_300))
    ).isoformat()


def _jaar_later(_: Random, velden: Velden) -> None:
    for kolom in ("ontstaansdatum", "datum_herinnering", "datum_contactpoging", "datum_signaal"):
        if velden[kolom]:
            velden[kolom] = (_dag(velden, kolom) + timedelta(days=364)).isoformat()


def _oude_zending(_: Random, velden: Velden) -> None:
    for kolom in ("ontstaansdatum", "datum_herinnering", "datum_contactpoging", "datum_signaal"):
        if velden[kolom]:
            velden[kolom] = (_dag(velden, kolom) - timedelta(days=112)).isoformat()


def _ontstaan_na_signaal(_: Random, velden: Velden) -> None:
    _dagen_voor_signaal(velden, "ontstaansdatum", -9)
    velden["aantal_maanden"] = ""


def _te_vroeg(_: Random, velden: Velden) -> None:
    _dagen_voor_signaal(velden, "ontstaansdatum", 22)
    _dagen_voor_signaal(velden, "datum_herinnering", 6)
    _dagen_voor_signaal(velden, "datum_contactpoging", 3)
    velden["aantal_maanden"] = ""


def _te_laat(_: Random, velden: Velden) -> None:
    _dagen_voor_signaal(velden, "ontstaansdatum", 131)
    velden["aantal_maanden"] = ""


def _toevoeging_bij_nummer(rng: Random, velden: Velden) -> None:
    velden["huisnummer"] += rng.choice(("A", "-2", " bis", "-a"))


def _buitenland(rng: Random, velden: Velden) -> None:
    cijfers = velden["postcode"][:4]
    velden["postcode"] = rng.choice((f"{cijfers}1", f"0{cijfers[1:]}AB", f"{cijfers}SS", f"D-{cijfers}1"))


def _kleine_postcode(_: Random, velden: Velden) -> None:
    velden["postcode"] = f"{velden['postcode'][:4]} {velden['postcode'][4:].lower()}"


def _postbus(rng: Random, velden: Velden) -> None:
    velden["straat"], velden["huisnummer"] = "Postbus", str(rng.randint(100, 999))
    velden["huisletter"] = velden["toevoeging"] = ""


def _rechtspersoon(rng: Random, velden: Velden) -> None:
    velden["achternaam"] = rng.choice(
        (
            f"{velden['achternaam']} Installaties B.V.",
            f"Stichting {velden['achternaam']}",
            "VvE Havenkwartier",
        )
    )


def _zaak(_: Random, velden: Velden) -> None:
    velden["achternaam"] = f"VOF {velden['achternaam']}"


def _samengevoegd(rng: Random, velden: Velden) -> None:
    naam = velden["achternaam"]
    velden["achternaam"] = rng.choice(("Bewoner", f"Fam. {naam}", f"{naam} en Jansen"))


def _verminkt(_: Random, velden: Velden) -> None:
    naam = velden["achternaam"]
    velden["achternaam"] = f"{naam[:-1]}ë{naam[-1:]}".encode().decode("latin-1")


def _geen_naam(rng: Random, velden: Velden) -> None:
    if rng.randrange(2):
        velden["achternaam"] = rng.choice(("Onbekend", "Test", ""))
    else:
        velden["voorletters"] = ""
        if "voornaam" in velden:
            velden["voornaam"] = ""


def _dreiging_half(rng: Random, velden: Velden) -> None:
    if rng.randrange(2):
        velden["datum_dreiging"] = (_dag(velden, "datum_signaal") + timedelta(days=45)).isoformat()
    else:
        velden["dreiging"] = "opzegging" if velden["partner_soort"] in ("huur", "zorg") else "afsluiting"


def _dreiging_onmogelijk(_: Random, velden: Velden) -> None:
    velden["dreiging"] = "afsluiting" if velden["partner_soort"] in ("huur", "zorg") else "ontruiming"
    velden["datum_dreiging"] = (_dag(velden, "datum_signaal") + timedelta(days=45)).isoformat()


def _einde_zonder_eerste(_: Random, velden: Velden) -> None:
    velden["soort_signaal"], velden["dreiging"] = "einde_levering", "afsluiting"
    velden["datum_dreiging"] = (_dag(velden, "datum_signaal") + timedelta(days=45)).isoformat()


def _einde_te_snel(rng: Random, velden: Velden) -> None:
    velden["datum_dreiging"] = (
        _dag(velden, "datum_signaal") + timedelta(days=rng.randint(9, 20))
    ).isoformat()


def _herinnering_na_signaal(_: Random, velden: Velden) -> None:
    _dagen_voor_signaal(velden, "datum_herinnering", -4)


def _verstopt_nummer(rng: Random, velden: Velden) -> None:
    velden["achternaam"] += rng.choice((f" {_TESTNUMMER}", f" {_VOORBEELD_IBAN}"))


def _formule(rng: Random, velden: Velden) -> None:
    if rng.randrange(2):
        velden["straat"] = f"={velden['straat']}"
    else:
        velden["toevoeging"] = "-a"


def _spaties(rng: Random, velden: Velden) -> None:
    for kolom in ("achternaam", "woonplaats"):
        velden[kolom] = rng.choice((f" {velden[kolom]}", f"{velden[kolom]}  "))


MISSERS = (
    Misser("R06", _amerikaans_bedrag, "bedrag_achterstand"),
    Misser("R09", _datum_anders, "ontstaansdatum"),
    Misser("R15", _te_vroeg, "datum_contactpoging", eerste=True),
    Misser("R17", _buitenland, "postcode"),
    Misser("R18", _toevoeging_bij_nummer, "huisnummer"),
    Misser("R23", _rechtspersoon, "achternaam"),
    Misser("R25", _verminkt, "achternaam"),
    Misser("R32", _zet("bezwaar_klant", "J"), "bezwaar_klant"),
    Misser("R33", _zet("betalingsregeling", "lopend"), "betalingsregeling"),
    Misser("R38", _verstopt_nummer, "achternaam"),
    Misser("W41", _formule, "straat"),
    Misser("R10", _zet("geboortedatum", "1900-01-01", "2068-03-12", "0000-00-00"), "geboortedatum"),
    Misser("R24", _samengevoegd, "achternaam"),
    Misser("W31", _einde_te_snel, "datum_dreiging", (PartnerSoort.ENERGIE, PartnerSoort.WATER)),
    Misser("R36", _zet("hulp_genoemd", "N"), "hulp_genoemd"),
    Misser("R05", _zet("bedrag_achterstand", "0.00", "-48.10", "1112.345", "1234567.00"), "bedrag_achterstand"),
    Misser("R07", _zet("bedrag_achterstand", "EUR 212,50", "NaN", "1e5", "onbekend"), "bedrag_achterstand"),
    Misser("R08", _excel_datum, "ontstaansdatum"),
    Misser("R14", _ontstaan_na_signaal, "ontstaansdatum", eerste=True),
    Misser("R15", _te_laat, "ontstaansdatum", (PartnerSoort.ZORG,), eerste=True),
    Misser("R16", _zet("aantal_maanden", "9", "-1", "1.5"), "aantal_maanden"),
    Misser("W17", _kleine_postcode, "postcode"),
    Misser("R19", _zet("huisnummer", "0", "achter"), "huisnummer"),
    Misser("R21", _postbus, "straat"),
    Misser("R22", _geen_naam, "achternaam"),
    Misser("W23", _zaak, "achternaam"),
    Misser("W26", _zet("telefoon", "0612", "0000000000"), "telefoon"),
    Misser("W27", _zet("email", "geen", "jan@@post.example", "jan.post.example"), "email"),
    Misser("R28", _dreiging_half, "dreiging", eerste=True),
    Misser("R29", _dreiging_onmogelijk, "dreiging", eerste=True),
    Misser("R34", _herinnering_na_signaal, "datum_herinnering"),
    Misser("R34", _zet("aantal_herinneringen", "1", "2"), "aantal_herinneringen", (PartnerSoort.ENERGIE,)),
    Misser("R35", _zet("datum_contactpoging", ""), "datum_contactpoging", _NIET_ZORG),
    Misser("W39", _spaties, "achternaam"),
    Misser("R01", _zet("signaal_id", "", "DOSSIER 12/4"), "signaal_id"),
    Misser("W11", _minderjarig, "geboortedatum"),
    Misser("R12", _jaar_later, "datum_contactpoging", eerste=True, register=True),
    Misser("W13", _oude_zending, "datum_contactpoging", eerste=True, register=True),
    Misser("R30", _einde_zonder_eerste, "dreiging", (PartnerSoort.ENERGIE,), eerste=True, register=True),
    Misser("R40", _zet("signaal_id", "NOOIT-GELEVERD-1"), "signaal_id", register=True),
)  # fmt: skip
