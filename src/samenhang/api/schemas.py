"""The base types of what goes over the wire: strict on the way in, camelCase and explicit on the way out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.alias_generators import to_camel

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer


def _alleen_iso(waarde: object) -> object:
    """Pydantic reads 0 as 1970-01-01; a date on the wire is an ISO string and nothing else."""
    if isinstance(waarde, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", waarde):
        try:
            return date.fromisoformat(waarde)
        except ValueError:
            pass
    if type(waarde) is date:
        return waarde
    raise ValueError(
        "is een bestaande datum in de vorm JJJJ-MM-DD | is an existing date in the form YYYY-MM-DD"
    )


Dag = Annotated[date, BeforeValidator(_alleen_iso), Field(examples=["2026-11-24"])]
"""A calendar day on the wire."""


def _bedrag(waarde: object) -> object:
    if isinstance(waarde, Bedrag):
        return waarde.draad()
    if isinstance(waarde, str):
        try:
            return Bedrag.lees(waarde).draad()
        except ValueError:
            pass
    raise ValueError('is een bedrag als "847.26" | is an amount such as "847.26"')


BedragTekst = Annotated[
    str,
    BeforeValidator(_bedrag),
    Field(
        examples=["847.26"],
        description="Euro, twee decimalen",
        # Described, not checked here: `_bedrag` checks. The look-ahead is for readers whose `$` lets a newline follow.
        json_schema_extra={"pattern": r"^-?(0|[1-9][0-9]{0,14})\.[0-9]{2}(?!\n)$"},
    ),
]
"""Money on the wire: a string with a point and two decimals. Takes a `Bedrag` on the way out."""


class Invoer(BaseModel):
    """Base of every body and filter: unknown fields are refused, so that a typing error is not ignored."""

    model_config = ConfigDict(
        extra="forbid", str_max_length=10_000, alias_generator=to_camel, validate_by_name=False
    )


class Uitvoer(BaseModel):
    """Base of every answer: fields in Python's spelling, camelCase on the wire. No field of unknown content."""

    model_config = ConfigDict(
        extra="forbid",
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        json_schema_serialization_defaults_required=True,
    )


class TweetaligUit(Uitvoer):
    """A name in both languages."""

    nl: str
    en: str

    @classmethod
    def van(cls, tekst: Tekst) -> TweetaligUit:
        """From a text."""
        return cls(nl=tekst.nl, en=tekst.en)

    @classmethod
    def reeks(cls, teksten: tuple[Tekst, ...]) -> list[TweetaligUit]:
        """From several."""
        return [cls.van(tekst) for tekst in teksten]


class Periodevraag(Invoer):
    """Of which days a list is: from the first to the last, both in it."""

    van: Dag | None = None
    tot: Dag | None = None


class Registervraag(Periodevraag):
    """A page of what is kept for good, newest first: of which days, and after which record."""

    na: Annotated[UUID | None, Field(description="`volgende` van de vorige bladzijde")] = None


T = TypeVar("T")
R = TypeVar("R")


class Bladvraag(Invoer):
    """The two query keys of every list: where to continue, and how many at once."""

    na: Annotated[
        str,
        Field(max_length=300, description="Bladwijzer: `volgende` van de vorige bladzijde; leeg is vooraan"),
    ] = ""
    aantal: Annotated[int, Field(ge=1, le=100, description="Hoogstens zoveel tegelijk")] = 100


def geblader(rijen: Sequence[R], vraag: Bladvraag) -> tuple[Sequence[R], str | None]:
    """The rows of this page of a short list that is at hand as a whole, and the cursor of the next (null: none).

    The cursor is a place in the list; a wrong one is refused by `lees_bladwijzer`.
    """
    begin = int(str(lees_bladwijzer(vraag.na, int)[0])) if vraag.na else 0
    einde = begin + vraag.aantal
    return rijen[begin:einde], bladwijzer(einde) if einde < len(rijen) else None


class Bladzijde(Uitvoer, Generic[T]):
    """One page of a list. `volgende` is the cursor of the next page, null on the last one."""

    items: list[T]
    volgende: Annotated[
        str | None,
        Field(description="Geef deze mee als `na` voor de volgende bladzijde; null: dit is de laatste"),
    ] = None
