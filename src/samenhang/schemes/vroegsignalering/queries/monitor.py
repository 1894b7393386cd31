"""The monitor of a year: what was published of it, beside last year and the municipality's own targets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.cijfers.berekening import Cijfer
from samenhang.kernel.cijfers.jaar import Monitorregel, vergelijk
from samenhang.kernel.cijfers.publicatie import Publicatie, publicatie
from samenhang.kernel.cijfers.streefwaarden import streefwaarden_op
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.queries.cijfers import LEZERS
from samenhang.schemes.vroegsignalering.scheme import SCHEME

EERSTE_JAAR = 2021
"""Early detection is a duty since 1 January 2021."""


@dataclass(frozen=True, slots=True)
class Monitor:
    """The year as published at a vintage: per figure a line, and the months behind it."""

    organisatie_id: UUID
    jaar: int
    peildatum: date | None
    maanden: tuple[date, ...]
    regels: tuple[Monitorregel, ...]
    maandcijfers: tuple[Cijfer, ...]
    vorige_maandcijfers: tuple[Cijfer, ...]
    jaren: tuple[int, ...]

    @property
    def waarschuwingen(self) -> tuple[Monitorregel, ...]:
        """The figures outside what occurs nationally."""
        return tuple(regel for regel in self.regels if regel.cijfer.waarschuwing)

    def van(self, indicator: str) -> tuple[Monitorregel, ...]:
        """The lines of one figure: one, or one per class."""
        return tuple(regel for regel in self.regels if regel.cijfer.indicator.naam == indicator)


@query(SCHEME, "monitor bekijken")
def monitor(actor: Actor, jaar: int | None = None, peildatum: date | None = None) -> Monitor:
    """The monitor of the own municipality over a year (default: the last one with figures), from what was published.

    Raises `Geweigerd` for a year in which there was no early detection yet, or that has yet to begin.
    """
    rol_vereist(actor, SCHEME.naam, *LEZERS)
    dit_jaar = timezone.localdate().year
    if jaar is not None and not EERSTE_JAAR <= jaar <= dit_jaar:
        raise Geweigerd(
            "jaar_onjuist",
            Tekst(f"Kies een jaar van {EERSTE_JAAR} tot en met {dit_jaar}.", f"Choose a year from {EERSTE_JAAR} to {dit_jaar}."),
        )  # fmt: skip
    gegeven = publicatie(SCHEME, actor.organisatie, peildatum)
    jaren = tuple(sorted({maand.year for maand in gegeven.maanden}, reverse=True)) if gegeven else ()
    gekozen = jaar or (jaren[0] if jaren else dit_jaar)
    dit, vorig = _van(gegeven, gekozen), _van(gegeven, gekozen - 1)
    dag = min(date(gekozen, 12, 31), gegeven.peildatum if gegeven else timezone.localdate())
    return Monitor(
        actor.organisatie,
        gekozen,
        max((cijfer.peildatum for cijfer in dit), default=None),
        tuple(dict.fromkeys(cijfer.maand for cijfer in dit)),
        vergelijk(dit, vorig, streefwaarden_op(SCHEME, actor.organisatie, dag)),
        dit,
        vorig,
        jaren,
    )


def _van(gegeven: Publicatie | None, jaar: int) -> tuple[Cijfer, ...]:
    return tuple(cijfer for cijfer in gegeven.cijfers if cijfer.maand.year == jaar) if gegeven else ()
