"""Letters on the command line: look, send with progress, get the bundle."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als, zaak_bij
from samenhang.cli.uitvoer import schrijf_uit, toon, toon_json
from samenhang.cli.uitvoer import taal as schermtaal
from samenhang.kernel.basis import Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import als_id

Als = Annotated[str, ALS]
AlsJson = Annotated[bool, ALS_JSON]
PDF = typer.Option(help="Schrijf de PDF hierheen / Write the PDF here", metavar="PAD")


def brieven(
    als: Als,
    sjabloon: Annotated[
        str, typer.Option(help="Welke brief; zonder: toon de keuzes / Which letter; without: list them")
    ] = "",
    taal: Annotated[str, typer.Option(help="beide, nl of en / both, nl or en")] = "beide",
    prioriteit: Annotated[int | None, typer.Option(min=1, max=5, help="Groep / Group")] = None,
    melding: Annotated[
        list[str] | None, typer.Option(help="Alleen deze meldingen / Only these cases", metavar="ZAAK")
    ] = None,
    verstuur: Annotated[
        bool, typer.Option("--verstuur", help="Verstuur; anders alleen bekijken / Send; else only look")
    ] = False,
    proef: Annotated[Path | None, PDF] = None,
    bundel: Annotated[Path | None, PDF] = None,
    als_json: AlsJson = False,
) -> None:
    """Bekijk wie een brief krijgt en waarom niet, of verstuur ze / Look who gets a letter, or send them."""
    django_aan()
    from samenhang.schemes.vroegsignalering import actions, queries

    actor = actor_als(als)
    if not sjabloon:
        rijen = [{"sjabloon": s.id, "versie": s.versie, "kanaal": s.kanaal, "titel": s.titel.in_taal(schermtaal())} for s in queries.sjablonen(actor)]  # fmt: skip
        if als_json:
            toon_json({"sjablonen": rijen})
            return
        for rij in rijen:
            typer.echo(f"{rij['sjabloon']:<12} {rij['titel']}")
        return
    zaken = tuple(zaak_bij(actor, "vroegsignalering", nummer) for nummer in melding or ())
    keuze = queries.Briefkeuze(sjabloon, taal, prioriteit, zaken)
    if proef is not None:
        schrijf_uit(proef, queries.proefbrief(actor, keuze))
    if not verstuur:
        _toon_kijk(queries.briefvoorbeeld(actor, keuze), als_json)
        return
    ronde = actions.begin_brievenronde(actor, keuze)
    totaal = queries.ronde_van(actor, ronde.id).wacht
    if als_json:
        actions.maak_ronde_af(ronde.id)
    else:
        with typer.progressbar(length=totaal, label="Brieven") as balk:
            actions.maak_ronde_af(ronde.id, lambda klaar: balk.update(1))
    if bundel is not None:
        schrijf_uit(bundel, queries.bundel(actor, ronde.id))
    _toon_ronde(queries.ronde_van(actor, ronde.id), als_json)


def brievenrondes(
    als: Als,
    ronde: Annotated[str, typer.Option(help="Toon deze ronde / Show this round", metavar="ID")] = "",
    bundel: Annotated[Path | None, PDF] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon eigen brievenrondes, of haal een bundel op / List one's own rounds, or get a bundle."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    actor = actor_als(als)
    if ronde:
        if bundel is not None:
            schrijf_uit(bundel, queries.bundel(actor, als_id(ronde)))
        _toon_ronde(queries.ronde_van(actor, als_id(ronde)), als_json)
        return
    standen = queries.rondes(actor)
    if als_json:
        toon_json({"rondes": [_plat(stand) for stand in standen]})
        return
    for stand in standen:
        typer.echo(f"{stand.ronde.id}  {stand.ronde.datum}  {stand.ronde.tekstversie:<14} {stand.gedaan}/{stand.totaal}")  # fmt: skip


def brief(
    zaak: Annotated[str, typer.Argument(help="Nummer of id / Number or id", metavar="ZAAK")],
    poging: Annotated[str, typer.Argument(help="Id van de contactpoging / Id of the attempt")],
    naar: Annotated[Path, PDF],
    als: Als,
) -> None:
    """Haal een verstuurde brief op / Get a letter that was sent."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    actor = actor_als(als)
    schrijf_uit(naar, queries.brief(actor, zaak_bij(actor, "vroegsignalering", zaak), als_id(poging)))
    toon(Tekst(f"Geschreven: {naar}", f"Written: {naar}"))


def bezwaarbericht(
    zaak: Annotated[str, typer.Argument(help="Nummer of id / Number or id", metavar="ZAAK")],
    naar: Annotated[Path, PDF],
    als: Als,
) -> None:
    """Haal de brief op dat het antwoord op een bezwaar later komt / Get the letter that an answer comes later."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    actor = actor_als(als)
    schrijf_uit(naar, queries.bericht_later(actor, zaak_bij(actor, "vroegsignalering", zaak)))
    toon(Tekst(f"Geschreven: {naar}", f"Written: {naar}"))


def besluitbrief(
    zaak: Annotated[str, typer.Argument(help="Nummer of id / Number or id", metavar="ZAAK")],
    naar: Annotated[Path, PDF],
    als: Als,
) -> None:
    """Haal de brief op met het besluit op een bezwaar / Get the letter of the decision on an objection."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    actor = actor_als(als)
    schrijf_uit(naar, queries.besluitbrief(actor, zaak_bij(actor, "vroegsignalering", zaak)))
    toon(Tekst(f"Geschreven: {naar}", f"Written: {naar}"))


def _toon_kijk(kijk: Any, als_json: bool) -> None:
    if als_json:
        toon_json(
            {
                "tekstversie": kijk.sjabloon.versie,
                "krijgt": [{"nummer": rij.nummer, "naam": rij.naam, "brieven": rij.brieven} for rij in kijk.krijgt],
                "krijgtNiet": [{"nummer": rij.nummer, "naam": rij.naam, "reden": rij.reden} for rij in kijk.krijgt_niet],
                "ontbreekt": [deel.nl for deel in kijk.ontbreekt],
            }
        )  # fmt: skip
        return
    toon(
        Tekst(
            f"{len(kijk.krijgt)} huishoudens krijgen deze brief, {len(kijk.krijgt_niet)} niet.",
            f"{len(kijk.krijgt)} households get this letter, {len(kijk.krijgt_niet)} do not.",
        )
    )
    for reden, aantal in kijk.redenen:
        toon(Tekst(f"  {aantal}x {reden.nl}", f"  {aantal}x {reden.en}"))
    if kijk.ontbreekt:
        nl, en = (", ".join(deel) for deel in zip(*((t.nl, t.en) for t in kijk.ontbreekt), strict=True))
        toon(Tekst(f"Vul eerst in het beleid in: {nl}.", f"First fill in, in the policy: {en}."))


def _plat(stand: Any) -> dict[str, Any]:
    return {
        "ronde": str(stand.ronde.id),
        "tekstversie": stand.ronde.tekstversie,
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
            f"Ronde {stand.ronde.id}: {stand.gedaan} huishoudens aangeschreven, {stand.vervallen} weggelaten.",
            f"Round {stand.ronde.id}: {stand.gedaan} households written to, {stand.vervallen} left out.",
        )
    )
