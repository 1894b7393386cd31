"""One operation: a transaction, the decisions in it and the log rows about it.

`@action` and `@query` wrap what a user does and reads. An action that calls a query, or another action,
stays inside the same operation: one operation id, one transaction.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.db import transaction
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.lopend import Operatie as Operatie
from samenhang.kernel.logboek.rijen import KERNEL as KERNEL
from samenhang.kernel.logboek.rijen import schrijf
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Scheme

P = ParamSpec("P")
R = TypeVar("R")

GEEN_TOEGANG = (401, 403, 404)
"""Refusals that are about who asks; a case of another organisation is "not found" for who may not know of it."""

_huidig: ContextVar[Operatie | None] = ContextVar("operatie", default=None)
_ziet_in: ContextVar[bool] = ContextVar("ziet_in", default=False)


def huidige_operatie() -> Operatie:
    """The operation that is going on; a `LookupError` outside any is a fault in the program."""
    operatie = _huidig.get()
    if operatie is None:
        raise LookupError("geen operatie: gebruik @action of @query")
    return operatie


@contextmanager
def operatie(scheme: str, naam: str, actor: Actor) -> Iterator[Operatie]:
    """Run one operation: everything inside is one transaction, log rows included.

    Inside another operation it joins that one. When access is refused (by the decision, for want of a role, or
    because what was asked is not the actor's to know) the transaction is rolled back and the refusal itself is
    logged in a transaction of its own. Any other failure leaves nothing.
    """
    lopend = _huidig.get()
    if lopend is not None:
        yield lopend
        return
    nieuw = Operatie(scheme, naam, actor, timezone.now())
    merk = _huidig.set(nieuw)
    try:
        with transaction.atomic():
            yield nieuw
            for tabel, rijen in nieuw.later.items():
                tabel.bulk_create(rijen)
            schrijf(nieuw, nieuw.uitkomst)
    except Geweigerd as weigering:
        _schrijf_weigering(nieuw, weigering)
        raise
    finally:
        nieuw.loopt = False
        _huidig.reset(merk)


def _schrijf_weigering(op: Operatie, weigering: Geweigerd) -> None:
    """One row about a refusal of access; another refusal is about the input and nobody's affair."""
    if weigering.status in GEEN_TOEGANG:
        op.personen.clear()
        op.velen = 0
        op.wijziging.clear()
        with transaction.atomic():
            for tabel, rij in op.bij_weigering:
                tabel.bulk_create([rij])
            schrijf(op, "geweigerd", weigering)


def action(
    scheme: Scheme | str, naam: str
) -> Callable[[Callable[Concatenate[Actor, P], R]], Callable[Concatenate[Actor, P], R]]:
    """One intention of a user: opens the transaction and writes the log rows, nothing more.

    The wrapped function takes the `Actor` first and asks for its access through the gate.
    """
    scheme_naam = scheme if isinstance(scheme, str) else scheme.naam

    def omhul(functie: Callable[Concatenate[Actor, P], R]) -> Callable[Concatenate[Actor, P], R]:
        @functools.wraps(functie)
        def uitgevoerd(actor: Actor, *args: P.args, **kwargs: P.kwargs) -> R:
            with operatie(scheme_naam, naam, actor):
                return functie(actor, *args, **kwargs)

        return cast(Callable[Concatenate[Actor, P], R], uitgevoerd)

    return omhul


query = action
"""Reading is logged like doing: the same wrapper under the name a reader expects."""


def inzien(
    scheme: Scheme | str, naam: str
) -> Callable[[Callable[Concatenate[Actor, P], R]], Callable[Concatenate[Actor, P], R]]:
    """A read that touches nobody's data: a refusal is logged, a look is not. It opens no transaction.

    Inside an operation, or inside another such read, the outer one logs.
    """
    scheme_naam = scheme if isinstance(scheme, str) else scheme.naam

    def omhul(functie: Callable[Concatenate[Actor, P], R]) -> Callable[Concatenate[Actor, P], R]:
        @functools.wraps(functie)
        def gelezen(actor: Actor, *args: P.args, **kwargs: P.kwargs) -> R:
            if _huidig.get() is not None or _ziet_in.get():
                return functie(actor, *args, **kwargs)
            merk = _ziet_in.set(True)
            try:
                return functie(actor, *args, **kwargs)
            except Geweigerd as weigering:
                _schrijf_weigering(Operatie(scheme_naam, naam, actor, timezone.now()), weigering)
                raise
            finally:
                _ziet_in.reset(merk)

        return cast(Callable[Concatenate[Actor, P], R], gelezen)

    return omhul
