"""Every code of a refusal or warning with its message: fault, remedy, and what became of the rest. Pure.

F refuses the file, R the row, W is a warning. `{waarde}` is what stood in the cell (shortened, masked
where it may be a BSN or IBAN).
"""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.bestand.codes.bestand import BESTAND
from samenhang.schemes.vroegsignalering.bestand.codes.code import Code
from samenhang.schemes.vroegsignalering.bestand.codes.rij import RIJ
from samenhang.schemes.vroegsignalering.bestand.codes.waarschuwing import WAARSCHUWING

CODES: Final[dict[str, Code]] = BESTAND | RIJ | WAARSCHUWING


def zin(code: str, waarde: str | Tekst = "", herstel: str = "") -> Tekst:
    """The message of a code with its cell value filled in, at most 60 characters of it.

    A `waarde` in two languages is our own description of the fault and is not shortened.
    """
    return _ingevuld(CODES[code].zin(code[0]), waarde, herstel)


def fout(code: str) -> Tekst:
    """What is wrong, without a value in it and without the remedy: for a list of codes."""
    kaal = _ingevuld(CODES[code].fout, "…", "…")
    return Tekst(kaal.nl.replace("….", "…"), kaal.en.replace("….", "…"))


def _ingevuld(tekst: Tekst, waarde: str | Tekst, herstel: str) -> Tekst:
    nl, en = (waarde.nl, waarde.en) if isinstance(waarde, Tekst) else (_kort(waarde), _kort(waarde))
    return Tekst(
        tekst.nl.replace("{waarde}", nl).replace("{herstel}", herstel),
        tekst.en.replace("{waarde}", en).replace("{herstel}", herstel),
    )


def _kort(waarde: str) -> str:
    return waarde if len(waarde) <= 60 else waarde[:57] + "..."
