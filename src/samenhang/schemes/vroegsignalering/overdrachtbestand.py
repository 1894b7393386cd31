"""A hand-over as a document for who receives it: the same on the page, the API and the terminal."""

from __future__ import annotations

from typing import Any

from samenhang.schemes.vroegsignalering.queries.overdrachten import Overdrachtbeeld


def als_document(beeld: Overdrachtbeeld) -> dict[str, Any]:
    """Kind, sender, moment, legal basis and content; amounts are strings with two decimals, days ISO 8601.

    `betreft` names the hand-over that this one corrects or takes back. `ontvangstbewijs` is the part that the receiver completes and sends back.
    """
    regel = beeld.regel
    return {
        "overdracht": str(regel.id),
        "soort": regel.soort,
        "aard": regel.aard,
        "betreft": str(regel.betreft) if regel.betreft else None,
        "titel": regel.titel.nl,
        "van": beeld.van,
        "gemaakt": regel.moment.isoformat(),
        "ontvangen": regel.ontvangen.isoformat() if regel.ontvangen else None,
        "sha256": regel.som,
        "grondslag": {
            "titel": regel.wet.titel.nl,
            "artikel": regel.wet.artikel,
            "bevestigd": regel.wet.bevestigd,
        },
        "regels": list(regel.regels),
        "voorwaarden": [deel.draad() for deel in regel.voorwaarden],
        "inhoud": beeld.inhoud,
        "ontvangstbewijs": {
            "overdracht": str(regel.id),
            "sha256": regel.som,
            "ontvangen": None,
            "door": "",
        },
    }
