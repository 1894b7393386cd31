"""Setting the figures at a reference date, and the number of residents they are divided by."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.cijfers import overnemen, streefwaarden, vaststellen
from samenhang.kernel.cijfers.bescherming import Tellingen
from samenhang.kernel.cijfers.jaar import Streef
from samenhang.kernel.cijfers.models import (
    HERKOMST_HOOGSTENS,
    Inwonertal,
    Streefwaarde,
    Telling,
    Vaststelling,
)
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.queries.cijfers import (
    LEZERS,
    maanden_om_te_tellen,
    tellingen,
    toegang_voor_cijfers,
)
from samenhang.schemes.vroegsignalering.queries.overnemen import over_te_nemen
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@action(SCHEME, "cijfers tellen")
def tel_cijfers(actor: Actor) -> list[Telling]:
    """Count every month of the last year as it stands now, for the own eyes only; nothing is published.

    A policy officer or team lead asks; the organisation's own system counts, so that nobody needs access to
    persons for it.
    """
    rol_vereist(actor, SCHEME.naam, *LEZERS)
    return [rij for rij, _ in _tel(actor)]


@action(SCHEME, "cijfers vaststellen")
def stel_cijfers_vast(actor: Actor) -> list[Vaststelling]:
    """Count every month of the last year as it stands now, and publish of it what may be.

    Twice on one day is once. A month that is not over is counted and not published.
    """
    rol_vereist(actor, SCHEME.naam, *LEZERS)
    nu = huidige_operatie().nu
    vandaag = timezone.localtime(nu).date()
    elders = [(rij, rij.tellingen) for rij in vaststellen.overgenomen(SCHEME, actor.organisatie)]
    return [
        vaststellen.stel_vast(SCHEME, actor.organisatie, rij.maand, vandaag, geteld, nu, rij.herkomst)
        for rij, geteld in (*elders, *_tel(actor))
    ]


@action(SCHEME, "cijfers overnemen")
def neem_cijfers_over(actor: Actor, inhoud: bytes, herkomst: str) -> list[Telling]:
    """Take over what another program counted of months before this register began, and keep it as the latest counts.

    A month again takes the place of what was taken over of it. They are published with the next publication, under
    the same protection. Raises `Geweigerd` without a source, and as `overnemen.lees` does; then nothing is kept.
    """
    rol_vereist(actor, SCHEME.naam, *LEZERS)
    herkomst = " ".join(herkomst.split())
    if not 3 <= len(herkomst) <= HERKOMST_HOOGSTENS:
        tekst = Tekst(
            f"Herkomst: schrijf in 3 tot {HERKOMST_HOOGSTENS} tekens waar de cijfers vandaan komen, zoals het vorige systeem en de dag van de uitdraai.",
            f"Source: write in 3 to {HERKOMST_HOOGSTENS} characters where the figures are from, such as the system before and the day of its report.",
        )
        raise Geweigerd.bij("herkomst", "herkomst_ontbreekt", tekst)
    vandaag = timezone.localtime(huidige_operatie().nu).date()
    eerste, voor = over_te_nemen(actor, vandaag)
    maanden = overnemen.lees(inhoud, SCHEME.telgroepen, eerste, voor)
    rijen = [
        vaststellen.bewaar_telling(SCHEME, actor.organisatie, maand, vandaag, geteld, herkomst)
        for maand, geteld in maanden.items()
    ]
    huidige_operatie().verandert(herkomst=["", herkomst], maanden=len(rijen))
    return rijen


def _tel(actor: Actor) -> list[tuple[Telling, dict[str, Tellingen]]]:
    """Count by the system and keep it as the latest; gives each month with its counts."""
    gemeente = Organisatie.objects.get(id=actor.organisatie)
    peildatum = timezone.localtime(huidige_operatie().nu).date()
    toegang = toegang_voor_cijfers(systeem(gemeente))
    gedaan = []
    for maand in maanden_om_te_tellen(toegang, peildatum):
        geteld = tellingen(toegang, maand)
        rij = vaststellen.bewaar_telling(SCHEME, gemeente.id, maand, peildatum, geteld)
        gedaan.append((rij, geteld))
    huidige_operatie().verandert(peildatum=["", peildatum.isoformat()], maanden=len(gedaan))
    return gedaan


@action(SCHEME, "inwonertal vastleggen")
def leg_inwonertal_vast(actor: Actor, vanaf: date, aantal: int, bron: str) -> Inwonertal:
    """Record the residents of the own municipality from a day, with its source; used from the next reference date."""
    rol_vereist(actor, SCHEME.naam, *LEZERS)
    rij = vaststellen.leg_inwonertal_vast(actor.organisatie, vanaf, aantal, bron, huidige_operatie().nu)
    huidige_operatie().verandert(inwonertal=["", aantal], vanaf=["", vanaf.isoformat()])
    return rij


@action(SCHEME, "streefwaarde vastleggen")
def leg_streefwaarde_vast(
    actor: Actor, indicator: str, vanaf: date, waarde: Decimal, reden: str
) -> Streefwaarde:
    """Record the municipality's own target for a figure from a day, and where it is written."""
    rol_vereist(actor, SCHEME.naam, *LEZERS)
    streef = Streef(indicator, vanaf, waarde, reden, actor.naam)
    rij = streefwaarden.leg_streefwaarde_vast(SCHEME, actor.organisatie, streef, huidige_operatie().nu)
    huidige_operatie().verandert(streefwaarde=["", f"{indicator} {waarde}"], vanaf=["", vanaf.isoformat()])
    return rij
