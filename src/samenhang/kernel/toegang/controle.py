"""AST check: only `kernel.toegang` may touch raw managers, cursors and bare querysets.

`python -m samenhang.kernel.toegang.controle MAP` prints each breach with the name of its rule and exits 1.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

VERBODEN_ATTRIBUTEN = {"_base_manager", "_default_manager", "raw", "extra", "cursor", "_raw_delete"}
VERBODEN_NAMEN = {"QuerySet", "RawSQL", "_ZEGEL", "Toegang"}
VRIJ = ("kernel/toegang/", "/migrations/")
CURSOR_MAG = ("web/gezondheid.py",)
"""The health check asks the database one constant question."""


def overtredingen(bestand: Path) -> Iterator[tuple[int, str]]:
    """The breaches in one file: line and rule."""
    for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"), filename=str(bestand))):
        if isinstance(knoop, ast.Attribute) and knoop.attr in VERBODEN_ATTRIBUTEN:
            if knoop.attr == "cursor" and str(bestand).endswith(CURSOR_MAG):
                continue
            if knoop.attr == "extra" or knoop.attr in ("raw", "cursor") or knoop.attr.startswith("_"):
                yield knoop.lineno, f"toegang-1: .{knoop.attr} gaat om de toegangsbeslissing heen"
        if isinstance(knoop, ast.Call):
            naam = (
                knoop.func.id
                if isinstance(knoop.func, ast.Name)
                else knoop.func.attr
                if isinstance(knoop.func, ast.Attribute)
                else ""
            )
            if naam in VERBODEN_NAMEN:
                yield knoop.lineno, f"toegang-2: {naam}(…) mag alleen kernel.toegang maken"


def controleer(map_: Path) -> list[str]:
    """All breaches under a folder, one line each."""
    regels = []
    for bestand in sorted(map_.rglob("*.py")):
        if any(deel in bestand.as_posix() for deel in VRIJ):
            continue
        regels += [f"{bestand}:{regel}: {wat}" for regel, wat in overtredingen(bestand)]
    return regels


if __name__ == "__main__":
    gevonden = [regel for argument in sys.argv[1:] or ["src"] for regel in controleer(Path(argument))]
    print("\n".join(gevonden) or "toegang: geen omwegen gevonden")
    sys.exit(1 if gevonden else 0)
