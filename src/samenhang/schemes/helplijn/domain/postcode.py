"""Four digits of a postcode become a municipality and are then forgotten. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from samenhang.kernel.basis import Geweigerd
from samenhang.schemes.helplijn.domain.contact import weiger

VORM: Final = re.compile(r"[1-9][0-9]{3}")


def lees_postcode(tekst: str) -> str:
    """The four digits; raises `Geweigerd` on anything else. What was typed is not repeated: it could be an address."""
    cijfers = tekst.strip()
    if not VORM.fullmatch(cijfers):
        raise weiger(
            "postcode", "postcode_onjuist",
            "Geef alleen de vier cijfers van de postcode, zonder letters of huisnummer. Weet de beller die niet, laat dit dan leeg.",
            "Give only the four digits of the postcode, without letters or house number. Leave it empty when the caller does not know it.",
        )  # fmt: skip
    return cijfers


def kies_gemeente(mogelijk: Sequence[tuple[str, str]], gekozen: str) -> str:
    """The code of the municipality in which the postcode lies; `mogelijk` are codes with names, `gekozen` a code.

    Raises `Geweigerd` when the postcode is not in the table, lies in more than one municipality and none of those was
    chosen, or the chosen one is another.
    """
    codes = [code for code, _ in mogelijk]
    namen = ", ".join(f"{naam} ({code})" for code, naam in mogelijk)
    if not codes:
        raise weiger(
            "postcode", "postcode_onbekend",
            "Deze postcode staat niet in de tabel. Vraag of de cijfers kloppen, of laat dit leeg.",
            "This postcode is not in the table. Ask whether the digits are right, or leave it empty.",
        )  # fmt: skip
    if gekozen and gekozen not in codes:
        raise weiger("gemeente", "gemeente_past_niet", f"Deze postcode ligt in {namen}. Kies die gemeente, of verbeter de postcode.", f"This postcode lies in {namen}. Choose that municipality, or correct the postcode.")  # fmt: skip
    if len(codes) > 1 and not gekozen:
        raise weiger("gemeente", "gemeente_kiezen", f"Deze postcode ligt in meer gemeenten: {namen}. Vraag in welke de beller woont.", f"This postcode lies in several municipalities: {namen}. Ask in which one the caller lives.")  # fmt: skip
    return gekozen or codes[0]


def onbekende_gemeente(code: str) -> Geweigerd:
    """The refusal of a code that no municipality has."""
    return weiger(
        "gemeente", "gemeente_onbekend",
        f'"{code[:10]}" is geen gemeente in de tabel. Kies uit de lijst, of geef de postcode.',
        f'"{code[:10]}" is no municipality in the table. Choose from the list, or give the postcode.',
    )  # fmt: skip
