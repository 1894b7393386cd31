"""Can every action and query be reached by page, API and command? `python -m tools.deuren` lists what is missing.

Reads the code, runs nothing. An action is a function under `@action` or `@query`. A door reaches it when a
module of that door names it, or names a plain function that does (such as `lever_aan`, which receives and then
processes). What may lack a door stands in `UITZONDERINGEN`, each with its reason.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

HIER = Path(__file__).resolve().parent.parent
BRON = HIER / "src"
DEUREN = ("pagina", "api", "opdracht")
KAMERS = {"pages": "pagina", "api": "api", "commands": "opdracht"}
"""The rooms of a scheme that are doors."""
HUIS = {"samenhang.web": "pagina", "samenhang.api": "api", "samenhang.cli": "opdracht"}
"""The doors of the house, for actions of the kernel; the doors of schemes count for those as well."""

_LINK = "wie de link heeft kan naar binnen: alleen op het terminal"
_EIGEN = "gaat over het eigen account, en het terminal heeft er geen"
_INWONER = "een inwoner heeft geen machinesleutel en geen terminal van de organisatie"
_INLOGGEN = "gebeurt bij het inloggen, met wat de aanbieder zegt"
_OPHALEN = "daar is overdracht_ophalen de deur: hetzelfde, onder een eigen naam in het logboek"
_RAPPORT = "leest hetzelfde rapport als foutenlijst, die daar de deur is, in bladen voor de API"
_IN_MELDING = (
    "op de pagina staan de teksten in de melding die al open is: gevulde_teksten, zonder tweede blik"
)
_SLEUTELS = "de sleutels staan in bestanden van wie de installatie beheert: alleen op het terminal"
_HERSTEL = "wie een reservekopie terugzet werkt op het terminal, en ondertekent daar met de sleutel"
_RONDE = "begin_postronde is de deur; wat daarin wacht maakt een plicht"
UITZONDERINGEN: dict[tuple[str, str], str] = {
    ("schuldhulp.actions.post.verstuur_post", "pagina"): _RONDE,
    ("schuldhulp.actions.post.verstuur_post", "api"): _RONDE,
    ("vroegsignalering.queries.contactteksten.contactteksten_bij", "pagina"): _IN_MELDING,
    ("kernel.beheer.actions.uitnodigen.maak_link", "pagina"): _LINK,
    ("kernel.beheer.actions.uitnodigen.maak_link", "api"): _LINK,
    ("kernel.beheer.account.eigen_account", "opdracht"): _EIGEN,
    ("kernel.beheer.actions.account.kies_taal", "opdracht"): _EIGEN,
    ("kernel.beheer.actions.account.beeindig_sessie", "opdracht"): _EIGEN,
    ("kernel.beheer.actions.account.log_overal_uit", "opdracht"): _EIGEN,
    ("kernel.beheer.claims.zet_rollen_uit_claims", "api"): _INLOGGEN,
    ("kernel.beheer.claims.zet_rollen_uit_claims", "opdracht"): _INLOGGEN,
    ("kernel.zegel.actions._draag_over", "pagina"): _SLEUTELS,
    ("kernel.zegel.actions._draag_over", "api"): _SLEUTELS,
    ("kernel.zegel.actions.verklaar_herstel", "pagina"): _HERSTEL,
    ("kernel.zegel.actions.verklaar_herstel", "api"): _HERSTEL,
    ("vroegsignalering.queries.aanleveringen.aanleverfouten", "pagina"): _RAPPORT,
    ("vroegsignalering.queries.aanleveringen.aanleverfouten", "opdracht"): _RAPPORT,
    ("vroegsignalering.kopie.samenstellen.kopie_van", "api"): _INWONER,
    ("vroegsignalering.kopie.samenstellen.kopie_van", "opdracht"): _INWONER,
    ("vroegsignalering.queries.inwoner.mijn_weigeringen", "api"): _INWONER,
    ("vroegsignalering.queries.inwoner.mijn_weigeringen", "opdracht"): _INWONER,
    ("vroegsignalering.queries.inwoner.mijn_zaken", "api"): _INWONER,
    ("vroegsignalering.queries.inwoner.mijn_zaken", "opdracht"): _INWONER,
    ("vroegsignalering.queries.inwoner.buiten_mijn_zaken", "api"): _INWONER,
    ("helplijn.queries.overdrachten.mijn_overdrachten", "api"): _INWONER,
    ("helplijn.queries.overdrachten.mijn_overdrachten", "opdracht"): _INWONER,
    ("schuldhulp.queries.mijn.mijn_schuldhulp", "api"): _INWONER,
    ("schuldhulp.queries.mijn.mijn_schuldhulp", "opdracht"): _INWONER,
    ("schuldhulp.queries.mijn.mijn_brief", "api"): _INWONER,
    ("schuldhulp.queries.mijn.mijn_brief", "opdracht"): _INWONER,
    ("schuldhulp.queries.mijn.vertegenwoordigden", "api"): _INWONER,
    ("schuldhulp.queries.mijn.vertegenwoordigden", "opdracht"): _INWONER,
    ("schuldhulp.queries.mijn.namens", "api"): _INWONER,
    ("schuldhulp.queries.mijn.namens", "opdracht"): _INWONER,
    ("schuldhulp.queries.mijn.brief_namens", "api"): _INWONER,
    ("schuldhulp.queries.mijn.brief_namens", "opdracht"): _INWONER,
    ("schuldhulp.actions.bezwaar.dien_in", "api"): _INWONER,
    ("schuldhulp.actions.bezwaar.dien_in", "opdracht"): _INWONER,
    ("wams.queries.mijn.mijn_zaken", "api"): _INWONER,
    ("wams.queries.mijn.mijn_zaken", "opdracht"): _INWONER,
    ("wams.queries.namens.vertegenwoordigden", "api"): _INWONER,
    ("wams.queries.namens.vertegenwoordigden", "opdracht"): _INWONER,
    ("wams.queries.namens.namens", "api"): _INWONER,
    ("wams.queries.namens.namens", "opdracht"): _INWONER,
    ("zvh.queries.casus.mijn_casussen", "api"): _INWONER,
    ("zvh.queries.casus.mijn_casussen", "opdracht"): _INWONER,
    ("vroegsignalering.queries.overdrachten.overdracht", "api"): _OPHALEN,
    ("vroegsignalering.queries.overdrachten.overdracht", "opdracht"): _OPHALEN,
    ("vroegsignalering.queries.inwoner.buiten_mijn_zaken", "opdracht"): _INWONER,
}
"""(action, door) to the reason why it is not there."""


@dataclass(frozen=True)
class Functie:
    """A function or constant of the code: whether it is an action, and which dotted names it mentions."""

    naam: str
    intentie: str = ""
    noemt: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Module:
    """One file: its dotted name, the names that it imports from elsewhere, its functions and all it mentions."""

    naam: str
    invoer: dict[str, str]
    functies: dict[str, Functie]
    noemt: frozenset[str]


def _modulenaam(pad: Path) -> str:
    delen = pad.relative_to(BRON).with_suffix("").parts
    return ".".join(delen[:-1] if delen[-1] == "__init__" else delen)


def lees(pad: Path) -> Module:
    """What one file imports, defines and mentions."""
    naam, boom = _modulenaam(pad), ast.parse(pad.read_text("utf-8"))
    invoer: dict[str, str] = {}
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.ImportFrom) and knoop.module and not knoop.level:
            for punt in knoop.names:
                invoer[punt.asname or punt.name] = f"{knoop.module}.{punt.name}"
        elif isinstance(knoop, ast.Import):
            for punt in knoop.names:
                invoer[punt.asname or punt.name.split(".")[0]] = punt.name
    delen = dict(_delen(boom))
    functies = {
        kort: Functie(f"{naam}.{kort}", _intentie(knoop), _genoemd(knoop, naam, invoer, set(delen)))
        for kort, knoop in delen.items()
    }
    return Module(naam, invoer, functies, _genoemd(boom, naam, invoer, set()))


def _delen(boom: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """The functions and the constants of a module; a table of verbs is a constant that names actions."""
    for knoop in boom.body:
        if isinstance(knoop, ast.FunctionDef):
            yield knoop.name, knoop
        elif isinstance(knoop, ast.Assign | ast.AnnAssign):
            for doel in knoop.targets if isinstance(knoop, ast.Assign) else [knoop.target]:
                if isinstance(doel, ast.Name):
                    yield doel.id, knoop


def _intentie(knoop: ast.stmt) -> str:
    """The sentence of `@action(SCHEME, "…")`; empty for anything else."""
    for versiering in knoop.decorator_list if isinstance(knoop, ast.FunctionDef) else ():
        if (
            isinstance(versiering, ast.Call)
            and isinstance(versiering.func, ast.Name)
            and versiering.func.id in ("action", "query")
        ):
            return str(ast.literal_eval(versiering.args[1]))
    return ""


def _genoemd(knoop: ast.AST, module: str, invoer: dict[str, str], eigen: set[str]) -> frozenset[str]:
    """The dotted names that a piece of code mentions, through its imports or from its own module."""
    namen = set()
    for deel in ast.walk(knoop):
        if isinstance(deel, ast.Attribute) and isinstance(deel.value, ast.Name) and deel.value.id in invoer:
            namen.add(f"{invoer[deel.value.id]}.{deel.attr}")
        elif isinstance(deel, ast.Name) and isinstance(deel.ctx, ast.Load):
            if deel.id in invoer:
                namen.add(invoer[deel.id])
            elif deel.id in eigen:
                namen.add(f"{module}.{deel.id}")
    return frozenset(namen)


@cache
def modules() -> dict[str, Module]:
    """Every module of the product by its dotted name."""
    gelezen = (lees(pad) for pad in sorted(BRON.rglob("*.py")) if "migrations" not in pad.parts)
    return {module.naam: module for module in gelezen}


def oorsprong(naam: str) -> str:
    """The dotted name under which something is defined, followed through re-exports."""
    for _ in range(5):
        module, _, laatste = naam.rpartition(".")
        gevonden = modules().get(module)
        if gevonden is None or laatste in gevonden.functies or laatste not in gevonden.invoer:
            return naam
        naam = gevonden.invoer[laatste]
    return naam


def functie(naam: str) -> Functie | None:
    """The function of a dotted name, when it is one of ours."""
    module, _, laatste = oorsprong(naam).rpartition(".")
    gevonden = modules().get(module)
    return gevonden.functies.get(laatste) if gevonden else None


def acties() -> Iterator[Functie]:
    """Every action and query of kernel and schemes; the demo measures itself and has no doors."""
    for module in modules().values():
        if module.naam.startswith("samenhang.demo"):
            continue
        yield from (functie for functie in module.functies.values() if functie.intentie)


def deur_van(module: str) -> tuple[str, str]:
    """Which door a module belongs to, and of which scheme (empty: of the house); no door gives empty names."""
    delen = module.split(".")
    if delen[:2] == ["samenhang", "schemes"] and len(delen) > 3 and delen[3] in KAMERS:
        return KAMERS[delen[3]], delen[2]
    return next((deur for pakket, deur in HUIS.items() if module.startswith(pakket)), ""), ""


def _bereikt(namen: frozenset[str], gezien: set[str]) -> Iterator[str]:
    """The actions that these names lead to: directly, or through plain functions that are no door."""
    for naam in namen:
        gevonden = functie(naam)
        if gevonden is None or gevonden.naam in gezien:
            continue
        gezien.add(gevonden.naam)
        if gevonden.intentie:
            yield gevonden.naam
        elif not deur_van(gevonden.naam.rpartition(".")[0])[0]:
            yield from _bereikt(gevonden.noemt, gezien)


@cache
def bereik() -> dict[tuple[str, str], set[str]]:
    """Per (door, scheme) the actions that its modules lead to."""
    uit: dict[tuple[str, str], set[str]] = {}
    for module in modules().values():
        deur = deur_van(module.naam)
        if deur[0]:
            uit.setdefault(deur, set()).update(_bereikt(module.noemt | _verklaard(module), set()))
    return uit


def _verklaard(module: Module) -> frozenset[str]:
    """What the declared verbs mention, for a door that offers `HANDELINGEN` of its scheme as a whole."""
    genoemd = {naam.rpartition(".")[0] for naam in module.noemt if naam.endswith(".HANDELINGEN")}
    return frozenset(
        naam
        for pakket in genoemd
        for ander in modules().values()
        if ander.naam.startswith(pakket)
        for naam in ander.noemt
    )


def _kort(actie: Functie) -> str:
    return actie.naam.removeprefix("samenhang.").removeprefix("schemes.")


def _heeft_deur(actie: Functie, deur: str) -> bool:
    """Whether the door leads to the action: the scheme's own rooms, or for the kernel any."""
    delen = actie.naam.split(".")
    scheme = delen[2] if delen[1] == "schemes" else ""
    kamers = [
        namen for (soort, van), namen in bereik().items() if soort == deur and (not scheme or van == scheme)
    ]
    return any(actie.naam in namen for namen in kamers)


def gemist() -> list[tuple[str, str, str]]:
    """What lacks a door: (action, door, intention), exceptions left out."""
    return [
        (_kort(actie), deur, actie.intentie)
        for actie in acties()
        for deur in DEUREN
        if (_kort(actie), deur) not in UITZONDERINGEN and not _heeft_deur(actie, deur)
    ]


def overbodig() -> list[tuple[str, str]]:
    """Exceptions for what does not exist, or has that door by now."""
    alles = {_kort(actie): actie for actie in acties()}
    return [
        (kort, deur) for kort, deur in UITZONDERINGEN if kort not in alles or _heeft_deur(alles[kort], deur)
    ]


def hoofd() -> int:
    """Print what is missing; 1 when anything is."""
    lijst = gemist()
    for kort, deur, intentie in lijst:
        print(f"{kort}: geen {deur} ({intentie})")
    for kort, deur in overbodig():
        print(f"{kort}: uitzondering voor {deur} is niet nodig")
    print(f"{len(list(acties()))} acties, {len(lijst)} keer ontbreekt een deur", file=sys.stderr)
    return 1 if lijst or overbodig() else 0


if __name__ == "__main__":
    sys.exit(hoofd())
