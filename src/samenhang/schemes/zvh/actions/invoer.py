"""What every verb asks of what was filled in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from samenhang.kernel.basis import Geweigerd, Tekst

MINSTENS: Final = 20
"""Characters of a motivation: enough to be a sentence; the resident reads it."""


def zin(kolom: str, waarde: str) -> str:
    """A motivation of at least a sentence; the resident reads it."""
    tekst = waarde.strip()
    if not MINSTENS <= len(tekst) <= 1000:
        raise fout(
            kolom, "motivering_onjuist", f"Schrijf ten minste één hele zin, in hoogstens 1000 tekens; de inwoner leest haar. Er staan er nu {len(tekst)}.",
            f"Write at least one whole sentence, in at most 1000 characters; the resident reads it. There are {len(tekst)} now.",
        )  # fmt: skip
    return tekst


def ingevuld(kolom: str, waarde: str, hoogstens: int) -> str:
    """What was filled in, neither empty nor too long."""
    tekst = " ".join(waarde.split()) if hoogstens <= 300 else waarde.strip()
    if not tekst or len(tekst) > hoogstens:
        raise fout(
            kolom, "tekst_onjuist", f"Vul dit in, in hoogstens {hoogstens} tekens.", f"Fill this in, in at most {hoogstens} characters."
        )  # fmt: skip
    return tekst


def keuze(kolom: str, waarde: str, keuzes: Iterable[str]) -> str:
    """One of the choices."""
    namen = list(keuzes)
    if waarde not in namen:
        er_is = ", ".join(namen)
        raise fout(kolom, "keuze_onjuist", f'"{waarde}" kan hier niet. Kies uit: {er_is}.', f'"{waarde}" is not possible here. Choose from: {er_is}.')  # fmt: skip
    return waarde


def fout(kolom: str, code: str, nl: str, en: str) -> Geweigerd:
    """The refusal of one field."""
    tekst = Tekst(nl, en)
    return Geweigerd.bij(kolom, code, tekst)
