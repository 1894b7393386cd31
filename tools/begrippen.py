"""Which words does the code use that the glossary does not know? `python -m tools.begrippen` lists them.

Looks at the names of classes (tables among them), of the steps of every installed scheme, and of fields and
paths of the API. A word is known when docs/begrippen.md has it in its first column.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HIER = Path(__file__).resolve().parent.parent
GLOSSARIUM = HIER / "docs" / "begrippen.md"
BRON = HIER / "src" / "samenhang"
GEEN = HIER / "tools" / "geen-begrip.txt"
"""Words that name no concept: verbs, pronouns, and the English of standards."""
KLEIN = {
    "is",
    "in",
    "na",
    "te",
    "per",
    "met",
    "meta",
    "set",
    "van",
    "tot",
    "op",
    "luie",
    "mijn",
    "kies",
    "eerst",
}
"""Words that carry no meaning of their own in a compound."""
VOEGSEL = ("", "s", "en", "e", "n")
WOORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-zé]+")


def woorden(naam: str) -> list[str]:
    """The words of a name in camel case, snake case or kebab case."""
    return [deel.lower() for deel in WOORD.findall(naam)]


def bekend() -> dict[str, tuple[str, str]]:
    """The glossary: word to (English, meaning). Raises `ValueError` for a double or incomplete line."""
    gevonden: dict[str, tuple[str, str]] = {}
    for regel in GLOSSARIUM.read_text("utf-8").splitlines():
        if not regel.startswith("| ") or regel.startswith("| word |"):
            continue
        woord, engels, betekenis = (cel.strip() for cel in regel.strip().strip("|").split("|"))
        for deel in woord.split(", "):
            if deel in gevonden or not engels:
                raise ValueError(f"begrippen.md: '{deel}' staat er dubbel of zonder Engels")
            gevonden[deel] = (engels, betekenis)
    return gevonden


def klassen() -> Iterator[tuple[str, str]]:
    """Every class that others may use, with its file."""
    for pad in sorted(BRON.rglob("*.py")):
        if "migrations" in pad.parts:
            continue
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
            if isinstance(knoop, ast.ClassDef) and not knoop.name.startswith("_"):
                yield knoop.name, str(pad.relative_to(HIER))


def stappen() -> Iterator[tuple[str, str]]:
    """Every step of every process of the schemes in this repository."""
    from samenhang.kernel.scheme import geinstalleerde_schemes

    for naam, scheme in geinstalleerde_schemes().items():
        for proces in scheme.alle_processen:
            for stap in proces.stappen:
                yield stap.naam, f"{naam}: proces {proces.naam}"


def api_namen() -> Iterator[tuple[str, str]]:
    """Every property and path segment of the API description. Needs Django to be set up."""
    from samenhang.api.api import api

    beschrijving = dict(api.get_openapi_schema())
    for pad in beschrijving["paths"]:
        for deel in pad.split("/")[3:]:
            if not deel.startswith("{"):
                yield deel, f"API {pad}"
    yield from _eigenschappen(beschrijving)


def _eigenschappen(knoop: Any) -> Iterator[tuple[str, str]]:
    if isinstance(knoop, dict):
        velden = knoop.get("properties")
        if isinstance(velden, dict):
            yield from ((naam, f"API-veld in {knoop.get('title', '?')}") for naam in velden)
        for deel in knoop.values():
            yield from _eigenschappen(deel)
    elif isinstance(knoop, list):
        for deel in knoop:
            yield from _eigenschappen(deel)


def ontbreekt() -> dict[str, str]:
    """The words that the glossary lacks, each with one place where the code uses it."""
    lijst, gemist = {*bekend(), *KLEIN, *GEEN.read_text("utf-8").split()}, dict[str, str]()
    for bron in (klassen(), stappen(), api_namen()):
        for naam, plek in bron:
            if naam.lower() in lijst:
                continue
            for woord in woorden(naam):
                if not _kent(lijst, woord):
                    gemist.setdefault(woord, f"{naam} ({plek})")
    return gemist


def _kent(lijst: set[str], woord: str) -> bool:
    """Whether the list has the word, its singular, or two words of which it is made."""
    if any(vorm in lijst for vorm in (woord, woord.removesuffix("s"), woord.removesuffix("en"))):
        return True
    for plek in range(3, len(woord) - 2):
        eerste, tweede = woord[:plek], woord[plek:]
        if (tweede in lijst or tweede.removesuffix("en") in lijst) and any(
            eerste.removesuffix(voegsel) in lijst for voegsel in VOEGSEL if eerste.endswith(voegsel)
        ):
            return True
    return False


def hoofd() -> int:
    """Print what is missing; 1 when anything is."""
    from samenhang.cli import django_aan

    django_aan()
    gemist = ontbreekt()
    for woord, plek in sorted(gemist.items()):
        print(f"{woord}: {plek}")
    print(f"{len(gemist)} woorden ontbreken in {GLOSSARIUM.relative_to(HIER)}", file=sys.stderr)
    return 1 if gemist else 0


if __name__ == "__main__":
    sys.exit(hoofd())
