"""Migrate, serve, work, and ask whether all is well."""

from __future__ import annotations

import logging
import signal
import subprocess  # nosec
import sys
import threading
import urllib.request
from contextlib import nullcontext
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.beheer.muur import keur_databaserol
from samenhang.cli.uitvoer import toon, toon_json, toon_weigering
from samenhang.kernel.basis import Geweigerd, Tekst


def migreer() -> None:
    """Breng de database op de stand van deze versie / Migrate the database."""
    django_aan()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    toon(Tekst("De database is bij.", "The database is up to date."))


def serve(
    host: str = "127.0.0.1",
    poort: int = 8000,
    draden: int = 4,
    processen: int = 1,
    plichten: Annotated[bool, typer.Option(help="Doe ook de plichten / Also do the duties")] = True,
) -> None:
    """Start de webdienst; SIGTERM laat lopende verzoeken af en stopt / Serve; SIGTERM finishes and stops."""
    django_aan()
    from granian import Granian
    from granian.constants import Interfaces

    keur_databaserol()
    with Werkerproces() if plichten else nullcontext():
        Granian(
            "samenhang.config.wsgi:application",
            address=host,
            port=poort,
            interface=Interfaces.WSGI,
            workers=processen,
            blocking_threads=draden,
            workers_kill_timeout=20,
            log_access=False,
        ).serve()


class Werkerproces:
    """A worker beside the web service, started again when it dies, stopped with it."""

    OPDRACHT = (sys.executable, "-c", "from samenhang.cli.hoofd import hoofd; hoofd()", "beheer", "werker")
    RUST = 5.0

    def __enter__(self) -> None:
        self._stop = threading.Event()
        self._proces = subprocess.Popen(self.OPDRACHT)  # nosec B603
        self._wachter = threading.Thread(target=self._houd_levend, daemon=True)
        self._wachter.start()

    def _houd_levend(self) -> None:
        while not self._stop.is_set():
            self._proces.wait()
            if not self._stop.wait(self.RUST):
                self._proces = subprocess.Popen(self.OPDRACHT)  # nosec B603

    def __exit__(self, *fout: object) -> None:
        self._stop.set()
        self._proces.terminate()
        try:
            self._proces.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._proces.kill()


def werker(
    een_ronde: Annotated[
        bool, typer.Option("--een-ronde", help="Eén ronde en stop / One round, then stop")
    ] = False,
    alleen: Annotated[
        list[str] | None, typer.Option(help="Alleen deze plicht; mag vaker / Only this duty; may be repeated")
    ] = None,
) -> None:
    """Doe de plichten; SIGTERM maakt de lopende af en stopt / Do the duties; SIGTERM finishes one and stops."""
    stop = threading.Event()
    for teken in (signal.SIGTERM, signal.SIGINT):
        signal.signal(teken, lambda *_: stop.set())
    django_aan()
    from samenhang.kernel.plichten import uitvoerder

    keur_databaserol()
    gekozen = uitvoerder.plichten(alleen or ())
    if een_ronde:
        gedaan = uitvoerder.werk(gekozen=gekozen)
        toon(Tekst(f"{gedaan} gedaan.", f"{gedaan} done."))
        return
    log = logging.getLogger("samenhang.werker")
    log.info("werker gestart")
    uitvoerder.werk_door(stop=stop.is_set, gekozen=gekozen)
    log.info("werker gestopt")


def gezond(
    adres: Annotated[
        str, typer.Option(help="Adres van de vraag / Address to ask")
    ] = "http://127.0.0.1:8000/klaar",
) -> None:
    """Vraag of de dienst klaar is: uitgang 0 of 1 / Ask whether the service is ready: exit 0 or 1."""
    if not adres.startswith(("http://", "https://")):
        raise Geweigerd("adres_onjuist", Tekst("Geef een http(s)-adres.", "Give an http(s) address."))
    try:
        with urllib.request.urlopen(adres, timeout=5) as antwoord:  # nosec
            toon_json({"status": antwoord.status})
    except OSError as fout:  # refused, timed out, or an answer of 4xx or 5xx
        toon_weigering(
            Geweigerd(
                "niet_klaar",
                Tekst(f"{adres} is niet klaar: {fout}", f"{adres} is not ready: {fout}"),
                status=503,
            )
        )
        raise typer.Exit(1) from fout
