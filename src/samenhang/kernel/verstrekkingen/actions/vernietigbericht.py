"""Telling who received something that its source destroyed it: noted with the destruction, confirmed by the receiver."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final
from uuid import UUID, uuid5

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.verstrekkingen.models import Aard, Opname, UitgaandeOverdracht, Vernietigbericht
from samenhang.kernel.verstrekkingen.queries import mag_afhandelen
from samenhang.kernel.zaken.models import Zaak

NUMMER: Final = UUID("8d3c5a52-5b0e-5f8c-9a44-0d6b7f5b1e02")
"""The number of a notice follows from this one and that of the hand-over."""


def noteer_ontvangers(zaak: Zaak) -> None:
    """Note whom to tell that this case goes, within the operation that destroys it; what was noted before stands.

    Whoever got a first hand-over hears it, also when nobody confirmed that one. Not told: who was asked to erase it
    before and confirmed that, and a desk of this deployment that never took it in, because nothing ever left.
    """
    gewist = UitgaandeOverdracht.objects.filter(
        betreft_id=OuterRef("id"), aard=Aard.INTREKKING, ontvangen__isnull=False
    )
    opgenomen = Opname.objects.filter(overdracht=OuterRef("id"))
    nooit_weg = Q(
        ontvanger__isnull=True, ontvangen__isnull=True, naar_scheme__in=geinstalleerde_schemes()
    ) & ~Exists(opgenomen)
    rijen = (
        UitgaandeOverdracht.objects.filter(zaak=zaak, aard=Aard.NIEUW)
        .exclude(Exists(gewist))
        .exclude(nooit_weg)
        .annotate(hier_opgenomen=Exists(opgenomen))
    )
    op = huidige_operatie()
    Vernietigbericht.objects.bulk_create(
        [
            Vernietigbericht(
                id=uuid5(NUMMER, str(rij.id)),
                organisatie_id=zaak.organisatie_id,
                ontvanger_id=rij.ontvanger_id or (zaak.organisatie_id if rij.hier_opgenomen else None),
                operatie_id=op.id,
                overdracht=rij.id,
                zaaknummer=zaak.nummer,
                scheme=rij.van_scheme,
                naar_scheme=rij.naar_scheme,
                soort=rij.soort,
                vernietigd=op.nu,
            )
            for rij in rijen
        ],
        ignore_conflicts=True,
    )


def zeg_waarom(artikel: str, moment: datetime) -> None:
    """By which article, and when, went what this operation destroyed: its notices say so."""
    Vernietigbericht.objects.filter(operatie_id=huidige_operatie().id).update(
        artikel=artikel, vernietigd=moment
    )


@action(KERNEL, "vernietigbericht bevestigen")
def bevestig_vernietigbericht(actor: Actor, bericht_id: UUID, door: str, op: date) -> Vernietigbericht:
    """Record that a receiver has heard of a destruction: who says so, on which day.

    For who works at the receiver, and for who works in the register that destroyed and was told so. Raises
    `Geweigerd`: 404 for any other, 409 for a second receipt, 400 with the place for a name or a day that cannot be.
    """
    rij = (
        Vernietigbericht.objects.select_for_update(of=("self",))
        .filter(Q(organisatie_id=actor.organisatie) | Q(ontvanger_id=actor.organisatie), id=bericht_id)
        .first()
    )
    if rij is None or not mag_afhandelen(actor, rij):
        raise Geweigerd(
            "vernietigbericht_onbekend",
            Tekst(
                "Dit vernietigbericht bestaat niet, of is niet aan u om te bevestigen.",
                "This notice of destruction does not exist, or is not yours to confirm.",
            ),
            status=404,
        )
    nu = huidige_operatie().nu
    _controleer(rij, door, op, timezone.localdate(nu))
    moment = nu if op == timezone.localdate(nu) else timezone.make_aware(datetime.combine(op, time(12)))
    bevestigd(rij, door.strip(), max(moment, rij.vernietigd))
    return rij


def bevestigd(rij: Vernietigbericht, door: str, moment: datetime) -> None:
    """Store the receipt, within an operation that holds the row."""
    rij.ontvangen, rij.ontvangen_door = moment, door[:200]
    rij.save(update_fields=["ontvangen", "ontvangen_door"])
    huidige_operatie().verandert(vernietigbericht=str(rij.id), ontvangen=[None, moment.isoformat()])


def _controleer(rij: Vernietigbericht, door: str, op: date, vandaag: date) -> None:
    if rij.ontvangen is not None:
        raise Geweigerd(
            "al_ontvangen",
            Tekst(
                f"Dit is al bevestigd op {timezone.localdate(rij.ontvangen):%d-%m-%Y} door {rij.ontvangen_door}.",
                f"This was confirmed on {timezone.localdate(rij.ontvangen)} by {rij.ontvangen_door}.",
            ),
            status=409,
        )
    fouten = []
    if not 2 <= len(door.strip()) <= 200:
        wie = Tekst(
            "Schrijf wie de ontvangst bevestigt, in 2 tot 200 tekens.",
            "Write who confirms the receipt, in 2 to 200 characters.",
        )
        fouten.append(Fout("ontvanger_ontbreekt", wie, Plaats(plek="/door")))
    eerste = timezone.localdate(rij.vernietigd)
    if not eerste <= op <= vandaag:
        dag = Tekst(
            f"De dag van ontvangst ligt tussen {eerste:%d-%m-%Y} en vandaag.",
            f"The day of receipt lies between {eerste} and today.",
        )
        fouten.append(Fout("datum_onjuist", dag, Plaats(plek="/op")))
    if fouten:
        raise Geweigerd(fouten[0].code, fouten[0].tekst, fouten=tuple(fouten))
