"""What commands print: JSON for machines, lines for people, refusals on stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import typer

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Taal, Tekst


def taal() -> Taal:
    """The language of the terminal: SAMENHANG_TAAL, else LANG; Dutch unless it says English."""
    gekozen = os.environ.get("SAMENHANG_TAAL") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return Taal.EN if gekozen.lower().startswith("en") else Taal.NL


def toon_json(document: Mapping[str, Any] | list[Any]) -> None:
    """One JSON document on stdout; days, moments and ids as their text."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, default=_als_tekst) + "\n")


def _als_tekst(waarde: object) -> str:
    if isinstance(waarde, date | UUID):
        return str(waarde)
    raise TypeError(f"{type(waarde).__name__} heeft geen vorm in JSON")


def toon(tekst: Tekst) -> None:
    """One line for people on stdout."""
    typer.echo(tekst.in_taal(taal()))


def toon_regels(
    naam: str, regels: Sequence[Any], velden: Sequence[str], som: Tekst, *, als_json: bool
) -> None:
    """Rows (dataclasses): all their fields as JSON under this name, or for people a line with these fields, and how many."""
    if als_json:
        rijen = [{veld: str(waarde) for veld, waarde in asdict(regel).items()} for regel in regels]
        toon_json({naam: rijen})
        return
    for regel in regels:
        typer.echo("  ".join(_cel(getattr(regel, veld)) for veld in velden))
    toon(som)


def _cel(waarde: object) -> str:
    if isinstance(waarde, datetime):
        return f"{waarde:%Y-%m-%d}"
    return "" if waarde is None else str(waarde)


def toon_weigering(weigering: Geweigerd) -> None:
    """The problem document of a refusal, on stderr."""
    sys.stderr.write(json.dumps(weigering.probleem(taal()), ensure_ascii=False) + "\n")


def bewaakt(taak: Callable[[], object]) -> int:
    """Run a task and give its exit code: 0 done, 2 refused (problem on stderr), 1 anything else.

    What nobody foresaw is written down under an incident number; a user never meets a traceback.
    """
    try:
        taak()
    except Geweigerd as weigering:
        toon_weigering(weigering)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except Exception as fout:
        from samenhang.cli.incidenten import schrijf_op

        toon_weigering(schrijf_op(fout))
        return 1
    return 0


def schrijf_uit(pad: Path, inhoud: bytes) -> None:
    """Write what was asked for to a file; `Geweigerd` when that cannot be."""
    try:
        pad.write_bytes(inhoud)
    except OSError as fout:
        tekst = Tekst(
            f"{pad} is niet te schrijven. Kies een map die er is en waarin u mag schrijven.",
            f"{pad} cannot be written. Choose a folder that exists and in which you may write.",
        )
        plaats = Plaats(bestand=str(pad), kolom="bestand")
        raise Geweigerd(
            "bestand_onschrijfbaar", tekst, fouten=(Fout("bestand_onschrijfbaar", tekst, plaats),)
        ) from fout
