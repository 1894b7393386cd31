"""The start page of a worker, per role: what is mine, what is due, what waits for others."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.models import Taak, Zaak
from samenhang.schemes.vroegsignalering.domain.werkfilter import Filter
from samenhang.schemes.vroegsignalering.queries.agenda import Afspraak, agenda, herinnering
from samenhang.schemes.vroegsignalering.queries.brp import Brpstand, brpstand
from samenhang.schemes.vroegsignalering.queries.twijfel import aantal_twijfelparen
from samenhang.schemes.vroegsignalering.queries.werkvoorraad import WerkRij, werkvoorraad
from samenhang.schemes.vroegsignalering.scheme import SCHEME

HOOGSTENS = 50
EERST = 6
"""How many cases stand under what must be done first."""


@dataclass(frozen=True, slots=True)
class Werkdruk:
    """How much one colleague has in hand, for the team lead."""

    id: UUID
    naam: str
    zaken: int
    te_laat: int


@dataclass(frozen=True, slots=True)
class MijnWerk:
    """What the start page shows; parts that a role does not have are empty.

    `terugbellen` are call-backs of today or earlier; `termijnen` are those of the cases that run out first; `bezwaren` wait for a decision.
    `te_laat` counts own cases with a statutory term that has passed, `taken_te_laat` the tasks in them and for oneself
    whose day has passed; `zaken` holds the first of the `op_naam` own cases.
    """

    zaken: list[WerkRij]
    taken: list[Taak]
    terugbellen: list[Taak]
    termijnen: list[Afspraak]
    niet_toegewezen: int
    dringend_niet_toegewezen: int
    twijfel: int
    te_laat: int
    taken_te_laat: int
    op_naam: int
    brp: Brpstand
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
        mijn=Count("id", filter=Q(behandelaar_id=actor.medewerker_id)),
        laat=Count("id", filter=Q(behandelaar_id=actor.medewerker_id, volgende_termijn__lt=vandaag)),
    )
    zaken = (
        werkvoorraad(actor, Filter(behandelaar="mij", volgorde="termijn", aantal=HOOGSTENS)) if werkt else ()
    )
    taken = list(
        Taak.objects.filter(behandelaar_id=actor.medewerker_id, klaar__isnull=True, zaak__scheme=SCHEME.naam)
        .exclude(herinnering(actor))
        .select_related("zaak")
        .order_by("uiterlijk", "gemaakt")[:HOOGSTENS]
    )
    alles = agenda(actor) if werkt else []
    bellen = [t for t in taken if t.soort == "terugbellen" and t.uiterlijk and t.uiterlijk <= vandaag]
    return MijnWerk(
        zaken=list(zaken),
        taken=[taak for taak in taken if taak not in bellen],
        terugbellen=bellen,
        termijnen=_van_eerste_zaken(alles),
        niet_toegewezen=tellen["vrij"] if werkt else 0,
        dringend_niet_toegewezen=tellen["dringend"] if werkt else 0,
        twijfel=aantal_twijfelparen(actor)[0] if intake else 0,
        te_laat=tellen["laat"] if werkt else 0,
        taken_te_laat=sum(rij.soort == "taak" and rij.dag < vandaag for rij in alles),
        op_naam=tellen["mijn"] if werkt else 0,
        brp=brpstand(actor) if werkt or intake else Brpstand(0, 0),
        bezwaren=_bezwaren(actor) if leidt else [],
        team=_team(open_zaken) if leidt else [],
    )


def _van_eerste_zaken(alles: list[Afspraak]) -> list[Afspraak]:
    """Everything that the most urgent cases ask; a case with many entries pushes no other one out."""
    eerste = set(list(dict.fromkeys(rij.zaak_id for rij in alles))[:EERST])
    return [rij for rij in alles if rij.zaak_id in eerste]


def _bezwaren(actor: Actor) -> list[Taak]:
    return list(
        Taak.objects.filter(
            zaak__organisatie_id=actor.organisatie,
            zaak__scheme=SCHEME.naam,
            zaak__gesloten__isnull=True,
            soort="bezwaar",
            klaar__isnull=True,
        )
        .select_related("zaak")
        .order_by("uiterlijk")[:HOOGSTENS]
    )


def _team(open_zaken: QuerySet[Zaak]) -> list[Werkdruk]:
    vandaag = timezone.localdate()
    rijen = (
        open_zaken.filter(behandelaar__isnull=False)
        .values_list("behandelaar_id", "behandelaar__naam")
        .annotate(aantal=Count("id"), laat=Count("id", filter=Q(volgende_termijn__lt=vandaag)))
        .order_by("behandelaar__naam")
    )
    return [Werkdruk(wie, naam or "", aantal, laat) for wie, naam, aantal, laat in rijen]
