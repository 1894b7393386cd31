"""Make the parts of the documents that the code knows better: pictures and the table of settings.

`python -m tools.documenten` writes docs/beeld/*.svg and the marked parts of docs/*.md; `--controleer` writes
nothing and names what is out of date. The stops of the two paths name functions; a name that the code does not
have is an error.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from samenhang.config.omgeving import Omgeving
from samenhang.kernel.scheme import ALLE, Proces, geinstalleerde_schemes
from tools import tekenen

HIER = Path(__file__).resolve().parent.parent
BEELD = HIER / "docs" / "beeld"
BRON = HIER / "src" / "samenhang"

LEVERING = (
    ("door", "page, API or command gets a file", "schemes.vroegsignalering.aanleveren:lever_aan", ""),
    ("receive", "keep the raw file, hashed; one row; committed", "schemes.vroegsignalering.aanleveren:ontvang", "same file again: the first\ndelivery, nothing changes"),
    ("raw store", "outside the database, whole or not at all", "kernel.aanlevering.opslag:bewaar", "killed here: a duty\nfinishes it later"),
    ("open", "encoding, delimiter, spreadsheet, size", "schemes.vroegsignalering.bestand.openen:open_bestand", "file refused: code F…,\nnothing is stored of it"),
    ("read", "types and checks, column by column, in DuckDB", "schemes.vroegsignalering.bestand.lezen:lees", "row refused: line, column,\ncode R…, both languages"),
    ("match", "signals become persons and households", "schemes.vroegsignalering.koppelen.koppel:koppel", "doubtful pair: a worker\njudges, once"),
    ("enrol", "persons, households, signals; one transaction", "schemes.vroegsignalering.inschrijven:schrijf_in", "anything fails: all of it\nis rolled back"),
    ("take up", "one case per household, in the published order", "schemes.vroegsignalering.actions.oppakken:pak_signalen_op", "below the threshold:\nclosed with its reason"),
)  # fmt: skip
BESLISSING = (
    ("door", "who is logged in becomes an actor with today's roles", "kernel.organisaties.queries:actor_van", "not logged in: 401,\nor the login page"),
    ("action", "one transaction, one operation id", "kernel.logboek.operatie:operatie", "anything fails:\nrolled back"),
    ("case", "of the own organisation, or about oneself", "kernel.zaken.queries:zaak_van", "else: not found, so that\nexistence does not leak"),
    ("facts", "involvement and step of this case", "kernel.zaken.queries:betrokkenheid", ""),
    ("decide", "pure: request, facts, table, moment", "kernel.toegang.beslissing:beslis", "no permit, or its legal\nbasis is not in force"),
    ("gate", "the decision is noted; access or refusal", "kernel.toegang.poort:vraag", "refusal: reason code,\nlogged on its own"),
    ("table", "opens for these persons and categories only", "kernel.toegang.categorietabel:met", "no access: the program\nstops (a fault of ours)"),
    ("log", "a row per person, an audit row; same transaction", "kernel.logboek.rijen:schrijf", "cannot be written: then\nnothing happened"),
)  # fmt: skip


def beelden() -> Iterator[tuple[str, str]]:
    """Every picture: its file name and its text."""
    yield "lagen.svg", _lagen()
    for naam, scheme in geinstalleerde_schemes().items():
        for proces in scheme.alle_processen:
            yield f"proces-{naam}-{proces.naam}.svg", _proces(f"{scheme.titel.nl}: {proces.naam}", proces)
    for bestand, titel, haltes in (
        ("levering.svg", "The path of a delivery", LEVERING),
        ("beslissing.svg", "The path of a decision", BESLISSING),
    ):
        uitleg = "; ".join(f"{waar}: {wat}" for waar, wat, _, _ in haltes)
        yield bestand, tekenen.weg(titel, uitleg, [(a, b, _bestaat(c), d) for a, b, c, d in haltes])


def _bestaat(plek: str) -> str:
    """`module:function`, when the code has it; else `LookupError`."""
    module, _, naam = plek.partition(":")
    paden = (BRON / f"{module.replace('.', '/')}.py", BRON / module.replace(".", "/") / "__init__.py")
    pad = next((pad for pad in paden if pad.exists()), None)
    knopen = ast.walk(ast.parse(pad.read_text("utf-8"))) if pad else ()
    if not any(isinstance(knoop, ast.FunctionDef) and knoop.name == naam for knoop in knopen):
        raise LookupError(f"tools/documenten.py noemt {plek}, maar die functie is er niet")
    return f"{module.removeprefix('schemes.')}.{naam}"


def _lagen() -> str:
    contracten = tomllib.loads((HIER / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    kernel = next(c["layers"] for c in contracten if c.get("containers") == ["samenhang.kernel"])
    rijen = [
        ("doors", ["web", "api", "cli"]),
        ("schemes", [*geinstalleerde_schemes(), "…"]),
        ("kernel", [deel for laag in kernel for deel in laag.split(" | ")]),
        ("law", sorted(pad.name for pad in (HIER / "rules").iterdir() if pad.is_dir())),
    ]
    voet = "The kernel's packages are layers too, in this order: each uses only those after it (import contracts)."
    return tekenen.lagen(
        "The layers of Samenhang", "Doors over schemes over kernel over dated law; never back.", rijen, voet
    )


def _proces(titel: str, proces: Proces) -> str:
    rij = {stap.naam: nummer for nummer, stap in enumerate(proces.stappen)}
    open_ = tuple(rij[stap.naam] for stap in proces.stappen if not stap.eind)
    pijlen = [
        tekenen.Pijl(
            tuple(van for van in open_ if van != rij[overgang.naar])
            if overgang.van == ALLE
            else tuple(rij[van] for van in overgang.van),
            rij[overgang.naar],
            overgang.titel.nl,
        )
        for overgang in proces.overgangen
    ]
    zinnen = [f"{', '.join(o.van)} → {o.naar} ({o.titel.nl})" for o in proces.overgangen]
    stappen = [(stap.titel.nl, stap.naam, stap.eind) for stap in proces.stappen]
    return tekenen.proces(titel, "; ".join(zinnen), stappen, pijlen)


def instellingen() -> str:
    """The table of settings, from the class that reads them."""
    regels = ["| variable | default | meaning |", "|---|---|---|"]
    for naam, veld in Omgeving.model_fields.items():
        if not veld.description:
            raise LookupError(f"config/omgeving.py: {naam} heeft geen description")
        variabele = str(veld.validation_alias or f"SAMENHANG_{naam.upper()}")
        standaard = "" if veld.default in ("", None) else f"`{veld.default}`".replace("`False`", "off")
        regels.append(f"| `{variabele}` | {standaard} | {veld.description} |")
    return "\n".join(regels)


DELEN = {"docs/beheer.md": {"instellingen": instellingen}}


def bestanden() -> Iterator[tuple[Path, str]]:
    """Every file with made parts, as it should be."""
    for naam, tekst in beelden():
        yield BEELD / naam, tekst
    for pad, delen in DELEN.items():
        tekst = (HIER / pad).read_text("utf-8")
        for naam, maak in delen.items():
            patroon = re.compile(rf"(<!-- gemaakt: {naam} -->\n).*?(\n<!-- einde: {naam} -->)", re.S)
            if not patroon.search(tekst):
                raise LookupError(f"{pad} heeft geen plaats voor {naam}")
            inhoud = maak()
            tekst = patroon.sub(lambda treffer, inhoud=inhoud: treffer[1] + inhoud + treffer[2], tekst)
        yield HIER / pad, tekst


def verouderd() -> list[str]:
    """The files that are not as the code would make them, and pictures that nothing makes any more."""
    gemaakt = dict(bestanden())
    oud = [pad for pad, tekst in gemaakt.items() if not pad.exists() or pad.read_text("utf-8") != tekst]
    wees = [pad for pad in BEELD.glob("*.svg") if pad not in gemaakt]
    return sorted(str(pad.relative_to(HIER)) for pad in [*oud, *wees])


def hoofd(argumenten: list[str]) -> int:
    """Write, or with `--controleer` only compare."""
    oud = verouderd()
    if "--controleer" in argumenten:
        print("\n".join(oud) or "documenten: bij")
        return 1 if oud else 0
    BEELD.mkdir(exist_ok=True)
    gemaakt = dict(bestanden())
    for pad in BEELD.glob("*.svg"):
        if pad not in gemaakt:
            pad.unlink()
    for pad, tekst in gemaakt.items():
        pad.write_text(tekst, "utf-8")
    print("\n".join(oud) or "documenten: bij")
    return 0


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:]))
