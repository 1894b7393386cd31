"""Erasing rows with everything that hangs on them, children first, category tables through the decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from uuid import UUID

from django.db import models

from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.personen.models import Huishouden, HuishoudenLid, Persoon
from samenhang.kernel.rechten.models import Vertegenwoordigingswijzer
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.vernietiging.sleutels import wis_sleutels
from samenhang.kernel.verstrekkingen.actions.vernietigbericht import noteer_ontvangers
from samenhang.kernel.zaken.models import Betrokkene, Zaak


def wis(
    toegang: Toegang, model: type[models.Model], waarden: Collection[object], telling: Counter[str]
) -> None:
    """Erase the rows of a model with these keys, and everything that refers to them, however far."""
    _kinderen(toegang, model, "pk", waarden, telling)
    _rijen(toegang, model, "pk", waarden, telling)


def wis_zaak(toegang: Toegang, zaak: Zaak, telling: Counter[str]) -> list[UUID]:
    """Empty a case: persons, tasks, terms, timeline and content go; its number stays. Gives who was in it.

    Who received something of it is noted first, to be told. The account of who only stood for somebody in it goes too.
    """
    noteer_ontvangers(zaak)
    stond_voor = list(Vertegenwoordigingswijzer.objects.filter(zaak=zaak).values_list("wie", flat=True))
    personen = list(Betrokkene.objects.filter(zaak=zaak).values_list("persoon_id", flat=True))
    _kinderen(toegang, Zaak, "pk", [zaak.pk], telling)
    _wis_vertegenwoordigers(stond_voor, telling)
    wis_sleutels("zaak", toegang.organisatie_id, [zaak.pk])
    return personen


def _wis_vertegenwoordigers(wie: Collection[UUID], telling: Counter[str]) -> None:
    """Accounts of who is neither a resident nor a worker, and stands for nobody any more."""
    nog = Vertegenwoordigingswijzer.objects.filter(wie__in=wie).values("wie")
    accounts = Gebruiker.objects.filter(id__in=wie, persoon_id__isnull=True, medewerkers__isnull=True)
    for account in accounts.exclude(id__in=nog):
        account.delete()
        telling["account"] += 1


def wis_personen(toegang: Toegang, personen: Collection[UUID], telling: Counter[str]) -> None:
    """Erase persons everywhere: every category table, blind index, households, and their account."""
    huizen = set(
        HuishoudenLid.objects.filter(persoon_id__in=personen).values_list("huishouden_id", flat=True)
    )
    accounts = Gebruiker.objects.filter(persoon_id__in=personen)
    accounts.filter(medewerkers__isnull=False).update(persoon_id=None)
    telling["account"] += accounts.count()
    for account in accounts.all():
        account.delete()
    wis(toegang, Persoon, personen, telling)
    wis_sleutels("persoon", toegang.organisatie_id, personen)
    leeg = Huishouden.objects.filter(id__in=huizen, leden__isnull=True, zaken__isnull=True)
    wis(toegang, Huishouden, list(leeg.values_list("id", flat=True)), telling)


def _kinderen(
    toegang: Toegang, model: type[models.Model], pad: str, waarden: Collection[object], telling: Counter[str]
) -> None:
    for relatie in model._meta.get_fields(include_hidden=True):
        if not isinstance(relatie, models.ManyToOneRel) or relatie.related_model is model:
            continue
        kind, veld = relatie.related_model, relatie.field.name
        assert isinstance(kind, type)  # resolved by now
        _kinderen(toegang, kind, f"{veld}__{pad}", waarden, telling)
        _rijen(toegang, kind, f"{veld}__{pad}", waarden, telling)


def _rijen(
    toegang: Toegang, model: type[models.Model], pad: str, waarden: Collection[object], telling: Counter[str]
) -> None:
    gekozen = {f"{pad}__in": list(waarden)}
    if _van_ander_scheme(toegang, model):
        return
    if issubclass(model, Categorietabel):
        aantal = model.objects.met(toegang).filter(**gekozen).delete()[0]
    else:
        rijen: models.QuerySet[models.Model] = model._default_manager.filter(**gekozen)
        aantal = rijen._raw_delete(rijen.db)  # Django's own path without collecting
    if aantal:
        telling[model._meta.model_name or model.__name__] += aantal


def _van_ander_scheme(toegang: Toegang, model: type[models.Model]) -> bool:
    """Whether the table belongs to another scheme: a person and a case are of one register, so it holds none of them."""
    eigenaar = model._meta.app_label
    return eigenaar != toegang.scheme and eigenaar in geinstalleerde_schemes()
