"""Who acts at the terminal (the installation, for the organisation at hand), and the options that recur."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from samenhang.cli import django_aan
from samenhang.kernel.basis import Geweigerd, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.actor import Actor

Reden = Annotated[str, typer.Option(help="Waarom; komt in het logboek / Why; goes into the log")]
Van = Annotated[str, typer.Option(help="Eerste dag JJJJ-MM-DD; leeg: vandaag / First day; empty: today")]
LaatsteDag = Annotated[
    str, typer.Option("--laatste-dag", help="JJJJ-MM-DD; leeg: nu meteen / empty: at once")
]


def als_installatie(organisatie_id: UUID | None = None) -> Actor:
    """The terminal of the installation, for the organisation at hand (none: for all)."""
    django_aan()
    from samenhang.kernel.beheer.grenzen import installatiebeheer
    from samenhang.kernel.organisaties.models import Organisatie

    bekend = Organisatie.objects.filter(id=organisatie_id).first() if organisatie_id else None
    return installatiebeheer(bekend)


def voor_medewerker(medewerker_id: UUID) -> Actor:
    """The terminal of the installation, for the organisation of this worker."""
    django_aan()
    from samenhang.kernel.organisaties.models import Medewerker

    rij = Medewerker.objects.filter(id=medewerker_id).first()
    return als_installatie(rij.organisatie_id if rij else None)


def dag(veld: str, tekst: str) -> date | None:
    """The day that an option names; none when it was left out; `Geweigerd` when it is no day."""
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
