"""The objections of a case as API and command show them."""

from __future__ import annotations

from typing import Any

from samenhang.schemes.schuldhulp import uitgaven
from samenhang.schemes.schuldhulp.bezwaarbrieven import mogelijk
from samenhang.schemes.schuldhulp.bezwaarzaak import Bezwaarzaak, dwangsom_van


def als_bezwaarzaak(beeld: Bezwaarzaak) -> dict[str, Any]:
    """One case, with its decisions and objections; a penalty where there was a notice of default."""
    return {
        "id": beeld.zaak.id,
        "nummer": beeld.zaak.nummer,
        "stap": beeld.zaak.stap,
        "versie": beeld.zaak.versie,
        "naam": beeld.naw.weergavenaam,
        "besluiten": [uitgaven.BEZWAARBESLUIT.document(rij) for rij in beeld.beschikkingen],
        "bezwaren": [
            {
                **uitgaven.BEZWAARSCHRIFT.document(rij),
                "dwangsom": stand and {"dagen": stand.dagen, "bedrag": stand.bedrag.draad(), "hash": stand.antwoord["hash"]},
                "aanvullen_tot": rij.aanvullen_tot,
                "brieven": mogelijk(rij),
            }
            for rij in beeld.bezwaren
            for stand in (dwangsom_van(rij),)
        ],
    }  # fmt: skip
