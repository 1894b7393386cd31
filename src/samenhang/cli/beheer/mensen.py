"""Organisations, workers, roles and keys from the terminal: as who runs the installation, for one organisation."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.beheer.installatie import Reden, als_installatie, voor_medewerker
from samenhang.cli.beheer.sleutels import sleutel_json
from samenhang.cli.uitvoer import toon_json
from samenhang.kernel.basis import Geweigerd, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.actor import Actor
    from samenhang.kernel.organisaties.models import Organisatie, Rolvervulling

organisatie = typer.Typer(help="Organisaties / Organisations", no_args_is_help=True)
medewerker = typer.Typer(help="Medewerkers / Workers", no_args_is_help=True)
rol = typer.Typer(help="Rollen met hun mandaat / Roles with their mandate", no_args_is_help=True)

Van = Annotated[str, typer.Option(help="Eerste dag JJJJ-MM-DD; leeg: vandaag / First day; empty: today")]
LaatsteDag = Annotated[
    str, typer.Option("--laatste-dag", help="JJJJ-MM-DD; leeg: nu meteen / empty: at once")
]
Nummer = Annotated[str, typer.Option()]


def _dag(veld: str, tekst: str) -> date | None:
    if not tekst:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise Geweigerd(
            "datum_onjuist",
            Tekst(
                f"{veld}: {tekst} is geen datum. Schrijf JJJJ-MM-DD.",
                f"{veld}: {tekst} is no date. Write YYYY-MM-DD.",
            ),
        ) from fout


def _voor_rol(rol_id: UUID) -> Actor:
    django_aan()
    from samenhang.kernel.organisaties.models import Rolvervulling

    rij = Rolvervulling.objects.select_related("medewerker").filter(id=rol_id).first()
    return als_installatie(rij.medewerker.organisatie_id if rij else None)


def _organisatie(rij: Organisatie) -> dict[str, Any]:
    return {
        "id": str(rij.id),
        "soort": rij.soort,
        "naam": rij.onderscheidend,
        "kvk": rij.kvk,
        "oin": rij.oin,
        "rsin": rij.rsin,
        "tooi": rij.tooi,
        "gemeentecode": rij.gemeentecode,
        "actief": rij.actief,
    }


def _rol(rij: Rolvervulling) -> dict[str, Any]:
    return {
        "id": str(rij.id),
        "rol": f"{rij.scheme}:{rij.rol}",
        "van": str(rij.van),
        "tot": str(rij.tot) if rij.tot else None,
        "mandaat": rij.mandaat,
    }


@organisatie.command("lijst")
def organisaties(zoek: str = "") -> None:
    """Toon organisaties / List organisations."""
    actor = als_installatie()
    from samenhang.kernel.beheer import queries

    toon_json([_organisatie(rij) for rij in queries.organisaties(actor, zoek=zoek)])


@organisatie.command("toon")
def een_organisatie(organisatie: UUID) -> None:
    """Toon één organisatie / Show one organisation."""
    actor = als_installatie(organisatie)
    from samenhang.kernel.beheer import queries

    toon_json(_organisatie(queries.organisatie(actor, organisatie)))


@organisatie.command("registreer")
def registreer(
    soort: str,
    naam: str,
    gemeentecode: Nummer = "",
    kvk: Nummer = "",
    oin: Nummer = "",
    rsin: Nummer = "",
    tooi: Nummer = "",
) -> None:
    """Registreer een organisatie, ook een gemeente / Register an organisation, a municipality too."""
    actor = als_installatie()
    from samenhang.kernel.beheer.actions.organisaties import registreer_organisatie
    from samenhang.kernel.beheer.gegevens import OrganisatieGegevens

    gegevens = OrganisatieGegevens(soort, naam, kvk, oin, rsin, tooi, gemeentecode)
    toon_json(_organisatie(registreer_organisatie(actor, gegevens)))


@organisatie.command("wijzig")
def wijzig_organisatie(
    organisatie: UUID,
    reden: Reden,
    naam: Annotated[str | None, typer.Option()] = None,
    gemeentecode: Annotated[str | None, typer.Option()] = None,
    kvk: Annotated[str | None, typer.Option()] = None,
    oin: Annotated[str | None, typer.Option()] = None,
    rsin: Annotated[str | None, typer.Option()] = None,
    tooi: Annotated[str | None, typer.Option()] = None,
) -> None:
    """Wijzig wat u noemt; de rest blijft / Change what you name; the rest stays."""
    actor = als_installatie(organisatie)
    from samenhang.kernel.beheer import queries
    from samenhang.kernel.beheer.actions import organisaties as acties
    from samenhang.kernel.beheer.gegevens import OrganisatieGegevens

    nu = queries.organisatie(actor, organisatie)

    def keuze(nieuw: str | None, oud: str | None) -> str:
        return (oud or "") if nieuw is None else nieuw

    gegevens = OrganisatieGegevens(
        nu.soort,
        keuze(naam, nu.naam),
        keuze(kvk, nu.kvk),
        keuze(oin, nu.oin),
        keuze(rsin, nu.rsin),
        keuze(tooi, nu.tooi),
        keuze(gemeentecode, nu.gemeentecode),
    )
    toon_json(_organisatie(acties.wijzig_organisatie(actor, organisatie, gegevens, reden)))


@organisatie.command("beeindig")
def beeindig_organisatie(organisatie: UUID, reden: Reden) -> None:
    """Beëindig een organisatie / End an organisation."""
    actor = als_installatie()
    from samenhang.kernel.beheer.actions import organisaties as acties

    toon_json(_organisatie(acties.beeindig_organisatie(actor, organisatie, reden)))


@medewerker.command("lijst")
def medewerkers(
    organisatie: Annotated[UUID | None, typer.Option()] = None,
    rol: Annotated[str, typer.Option(help="scheme:rol")] = "",
    zoek: str = "",
    stand: Annotated[str, typer.Option(help="werkt | komt | weg | iedereen")] = "werkt",
) -> None:
    """Toon medewerkers met hun rollen van vandaag / List workers with their roles of today."""
    actor = als_installatie()
    from samenhang.kernel.beheer import queries

    filter_ = queries.MedewerkerFilter(organisatie, rol, zoek, "" if stand == "iedereen" else stand)
    toon_json(
        [
            {
                "id": str(rij.id),
                "naam": rij.naam,
                "email": rij.email,
                "organisatie": rij.organisatie,
                "stand": rij.stand,
                "rollen": [naam for naam, _ in rij.rollen],
            }
            for rij in queries.medewerkers(actor, filter_, alles=True).rijen
        ]
    )


@medewerker.command("toon")
def een_medewerker(medewerker: UUID) -> None:
    """Toon één medewerker met elke rol / Show one worker with every role."""
    actor = voor_medewerker(medewerker)
    from samenhang.kernel.beheer import queries

    beeld = queries.medewerker(actor, medewerker)
    toon_json(
        {
            "id": str(beeld.rij.id),
            "naam": beeld.rij.naam,
            "functie": beeld.rij.functie,
            "email": beeld.rij.email,
            "organisatie": beeld.rij.organisatie,
            "van": str(beeld.rij.van),
            "tot": str(beeld.rij.tot) if beeld.rij.tot else None,
            "stand": beeld.rij.stand,
            "tweede_factor": beeld.tweede_factor,
            "rollen": [
                {
                    "id": str(r.id),
                    "rol": f"{r.scheme}:{r.rol}",
                    "van": str(r.van),
                    "tot": str(r.tot) if r.tot else None,
                    "stand": r.stand,
                    "mandaat": r.mandaat,
                    "verleend_door": r.verleend_door,
                    "bron": r.bron,
                }
                for r in beeld.rollen
            ],
            "sleutels": [sleutel_json(regel) for regel in beeld.sleutels if not regel.ingetrokken],
        }
    )


@medewerker.command("voeg-toe")
def voeg_toe(organisatie: UUID, naam: str, email: str, functie: str = "", van: Van = "") -> None:
    """Voeg een medewerker toe, nog zonder rol / Add a worker, without a role yet."""
    actor = als_installatie(organisatie)
    from samenhang.kernel.beheer.actions.medewerkers import voeg_medewerker_toe
    from samenhang.kernel.beheer.gegevens import MedewerkerGegevens

    gegevens = MedewerkerGegevens(naam, email, functie, _dag("van", van))
    rij = voeg_medewerker_toe(actor, organisatie, gegevens)
    toon_json({"id": str(rij.id), "naam": rij.naam, "van": str(rij.van)})


@medewerker.command("wijzig")
def wijzig(medewerker: UUID, naam: str, reden: Reden, functie: str = "") -> None:
    """Wijzig naam en functie / Change name and job title."""
    actor = voor_medewerker(medewerker)
    from samenhang.kernel.beheer.actions.medewerkers import wijzig_medewerker

    rij = wijzig_medewerker(actor, medewerker, naam, functie, reden)
    toon_json({"id": str(rij.id), "naam": rij.naam, "functie": rij.functie})


@medewerker.command("beeindig")
def beeindig(medewerker: UUID, reden: Reden, laatste_dag: LaatsteDag = "") -> None:
    """Beëindig een medewerker met alle rollen / End a worker with all roles."""
    actor = voor_medewerker(medewerker)
    from samenhang.kernel.beheer.actions.medewerkers import beeindig_medewerker

    rij = beeindig_medewerker(actor, medewerker, reden, _dag("laatste-dag", laatste_dag))
    toon_json({"id": str(rij.id), "tot": str(rij.tot)})


@medewerker.command("nodig-uit")
def nodig_uit(medewerker: UUID) -> None:
    """Mail een link om een wachtwoord te kiezen / Mail a link to choose a password."""
    actor = voor_medewerker(medewerker)
    from samenhang.kernel.beheer.actions import uitnodigen

    toon_json({"email": uitnodigen.nodig_uit(actor, medewerker)})


@medewerker.command("link")
def link(medewerker: UUID) -> None:
    """Toon zo'n link: wie hem heeft, kan binnen / Show such a link: who holds it, can come in."""
    actor = voor_medewerker(medewerker)
    from samenhang.kernel.beheer.actions import uitnodigen

    toon_json({"link": uitnodigen.maak_link(actor, medewerker)})


@medewerker.command("wis-factor")
def wis_factor(medewerker: UUID, reden: Reden) -> None:
    """Wis een verloren tweede factor / Clear a lost second factor."""
    actor = voor_medewerker(medewerker)
    from samenhang.kernel.beheer.actions.medewerkers import zet_tweede_factor_terug

    toon_json({"gewist": zet_tweede_factor_terug(actor, medewerker, reden)})


@rol.command("verleen")
def verleen(
    medewerker: UUID,
    rol: Annotated[str, typer.Argument(help="scheme:rol")],
    mandaat: Annotated[str, typer.Option(help="Op grond waarvan / On which basis")],
    van: Van = "",
    tot: Annotated[str, typer.Option(help="Laatste dag JJJJ-MM-DD / Last day")] = "",
) -> None:
    """Verleen een rol / Give a role."""
    actor = voor_medewerker(medewerker)
    from samenhang.kernel.beheer.actions.rollen import verleen_rol
    from samenhang.kernel.beheer.gegevens import RolGegevens

    scheme, _, naam = rol.partition(":")
    gegevens = RolGegevens(scheme, naam, mandaat, _dag("van", van), _dag("tot", tot))
    toon_json(_rol(verleen_rol(actor, medewerker, gegevens)))


@rol.command("beeindig")
def beeindig_rol(rol: UUID, reden: Reden, laatste_dag: LaatsteDag = "") -> None:
    """Beëindig een rol / End a role."""
    actor = _voor_rol(rol)
    from samenhang.kernel.beheer.actions import rollen

    toon_json(_rol(rollen.beeindig_rol(actor, rol, reden, _dag("laatste-dag", laatste_dag))))


@rol.command("mandaat")
def mandaat(rol: UUID, mandaat: str, reden: Reden) -> None:
    """Verbeter het mandaat van een rol / Correct the mandate of a role."""
    actor = _voor_rol(rol)
    from samenhang.kernel.beheer.actions import rollen

    toon_json(_rol(rollen.wijzig_mandaat(actor, rol, mandaat, reden)))
