"""Persons and households that the matching found, and what the register knows of each person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any
from uuid import UUID

import duckdb
from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.personen.huishoudens import zet_samenstelling
from samenhang.kernel.personen.models import Persoon, Zoeksleutel
from samenhang.kernel.personen.zoeken import zoektermen, zoekwaarde
from samenhang.kernel.persoonsgegevens.adressen import Adresgegevens, zet_adressen
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.stapel import BROK, in_brokken, voeg_in
from samenhang.kernel.toegang import Toegang

NAAM = "vroegsignalering"
NAWVELDEN = (
    "achternaam", "tussenvoegsel", "voorletters", "voornaam", "geboortedatum",
    "straat", "huisnummer", "huisletter", "toevoeging", "postcode", "woonplaats",
)  # fmt: skip
KUNNEN_LEEG = ("geboortedatum", "huisnummer")
"""Empty is NULL here; in the other columns it is the empty text."""


@dataclass(frozen=True, slots=True)
class Personen:
    """The id of each person by his key in the matching, and who of them were known before."""

    ids: Mapping[str, UUID]
    bekend: Set[UUID]

    def __getitem__(self, sleutel: str) -> UUID:
        return self.ids[sleutel]


def gevuld(kolommen: Iterable[str], tabel: str = "s") -> str:
    """SQL of the columns as the register keeps them."""
    return ", ".join(
        f"{tabel}.{naam}" if naam in KUNNEN_LEEG else f"coalesce({tabel}.{naam}, '') AS {naam}"
        for naam in kolommen
    )


def zet_personen(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering) -> Personen:
    """The person of each key, made where new."""
    eigen = Persoon.objects.filter(organisatie=aanlevering.ontvanger, scheme=NAAM)
    bekend = dict(eigen.values_list("sleutel", "id"))
    sleutels = verbinding.execute("SELECT DISTINCT persoon_id FROM uitkomst ORDER BY 1").fetchall()
    nieuw = {sleutel: nieuw_id() for (sleutel,) in sleutels if sleutel not in bekend}
    voeg_in(
        Persoon,
        ("sleutel", "id"),
        nieuw.items(),
        organisatie_id=aanlevering.ontvanger_id,
        scheme=NAAM,
        bekend_sinds=huidige_operatie().nu,
    )
    return Personen(bekend | nieuw, set(bekend.values()))


def zet_huishoudens(
    verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering, personen: Personen
) -> None:
    """Households as dated sets: who moved to another set leaves the old one."""
    paren = verbinding.execute(
        "SELECT DISTINCT persoon_id, huishouden_id FROM uitkomst ORDER BY 1, 2"
    ).fetchall()
    woont = {personen[persoon]: huishouden for persoon, huishouden in paren}
    zet_samenstelling(aanlevering.ontvanger_id, NAAM, woont, timezone.localdate(huidige_operatie().nu))


def schrijf_gegevens(
    verbinding: duckdb.DuckDBPyConnection, toegang: Toegang, personen: Personen
) -> list[UUID]:
    """What the register now knows of each person: the fullest of the latest signals; and his search keys.

    Gives the persons of whom something came in.
    """
    vandaag = timezone.localdate(huidige_operatie().nu)
    blind = lru_cache(20_000)(partial(zoekwaarde, settings.SECRET_KEY.encode(), str(toegang.organisatie_id)))
    cursor = verbinding.execute(
        f"""SELECT u.persoon_id, {gevuld(NAWVELDEN)}, {gevuld(("telefoon", "email"))}
        FROM signalen s JOIN uitkomst u USING (partner, signaal_id) WHERE s.regel > 0
        QUALIFY row_number() OVER (PARTITION BY u.persoon_id
            ORDER BY s.datum_signaal DESC, s.geboortedatum IS NULL, s.signaal_id DESC) = 1
        ORDER BY u.persoon_id"""
    )
    geraakt = []
    while rijen := cursor.fetchmany(BROK):
        brok = {personen[sleutel]: rest for sleutel, *rest in rijen}
        bekend = [persoon for persoon in brok if persoon in personen.bekend]
        _schrijf_naw(toegang, brok, bekend, vandaag)
        _schrijf_contact(toegang, brok, bekend)
        _schrijf_zoeksleutels(toegang, brok, bekend, blind)
        geraakt += list(brok)
    return geraakt


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
