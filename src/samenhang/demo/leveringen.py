"""Deliveries of the demo world: arrears per month, as each partner writes them, with dirt; the truth apart.

Deterministic for a seed. `python -m samenhang.demo.leveringen MAP` writes the files.
"""

from __future__ import annotations

import csv
import io
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from samenhang.demo.wereld import bewoners, levensloop, organisaties, plaatsen
from samenhang.demo.wereld.modellen import Gemeente, HuishoudenSoort, Inwoner, Partner, PartnerSoort, Woning

KOLOMMEN = (
    "signaal_id", "partner", "partner_soort", "soort_signaal", "klantnummer", "achternaam", "tussenvoegsel", "voorletters", "voornaam",
    "geboortedatum", "straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats", "telefoon", "email",
    "bedrag_achterstand", "aantal_maanden", "ontstaansdatum", "datum_signaal", "dreiging", "datum_dreiging", "aantal_herinneringen",
    "datum_herinnering", "datum_contactpoging", "hulp_genoemd", "bezwaar_klant", "betalingsregeling", "warme_overdracht",
)  # fmt: skip
MAANDEN = ("2026-10", "2026-11")
KANS = {PartnerSoort.HUUR: 55, PartnerSoort.ENERGIE: 60, PartnerSoort.WATER: 55, PartnerSoort.ZORG: 62}
"""Chance of arrears per mille of contracts and month; more in a household with money worries."""
HERINNERINGEN = {PartnerSoort.HUUR: 2, PartnerSoort.ENERGIE: 3, PartnerSoort.WATER: 1, PartnerSoort.ZORG: 2}
FOUT_PER_DUIZEND = 25


@dataclass
class Levering:
    """One file: name, municipality, partner, month, and its rows."""

    naam: str
    gemeentecode: str
    partner: Partner
    maand: str
    rijen: list[dict[str, str]] = field(default_factory=list)


@dataclass
class Wereld:
    """Everything the demo needs: who lives where, what was delivered, and who each signal is about."""

    gemeenten: tuple[Gemeente, ...]
    partners: tuple[Partner, ...]
    inwoners: dict[str, Inwoner]
    leveringen: list[Levering]
    waarheid: list[tuple[str, str, str, str]]


@dataclass(frozen=True)
class _Contract:
    partner: Partner
    nummer: str
    houder: str
    huishouden: str
    woning: Woning


def maak_wereld(zaad: int = 7, huishoudens: int = 9_000, maanden: tuple[str, ...] = MAANDEN) -> Wereld:
    """Make the world: residents, homes, contracts, and a delivery per partner, municipality and month."""
    rng = Random(zaad)
    gemeenten = plaatsen.gemeenten(3)
    partners = organisaties.partners_in(gemeenten)
    bevolking = bewoners.maak_bevolking(rng, huishoudens, date(2026, 10, 1), 0)
    woningen = {}
    for gemeente in gemeenten:
        verhuurders = tuple(
            p.kvk for p in partners if p.soort is PartnerSoort.HUUR and gemeente.code in p.gemeenten
        )
        woningen[gemeente.code] = plaatsen.maak_woningen(
            rng, gemeente, huishoudens * gemeente.aandeel // 100 + huishoudens // 6, verhuurders, 0
        )
    thuis = levensloop.betrek(rng, bevolking.huishoudens, woningen, gemeenten)
    contracten = list(_contracten(rng, bevolking, thuis, partners))
    wereld = Wereld(gemeenten, partners, bevolking.inwoners, [], [])
    _lever(rng, wereld, contracten, maanden)
    return wereld


def _contracten(
    rng: Random, bevolking: bewoners.Bevolking, thuis: dict[str, Woning], partners: tuple[Partner, ...]
) -> Iterator[_Contract]:
    volgnummer = 10_000
    for huishouden in bevolking.huishoudens:
        woning = thuis[huishouden.huishouden_id]
        code = woning.adres.gemeentecode
        houder = huishouden.volwassenen[0]
        for soort in PartnerSoort:
            hier = [p for p in partners if p.soort is soort and code in p.gemeenten]
            if soort is PartnerSoort.HUUR:
                hier = [p for p in hier if p.kvk == woning.verhuurder]
            if not hier or (
                huishouden.soort is HuishoudenSoort.KAMER
                and soort in (PartnerSoort.ENERGIE, PartnerSoort.WATER)
            ):
                continue
            houders = (
                huishouden.volwassenen
                if soort is PartnerSoort.ZORG
                else (rng.choice(huishouden.volwassenen) if rng.randrange(4) == 0 else houder,)
            )
            for wie in houders:
                volgnummer += 1
                partner = rng.choice(hier)
                yield _Contract(
                    partner, f"{partner.voorvoegsel}{volgnummer}", wie, huishouden.huishouden_id, woning
                )


def _lever(rng: Random, wereld: Wereld, contracten: list[_Contract], maanden: tuple[str, ...]) -> None:
    bestanden: dict[tuple[str, str, str], Levering] = {}
    zorgen = {c.huishouden: rng.randrange(100) < 9 for c in contracten}
    eerder: dict[str, int] = {}
    for maand in maanden:
        for contract in contracten:
            kans = KANS[contract.partner.soort] * (6 if zorgen[contract.huishouden] else 1) // 5
            loopt = contract.nummer in eerder
            if rng.randrange(1000) >= (550 if loopt else kans):
                continue
            code = contract.woning.adres.gemeentecode
            sleutel = (contract.partner.kvk, code, maand)
            if sleutel not in bestanden:
                naam = f"vroegsignaal_{contract.partner.kvk}_{code}_{maand}.csv"
                bestanden[sleutel] = Levering(naam, code, contract.partner, maand)
                wereld.leveringen.append(bestanden[sleutel])
            levering = bestanden[sleutel]
            rij = _rij(rng, wereld, contract, maand, len(levering.rijen) + 1, eerder)
            if rng.randrange(1000) < FOUT_PER_DUIZEND:
                _maak_fout(rng, rij)
            levering.rijen.append(rij)
            wereld.waarheid.append(
                (contract.partner.kvk, rij["signaal_id"], contract.houder, contract.huishouden)
            )


def _rij(
    rng: Random, wereld: Wereld, contract: _Contract, maand: str, volgnummer: int, eerder: dict[str, int]
) -> dict[str, str]:
    partner, inwoner, adres = contract.partner, wereld.inwoners[contract.houder], contract.woning.adres
    dag = date(int(maand[:4]), int(maand[5:]), rng.randint(5, 20))
    basis = {
        PartnerSoort.HUUR: 62_000,
        PartnerSoort.ENERGIE: 18_500,
        PartnerSoort.WATER: 4_500,
        PartnerSoort.ZORG: 15_800,
    }[partner.soort]
    herhaald = contract.nummer in eerder
    bedrag = eerder.get(contract.nummer, 0) + basis * rng.randint(60, 260) // 100 + rng.randrange(100)
    if herhaald and rng.randrange(3) == 0:
        bedrag = eerder[contract.nummer]
    eerder[contract.nummer] = bedrag
    maanden = rng.randint(2, 3) if partner.soort is PartnerSoort.ZORG else rng.randint(2, 6)
    soort, dreiging, dreigt = "geactualiseerd" if herhaald else "eerste", "geen", ""
    if herhaald and partner.soort is PartnerSoort.ENERGIE and rng.randrange(2):
        soort, dreiging, dreigt = (
            "einde_levering",
            "afsluiting",
            (dag + timedelta(days=rng.choice((26, 35, 45)))).isoformat(),
        )
    elif partner.soort is PartnerSoort.HUUR and bedrag > 250_000 and rng.randrange(3) == 0:
        soort, dreiging, dreigt = (
            "ontruiming",
            "ontruiming",
            (dag + timedelta(days=rng.randint(12, 40))).isoformat(),
        )
    rij = dict.fromkeys(KOLOMMEN, "") | {
        "signaal_id": f"{partner.voorvoegsel}-{adres.gemeentecode}-{maand}-{volgnummer:05d}",
        "partner": partner.kvk,
        "partner_soort": str(partner.soort),
        "soort_signaal": soort,
        "klantnummer": contract.nummer,
        "straat": adres.straat,
        "huisnummer": str(adres.huisnummer),
        "huisletter": adres.huisletter,
        "toevoeging": adres.toevoeging,
        "postcode": adres.postcode,
        "woonplaats": adres.woonplaats,
        "bedrag_achterstand": f"{bedrag // 100}.{bedrag % 100:02d}",
        "aantal_maanden": str(maanden),
        "ontstaansdatum": (dag - timedelta(days=30 * maanden + rng.randint(3, 9))).isoformat(),
        "datum_signaal": dag.isoformat(),
        "dreiging": dreiging,
        "datum_dreiging": dreigt,
        "aantal_herinneringen": str(HERINNERINGEN[partner.soort]),
        "datum_herinnering": (dag - timedelta(days=rng.randint(10, 24))).isoformat(),
        "datum_contactpoging": (dag - timedelta(days=rng.randint(2, 9))).isoformat(),
        "hulp_genoemd": "J",
        "bezwaar_klant": "N",
        "betalingsregeling": "niet_nagekomen" if rng.randrange(8) == 0 else "geen",
        "warme_overdracht": "J" if rng.randrange(60) == 0 else "N",
    }
    return rij | _naam(rng, inwoner, partner)


def _naam(rng: Random, inwoner: Inwoner, partner: Partner) -> dict[str, str]:
    """How the partner keeps this customer: its own habits, the same every month for the same contract."""
    eigen = Random(f"{partner.kvk}{inwoner.persoon_id}")
    stijl = partner.stijl
    achternaam, tussenvoegsel = inwoner.achternaam.naam, inwoner.achternaam.tussenvoegsel
    if inwoner.partnernaam is not None and eigen.randrange(100) < 55:
        achternaam = f"{inwoner.partnernaam.naam}-{inwoner.achternaam.volledig}"
        tussenvoegsel = inwoner.partnernaam.tussenvoegsel
    if tussenvoegsel and eigen.randrange(100) < stijl.tussenvoegsel_bij_naam:
        achternaam, tussenvoegsel = f"{tussenvoegsel} {achternaam}", ""
    elif tussenvoegsel and eigen.randrange(100) < stijl.tussenvoegsel_kwijt:
        tussenvoegsel = ""
    if eigen.randrange(100) < stijl.tikfout and len(achternaam) > 4:
        plek = eigen.randrange(1, len(achternaam) - 1)
        achternaam = (
            achternaam[:plek] + achternaam[plek + 1 :]
            if eigen.randrange(2)
            else achternaam[:plek] + achternaam[plek] + achternaam[plek:]
        )
    letters = inwoner.voorletters
    if eigen.randrange(100) < stijl.alleen_eerste_letter:
        letters = letters[:2]
    velden = {
        "achternaam": achternaam,
        "tussenvoegsel": tussenvoegsel,
        "voorletters": letters,
        "voornaam": inwoner.roepnaam if eigen.randrange(100) < stijl.voornaam else "",
        "geboortedatum": _geboortedatum(eigen, inwoner.geboortedatum)
        if eigen.randrange(100) < stijl.geboortedatum
        else "",
        "telefoon": inwoner.telefoon if eigen.randrange(100) < stijl.telefoon else "",
        "email": inwoner.email if eigen.randrange(100) < stijl.email else "",
    }
    if stijl.zonder_accenten:
        velden = {
            naam: unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode()
            for naam, tekst in velden.items()
        }
    if stijl.hoofdletters:
        velden = {naam: tekst.upper() if naam != "email" else tekst for naam, tekst in velden.items()}
    return velden


def _geboortedatum(eigen: Random, dag: date) -> str:
    if eigen.randrange(100) < 2 and dag.day <= 12:
        return date(dag.year, dag.day, dag.month).isoformat()
    if eigen.randrange(100) < 1:
        return (dag + timedelta(days=eigen.choice((1, 10, -1, -10)))).isoformat()
    return dag.isoformat()


def _maak_fout(rng: Random, rij: dict[str, str]) -> None:
    """One fault as partners make them."""
    veld, waarde = rng.choice(
        (
            ("bedrag_achterstand", "1.234"), ("bedrag_achterstand", "EUR 12,50"), ("bedrag_achterstand", "12,50"), ("huisnummer", f"{rij['huisnummer']}A"),
            ("geboortedatum", "31-02-1988"), ("datum_signaal", "45987"), ("postcode", "0123AB"), ("achternaam", "Onbekend"), ("achternaam", "Bakker B.V."),
            ("achternaam", "Jansen en De Vries"), ("bezwaar_klant", "J"), ("betalingsregeling", "lopend"), ("hulp_genoemd", "N"), ("straat", "Postbus 12"),
            ("telefoon", "0000000000"), ("achternaam", "JosÃ«"), ("ontstaansdatum", rij["datum_signaal"]), ("aantal_herinneringen", "0"),
        )
    )  # fmt: skip
    rij[veld] = waarde


def als_csv(levering: Levering) -> bytes:
    """The file as the partner sends it: its own order of rows, line ends and byte order mark."""
    tekst = io.StringIO()
    stijl = levering.partner.stijl
    schrijver = csv.DictWriter(
        tekst,
        KOLOMMEN,
        delimiter=";",
        lineterminator="\r\n" if stijl.crlf else "\n",
        quoting=csv.QUOTE_ALL if stijl.alles_tussen_aanhalingstekens else csv.QUOTE_MINIMAL,
    )
    schrijver.writeheader()
    schrijver.writerows(levering.rijen)
    return (b"\xef\xbb\xbf" if stijl.bom else b"") + tekst.getvalue().encode()


def schrijf(wereld: Wereld, map_: Path) -> None:
    """Write every delivery, and the truth apart in `waarheid.csv`."""
    map_.mkdir(parents=True, exist_ok=True)
    for levering in wereld.leveringen:
        (map_ / levering.naam).write_bytes(als_csv(levering))
    waarheid = map_ / "waarheid"
    waarheid.mkdir(exist_ok=True)
    with (waarheid / "waarheid.csv").open("w", newline="", encoding="utf-8") as uit:
        schrijver = csv.writer(uit)
        schrijver.writerow(["partner", "signaal_id", "persoon", "huishouden"])
        schrijver.writerows(wereld.waarheid)


if __name__ == "__main__":
    schrijf(
        maak_wereld(
            int(sys.argv[2]) if len(sys.argv) > 2 else 7, int(sys.argv[3]) if len(sys.argv) > 3 else 9_000
        ),
        Path(sys.argv[1]),
    )
