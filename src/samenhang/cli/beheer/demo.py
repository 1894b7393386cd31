"""The demo: an invented world, served or asked page by page."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.beheer.draaien import serve
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst


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
