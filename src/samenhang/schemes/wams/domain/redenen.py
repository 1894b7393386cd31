"""The reasons that the scheme itself writes into a timeline, in both languages; what a worker wrote stays as written. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst

REDENEN: Final = {
    "opgepakt": Tekst("opgepakt", "taken up"),
    "onderzoek": Tekst("voor het onderzoek", "for the investigation"),
    "aangewezen als coördinator": Tekst("aangewezen als coördinator", "appointed as coordinator"),
    "leest de afspraken mee": Tekst("leest de afspraken mee", "reads the agreements along"),
    "meegelezen": Tekst("meegelezen", "read along"),
    "aanwezig bij het overleg": Tekst("aanwezig bij het overleg", "there at the meeting"),
    "niet aanwezig bij het overleg": Tekst("niet aanwezig bij het overleg", "not there at the meeting"),
    "afgeschaald": Tekst("afgeschaald", "scaled down"),
}


def reden_in_twee(reden: str) -> Tekst | str:
    """A reason as a page shows it."""
    return REDENEN.get(reden, reden)
