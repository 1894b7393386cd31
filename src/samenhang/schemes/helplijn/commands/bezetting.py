"""`samenhang helplijn bezetting …`: documents in, documents out; and plans that are kept.

What computes needs no database and no account: it reads a JSON document on stdin (and a CSV file with counts) and
writes one on stdout.
"""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.jsonlezen import lees_json

GROOTSTE_INVOER = 64_000_000
HISTORIE = typer.Option(help="CSV met datum, van en aantal / CSV with datum, van and aantal")

app = typer.Typer(
    help="Bezetting van de lijn: raming, plan, rooster / Staffing of the line", no_args_is_help=True
)


@app.command("erlang")
def erlang() -> None:
    """Eén half uur: mensen en gesprekken in, bereikbaarheid uit / One half hour: people and calls in, reachability out."""
    from samenhang.schemes.helplijn.domain.bezetting import antwoord

    toon_json(antwoord.erlang(_document()))


@app.command("raming")
def raming(historie: Annotated[Path | None, HISTORIE] = None) -> None:
    """Hoeveel er bellen per half uur, met band en toets / How many call per half hour, with band and backtest."""
    from samenhang.kernel.kalender import standaardkalender
    from samenhang.schemes.helplijn.domain.bezetting import antwoord

    toon_json(antwoord.raming(_document(), standaardkalender(), *_historie(historie)))


@app.command("plan")
def plan(historie: Annotated[Path | None, HISTORIE] = None) -> None:
    """De goedkoopste diensten die het doel halen / The cheapest shifts that meet the target."""
    from samenhang.kernel.kalender import standaardkalender
    from samenhang.schemes.helplijn.domain.bezetting import antwoord

    toon_json(antwoord.plan(_document(), standaardkalender(), *_historie(historie)))


@app.command("vergelijk")
def vergelijk(historie: Annotated[Path | None, HISTORIE] = None) -> None:
    """Twee plannen naast elkaar: {scenario, anders} / Two plans side by side: {scenario, anders}."""
    from samenhang.kernel.kalender import standaardkalender
    from samenhang.schemes.helplijn.domain.bezetting import antwoord

    toon_json(antwoord.vergelijk(_document(), standaardkalender(), *_historie(historie)))


@app.command("rooster")
def maak_rooster(
    ploeg: Annotated[Path | None, typer.Option(help="CSV of XLSX met een medewerker per regel, in plaats van medewerkers / CSV or XLSX with an employee per line, instead of medewerkers")] = None,
    als_csv: Annotated[bool, typer.Option("--csv", help="Een regel per plaats, als CSV / A line per place, as CSV")] = False,
) -> None:  # fmt: skip
    """Wie welke dienst werkt: {diensten, medewerkers} / Who works which shift: {diensten, medewerkers}."""
    from samenhang.kernel.basis.tabelbestand import als_csv as csv
    from samenhang.schemes.helplijn.domain.bezetting.ploegbestand import Ploeglezing, lees_ploeg
    from samenhang.schemes.helplijn.domain.bezetting.rooster import rooster
    from samenhang.schemes.helplijn.domain.bezetting.roosterblad import KOLOMMEN, roosterrijen
    from samenhang.schemes.helplijn.ploeg import lees_ploegrijen

    document, lezing = _document(), Ploeglezing(ploeg.name if ploeg else "")
    inhoud, naam = _bytes(ploeg, "ploeg")
    if inhoud is not None and isinstance(document, dict):
        document = document | {"medewerkers": lees_ploeg(lees_ploegrijen(inhoud, naam), lezing)}
    uit = rooster(document, lezing=lezing)
    if als_csv and "diensten" in uit:
        typer.echo(csv(KOLOMMEN, roosterrijen(uit, "nl")), nl=False)
    else:
        toon_json(uit)


@app.command("doelen")
def doelen(
    dag: Annotated[str, typer.Option(help="JJJJ-MM-DD, leeg is vandaag / empty is today")] = "",
) -> None:
    """De gepubliceerde doelen met bron en status / The published targets with source and status."""
    from datetime import date

    from samenhang.schemes.helplijn.domain.bezetting.doelen import alle_doelen
    from samenhang.schemes.helplijn.domain.bezetting.lezen import lees_datum, weiger

    gekozen = lees_datum(dag) if dag else date.today()  # noqa: DTZ011 - the day of who asks
    if gekozen is None:
        raise weiger("datum_onjuist", "--dag", f"--dag: {dag[:20]} is geen bestaande datum als JJJJ-MM-DD.", f"--dag: {dag[:20]} is no existing date as YYYY-MM-DD.")  # fmt: skip
    toon_json({"doelen": alle_doelen(gekozen)})


@app.command("bewaar")
def bewaar(
    waarvoor: Annotated[str, typer.Option(help="Waarvoor is dit plan / What is this plan for")],
    als: Annotated[str, ALS],
    historie: Annotated[Path | None, HISTORIE] = None,
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Maak een plan en bewaar het als concept / Make a plan and keep it as a concept."""
    django_aan()
    from samenhang.schemes.helplijn.actions.bezetting import plan_bezetting

    rij = plan_bezetting(actor_als(als), _document(), waarvoor, *_historie(historie))
    if als_json:
        toon_json({"id": rij.id, "staat": rij.staat, "stand": rij.run.stand, "hash": rij.run.som})
        return
    toon(
        Tekst(
            f"Plan {rij.id}: {rij.run.stand}, {rij.staat}.", f"Plan {rij.id}: {rij.run.stand}, {rij.staat}."
        )
    )
    for regel in rij.run.uitkomst["uitleg"]:
        toon(Tekst(regel["nl"], regel["en"]))


@app.command("plannen")
def plannen(als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon de laatste honderd plannen / Show the last hundred plans."""
    django_aan()
    from samenhang.schemes.helplijn.queries.bezetting import bezettingsplannen

    rijen, totaal = bezettingsplannen(actor_als(als), aantal=100)
    if als_json:
        toon_json({"plannen": [asdict(rij) for rij in rijen], "totaal": totaal})
        return
    for rij in rijen:
        regel = f"{rij.id}  {rij.van} {rij.tot}  {rij.staat:<12} {rij.stand:<14} {rij.naam}"
        toon(Tekst(regel, regel))


@app.command("toon")
def toon_plan(plan_id: UUID, als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Toon één plan / Show one plan."""
    django_aan()
    from samenhang.schemes.helplijn.queries.bezetting import bezettingsplan

    beeld = bezettingsplan(actor_als(als), plan_id)
    if als_json:
        toon_json({"plan": asdict(beeld.regel), "invoer": beeld.invoer, "uitkomst": beeld.uitkomst})
        return
    uit = beeld.uitkomst
    toon(Tekst(f"{beeld.regel.naam}: {beeld.regel.staat}, {uit['stand']}, {uit['uren']} uur, {uit['bereikt_procent']} % bereikt, {uit['afhaken_procent']} % haakt af.", f"{beeld.regel.naam}: {beeld.regel.staat}, {uit['stand']}, {uit['uren']} hours, {uit['bereikt_procent']} % reached, {uit['afhaken_procent']} % hang up."))  # fmt: skip
    for dienst in uit["diensten"]:
        regel = f"{dienst['datum']}  {dienst['van']}-{dienst['tot']}  {dienst['mensen']}"
        toon(Tekst(regel, regel))


@app.command("wat-als")
def wat_als(plan_id: UUID, als: Annotated[str, ALS]) -> None:
    """Leg wijzigingen (JSON op stdin) over een bewaard plan / Lay changes (JSON on stdin) over a kept plan."""
    django_aan()
    from samenhang.schemes.helplijn.queries.bezetting import plan_anders

    toon_json(plan_anders(actor_als(als), plan_id, _document()))


@app.command("vaststellen")
def vaststellen(plan_id: UUID, als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Stel een plan vast / Adopt a plan."""
    django_aan()
    from samenhang.schemes.helplijn.actions.bezetting import stel_bezetting_vast

    rij = stel_bezetting_vast(actor_als(als), plan_id)
    if als_json:
        toon_json({"id": rij.id, "staat": rij.staat})
    else:
        toon(Tekst("Het plan is vastgesteld.", "The plan is adopted."))


def _document() -> Any:
    return lees_json(sys.stdin.buffer.read(GROOTSTE_INVOER + 1), hoogstens=GROOTSTE_INVOER)


def _historie(pad: Path | None) -> tuple[bytes | None, str]:
    return _bytes(pad, "historie")


def _bytes(pad: Path | None, kolom: str) -> tuple[bytes | None, str]:
    if pad is None:
        return None, ""
    try:
        return pad.read_bytes(), pad.name
    except OSError as fout:
        tekst = Tekst(f"{pad.name} kan niet worden gelezen. Controleer de naam.", f"{pad.name} cannot be read. Check the name.")  # fmt: skip
        raise Geweigerd.bij(kolom, "bestand_onleesbaar", tekst) from fout  # fmt: skip
