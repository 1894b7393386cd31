"""One's own work on the command line: the work stock, the agenda, dividing work, filters."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als, zaak_bij
from samenhang.cli.uitvoer import taal, toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst

NAAM = "vroegsignalering"
Als = Annotated[str, ALS]
AlsJson = Annotated[bool, ALS_JSON]


def _dag(tekst: str) -> Any:
    from datetime import date

    if not tekst:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise Geweigerd(
            "datum_onjuist",
            Tekst(f'"{tekst}" is geen datum (JJJJ-MM-DD).', f'"{tekst}" is no date (YYYY-MM-DD).'),
        ) from fout


def _id(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise Geweigerd("id_onjuist", Tekst(f'"{tekst}" is geen id.', f'"{tekst}" is no id.')) from fout


def _draad(waarde: Any) -> Any:
    return waarde if isinstance(waarde, int | str | bool) or waarde is None else str(waarde)


def _rij(waarde: Any, *weg: str) -> dict[str, Any]:
    return {v.name: _draad(getattr(waarde, v.name)) for v in fields(waarde) if v.name not in weg}


def werkvoorraad(
    als: Als,
    stap: str = "",
    behandelaar: str = "",
    prioriteit: str = "",
    soort: str = "",
    partner: str = "",
    zoek: str = "",
    te_laat: bool = False,
    volgorde: str = "prioriteit",
    na: str = "",
    voor: str = "",
    als_json: AlsJson = False,
) -> None:
    """Toon de werkvoorraad / Show the work stock."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries
    from samenhang.schemes.vroegsignalering.domain.werkfilter import filter_uit

    vraag = {
        "stap": stap, "behandelaar": behandelaar, "prioriteit": prioriteit, "soort": soort, "partner": partner, "zoek": zoek,
        "te_laat": "ja" if te_laat else "", "volgorde": volgorde, "na": na, "voor": voor,
    }  # fmt: skip
    lijst = queries.werkvoorraad(actor_als(als), filter_uit(vraag))
    if als_json:
        rijen = [_rij(rij, "bladwijzer") for rij in lijst]
        toon_json({"items": rijen, "vorige": lijst.vorige or None, "volgende": lijst.volgende or None})
        return
    for rij in lijst:
        typer.echo(f"{rij.nummer}  {rij.prioriteit}  {rij.stap:<12} {rij.termijn or '':<10}  {rij.naam}")
    if not len(lijst):
        toon(Tekst("Geen meldingen met dit filter.", "No cases match this filter."))


def mijn_werk(als: Als, als_json: AlsJson = False) -> None:
    """Toon wat er voor u ligt / Show what is in front of you."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    werk = queries.mijn_werk(actor_als(als))
    if als_json:
        toon_json(
            {
                "meldingen": [_rij(rij, "bladwijzer") for rij in werk.zaken],
                "terugbellen": [taak.zaak.nummer for taak in werk.terugbellen],
                "taken": [{"nummer": t.zaak.nummer, "titel": t.titel_nl, "uiterlijk": _draad(t.uiterlijk)} for t in werk.taken],
                "op_naam": werk.op_naam,
                "te_laat": werk.te_laat,
                "taken_te_laat": werk.taken_te_laat,
                "niet_toegewezen": werk.niet_toegewezen,
                "brp_te_beoordelen": werk.brp.te_beoordelen,
            }
        )  # fmt: skip
        return
    toon(
        Tekst(
            f"{werk.op_naam} meldingen op uw naam, {werk.te_laat} met een termijn te laat, {werk.taken_te_laat} taken te laat, "
            f"{werk.brp.te_beoordelen} antwoorden van de BRP te beoordelen, {werk.niet_toegewezen} wachten op iemand.",
            f"{werk.op_naam} cases in your name, {werk.te_laat} with a term overdue, {werk.taken_te_laat} tasks overdue, "
            f"{werk.brp.te_beoordelen} answers of the BRP to judge, {werk.niet_toegewezen} wait for someone.",
        )
    )


def agenda(
    als: Als,
    team: bool = False,
    soort: str = "",
    van: str = "",
    tot: str = "",
    ics: Annotated[bool, typer.Option("--ics", help="Als iCalendar / As iCalendar")] = False,
    als_json: AlsJson = False,
) -> None:
    """Toon de agenda / Show the agenda."""
    django_aan()
    from django.conf import settings
    from django.utils import timezone

    from samenhang.schemes.vroegsignalering import queries
    from samenhang.schemes.vroegsignalering.agendabestand import als_ical

    rijen = queries.agenda(actor_als(als), team=team, soort=soort, van=_dag(van), tot=_dag(tot))
    if ics:
        typer.echo(als_ical(rijen, timezone.now(), settings.BASISADRES, taal()), nl=False)
    elif als_json:
        toon_json({"items": [_rij(rij, "gevolg", "id") for rij in rijen]})
    else:
        for rij in rijen:
            typer.echo(f"{rij.dag}  {rij.nummer}  {rij.titel.in_taal(taal())}  {rij.bron.in_taal(taal())}")


def toewijzen(
    meldingen: Annotated[
        list[str], typer.Argument(help="Nummers of ids / Numbers or ids", metavar="ZAAK...")
    ],
    als: Als,
    reden: Annotated[str, typer.Option(help="Waarom / Why")],
    aan: Annotated[
        str, typer.Option(help="E-mail of naam; leeg: vrijgeven / E-mail or name; empty: release")
    ] = "",
    als_json: AlsJson = False,
) -> None:
    """Wijs meldingen toe aan een collega, of geef ze vrij / Assign cases, or release them."""
    django_aan()
    from samenhang.kernel.basis import nieuw_id
    from samenhang.schemes.vroegsignalering import actions

    actor, groep = actor_als(als), nieuw_id()
    wie = actor_als(aan).medewerker_id if aan else None
    vorige = actions.wijs_toe(
        actor, [zaak_bij(actor, NAAM, zaak) for zaak in meldingen], wie, reden, groep=groep
    )
    if als_json:
        toon_json({"id": str(groep), "vorige": {str(zaak): _draad(oud) for zaak, oud in vorige.items()}})
        return
    toon(Tekst(f"{len(vorige)} bijgewerkt. Ongedaan: {groep}", f"{len(vorige)} updated. Undo: {groep}"))


def toewijzing_ongedaan(
    groep: Annotated[str, typer.Argument(help="Id van de toewijzing / Id of the assignment")],
    als: Als,
    als_json: AlsJson = False,
) -> None:
    """Maak een eigen toewijzing ongedaan / Undo an assignment of one's own."""
    django_aan()
    from samenhang.schemes.vroegsignalering import actions

    terug, gebleven = actions.maak_toewijzing_ongedaan(actor_als(als), _id(groep))
    if als_json:
        toon_json({"terug": terug, "gebleven": gebleven})
        return
    toon(Tekst(f"{terug} terug, {gebleven} bleven staan.", f"{terug} back, {gebleven} stayed."))


def melding(
    zaak: Annotated[str, typer.Argument(help="Nummer of id / Number or id", metavar="ZAAK")],
    als: Als,
    als_json: AlsJson = False,
) -> None:
    """Toon een melding / Show a case."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    actor = actor_als(als)
    beeld = queries.melding(actor, zaak_bij(actor, NAAM, zaak))
    if als_json:
        toon_json(
            {
                "id": str(beeld.zaak.id),
                "nummer": beeld.zaak.nummer,
                "stap": beeld.zaak.stap,
                "versie": beeld.zaak.versie,
                "personen": [{"naam": p.naam, "adres": p.adres, "brp": p.brp} for p in beeld.personen],
                "contactpogingen": [
                    {"id": str(p.groep), "soort": p.soort, "datum": str(p.datum), "bereikt": p.bereikt, "vervallen": p.vervallen_op is not None}
                    for p in beeld.pogingen
                ],
                "termijnen": [{"regel": t.regel, "einde": str(t.einde), "klaar": _draad(t.klaar)} for t in beeld.termijnen],
                "taken": [{"id": str(t.id), "titel": t.titel_nl, "klaar": t.klaar is not None} for t in beeld.taken],
            }
        )  # fmt: skip
        return
    typer.echo(f"{beeld.zaak.nummer}  {beeld.zaak.stap}  {', '.join(p.naam for p in beeld.personen)}")
    for regel in beeld.tijdlijn:
        typer.echo(f"{regel.moment:%Y-%m-%d}  {Tekst(regel.tekst_nl, regel.tekst_en).in_taal(taal())}")


def inzage(
    zaak: Annotated[str, typer.Argument(help="Nummer of id / Number or id", metavar="ZAAK")],
    als: Als,
    als_json: AlsJson = False,
) -> None:
    """Toon wie een melding inzag / Show who looked at a case."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    actor = actor_als(als)
    blikken = queries.wie_keek(actor, zaak_bij(actor, NAAM, zaak))
    if als_json:
        toon_json({"items": [_rij(blik, "handeling", "functies", "langs") for blik in blikken]})
        return
    for blik in blikken:
        typer.echo(f"{blik.moment:%Y-%m-%d %H:%M}  {blik.wie}  {blik.handeling.in_taal(taal())}")


def verstuurd(
    zaak: Annotated[str, typer.Argument(help="Nummer of id / Number or id", metavar="ZAAK")],
    als: Als,
    als_json: AlsJson = False,
) -> None:
    """Toon wat over een melding is verstuurd / Show what was sent about a case."""
    django_aan()
    from samenhang.schemes.vroegsignalering import queries

    actor = actor_als(als)
    rijen = queries.verstuurd(actor, zaak_bij(actor, NAAM, zaak))
    if als_json:
        toon_json(
            {
                "items": [
                    {
                        "wat": rij.wat.nl,
                        "naar": str(rij.naar if isinstance(rij.naar, str) else rij.naar.nl),
                        "moment": rij.moment.isoformat(),
                        "artikel": rij.wet.artikel,
                        "bevestigd": rij.wet.bevestigd,
                        "gegevens": [deel.nl for deel in rij.gegevens],
                        "geweigerd": rij.geweigerd.nl if rij.geweigerd else "",
                    }
                    for rij in rijen
                ]
            }
        )
        return
    for rij in rijen:
        naar = rij.naar if isinstance(rij.naar, str) else rij.naar.in_taal(taal())
        hoe = rij.geweigerd.in_taal(taal()) if rij.geweigerd else rij.wet.artikel
        typer.echo(f"{rij.moment:%Y-%m-%d %H:%M}  {rij.wat.in_taal(taal())}  {naar}  {hoe}")


def filters(
    als: Als,
    bewaar: Annotated[str, typer.Option(help="Naam van een nieuw filter / Name of a new filter")] = "",
    verwijder: Annotated[str, typer.Option(help="Id", metavar="ID")] = "",
    hernoem: Annotated[str, typer.Option(help="Id; met --naam / Id; with --naam", metavar="ID")] = "",
    standaard: Annotated[str, typer.Option(help="Id", metavar="ID")] = "",
    naam: str = "",
    stap: str = "",
    behandelaar: str = "",
    prioriteit: str = "",
    soort: str = "",
    te_laat: bool = False,
    volgorde: str = "prioriteit",
    als_json: AlsJson = False,
) -> None:
    """Toon, bewaar, hernoem of verwijder eigen filters / Show, save, rename or delete one's own filters."""
    django_aan()
    from samenhang.schemes.vroegsignalering import actions, queries
    from samenhang.schemes.vroegsignalering.domain.werkfilter import filter_uit

    actor = actor_als(als)
    if bewaar:
        vraag = {
            "stap": stap, "behandelaar": behandelaar, "prioriteit": prioriteit, "soort": soort, "te_laat": "ja" if te_laat else "", "volgorde": volgorde
        }  # fmt: skip
        actions.bewaar_filter(actor, bewaar, filter_uit(vraag))
    elif hernoem:
        actions.hernoem_filter(actor, _id(hernoem), naam)
    elif verwijder:
        actions.verwijder_filter(actor, _id(verwijder))
    elif standaard:
        actions.maak_standaard(actor, _id(standaard))
    rijen = [
        {"id": str(rij.id), "naam": rij.naam, "standaard": rij.standaard, "waarden": rij.waarden}
        for rij in queries.mijn_filters(actor)
    ]
    if als_json:
        toon_json({"items": rijen})
        return
    for rij in rijen:
        typer.echo(f"{rij['id']}  {'*' if rij['standaard'] else ' '} {rij['naam']}")
