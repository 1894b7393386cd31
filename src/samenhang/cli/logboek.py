"""`samenhang logboek`: read the logs as someone who may: a supervisor, or the resident himself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from samenhang.cli import zegel
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.cli.wie import actor_van_adres
from samenhang.kernel.basis import Geweigerd, Tekst

if TYPE_CHECKING:
    pass

app = typer.Typer(help="Logboeken lezen / Read the logs", no_args_is_help=True)

ALS = typer.Option(
    "--als", help="E-mailadres van wie kijkt; dat komt in het logboek / Who looks; it is logged"
)
DAG = typer.Option(help="JJJJ-MM-DD", metavar="DAG")
ALS_JSON = typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst) if tekst else None
    except ValueError as fout:
        raise Geweigerd(
            "datum_onjuist",
            Tekst(f"{tekst} is geen datum. Schrijf JJJJ-MM-DD.", f"{tekst} is no date. Write YYYY-MM-DD."),
        ) from fout


@app.command()
def audit(
    als: Annotated[str, ALS],
    van: Annotated[str, DAG] = "",
    tot: Annotated[str, DAG] = "",
    medewerker: Annotated[str, typer.Option(help="Precieze naam / Exact name")] = "",
    zaak: Annotated[str, typer.Option(help="Zaaknummer / Case number")] = "",
    persoon: Annotated[int, typer.Option(help="Betrokkene 1, 2, … van die zaak / Person of that case")] = 0,
    uitkomst: Annotated[str, typer.Option(help="verleend | geweigerd")] = "",
    regel: Annotated[str, typer.Option(help="Toegangsregel / Permit")] = "",
    over_mensen: Annotated[
        bool, typer.Option("--over-mensen", help="Alleen over inwoners / About residents only")
    ] = False,
    als_csv: Annotated[bool, typer.Option("--csv", help="Alles als CSV / Everything as CSV")] = False,
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Het auditlog van de eigen organisatie / The audit log of the own organisation."""
    actor = actor_van_adres(als)
    from samenhang.kernel.basis.tabelbestand import als_csv as in_csv
    from samenhang.kernel.toezicht.audit import KOLOMMEN, AuditFilter, auditlog, audituitvoer

    keuze = AuditFilter(
        _dag(van), _dag(tot), medewerker, zaak, persoon or None, uitkomst, regel, over_mensen=over_mensen
    )
    if als_csv:
        typer.echo(in_csv(KOLOMMEN, [rij.cellen() for rij in audituitvoer(actor, keuze)]), nl=False)
        return
    uit = auditlog(actor, keuze)
    if als_json:
        rijen = [dict(zip(KOLOMMEN, map(str, rij.cellen()), strict=True)) for rij in uit.regels]
        toon_json({"geweigerd": uit.geweigerd, "regels": rijen})
        return
    for rij in uit.regels:
        toon(
            Tekst(
                f"{rij.moment:%Y-%m-%d %H:%M} {rij.uitkomst:9} {rij.gebruiker}: {rij.handeling} {rij.zaak}",
                f"{rij.moment:%Y-%m-%d %H:%M} {rij.uitkomst:9} {rij.gebruiker}: {rij.handeling} {rij.zaak}",
            )
        )
    toon(Tekst(f"{uit.geweigerd} geweigerd.", f"{uit.geweigerd} refused."))


@app.command("wie-keek")
def wie_keek(
    als: Annotated[str, ALS],
    van: Annotated[str, DAG] = "",
    tot: Annotated[str, DAG] = "",
    blad: int = 1,
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Wie keek er in mijn gegevens, voor een inwoner / Who looked at my data, for a resident."""
    actor = actor_van_adres(als)
    from samenhang.kernel.logboek.queries import EigenFilter, over_mij

    uit = over_mij(actor, EigenFilter(_dag(van), _dag(tot), blad=blad))
    if als_json:
        toon_json(
            {
                "blad": uit.blad,
                "meer": uit.meer,
                "regels": [
                    {
                        "moment": rij.moment.isoformat(),
                        "keer": rij.keer,
                        "wat": rij.wat.nl,
                        "what": rij.wat.en,
                        "organisatie": rij.organisatie,
                        "functies": [functie.nl for functie in rij.functies],
                        "categorieen": [soort.nl for soort in rij.categorieen],
                        "waarom": rij.waarom.nl,
                        "wetten": [wet.artikel for wet in rij.wetten],
                        "operatie": str(rij.operatie),
                    }
                    for rij in uit.regels
                ],
            }
        )
        return
    for rij in uit.regels:
        toon(
            Tekst(
                f"{rij.moment:%Y-%m-%d %H:%M} {rij.wat.nl} ({rij.organisatie or 'uzelf'})",
                f"{rij.moment:%Y-%m-%d %H:%M} {rij.wat.en} ({rij.organisatie or 'yourself'})",
            )
        )


@app.command()
def vernietigingen(
    als: Annotated[str, ALS],
    van: Annotated[str, DAG] = "",
    tot: Annotated[str, DAG] = "",
    regel: Annotated[str, typer.Option(help="Bewaarregel / Retention rule")] = "",
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Wat er is vernietigd, en volgens welke regel / What was destroyed, and under which rule."""
    actor = actor_van_adres(als)
    from samenhang.kernel.vernietiging.queries import KOLOMMEN, VernietigingFilter
    from samenhang.kernel.vernietiging.queries import vernietigingen as vraag

    rijen, _ = vraag(actor, VernietigingFilter(_dag(van), _dag(tot), regel))
    if als_json:
        toon_json([dict(zip(KOLOMMEN, map(str, rij.cellen()), strict=True)) for rij in rijen])
        return
    for rij in rijen:
        wat = ", ".join(f"{naam}: {aantal}" for naam, aantal in rij.aantallen)
        toon(
            Tekst(
                f"{rij.moment:%Y-%m-%d %H:%M} {rij.regel}, na {rij.termijn}: {wat}",
                f"{rij.moment:%Y-%m-%d %H:%M} {rij.regel}, after {rij.termijn}: {wat}",
            )
        )


for _opdracht in zegel.OPDRACHTEN:
    app.command()(_opdracht)
