"""Which `samenhang` commands do files for operators give? And do these commands exist with these options?"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import typer
from typer import _click as click

HIER = Path(__file__).resolve().parents[2]


@cache
def wortel() -> Any:
    """The command line, as its own parser sees it."""
    from samenhang.cli.hoofd import app

    return typer.main.get_command(app)


def bezwaren(woorden: list[str]) -> list[str]:
    """What is wrong with the words after `samenhang`: an unknown command, option, or argument too many."""
    opdracht, pad = wortel(), ["samenhang"]
    context = click.Context(opdracht, info_name="samenhang")
    rest = list(woorden)
    while hasattr(opdracht, "get_command") and rest and not rest[0].startswith("-"):
        naam = rest.pop(0)
        kind = opdracht.get_command(context, naam)
        if kind is None:
            return [f"{' '.join(pad)} kent '{naam}' niet"]
        opdracht, pad = kind, [*pad, naam]
        context = click.Context(opdracht, info_name=naam, parent=context)
    opties = {vlag for deel in opdracht.params for vlag in (*deel.opts, *deel.secondary_opts)} | {"--help"}
    gebruikt = {woord.split("=")[0] for woord in rest if woord.startswith("-") and woord != "-"}
    return [f"{' '.join(pad)} kent de optie {vlag} niet" for vlag in sorted(gebruikt - opties)]


def in_tekst(tekst: str) -> Iterator[list[str]]:
    """The commands in running text and code blocks: `samenhang …` and `python3 dev.py run -- …`."""
    for stuk in re.findall(r"`([^`\n]+)`", tekst):
        yield from in_regel(stuk)
    for blok in re.findall(r"```[a-z]*\n(.*?)```", tekst, re.S):
        for regel in blok.replace("\\\n", " ").splitlines():
            yield from in_regel(regel)


def in_regel(regel: str) -> Iterator[list[str]]:
    """The command of one line, from `samenhang` up to a pipe, redirection or comment."""
    treffer = re.search(
        r"(?:^|\s|/)(?:dev\.py run -- |samenhang )((?:[a-z][a-z-]*)(?:\s.*)?)$", regel.strip()
    )
    if treffer is None:
        return
    woorden = shlex.split(treffer.group(1).replace("…", " "), comments=True)
    einde = next((i for i, woord in enumerate(woorden) if woord in ("|", ">", "<", "&&", ";")), len(woorden))
    yield [woord.rstrip(";") for woord in woorden[:einde]]
