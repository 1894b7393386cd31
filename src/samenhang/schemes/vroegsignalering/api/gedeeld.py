"""What the operations of this scheme share."""

from __future__ import annotations

from django.http import HttpRequest

from samenhang.api.adr import Invoer
from samenhang.kernel.organisaties.actor import Actor


def actor_van(request: HttpRequest) -> Actor:
    actor: Actor = request.auth  # type: ignore[attr-defined]
    return actor


class RedenIn(Invoer):
    """Why."""

    reden: str
