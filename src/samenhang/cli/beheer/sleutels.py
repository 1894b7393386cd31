"""Keys of machine clients."""

from __future__ import annotations

from uuid import UUID

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon_json
from samenhang.kernel.basis import Geweigerd, Tekst


def sleutel(medewerker: UUID, naam: str) -> None:
    """Maak een sleutel voor een machine; het geheim wordt één keer getoond / Make a machine key."""
    django_aan()
    from samenhang.kernel.organisaties.actions import maak_sleutel
    from samenhang.kernel.organisaties.models import Medewerker

    wie = Medewerker.objects.filter(id=medewerker).first()
    if wie is None:
        raise Geweigerd(
            "medewerker_onbekend", Tekst("Deze medewerker bestaat niet.", "This worker does not exist.")
        )
    gemaakt, geheim = maak_sleutel(wie, naam)
    toon_json({"client_id": str(gemaakt.id), "client_secret": geheim})
