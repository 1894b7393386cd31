"""Contacts on the command line."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer

from samenhang.cli import django_aan
from samenhang.cli.handelingen import ALS, ALS_JSON, actor_als
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst


def contact(
    uitgang: Annotated[str, typer.Option(help="zelf, digitaal, lokaal, schuldhulp, geen")],
    reden: Annotated[list[str], typer.Option(help="Mag vaker / May be repeated")],
    als: Annotated[str, ALS],
    kanaal: Annotated[str, typer.Option(help="telefoon, chat, whatsapp, mail")] = "telefoon",
    postcode: Annotated[str, typer.Option(help="Vier cijfers; wordt niet bewaard / Four digits; not kept")] = "",
    gemeente: Annotated[str, typer.Option(help="Gemeentecode / Code of the municipality")] = "",
    dreiging: Annotated[list[str] | None, typer.Option(help="Mag vaker / May be repeated")] = None,
    gevraagd: Annotated[str, typer.Option(help="JJJJ-MM-DDTUU:MM, leeg is nu / empty is now")] = "",
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:  # fmt: skip
    """Leg een contact vast, zonder iets van de beller / Record a contact, without anything of the caller."""
    django_aan()
    from samenhang.schemes.helplijn.actions.contact import leg_contact_vast
    from samenhang.schemes.helplijn.domain.contact import Contactinvoer

    invoer = Contactinvoer(
        kanaal, tuple(reden), uitgang, postcode, gemeente, tuple(dreiging or ()), _moment(gevraagd)
    )
    rij = leg_contact_vast(actor_als(als), invoer)
    if als_json:
        toon_json({"id": rij.id, "nummer": rij.nummer, "gemeentecode": rij.gemeentecode})
    else:
        toon(Tekst(f"Vastgelegd als {rij.nummer}.", f"Recorded as {rij.nummer}."))


def contacten(
    als: Annotated[str, ALS],
    uitgang: Annotated[str, typer.Option(help="Alleen deze / This one only")] = "",
    als_json: Annotated[bool, ALS_JSON] = False,
) -> None:
    """Toon de laatste honderd contacten / Show the last hundred contacts."""
    django_aan()
    from samenhang.schemes.helplijn.queries.contacten import contacten as lijst

    rijen, totaal = lijst(actor_als(als), uitgang=uitgang, aantal=100)
    if als_json:
        toon_json({"contacten": [asdict(rij) for rij in rijen], "totaal": totaal})
        return
    for rij in rijen:
        regel = f"{rij.nummer}  {rij.moment:%Y-%m-%d %H:%M}  {rij.uitgang:<10} {rij.gemeente}"
        toon(Tekst(regel, regel))
    toon(Tekst(f"{len(rijen)} van {totaal} contacten.", f"{len(rijen)} of {totaal} contacts."))


def opzoeken(nummer: str, als: Annotated[str, ALS], als_json: Annotated[bool, ALS_JSON] = False) -> None:
    """Wat een beller met dit nummer mag horen / What a caller with this number may hear."""
    django_aan()
    from samenhang.schemes.helplijn.queries.contacten import zoek_contact

    stand = zoek_contact(actor_als(als), nummer)
    if als_json:
        toon_json(asdict(stand))
    else:
        toon(Tekst(f"{stand.nummer}  {stand.uitgang}", f"{stand.nummer}  {stand.uitgang}"))


def _moment(tekst: str) -> datetime | None:
    """A moment as typed, on Dutch time when it names no zone; what is none is refused by its form."""
    from django.utils import timezone

    from samenhang.schemes.helplijn.domain.contact import weiger

    if not tekst:
        return None
    try:
        gelezen = datetime.fromisoformat(tekst)
    except ValueError as fout:
        raise weiger("--gevraagd", "moment_onjuist", f'"{tekst[:40]}" is geen moment. Schrijf JJJJ-MM-DDTUU:MM.', f'"{tekst[:40]}" is no moment. Write YYYY-MM-DDTHH:MM.') from fout  # fmt: skip
    return gelezen if gelezen.tzinfo else timezone.make_aware(gelezen)
