"""Answers about people: their schema is made from what a scheme lets out of a category table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Self, TypeVar, cast

from pydantic import Field
from pydantic.alias_generators import to_camel
from pydantic.fields import FieldInfo

from samenhang.api.schemas import Uitvoer
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.uitgave import Uitgave

U = TypeVar("U", bound="CategorieUitvoer")


class CategorieUitvoer(Uitvoer):
    """Base of an answer whose fields `uit_categorie` makes; its own fields stand beside them."""

    UITGAVE: ClassVar[Uitgave]

    @classmethod
    def van_rij(cls, rij: Categorietabel, **eigen: Any) -> Self:
        """From a row that a decision opened; `eigen` are the fields of its own. Raises `TypeError` for another row."""
        return cls(**cls.UITGAVE.document(rij), **eigen)

    @classmethod
    def van_beeld(cls, beeld: object, **eigen: Any) -> Self:
        """From what a query made of rows, which has the fields by the same names."""
        return cls(**{naam: getattr(beeld, naam) for naam in cls.UITGAVE.velden}, **eigen)


def uit_categorie(wat: Uitgave) -> Callable[[type[U]], type[U]]:
    """Give a schema the fields of an `Uitgave`, each of the kind that its column has."""

    def maak(klasse: type[U]) -> type[U]:
        for naam, soort in wat.soorten.items():
            klasse.__pydantic_fields__[naam] = FieldInfo.from_annotated_attribute(
                cast(Any, soort), Field(alias=to_camel(naam))
            )
        klasse.model_rebuild(force=True)
        klasse.UITGAVE = wat
        return klasse

    return maak
