"""Looks through the audit log and keeps what the data protection officer must see. Twice finds nothing new.

It reads who did how much, never what stood in a case. Rows that come in late (a long transaction) are still found:
each look goes back a day before the one before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Max, QuerySet, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone

from samenhang.kernel.beheer.accounts import stop_toegang
from samenhang.kernel.kalender.laden import standaardkalender
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.logboek.operatie import KERNEL, operatie
from samenhang.kernel.normen.normen import Norm
from samenhang.kernel.organisaties.models import Medewerker, Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.termijnen import Eenheid, TermijnRegel, bereken
from samenhang.kernel.toegang.besluit import NEDERLAND, dag_van
from samenhang.kernel.toegang.plichten import KERNPLICHTEN
from samenhang.kernel.toezicht import drempels
from samenhang.kernel.toezicht.domain.waarnemen import (
    GESTOPT,
    NOOD,
    OMVANG,
    WEIGERINGEN,
    Poging,
    ongewoon,
    stopt,
    weigeringen_op_rij,
)
from samenhang.kernel.toezicht.models import Doorzien, Toetspunt
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.oordeel import NAAM as VOOR_ANDER_SYSTEEM

TOETS_NOOD: Final = "toets_nood"
"""The duty of a decision that was taken in an emergency."""
TERUG: Final = timedelta(days=1)
RUST: Final = timedelta(minutes=1)
"""At least so long between two looks."""
HOOGSTENS_OPERATIES: Final = 50


def moet(nu: datetime) -> bool:
    """Whether people did something since the last look, a minute ago or longer."""
    stand = Doorzien.objects.first()
    if stand is None:
        return _van_mensen().exists()
    if timedelta(0) <= nu - stand.moment < RUST:
        return False
    return _van_mensen().filter(id__gt=stand.tot).exists()


def doorzie() -> list[Toetspunt]:
    """Look through what is new, and keep what must be reviewed; gives the points that were not known yet."""
    nu = timezone.now()
    stand = Doorzien.objects.select_for_update().first()
    laatste = _van_mensen().order_by("-id").values_list("id", flat=True).first()
    if laatste is None:
        return []
    begin = (min(stand.moment, nu) if stand else nu) - TERUG
    punten = [*_nood(begin, nu), *_weigeringen(begin, nu), *_omvang(begin, nu)]
    punten += _te_stoppen(punten, nu)
    bekend = set(
        Toetspunt.objects.filter(sleutel__in={punt.sleutel for punt in punten}).values_list(
            "organisatie_id", "soort", "sleutel"
        )
    )
    nieuw = [punt for punt in punten if (punt.organisatie_id, punt.soort, punt.sleutel) not in bekend]
    _bewaar(nieuw)
    _stop([punt for punt in nieuw if punt.soort == GESTOPT])
    if stand is None:
        Doorzien.objects.create(tot=laatste, moment=nu)
    else:
        stand.tot, stand.moment = max(stand.tot, laatste), nu
        stand.save(update_fields=["tot", "moment"])
    return nieuw


def _bewaar(punten: Sequence[Toetspunt]) -> None:
    per_organisatie: dict[UUID, list[Toetspunt]] = defaultdict(list)
    for punt in punten:
        per_organisatie[punt.organisatie_id].append(punt)
    for organisatie_id, eigen in per_organisatie.items():
        with operatie(
            KERNEL, "toetspunt vastleggen", systeem(Organisatie.objects.get(id=organisatie_id))
        ) as op:
            Toetspunt.objects.bulk_create(eigen)
            op.verandert(toetspunten=[{"id": str(punt.id), "soort": punt.soort} for punt in eigen])


def _te_stoppen(punten: Sequence[Toetspunt], nu: datetime) -> list[Toetspunt]:
    """Of what was found: whose access ends by it, as points of their own.

    Only of people of organisations whose accounts another one keeps (parties from outside): they have a few cases, and
    somebody who can reopen it. Of a municipality's own workers a supervisor judges, nothing follows by itself.
    """
    van_buiten = set(
        Organisatie.objects.filter(
            id__in={punt.organisatie_id for punt in punten}, beheerd_door__isnull=False
        ).values_list("id", flat=True)
    )
    dag = dag_van(nu)
    stop_bij, norm = drempels.getal("stop.weigeringen", dag), drempels.toetstermijn(GESTOPT, dag)
    uit = []
    for punt in punten:
        keer = stopt(punt.soort, punt.aantal, stop_bij)
        if not keer or punt.organisatie_id not in van_buiten:
            continue
        uit.append(
            Toetspunt(
                organisatie_id=punt.organisatie_id,
                scheme=punt.scheme,
                soort=GESTOPT,
                sleutel=f"{punt.soort}:{punt.sleutel}:{keer}"[:120],
                moment=punt.moment,
                gebruiker_id=punt.gebruiker_id,
                gebruiker=punt.gebruiker,
                rollen=punt.rollen,
                aantal=punt.aantal,
                vergeleken={"stop_bij": stop_bij} if punt.soort == WEIGERINGEN else {},
                operaties=punt.operaties,
                gevonden=nu,
                uiterlijk=_uiterlijk(GESTOPT, norm, punt.moment),
                norm=norm.bron,
            )
        )
    return uit


def _stop(punten: Sequence[Toetspunt]) -> None:
    """End the access that each of these is about: every door refuses, sessions are over."""
    for punt in punten:
        huis = Organisatie.objects.select_related("beheerd_door").get(id=punt.organisatie_id)
        rijen = Medewerker.objects.filter(gebruiker_id=punt.gebruiker_id, organisatie=huis)
        with operatie(KERNEL, "toegang stoppen", systeem(huis.beheerd_door or huis)) as op:
            for medewerker in rijen.select_related("gebruiker"):
                stop_toegang(medewerker, f"{punt.sleutel}:{punt.id}", op.nu)
            op.verandert(medewerkers=[str(rij.id) for rij in rijen], toetspunt=str(punt.id))


def _van_mensen() -> QuerySet[Auditregel]:
    """What workers of an organisation did; not its own system, and not residents about themselves."""
    return Auditregel.objects.filter(gebruiker_id__isnull=False, organisatie_id__isnull=False)


def _punt(soort: str, sleutel: str, regel: Auditregel, nu: datetime, **rest: object) -> Toetspunt:
    norm = drempels.toetstermijn(soort, dag_van(nu))
    assert regel.organisatie_id is not None  # asked for
    assert regel.gebruiker_id is not None
    return Toetspunt(
        organisatie_id=regel.organisatie_id,
        scheme=regel.scheme,
        soort=soort,
        sleutel=sleutel,
        moment=regel.moment,
        gebruiker_id=regel.gebruiker_id,
        gebruiker=regel.gebruiker,
        rollen=regel.rollen,
        gevonden=nu,
        uiterlijk=_uiterlijk(soort, norm, regel.moment),
        norm=norm.bron,
        **rest,
    )


def _uiterlijk(soort: str, norm: Norm, moment: datetime) -> date:
    """The last day to review something of that moment."""
    termijn = TermijnRegel(
        soort, KERNPLICHTEN[TOETS_NOOD].titel, norm.bron, int(norm.getal()), Eenheid.WERKDAGEN, vanaf="gebruik", status=norm.status
    )  # fmt: skip
    return bereken(termijn, dag_van(moment), standaardkalender()).einde


def _nood(begin: datetime, nu: datetime) -> Iterator[Toetspunt]:
    """Each use of an emergency basis; the answer to another system's question is none.

    Whose case it was looks at it: a party from outside does not judge itself.
    """
    rijen = list(
        _van_mensen()
        .filter(moment__gte=begin, nood=True, plichten__contains=TOETS_NOOD)
        .exclude(naam=VOOR_ANDER_SYSTEEM)
        .order_by("moment", "id")
    )
    van_wie = dict(
        Zaak.objects.filter(id__in={regel.zaak_id for regel in rijen}).values_list("id", "organisatie_id")
    )
    for regel in rijen:
        punt = _punt(
            NOOD, str(regel.operatie_id), regel, nu,
            zaak_id=regel.zaak_id, aantal=regel.aantal_personen, operaties=[str(regel.operatie_id)],
            vergeleken={"verleend": regel.verleend, "regels": regel.regels},
        )  # fmt: skip
        if regel.zaak_id in van_wie:
            punt.organisatie_id = van_wie[regel.zaak_id]
        yield punt


def _weigeringen(begin: datetime, nu: datetime) -> Iterator[Toetspunt]:
    """Runs of refused attempts, per user and organisation, over all registers together."""
    aantal, tussen = drempels.van_weigeringen(dag_van(nu))
    recent = _van_mensen().filter(moment__gte=begin).exclude(naam=VOOR_ANDER_SYSTEEM)
    wie = recent.filter(uitkomst="geweigerd").values("gebruiker_id").distinct()
    pogingen: dict[tuple[UUID | None, UUID | None], list[Poging]] = defaultdict(list)
    velden = ("organisatie_id", "gebruiker_id", "id", "operatie_id", "moment", "uitkomst", "aantal_personen")
    for org, gebruiker, rij, op, moment, uitkomst, personen in recent.filter(
        gebruiker_id__in=wie
    ).values_list(*velden):
        pogingen[org, gebruiker].append(Poging(rij, op, moment, uitkomst == "geweigerd", personen > 0))
    for eigen in pogingen.values():
        for reeks in weigeringen_op_rij(eigen, aantal, tussen):
            laatste = Auditregel.objects.get(id=reeks[-1].id)
            yield _punt(
                WEIGERINGEN, str(reeks[0].id), laatste, nu,
                zaak_id=None, aantal=len(reeks), vergeleken={"aantal": aantal, "minuten": int(tussen.total_seconds() // 60)},
                operaties=[str(poging.operatie_id) for poging in reeks[:HOOGSTENS_OPERATIES]],
            )  # fmt: skip


Dagtelling = tuple[UUID, UUID, str, str, date, int]
"""Organisation, user, scheme, roles, day, and how many persons."""


def _per_dag(rijen: QuerySet[Auditregel]) -> list[Dagtelling]:
    geteld = (
        rijen.filter(aantal_personen__gt=0)
        .annotate(dag=TruncDate("moment", tzinfo=NEDERLAND))
        .values_list("organisatie_id", "gebruiker_id", "scheme", "rollen", "dag")
        .annotate(personen=Sum("aantal_personen"))
        .order_by()
    )
    return [rij for rij in geteld if rij[0] is not None and rij[1] is not None]


def _omvang(begin: datetime, nu: datetime) -> Iterator[Toetspunt]:
    """Days on which someone touched unusually many persons, beside his own days and those of his role."""
    drempel = drempels.van_omvang(dag_van(nu))
    van = _begin_van(dag_van(begin))
    dagen = [rij for rij in _per_dag(_van_mensen().filter(moment__gte=van)) if rij[5] >= drempel.minstens]
    if not dagen:
        return
    terug = timedelta(days=drempels.getal("omvang.terugkijken", dag_van(nu)))
    rollen = {(rij[0], rij[2], rij[3]) for rij in dagen}
    eerder = _van_mensen().filter(
        moment__gte=van - terug,
        organisatie_id__in={rij[0] for rij in rollen},
        scheme__in={rij[1] for rij in rollen},
        rollen__in={rij[2] for rij in rollen},
    )
    alle = _per_dag(eerder)
    for organisatie, gebruiker, scheme, rol, dag, aantal in dagen:
        gelijk = [
            rij for rij in alle if (rij[0], rij[2], rij[3]) == (organisatie, scheme, rol) and dag - terug <= rij[4] < dag
        ]  # fmt: skip
        uit = ongewoon(
            aantal,
            [rij[5] for rij in gelijk if rij[1] == gebruiker],
            [rij[5] for rij in gelijk if rij[1] != gebruiker],
            drempel,
        )
        if uit is None:
            continue
        op_dag = _van_mensen().filter(
            organisatie_id=organisatie, gebruiker_id=gebruiker, scheme=scheme, rollen=rol, aantal_personen__gt=0,
            moment__gte=_begin_van(dag), moment__lt=_begin_van(dag + timedelta(days=1)),
        )  # fmt: skip
        laatste = op_dag.order_by("-moment", "-id")[0]
        grootste = op_dag.values("operatie_id").annotate(n=Max("aantal_personen")).order_by("-n")
        yield _punt(
            OMVANG, f"{gebruiker}:{scheme}:{rol}:{dag.isoformat()}"[:120], laatste, nu,
            zaak_id=None, aantal=aantal, vergeleken={**asdict(uit), "boven": list(uit.boven), "drempels": asdict(drempel)},
            operaties=[str(rij["operatie_id"]) for rij in grootste[:HOOGSTENS_OPERATIES]],
        )  # fmt: skip


def _begin_van(dag: date) -> datetime:
    return datetime(dag.year, dag.month, dag.day, tzinfo=NEDERLAND)


def wachtenden(nu: datetime, hoogstens: int) -> Iterable[Toetspunt]:
    """Points whose last day to review has passed without a judgement, and that are no task yet."""
    return Toetspunt.objects.filter(
        uiterlijk__lt=dag_van(nu), oordeel__isnull=True, taak__isnull=True
    ).order_by("uiterlijk", "id")[:hoogstens]
