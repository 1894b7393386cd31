"""The rows that an operation leaves in both logs: what they hold, and writing them in its transaction."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from samenhang.kernel.basis import Geweigerd, spoor
from samenhang.kernel.logboek.lopend import Operatie
from samenhang.kernel.logboek.models import Auditregel, Verwerking, zouten
from samenhang.kernel.logboek.pseudoniem import betrokkene
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.stapel import stort, voeg_in
from samenhang.kernel.toegang import NietToegestaan

KERNEL = "kernel"
"""The scheme of operations that belong to none: administration, the logs, the account."""

GEMEENTE = "gemeente"
"""The kind of organisation whose registers a deployment keeps; the machine of any other calls from elsewhere."""


def schrijf(op: Operatie, uitkomst: str, weigering: Geweigerd | None = None) -> None:
    """Store the rows of an operation in both logs, with what came of it."""
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
            **gelijk(op),
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
                uitvoerder=actor.uitvoerder[:200],
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
                grondslagen=_grondslagen(op),
                instemming=",".join(_instemming(op)),
                uitstel=_uitstel(op),
                nood=any(b.feiten.nood for b in op.beslissingen),
                plichten=",".join(sorted({naam for b in op.beslissingen for naam in b.besluit.plichten})),
                tabel_hash=eerste.besluit.tabel_hash if eerste else "",
                reden="" if op.zaak_id else op.reden,
                wijziging=op.wijziging,
                aantal_personen=len(op.personen) + op.velen,
            )
        ]
    )


def raakt_velen(op: Operatie, brokken: Iterable[Sequence[tuple[str, str, str]]]) -> None:
    """As `Operatie.raakt`, for so many persons that they are not kept: their rows are written now, under the decisions
    taken so far. Each is (id, span, pseudonym): see `pseudoniem`. None of them may be named in `raakt` too.
    """
    velden = ("id", "span_id", "betrokkene", "zout")
    gezouten = (list(map(_met_zout, brok, zouten(len(brok)))) for brok in brokken)
    op.velen += stort(Verwerking, velden, gezouten, **gelijk(op), einde=timezone.now())


def _met_zout(rij: tuple[str, str, str], zout: str) -> tuple[str, str, str, str]:
    return (*rij, zout)


def gelijk(op: Operatie) -> dict[str, Any]:
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
        "grondslagen": _grondslagen(op),
        "categorieen": ",".join(_verleend(op)),
        "organisatie_id": op.actor.organisatie_id,
        "rol": _rollen(op),
    }


def _grondslagen(op: Operatie) -> str:
    """The legal bases on which something was granted."""
    return ",".join(sorted({naam for b in op.beslissingen for naam in b.besluit.grondslagen}))


def _instemming(op: Operatie) -> list[str]:
    """What was asked that the person had agreed to share, as the decision knew it."""
    return sorted(
        {
            naam
            for b in op.beslissingen
            for naam in b.feiten.instemming & (b.verzoek.leest | b.verzoek.schrijft)
        }
    )


def _uitstel(op: Operatie) -> str:
    """Until when informing the person was put off, as the decision knew it; the latest of several."""
    dagen = [b.feiten.uitstel_tot for b in op.beslissingen if b.feiten.uitstel_tot is not None]
    return max(dagen).isoformat() if dagen else ""


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


def _verleend(op: Operatie) -> list[str]:
    return sorted({naam for b in op.beslissingen for naam in b.besluit.leest | b.besluit.schrijft})
