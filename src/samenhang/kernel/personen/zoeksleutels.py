"""The blind keys by which a person is found again: kept when he becomes known, compared when somebody searches."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from samenhang.kernel.personen.models import Zoeksleutel
from samenhang.kernel.personen.zoeken import gevraagde_termen, zoektermen, zoekwaarde


def blinde_waarden(organisatie_id: UUID, termen: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The blind key of each term for one organisation's register, by what it is of."""
    geheim = settings.SECRET_KEY.encode()
    return {soort: zoekwaarde(geheim, str(organisatie_id), soort, tekst) for soort, tekst in termen}


def maak_vindbaar(
    organisatie_id: UUID,
    persoon_id: UUID,
    achternaam: str,
    geboortedatum: date | None = None,
    postcode: str = "",
    huisnummer: int | None = None,
) -> None:
    """Keep the keys of what is known of a person; what is kept already stays."""
    waarden = blinde_waarden(organisatie_id, zoektermen(achternaam, geboortedatum, postcode, huisnummer))
    Zoeksleutel.objects.bulk_create(
        [
            Zoeksleutel(persoon_id=persoon_id, organisatie_id=organisatie_id, waarde=waarde)
            for waarde in waarden.values()
        ],
        ignore_conflicts=True,
    )


def gevonden_personen(organisatie_id: UUID, invoer: str) -> QuerySet[Zoeksleutel, Any]:
    """Who of the register has the surname, birth date or address that was typed, as the ids for a subquery."""
    waarden = blinde_waarden(organisatie_id, gevraagde_termen(invoer)).values()
    return Zoeksleutel.objects.filter(organisatie_id=organisatie_id, waarde__in=list(waarden)).values(
        "persoon_id"
    )
