"""A worker's own filters of the work stock: save, rename, delete, make standard."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import IntegrityError, transaction

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import BewaardFilter
from samenhang.schemes.vroegsignalering.domain.werkfilter import Filter, kolommen_uit
from samenhang.schemes.vroegsignalering.scheme import SCHEME


def _medewerker(actor: Actor) -> UUID:
    rol_vereist(actor, SCHEME.naam, "vroegsignaleerder", "teamleider")
    if actor.medewerker_id is None:
        raise Geweigerd(
            "geen_medewerker",
            Tekst("Dit kan alleen een medewerker.", "Only a worker can do this."),
            status=403,
        )
    return actor.medewerker_id


def _naam(naam: str) -> str:
    if not naam.strip():
        raise Geweigerd("naam_ontbreekt", Tekst("Geef het filter een naam.", "Give the filter a name."))
    return naam.strip()[:60]


def _eigen(actor: Actor, filter_id: UUID) -> BewaardFilter:
    rij = BewaardFilter.objects.filter(
        id=filter_id, medewerker_id=_medewerker(actor), scheme=SCHEME.naam
    ).first()
    if rij is None:
        raise Geweigerd(
            "filter_onbekend", Tekst("Dit filter bestaat niet.", "This filter does not exist."), status=404
        )
    return rij


def _bestaat_al(naam: str) -> Geweigerd:
    return Geweigerd(
        "filter_bestaat",
        Tekst(f'U hebt al een filter "{naam}".', f'You already have a filter "{naam}".'),
        status=409,
    )


@action(SCHEME, "filter bewaren")
def bewaar_filter(actor: Actor, naam: str, filter_: Filter, kolommen: Sequence[str] = ()) -> BewaardFilter:
    """Keep a filter with its order and columns under a name; a name that exists is refused, not overwritten."""
    waarden = filter_.gecontroleerd().bewaarbaar()
    if kolommen:
        waarden["kolommen"] = list(kolommen_uit(list(kolommen)))
    try:
        with transaction.atomic():
            rij = BewaardFilter.objects.create(
                medewerker_id=_medewerker(actor), scheme=SCHEME.naam, naam=_naam(naam), waarden=waarden
            )
    except IntegrityError as fout:
        raise _bestaat_al(_naam(naam)) from fout
    huidige_operatie().verandert(filter=[None, rij.naam])
    return rij


@action(SCHEME, "filter hernoemen")
def hernoem_filter(actor: Actor, filter_id: UUID, naam: str) -> BewaardFilter:
    """Give one's own filter another name."""
    rij = _eigen(actor, filter_id)
    oud, rij.naam = rij.naam, _naam(naam)
    try:
        with transaction.atomic():
            rij.save(update_fields=["naam"])
    except IntegrityError as fout:
        raise _bestaat_al(rij.naam) from fout
    huidige_operatie().verandert(filter=[oud, rij.naam])
    return rij


@action(SCHEME, "filter verwijderen")
def verwijder_filter(actor: Actor, filter_id: UUID) -> None:
    """Remove one's own filter."""
    rij = _eigen(actor, filter_id)
    huidige_operatie().verandert(filter=[rij.naam, None])
    rij.delete()


@action(SCHEME, "standaardfilter kiezen")
def maak_standaard(actor: Actor, filter_id: UUID, standaard: bool = True) -> BewaardFilter:
    """Open the work stock with this filter from now on, or with none."""
    rij = _eigen(actor, filter_id)
    BewaardFilter.objects.filter(medewerker_id=rij.medewerker_id, scheme=SCHEME.naam, standaard=True).update(
        standaard=False
    )
    rij.standaard = standaard
    rij.save(update_fields=["standaard"])
    huidige_operatie().verandert(standaard=[None, rij.naam if standaard else ""])
    return rij
