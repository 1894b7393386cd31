"""A list of debts from a file: every row right, or every fault with its line, column and remedy. Pure."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Bedrag, Fout, Geweigerd, Plaats, Tekst
from samenhang.schemes.schuldhulp.domain.lijsten import RANGEN

VERPLICHT: Final = ("schuldeiser", "bedrag", "rang")
KOLOMMEN: Final = (*VERPLICHT, "peildatum", "kenmerk", "kvk", "incassant")
MEESTE_RIJEN: Final = 1_000
MEESTE_FOUTEN: Final = 100
HOOGSTE: Final = Bedrag(1_000_000_000)
Rij = tuple[int, Sequence[str]]
"""The number of a line, the header being 1, and its cells."""


@dataclass(frozen=True, slots=True)
class Schuldregel:
    """One debt of the file; without an amount it is unknown. `incassant`: who collects it for the creditor."""

    regel: int
    schuldeiser: str
    bedrag: Bedrag | None
    rang: str
    peildatum: date
    kenmerk: str
    kvk: str
    incassant: str = ""


def csvrijen(inhoud: bytes) -> Iterator[Rij]:
    """The lines of a CSV with `;` or `,` between cells; raises `Geweigerd` for what is no UTF-8 or no CSV."""
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        raise _bestand("geen_utf8", "Het bestand is geen UTF-8. Kies bij opslaan: CSV UTF-8.", "The file is no UTF-8. Choose when saving: CSV UTF-8.") from fout  # fmt: skip
    kop = tekst.partition("\n")[0]
    lezer = csv.reader(tekst.splitlines(keepends=True), delimiter=";" if ";" in kop else ",", strict=True)
    try:
        for cellen in lezer:
            yield lezer.line_num, cellen
    except csv.Error as fout:
        raise _bestand("csv_onjuist", f"Regel {lezer.line_num}: een aanhalingsteken staat open. Verbeter de regel.", f"Line {lezer.line_num}: a quote is open. Correct the line.") from fout  # fmt: skip


def lees_schulden(rijen: Iterator[Rij], naam: str, vandaag: date) -> list[Schuldregel]:
    """The debts of a file. Raises `Geweigerd` with every fault (the first hundred): then none of it is stored."""
    _, kop = next(rijen, (1, ()))
    kolommen = [cel.strip().lower() for cel in kop]
    ontbreekt = [kolom for kolom in VERPLICHT if kolom not in kolommen]
    vreemd = [kolom for kolom in kolommen if kolom and kolom not in KOLOMMEN]
    dubbel = sorted({kolom for kolom in kolommen if kolom and kolommen.count(kolom) > 1})
    if ontbreekt or vreemd or dubbel:
        er_is = ", ".join(KOLOMMEN)
        wat = ", ".join([*ontbreekt, *vreemd, *dubbel])[:200]
        raise _bestand(
            "kolommen_onjuist", f"Deze kolommen ontbreken, zijn onbekend of dubbel: {wat}. Gebruik: {er_is}.",
            f"These columns are missing, unknown or double: {wat}. Use: {er_is}.",
        )  # fmt: skip
    fouten: list[Fout] = []
    uit: list[Schuldregel] = []
    for nummer, cellen in rijen:
        if not any(cel.strip() for cel in cellen):
            continue
        if len(uit) >= MEESTE_RIJEN:
            raise _bestand("te_veel_rijen", f"Het bestand heeft meer dan {MEESTE_RIJEN} schulden. Knip het in delen.", f"The file has more than {MEESTE_RIJEN} debts. Cut it into parts.")  # fmt: skip
        if len(cellen) > len(kolommen) and any(cel.strip() for cel in cellen[len(kolommen) :]):
            fouten.append(_fout("te_veel_cellen", naam, nummer, "", "heeft meer cellen dan de kop. Haal ze weg", "has more cells than the header. Remove them"))  # fmt: skip
            continue
        waarden = dict.fromkeys(KOLOMMEN, "") | {
            kolom: " ".join(cel.split()) for kolom, cel in zip(kolommen, cellen, strict=False) if kolom
        }
        regel = _lees(waarden, naam, nummer, vandaag, fouten)
        if regel is None:
            continue
        uit.append(regel)
    fouten += dubbele_regels(uit, naam, "kenmerk")
    if fouten:
        n = len(fouten)
        raise Geweigerd(
            "rijen_onjuist",
            Tekst(f"{n} fouten in het bestand; er is niets ingelezen. Verbeter ze en lees het bestand opnieuw in.", f"{n} faults in the file; nothing was read in. Correct them and read the file again."),
            fouten=tuple(fouten[:MEESTE_FOUTEN]),
        )  # fmt: skip
    if not uit:
        raise _bestand("geen_rijen", "Het bestand heeft geen schulden. Zet onder de kop één schuld per regel.", "The file has no debts. Put one debt per line under the header.")  # fmt: skip
    return uit


def _lees(
    waarden: dict[str, str], naam: str, nummer: int, vandaag: date, fouten: list[Fout]
) -> Schuldregel | None:
    voor = len(fouten)

    def fout(code: str, kolom: str, nl: str, en: str) -> None:
        fouten.append(_fout(code, naam, nummer, kolom, nl, en))

    bedrag, peildatum = None, vandaag
    if not 1 <= len(waarden["schuldeiser"]) <= 200:
        fout("schuldeiser_onjuist", "schuldeiser", "heeft geen schuldeiser, of een naam van meer dan 200 tekens", "has no creditor, or a name of more than 200 characters")  # fmt: skip
    if waarden["bedrag"]:
        try:
            bedrag = Bedrag.lees_van_mensen(waarden["bedrag"])
        except ValueError:
            bedrag = None
        if bedrag is None or bedrag > HOOGSTE:
            fout("bedrag_onjuist", "bedrag", f'"{waarden["bedrag"][:30]}" is geen bedrag. Schrijf 1234,50', f'"{waarden["bedrag"][:30]}" is no amount. Write 1234,50')  # fmt: skip
    if waarden["rang"].lower() not in RANGEN:
        fout("rang_onjuist", "rang", f'"{waarden["rang"][:30]}" is geen rang. Kies {", ".join(RANGEN)}', f'"{waarden["rang"][:30]}" is no rank. Choose {", ".join(RANGEN)}')  # fmt: skip
    if waarden["peildatum"]:
        try:
            peildatum = date.fromisoformat(waarden["peildatum"])
            if len(waarden["peildatum"]) != 10 or peildatum > vandaag:
                raise ValueError
        except ValueError:
            fout("peildatum_onjuist", "peildatum", f'"{waarden["peildatum"][:30]}" is geen dag tot en met vandaag. Schrijf JJJJ-MM-DD', f'"{waarden["peildatum"][:30]}" is no day up to today. Write YYYY-MM-DD')  # fmt: skip
    if len(waarden["kenmerk"]) > 60:
        fout("kenmerk_te_lang", "kenmerk", "is langer dan 60 tekens. Kort het in", "is longer than 60 characters. Shorten it")  # fmt: skip
    if waarden["kvk"] and not re.fullmatch(r"[0-9]{8}", waarden["kvk"]):
        fout("kvk_onjuist", "kvk", "een KvK-nummer heeft acht cijfers. Verbeter het of laat het leeg", "a Chamber of Commerce number has eight digits. Correct it or leave it empty")  # fmt: skip
    if len(waarden["incassant"]) > 200:
        fout("incassant_te_lang", "incassant", "is langer dan 200 tekens. Kort het in", "is longer than 200 characters. Shorten it")  # fmt: skip
    if len(fouten) > voor:
        return None
    return Schuldregel(
        nummer, waarden["schuldeiser"], bedrag, waarden["rang"].lower(), peildatum, waarden["kenmerk"], waarden["kvk"], waarden["incassant"]
    )  # fmt: skip


def dubbele_regels(regels: Sequence[Schuldregel], naam: str, kolom: str) -> list[Fout]:
    """A fault for each debt at a creditor under a reference that stood there before."""
    fouten: list[Fout] = []
    gezien: dict[tuple[str, str], int] = {}
    for regel in regels:
        eerst = gezien.setdefault((regel.schuldeiser.casefold(), regel.kenmerk), regel.regel)
        if eerst != regel.regel:
            fouten.append(_fout("dubbele_rij", naam, regel.regel, kolom, f"is dezelfde schuld als regel {eerst}. Geef elke schuld een eigen kenmerk", f"is the same debt as line {eerst}. Give each debt its own reference"))  # fmt: skip
    return fouten


def _fout(code: str, naam: str, regel: int, kolom: str, nl: str, en: str) -> Fout:
    waar_nl = f"Regel {regel}" + (f", {kolom}" if kolom else "")
    waar_en = f"Line {regel}" + (f", {kolom}" if kolom else "")
    return Fout(code, Tekst(f"{waar_nl}: {nl}.", f"{waar_en}: {en}."), Plaats(naam, regel, kolom))


def _bestand(code: str, nl: str, en: str) -> Geweigerd:
    return Geweigerd(code, Tekst(nl, en))
