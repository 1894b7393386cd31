"""The court in a case: requests with their checklist, what the court said, and the file that went in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.domain.lijsten import WEIGERREDENEN
from samenhang.schemes.schuldhulp.domain.rechtbank import STANDEN, VERZOEKEN, Punt, ontbreekt
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.models import Rechtbankverzoek
from samenhang.schemes.schuldhulp.queries import Zaakbeeld
from samenhang.schemes.schuldhulp.rechtbankstand import gelijkheid, lijst_van
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina

VERZOEKSTANDEN = {
    "voorbereiding": Tekst("In voorbereiding", "Being prepared"),
    "ingediend": Tekst("Ingediend", "Handed in"),
    "toegewezen": Tekst("Toegewezen", "Granted"),
    "afgewezen": Tekst("Afgewezen", "Refused"),
    "ingetrokken": Tekst("Ingetrokken", "Withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Verzoekbeeld:
    """A request for a page, with its checklist and how many items are missing."""

    rij: Rechtbankverzoek
    titel: Tekst
    stand: Tekst
    punten: list[Punt]
    ontbreekt: int


def rechtbankcontext(dossier: Dossier | None) -> dict[str, Any]:
    """What the template of a case needs for the court."""
    if dossier is None:
        return {}
    return {
        "verzoeken": [_beeld(dossier, rij) for rij in reversed(dossier.verzoeken)],
        "puntstanden": STANDEN,
        "weigeringen": [(rij, wie(rij.schuldeiser), WEIGERREDENEN[rij.reden]) for rij in dossier.weigeringen],
        "gelijk": gelijkheid(dossier)[0] if dossier.verzoeken else None,
    }


def _beeld(dossier: Dossier, rij: Rechtbankverzoek) -> Verzoekbeeld:
    lijst = lijst_van(dossier, rij)
    return Verzoekbeeld(rij, VERZOEKEN[rij.soort], VERZOEKSTANDEN[rij.stand], lijst, len(ontbreekt(lijst)))


def eerst_bij_rechter(beeld: Zaakbeeld) -> tuple[str, ...]:
    """What a refused proposal asks first once a request is being prepared: its items, then handing in."""
    dossier = beeld.dossier
    bezig = [rij for rij in dossier.verzoeken if rij.stand == "voorbereiding"] if dossier else []
    if not bezig or dossier is None:
        return ()
    mist = any(ontbreekt(lijst_van(dossier, rij)) for rij in bezig)
    return ("onderdeel", "wsnpvergelijking", "indiening") if mist else ("indiening", "onderdeel")


def bij_rechter(beeld: Zaakbeeld) -> tuple[str, ...]:
    """What else can be done about the court: a pause can be asked in any step after admission."""
    dossier = beeld.dossier
    if dossier is None or beeld.zaak.stap in ("gemeld", "gesprek_gevoerd"):
        return ()
    standen = {rij.stand for rij in dossier.verzoeken}
    uit = ["verzoek"]
    uit += ["onderdeel", "wsnpvergelijking", "indiening"] if "voorbereiding" in standen else []
    uit += ["uitspraak"] if "ingediend" in standen else []
    uit += ["verzoekintrekking"] if standen & {"voorbereiding", "ingediend"} else []
    return tuple(uit)


@pagina
def bundel(request: HttpRequest, actor: Actor, zaak_id: UUID, verzoek_id: UUID) -> HttpResponse:
    """The file for the court as it was handed in."""
    return bijlage(queries.rechtbankbundel(actor, zaak_id, verzoek_id), "rechtbankdossier.pdf", "application/pdf")  # fmt: skip
