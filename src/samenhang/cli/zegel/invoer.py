"""What the commands of the seal share: options, who acts, files read and written with their place in every refusal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar
from uuid import UUID

import typer

from samenhang.cli.beheer.installatie import als_installatie
from samenhang.cli.wie import actor_van_adres
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.actor import Actor

Als = Annotated[
    str,
    typer.Option(
        "--als", help="E-mailadres van wie het doet; leeg: het terminal / Who does it; empty: the terminal"
    ),
]
Json = Annotated[
    bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
]
Uit = Annotated[
    str, typer.Option("--uit", help="Naar dit bestand; leeg: stdout / To this file; empty: stdout")
]
Bestand = Annotated[str, typer.Argument(metavar="BESTAND", help="- is stdin")]
HOOGSTENS = 200_000


def wie(adres: str) -> Actor:
    """Who acts: the worker of that address, without one the installation."""
    if adres:
        return actor_van_adres(adres)
    return als_installatie()


def lees(pad: str) -> str:
    """The text of a file, refused with its name when it cannot be read."""
    try:
        if pad == "-":
            ruw = sys.stdin.buffer.read(HOOGSTENS + 1)
        else:
            with Path(pad).open("rb") as bestand:
                ruw = bestand.read(HOOGSTENS + 1)
        if len(ruw) > HOOGSTENS:
            raise _fout(
                pad,
                "bestand_te_groot",
                f"is groter dan {HOOGSTENS} bytes",
                f"is larger than {HOOGSTENS} bytes",
            )
        return ruw.decode("utf-8")
    except UnicodeDecodeError as fout:
        raise _fout(pad, "bestand_geen_tekst", "is geen tekst in UTF-8", "is no text in UTF-8") from fout
    except OSError as fout:
        raise _fout(
            pad, "bestand_onleesbaar", "bestaat niet of is niet te lezen", "does not exist or cannot be read"
        ) from fout


def _fout(pad: str, code: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(
        f"{pad} {nl}. Geef het bestand dat de partner stuurde.",
        f"{pad} {en}. Give the file that the partner sent.",
    )
    return Geweigerd(code, tekst, fouten=(Fout(code, tekst, Plaats(bestand=pad)),))


R = TypeVar("R")


def in_bestand(pad: str, doe: Callable[[str], R], tekst: str | None = None) -> R:
    """Do something with the text of a file; a refusal names the file beside the line."""
    try:
        return doe(lees(pad) if tekst is None else tekst)
    except Geweigerd as fout:
        if fout.fouten and not fout.fouten[0].plaats.bestand:
            fout.fouten = tuple(
                replace(deel, plaats=replace(deel.plaats, bestand=pad)) for deel in fout.fouten
            )
        elif not fout.fouten and fout.status in (400, 404, 422):
            fout.fouten = (Fout(fout.code, fout.tekst, Plaats(bestand=pad)),)
        raise


def kan_schrijven(pad: str) -> None:
    """Refuse a file that cannot be written before anything is done, so that no answer is lost."""
    doel = Path(pad)
    if not pad or (not doel.is_dir() and os.access(doel if doel.exists() else doel.parent, os.W_OK)):
        return
    tekst = Tekst(
        f"{pad} is niet te schrijven. Kies een andere plek; er is niets gedaan.",
        f"{pad} cannot be written. Choose another place; nothing was done.",
    )
    raise Geweigerd(
        "uit_onschrijfbaar", tekst, fouten=(Fout("uit_onschrijfbaar", tekst, Plaats(bestand=pad)),)
    )


def schrijf(pad: str, inhoud: str) -> None:
    """To the file, or to stdout."""
    if pad:
        Path(pad).write_text(inhoud, "utf-8")
    else:
        sys.stdout.write(inhoud)


def lees_nummer(tekst: str, code: str, wat: Tekst) -> UUID:
    """An id, or a refusal that says of what."""
    try:
        return UUID(tekst)
    except ValueError as fout:
        zin = Tekst(
            f'"{tekst[:50]}" is geen nummer van {wat.nl}: 32 cijfers en letters a tot en met f. Kijk het na.',
            f'"{tekst[:50]}" is no number of {wat.en}: 32 digits and letters a to f. Check it.',
        )
        plaats = Plaats(kolom=code.partition("_")[0])
        raise Geweigerd(code, zin, fouten=(Fout(code, zin, plaats),)) from fout
