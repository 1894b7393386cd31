"""Start-up checks: the access table compiles, and every table with personal data is a closed one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.core import checks
from django.db import models

from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.toegang.categorietabel import Categorietabel, GeslotenManager
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.muur import bouw_muur

ZONDER_INHOUD = {"personen.HuishoudenLid", "personen.Zoeksleutel", "zaken.Betrokkene"}
"""Tables of the kernel that say that a person is known or takes part, and nothing about him."""


def keur_modellen(app_configs: Sequence[Any] | None = None, **_: Any) -> list[checks.CheckMessage]:
    """Django's system check; an error keeps the product from starting."""
    categorieen = {naam for ruimte in beslistabel().ruimtes.values() for naam in ruimte.categorieen}
    return [fout for model in apps.get_models() for fout in fouten_van(model, categorieen)]


def fouten_van(model: type[models.Model], categorieen: set[str]) -> Iterator[checks.Error]:
    """What is wrong with one model."""
    naam = model._meta.label
    verwijst = [veld for veld in model._meta.get_fields() if isinstance(veld, models.ForeignKey)]
    if not issubclass(model, Categorietabel):
        if naam not in ZONDER_INHOUD and any(veld.related_model is Persoon for veld in verwijst):
            yield checks.Error(
                f"{naam} gaat over een persoon en is geen Categorietabel met een CATEGORIE", id="toegang.E001"
            )
        for veld in verwijst:
            if isinstance(veld.related_model, type) and issubclass(veld.related_model, Categorietabel):
                yield checks.Error(
                    f"{naam}.{veld.name} wijst naar een categorietabel; alleen een categorietabel mag dat",
                    id="toegang.E002",
                )
        return
    if model.CATEGORIE not in categorieen:
        yield checks.Error(f"{naam}: CATEGORIE {model.CATEGORIE!r} kent geen scheme", id="toegang.E003")
    if any(type(manager) is not GeslotenManager for manager in model._meta.managers):
        yield checks.Error(f"{naam} heeft een eigen manager; alleen GeslotenManager mag", id="toegang.E004")
    for veld in verwijst:
        if not veld.remote_field.hidden:
            yield checks.Error(
                f'{naam}.{veld.name}: related_name="+", anders komt een andere opvraging hier binnen',
                id="toegang.E005",
            )


def bij_de_start() -> None:
    """Compile the table (a permit above its ceiling stops here), build the wall, register the check."""
    beslistabel()
    bouw_muur(Categorietabel)
    checks.register(keur_modellen, "toegang")
