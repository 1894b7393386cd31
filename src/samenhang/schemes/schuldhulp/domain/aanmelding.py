"""What comes in with a hand-over of another scheme: read from its JSON, checked, and nothing more. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst


@dataclass(frozen=True, slots=True)
class Aanmelding:
    """A referral as another scheme sends it. The statutory term runs from `aanvaard_op` (Wgs art. 4).

    `achterstanden` are (kind of partner, amount) pairs, amounts as texts with two decimals.
    """

    meldingnummer: str
    naam: str
    geboortedatum: date | None
    adres: str
    telefoon: str
    email: str
    aanvaard_op: date
    dreiging: bool
    eerste_gesprek_uiterlijk: date | None
    achterstanden: tuple[tuple[str, str], ...]


def lees_aanmelding(document: Mapping[str, Any]) -> Aanmelding:
    """The referral in a stored document; raises `Geweigerd` (409) when a field is missing or of another kind."""
    try:
        geboren, uiterlijk = document["geboortedatum"], document["eerste_gesprek_uiterlijk"]
        achterstanden = tuple(
            (str(soort), Bedrag.lees(str(b)).draad()) for soort, b in document["achterstanden"]
        )
        dreiging = document["dreiging"]
        if not isinstance(dreiging, bool):
            raise TypeError("dreiging")
        return Aanmelding(
            meldingnummer=str(document["meldingnummer"]),
            naam=str(document["naam"]),
            geboortedatum=date.fromisoformat(geboren) if geboren else None,
            adres=str(document["adres"]),
            telefoon=str(document["telefoon"]),
            email=str(document["email"]),
            aanvaard_op=date.fromisoformat(document["aanvaard_op"]),
            dreiging=dreiging,
            eerste_gesprek_uiterlijk=date.fromisoformat(uiterlijk) if uiterlijk else None,
            achterstanden=achterstanden,
        )
    except (KeyError, TypeError, ValueError) as fout:
        raise Geweigerd(
            "aanmelding_onleesbaar",
            Tekst(
                f"De aanmelding mist iets of is anders opgeschreven ({fout}). Vraag de afzender haar opnieuw te sturen.",
                f"The referral lacks something or is written otherwise ({fout}). Ask the sender to send it again.",
            ),
            status=409,
        ) from fout
