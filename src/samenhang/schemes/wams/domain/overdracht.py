"""What comes in from another scheme as a report, and what goes to debt assistance when a resident asks for that. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Geweigerd, Tekst

DOORGEGEVEN: Final = "meervoudig"
"""The kind of hand-over that becomes a report."""
AANMELDING: Final = "aanmelding"
"""The kind of hand-over to debt assistance, and the purpose for which it is decided."""
AAN: Final = "gemeente"
_ZAAK: Final = {"categorie": ""}
_NAW: Final = {"categorie": "naw"}
_CONTACT: Final = {"categorie": "contact"}


@dataclass(frozen=True, slots=True)
class Doorgegeven:
    """Someone whom another scheme passes on because he asked for it: who, since when, and what he wants help with."""

    meldingnummer: str
    naam: str
    geboortedatum: date | None
    adres: str
    telefoon: str
    email: str
    gevraagd_op: date
    vraag: str


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """A resident who asks for debt assistance. The statutory term runs from `aanvaard_op`, the day on which he asked.

    (Wgs art. 4 lid 1 and 2.) What the case knows of his debts does not go along: he tells that himself.
    """

    meldingnummer: str = field(metadata=_ZAAK)
    naam: str = field(metadata=_NAW)
    geboortedatum: date | None = field(metadata=_NAW)
    adres: str = field(metadata=_NAW)
    telefoon: str = field(metadata=_CONTACT)
    email: str = field(metadata=_CONTACT)
    aanvaard_op: date = field(metadata=_NAW)
    dreiging: bool = field(metadata=_NAW)
    eerste_gesprek_uiterlijk: date | None = field(metadata=_NAW, default=None)
    achterstanden: tuple[tuple[str, str], ...] = field(metadata=_NAW, default=())


def lees_doorgegeven(document: Mapping[str, Any]) -> Doorgegeven:
    """What was passed on, from its stored document; raises `Geweigerd` (409) when a field is missing or of another kind."""
    try:
        geboren = document["geboortedatum"]
        return Doorgegeven(
            meldingnummer=str(document["meldingnummer"]),
            naam=str(document["naam"]),
            geboortedatum=date.fromisoformat(geboren) if geboren else None,
            adres=str(document["adres"]),
            telefoon=str(document["telefoon"]),
            email=str(document["email"]),
            gevraagd_op=date.fromisoformat(document["gevraagd_op"]),
            vraag=str(document["vraag"]),
        )
    except (KeyError, TypeError, ValueError) as fout:
        raise Geweigerd(
            "overdracht_onleesbaar",
            Tekst(
                f"Wat is doorgegeven mist iets of is anders opgeschreven ({fout}). Vraag de afzender het opnieuw te sturen.",
                f"What was passed on lacks something or is written otherwise ({fout}). Ask the sender to send it again.",
            ),
            status=409,
        ) from fout
