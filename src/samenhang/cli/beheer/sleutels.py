"""Keys of machine clients."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from samenhang.cli.beheer.installatie import Reden, als_installatie, voor_medewerker
from samenhang.cli.uitvoer import toon_json

if TYPE_CHECKING:
    from samenhang.kernel.beheer.sleutelbeeld import SleutelRegel


def sleutel(
    medewerker: UUID,
    naam: str,
    alleen_lezen: Annotated[
        bool, typer.Option("--alleen-lezen", help="Bewijzen alleen om te lezen / Read only")
    ] = False,
) -> None:
    """Maak een sleutel voor een machine; het geheim wordt één keer getoond / Make a machine key."""
    actor = voor_medewerker(medewerker)
    from samenhang.kernel.beheer.actions import sleutels
    from samenhang.kernel.organisaties.models import SCOPES

    gemaakt, geheim = sleutels.geef_sleutel(actor, medewerker, naam, ("lezen",) if alleen_lezen else SCOPES)
    toon_json({"client_id": str(gemaakt.id), "client_secret": geheim})


def sleutel_json(regel: SleutelRegel) -> dict[str, Any]:
    """A key as JSON, without its secret."""
    return {
        "id": str(regel.id),
        "naam": regel.naam,
        "scopes": list(regel.scopes),
        "gemaakt": regel.gemaakt.isoformat(),
        "ingetrokken": regel.ingetrokken.isoformat() if regel.ingetrokken else None,
        "bewijzen": regel.bewijzen,
        "bewijs_tot": regel.bewijs_tot.isoformat() if regel.bewijs_tot else None,
        "openbaar": [
            {"kid": deel.kid, "alg": deel.alg, "toegevoegd": deel.toegevoegd.isoformat()}
            for deel in regel.openbaar
        ],
    }


def openbaar(
    sleutel: UUID,
    jwk: Annotated[
        Path,
        typer.Argument(
            help="Bestand met de openbare sleutel als JWK / File with the public key as JWK",
            exists=True,
            dir_okay=False,
        ),
    ],
) -> None:
    """Voeg een openbare sleutel toe; het geheim geldt dan niet meer / Add a public key; the secret works no more."""
    actor = als_installatie()
    from samenhang.kernel.beheer.actions import sleutels

    tekst = jwk.read_text("utf-8", errors="replace")
    toon_json(sleutel_json(sleutels.voeg_openbare_sleutel_toe(actor, sleutel, tekst)))


def openbaar_intrekken(sleutel: UUID, kid: str, reden: Reden) -> None:
    """Trek een openbare sleutel in; bewijzen stoppen meteen / Withdraw a public key; tokens end at once."""
    actor = als_installatie()
    from samenhang.kernel.beheer.actions import sleutels

    toon_json(sleutel_json(sleutels.trek_openbare_sleutel_in(actor, sleutel, kid, reden)))


def beeindig_bewijzen(sleutel: UUID, reden: Reden) -> None:
    """Beëindig alle bewijzen van een sleutel; zij kan nieuwe vragen / End every token of a key; it can ask for new ones."""
    actor = als_installatie()
    from samenhang.kernel.beheer.actions import sleutels

    toon_json(sleutel_json(sleutels.beeindig_bewijzen(actor, sleutel, reden)))


def trek_in(sleutel: UUID, reden: Reden) -> None:
    """Trek een sleutel in; haar bewijzen stoppen meteen / Withdraw a key; its tokens end at once."""
    actor = als_installatie()
    from samenhang.kernel.beheer.actions import sleutels

    toon_json(sleutel_json(sleutels.trek_in(actor, sleutel, reden)))
