"""Organisations from the terminal: as who runs the installation, for one organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from samenhang.cli.beheer.installatie import Reden, als_installatie
from samenhang.cli.uitvoer import toon_json

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.models import Organisatie


organisatie = typer.Typer(help="Organisaties / Organisations", no_args_is_help=True)

Nummer = Annotated[str, typer.Option()]


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
