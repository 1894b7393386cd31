"""Households as dated sets: who lives where from which day, and how a set changes without losing what was."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from samenhang.kernel.basis import in_brokken, nieuw_id
from samenhang.kernel.personen.models import Huishouden, HuishoudenLid, Persoon
from samenhang.kernel.stapel import voeg_in

STAPEL = 500


def samenstelling_op(huishouden_id: UUID, dag: date) -> frozenset[UUID]:
    """The persons of a household on a day."""
    leden = _op(dag).filter(huishouden_id=huishouden_id)
    return frozenset(leden.values_list("persoon_id", flat=True))


def huishouden_op(personen: Collection[UUID], dag: date) -> dict[UUID, UUID]:
    """The household of each person on a day; who was in none is left out."""
    return dict(_op(dag).filter(persoon_id__in=personen).values_list("persoon_id", "huishouden_id"))


def zet_samenstelling(
    organisatie_id: UUID, scheme: str, woont: Mapping[UUID, str], dag: date
) -> dict[str, UUID]:
    """From this day on each person (id) belongs to the household with this key; gives the ids of the households by key.

    Who is not named stays where he is. Who changes leaves his old household the day before, so that nobody
    is in two on one day; a change of what began that same day corrects it, and leaves no trace of a stay
    that never was. Persons of another register raise `ValueError`.
    """
    eigen = Persoon.objects.filter(organisatie_id=organisatie_id, scheme=scheme)
    bekend = sum(eigen.filter(id__in=brok).count() for brok in in_brokken(woont, STAPEL))
    if vreemd := len(woont) - bekend:
        raise ValueError(f"{vreemd} personen horen niet bij dit register")
    bestaand = Huishouden.objects.filter(organisatie_id=organisatie_id, scheme=scheme)
    sleutels = sorted(set(woont.values()))
    huishoudens = {
        sleutel: nummer
        for brok in in_brokken(sleutels, STAPEL)
        for sleutel, nummer in bestaand.filter(sleutel__in=brok).values_list("sleutel", "id")
    }
    nieuw = {sleutel: nieuw_id() for sleutel in sleutels if sleutel not in huishoudens}
    voeg_in(Huishouden, ("sleutel", "id"), nieuw.items(), organisatie_id=organisatie_id, scheme=scheme)
    huishoudens |= nieuw
    nu = {
        lid.persoon_id: lid
        for brok in in_brokken(woont, STAPEL)
        for lid in HuishoudenLid.objects.filter(persoon_id__in=brok, tot__isnull=True)
    }
    weg, anders, erbij = [], [], []
    for persoon_id, sleutel in woont.items():
        lid, doel = nu.get(persoon_id), huishoudens[sleutel]
        if lid is not None and lid.huishouden_id == doel:
            continue
        if lid is not None and lid.van >= dag:
            lid.huishouden_id = doel
            anders.append(lid)
            continue
        if lid is not None:
            lid.tot = dag - timedelta(days=1)
            weg.append(lid)
        erbij.append((doel, persoon_id))
    HuishoudenLid.objects.bulk_update(weg, ["tot"], batch_size=STAPEL)
    HuishoudenLid.objects.bulk_update(anders, ["huishouden"], batch_size=STAPEL)
    voeg_in(HuishoudenLid, ("huishouden_id", "persoon_id"), erbij, van=dag)
    return huishoudens


def verlaat(persoon_id: UUID, laatste_dag: date) -> None:
    """A person leaves his household and joins no other (moved away, died); nothing when he is in none."""
    HuishoudenLid.objects.filter(persoon_id=persoon_id, tot__isnull=True, van__lte=laatste_dag).update(
        tot=laatste_dag
    )


def _op(dag: date) -> QuerySet[HuishoudenLid]:
    return HuishoudenLid.objects.filter(Q(tot__isnull=True) | Q(tot__gte=dag), van__lte=dag)
