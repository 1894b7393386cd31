"""Payments from the file of a bank: each row is taken or refused by itself, at its line. Pure.

Only what a payment needs is read. Name, account and description of the payer are neither kept nor shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Bedrag, Fout, Geweigerd, Plaats, Tekst
from samenhang.schemes.schuldhulp.domain.schuldenbestand import Rij

KOLOMMEN: Final = ("datum", "bedrag", "kenmerk", "transactie")
MEESTE_RIJEN: Final = 5_000
MEESTE_FOUTEN: Final = 200
HOOGSTE: Final = Bedrag(100_000_00)
_NUMMER: Final = re.compile(r"[A-Z]{2}[0-9]{2}-[A-Z0-9]{7}")


@dataclass(frozen=True, slots=True)
class Betaalregel:
    """One payment of the file: its line, day, amount, the number of the case in its reference, and the bank's own number."""

    regel: int
    op: date
    bedrag: Bedrag
    zaaknummer: str
    transactie: str


def lees_betalingen(
    rijen: Iterator[Rij], naam: str, vandaag: date, klopt: Callable[[str], bool]
) -> tuple[list[Betaalregel], list[Fout]]:
    """The payments, and the rows that are refused; `klopt` checks a case number. Raises `Geweigerd` for a file that is none: nothing of it is taken."""
    _, kop = next(rijen, (1, ()))
    kolommen = [cel.strip().lower() for cel in kop]
    ontbreekt = [kolom for kolom in KOLOMMEN if kolommen.count(kolom) != 1]
    if ontbreekt:
        wat, nodig = ", ".join(ontbreekt), ", ".join(KOLOMMEN)
        raise Geweigerd(
            "kolommen_onjuist",
            Tekst(f"Deze kolommen ontbreken of staan er dubbel: {wat}. Nodig zijn: {nodig}.", f"These columns are missing or double: {wat}. Needed are: {nodig}."),
        )  # fmt: skip
    plek = {kolom: kolommen.index(kolom) for kolom in KOLOMMEN}
    uit: list[Betaalregel] = []
    fouten: list[Fout] = []
    gezien: dict[str, int] = {}
    for nummer, cellen in rijen:
        if not any(cel.strip() for cel in cellen):
            continue
        if len(uit) + len(fouten) >= MEESTE_RIJEN:
            raise Geweigerd("te_veel_rijen", Tekst(f"Het bestand heeft meer dan {MEESTE_RIJEN} betalingen. Knip het in delen.", f"The file has more than {MEESTE_RIJEN} payments. Cut it into parts."))  # fmt: skip
        waarden = {kolom: cellen[n].strip() if n < len(cellen) else "" for kolom, n in plek.items()}
        gelezen = _lees(waarden, naam, nummer, vandaag, klopt)
        if isinstance(gelezen, Betaalregel) and gelezen.transactie in gezien:
            eerder = gezien[gelezen.transactie]
            gelezen = fout("dubbele_transactie", naam, nummer, "transactie", f"staat ook op regel {eerder}; die telt, deze niet", f"stands on line {eerder} too; that one counts, this one does not")  # fmt: skip
        if isinstance(gelezen, Fout):
            fouten.append(gelezen)
        else:
            gezien[gelezen.transactie] = nummer
            uit.append(gelezen)
    if not uit and not fouten:
        raise Geweigerd("geen_rijen", Tekst("Het bestand heeft geen betalingen. Zet onder de kop één betaling per regel.", "The file has no payments. Put one payment per line under the header."))  # fmt: skip
    return uit, fouten


def _lees(
    waarden: dict[str, str], naam: str, nummer: int, vandaag: date, klopt: Callable[[str], bool]
) -> Betaalregel | Fout:
    try:
        op = date.fromisoformat(waarden["datum"])
        if len(waarden["datum"]) != 10 or op > vandaag:
            raise ValueError
    except ValueError:
        return fout("datum_onjuist", naam, nummer, "datum", "is geen dag tot en met vandaag. Schrijf JJJJ-MM-DD", "is no day up to today. Write YYYY-MM-DD")  # fmt: skip
    try:
        bedrag = Bedrag.lees_van_mensen(waarden["bedrag"])
    except ValueError:
        return fout("bedrag_onjuist", naam, nummer, "bedrag", "is geen bedrag zoals 53,20. Een terugboeking legt u vast in de zaak", "is no amount such as 53,20. A reversal is recorded in the case")  # fmt: skip
    if not Bedrag(0) < bedrag <= HOOGSTE:
        return fout("bedrag_onjuist", naam, nummer, "bedrag", "is nul of meer dan een ton. Controleer het", "is nothing or above a hundred thousand. Check it")  # fmt: skip
    zaak = _NUMMER.search(waarden["kenmerk"].upper())
    if zaak is None or not klopt(zaak[0]):
        return fout("kenmerk_onjuist", naam, nummer, "kenmerk", "heeft geen zaaknummer, of met een tikfout. Zoek de zaak en boek met de hand", "has no case number, or one with a typing error. Find the case and record by hand")  # fmt: skip
    if not 1 <= len(waarden["transactie"]) <= 64:
        return fout("transactie_onjuist", naam, nummer, "transactie", "ontbreekt of is langer dan 64 tekens. Zonder dit nummer kan een betaling dubbel tellen", "is missing or longer than 64 characters. Without this number a payment may count twice")  # fmt: skip
    return Betaalregel(nummer, op, bedrag, zaak[0], waarden["transactie"])


def fout(code: str, naam: str, regel: int, kolom: str, nl: str, en: str) -> Fout:
    """A refused row, with its place and what to do about it."""
    tekst = Tekst(f"Regel {regel}, {kolom}: {nl}.", f"Line {regel}, {kolom}: {en}.")
    return Fout(code, tekst, Plaats(naam, regel, kolom))
