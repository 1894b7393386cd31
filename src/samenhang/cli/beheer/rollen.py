"""Roles with their mandate from the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.cli.beheer.installatie import LaatsteDag, Reden, Van, als_installatie, dag, voor_medewerker
from samenhang.cli.uitvoer import toon_json

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.actor import Actor
    from samenhang.kernel.organisaties.models import Rolvervulling


rol = typer.Typer(help="Rollen met hun mandaat / Roles with their mandate", no_args_is_help=True)


def _voor_rol(rol_id: UUID) -> Actor:
    django_aan()
    from samenhang.kernel.organisaties.models import Rolvervulling

    rij = Rolvervulling.objects.select_related("medewerker").filter(id=rol_id).first()
    return als_installatie(rij.medewerker.organisatie_id if rij else None)


def _rol(rij: Rolvervulling) -> dict[str, Any]:
    return {
        "id": str(rij.id),
        "rol": f"{rij.scheme}:{rij.rol}",
        "van": str(rij.van),
        "tot": str(rij.tot) if rij.tot else None,
        "mandaat": rij.mandaat,
    }


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
    gegevens = RolGegevens(scheme, naam, mandaat, dag("van", van), dag("tot", tot))
    toon_json(_rol(verleen_rol(actor, medewerker, gegevens)))


@rol.command("beeindig")
def beeindig_rol(rol: UUID, reden: Reden, laatste_dag: LaatsteDag = "") -> None:
    """Beëindig een rol / End a role."""
    actor = _voor_rol(rol)
    from samenhang.kernel.beheer.actions import rollen

    toon_json(_rol(rollen.beeindig_rol(actor, rol, reden, dag("laatste-dag", laatste_dag))))


@rol.command("mandaat")
def mandaat(rol: UUID, mandaat: str, reden: Reden) -> None:
    """Verbeter het mandaat van een rol / Correct the mandate of a role."""
    actor = _voor_rol(rol)
    from samenhang.kernel.beheer.actions import rollen

    toon_json(_rol(rollen.wijzig_mandaat(actor, rol, mandaat, reden)))
