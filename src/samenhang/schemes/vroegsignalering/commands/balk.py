"""How far a delivery is, for who waits at a terminal: one line on stderr that follows it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from samenhang.cli.uitvoer import taal
from samenhang.kernel.basis import Tekst

if TYPE_CHECKING:
    from samenhang.kernel.aanlevering.voortgang import Stand


def in_woorden(stand: Stand) -> Tekst:
    """Stage, count, share and time left, as a sentence."""
    klaar = f"{stand.klaar:,}".replace(",", ".")
    totaal = f"{stand.totaal:,}".replace(",", ".")
    nl, en = stand.titel.nl, stand.titel.en
    if stand.totaal:
        nl, en = f"{nl}: {klaar} van {totaal} rijen", f"{en}: {klaar} of {totaal} rows"
    rest = stand.resterend(time.time())
    if rest is not None:
        nl += f", nog ongeveer {rest} seconde{'' if rest == 1 else 'n'}"
        en += f", about {rest} second{'' if rest == 1 else 's'} left"
    return Tekst(f"{stand.procent}% {nl}", f"{stand.procent}% {en}")


def als_document(stand: Stand) -> dict[str, Any]:
    """The same for machines, as the API gives it."""
    return {
        "stap": stand.stap,
        "klaar": stand.klaar,
        "totaal": stand.totaal,
        "procent": stand.procent,
        "secondenResterend": stand.resterend(time.time()),
    }


@contextmanager
def voortgangsbalk(stil: bool = False) -> Iterator[Callable[[Stand], None] | None]:
    """Gives what is to be told how far it is; nothing when nobody looks (`stil`, or stderr is no terminal)."""
    if stil or not sys.stderr.isatty():
        yield None
        return

    def hoor(stand: Stand) -> None:
        sys.stderr.write(f"\r\x1b[2K{in_woorden(stand).in_taal(taal())}")
        sys.stderr.flush()

    try:
        yield hoor
    finally:
        sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()
