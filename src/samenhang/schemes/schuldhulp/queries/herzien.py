"""Revisions of the calculations of the register: how far they are, and who changes through which norm. No amounts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count
from django.utils import timezone

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.schuldhulp.actions.herzien import van_eigen
from samenhang.schemes.schuldhulp.domain.zaakherziening import Regelstand
from samenhang.schemes.schuldhulp.models import Herzieningsregel, Normherziening
from samenhang.schemes.schuldhulp.scheme import LEIDER, SCHEME

HOOGSTENS = 50
GENOEMD = tuple(stand for stand in Regelstand if stand not in (Regelstand.WACHT, Regelstand.GELIJK, Regelstand.ZONDER))  # fmt: skip
"""What the list of cases shows: those for which something is to be known or done."""


@dataclass(frozen=True, slots=True)
class Herzieningsbeeld:
    """One revision: how many cases stand how, how far it is, the norms that make the difference, and whom it touches."""

    herziening: Normherziening
    tellingen: dict[Regelstand, int]
    klaar: int
    totaal: int
    resterend: int | None
    regels: tuple[Herzieningsregel, ...]

    @property
    def bezig(self) -> bool:
        """Whether the system is at work on it."""
        rij = self.herziening
        return rij.gerekend is None or (rij.overname is not None and rij.afgerond is None)

    @property
    def over_te_nemen(self) -> int:
        """Cases that change and were not taken over."""
        return self.tellingen[Regelstand.WIJZIGT] if self.herziening.overname is None else 0

    @property
    def normen(self) -> list[dict[str, str]]:
        """The norms that make the difference, by name."""
        anders = {norm["naam"]: norm for regel in self.regels for norm in regel.normen}
        return [anders[naam] for naam in sorted(anders)]


@query(SCHEME, "normherzieningen bekijken")
def normherzieningen(actor: Actor) -> list[Normherziening]:
    """The newest revisions of this municipality."""
    rol_vereist(actor, SCHEME.naam, LEIDER)
    return list(Normherziening.objects.filter(organisatie_id=actor.organisatie)[:HOOGSTENS])


@query(SCHEME, "normherzieningen bekijken")
def normherziening(actor: Actor, herziening_id: UUID) -> Herzieningsbeeld:
    """One revision; of the cases their number, who treats them, which outcomes change and through which norms."""
    rol_vereist(actor, SCHEME.naam, LEIDER)
    rij = van_eigen(actor, herziening_id)
    per_stand = dict(rij.regels.order_by().values_list("stand").annotate(n=Count("id")))
    tellingen = Counter({Regelstand(stand): aantal for stand, aantal in per_stand.items()})
    klaar, totaal, sinds = _voortgang(rij, tellingen)
    verstreken = (timezone.now() - sinds).total_seconds()
    regels = rij.regels.filter(stand__in=GENOEMD).select_related("zaak", "zaak__behandelaar")
    return Herzieningsbeeld(
        rij,
        {stand: tellingen[stand] for stand in Regelstand},
        klaar,
        totaal,
        round(verstreken * (totaal - klaar) / klaar) if klaar and klaar < totaal else None,
        tuple(sorted(regels, key=lambda regel: (GENOEMD.index(Regelstand(regel.stand)), regel.zaak.nummer))),
    )


def _voortgang(rij: Normherziening, tellingen: Counter[Regelstand]) -> tuple[int, int, datetime]:
    """Cases done and in all of what is going on, and since when."""
    if rij.overname is None:
        totaal = tellingen.total()
        return totaal - tellingen[Regelstand.WACHT], totaal, rij.begonnen
    gedaan = tellingen[Regelstand.OVERGENOMEN] + tellingen[Regelstand.VERVALLEN]
    return gedaan, gedaan + tellingen[Regelstand.WIJZIGT], rij.overname
