"""Agreements with partners on the command line: what pages and API do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.schemes.vroegsignalering.commands.gedeeld import (
    GEMEENTE,
    JSON,
    PROEF,
    als_dag,
    gemeente_en_partner,
    kies_gemeente,
    lees_document,
    toon_verschillen,
)

if TYPE_CHECKING:
    from samenhang.schemes.vroegsignalering.models import Partnerafspraak


DOCUMENT = typer.Argument(help="JSON, zoals de API het aanneemt / JSON as the API takes it", metavar="JSON")


def _plat(rij: Partnerafspraak) -> dict[str, Any]:
    return {
        "afspraak": str(rij.id),
        "partner": rij.partner.naam,
        "soort": rij.soort,
        "versie": rij.versie,
        "van": rij.van.isoformat(),
        "tot": rij.tot.isoformat() if rij.tot else None,
        "kolommen": rij.kolommen,
        "terugkoppeling": rij.terugkoppeling,
        "drempel": None if rij.drempel_centen is None else Bedrag(rij.drempel_centen).draad(),
        "minimumDagen": rij.minimum_dagen,
        "maximumDagen": rij.maximum_dagen,
        "minimumMaanden": rij.minimum_maanden,
        "bewaarDagen": rij.bewaar_dagen,
        "reden": rij.reden,
    }


def afspraken(
    gemeente: Annotated[str, GEMEENTE] = "",
    partner: Annotated[
        str, typer.Option(help="Alle versies van deze partner / All versions of this partner")
    ] = "",
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Toon de afspraken met partners / List the agreements with partners."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import queries

    if partner:
        ontvanger, afzender = gemeente_en_partner(gemeente, partner)
        rijen = queries.afspraken_met(systeem(ontvanger), afzender.id)
    else:
        rijen = queries.laatste_afspraken(systeem(kies_gemeente(gemeente)))
    if als_json:
        toon_json({"afspraken": [_plat(rij) for rij in rijen]})
        return
    for rij in rijen:
        tot = f" – {rij.tot}" if rij.tot else ""
        toon(Tekst(f"{rij.partner} ({rij.soort}) v{rij.versie}: {rij.van}{tot}", f"{rij.partner} ({rij.soort}) v{rij.versie}: {rij.van}{tot}"))  # fmt: skip


def afspraak(
    document: Annotated[Path, DOCUMENT],
    partner: Annotated[str, typer.Option(help="Naam of KvK-nummer / Name or trade register number")],
    gemeente: Annotated[str, GEMEENTE] = "",
    bekijk: Annotated[bool, PROEF] = False,
    als_json: Annotated[bool, JSON] = False,
) -> None:
    """Leg een nieuwe versie van een afspraak vast / Record the next version of an agreement."""
    django_aan()
    from django.utils import timezone

    from samenhang.kernel.organisaties.models import Organisatie
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    d = lees_document(document)
    ontvanger = kies_gemeente(gemeente)
    afzender = Organisatie.objects.filter(kvk=partner).first() or gemeente_en_partner(gemeente, partner)[1]
    drempel = d.get("drempel")
    try:
        voorstel = actions.Afspraak(
            partner_id=afzender.id,
            soort=str(d.get("soort", "")),
            van=als_dag(d.get("van")) or timezone.localdate(),
            tot=als_dag(d.get("tot")),
            kolommen=tuple(d.get("kolommen", ())),
            klantnummer_toegestaan=bool(d.get("klantnummerToegestaan", True)),
            terugkoppeling=tuple(d.get("terugkoppeling", ())),
            maildomein=str(d.get("maildomein", "")),
            drempel=Bedrag.lees(str(drempel)) if drempel else None,
            minimum_dagen=d.get("minimumDagen"),
            maximum_dagen=d.get("maximumDagen"),
            minimum_maanden=d.get("minimumMaanden"),
            bewaar_dagen=int(d.get("bewaarDagen", 30)),
            reden=str(d.get("reden", "")),
            terugwerkend=bool(d.get("terugwerkend", False)),
        )
    except (ValueError, TypeError) as fout:
        raise Geweigerd(
            "afspraak_onjuist",
            Tekst(f"Een waarde klopt niet: {fout}.", f"A value is wrong: {fout}."),
        ) from fout
    if bekijk:
        toon_verschillen(actions.vergelijk_afspraak(systeem(ontvanger), voorstel), als_json)
        return
    rij = actions.leg_afspraak_vast(systeem(ontvanger), voorstel)
    if als_json:
        toon_json(_plat(rij))
        return
    toon(Tekst(f"Afspraak versie {rij.versie} vastgelegd.", f"Agreement version {rij.versie} recorded."))


def afspraak_beeindigen(
    partner: Annotated[str, typer.Option(help="Naam of KvK-nummer / Name or trade register number")],
    tot: Annotated[str, typer.Option(help="Laatste dag / Last day", metavar="JJJJ-MM-DD")],
    reden: Annotated[str, typer.Option(help="Waarom / Why")],
    gemeente: Annotated[str, GEMEENTE] = "",
) -> None:
    """Beëindig een afspraak / End an agreement."""
    django_aan()
    from samenhang.kernel.organisaties.queries import systeem
    from samenhang.schemes.vroegsignalering import actions

    ontvanger, afzender = gemeente_en_partner(gemeente, partner)
    dag = als_dag(tot)
    assert dag is not None  # the option is required
    rij = actions.beeindig_afspraak(systeem(ontvanger), afzender.id, dag, reden)
    toon(Tekst(f"De afspraak eindigt op {rij.tot}.", f"The agreement ends on {rij.tot}."))
