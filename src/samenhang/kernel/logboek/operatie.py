"""One operation: a transaction, the decisions in it and the log rows about it.

`@action` and `@query` wrap what a user does and reads. An action that calls a query, or another action,
stays inside the same operation: one operation id, one transaction.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Manager, QuerySet
from django.utils import timezone
from django.utils.text import slugify

from samenhang.kernel.basis import Geweigerd, nieuw_id, spoor
from samenhang.kernel.logboek.models import Auditregel, Verwerking, zouten
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Scheme
from samenhang.kernel.stapel import stort, voeg_in
from samenhang.kernel.stapel.uitdrukkingen import hmac as hmac_sql
from samenhang.kernel.stapel.uitdrukkingen import sleutelhelften
from samenhang.kernel.toegang import Besluit, Feiten, NietToegestaan, Verzoek

P = ParamSpec("P")
R = TypeVar("R")

KERNEL = "kernel"
"""The scheme of operations that belong to none: administration, the logs, the account."""

GEMEENTE = "gemeente"
"""The kind of organisation whose registers a deployment keeps; the machine of any other calls from elsewhere."""

GEEN_TOEGANG = (401, 403, 404)
"""Refusals that are about who asks; a case of another organisation is "not found" for who may not know of it."""

_huidig: ContextVar[Operatie | None] = ContextVar("operatie", default=None)
_ziet_in: ContextVar[bool] = ContextVar("ziet_in", default=False)


@dataclass
class _Beslissing:
    verzoek: Verzoek
    feiten: Feiten
    besluit: Besluit
    zaak_id: UUID | None


@dataclass
class Operatie:
    """What is going on: who does what, which decisions were taken and whose data were touched.

    `uitkomst` is "geweigerd" where answering no is what was asked, and nothing has to be undone.
    """

    scheme: str
    naam: str
    actor: Actor
    nu: datetime
    id: UUID = field(default_factory=nieuw_id)
    beslissingen: list[_Beslissing] = field(default_factory=list)
    personen: dict[UUID, None] = field(default_factory=dict)
    zaak_id: UUID | None = None
    reden: str = ""
    wijziging: dict[str, Any] = field(default_factory=dict)
    later: dict[Manager[Any], list[Any]] = field(default_factory=dict)
    bij_weigering: list[tuple[QuerySet[Any], Any]] = field(default_factory=list)
    velen: int = 0
    uitkomst: str = "verleend"
    loopt: bool = True

    def noteer(self, verzoek: Verzoek, feiten: Feiten, besluit: Besluit, zaak_id: UUID | None) -> None:
        """Keep a decision for the log rows."""
        self.beslissingen.append(_Beslissing(verzoek, feiten, besluit, zaak_id))
        self.zaak_id = self.zaak_id or zaak_id

    def raakt(self, personen: Iterable[UUID]) -> None:
        """These persons' data are shown or changed: each gets a row in the processing log."""
        self.personen.update(dict.fromkeys(personen))

    def raakt_velen(self, brokken: Iterable[Sequence[tuple[str, str, str]]]) -> None:
        """The same for so many persons that they are not kept here: their rows are written now, under the decisions
        taken so far. Each is (id, span, pseudonym): see `pseudoniem`. None of them may be named in `raakt` too.
        """
        velden = ("id", "span_id", "betrokkene", "zout")
        gezouten = (list(map(_met_zout, brok, zouten(len(brok)))) for brok in brokken)
        self.velen += stort(Verwerking, velden, gezouten, **_gelijk(self), einde=timezone.now())

    def verandert(self, reden: str = "", **wijziging: Any) -> None:
        """What changed (old and new) and why, for the audit log.

        A reason about a case is free text about people: it stands in the timeline, which goes when the case goes,
        and not in a log that only grows.
        """
        self.reden = reden or self.reden
        self.wijziging.update(wijziging)

    def schrijf_later(self, tabel: Manager[Any], rij: Any) -> None:
        """Store a row at the end of the operation, in one statement with the others of its table.

        For rows that tell what was done and that nothing in the operation reads back.
        """
        self.later.setdefault(tabel, []).append(rij)

    def bewaar_bij_weigering(self, tabel: QuerySet[Any], rij: Any) -> None:
        """Store a row only when this operation is refused for want of access, beside the log row that says so."""
        self.bij_weigering.append((tabel, rij))


def huidige_operatie() -> Operatie:
    """The operation that is going on; a `LookupError` outside any is a fault in the program."""
    operatie = _huidig.get()
    if operatie is None:
        raise LookupError("geen operatie: gebruik @action of @query")
    return operatie


def betrokkene(persoon_id: UUID) -> str:
    """The pseudonym of a person in the processing log: HMAC-SHA-256 under the deployment's key, 128 bits."""
    return hmac.digest(_sleutel(settings.SECRET_KEY), persoon_id.bytes, "sha256").hex()[:32]


def pseudoniem(id_: str) -> tuple[str, dict[str, bytes]]:
    """The same as an expression of DuckDB over an id in 32 digits, with its parameters."""
    binnen, buiten = sleutelhelften(_sleutel(settings.SECRET_KEY))
    som = hmac_sql(f"unhex({id_})", "$log_binnen", "$log_buiten")
    return f"left({som}, 32)", {"log_binnen": binnen, "log_buiten": buiten}


@functools.cache
def _sleutel(geheim: str) -> bytes:
    return hashlib.sha256(b"logboek|" + geheim.encode()).digest()


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
            _schrijf(nieuw, nieuw.uitkomst)
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
            _schrijf(op, "geweigerd", weigering)


def _rollen(op: Operatie) -> str:
    """The roles under which someone acts: those in the scheme, or all of them in what belongs to no scheme."""
    actor = op.actor
    namen = set(actor.rollen.get(op.scheme, frozenset()))
    if op.scheme == KERNEL:
        namen |= {rol for rollen in actor.rollen.values() for rol in rollen}
    return ",".join(sorted(namen))[:100] or ("inwoner" if actor.persoon_id else "")


def _geweigerd(op: Operatie, weigering: Geweigerd | None) -> list[list[str]]:
    """Category and reason of each refusal; without category when it was no decision on data that refused."""
    geweigerd = [list(paar) for b in op.beslissingen for paar in b.besluit.geweigerd]
    if weigering is not None and not isinstance(weigering, NietToegestaan):
        geweigerd.append(["", weigering.code])
    return geweigerd


def _actie(op: Operatie) -> str:
    """The kind of action of NEN 7513: only read, recorded too, or executed without a decision on data."""
    if not op.beslissingen:
        return "E"
    return "U" if any(b.verzoek.schrijft for b in op.beslissingen) else "R"


def _van_elders(actor: Actor, trace: str, ouder: str) -> dict[str, str]:
    """The operation of another organisation that called, when its machine said which."""
    if not ouder or actor.kanaal != "api" or actor.organisatiesoort == GEMEENTE or not actor.organisatie_id:
        return {}
    return {
        "elders": f"urn:samenhang:organisatie:{actor.organisatie_id}",
        "elders_trace": trace,
        "elders_operatie": ouder,
    }


def _spoor(op: Operatie) -> tuple[str, str]:
    """The trace of an operation, and the span that called it (empty when there is none)."""
    hier = spoor.huidig()
    trace, _, ouder = (op.actor.trace or (hier.trace_id if hier else op.id.hex)).partition("-")
    return trace, ouder


def _met_zout(rij: tuple[str, str, str], zout: str) -> tuple[str, str, str, str]:
    return (*rij, zout)


def _verleend(op: Operatie) -> list[str]:
    return sorted({naam for b in op.beslissingen for naam in b.besluit.leest | b.besluit.schrijft})


def _gelijk(op: Operatie) -> dict[str, Any]:
    """What is the same in every row of an operation in the processing log, but for its end."""
    trace, ouder = _spoor(op)
    eerste = op.beslissingen[0] if op.beslissingen else None
    return {
        "operatie_id": op.id,
        "trace_id": trace,
        "ouder_span_id": ouder,
        **_van_elders(op.actor, trace, ouder),
        "naam": op.naam,
        "start": op.nu,
        "status": "Ok",
        "verwerkingsactiviteit": f"urn:samenhang:verwerking:{op.scheme}:{slugify(op.naam)}",
        "scheme": op.scheme,
        "doel": eerste.verzoek.doel if eerste else "",
        "grondslagen": ",".join(sorted({naam for b in op.beslissingen for naam in b.besluit.grondslagen})),
        "categorieen": ",".join(_verleend(op)),
        "organisatie_id": op.actor.organisatie_id,
        "rol": _rollen(op),
    }


def _schrijf(op: Operatie, uitkomst: str, weigering: Geweigerd | None = None) -> None:
    actor = op.actor
    verleend = _verleend(op)
    gevraagd = sorted({naam for b in op.beslissingen for naam in b.verzoek.leest | b.verzoek.schrijft})
    hier = spoor.huidig()
    trace, _ = _spoor(op)
    eerste = op.beslissingen[0] if op.beslissingen else None
    if op.personen:
        voeg_in(
            Verwerking,
            ("span_id", "betrokkene"),
            ((os.urandom(8).hex(), betrokkene(persoon_id)) for persoon_id in op.personen),
            **_gelijk(op),
            einde=timezone.now(),
        )
    Auditregel.objects.bulk_create(
        [
            Auditregel(
                operatie_id=op.id,
                trace_id=trace,
                span_id=hier.span if hier else os.urandom(8).hex(),
                moment=op.nu,
                naam=op.naam,
                actie=_actie(op),
                uitkomst=uitkomst,
                gebruiker_id=actor.gebruiker_id,
                gebruiker=actor.naam,
                organisatie_id=actor.organisatie_id,
                rollen=_rollen(op),
                kanaal=actor.kanaal,
                scheme=op.scheme,
                zaak_id=op.zaak_id,
                doel=eerste.verzoek.doel if eerste else "",
                betrokkenheid=eerste.feiten.betrokkenheid if eerste else "",
                stap=eerste.feiten.stap if eerste else "",
                gevraagd=",".join(gevraagd),
                verleend=",".join(verleend),
                geweigerd=_geweigerd(op, weigering),
                regels=",".join(sorted({naam for b in op.beslissingen for naam in b.besluit.regels})),
                plichten=",".join(sorted({naam for b in op.beslissingen for naam in b.besluit.plichten})),
                tabel_hash=eerste.besluit.tabel_hash if eerste else "",
                reden="" if op.zaak_id else op.reden,
                wijziging=op.wijziging,
                aantal_personen=len(op.personen) + op.velen,
            )
        ]
    )


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
