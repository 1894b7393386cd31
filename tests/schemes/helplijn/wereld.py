"""A line with its people, a table of postcodes and a municipality: builders for the tests of the scheme."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.apps import apps
from django.db import connection
from django.test import Client
from django.utils import timezone

from samenhang.kernel.organisaties.actions import geef_bewijs, maak_sleutel
from samenhang.kernel.organisaties.models import Gebruiker, Medewerker, Organisatie, Rolvervulling
from samenhang.kernel.organisaties.queries import actor_van
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.schemes.helplijn.domain.contact import Contactinvoer
from samenhang.schemes.helplijn.models import Postcodegebied

TABEL = (("9901", "9901", "Waterrijk"), ("9902", "9901", "Waterrijk"), ("9902", "9902", "Zandhoven"))
"""Postcode, code and name; 9902 lies in two municipalities."""
GOED = Contactinvoer("telefoon", ("rekeningen",), "zelf", "9901")


@dataclass
class Lijn:
    """A line with one worker for each role, a second agent, and a municipality beside it."""

    organisatie: Any
    gemeente: Any
    noor: Gebruiker
    bram: Gebruiker
    tess: Gebruiker
    pim: Gebruiker
    audi: Gebruiker


def medewerker(organisatie: Organisatie, naam: str, rol: str, scheme: str = "helplijn") -> Gebruiker:
    """Somebody who works there in one role."""
    gebruiker = Gebruiker.objects.create_user(f"{naam}-{str(organisatie.id)[-6:]}@test.invalid", naam=naam)
    wie = Medewerker.objects.create(
        gebruiker=gebruiker, organisatie=organisatie, naam=naam, van=date(2026, 1, 1)
    )
    Rolvervulling.objects.create(medewerker=wie, scheme=scheme, rol=rol, van=date(2026, 1, 1))
    return gebruiker


def maak_lijn(naam: str = "Lijn uit de proef") -> Lijn:
    """The line in the database, with the table of postcodes."""
    lijn = Organisatie.objects.create(soort="hulplijn", naam=naam)
    gemeente, _ = Organisatie.objects.get_or_create(
        gemeentecode="9901", defaults={"soort": "gemeente", "naam": "Waterrijk"}
    )
    for postcode, code, plaats in TABEL:
        Postcodegebied.objects.get_or_create(
            postcode=postcode, gemeentecode=code, gemeentenaam=plaats, peildatum=date(2026, 1, 1)
        )
    rollen = {"noor": "lijnmedewerker", "bram": "lijnmedewerker", "tess": "teamleider", "pim": "planner", "audi": "auditor"}  # fmt: skip
    return Lijn(lijn, gemeente, **{wie: medewerker(lijn, wie, rol) for wie, rol in rollen.items()})


def als(gebruiker: Gebruiker) -> Any:
    """The actor, as a door would make it."""
    return actor_van(gebruiker, timezone.localdate())


def web(gebruiker: Gebruiker) -> Client:
    client = Client()
    client.force_login(gebruiker)
    return client


def api(gebruiker: Gebruiker) -> Client:
    sleutel, geheim = maak_sleutel(Medewerker.objects.get(gebruiker=gebruiker), "test")
    kop = {"authorization": f"Bearer {geef_bewijs(sleutel.id, geheim, timezone.now())[0]}"}
    return Client(headers=kop, raise_request_exception=False)


def anders(**delen: Any) -> Contactinvoer:
    """The good contact, changed where told."""
    return replace(GOED, **delen)


def zonder_toeval(tekst: str) -> str:
    """A text without ids, hashes and moments, in which any four digits can stand by chance."""
    tekst = re.sub(r"[0-9a-fA-F]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}", "#", tekst)
    return re.sub(r"[0-9]{2}:[0-9]{2}:[0-9]{2}[.0-9]*|datetime\.[a-z]+\([^)]*\)|[0-9]+\.[0-9]+", "#", tekst)


def bewaard() -> str:
    """Every value of every row of every table, but for the table of postcodes itself and ids, hashes and moments.

    Tables about persons open with a decision only, and hold encrypted text; nothing here is about one.
    """
    with connection.cursor() as cursor:
        tabellen = sorted(connection.introspection.table_names(cursor))
    over_personen = {model._meta.db_table for model in apps.get_models() if issubclass(model, Categorietabel)}
    rijen: list[Any] = []
    with connection.cursor() as cursor:
        for tabel in tabellen:
            if tabel != Postcodegebied._meta.db_table and tabel not in over_personen:
                cursor.execute(f'SELECT * FROM "{tabel}"')
                rijen.append((tabel, cursor.fetchall()))
    return zonder_toeval(repr(rijen))
