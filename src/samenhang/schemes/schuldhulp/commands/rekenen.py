"""`samenhang schuldhulp bereken NAAM` and `herzie`: one document in, one out. Neither needs a database."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samenhang.cli.uitvoer import taal, toon, toon_json
from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.jsonlezen import lees_json
from samenhang.schemes.schuldhulp.domain import antwoord

if TYPE_CHECKING:
    from samenhang.schemes.schuldhulp.herzieningsbestand import Stand

GROOTSTE_INVOER = 64_000_000
JSON = typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")


def bereken(
    naam: Annotated[str, typer.Argument(metavar="NAAM", help="Zie `berekeningen` / See `berekeningen`")],
) -> None:
    """Leest één JSON-document op stdin en geeft uitkomst en uitleg / One JSON document in, outcome and trace out."""
    antwoord.controleer_naam(naam)
    document = lees_json(sys.stdin.buffer.read(GROOTSTE_INVOER + 1), hoogstens=GROOTSTE_INVOER)
    toon_json(antwoord.bereken(naam, document))


def herzie(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", help="Het document van norm-herziening / The document of norm-herziening")],
    uitvoer: Annotated[Path, typer.Option(help="Waar de uitkomst komt te staan / Where the outcome goes")],
    als_json: Annotated[bool, JSON] = False,
) -> None:  # fmt: skip
    """Rekent een hele voorraad door onder andere normen; wie gedood wordt gaat verder / Revise a caseload, resumable."""
    from samenhang.schemes.schuldhulp.herzieningsbestand import herzie_bestand

    with balk(als_json) as hoor:
        uitslag = herzie_bestand(bestand, uitvoer, hoor)
    uit = uitslag.document
    tellingen = {"zaken": uit["zaken"], "gewijzigd": len(uit["gewijzigd"]), "ongewijzigd": uit["ongewijzigd"], "niet_te_berekenen": len(uit["niet_te_berekenen"])}  # fmt: skip
    if als_json:
        toon_json(
            {**tellingen, "eerder_gedaan": uitslag.eerder, "uitvoer": str(uitvoer), "hash": uit["hash"]}
        )
        return
    if uitslag.stond_er_al:
        toon(Tekst(f"Deze uitkomst stond al in {uitvoer}; er is niets gedaan. Haal haar weg om opnieuw te rekenen.", f"This outcome stood in {uitvoer} already; nothing was done. Remove it to calculate again."))  # fmt: skip
    elif uitslag.eerder:
        toon(Tekst(f"Verdergegaan na {in_duizenden(uitslag.eerder)} zaken van een eerdere keer.", f"Went on after {in_duizenden(uitslag.eerder)} cases of an earlier run."))  # fmt: skip
    toon(
        Tekst(
            "{zaken} zaken: {gewijzigd} veranderen, {ongewijzigd} blijven gelijk, {niet_te_berekenen} zijn niet te berekenen.",
            "{zaken} cases: {gewijzigd} change, {ongewijzigd} stay the same, {niet_te_berekenen} cannot be computed.",
        ).met(**{naam: in_duizenden(aantal) for naam, aantal in tellingen.items()})
    )
    for norm in uit["normen"]:
        toon(Tekst(f"{norm['naam']}: was {norm['was'] or '-'}, wordt {norm['wordt'] or '-'}", f"{norm['naam']}: was {norm['was'] or '-'}, becomes {norm['wordt'] or '-'}"))  # fmt: skip


def in_duizenden(aantal: int) -> str:
    """A count as people read it."""
    return f"{aantal:,}".replace(",", ".")


@contextmanager
def balk(stil: bool) -> Iterator[Callable[[Stand], None]]:
    """Gives what is to be told how far it is: one line on stderr that follows it, when somebody looks."""

    def hoor(stand: Stand) -> None:
        if stil or not sys.stderr.isatty():
            return
        sys.stderr.write(f"\r\x1b[2K{in_woorden(stand).in_taal(taal())}")
        sys.stderr.flush()

    try:
        yield hoor
    finally:
        if not stil and sys.stderr.isatty():
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()


def in_woorden(stand: Stand) -> Tekst:
    """Count, share and time left, as a sentence."""
    klaar, totaal = in_duizenden(stand.klaar), in_duizenden(stand.totaal)
    deel = stand.klaar * 100 // stand.totaal
    nl, en = f"{deel}% {klaar} van {totaal} zaken", f"{deel}% {klaar} of {totaal} cases"
    if stand.resterend is not None:
        nl, en = f"{nl}, nog ongeveer {stand.resterend} seconden", f"{en}, about {stand.resterend} seconds left"  # fmt: skip
    return Tekst(nl, en)


def berekeningen(als_json: Annotated[bool, JSON] = False) -> None:
    """Toont elke berekening met haar velden / Shows every calculation with its fields."""
    if als_json:
        toon_json({"berekeningen": antwoord.overzicht()})
        return
    for deel in antwoord.overzicht():
        toon(Tekst(f"{deel['naam']:<22} {deel['uitleg']}", f"{deel['naam']:<22} {deel['explanation']}"))
        namen = ", ".join(veld["naam"] + ("" if veld["verplicht"] else "?") for veld in deel["velden"])
        typer.echo(f"{'':<22} {namen}")
