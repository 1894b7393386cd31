"""Who may compute: whoever works for an organisation. It reads nothing and keeps nothing, so it leaves no log row."""

from __future__ import annotations

from typing import Any

from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.schuldhulp.domain import antwoord


def bereken(actor: Actor, naam: str, document: object) -> dict[str, Any]:
    """The answer to one document. Raises `Geweigerd`: 403 for who works for no organisation, else what is wrong."""
    vereis_werker(actor)
    return antwoord.bereken(naam, document)


def vereis_werker(actor: Actor) -> None:
    """Refuse (403) who acts for no organisation: the outcomes are for who can explain them to a resident."""
    _ = actor.organisatie
