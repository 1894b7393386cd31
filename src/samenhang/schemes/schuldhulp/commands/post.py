"""Letters to creditors on the command line: look, send with progress, get the bundle."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als, zaak_bij
from samenhang.cli.uitvoer import schrijf_uit, toon, toon_json
from samenhang.kernel.basis import Tekst

Als = Annotated[str, ALS]
AlsJson = Annotated[bool, ALS_JSON]
PDF = typer.Option(help="Schrijf de PDF hierheen / Write the PDF here", metavar="PAD")


def post(
    soort: Annotated[str, typer.Argument(help="voorstel of herinnering / voorstel or herinnering")],
    als: Als,
    zaak: Annotated[
        list[str] | None, typer.Option(help="Alleen deze zaken / Only these cases", metavar="ZAAK")
    ] = None,
    verstuur: Annotated[
        bool, typer.Option("--verstuur", help="Verstuur; anders alleen bekijken / Send; else only look")
    ] = False,
    proef: Annotated[Path | None, PDF] = None,
    bundel: Annotated[Path | None, PDF] = None,
    als_json: AlsJson = False,
) -> None:
    """Bekijk welke schuldeisers een brief krijgen, of verstuur ze / Look which creditors get a letter, or send them."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries
    from samenhang.schemes.schuldhulp.actions.post import begin_postronde, maak_postronde_af

    actor = actor_als(als)
    keuze = queries.Postkeuze(soort, tuple(zaak_bij(actor, "schuldhulp", nummer) for nummer in zaak or ()))
    if proef is not None:
        schrijf_uit(proef, queries.proefpost(actor, keuze))
    if not verstuur:
        _toon_kijk(queries.postvoorbeeld(actor, keuze), als_json)
        return
    ronde = begin_postronde(actor, keuze)
    if als_json:
        maak_postronde_af(ronde.id)
    else:
        with typer.progressbar(length=queries.postronde(actor, ronde.id).wacht, label="Brieven") as balk:
            maak_postronde_af(ronde.id, lambda klaar: balk.update(1))
    if bundel is not None:
        schrijf_uit(bundel, queries.postbundel(actor, ronde.id))
    _toon_ronde(queries.postronde(actor, ronde.id), als_json)


def postrondes(
    als: Als,
    ronde: Annotated[
        UUID | None, typer.Option(help="Toon deze ronde / Show this round", metavar="ID")
    ] = None,
    bundel: Annotated[Path | None, PDF] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon eigen rondes van post, of haal een bundel op / List one's own rounds of letters, or get a bundle."""
    django_aan()
    from samenhang.schemes.schuldhulp import queries

    actor = actor_als(als)
    if ronde is not None:
        if bundel is not None:
            schrijf_uit(bundel, queries.postbundel(actor, ronde))
        _toon_ronde(queries.postronde(actor, ronde), als_json)
        return
    standen = queries.postrondes(actor)
    if als_json:
        toon_json({"rondes": [_plat(stand) for stand in standen]})
        return
    for stand in standen:
        typer.echo(f"{stand.ronde.id}  {stand.ronde.datum}  {stand.ronde.soort:<12} {stand.gedaan}/{stand.totaal}")  # fmt: skip


def _toon_kijk(kijk: Any, als_json: bool) -> None:
    if als_json:
        toon_json({
            "krijgt": [{"nummer": rij.zaak.nummer, "schuldeiser": rij.schuldeiser, "adres": rij.adres, "uiterlijk": rij.voorstel.uiterlijk.isoformat()} for rij in kijk.krijgt],
            "krijgtNiet": [{"nummer": rij.zaak.nummer, "schuldeiser": rij.schuldeiser, "reden": rij.reden} for rij in kijk.krijgt_niet],
        })  # fmt: skip
        return
    ja, nee = len(kijk.krijgt), len(kijk.krijgt_niet)
    toon(Tekst(f"{ja} brieven kunnen gaan, {nee} niet.", f"{ja} letters can go, {nee} cannot."))
    for rij in kijk.krijgt:
        typer.echo(f"  {rij.schuldeiser}  {rij.zaak.nummer}  {rij.voorstel.uiterlijk}")
    for reden, aantal in kijk.redenen:
        toon(Tekst(f"  {aantal}x niet: {reden.nl}", f"  {aantal}x not: {reden.en}"))


def _plat(stand: Any) -> dict[str, Any]:
    return {
        "ronde": str(stand.ronde.id),
        "soort": stand.ronde.soort,
        "datum": stand.ronde.datum.isoformat(),
        "wacht": stand.wacht,
        "gedaan": stand.gedaan,
        "vervallen": stand.vervallen,
    }


def _toon_ronde(stand: Any, als_json: bool) -> None:
    if als_json:
        toon_json(_plat(stand))
        return
    toon(
        Tekst(
            f"Ronde {stand.ronde.id}: {stand.gedaan} brieven gemaakt, {stand.vervallen} weggelaten.",
            f"Round {stand.ronde.id}: {stand.gedaan} letters made, {stand.vervallen} left out.",
        )
    )
