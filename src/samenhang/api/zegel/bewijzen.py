"""Proof that the rows of an operation stand in the log."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Uitvoer
from samenhang.kernel.zegel import queries

routes = Routes()


class BladUit(Uitvoer):
    """A leaf: its hash, the path to the root, and for who may read it the row as it was sealed."""

    nummer: int
    log: str
    hash: str
    pad: list[str]
    regel: str | None


class LogbewijsUit(Uitvoer):
    """Proof that the rows of an operation stand in the log; docs/logboek.md holds a program that checks it."""

    operatie: UUID
    controlepunt: str
    sleutel: str
    bladen: list[BladUit]

    @classmethod
    def van(cls, document: dict[str, Any]) -> LogbewijsUit:
        """From the query's document."""
        return cls(
            operatie=document["operatie"],
            controlepunt=document["controlepunt"],
            sleutel=document["sleutel"],
            bladen=[BladUit(**{"regel": None, **blad}) for blad in document["bladen"]],
        )


@routes.get("/logboek/bewijzen/{operatie}", summary="Bewijs van een operatie", fouten=(403, 404, 409))
def logbewijs(request: HttpRequest, operatie: UUID) -> LogbewijsUit:
    """The newest checkpoint and the path from each row of the operation to its root."""
    return LogbewijsUit.van(queries.bewijs(actor_van_verzoek(request), operatie))
