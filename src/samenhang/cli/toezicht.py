"""`samenhang toezicht`: what in the log asks for a look, and the judgement; as someone who supervises."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import typer

from samenhang.cli.uitvoer import toon, toon_json
from samenhang.cli.wie import actor_van_adres
from samenhang.cli.zegel.invoer import lees_nummer
from samenhang.kernel.basis import Tekst

app = typer.Typer(help="Toezicht op het gebruik / Supervision of the use", no_args_is_help=True)

Als = Annotated[str, typer.Option("--als", help="E-mailadres van wie het doet / Who does it")]
Json = Annotated[
    bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
]
Punt = Annotated[str, typer.Argument(metavar="TOETSPUNT")]


def _nummer(tekst: str) -> UUID:
    return lees_nummer(tekst, "toetspunt_onjuist", Tekst("een toetspunt", "a point"))


def _document(punt: Any) -> dict[str, Any]:
    rij = punt.oordeel
    return {
        "id": str(punt.id),
        "soort": punt.soort,
        "moment": punt.moment.isoformat(),
        "gebruiker": punt.gebruiker,
        "zaak": punt.zaak,
        "tekst": punt.uitleg.nl,
        "text": punt.uitleg.en,
        "reden": punt.reden,
        "aantal": punt.aantal,
        "uiterlijk": punt.uiterlijk.isoformat(),
        "teLaat": punt.te_laat,
        "oordeel": {"oordeel": rij.oordeel, "motivering": rij.motivering, "door": rij.door} if rij else None,
    }


@app.command()
def toetspunten(
    als: Als,
    stand: Annotated[str, typer.Option(help="open | getoetst; leeg is alle / empty is all")] = "open",
    soort: Annotated[str, typer.Option(help="nood | weigeringen | omvang")] = "",
    als_json: Json = False,
) -> None:
    """Wat in het logboek moet worden bekeken / What in the log must be looked at."""
    actor = actor_van_adres(als)
    from samenhang.kernel.toezicht.toetsen import Toetsfilter
    from samenhang.kernel.toezicht.toetsen import toetspunten as vraag

    blad = vraag(actor, Toetsfilter(stand, soort))
    if als_json:
        toon_json({"open": blad.open, "teLaat": blad.te_laat, "punten": [_document(p) for p in blad.punten]})
        return
    for punt in blad.punten:
        regel = f"{punt.id}  {punt.uiterlijk}  {punt.soort:11} {punt.gebruiker}: "
        toon(Tekst(regel + punt.uitleg.nl, regel + punt.uitleg.en))
    toon(
        Tekst(f"{blad.open} open, {blad.te_laat} te laat.", f"{blad.open} open, {blad.te_laat} late."),
    )


@app.command()
def toetspunt(nummer: Punt, als: Als) -> None:
    """Eén toetspunt met zijn regels, als JSON / One point with its rows, as JSON."""
    punt_id = _nummer(nummer)
    actor = actor_van_adres(als)
    from samenhang.kernel.toezicht.audit import KOLOMMEN
    from samenhang.kernel.toezicht.toetsen import toetspunt as vraag

    dossier = vraag(actor, punt_id)
    regels = [dict(zip(KOLOMMEN, map(str, rij.cellen()), strict=True)) for rij in dossier.regels]
    toon_json({**_document(dossier.punt), "regels": regels})


@app.command()
def oordeel(
    nummer: Punt,
    uitkomst: Annotated[str, typer.Argument(metavar="OORDEEL", help="in_orde | niet_in_orde | vervolg")],
    motivering: Annotated[str, typer.Argument(metavar="MOTIVERING", help="Wat u nakeek en waarom / What you looked at and why")],
    als: Als,
    als_json: Json = False,
) -> None:  # fmt: skip
    """Beoordeel een toetspunt; dat verandert niet meer / Review a point; it does not change any more."""
    punt_id = _nummer(nummer)
    actor = actor_van_adres(als)
    from samenhang.kernel.toezicht.toetsen import oordeel as leg_vast

    punt = leg_vast(actor, punt_id, uitkomst, motivering)
    if als_json:
        toon_json(_document(punt))
        return
    toon(Tekst("Vastgelegd.", "Recorded."))


@app.command()
def drempels(als: Als, als_json: Json = False) -> None:
    """Waar het toezicht aan meet / What supervision measures by."""
    actor = actor_van_adres(als)
    from samenhang.kernel.toezicht.toetsen import geldende_drempels

    rijen = geldende_drempels(actor)
    if als_json:
        toon_json([{"naam": n.naam, "waarde": n.waarde, "vanaf": n.vanaf.isoformat(), "bron": n.bron, "status": n.status} for n in rijen])  # fmt: skip
        return
    for norm in rijen:
        regel = f"{norm.naam:40} {norm.waarde:>5}  ({norm.status})"
        toon(Tekst(regel, regel))
