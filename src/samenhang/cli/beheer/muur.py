"""`samenhang beheer muur` and `beheer veeg-uit`: the wall in the database, and what only the owner of the tables does."""

from __future__ import annotations

import logging
from dataclasses import asdict
from typing import Annotated, Any

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst

log = logging.getLogger("samenhang.muur")


def muur(
    als_json: Annotated[
        bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
    ] = False,
) -> None:
    """Toon of de muur in de database staat; uitgang 2 als iemand erlangs kan / Show the wall in the database."""
    django_aan()
    from django.db import connection

    from samenhang.kernel.toegang.rollen import eis_gebonden, rolstand

    stand = rolstand(connection)
    if stand is None:
        uit: dict[str, Any] = {"database": connection.vendor, "gebonden": None}
    else:
        uit = {"database": connection.vendor, "gebonden": stand.gebonden} | asdict(stand)
    if als_json:
        toon_json(uit)
    elif stand is None:
        toon(
            Tekst(
                "SQLite heeft geen rollen: de muur staat in de verbinding.",
                "SQLite has no roles: the wall stands in the connection.",
            )
        )
    else:
        toon(Tekst(f"Rol {stand.rol}, eigenaar van {len(stand.eigenaar_van)} tabellen met persoonsgegevens.", f"Role {stand.rol}, owner of {len(stand.eigenaar_van)} tables with personal data."))  # fmt: skip
        if stand.gebonden:
            toon(Tekst("Rijbeveiliging geldt, op elke tabel.", "Row-level security holds, on every table."))
    if stand is not None:
        eis_gebonden(stand)


def keur_databaserol() -> None:
    """Before serving or working: in production nobody starts with a role that walks past the wall in PostgreSQL.

    Elsewhere, and for the owner of the tables, it is a warning in the log of the service.
    """
    from django.conf import settings
    from django.db import connection

    from samenhang.kernel.toegang.rollen import eis_gebonden, rolstand

    stand = rolstand(connection)
    connection.close()
    if stand is None:
        return
    try:
        eis_gebonden(stand)
    except Geweigerd as weigering:
        if settings.SESSION_COOKIE_SECURE:
            raise
        log.warning(weigering.tekst.nl)
        return
    if stand.eigenaar_van:
        log.warning(
            "de databaserol %s is eigenaar van de tabellen en kan de rijbeveiliging weghalen", stand.rol
        )


def veeg_uit() -> None:
    """Wis de bytes van wat vernietigd is, als eigenaar van de tabellen / Clear the bytes of what was destroyed."""
    django_aan()
    from django.db import OperationalError

    from samenhang.kernel.vernietiging.uitvegen import Bezet, mag_vegen, veeg

    if not mag_vegen():
        raise Geweigerd(
            "geen_eigenaar",
            Tekst(
                "Alleen de eigenaar van de tabellen kan uitvegen. Zet zijn adres in DATABASE_URL. Er is niets gewist.",
                "Only the owner of the tables can clear bytes. Put his address in DATABASE_URL. Nothing was cleared.",
            ),
        )
    try:
        aantal = veeg()
    except (Bezet, OperationalError) as fout:
        raise Geweigerd(
            "bezet",
            Tekst(
                "Iemand leest nog; probeer het later weer. Wat al gewist is, blijft gewist.",
                "Someone is reading; try again later. What was cleared stays cleared.",
            ),
            status=409,
        ) from fout
    toon(Tekst(f"Uitgeveegd: {aantal} vernietigingen.", f"Cleared: {aantal} destructions."))
