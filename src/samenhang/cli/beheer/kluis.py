"""The vault of keys: its own backup, apart from that of the registers, and putting it back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon_json
from samenhang.cli.zegel.invoer import kan_schrijven
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kluis import InBestand, open_opslag

Bestand = Annotated[Path, typer.Argument(help="Kopie van de kluis / Copy of the vault", metavar="BESTAND")]


def kopie(bestand: Bestand) -> None:
    """Kopieer de kluis met sleutels terwijl Samenhang draait / Copy the vault of keys while it runs."""
    django_aan()
    if bestand.exists():
        raise Geweigerd(
            "bestand_bestaat",
            Tekst(
                f"{bestand} bestaat al. Kies een nieuwe naam; een oude kopie wordt nooit overschreven.",
                f"{bestand} exists already. Choose a new name; an old copy is never overwritten.",
            ),
        )
    kan_schrijven(str(bestand))
    aantal = _kluis().kopieer(bestand)
    toon_json({"bestand": str(bestand), "sleutels": aantal})


def terugzetten(bestand: Bestand) -> None:
    """Zet een kopie van de kluis terug, zonder wat al vernietigd was / Put a copy back, without what was destroyed."""
    django_aan()
    from samenhang.kernel.vernietiging.sleutels import wis_opnieuw

    kluis = _kluis()
    if kluis.pad.exists():
        raise Geweigerd(
            "kluis_bestaat",
            Tekst(
                f"{kluis.pad} is er al. Zet dat bestand eerst apart; er is niets veranderd.",
                f"{kluis.pad} is there already. Move that file away first; nothing was changed.",
            ),
            status=409,
        )
    _keur(bestand)
    aantal = InBestand(bestand).kopieer(kluis.pad)
    toon_json({"kluis": str(kluis.pad), "sleutels": aantal, "opnieuw_vernietigd": wis_opnieuw()})


def nakijken() -> None:
    """Vernietig opnieuw de sleutels die al vernietigd waren / Destroy again the keys that were destroyed before."""
    django_aan()
    from samenhang.kernel.vernietiging.sleutels import wis_opnieuw

    toon_json({"opnieuw_vernietigd": wis_opnieuw()})


def _kluis() -> InBestand:
    from django.conf import settings

    opslag = open_opslag(str(settings.KLUIS))
    if not isinstance(opslag, InBestand):
        raise Geweigerd(
            "kluis_in_postgresql",
            Tekst(
                "De kluis van deze installatie staat in PostgreSQL. Maak haar kopie met pg_dump (docs/beheer.md).",
                "The vault of this deployment stands in PostgreSQL. Copy it with pg_dump (docs/beheer.md).",
            ),
        )
    return opslag


def _keur(bestand: Path) -> None:
    try:
        with closing(sqlite3.connect(f"file:{bestand}?mode=ro", uri=True)) as lezer:
            heel = lezer.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            lezer.execute("SELECT naam, persoon, zaak, inhoud FROM kluis_sleutel LIMIT 1")
    except sqlite3.Error:
        heel = False
    if not heel:
        raise Geweigerd(
            "geen_kluis",
            Tekst(
                f"{bestand} is geen hele kopie van een kluis. Gebruik een andere kopie; er is niets veranderd.",
                f"{bestand} is no whole copy of a vault. Use another copy; nothing was changed.",
            ),
        )
