"""Several tables in one statement: rows of different models as JSON, joined by UNION ALL.

A case is spread over category tables, each opened by the same decision; reading them one by one would cost a
round trip each. The rows come back as unsaved instances of their models.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import JSONObject

from samenhang.kernel.toegang.categorietabel import Categorietabel, OpenQuerySet
from samenhang.kernel.toegang.muur import ToegangOntbreekt, naast_elkaar, tabellen_in


class Samen:
    """The rows that `lees_samen` found, by model."""

    def __init__(self) -> None:
        self._rijen: dict[str, list[Any]] = {}

    def voeg_toe(self, model: type[models.Model], rij: Any) -> None:
        """One row more."""
        self._rijen.setdefault(model._meta.label, []).append(rij)

    def van(self, model: type[models.Model], *, op: str, nieuwste_eerst: bool = False) -> list[Any]:
        """The rows of a model in order of a field, and of their id where that is equal."""
        rijen = self._rijen.get(model._meta.label, [])
        return sorted(rijen, key=lambda rij: (getattr(rij, op), str(rij.pk)), reverse=nieuwste_eerst)


def lees_samen(vragen: Sequence[Any], erbij: Sequence[str] = ()) -> Samen:
    """Read querysets of different models in one statement.

    `erbij` names values of related tables, as "partner__naam"; they stand on the row under that name. Of category
    tables each queryset must come from `met(toegang)` and touch no second one: then every branch is limited to the
    register and persons of its decision, and the wall lets them stand side by side. Raises `ToegangOntbreekt`.
    """
    gevonden = Samen()
    delen = [_deel(vraag, erbij) for vraag in vragen]
    if not delen:
        return gevonden
    for deel in delen:
        if len(tabellen_in(str(deel.query))) > 1:
            raise ToegangOntbreekt(f"{deel.model.__name__}: een tak leest één categorietabel, zonder andere")
        if issubclass(deel.model, Categorietabel) != isinstance(deel, OpenQuerySet):
            raise ToegangOntbreekt(f"{deel.model.__name__}: lees met objects.met(toegang), geen andere weg")
    soorten = {vraag.model._meta.label: vraag.model for vraag in vragen}
    with naast_elkaar():
        rijen = list(delen[0].union(*delen[1:], all=True)) if len(delen) > 1 else list(delen[0])
    for label, inhoud in rijen:
        gevonden.voeg_toe(soorten[label], _rij(soorten[label], inhoud))
    return gevonden


def _deel(vraag: Any, erbij: Sequence[str]) -> Any:
    model = vraag.model
    kolommen = {veld.attname: F(veld.attname) for veld in model._meta.concrete_fields}
    namen = {veld.name for veld in model._meta.concrete_fields}
    kolommen |= {naam: F(naam) for naam in erbij if naam.split("__")[0] in namen}
    return (
        vraag.order_by()
        .annotate(samen_soort=Value(model._meta.label), samen_inhoud=JSONObject(**kolommen))
        .values_list("samen_soort", "samen_inhoud")
    )


def _rij(model: type[models.Model], inhoud: dict[str, Any]) -> Any:
    waarden = {}
    for veld in model._meta.concrete_fields:
        waarde: Any = inhoud[veld.attname]
        if not isinstance(veld, models.JSONField):
            waarde = veld.to_python(waarde)
        if isinstance(waarde, datetime) and waarde.tzinfo is None:
            waarde = waarde.replace(tzinfo=UTC)
        waarden[veld.attname] = waarde
    rij = model(**waarden)
    for naam, waarde in inhoud.items():
        if "__" in naam:
            rij.__dict__[naam] = waarde
    return rij
