"""What a node of messages can do, for one participant. Every call can be repeated: the same again changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst


@dataclass(frozen=True, slots=True)
class Ligging:
    """Where a message is: since when at the node, and whether it was fetched or deleted."""

    geplaatst: datetime
    opgehaald: datetime | None = None
    gewist: datetime | None = None


class Knooppunt(Protocol):
    """A node, as one participant reaches it. Each call raises `Onbereikbaar` when nobody answers."""

    def plaats(self, nummer: UUID, bericht: bytes) -> Ligging:
        """Leave a message for its addressee. The same number with the same bytes is one message; raises `Geweigerd`
        for other bytes under that number, and for an addressee that the node does not know."""
        ...

    def wachtend(self) -> Sequence[tuple[UUID, bytes]]:
        """The messages that wait for this participant, oldest first; they stay until `bevestig`."""
        ...

    def bevestig(self, nummer: UUID) -> None:
        """Say that a message is safe here: the node deletes it and its sender sees that it was fetched."""
        ...

    def ligging(self, nummer: UUID) -> Ligging | None:
        """Where a message is that this participant left; None when the node does not know it."""
        ...


class Onbereikbaar(Geweigerd):
    """Nobody answered, or not as a node does; trying again later is safe."""

    def __init__(self, wat: str) -> None:
        super().__init__(
            "knooppunt_onbereikbaar",
            Tekst(f"Het knooppunt is niet bereikbaar ({wat}). Wij proberen het opnieuw.", f"The node cannot be reached ({wat}). We try again."),
            status=409,
        )  # fmt: skip


STORING: Final = (Geweigerd, OSError, ValueError)
"""What can go wrong with a node, or with the folder that stands in for one; none of it may stop a worker."""


def als_weigering(fout: Exception) -> Geweigerd:
    """The same as a refusal that can be kept and shown."""
    return fout if isinstance(fout, Geweigerd) else Onbereikbaar(type(fout).__name__)


def ander_bericht() -> Geweigerd:
    """The refusal of other bytes under a number that is taken."""
    return Geweigerd("nummer_bezet", Tekst("Onder dit nummer ligt al een ander bericht. Geef elk bericht een eigen nummer.", "Another message lies under this number. Give each message a number of its own."), status=409)  # fmt: skip


def onbekende_deelnemer() -> Geweigerd:
    """The refusal of an addressee that is no participant."""
    return Geweigerd("deelnemer_onbekend", Tekst("Deze ontvanger doet niet mee aan het knooppunt. Stuur een brief.", "This addressee does not take part in the node. Send a letter."), status=404)  # fmt: skip
