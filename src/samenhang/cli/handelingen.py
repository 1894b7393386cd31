"""Declared verbs as commands: `samenhang SCHEME VERB ZAAK --field …`, made from the input dataclass."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer
from typer import _click as click  # typer carries its own click
from typer.core import TyperGroup

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import schrijf_uit, toon, toon_json
from samenhang.cli.wie import binnen_de_grens
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.scheme import Handeling, Invoerveld

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.actor import Actor
    from samenhang.kernel.zaken.models import Zaak

ALS = typer.Option(help="Namens wie: e-mailadres of naam / On whose behalf", metavar="MEDEWERKER")
ALS_JSON = typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")


VOORAF = typer.Option(
    help="Schrijf alleen de brief, naar dit bestand (PDF); leg niets vast / Only write the letter, to this file"
)


def actor_als(wie: str) -> Actor:
    """The worker with that e-mail address, or that name when only one has it; raises `Geweigerd`.

    Who was stopped is stopped at the terminal too.
    """
    from django.db.models import Q
    from django.utils import timezone

    from samenhang.kernel.organisaties.models import Gebruiker
    from samenhang.kernel.organisaties.queries import actor_van, weiger_wie_gestopt_is

    gevonden = list(Gebruiker.objects.filter(Q(email__iexact=wie) | Q(naam__iexact=wie), is_active=True)[:2])
    if len(gevonden) != 1:
        tekst = Tekst(
            f'--als: "{wie}" is niet precies één account. Geef het e-mailadres.',
            f'--als: "{wie}" is not exactly one account. Give the e-mail address.',
        )
        raise Geweigerd.bij("als", "medewerker_onbekend", tekst)
    actor = actor_van(gevonden[0], timezone.localdate(), kanaal="cli")
    return binnen_de_grens(weiger_wie_gestopt_is(actor))


def zaak_bij(actor: Actor, scheme: str, zaak: str) -> UUID:
    """The id of a case by its number or its id; an unknown one is refused by the action itself."""
    from samenhang.kernel.zaken.models import Zaak
    from samenhang.kernel.zaken.queries import zaak_onbekend

    try:
        return UUID(zaak)
    except ValueError:
        rij = Zaak.objects.filter(
            nummer=zaak.strip().upper(), scheme=scheme, organisatie_id=actor.organisatie
        ).first()
    if rij is None:
        raise zaak_onbekend()
    return rij.id


def groep(scheme: str, handelingen: Callable[[], Iterable[Handeling]]) -> type[TyperGroup]:
    """A group of commands that adds one per verb, loaded when it is asked for.

    The commands that need no database stay as fast as they were: `handelingen` runs only for a verb or for help.
    """

    @cache
    def verben() -> dict[str, click.Command]:
        django_aan()
        app = typer.Typer()
        for handeling in handelingen():
            uitleg = f"{handeling.titel.nl} / {handeling.titel.en}"
            app.command(handeling.naam, help=uitleg)(_opdracht(scheme, handeling))
        app.callback()(lambda: None)  # so that also a single verb makes a group
        gebouwd = typer.main.get_command(app)
        assert isinstance(gebouwd, TyperGroup)
        return dict(gebouwd.commands)

    class Groep(TyperGroup):
        """The scheme's own commands, then its verbs."""

        def list_commands(self, ctx: click.Context) -> list[str]:
            """All of them, for help."""
            return [*super().list_commands(ctx), *verben()]

        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
            """An own command without loading the verbs; else the verb."""
            return super().get_command(ctx, cmd_name) or verben().get(cmd_name)

    return Groep


def _opdracht(scheme: str, handeling: Handeling) -> Callable[..., None]:
    velden = list(handeling.velden())

    def opdracht(**opties: Any) -> None:
        django_aan()
        from samenhang.kernel.zaken.uitvoeren import lees_vooraf, voer_uit

        invoer = handeling.invoer(**{deel.naam: _lees(deel, opties[deel.naam]) for deel in velden})
        actor = actor_als(opties["als"])
        try:
            zaak_id = zaak_bij(actor, scheme, opties["zaak"])
            if bestand := opties.get("vooraf"):
                schrijf_uit(bestand, lees_vooraf(actor, handeling, zaak_id, invoer))
                toon(
                    Tekst(
                        f"Gemaakt: {bestand}. Er is niets vastgelegd.",
                        f"Made: {bestand}. Nothing was recorded.",
                    )
                )
                return
            zaak = voer_uit(actor, handeling, zaak_id, invoer, opties["versie"])
        except Geweigerd as fout:
            fout.fouten = fout.fouten or (
                Fout(fout.code, fout.tekst, Plaats(kolom="zaak", plek=opties["zaak"])),
            )
            raise
        _toon(zaak, handeling, opties["als_json"])

    parameters = [
        _parameter("zaak", str, typer.Argument(help="Nummer of id / Number or id", metavar="ZAAK")),
        *(_optie(deel) for deel in velden),
        _parameter("als", str, ALS),
        _parameter("versie", int | None, typer.Option(help="Versie die u zag / Version you saw"), None),
        _parameter("als_json", bool, ALS_JSON, False),
        *([_parameter("vooraf", Path | None, VOORAF, None)] if handeling.vooraf else []),
    ]
    opdracht.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # the options come from the data
        sorted(parameters, key=lambda p: p.default is not inspect.Parameter.empty)
    )
    opdracht.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    opdracht.__doc__ = f"{handeling.titel.nl} / {handeling.titel.en}"
    return opdracht


def _parameter(
    naam: str, soort: Any, hoe: Any, standaard: Any = inspect.Parameter.empty
) -> inspect.Parameter:
    return inspect.Parameter(
        naam, inspect.Parameter.KEYWORD_ONLY, default=standaard, annotation=Annotated[soort, hoe]
    )


def _optie(deel: Invoerveld) -> inspect.Parameter:
    uitleg = f"{deel.veld.titel.nl} / {deel.veld.titel.en}"
    vlag = f"--{deel.naam.replace('_', '-')}"
    if deel.soort is bool:
        uitleg += " (ja/nee)"
    if deel.veld.keuzes:
        uitleg += ": " + ", ".join(naam for naam, _ in deel.veld.keuzes)
    verplicht = deel.verplicht and not deel.veld.vandaag
    return _parameter(
        deel.naam,
        str if verplicht else str | None,
        typer.Option(vlag, help=uitleg),
        inspect.Parameter.empty if verplicht else None,
    )


def _lees(deel: Invoerveld, tekst: str | None) -> Any:
    """The value of an option; raises `Geweigerd` naming it when it is no such value."""
    if tekst is None or tekst == "":
        if deel.veld.vandaag:
            from django.utils import timezone

            return timezone.localdate()
        if not deel.verplicht:
            return deel.standaard
        if deel.soort is str and not deel.veld.keuzes:
            return ""
    try:
        if not tekst:
            raise ValueError(tekst)
        if deel.soort is bool:
            return {"ja": True, "nee": False, "yes": True, "no": False}[tekst.lower()]
        if deel.soort is date:
            return date.fromisoformat(tekst)
        if deel.soort is UUID:
            return UUID(tekst)
        if deel.veld.keuzes and tekst not in dict(deel.veld.keuzes):
            raise ValueError(tekst)
    except (KeyError, ValueError) as fout:
        hoe = "ja/nee" if deel.soort is bool else "JJJJ-MM-DD" if deel.soort is date else "--help"
        weigering = Tekst(
            f'--{deel.naam.replace("_", "-")}: "{tekst}" kan niet. Zie {hoe}.',
            f'--{deel.naam.replace("_", "-")}: "{tekst}" is not possible. See {hoe}.',
        )
        raise Geweigerd(
            "veld_onjuist", weigering, fouten=(Fout("veld_onjuist", weigering, Plaats(kolom=deel.naam)),)
        ) from fout
    return tekst


def _toon(zaak: Zaak, handeling: Handeling, als_json: bool) -> None:
    if als_json:
        toon_json(
            {
                "id": str(zaak.id),
                "nummer": zaak.nummer,
                "stap": zaak.stap,
                "versie": zaak.versie,
                "volgendeTermijn": zaak.volgende_termijn.isoformat() if zaak.volgende_termijn else None,
            }
        )
        return
    toon(
        Tekst(
            f"{zaak.nummer}: {handeling.titel.nl.lower()}. Stap: {zaak.stap}.",
            f"{zaak.nummer}: {handeling.titel.en.lower()}. Step: {zaak.stap}.",
        )
    )
