"""`samenhang beheer`: migrate, serve, work, back up, keys, and the demo."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess  # nosec
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst

app = typer.Typer(help="Draaien en onderhouden / Run and maintain", no_args_is_help=True)


@app.command()
def migreer() -> None:
    """Breng de database op de stand van deze versie / Migrate the database."""
    django_aan()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    toon(Tekst("De database is bij.", "The database is up to date."))


@app.command()
def serve(
    host: str = "127.0.0.1",
    poort: int = 8000,
    draden: int = 4,
    plichten: Annotated[bool, typer.Option(help="Doe ook de plichten / Also do the duties")] = True,
) -> None:
    """Start de webdienst / Serve."""
    django_aan()
    from granian import Granian
    from granian.constants import Interfaces

    opdracht = [sys.executable, "-c", "from samenhang.cli.hoofd import hoofd; hoofd()", "beheer", "werker"]
    werker = subprocess.Popen(opdracht) if plichten else None  # nosec B603
    try:
        Granian(
            "samenhang.config.wsgi:application",
            address=host,
            port=poort,
            interface=Interfaces.WSGI,
            blocking_threads=draden,
            log_access=False,
        ).serve()
    finally:
        if werker is not None:
            werker.terminate()


@app.command()
def werker(
    een_ronde: Annotated[
        bool, typer.Option("--een-ronde", help="Eén ronde en stop / One round, then stop")
    ] = False,
) -> None:
    """Doe de plichten / Do the duties."""
    django_aan()
    from samenhang.kernel.plichten import uitvoerder

    if een_ronde:
        gedaan = uitvoerder.werk()
        toon(Tekst(f"{gedaan} gedaan.", f"{gedaan} done."))
        return
    uitvoerder.werk_door()


@app.command()
def gezond(adres: str = "http://127.0.0.1:8000/klaar") -> None:
    """Vraag of de dienst klaar is / Ask whether the service is ready."""
    if not adres.startswith(("http://", "https://")):
        raise Geweigerd("adres_onjuist", Tekst("Geef een http(s)-adres.", "Give an http(s) address."))
    with urllib.request.urlopen(adres, timeout=5) as antwoord:  # nosec
        toon_json({"status": antwoord.status})


@app.command()
def backup(doel: Path) -> None:
    """Kopieer de SQLite-database terwijl zij draait, en controleer de kopie / Copy the SQLite database online."""
    django_aan()
    from django.conf import settings

    if "sqlite3" not in settings.DATABASES["default"]["ENGINE"]:
        raise Geweigerd(
            "geen_sqlite",
            Tekst(
                "Maak van PostgreSQL een back-up met pgBackRest of pg_dump.",
                "Back up PostgreSQL with pgBackRest or pg_dump.",
            ),
        )
    tijdelijk = doel.with_name(f".{doel.name}.deel")
    with (
        closing(sqlite3.connect(settings.DATABASES["default"]["NAME"])) as bron,
        closing(sqlite3.connect(tijdelijk)) as kopie,
    ):
        bron.backup(kopie)
        if kopie.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise Geweigerd(
                "kopie_beschadigd",
                Tekst(
                    "De kopie is beschadigd; de oude back-up is niet vervangen.",
                    "The copy is damaged; the old backup was not replaced.",
                ),
            )
    os.replace(tijdelijk, doel)
    with doel.open("rb") as bestand:
        som = hashlib.file_digest(bestand, "sha256").hexdigest()
    toon_json({"bestand": str(doel), "sha256": som})


@app.command()
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


@app.command()
def demo(
    check: Annotated[
        bool, typer.Option("--check", help="Start, vraag elke pagina, stop / Start, ask each page, stop")
    ] = False,
    klein: Annotated[bool, typer.Option("--klein", help="Een kleine wereld / A small world")] = False,
    map_: Annotated[Path, typer.Option("--map", help="Waar de demo staat / Where the demo stands")] = Path(
        ".demo"
    ),
    poort: int = 8000,
) -> None:
    """Start Samenhang met een verzonnen wereld / Start with an invented world."""
    begin = time.monotonic()
    shutil.rmtree(map_, ignore_errors=True)
    os.environ |= {
        "SAMENHANG_DATAMAP": str(map_.resolve()),
        "SAMENHANG_DEMO": "1",
        "SAMENHANG_ADRES": f"http://127.0.0.1:{poort}",
    }
    os.environ.pop("DATABASE_URL", None)
    map_.mkdir(parents=True)
    django_aan()
    from django.core.management import call_command

    from samenhang.demo.laden import laad

    call_command("migrate", verbosity=0)
    laad(huishoudens=600 if klein else 9_000)
    toon(
        Tekst(
            f"De verzonnen wereld is klaar in {time.monotonic() - begin:.0f} s.",
            f"The invented world is ready in {time.monotonic() - begin:.0f} s.",
        )
    )
    if check:
        from samenhang.demo.proef import loop_langs_alles

        toon_json(loop_langs_alles())
        return
    toon(
        Tekst(
            f"Open http://127.0.0.1:{poort} en kies wie u bent. Stop met Ctrl-C.",
            f"Open http://127.0.0.1:{poort} and choose who you are. Stop with Ctrl-C.",
        )
    )
    serve(poort=poort)
