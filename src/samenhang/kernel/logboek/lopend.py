"""What an operation knows while it runs: who does what, which decisions were taken, whose data were touched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Manager, QuerySet

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Besluit, Feiten, Verzoek


@dataclass
class Beslissing:
    """A decision as it was taken."""

    verzoek: Verzoek
    feiten: Feiten
    besluit: Besluit
    zaak_id: UUID | None


@dataclass
class Operatie:
    """What is going on: who does what, which decisions were taken and whose data were touched.

    `uitkomst` is "geweigerd" where answering no is what was asked, and nothing has to be undone.
    """

    scheme: str
    naam: str
    actor: Actor
    nu: datetime
    id: UUID = field(default_factory=nieuw_id)
    beslissingen: list[Beslissing] = field(default_factory=list)
    personen: dict[UUID, None] = field(default_factory=dict)
    zaak_id: UUID | None = None
    reden: str = ""
    wijziging: dict[str, Any] = field(default_factory=dict)
    later: dict[Manager[Any], list[Any]] = field(default_factory=dict)
    bij_weigering: list[tuple[QuerySet[Any], Any]] = field(default_factory=list)
    velen: int = 0
    uitkomst: str = "verleend"
    loopt: bool = True

    def noteer(self, verzoek: Verzoek, feiten: Feiten, besluit: Besluit, zaak_id: UUID | None) -> None:
        """Keep a decision for the log rows."""
        self.beslissingen.append(Beslissing(verzoek, feiten, besluit, zaak_id))
        self.zaak_id = self.zaak_id or zaak_id

    def raakt(self, personen: Iterable[UUID]) -> None:
        """These persons' data are shown or changed: each gets a row in the processing log."""
        self.personen.update(dict.fromkeys(personen))

    def verandert(self, reden: str = "", **wijziging: Any) -> None:
        """What changed (old and new) and why, for the audit log.

        A reason about a case is free text about people: it stands in the timeline, which goes when the case goes,
        and not in a log that only grows.
        """
        self.reden = reden or self.reden
        self.wijziging.update(wijziging)

    def schrijf_later(self, tabel: Manager[Any], rij: Any) -> None:
        """Store a row at the end of the operation, in one statement with the others of its table.

        For rows that tell what was done and that nothing in the operation reads back.
        """
        self.later.setdefault(tabel, []).append(rij)

    def bewaar_bij_weigering(self, tabel: QuerySet[Any], rij: Any) -> None:
        """Store a row only when this operation is refused for want of access, beside the log row that says so."""
        self.bij_weigering.append((tabel, rij))
