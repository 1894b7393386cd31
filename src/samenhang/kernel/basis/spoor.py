"""W3C Trace Context: read strictly, carried on to what we call, and told to who called us.

Source: W3C Recommendation Trace Context, §3.2 (traceparent), §3.3 (tracestate); the response header is that of the
working group's draft of the next level (`traceresponse`).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

_KOP = re.compile(r"([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?", re.ASCII)
_LID = re.compile(
    r"(?:[a-z0-9][a-z0-9_\-*/]{0,255}|[a-z0-9][a-z0-9_\-*/]{0,240}@[a-z][a-z0-9_\-*/]{0,13})"
    r"=[\x20-\x2b\x2d-\x3c\x3e-\x7e]{0,255}[\x21-\x2b\x2d-\x3c\x3e-\x7e]",
    re.ASCII,
)
LEDEN, TEKENS = 32, 512
"""Members that a tracestate may have, and characters of it that are carried on at least."""


@dataclass(frozen=True, slots=True)
class Spoor:
    """Where this process is in a trace: its own span, the span that called, flags, and what others keep in it."""

    trace_id: str
    span: str
    ouder: str = ""
    vlaggen: str = "00"
    staat: str = ""

    @property
    def antwoord(self) -> str:
        """The value of `traceresponse`."""
        return f"00-{self.trace_id}-{self.span}-{self.vlaggen}"


_huidig: ContextVar[Spoor | None] = ContextVar("spoor", default=None)


def nieuw() -> Spoor:
    """A trace that begins here."""
    return Spoor(os.urandom(16).hex(), os.urandom(8).hex())


def lees(traceparent: str, tracestate: str = "") -> Spoor | None:
    """The trace that a caller is in; None when the header is missing or breaks a rule of the standard.

    Version ff, zero ids, capitals and a longer header of version 00 are refused; of a later version the known part
    counts. A tracestate that breaks a rule is dropped, the trace goes on.
    """
    treffer = _KOP.fullmatch(traceparent.strip(" \t"))
    if treffer is None:
        return None
    versie, trace_id, ouder, vlaggen, rest = treffer.groups()
    if versie == "ff" or (versie == "00" and rest) or not int(trace_id, 16) or not int(ouder, 16):
        return None
    gesampled = f"{int(vlaggen, 16) & 1:02x}"  # the one flag whose meaning we know and may pass on
    return Spoor(trace_id, os.urandom(8).hex(), ouder, gesampled, _staat(tracestate))


def _staat(kop: str) -> str:
    leden = [lid.strip(" \t") for lid in kop.split(",") if lid.strip(" \t")]
    sleutels = [lid.partition("=")[0] for lid in leden]
    if len(leden) > LEDEN or len(set(sleutels)) < len(sleutels) or not all(map(_LID.fullmatch, leden)):
        return ""
    staat = ",".join(leden)
    return staat if len(staat) <= TEKENS else ""


def huidig() -> Spoor | None:
    """The trace of what is going on; None outside a request."""
    return _huidig.get()


def voor_actor() -> str:
    """The trace of this request with the span that called, as an `Actor` carries them; empty outside a request."""
    spoor = huidig()
    if spoor is None:
        return ""
    return f"{spoor.trace_id}-{spoor.ouder}" if spoor.ouder else spoor.trace_id


@contextmanager
def lopend(spoor: Spoor) -> Iterator[Spoor]:
    """While this lasts, log rows and calls to others belong to this trace."""
    merk = _huidig.set(spoor)
    try:
        yield spoor
    finally:
        _huidig.reset(merk)


def uitgaand() -> dict[str, str]:
    """The headers of a call to another system: the same trace with our span as its parent."""
    spoor = huidig() or nieuw()
    koppen = {"traceparent": spoor.antwoord}
    return koppen | {"tracestate": spoor.staat} if spoor.staat else koppen
