"""Who acts at the terminal: the installation, for the organisation at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from samenhang.cli import django_aan

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.actor import Actor

Reden = Annotated[str, typer.Option(help="Waarom; komt in het logboek / Why; goes into the log")]


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
