"""The one entrance for command, API and page: a name and a document in, an explained document out. Pure."""

from __future__ import annotations

from typing import Any

from samenhang.kernel.basis import Tekst
from samenhang.schemes.schuldhulp.domain import herziening
from samenhang.schemes.schuldhulp.domain.berekeningen import BEREKENINGEN, kies, reken
from samenhang.schemes.schuldhulp.domain.herziening import Herzieninginvoer
from samenhang.schemes.schuldhulp.domain.invoer import velden

HERZIENING = (
    Tekst("Herziening van normen", "Revision of norms"),
    Tekst("Een hele voorraad zaken onder de normen van een andere dag: wie verandert, en waardoor.", "A whole caseload under the norms of another day: who changes, and why."),
)  # fmt: skip


def controleer_naam(naam: str) -> None:
    """`Geweigerd` (404) for a calculation that does not exist, before any input is read."""
    if naam != herziening.NAAM:
        kies(naam)


def bereken(naam: str, document: object) -> dict[str, Any]:
    """The answer to one document; raises `Geweigerd` with places and remedies, and keeps nothing."""
    if naam == herziening.NAAM:
        return herziening.herzie(document)
    return reken(kies(naam), document).document()


def overzicht() -> list[dict[str, Any]]:
    """Every calculation with its fields, for who has to make a document."""
    rijen = [(deel.naam, deel.titel, deel.uitleg, deel.invoer) for deel in BEREKENINGEN.values()]
    rijen.append((herziening.NAAM, *HERZIENING, Herzieninginvoer))
    return [
        {
            "naam": naam,
            "titel": titel.nl,
            "title": titel.en,
            "uitleg": uitleg.nl,
            "explanation": uitleg.en,
            "velden": [
                {"naam": veld.naam, "verplicht": veld.verplicht, "titel": veld.gegeven.titel.nl, "title": veld.gegeven.titel.en}
                for veld in velden(invoer)
            ],
        }
        for naam, titel, uitleg, invoer in rijen
    ]  # fmt: skip
