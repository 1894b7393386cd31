"""The hand-over to debt assistance: what goes when a resident accepts the offer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

ZAAK: Final = {"categorie": ""}
"""Tells of the case and nothing of a person."""
NAW: Final = {"categorie": "naw"}
CONTACT: Final = {"categorie": "contact"}
SIGNAAL: Final = {"categorie": "signaal"}
OPVOLGING: Final = {"categorie": "opvolging"}


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """A referral. The statutory term runs from `aanvaard_op` and travels with it (Wgs art. 4).

    `dreiging` says whether the short term of three working days holds; amounts are strings with two
    decimals, one per partner kind, because the debt counsellor needs no more to start.
    """

    meldingnummer: str = field(metadata=ZAAK)
    naam: str = field(metadata=NAW)
    geboortedatum: date | None = field(metadata=NAW)
    adres: str = field(metadata=NAW)
    telefoon: str = field(metadata=CONTACT)
    email: str = field(metadata=CONTACT)
    aanvaard_op: date = field(metadata=OPVOLGING)
    dreiging: bool = field(metadata=OPVOLGING)
    eerste_gesprek_uiterlijk: date = field(metadata=OPVOLGING)
    achterstanden: tuple[tuple[str, str], ...] = field(metadata=SIGNAAL)
