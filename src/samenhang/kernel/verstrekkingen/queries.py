"""Which hand-overs still wait for a receipt, and what was told, or must be, of destroyed ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import KERNEL, inzien
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.verstrekkingen.actions.ontvangst import WERKDAGEN
from samenhang.kernel.verstrekkingen.models import Vernietigbericht

KIJKERS: Final = frozenset({"fg", "auditor", "beleid", "beheerder", "onderzoeker"})
"""Who looks on: they read what was told and confirm nothing."""
HOOGSTENS: Final = 500


@dataclass(frozen=True, slots=True)
class Vernietigbeeld:
    """A notice of destruction as it is shown; it names no person.

    `hier`: the own organisation destroyed it. `te_laat`: its receipt is overdue, so somebody asks after it. `bevestigen`
    tells whether who looks may record the receipt. `fout` is why sending it did not work, as far as it did not.
    """

    id: UUID
    overdracht: UUID
    zaaknummer: str
    scheme: str
    titel: Tekst
    van: str
    naar: Tekst
    artikel: str
    vernietigd: date
    ontvangen: datetime | None
    ontvangen_door: str
    hier: bool
    te_laat: bool
    bevestigen: bool
    fout: Tekst | None


@inzien(KERNEL, "vernietigberichten bekijken")
def vernietigberichten(actor: Actor, scheme_naam: str = "") -> tuple[Vernietigbeeld, ...]:
    """What the own organisation destroyed and others must hear, and what others destroyed: what waits longest first.

    Of the registers in which the actor has a role, or one of them. Raises `Geweigerd` (403) for who acts for nobody.
    """
    eigen = set(actor.rollen) & ({scheme_naam} if scheme_naam else set(actor.rollen))
    uit = Q(organisatie_id=actor.organisatie, scheme__in=eigen)
    binnen = Q(ontvanger_id=actor.organisatie, naar_scheme__in=eigen) | Q(
        ontvanger_id=actor.organisatie, scheme__in=eigen
    )
    rijen = Vernietigbericht.objects.filter(uit | binnen).select_related("organisatie", "ontvanger")
    wacht = list(rijen.filter(ontvangen__isnull=True).order_by("vernietigd", "id")[:HOOGSTENS])
    klaar = list(rijen.filter(ontvangen__isnull=False).order_by("-ontvangen", "-id")[:HOOGSTENS])
    vandaag = timezone.localdate()
    return tuple(_beeld(actor, rij, vandaag) for rij in (*wacht, *klaar))


@inzien(KERNEL, "vernietigbericht bekijken")
def vernietigbericht(actor: Actor, bericht_id: UUID) -> Vernietigbeeld:
    """One of them; raises `Geweigerd` (404) for any other."""
    for beeld in vernietigberichten(actor):
        if beeld.id == bericht_id:
            return beeld
    raise Geweigerd(
        "vernietigbericht_onbekend",
        Tekst("Dit vernietigbericht bestaat niet.", "This notice of destruction does not exist."),
        status=404,
    )


def mag_afhandelen(actor: Actor, rij: Vernietigbericht) -> bool:
    """Whether the actor works at the receiver, or in the register that destroyed; who only looks on does not."""
    werkt = {naam for naam, rollen in actor.rollen.items() if rollen - KIJKERS}
    binnen = rij.ontvanger_id == actor.organisatie and werkt & {rij.naar_scheme, rij.scheme}
    return bool(binnen) or (rij.organisatie_id == actor.organisatie and rij.scheme in werkt)


def te_laat(vernietigd: datetime, vandaag: date) -> bool:
    """Whether a notice that nobody confirmed is overdue on this day."""
    return standaardkalender().werkdagen_tussen(timezone.localdate(vernietigd), vandaag) > WERKDAGEN


def aantallen_vernietigberichten() -> tuple[int, int]:
    """How many notices wait for a receipt in this deployment, and how many of them are overdue."""
    wacht = Vernietigbericht.objects.filter(ontvangen__isnull=True).values_list("vernietigd", flat=True)
    vandaag = timezone.localdate()
    laat = [te_laat(moment, vandaag) for moment in wacht]
    return len(laat), sum(laat)


def _beeld(actor: Actor, rij: Vernietigbericht, vandaag: date) -> Vernietigbeeld:
    schemes = geinstalleerde_schemes()
    van = schemes.get(rij.scheme)
    titel = next((o.titel for o in van.stuurt if o.soort == rij.soort), None) if van else None
    desk = schemes.get(rij.naar_scheme)
    register = desk.titel if desk else Tekst(rij.naar_scheme, rij.naar_scheme)
    naar = register
    if rij.ontvanger is not None and rij.ontvanger_id != rij.organisatie_id:
        naar = Tekst(rij.ontvanger.onderscheidend, rij.ontvanger.onderscheidend)
    return Vernietigbeeld(
        id=rij.id,
        overdracht=rij.overdracht,
        zaaknummer=rij.zaaknummer,
        scheme=rij.scheme,
        titel=titel or Tekst(rij.soort, rij.soort),
        van=rij.organisatie.onderscheidend,
        naar=naar,
        artikel=rij.artikel,
        vernietigd=timezone.localdate(rij.vernietigd),
        ontvangen=rij.ontvangen,
        ontvangen_door=rij.ontvangen_door,
        hier=rij.organisatie_id == actor.organisatie,
        te_laat=rij.ontvangen is None and te_laat(rij.vernietigd, vandaag),
        bevestigen=rij.ontvangen is None and mag_afhandelen(actor, rij),
        fout=Tekst(rij.fout_nl, rij.fout_en) if rij.fout_nl else None,
    )
