"""Why a point was found, in one sentence for who reviews it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samenhang.kernel.basis import Tekst
from samenhang.kernel.toezicht.domain.waarnemen import GESTOPT, NOOD, WEIGERINGEN


def uitleg(soort: str, aantal: int, vergeleken: Mapping[str, Any]) -> Tekst:
    """The sentence; `vergeleken` is what was kept with the point."""
    if soort == NOOD:
        return Tekst(
            "Gegevens geopend op grond van nood, waar dat anders niet mag.",
            "Data opened on grounds of an emergency, where that is not allowed otherwise.",
        )
    if soort == WEIGERINGEN:
        return Tekst(
            f"{aantal} geweigerde pogingen achter elkaar; vanaf {vergeleken['aantal']} valt het op.",
            f"{aantal} refused attempts in a row; from {vergeleken['aantal']} on it stands out.",
        )
    if soort == GESTOPT:
        if "stop_bij" in vergeleken:
            return Tekst(
                f"Toegang gestopt na {aantal} geweigerde pogingen achter elkaar; dat gebeurt bij {vergeleken['stop_bij']}.",
                f"Access stopped after {aantal} refused attempts in a row; that happens at {vergeleken['stop_bij']}.",
            )
        return Tekst(
            f"Toegang gestopt na {aantal} inwoners op één dag.",
            f"Access stopped after {aantal} residents on one day.",
        )
    nl, en = [f"{aantal} inwoners op één dag"], [f"{aantal} residents on one day"]
    if vergeleken.get("eigen") is not None:
        nl.append(f"zelf meestal {_heel(vergeleken['eigen'])}")
        en.append(f"usually {_heel(vergeleken['eigen'])} himself or herself")
    if vergeleken.get("rol") is not None:
        nl.append(f"collega's in deze rol meestal {_heel(vergeleken['rol'])}")
        en.append(f"colleagues in this role usually {_heel(vergeleken['rol'])}")
    if len(nl) == 1:
        nl.append("niets om mee te vergelijken")
        en.append("nothing to compare with")
    return Tekst("; ".join(nl) + ".", "; ".join(en) + ".")


def _heel(getal: float) -> str:
    return str(round(getal))
