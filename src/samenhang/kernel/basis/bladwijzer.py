"""Cursors of lists: the sort values of the last row, opaque to who pages and checked when they come back. Pure."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from uuid import UUID

from samenhang.kernel.basis.fouten import Geweigerd
from samenhang.kernel.basis.tekst import Tekst

Waarde = str | int | Decimal | date | datetime | UUID | None


def _eindig(tekst: str) -> Decimal:
    try:
        waarde = Decimal(tekst)
    except InvalidOperation as fout:
        raise ValueError(tekst) from fout
    if not waarde.is_finite() or abs(waarde) > 10**18:
        raise ValueError(tekst)
    return waarde


def _heel(tekst: str) -> int:
    waarde = int(tekst)
    if abs(waarde) >= 2**63:
        raise ValueError(tekst)
    return waarde


_LEZERS: dict[type, Callable[[str], Waarde]] = {
    str: str,
    int: _heel,
    Decimal: _eindig,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    UUID: UUID,
}


def bladwijzer(*waarden: Waarde) -> str:
    """The cursor after a row with these sort values."""
    delen = [
        None if w is None else w.isoformat() if isinstance(w, date | datetime) else str(w) for w in waarden
    ]
    tekst = json.dumps(delen, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(tekst.encode()).decode().rstrip("=")


def lees_bladwijzer(tekst: str, *soorten: type) -> tuple[Waarde, ...]:
    """The sort values in a cursor, of these types in this order; a made-up one raises `Geweigerd`.

    A cursor carries no rights: the query that takes it decides as always which rows exist.
    """
    try:
        delen = json.loads(base64.b64decode(tekst + "=" * (-len(tekst) % 4), altchars=b"-_", validate=True))
        if not isinstance(delen, list) or len(delen) != len(soorten):
            raise ValueError("andere vorm")
        gelezen = tuple(
            None if deel is None else _LEZERS[soort](_tekst(deel))
            for deel, soort in zip(delen, soorten, strict=True)
        )
    except (ValueError, RecursionError) as fout:
        raise Geweigerd(
            "bladwijzer_onjuist",
            Tekst(
                "Deze bladwijzer bestaat niet. Begin weer bij de eerste bladzijde.",
                "This cursor does not exist. Start again at the first page.",
            ),
        ) from fout
    return gelezen


def _tekst(deel: object) -> str:
    if not isinstance(deel, str) or "\x00" in deel:
        raise ValueError("geen tekst")
    return deel
