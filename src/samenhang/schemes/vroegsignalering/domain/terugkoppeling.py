"""What a partner may hear about his signal: a closed list. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.domain.uitkomsten import Resultaat

TERUGKOPPELING: Final = (
    "niet_opgepakt",
    "onterecht",
    "herhaald",
    "geen_inwoner",
    "overleden",
    "hulp_aanvaard",
    "gesloten_zonder_hulp",
)
"""Never a reason, a household, another partner or whether an arrears came together with others."""


def terugkoppeling(resultaat: Resultaat) -> str:
    """What the partner hears: declined and not reached alike, any other reason only as not taken up."""
    if resultaat.hulp:
        return "hulp_aanvaard"
    return {
        "onterecht_signaal": "onterecht",
        "herhaalde_melding": "herhaald",
        "overleden": "overleden",
        "geen_inwoner": "geen_inwoner",
        "andere_reden": "niet_opgepakt",
    }.get(resultaat.naam, "gesloten_zonder_hulp")


def controleer_terugkoppeling(wat: str) -> str:
    """The feedback itself when it is on the closed list; else `Geweigerd` (Z04)."""
    if wat not in TERUGKOPPELING:
        raise Geweigerd(
            "Z04",
            Tekst(
                f'"{wat}" mag niet naar een partner. Kies uit: {", ".join(TERUGKOPPELING)}.',
                f'"{wat}" may not go to a partner. Choose from: {", ".join(TERUGKOPPELING)}.',
            ),
        )
    return wat
