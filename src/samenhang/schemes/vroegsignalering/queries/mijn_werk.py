"""The start page of a worker, per role: what is mine, what is due, what waits for others."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.models import Taak, Zaak
from samenhang.schemes.vroegsignalering.domain.werkfilter import Filter
from samenhang.schemes.vroegsignalering.queries.agenda import Afspraak, agenda
from samenhang.schemes.vroegsignalering.queries.twijfel import twijfelparen
from samenhang.schemes.vroegsignalering.queries.werkvoorraad import WerkRij, werkvoorraad
from samenhang.schemes.vroegsignalering.scheme import SCHEME

HOOGSTENS = 50


@dataclass(frozen=True, slots=True)
class Werkdruk:
    """How much one colleague has in hand, for the team lead."""

    naam: str
    zaken: int
    te_laat: int


@dataclass(frozen=True, slots=True)
class MijnWerk:
    """What the start page shows; parts that a role does not have are empty.

    `terugbellen` are call-backs of today or earlier; `termijnen` run out first; `bezwaren` wait for a decision.
    """

    zaken: list[WerkRij]
    taken: list[Taak]
    terugbellen: list[Taak]
    termijnen: list[Afspraak]
    niet_toegewezen: int
    dringend_niet_toegewezen: int
    twijfel: int
    te_laat: int
    brp_open: int
    bezwaren: list[Taak]
    team: list[Werkdruk]


@query(SCHEME, "mijn werk bekijken")
def mijn_werk(actor: Actor) -> MijnWerk:
    """Own cases by next term, own tasks and call-backs, and what waits for whom."""
    werkt = actor.heeft_rol(SCHEME.naam, "vroegsignaleerder", "teamleider")
    leidt = actor.heeft_rol(SCHEME.naam, "teamleider")
    intake = actor.heeft_rol(SCHEME.naam, "intake")
    vandaag = timezone.localdate()
    open_zaken = Zaak.objects.filter(
        organisatie_id=actor.organisatie, scheme=SCHEME.naam, gesloten__isnull=True
    )
    tellen = open_zaken.aggregate(
        vrij=Count("id", filter=Q(behandelaar__isnull=True)),
        dringend=Count("id", filter=Q(behandelaar__isnull=True, prioriteit__lte=2)),
        laat=Count("id", filter=Q(behandelaar_id=actor.medewerker_id, volgende_termijn__lt=vandaag)),
    )
    zaken = (
        werkvoorraad(actor, Filter(behandelaar="mij", volgorde="termijn", aantal=HOOGSTENS)) if werkt else ()
    )
    taken = list(
        Taak.objects.filter(behandelaar_id=actor.medewerker_id, klaar__isnull=True, zaak__scheme=SCHEME.naam)
        .select_related("zaak")
        .order_by("uiterlijk", "gemaakt")[:HOOGSTENS]
    )
    bellen = [t for t in taken if t.soort == "terugbellen" and t.uiterlijk and t.uiterlijk <= vandaag]
    return MijnWerk(
        zaken=list(zaken),
        taken=[taak for taak in taken if taak not in bellen],
        terugbellen=bellen,
        termijnen=agenda(actor, tot=None)[:8] if werkt else [],
        niet_toegewezen=tellen["vrij"] if werkt else 0,
        dringend_niet_toegewezen=tellen["dringend"] if werkt else 0,
        twijfel=len(twijfelparen(actor)) if intake else 0,
        te_laat=tellen["laat"] if werkt else 0,
        brp_open=Taak.objects.filter(
            zaak__in=open_zaken, soort="brp", klaar__isnull=True, zaak__behandelaar_id=actor.medewerker_id
        ).count()
        if werkt
        else 0,
        bezwaren=_bezwaren(open_zaken) if leidt else [],
        team=_team(open_zaken) if leidt else [],
    )


def _bezwaren(open_zaken: QuerySet[Zaak]) -> list[Taak]:
    return list(
        Taak.objects.filter(zaak__in=open_zaken, soort="bezwaar", klaar__isnull=True)
        .select_related("zaak")
        .order_by("uiterlijk")[:HOOGSTENS]
    )


def _team(open_zaken: QuerySet[Zaak]) -> list[Werkdruk]:
    vandaag = timezone.localdate()
    rijen = (
        Zaak.objects.filter(id__in=open_zaken.values("id"), behandelaar__isnull=False)
        .values_list("behandelaar__naam")
        .annotate(aantal=Count("id"), laat=Count("id", filter=Q(volgende_termijn__lt=vandaag)))
        .order_by("behandelaar__naam")
    )
    return [Werkdruk(naam or "", aantal, laat) for naam, aantal, laat in rijen]
