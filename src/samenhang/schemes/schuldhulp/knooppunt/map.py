"""A node in a folder, with the rules of the real one: it passes messages on, and deletes what nobody fetched.

One file per message under the number of its addressee, one about where it is. A file is written whole or not at all, so
that a process that is killed leaves a node that can be asked again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import DEELNEMER, lees
from samenhang.schemes.schuldhulp.knooppunt.poort import Ligging, ander_bericht, onbekende_deelnemer

PER_KEER: Final = 100
"""So many messages are given at once."""


class Mapknooppunt:
    """The node in `map_` for one participant. `laatste_dag` says until when a message lies there unfetched, `klok`
    what time it is at the node.

    `deelnemers`: who takes part; None: everybody.
    """

    def __init__(
        self,
        map_: Path,
        deelnemer: str,
        laatste_dag: Callable[[date], date],
        klok: Callable[[], datetime],
        deelnemers: frozenset[str] | None = None,
    ) -> None:
        if not DEELNEMER.fullmatch(deelnemer):
            raise onbekende_deelnemer()
        self._map, self._deelnemer, self._laatste_dag = map_, deelnemer, laatste_dag
        self._klok, self._deelnemers = klok, deelnemers

    def plaats(self, nummer: UUID, bericht: bytes) -> Ligging:
        """See `Knooppunt`; also raises `Geweigerd` for what is no message, or not from this participant."""
        gelezen = lees(bericht)
        if gelezen.nummer != nummer or gelezen.van != self._deelnemer:
            raise Geweigerd("afzender_onjuist", Tekst("Nummer en afzender zijn die van het bericht. Stuur het onder uw eigen nummer.", "Number and sender are those of the message. Send it under your own number."))  # fmt: skip
        if self._deelnemers is not None and gelezen.aan not in self._deelnemers:
            raise onbekende_deelnemer()
        som = hashlib.sha256(bericht).hexdigest()
        if (stand := self._stand(nummer)) is not None:
            if stand["som"] != som:
                raise ander_bericht()
            return _ligging(stand)
        _schrijf(self._inhoud(gelezen.aan, nummer), bericht)
        stand = {"van": gelezen.van, "aan": gelezen.aan, "som": som, "geplaatst": self._klok().isoformat(), "opgehaald": None, "gewist": None}  # fmt: skip
        _schrijf(self._plek(nummer), json.dumps(stand).encode())
        return _ligging(stand)

    def wachtend(self) -> Sequence[tuple[UUID, bytes]]:
        """See `Knooppunt`."""
        uit = []
        for plek in sorted((self._map / "post" / self._deelnemer).glob("*.json")):
            nummer = UUID(plek.stem)
            stand = self._geveegd(nummer)
            if stand is not None and stand["opgehaald"] is None and stand["gewist"] is None:
                uit.append((stand["geplaatst"], nummer, plek.read_bytes()))
        return [(nummer, bericht) for _, nummer, bericht in sorted(uit)[:PER_KEER]]

    def bevestig(self, nummer: UUID) -> None:
        """See `Knooppunt`; of a message that is not his or that is gone already nothing changes."""
        stand = self._geveegd(nummer)
        if stand is None or stand["aan"] != self._deelnemer or stand["gewist"] is not None:
            return
        if stand["opgehaald"] is None:
            _schrijf(self._plek(nummer), json.dumps(stand | {"opgehaald": self._klok().isoformat()}).encode())
        self._inhoud(self._deelnemer, nummer).unlink(missing_ok=True)

    def ligging(self, nummer: UUID) -> Ligging | None:
        """See `Knooppunt`."""
        stand = self._geveegd(nummer)
        return None if stand is None or stand["van"] != self._deelnemer else _ligging(stand)

    def _geveegd(self, nummer: UUID) -> dict[str, Any] | None:
        """Where it is, after deleting it when its last day has passed: the rule holds whenever somebody looks."""
        stand = self._stand(nummer)
        if stand is None or stand["opgehaald"] is not None or stand["gewist"] is not None:
            return stand
        nu = self._klok()
        if timezone.localdate(nu) <= self._laatste_dag(timezone.localdate(datetime.fromisoformat(stand["geplaatst"]))):  # fmt: skip
            return stand
        stand |= {"gewist": nu.isoformat()}
        _schrijf(self._plek(nummer), json.dumps(stand).encode())
        self._inhoud(stand["aan"], nummer).unlink(missing_ok=True)
        return stand

    def _stand(self, nummer: UUID) -> dict[str, Any] | None:
        try:
            stand: dict[str, Any] = json.loads(self._plek(nummer).read_bytes())
        except FileNotFoundError:
            return None
        return stand

    def _plek(self, nummer: UUID) -> Path:
        return self._map / "stand" / f"{nummer}.json"

    def _inhoud(self, aan: str, nummer: UUID) -> Path:
        return self._map / "post" / aan / f"{nummer}.json"


def _ligging(stand: dict[str, Any]) -> Ligging:
    def moment(naam: str) -> datetime | None:
        return None if stand[naam] is None else datetime.fromisoformat(stand[naam])

    return Ligging(datetime.fromisoformat(stand["geplaatst"]), moment("opgehaald"), moment("gewist"))


def _schrijf(plek: Path, inhoud: bytes) -> None:
    """Whole or not at all, also when the machine stops: written beside it, flushed, and put in its place."""
    plek.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    naast = plek.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(naast, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as uit:
        uit.write(inhoud)
        uit.flush()
        os.fsync(uit.fileno())
    os.replace(naast, plek)
