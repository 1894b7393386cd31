"""What a partner may hear about his signal: a closed list. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN, Resultaat

TITELS: Final = {
    "niet_opgepakt": Tekst("niet opgepakt (zonder reden)", "not taken up (without reason)"),
    "onterecht": Tekst("onterecht signaal", "unjustified signal"),
    "herhaald": Tekst("herhaald signaal", "repeated signal"),
    "geen_inwoner": Tekst("geen inwoner (meer)", "not a resident (any more)"),
    "overleden": Tekst("overleden", "deceased"),
    "hulp_aanvaard": Tekst(
        "hulp aanvaard, incasso 30 dagen pauze", "help accepted, collection pauses 30 days"
    ),
    "gesloten_zonder_hulp": Tekst("afgerond zonder hulp", "closed without help"),
}
"""What may be told, in words for the partner and the resident."""

TERUGKOPPELING: Final = tuple(TITELS)
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


@dataclass(frozen=True, slots=True)
class Signaalstand:
    """How a signal stands, as far as a partner's news depends on it. `resultaat` only once the case is closed."""

    status: str
    reden: str = ""
    aanvaard_op: date | None = None
    resultaat: str = ""


@dataclass(frozen=True, slots=True)
class Nieuws:
    """What a partner hears about one signal; with `aanvaard_op` collection pauses from that day."""

    soort: str
    aanvaard_op: date | None = None


_UIT_STATUS: Final = {"geen_inwoner": "geen_inwoner", "overleden": "overleden"}


def nieuws(stand: Signaalstand) -> Nieuws | None:
    """What may be told about a signal; None while there is nothing to tell.

    A signal that was not taken up says why only for the reasons that the partner caused or must know; any other
    reason is "not taken up". Accepting help comes first, whatever the case ends in.
    """
    if stand.status in _UIT_STATUS:
        return Nieuws(_UIT_STATUS[stand.status])
    if stand.status == "niet_opgepakt":
        return Nieuws(stand.reden if stand.reden in TERUGKOPPELING[1:5] else "niet_opgepakt")
    if stand.aanvaard_op is not None:
        return Nieuws("hulp_aanvaard", stand.aanvaard_op)
    if stand.resultaat:
        return Nieuws(terugkoppeling(RESULTATEN[stand.resultaat]))
    return None


def grenzen_van_maand(maand: str) -> tuple[date, date]:
    """The first day of a month (`2026-11`) and of the next; raises `Geweigerd` on anything else."""
    treffer = re.fullmatch(r"(20[0-9]{2})-(0[1-9]|1[0-2])", maand.strip())
    if treffer is None:
        raise Geweigerd(
            "periode_onjuist",
            Tekst(
                f'"{maand[:20]}" is geen maand. Schrijf JJJJ-MM, zoals 2026-11.',
                f'"{maand[:20]}" is no month. Write YYYY-MM, such as 2026-11.',
            ),
        )
    jaar, nummer = int(treffer[1]), int(treffer[2])
    return date(jaar, nummer, 1), date(jaar + nummer // 12, nummer % 12 + 1, 1)
