"""What several actions check: choices, days, texts, amounts, whose row it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TypeVar
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.zaken import actions as zaken

MINSTENS = 20
"""Characters of a motivation: enough to be a sentence."""
HOOGSTE_BEDRAG = Bedrag(1_000_000_000)
R = TypeVar("R")


def weiger(veld: str, code: str, nl: str, en: str) -> Geweigerd:
    """A refusal at a field of the input."""
    tekst = Tekst(nl, en)
    return Geweigerd.bij(veld, code, tekst)


def keuze(veld: str, waarde: str, mogelijk: Collection[str]) -> str:
    """A value of a closed list."""
    if waarde not in mogelijk:
        er_is = ", ".join(mogelijk)
        raise weiger(veld, "keuze_onjuist", f'"{waarde[:40]}" kan hier niet. Kies uit: {er_is}.', f'"{waarde[:40]}" is not possible here. Choose from: {er_is}.')  # fmt: skip
    return waarde


def ingevuld(veld: str, waarde: str, hoogstens: int = 200) -> str:
    """A text that says something, trimmed."""
    tekst = " ".join(waarde.split())
    if not tekst:
        raise weiger(veld, "niet_ingevuld", f"Vul '{veld}' in.", f"Fill in '{veld}'.")
    if len(tekst) > hoogstens:
        raise weiger(veld, "te_lang", f"Maak '{veld}' korter dan {hoogstens} tekens.", f"Make '{veld}' shorter than {hoogstens} characters.")  # fmt: skip
    return tekst


def zin(veld: str, waarde: str, hoogstens: int = 2000) -> str:
    """A motivation of at least a sentence: whoever it is about reads it."""
    tekst = waarde.strip()
    if not MINSTENS <= len(tekst) <= hoogstens:
        raise weiger(
            veld, "geen_zin", f"Schrijf ten minste één hele zin, in hoogstens {hoogstens} tekens; de inwoner leest haar.",
            f"Write at least one whole sentence, in at most {hoogstens} characters; the resident reads it.",
        )  # fmt: skip
    return tekst


def niet_in_toekomst(veld: str, dag: date) -> date:
    """A day that has come."""
    if dag > zaken.vandaag():
        raise weiger(veld, "datum_in_toekomst", "Deze dag moet nog komen. Vul vandaag of een eerdere dag in.", "This day has yet to come. Enter today or an earlier day.")  # fmt: skip
    return dag


def bedrag(veld: str, waarde: str) -> Bedrag:
    """An amount as people write it; one that can be read in two ways is refused."""
    try:
        gelezen = Bedrag.lees_van_mensen(waarde)
    except ValueError as fout:
        raise weiger(
            veld, "bedrag_onjuist", f'"{waarde[:40]}" is geen bedrag. Schrijf het als 1234,50, zonder letters of minteken.',
            f'"{waarde[:40]}" is no amount. Write it as 1234,50, without letters or a minus sign.',
        ) from fout  # fmt: skip
    if gelezen > HOOGSTE_BEDRAG:
        raise weiger(veld, "bedrag_te_hoog", "Dit bedrag is hoger dan tien miljoen euro. Controleer het.", "This amount is above ten million euros. Check it.")  # fmt: skip
    return gelezen


def geheel(veld: str, waarde: str, minstens: int, hoogstens: int) -> int:
    """A whole number between bounds."""
    tekst = waarde.strip()
    if not (tekst.isascii() and tekst.isdecimal() and len(tekst) < 7 and minstens <= int(tekst) <= hoogstens):
        raise weiger(veld, "getal_onjuist", f"Vul bij '{veld}' een getal in van {minstens} tot en met {hoogstens}.", f"Enter a number from {minstens} up to {hoogstens} at '{veld}'.")  # fmt: skip
    return int(tekst)


def uit(veld: str, rijen: Iterable[R], id_: UUID) -> R:
    """The row of this case with that id."""
    for rij in rijen:
        if getattr(rij, "id", None) == id_:
            return rij
    raise weiger(veld, "hoort_niet_bij_zaak", "Dit hoort niet bij deze zaak. Kies uit de lijst.", "This does not belong to this case. Choose from the list.")  # fmt: skip
