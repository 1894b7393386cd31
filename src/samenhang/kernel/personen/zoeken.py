"""Blind search keys: what people type, normalised and hashed under a key of the deployment. Pure."""

from __future__ import annotations

import hmac
import re
import unicodedata
from datetime import date


def zoekvorm(tekst: str) -> str:
    """What two spellings of a value have in common: plain capitals and digits."""
    zonder_accent = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Z0-9]", "", zonder_accent.upper())


def zoekwaarde(geheim: bytes, organisatie: str, soort: str, tekst: str) -> str:
    """The blind key (128 bits, hex) of one normalised value for one organisation's register."""
    bericht = f"{organisatie}|{soort}|{zoekvorm(tekst)}".encode()
    return hmac.digest(geheim, bericht, "sha256").hex()[:32]


def zoektermen(
    achternaam: str, geboortedatum: date | None, postcode: str, huisnummer: int | None
) -> set[tuple[str, str]]:
    """What a person can be found by: surname, birth date, postcode with house number."""
    termen = {("naam", achternaam)} if zoekvorm(achternaam) else set()
    if geboortedatum:
        termen.add(("geboren", geboortedatum.isoformat()))
    if postcode and huisnummer:
        termen.add(("adres", f"{postcode}{huisnummer}"))
    return termen


def gevraagde_termen(invoer: str) -> set[tuple[str, str]]:
    """What one line of input may mean: an address "2611AB 10", a birth date, or a surname."""
    tekst = invoer.strip()
    if treffer := re.fullmatch(r"([1-9][0-9]{3})\s*([A-Za-z]{2})\s*([0-9]{1,5})", tekst):
        return {("adres", "".join(treffer.groups()))}
    if treffer := re.fullmatch(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})", tekst):
        dag, maand, jaar = (int(deel) for deel in treffer.groups())
        return {("geboren", f"{jaar:04d}-{maand:02d}-{dag:02d}")}
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", tekst):
        return {("geboren", tekst)}
    return {("naam", tekst)} if zoekvorm(tekst) else set()
