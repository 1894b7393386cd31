"""The hand-over to debt assistance: what goes when a resident accepts the offer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """A referral. The statutory term runs from `aanvaard_op` and travels with it (Wgs art. 4).

    `dreiging` says whether the short term of three working days holds; amounts are strings with two
    decimals, one per partner kind, because the debt counsellor needs no more to start.
    """

    meldingnummer: str
    naam: str
    geboortedatum: date | None
    adres: str
    telefoon: str
    email: str
    aanvaard_op: date
    dreiging: bool
    eerste_gesprek_uiterlijk: date
    achterstanden: tuple[tuple[str, str], ...]
