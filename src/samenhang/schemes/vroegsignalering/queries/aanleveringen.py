"""Deliveries, sent or received: the list, one of them, what was wrong in it, how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from samenhang.kernel.aanlevering import opslag, voortgang
from samenhang.kernel.aanlevering.models import AanleverFout, Aanlevering
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.logboek.operatie import huidige_operatie, inzien, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.plichten.models import PlichtItem
from samenhang.kernel.plichten.uitvoerder import storing
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.inschrijving import AFMAKEN, NA_LEZEN
from samenhang.schemes.vroegsignalering.scheme import SCHEME

ROLLEN = ("intake", "teamleider", "beleid", "partner", "systeem")
VOLGORDES = {
    "ontvangen": ("ontvangen", "id"),
    "naam": ("bestandsnaam", "id"),
    "partner": ("afzender__naam", "-ontvangen", "id"),
    "gemeente": ("ontvanger__naam", "-ontvangen", "id"),
    "gelezen": ("gelezen", "id"),
    "geaccepteerd": ("geaccepteerd", "id"),
    "afgekeurd": ("afgekeurd", "id"),
    "dubbel": ("dubbel", "id"),
}
"""Every order a list can be asked in; a minus in front turns it round."""


@dataclass(frozen=True, slots=True)
class Leveringfilter:
    """What to list. `stand` is a status, or "fouten" for those with refused rows; `na` a bookmark of the list before."""

    stand: str = ""
    partij: UUID | None = None
    zoek: str = ""
    van: date | None = None
    tot: date | None = None
    volgorde: str = "-ontvangen"
    blad: int = 1
    na: str = ""
    aantal: int = 50


@dataclass(frozen=True, slots=True)
class Leveringen:
    """One page of deliveries, and how many there are in all."""

    rijen: Sequence[Aanlevering]
    totaal: int


def _eigen(actor: Actor) -> QuerySet[Aanlevering]:
    """What the actor's organisation received, or sent when it is a partner. No personal data."""
    rol_vereist(actor, SCHEME.naam, *ROLLEN)
    eigen = (
        Q(afzender_id=actor.organisatie)
        if actor.heeft_rol(SCHEME.naam, "partner")
        else Q(ontvanger_id=actor.organisatie)
    )
    return Aanlevering.objects.filter(eigen, scheme=SCHEME.naam).select_related("afzender", "ontvanger")


@inzien(SCHEME, "aanleveringen bekijken")
def aanleveringen(actor: Actor, filter_: Leveringfilter | None = None) -> Leveringen:
    """Deliveries of the own organisation, filtered, in order, one page of them."""
    filter_ = filter_ or Leveringfilter()
    rijen = _eigen(actor)
    if filter_.stand == "fouten":
        rijen = rijen.filter(Q(afgekeurd__gt=0) | Q(status="geweigerd"))
    elif filter_.stand:
        rijen = rijen.filter(status=filter_.stand)
    if filter_.partij is not None:
        rijen = rijen.filter(Q(afzender_id=filter_.partij) | Q(ontvanger_id=filter_.partij))
    if filter_.zoek:
        rijen = rijen.filter(bestandsnaam__icontains=filter_.zoek[:100])
    zone = timezone.get_current_timezone()
    if filter_.van is not None:
        rijen = rijen.filter(ontvangen__gte=datetime.combine(filter_.van, time(), zone))
    if filter_.tot is not None:
        rijen = rijen.filter(ontvangen__lt=datetime.combine(filter_.tot + timedelta(days=1), time(), zone))
    totaal = rijen.count()
    kaal = filter_.volgorde.lstrip("-")
    if kaal not in VOLGORDES:
        raise Geweigerd(
            "volgorde_onbekend",
            Tekst(
                f"Volgorde: kies uit {', '.join(VOLGORDES)}.", f"Order: choose from {', '.join(VOLGORDES)}."
            ),
        )
    om = filter_.volgorde.startswith("-")
    rijen = rijen.order_by(
        *(
            (veld.lstrip("-") if veld.startswith("-") else f"-{veld}") if om else veld
            for veld in VOLGORDES[kaal]
        )
    )
    if filter_.na:
        ontvangen, sleutel = lees_bladwijzer(filter_.na, datetime, UUID)
        rijen = rijen.filter(Q(ontvangen__lt=ontvangen) | Q(ontvangen=ontvangen, id__lt=sleutel))
    begin = (max(1, filter_.blad) - 1) * filter_.aantal
    return Leveringen(list(rijen[begin : begin + filter_.aantal]), totaal)


def na_aanlevering(rij: Aanlevering) -> str:
    """The cursor after a delivery, in the order of receipt."""
    return bladwijzer(rij.ontvangen, rij.id)


def partijen(actor: Actor) -> list[Organisatie]:
    """Who is at the other side of the own deliveries: partners for a municipality, municipalities for a partner."""
    kant = "ontvanger" if actor.heeft_rol(SCHEME.naam, "partner") else "afzender"
    ids = _eigen(actor).order_by().values(f"{kant}_id").distinct()
    return list(Organisatie.objects.filter(id__in=ids).order_by("naam", "id"))


@inzien(SCHEME, "aanlevering bekijken")
def aanlevering(actor: Actor, aanlevering_id: UUID) -> Aanlevering:
    """One delivery of the own organisation, sent or received; else not found."""
    rij = _eigen(actor).filter(id=aanlevering_id).first()
    if rij is None:
        raise _onbekend()
    return rij


def _onbekend() -> Geweigerd:
    return Geweigerd(
        "aanlevering_onbekend",
        Tekst("Deze aanlevering bestaat niet.", "This delivery does not exist."),
        status=404,
    )


def stand_van(rij: Aanlevering) -> voortgang.Stand | None:
    """How far processing is; None when it has not begun or is done."""
    if rij.status == "gekeurd" and rij.gekeurd is not None:
        nu = timezone.now().timestamp()
        gedaan, begonnen = rij.ingeschreven, rij.gekeurd.timestamp()
        return voortgang.lees(rij.id) or voortgang.Stand(
            "inschrijven", gedaan, rij.geaccepteerd, begonnen, nu, NA_LEZEN
        )
    return voortgang.lees(rij.id) if rij.status == "ontvangen" else None


def storing_van(rij: Aanlevering) -> PlichtItem | None:
    """Why processing failed the last time, and when it is tried again; None when it did not, or is going on, or is
    done. The faults that it tells hold no data of persons."""
    if rij.status not in ("ontvangen", "gekeurd") or voortgang.leeft(rij.id):
        return None
    return storing(AFMAKEN, str(rij.id))


def heeft_origineel(rij: Aanlevering) -> bool:
    """Whether the file as it was sent is still kept."""
    return opslag.plek(rij.id) is not None


@dataclass(frozen=True, slots=True)
class Foutenlijst:
    """What was wrong in a delivery: how often each code, and a page of the lines themselves."""

    aanlevering: Aanlevering
    per_code: Sequence[tuple[str, int]]
    fouten: Sequence[AanleverFout]
    totaal: int


def telling(actor: Actor, aanlevering_id: UUID) -> tuple[Aanlevering, list[tuple[str, int]]]:
    """A delivery with how often each code occurs; nothing that stood in a cell."""
    rij = aanlevering(actor, aanlevering_id)
    per_code = rij.fouten.order_by("code").values_list("code").annotate(aantal=Count("id"))
    return rij, [(code, aantal) for code, aantal in per_code]


@query(SCHEME, "foutenrapport bekijken")
def foutenlijst(
    actor: Actor, aanlevering_id: UUID, code: str = "", blad: int = 1, aantal: int = 100
) -> Foutenlijst:
    """The error report of a delivery, for who sent it and for the intake: messages quote what stood in the cells."""
    rol_vereist(actor, SCHEME.naam, "intake", "partner", "systeem")
    rij, per_code = telling(actor, aanlevering_id)
    fouten = AanleverFout.objects.filter(aanlevering=rij)
    if code:
        fouten = fouten.filter(code=code)
    begin = (max(1, blad) - 1) * aantal
    totaal = dict(per_code).get(code, 0) if code else sum(aantal for _, aantal in per_code)
    huidige_operatie().verandert(aanlevering=str(rij.id))
    return Foutenlijst(rij, per_code, list(fouten[begin : begin + aantal]), totaal)


@query(SCHEME, "foutenrapport ophalen")
def aanleverfouten(
    actor: Actor, aanlevering_id: UUID, code: str = "", aantal: int = 100, na: str = ""
) -> list[AanleverFout]:
    """What was wrong in a delivery, in order of line; `na` continues after one."""
    rol_vereist(actor, SCHEME.naam, "intake", "partner", "systeem")
    rij = aanlevering(actor, aanlevering_id)
    fouten = rij.fouten.annotate(volgorde=Coalesce("regel", 0))
    if code:
        fouten = fouten.filter(code=code)
    if na:
        volgorde, sleutel = lees_bladwijzer(na, int, int)
        fouten = fouten.filter(Q(volgorde__gt=volgorde) | Q(volgorde=volgorde, id__gt=sleutel))
    huidige_operatie().verandert(aanlevering=str(rij.id))
    return list(fouten.order_by("volgorde", "id")[:aantal])


def na_fout(rij: AanleverFout) -> str:
    """The cursor after a fault."""
    return bladwijzer(rij.regel or 0, rij.id)


@query(SCHEME, "origineel ophalen")
def origineel(actor: Actor, aanlevering_id: UUID) -> tuple[Aanlevering, Path]:
    """The file as it was sent (without who objected), while it is kept: for its sender and for the intake.

    Raises `Geweigerd` (410) once it has been destroyed or when it was refused as a whole.
    """
    rol_vereist(actor, SCHEME.naam, "intake", "partner", "systeem")
    rij = aanlevering(actor, aanlevering_id)
    if not actor.heeft_rol(SCHEME.naam, "partner"):
        toegang_tot_register(actor, SCHEME.naam, doel="aanlevering", leest=("naw", "contact", "signaal"))
    pad = opslag.plek(rij.id)
    huidige_operatie().verandert(aanlevering=str(rij.id))
    if pad is None:
        raise Geweigerd(
            "origineel_weg",
            Tekst(
                "Het bestand is er niet meer: het is geweigerd of de bewaartermijn is voorbij.",
                "The file is gone: it was refused or its retention has ended.",
            ),
            status=410,
        )
    return rij, pad
