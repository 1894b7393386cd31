"""One's own rounds of letters, and how far each is."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.logboek.operatie import inzien
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.plichten.brievenrondes import Rondestand as Stand
from samenhang.kernel.plichten.brievenrondes import ronde_onbekend, standen
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.domain.brieven import REDENEN
from samenhang.schemes.vroegsignalering.models import Briefopdracht, Brievenronde
from samenhang.schemes.vroegsignalering.queries.brieven.vooraf import WERKERS
from samenhang.schemes.vroegsignalering.scheme import SCHEME

Rondestand = Stand[Brievenronde]
"""A round with how far it is, in households."""


def _eigen_rondes(actor: Actor) -> QuerySet[Brievenronde]:
    rol_vereist(actor, SCHEME.naam, *WERKERS)
    assert actor.medewerker_id is not None  # who has such a role works somewhere
    return Brievenronde.objects.filter(medewerker_id=actor.medewerker_id)


@inzien(SCHEME, "brievenrondes bekijken")
def rondes(actor: Actor, aantal: int = 50, na: str = "") -> list[Rondestand]:
    """One's own rounds, the newest first; `na` continues after one."""
    rijen = _eigen_rondes(actor).order_by("-id")
    if na:
        rijen = rijen.filter(id__lt=lees_bladwijzer(na, UUID)[0])
    return _standen(list(rijen[:aantal]))


def na_ronde(stand: Rondestand) -> str:
    """The cursor after a round."""
    return bladwijzer(stand.ronde.id)


@inzien(SCHEME, "brievenrondes bekijken")
def ronde_van(actor: Actor, ronde_id: UUID) -> Rondestand:
    """One round of one's own; another's is not found."""
    rij = _eigen_rondes(actor).filter(id=ronde_id).first()
    if rij is None:
        raise ronde_onbekend()
    return _standen([rij])[0]


def _standen(rijen: Sequence[Brievenronde]) -> list[Rondestand]:
    return standen(rijen, Briefopdracht, REDENEN)
