"""A revision of the register as a document, for API and command."""

from __future__ import annotations

from typing import Any

from samenhang.schemes.schuldhulp.models import Normherziening
from samenhang.schemes.schuldhulp.queries.herzien import Herzieningsbeeld


def als_herziening(rij: Normherziening) -> dict[str, Any]:
    """What was asked, by whom, and when which part was done."""
    return {
        "id": rij.id,
        "naar": rij.naar,
        "reden": rij.reden,
        "begonnen": rij.begonnen,
        "door": rij.door,
        "gerekend": rij.gerekend,
        "overgenomen_door": rij.overname_door,
        "overgenomen_op": rij.overname,
        "afgerond": rij.afgerond,
    }


def als_herzieningsbeeld(beeld: Herzieningsbeeld) -> dict[str, Any]:
    """The same with how far it is, and the cases that something is to be known of."""
    return {
        **als_herziening(beeld.herziening),
        "voortgang": {"klaar": beeld.klaar, "totaal": beeld.totaal, "seconden_resterend": beeld.resterend},
        "tellingen": {str(stand): aantal for stand, aantal in beeld.tellingen.items()},
        "normen": beeld.normen,
        "zaken": [
            {
                "nummer": regel.zaak.nummer,
                "behandelaar": regel.zaak.behandelaar.naam if regel.zaak.behandelaar else "",
                "stand": regel.stand,
                "velden": regel.velden,
                "normen": regel.normen,
                "code": regel.code,
            }
            for regel in beeld.regels
        ],
    }
