"""Columns that only the vault opens: text of a category table under the key of its person, case and category.

The lock follows from the row itself, and the text is bound to the row and column it was written in, so that a text
moved to another row does not open. Rows are locked as they are stored and opened as they are read, by the one
query set that reads category tables; whoever walks around it holds bytes.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from samenhang.kernel.kluis import Kluis, Slot, ontsluit, open_opslag, versluit
from samenhang.kernel.toegang.muur import ToegangOntbreekt

if TYPE_CHECKING:
    _Tekstveld = models.TextField[Any, Any]
else:
    _Tekstveld = models.TextField  # Django's own class takes no type arguments at run time

VERNIETIGD = "[vernietigd]"
"""What a reader sees where the key was destroyed: only after a backup was put back, until the duty clears the row."""


class Dicht(str):
    """A text as the database holds it, in base64 (RFC 4648): the databases make JSON of rows, and that has no bytes."""

    __slots__ = ()


class VersleuteldeTekst(_Tekstveld):
    """Text of at most `max_length` characters, locked in the database. It cannot be searched or sorted by.

    Longer text raises `ValueError`: an action has said so to the user before.
    """

    def from_db_value(self, waarde: str, *_: Any) -> Any:
        """What the database holds; an empty text is not locked."""
        return Dicht(waarde) if waarde else self.leeg()

    def leeg(self) -> Any:
        """The value of an empty column."""
        return ""

    def get_prep_value(self, waarde: Any) -> Any:
        """Only what was locked is stored."""
        if not waarde:
            return ""
        if not isinstance(waarde, Dicht):
            raise ToegangOntbreekt(
                f"{self.name}: een versleutelde kolom is niet te zoeken of buiten de rij te vullen"
            )
        return str(waarde)

    def to_python(self, waarde: Any) -> Any:
        """As it is."""
        return waarde

    def get_default(self) -> Any:
        """Empty, unless the declaration says otherwise."""
        return super().get_default() if self.has_default() else self.leeg()

    def als_tekst(self, waarde: Any) -> str:
        """What is locked of a value of the row; nothing for an empty one."""
        return str(waarde or "")

    def uit_tekst(self, tekst: str) -> Any:
        """The value again."""
        return tekst

    def value_to_string(self, obj: models.Model) -> str:
        """Never out by a dump."""
        raise ToegangOntbreekt(f"{self.name}: een versleutelde kolom gaat niet mee in een dump")


class VersleuteldeJson(VersleuteldeTekst):
    """A list or a dictionary (`default` says which) as JSON, locked; where the key was destroyed nothing is left."""

    if TYPE_CHECKING:  # where the stubs look for what an attribute holds
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

    def leeg(self) -> Any:
        """The default of the declaration."""
        return self.get_default() if self.has_default() else {}

    def als_tekst(self, waarde: Any) -> str:
        """As JSON; nothing for an empty value."""
        return json.dumps(waarde, ensure_ascii=False, cls=DjangoJSONEncoder) if waarde else ""

    def uit_tekst(self, tekst: str) -> Any:
        """The value again."""
        return self.leeg() if tekst == VERNIETIGD else json.loads(tekst)


@cache
def kluis() -> Kluis:
    """The vault of this deployment."""
    return Kluis(open_opslag(str(settings.KLUIS)), settings.SECRET_KEY.encode())


@cache
def versleutelde_velden(model: type[models.Model]) -> tuple[VersleuteldeTekst, ...]:
    """The locked columns of a category table."""
    return tuple(veld for veld in model._meta.concrete_fields if isinstance(veld, VersleuteldeTekst))


def _velden_van(rij: models.Model) -> tuple[VersleuteldeTekst, ...]:
    return versleutelde_velden(type(rij))


def sloten_bepaald_door(model: type[models.Model]) -> frozenset[str]:
    """Which columns decide under which key, or as what, a row of this table is stored; none without a locked column."""
    velden = versleutelde_velden(model)
    if not velden:
        return frozenset()
    delen = {"organisatie", "persoon", "zaak"}
    return frozenset({*delen, *(f"{deel}_id" for deel in delen), *(veld.name for veld in velden)})


def slot_van(rij: Any) -> Slot:
    """The lock of a row of a category table."""
    return Slot(rij.organisatie_id, rij.persoon_id, getattr(rij, "zaak_id", None), rij.CATEGORIE)


def _plek(rij: Any, veld: VersleuteldeTekst) -> bytes:
    return f"{slot_van(rij)}|{rij._meta.label_lower}.{veld.name}|{rij.pk}".encode()


@contextmanager
def dicht(rijen: Sequence[Any]) -> Iterator[None]:
    """Lock these rows for as long as they are being stored; after it they hold their texts again."""
    open_ = [(rij, veld, getattr(rij, veld.attname)) for rij in rijen for veld in _velden_van(rij)]
    sleutels = kluis().maak({slot_van(rij) for rij, _, waarde in open_ if waarde}) if open_ else {}
    try:
        for rij, veld, waarde in open_:
            tekst = veld.als_tekst(waarde)
            if veld.max_length is not None and len(tekst) > veld.max_length:
                raise ValueError(f"{veld.name}: langer dan {veld.max_length} tekens")
            inhoud = versluit(sleutels[slot_van(rij)], tekst, _plek(rij, veld)) if tekst else b""
            setattr(rij, veld.attname, Dicht(b64encode(inhoud).decode()))
        yield
    finally:
        for rij, veld, waarde in open_:
            setattr(rij, veld.attname, waarde)


def open_rijen(rijen: Sequence[Any]) -> None:
    """Open the locked columns of rows that were read, with one question to the vault.

    Raises `ToegangOntbreekt` for values that came without their row: a lock follows from the whole row.
    """
    te_doen: list[tuple[Any, VersleuteldeTekst, Dicht]] = []
    for rij in rijen:
        if isinstance(rij, models.Model):
            gevonden = ((veld, rij.__dict__.get(veld.attname)) for veld in _velden_van(rij))
            te_doen += [(rij, veld, inhoud) for veld, inhoud in gevonden if isinstance(inhoud, Dicht)]
        elif any(isinstance(waarde, Dicht) for waarde in _waarden(rij)):
            raise ToegangOntbreekt("lees een versleutelde kolom met haar hele rij")
    if not te_doen:
        return
    sleutels = kluis().sleutels({slot_van(rij) for rij, _, _ in te_doen})
    for rij, veld, inhoud in te_doen:
        sleutel = sleutels[slot_van(rij)]
        tekst = VERNIETIGD if sleutel is None else ontsluit(sleutel, b64decode(inhoud), _plek(rij, veld))
        setattr(rij, veld.attname, veld.uit_tekst(tekst))


def _waarden(rij: Any) -> Iterable[Any]:
    if isinstance(rij, dict):
        return rij.values()
    return rij if isinstance(rij, tuple) else (rij,)
