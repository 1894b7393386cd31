"""AST check: no way around the access decision in the code.

`python -m samenhang.kernel.toegang.controle MAP` prints each breach with the name of its rule and exits 1.
The wall in the connection (`muur.py`) stops the same at run time; this check names it before it runs.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BRON = Path(__file__).resolve().parents[2]
"""The package: where category tables are declared."""

OMWEG_NAMEN = {
    "_base_manager", "_default_manager", "_raw_delete", "_result_cache", "base_manager", "default_manager", "managers",
    "local_managers", "_managers", "raw", "extra", "cursor", "chunked_cursor", "execute_wrapper", "execute_wrappers",
    "connection_created", "_toegang", "_ZEGEL", "_UITGEGEVEN", "__reduce_ex__",
}  # fmt: skip
"""Attributes and names through which a category table can be reached without a decision."""

ALLEEN_TOEGANG = {"QuerySet", "RawQuerySet", "RawSQL", "Query", "OpenQuerySet", "GeslotenManager", "Toegang"}
"""Calls and base classes that belong to `kernel.toegang`."""

ONDERDEUREN = {"sqlite3", "psycopg", "pickle", "shelve", "dill", "cloudpickle"}
"""Modules that open the database beside Django, or keep objects beyond their operation."""

ONTLEDERS = {"model_to_dict", "ModelSchema", "ModelForm", "modelform_factory", "create_schema", "serialize"}
"""What turns a whole model into fields: output names its fields itself, from what was granted."""

MACHINEDEUR = re.compile(r"/(api|cli)/|/(api|commands|document)\.py$")
"""Where answers for machines are made."""
UITVOER = {"Uitvoer", "Bladzijde", "Schema", "BaseModel"}
"""Base classes of a schema that is written by hand."""
PLAT = {
    "str",
    "int",
    "bool",
    "float",
    "date",
    "datetime",
    "UUID",
    "Dag",
    "BedragTekst",
    "list",
    "None",
    "Annotated",
    "Field",
}
"""The kinds that a column has."""
MINSTENS_KOLOMMEN = 3
"""From so many fields on, a schema whose every field is a column of one category table is a copy of it."""

VRIJ = ("kernel/toegang/", "/migrations/")
MAG = {
    "web/start.py": {"cursor"},
    "web/gezondheid.py": {"cursor"},
    "cli/beheer.py": {"sqlite3"},
    "cli/beheer/": {"sqlite3", "cursor"},
    "config/databases.py": {"sqlite3", "connection_created"},
    "kernel/beheer/": {"sqlite3", "cursor"},
    "kernel/kluis/opslag.py": {"sqlite3", "psycopg", "cursor"},
    "kernel/stapel/": {"cursor"},
    "kernel/vernietiging/wissen.py": {"_raw_delete", "_default_manager"},
    "kernel/vernietiging/uitvegen.py": {"cursor"},
    "kernel/zegel/": {"cursor"},
}
"""Health checks ask the database one constant question; a backup copies the file; a new connection tells its own
limit; many rows at once go through Django's own cursor, through the wall; the vault holds keys, in a place of
its own; destruction erases by tree; the seal reads
the logs, which hold no category."""

LOGBOEK = "samenhang.kernel.logboek.models"
LOGLEZERS = ("kernel/logboek/", "kernel/toezicht/", "kernel/vernietiging/", "kernel/zegel/")
"""Who may touch the tables of the log."""


class _Zoeker(ast.NodeVisitor):
    def __init__(self, plek: str, tabellen: Tabellen) -> None:
        self.plek = plek
        self.tabellen = tabellen
        self.machinedeur = MACHINEDEUR.search(plek) is not None
        self.mag = {naam for deel, namen in MAG.items() if deel in plek for naam in namen}
        self.gevonden: list[tuple[int, str]] = []

    def meld(self, knoop: ast.AST, nummer: int, naam: str, wat: str) -> None:
        if naam.split(".")[0] not in self.mag:
            self.gevonden.append((getattr(knoop, "lineno", 0), f"toegang-{nummer}: {naam} {wat}"))

    def _omweg(self, knoop: ast.AST, naam: str) -> None:
        if naam in OMWEG_NAMEN:
            self.meld(knoop, 1, naam, "gaat om de toegangsbeslissing heen")

    def visit_Attribute(self, knoop: ast.Attribute) -> None:
        self._omweg(knoop, knoop.attr)
        if knoop.attr == "__new__" and _naam(knoop.value) in {"object", *ALLEEN_TOEGANG}:
            self.meld(knoop, 2, "__new__", "maakt iets buiten kernel.toegang om")
        self.generic_visit(knoop)

    def visit_Name(self, knoop: ast.Name) -> None:
        if knoop.id.startswith("_"):
            self._omweg(knoop, knoop.id)
        self.generic_visit(knoop)

    def visit_Constant(self, knoop: ast.Constant) -> None:
        """Also as text: `getattr(model, "_base_manager")`."""
        if isinstance(knoop.value, str) and knoop.value.startswith("_"):
            self._omweg(knoop, knoop.value)

    def visit_Call(self, knoop: ast.Call) -> None:
        naam = _naam(knoop.func)
        if naam in ALLEEN_TOEGANG:
            self.meld(knoop, 2, naam, "mag alleen kernel.toegang maken")
        if naam in ONTLEDERS:
            self.meld(knoop, 4, naam, "zet een heel model om; noem de velden zelf")
        if naam in ("getattr", "setattr", "__setattr__", "attrgetter") and any(
            isinstance(deel, ast.Constant) and deel.value in OMWEG_NAMEN for deel in knoop.args
        ):
            self.meld(knoop, 1, naam, "gaat om de toegangsbeslissing heen")
        self.generic_visit(knoop)

    def visit_Assign(self, knoop: ast.Assign) -> None:
        """Another name for the same thing."""
        if (naam := _naam(knoop.value)) in ALLEEN_TOEGANG:
            self.meld(knoop, 2, naam, "krijgt hier een andere naam")
        self.generic_visit(knoop)

    def visit_ClassDef(self, knoop: ast.ClassDef) -> None:
        for basis in knoop.bases:
            naam = _naam(basis)
            if naam in ALLEEN_TOEGANG:
                self.meld(knoop, 2, naam, "mag alleen kernel.toegang uitbreiden")
            if naam in ONTLEDERS:
                self.meld(knoop, 4, naam, "zet een heel model om; noem de velden zelf")
        if self.machinedeur:
            self._kopie(knoop)
        self.generic_visit(knoop)

    def _kopie(self, knoop: ast.ClassDef) -> None:
        """A schema of which every field is a column of one category table, written by hand."""
        velden = {
            deel.target.id
            for deel in knoop.body
            if isinstance(deel, ast.AnnAssign) and isinstance(deel.target, ast.Name)
        } - {"id"}
        if not PLAT.issuperset(_soorten(knoop)):
            return  # it is put together of other schemas
        if len(velden) < MINSTENS_KOLOMMEN or not UITVOER.intersection(map(_naam, knoop.bases)):
            return
        for tabel in self.tabellen.values():
            if velden <= tabel.kolommen:
                self.meld(
                    knoop,
                    7,
                    knoop.name,
                    f"schrijft kolommen van {tabel.naam} over; maak het met uit_categorie",
                )
                return

    def visit_Import(self, knoop: ast.Import) -> None:
        for deel in knoop.names:
            self._module(knoop, deel.name)

    def visit_ImportFrom(self, knoop: ast.ImportFrom) -> None:
        self._module(knoop, knoop.module or "")
        for deel in knoop.names:
            self._omweg(knoop, deel.name)
            if deel.name in ALLEEN_TOEGANG and deel.asname:
                self.meld(knoop, 2, deel.name, "krijgt hier een andere naam")
            self._module(knoop, f"{knoop.module}.{deel.name}")
            if self.machinedeur and _is_categorie(self.tabellen, knoop.module or "", deel.name):
                self.meld(knoop, 6, deel.name, "is een categorietabel; een deur krijgt haar via een uitgave")

    def _module(self, knoop: ast.AST, module: str) -> None:
        if module.split(".")[0] in ONDERDEUREN:
            self.meld(knoop, 3, module.split(".")[0], "gaat buiten Django om naar de gegevens")
        if module in ("django.core.serializers", "django.db.models.sql"):
            self.meld(knoop, 3, module, "leest hele tabellen")
        if module == LOGBOEK and not any(deel in self.plek for deel in LOGLEZERS):
            self.meld(knoop, 5, module, "het logboek lees je met de opvragingen van het logboek")


def _naam(knoop: ast.AST) -> str:
    """The last part of a name: `x.y.QuerySet[M]` gives `QuerySet`."""
    if isinstance(knoop, ast.Subscript):
        return _naam(knoop.value)
    if isinstance(knoop, ast.Attribute):
        return knoop.attr
    return knoop.id if isinstance(knoop, ast.Name) else ""


@dataclass(frozen=True, slots=True)
class Categoriebron:
    """A category table as its source declares it: where, its name, and its own columns."""

    module: str
    naam: str
    kolommen: frozenset[str]


Tabellen = Mapping[tuple[str, str], Categoriebron]


def _is_categorie(tabellen: Tabellen, module: str, naam: str) -> bool:
    return any(
        naam == tabel.naam and f"{tabel.module}.".startswith(f"{module}.") for tabel in tabellen.values()
    )


@cache
def categorietabellen(map_: Path = BRON) -> Tabellen:
    """Every category table in the source under a folder, by module and name; also what derives from one."""
    klassen: dict[tuple[str, str], ast.ClassDef] = {}
    for bestand in map_.rglob("*.py"):
        if "/migrations/" in bestand.as_posix():
            continue
        module = ".".join(bestand.relative_to(map_.parent).with_suffix("").parts).removesuffix(".__init__")
        for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"))):
            if isinstance(knoop, ast.ClassDef):
                klassen[module, knoop.name] = knoop
    gevonden: dict[tuple[str, str], ast.ClassDef] = {}
    namen = {"Categorietabel"}
    while nieuw := {
        sleutel: knoop
        for sleutel, knoop in klassen.items()
        if sleutel not in gevonden and namen.intersection(map(_naam, knoop.bases))
    }:
        gevonden |= nieuw
        namen |= {knoop.name for knoop in nieuw.values()}
    return {sleutel: Categoriebron(*sleutel, _kolommen(knoop)) for sleutel, knoop in gevonden.items()}


def _kolommen(knoop: ast.ClassDef) -> frozenset[str]:
    """The columns that a class declares: `naam = models.CharField(…)`, with or without its type."""
    uit = set()
    for deel in knoop.body:
        doelen = (
            deel.targets
            if isinstance(deel, ast.Assign)
            else [deel.target]
            if isinstance(deel, ast.AnnAssign)
            else []
        )
        waarde = deel.value if isinstance(deel, ast.Assign | ast.AnnAssign) else None
        if isinstance(waarde, ast.Call) and _naam(waarde.func).endswith(("Field", "Key", "Tekst")):
            uit |= {doel.id for doel in doelen if isinstance(doel, ast.Name)}
    return frozenset(uit | {"moment", "door", "persoon", "zaak"} if uit else uit)


def _soorten(knoop: ast.ClassDef) -> set[str]:
    """The names in the types of the fields of a class."""
    soorten = [deel.annotation for deel in knoop.body if isinstance(deel, ast.AnnAssign)]
    return {deel.id for soort in soorten for deel in ast.walk(soort) if isinstance(deel, ast.Name)}


def overtredingen(bestand: Path) -> Iterator[tuple[int, str]]:
    """The breaches in one file: line and rule."""
    zoeker = _Zoeker(bestand.as_posix(), categorietabellen())
    zoeker.visit(ast.parse(bestand.read_text("utf-8"), filename=str(bestand)))
    yield from sorted(set(zoeker.gevonden))


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
