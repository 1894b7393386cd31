"""Workers from the terminal: added, invited, changed, ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from samenhang.cli.beheer.installatie import LaatsteDag, Reden, Van, als_installatie, dag, voor_medewerker
from samenhang.cli.beheer.sleutels import sleutel_json
from samenhang.cli.uitvoer import toon_json

if TYPE_CHECKING:
    pass


medewerker = typer.Typer(help="Medewerkers / Workers", no_args_is_help=True)


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

    gegevens = MedewerkerGegevens(naam, email, functie, dag("van", van))
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

    rij = beeindig_medewerker(actor, medewerker, reden, dag("laatste-dag", laatste_dag))
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


@medewerker.command("heropen")
def heropen(medewerker: UUID, reden: Reden) -> None:
    """Open een gestopte toegang weer / Reopen an access that was stopped."""
    actor = voor_medewerker(medewerker)
    from samenhang.kernel.beheer.actions.medewerkers import heropen_toegang

    rij = heropen_toegang(actor, medewerker, reden)
    toon_json({"id": str(rij.id), "gestopt": None})


@medewerker.command("wis-factor")
def wis_factor(medewerker: UUID, reden: Reden) -> None:
    """Wis een verloren tweede factor / Clear a lost second factor."""
    actor = voor_medewerker(medewerker)
    from samenhang.kernel.beheer.actions.medewerkers import zet_tweede_factor_terug

    toon_json({"gewist": zet_tweede_factor_terug(actor, medewerker, reden)})
