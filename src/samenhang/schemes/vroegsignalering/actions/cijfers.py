"""Setting the figures at a reference date, and the number of residents they are divided by."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils import timezone

from samenhang.kernel.cijfers import streefwaarden, vaststellen
from samenhang.kernel.cijfers.jaar import Streef
from samenhang.kernel.cijfers.models import Inwonertal, Streefwaarde, Vaststelling
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.queries.cijfers import (
    maanden_om_te_tellen,
    tellingen,
    toegang_voor_cijfers,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@action(SCHEME, "cijfers vaststellen")
def stel_cijfers_vast(actor: Actor) -> list[Vaststelling]:
    """Count every month of the last year as it stands now, and publish what may be.

    A policy officer or team lead asks; the organisation's own system counts, so that nobody needs access to
    persons for it. Twice on one day is once.
    """
    rol_vereist(actor, SCHEME.naam, "beleid", "teamleider", "systeem")
    gemeente = Organisatie.objects.get(id=actor.organisatie)
    nu = huidige_operatie().nu
    peildatum = timezone.localtime(nu).date()
    toegang = toegang_voor_cijfers(systeem(gemeente))
    gedaan = [
        vaststellen.stel_vast(SCHEME, gemeente.id, maand, peildatum, tellingen(toegang, maand), nu)
        for maand in maanden_om_te_tellen(toegang, peildatum)
    ]
    huidige_operatie().verandert(peildatum=["", peildatum.isoformat()], maanden=len(gedaan))
    return gedaan


@action(SCHEME, "inwonertal vastleggen")
def leg_inwonertal_vast(actor: Actor, vanaf: date, aantal: int, bron: str) -> Inwonertal:
    """Record the residents of the own municipality from a day, with its source; used from the next reference date."""
    rol_vereist(actor, SCHEME.naam, "beleid", "teamleider", "systeem")
    rij = vaststellen.leg_inwonertal_vast(actor.organisatie, vanaf, aantal, bron, huidige_operatie().nu)
    huidige_operatie().verandert(inwonertal=["", aantal], vanaf=["", vanaf.isoformat()])
    return rij


@action(SCHEME, "streefwaarde vastleggen")
def leg_streefwaarde_vast(
    actor: Actor, indicator: str, vanaf: date, waarde: Decimal, reden: str
) -> Streefwaarde:
    """Record the municipality's own target for a figure from a day, and where it is written."""
    rol_vereist(actor, SCHEME.naam, "beleid", "teamleider", "systeem")
    streef = Streef(indicator, vanaf, waarde, reden, actor.naam)
    rij = streefwaarden.leg_streefwaarde_vast(SCHEME, actor.organisatie, streef, huidige_operatie().nu)
    huidige_operatie().verandert(streefwaarde=["", f"{indicator} {waarde}"], vanaf=["", vanaf.isoformat()])
    return rij
