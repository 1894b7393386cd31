"""Partners with which messages are exchanged, their keys, and our own."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import typer

from samenhang.cli.beheer.installatie import Reden, als_installatie
from samenhang.cli.uitvoer import taal, toon, toon_json
from samenhang.kernel.basis import Tekst

Json = Annotated[bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")]  # fmt: skip
SleutelRegel = Annotated[str, typer.Argument(metavar="SLEUTEL", help="naam+nummer+sleutel, van de partner / of the partner")]  # fmt: skip


def uitwisseling(als_json: Json = False) -> None:
    """Toon onze sleutel voor berichten en de partners / Show our key for messages and the partners."""
    actor = als_installatie()
    from samenhang.kernel.uitwisseling import partners

    beeld = partners.uitwisselpartners(actor)
    if als_json:
        toon_json(
            {
                "sleutel": beeld.sleutel,
                "partners": [
                    {
                        "id": str(rij.id),
                        "organisatie": rij.organisatie,
                        "ander": rij.ander,
                        "oin": rij.oin,
                        "adres": rij.adres,
                        "sleutels": [
                            {"id": str(deel.id), "nummer": deel.nummer, "ingetrokken": deel.ingetrokken.isoformat() if deel.ingetrokken else None}
                            for deel in rij.sleutels
                        ],
                        "wacht": rij.wacht,
                        "fout": rij.fout.nl if rij.fout else "",
                        "error": rij.fout.en if rij.fout else "",
                    }
                    for rij in beeld.partners
                ],
            }
        )  # fmt: skip
        return
    toon(Tekst(f"Onze sleutel: {beeld.sleutel}", f"Our key: {beeld.sleutel}"))
    for rij in beeld.partners:
        typer.echo(f"{rij.id}  {rij.organisatie} – {rij.ander}  {rij.adres}")
        for deel in rij.sleutels:
            typer.echo(f"    {deel.id}  {deel.nummer}{'  ingetrokken' if deel.ingetrokken else ''}")
        if rij.fout:
            typer.echo(f"    {rij.fout.in_taal(taal())}")


def partner(
    organisatie: Annotated[UUID, typer.Argument(help="Onze organisatie / Our organisation")],
    oin: Annotated[str, typer.Argument(help="OIN van de partner / OIN of the partner", metavar="OIN")],
    adres: Annotated[str, typer.Argument(help="https://…", metavar="ADRES")],
    sleutel: SleutelRegel,
) -> None:
    """Voeg een uitwisselpartner toe / Add a partner to exchange with."""
    actor = als_installatie()
    from samenhang.kernel.uitwisseling import partners

    toon_json({"id": str(partners.voeg_partner_toe(actor, organisatie, oin, adres, sleutel))})


def partnersleutel(partner: UUID, sleutel: SleutelRegel) -> None:
    """Voeg een sleutel van een partner toe; de oude geldt tot u hem intrekt / Add a key of a partner."""
    actor = als_installatie()
    from samenhang.kernel.uitwisseling import partners

    toon_json({"id": str(partners.voeg_sleutel_toe(actor, partner, sleutel))})


def partnersleutel_intrekken(sleutel: UUID, reden: Reden) -> None:
    """Trek een sleutel van een partner in / Withdraw a key of a partner."""
    actor = als_installatie()
    from samenhang.kernel.uitwisseling import partners

    partners.trek_sleutel_in(actor, sleutel, reden)
    toon(Tekst("De sleutel is ingetrokken.", "The key was withdrawn."))


def partner_beeindigen(partner: UUID, reden: Reden) -> None:
    """Beëindig de uitwisseling met een partner / End the exchange with a partner."""
    actor = als_installatie()
    from samenhang.kernel.uitwisseling import partners

    partners.beeindig_partner(actor, partner, reden)
    toon(Tekst("De uitwisseling is beëindigd.", "The exchange was ended."))


def berichtensleutel(
    vernieuw: Annotated[bool, typer.Option("--vernieuw", help="Maak een nieuwe; de oude ondertekent niet meer / Make a new one")] = False,
    verloren: Annotated[bool, typer.Option("--verloren", help="De oude is weg / The old one is gone")] = False,
) -> None:  # fmt: skip
    """Toon onze sleutel voor berichten, of vernieuw hem / Show our key for messages, or renew it."""
    actor = als_installatie()
    from samenhang.kernel.zegel import sleutels
    from samenhang.kernel.zegel.actions import vernieuw_sleutel
    from samenhang.kernel.zegel.domain.nota import BERICHT

    if vernieuw or verloren:
        vernieuw_sleutel(actor, BERICHT, verloren=verloren)
    typer.echo(str(sleutels.in_gebruik(BERICHT)[0]))
