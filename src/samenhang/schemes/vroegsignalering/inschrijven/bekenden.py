"""What came in of persons whom the register knew: it fills what was missing, and changes nothing that stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Any
from uuid import UUID

import duckdb
from django.conf import settings
from django.db.models import QuerySet

from samenhang.kernel.basis import in_brokken
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.personen.models import Zoeksleutel
from samenhang.kernel.personen.zoeken import zoektermen, zoekwaarde
from samenhang.kernel.persoonsgegevens.adressen import Adresgegevens, zet_adressen
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.stapel import brokken_van, voeg_in
from samenhang.kernel.toegang import Toegang
from samenhang.schemes.vroegsignalering.inschrijven.gegevens import NAWVELDEN


def vul_bekenden_aan(verbinding: duckdb.DuckDBPyConnection, toegang: Toegang, vandaag: date) -> None:
    """Store what `gegeven` holds of known persons of whom the register had no name, address or contact yet."""
    blind = lru_cache(20_000)(partial(zoekwaarde, settings.SECRET_KEY.encode(), str(toegang.organisatie_id)))
    rijen = verbinding.execute(
        f"SELECT id, {', '.join(NAWVELDEN)}, telefoon, email FROM gegeven WHERE bekend ORDER BY id"
    )
    for deel in brokken_van(rijen):
        brok = {UUID(persoon): list(rest) for persoon, *rest in deel}
        bekend = list(brok)
        _schrijf_naw(toegang, brok, bekend, vandaag)
        _schrijf_contact(toegang, brok, bekend)
        _schrijf_zoeksleutels(toegang, brok, bekend, blind)
        huidige_operatie().raakt(bekend)


Brok = dict[UUID, list[Any]]
"""Of some persons: `NAWVELDEN`, telephone, e-mail."""


def _met(rijen: Callable[[], QuerySet[Any]], bekend: Sequence[UUID]) -> set[UUID]:
    """Which of the known persons have a row."""
    return {
        persoon
        for deel in in_brokken(bekend, 900)
        for persoon in rijen().filter(persoon_id__in=deel).values_list("persoon_id", flat=True)
    }


def _schrijf_naw(toegang: Toegang, brok: Brok, bekend: Sequence[UUID], vandaag: date) -> None:
    met_naam = _met(lambda: Naw.objects.met(toegang), bekend)
    nieuw = {persoon: rij for persoon, rij in brok.items() if persoon not in met_naam}
    breedte = len(NAWVELDEN)
    Naw.objects.met(toegang).voeg_in(
        ("persoon_id", *NAWVELDEN), ((persoon, *rij[:breedte]) for persoon, rij in nieuw.items())
    )
    zet_adressen(
        toegang,
        {persoon: Adresgegevens(*rij[5:breedte]) for persoon, rij in nieuw.items()},
        vandaag,
        set(bekend) & nieuw.keys(),
    )


def _schrijf_contact(toegang: Toegang, brok: Brok, bekend: Sequence[UUID]) -> None:
    bereikbaar = {persoon: rij[-2:] for persoon, rij in brok.items() if rij[-2] or rij[-1]}
    met_contact = _met(lambda: Contactgegeven.objects.met(toegang), bekend)
    Contactgegeven.objects.met(toegang).voeg_in(
        ("persoon_id", "telefoon", "email"),
        ((persoon, *rij) for persoon, rij in bereikbaar.items() if persoon not in met_contact),
    )


def _schrijf_zoeksleutels(
    toegang: Toegang, brok: Brok, bekend: Sequence[UUID], blind: Callable[[str, str], str]
) -> None:
    met_sleutel = {
        paar
        for deel in in_brokken(bekend, 900)
        for paar in Zoeksleutel.objects.filter(persoon_id__in=deel).values_list("persoon_id", "waarde")
    }
    plek = {naam: nummer for nummer, naam in enumerate(NAWVELDEN)}
    sleutels = (
        (persoon, waarde)
        for persoon, rij in brok.items()
        for waarde in {
            blind(soort, tekst)
            for soort, tekst in zoektermen(
                rij[plek["achternaam"]],
                rij[plek["geboortedatum"]],
                rij[plek["postcode"]],
                rij[plek["huisnummer"]],
            )
        }
        if (persoon, waarde) not in met_sleutel
    )
    voeg_in(Zoeksleutel, ("persoon_id", "waarde"), sleutels, organisatie_id=toegang.organisatie_id)
