"""Several tables in one statement: rows of different models as JSON, joined by UNION ALL.

A case is spread over category tables, each opened by the same decision; reading them one by one would cost a
round trip each. The rows come back as unsaved instances of their models.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import F, Func, Value

from samenhang.kernel.toegang.categorietabel import Categorietabel, OpenQuerySet
from samenhang.kernel.toegang.muur import ToegangOntbreekt, naast_elkaar, onder, tabellen_in
from samenhang.kernel.toegang.poort import Toegang
from samenhang.kernel.toegang.versleuteld import VersleuteldeTekst, open_rijen


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
    tables each queryset must come from `met(toegang)`, all from one decision, and touch no second table: then every
    branch is limited to the register and persons of that decision, and the wall lets them stand side by side.
    Raises `ToegangOntbreekt`.
    """
    gevonden = Samen()
    toegang = _ene_toegang(vragen)
    takken: list[str] = []
    waarden: list[Any] = []
    for vraag in vragen:
        try:
            sql, van_tak = _tak(vraag, erbij)
        except EmptyResultSet:
            continue  # Django sees without asking that no row can match
        if len(tabellen_in(sql)) > 1:
            raise ToegangOntbreekt(f"{vraag.model.__name__}: een tak leest één categorietabel, zonder andere")
        takken.append(sql)
        waarden.extend(van_tak)
    if not takken:
        return gevonden
    with onder(toegang) if toegang else nullcontext(), naast_elkaar(), connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(takken), waarden)
        rijen = cursor.fetchall()
    modellen = {vraag.model._meta.label: vraag.model for vraag in vragen}
    gelezen = [_rij(modellen[label], json.loads(inhoud)) for label, inhoud in rijen]
    open_rijen(gelezen)
    for rij in gelezen:
        gevonden.voeg_toe(type(rij), rij)
    return gevonden


def _ene_toegang(vragen: Sequence[Any]) -> Toegang | None:
    """The decision under which they read, checked anew; None when no category table is among them."""
    for vraag in vragen:
        if issubclass(vraag.model, Categorietabel) != isinstance(vraag, OpenQuerySet):
            raise ToegangOntbreekt(f"{vraag.model.__name__}: lees met objects.met(toegang), geen andere weg")
    gegeven = {vraag._onder() for vraag in vragen if isinstance(vraag, OpenQuerySet)}
    if len(gegeven) > 1:
        raise ToegangOntbreekt("tabellen naast elkaar lezen kan onder één toegang")
    return gegeven.pop() if gegeven else None


def _tak(vraag: Any, erbij: Sequence[str]) -> tuple[str, Sequence[Any]]:
    model = vraag.model
    namen = {veld.name for veld in model._meta.concrete_fields}
    inhoud = _Inhoud(model, [naam for naam in erbij if naam.split("__")[0] in namen])
    tak = vraag.order_by().values_list(Value(model._meta.label), inhoud)
    sql, waarden = tak.query.get_compiler(connection=connection).as_sql()
    return sql, waarden


class _Inhoud(Func):
    """Every column of a row, and values of related tables, as one JSON object.

    The columns are written out at once: Django's own `JSONObject` makes two expressions of each, which cost more
    than the rows themselves.
    """

    output_field = models.JSONField()

    def __init__(self, model: type[models.Model], erbij: Sequence[str]) -> None:
        super().__init__(*(F(naam) for naam in erbij))
        self.model, self.erbij = model, erbij

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **__: Any) -> tuple[str, tuple[Any, ...]]:
        """The call of the database's own function, with the parameters of the values beside the columns."""
        functie = {"sqlite": "JSON_OBJECT", "postgresql": "JSONB_BUILD_OBJECT"}[connection.vendor]
        naam_van = connection.ops.quote_name
        tabel = naam_van(compiler.query.get_initial_alias())
        delen = [
            f"'{veld.attname}', {tabel}.{naam_van(veld.column)}" for veld in self.model._meta.concrete_fields
        ]
        waarden: list[Any] = []
        for naam, bron in zip(self.erbij, self.get_source_expressions(), strict=True):
            sql, van_bron = compiler.compile(bron)
            delen.append(f"'{naam}', {sql}")
            waarden.extend(van_bron)
        return f"{functie}({', '.join(delen)})", tuple(waarden)


def _rij(model: type[models.Model], inhoud: dict[str, Any]) -> Any:
    waarden = {}
    for veld in model._meta.concrete_fields:
        waarde: Any = inhoud[veld.attname]
        if isinstance(veld, models.JSONField):
            waarde = json.loads(waarde) if isinstance(waarde, str) else waarde  # SQLite keeps JSON as text
        elif isinstance(veld, VersleuteldeTekst):
            waarde = veld.from_db_value(waarde)
        else:
            waarde = veld.to_python(waarde)
        if isinstance(waarde, datetime) and waarde.tzinfo is None:
            waarde = waarde.replace(tzinfo=UTC)
        waarden[veld.attname] = waarde
    rij = model(**waarden)
    for naam, waarde in inhoud.items():
        if "__" in naam:
            rij.__dict__[naam] = waarde
    return rij
