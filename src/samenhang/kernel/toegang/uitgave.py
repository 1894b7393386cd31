"""What goes out of a category table: chosen columns, by name, each with the kind that the table gives it.

A scheme names its columns once, beside its tables; schema and document of every door are made from that. A column
that is no longer there, or holds content without a known kind, stops the start. Values are read from a row only, and
a row comes from a decision only: what the decision did not open has no row here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType, UnionType
from typing import Any
from uuid import UUID

from django.db import models

from samenhang.kernel.toegang.categorietabel import Categorietabel

Soort = type | UnionType

_SOORTEN: tuple[tuple[type[models.Field[Any, Any]], type], ...] = (
    (models.ForeignKey, UUID),
    (models.UUIDField, UUID),
    (models.DateTimeField, datetime),
    (models.DateField, date),
    (models.BooleanField, bool),
    (models.IntegerField, int),
    (models.CharField, str),
    (models.TextField, str),
)
"""The kind of a column on the wire; the first that fits. JSON has none: its content is not known."""


@dataclass(frozen=True, slots=True)
class Uitgave:
    """Columns of one category table that may leave it, by the name that they get outside."""

    model: type[Categorietabel]
    velden: Mapping[str, str]
    soorten: Mapping[str, Soort]

    @property
    def categorie(self) -> str:
        """The category of which these are data."""
        return self.model.CATEGORIE

    def document(self, rij: Categorietabel) -> dict[str, Any]:
        """The values of one row. Raises `TypeError` for a row of another table."""
        if not isinstance(rij, self.model):
            raise TypeError(f"{type(rij).__name__} is geen {self.model.__name__}")
        return {naam: getattr(rij, kolom) for naam, kolom in self.velden.items()}


def uitgave(model: type[Categorietabel], *velden: str, **anders: str) -> Uitgave:
    """Choose columns: `velden` go out under their own name, `anders` gives a column another one.

    Raises `ValueError` for a column that the table does not have, or one whose content has no known kind.
    """
    namen = {veld: veld for veld in velden} | anders
    kolommen = {str(veld.attname): veld for veld in model._meta.concrete_fields}
    if weg := sorted(set(namen.values()) - set(kolommen)):
        raise ValueError(f"{model.__name__} heeft geen kolom {weg[0]}")
    soorten = {naam: _soort(model, kolommen[kolom]) for naam, kolom in namen.items()}
    return Uitgave(model, MappingProxyType(namen), MappingProxyType(soorten))


def _soort(model: type[Categorietabel], veld: models.Field[Any, Any]) -> Soort:
    for klasse, soort in _SOORTEN:
        if isinstance(veld, klasse):
            return soort | None if veld.null else soort
    raise ValueError(f"{model.__name__}.{veld.name}: dit soort kolom heeft geen vorm naar buiten")
