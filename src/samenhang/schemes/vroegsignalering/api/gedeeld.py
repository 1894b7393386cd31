"""What the operations of this scheme share."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.kernel.zaken.models import Zaak


class RedenIn(Invoer):
    """Why."""

    reden: Annotated[str, Field(max_length=300, examples=["Inwoner is met vakantie"])]


class Stand(Uitvoer):
    """How a case stands after an action."""

    id: UUID
    nummer: Annotated[str, Field(examples=["VS-9901-26-000017"])]
    stap: Annotated[str, Field(examples=["benaderen"])]
    versie: Annotated[int, Field(description="Loopt op bij elke wijziging; is de ETag van de melding")]

    @classmethod
    def van(cls, zaak: Zaak) -> Stand:
        """The standing of a case."""
        return cls(id=zaak.id, nummer=zaak.nummer, stap=zaak.stap, versie=zaak.versie)
