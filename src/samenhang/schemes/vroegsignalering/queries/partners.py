"""Partners with their agreements, and the municipality's own rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import inzien
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.beleid import regels_op, regels_van
from samenhang.schemes.vroegsignalering.domain.beleidsregels import (
    NIET_BEKEKEN,
    STANDAARD,
    Beleidsregels,
    in_gewone_woorden,
)
from samenhang.schemes.vroegsignalering.models import Beleidsset, Partnerafspraak
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@inzien(SCHEME, "afspraken bekijken")
def partners(actor: Actor) -> list[Partnerafspraak]:
    """Every version of the agreements of the own municipality, or of the partner's own; the newest first."""
    rol_vereist(actor, SCHEME.naam, "intake", "teamleider", "beleid", "partner", "systeem")
    eigen = (
        Q(partner_id=actor.organisatie)
        if actor.heeft_rol(SCHEME.naam, "partner")
        else Q(gemeente_id=actor.organisatie)
    )
    return list(
        Partnerafspraak.objects.filter(eigen)
        .select_related("partner", "gemeente")
        .order_by("partner__naam", "gemeente__naam", "-versie")
    )


def laatste_afspraken(actor: Actor) -> list[Partnerafspraak]:
    """The newest version of each agreement, in force or not yet or no more."""
    gezien: dict[tuple[UUID, UUID], Partnerafspraak] = {}
    for rij in partners(actor):
        gezien.setdefault((rij.gemeente_id, rij.partner_id), rij)
    return list(gezien.values())


def lopende_afspraken(actor: Actor) -> list[Partnerafspraak]:
    """The agreement in force of each partner, or of the partner with each municipality: what can be delivered under."""
    vandaag = timezone.localdate()
    gezien: dict[tuple[UUID, UUID], Partnerafspraak] = {}
    for rij in partners(actor):
        if rij.van <= vandaag:
            gezien.setdefault((rij.gemeente_id, rij.partner_id), rij)
    return [rij for rij in gezien.values() if rij.tot is None or rij.tot >= vandaag]


@inzien(SCHEME, "afspraken bekijken")
def afspraken_met(actor: Actor, partner_id: UUID, gemeente_id: UUID | None = None) -> list[Partnerafspraak]:
    """Every version of one agreement, the newest first; not found when the actor is no party to it."""
    gevonden = [
        rij
        for rij in partners(actor)
        if rij.partner_id == partner_id and gemeente_id in (None, rij.gemeente_id)
    ]
    if not gevonden:
        raise Geweigerd(
            "afspraak_onbekend",
            Tekst("Er is geen afspraak met deze partner.", "There is no agreement with this partner."),
            status=404,
        )
    return gevonden


@inzien(SCHEME, "afspraken bekijken")
def mogelijke_partners(actor: Actor) -> list[Organisatie]:
    """Organisations that could become a partner of the municipality: known, and without an agreement yet."""
    rol_vereist(actor, SCHEME.naam, "beleid", "systeem")
    soorten = (
        "verhuurder",
        "energieleverancier",
        "zorgverzekeraar",
        "drinkwaterbedrijf",
        "uitvoeringsorganisatie",
    )
    return list(
        Organisatie.objects.filter(soort__in=soorten, actief=True)
        .exclude(afspraken_als_partner__gemeente_id=actor.organisatie)
        .order_by("naam", "id")
    )


@dataclass(frozen=True, slots=True)
class Beleidsversie:
    """One stored set with the rules in it, and whether it holds today."""

    rij: Beleidsset
    regels: Beleidsregels
    geldt: bool


@inzien(SCHEME, "beleid bekijken")
def beleidssets(actor: Actor) -> list[Beleidsversie]:
    """All sets of the own municipality, the newest first day first; corrected sets stay visible."""
    rol_vereist(actor, SCHEME.naam, "intake", "teamleider", "vroegsignaleerder", "beleid", "systeem")
    vandaag = timezone.localdate()
    geldend = None
    versies = []
    for rij in Beleidsset.objects.filter(gemeente_id=actor.organisatie):
        nu = geldend is None and rij.vanaf <= vandaag
        geldend = rij.id if nu else geldend
        versies.append(Beleidsversie(rij, regels_van(rij), nu))
    return versies


@inzien(SCHEME, "beleid bekijken")
def regels_nu(actor: Actor, dag: date | None = None) -> Beleidsregels:
    """The rules of the own municipality on a day, today without one."""
    rol_vereist(actor, SCHEME.naam, "intake", "teamleider", "vroegsignaleerder", "beleid", "systeem")
    return regels_op(actor.organisatie, dag or timezone.localdate())


@dataclass(frozen=True, slots=True)
class Gepubliceerd:
    """What anyone may read: whose rules, since when, decided by whom and why, in plain words."""

    gemeente: Organisatie
    vanaf: date | None
    vastgesteld_door: str
    reden: str
    regels: Beleidsregels
    zinnen: Sequence[Tekst]
    niet_bekeken: Tekst
    partners: Sequence[tuple[str, str]]


def gemeenten_met_regels() -> list[Organisatie]:
    """The municipalities of this deployment, whose rules are public."""
    return list(Organisatie.objects.filter(soort="gemeente", actief=True).order_by("naam", "gemeentecode"))


def gepubliceerde_regels(gemeentecode: str, dag: date | None = None) -> Gepubliceerd:
    """The rules of a municipality on a day, for anyone, without logging in; `Geweigerd` (404) when it is unknown."""
    gemeente = Organisatie.objects.filter(soort="gemeente", gemeentecode=gemeentecode, actief=True).first()
    if gemeente is None:
        raise Geweigerd(
            "gemeente_onbekend",
            Tekst("Deze gemeente staat hier niet.", "This municipality is not here."),
            status=404,
        )
    dag = dag or timezone.localdate()
    rij = Beleidsset.objects.filter(gemeente=gemeente, vanaf__lte=dag).first()
    regels = regels_van(rij) if rij else STANDAARD
    partners_: dict[UUID, tuple[str, str]] = {}
    lopend = Partnerafspraak.objects.filter(gemeente=gemeente, van__lte=dag).select_related("partner")
    for afspraak in lopend.order_by("partner__naam", "versie"):
        if afspraak.tot is None or afspraak.tot >= dag:
            partners_[afspraak.partner_id] = (afspraak.partner.onderscheidend, afspraak.soort)
        else:
            partners_.pop(afspraak.partner_id, None)
    return Gepubliceerd(
        gemeente=gemeente,
        vanaf=rij.vanaf if rij else None,
        vastgesteld_door=rij.vastgesteld_door if rij else "",
        reden=rij.reden if rij else "",
        regels=regels,
        zinnen=in_gewone_woorden(regels),
        niet_bekeken=NIET_BEKEKEN,
        partners=sorted(partners_.values()),
    )


@inzien(SCHEME, "afspraken bekijken")
def vorige_afspraak(actor: Actor, partner_id: UUID) -> tuple[Partnerafspraak | None, Organisatie]:
    """The newest version of the agreement with an organisation, if there is one, and the organisation."""
    rol_vereist(actor, SCHEME.naam, "beleid", "systeem")
    partner = Organisatie.objects.filter(id=partner_id).exclude(soort="gemeente").first()
    if partner is None:
        raise Geweigerd(
            "partner_onbekend",
            Tekst("Deze partner bestaat niet.", "This partner does not exist."),
            status=404,
        )
    rij = (
        Partnerafspraak.objects.filter(gemeente_id=actor.organisatie, partner=partner)
        .order_by("-versie")
        .first()
    )
    return rij, partner


def eigen_gemeente(actor: Actor) -> Organisatie:
    """The organisation of the actor."""
    return Organisatie.objects.get(id=actor.organisatie)
