"""One's own rounds of letters, and how far each is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.logboek.operatie import inzien
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering.domain.brieven import (
    REDENEN,
)
from samenhang.schemes.vroegsignalering.models import Briefopdracht, Brievenronde
from samenhang.schemes.vroegsignalering.queries.brieven.vooraf import WERKERS
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Rondestand:
    """A round with how far it is; nothing in it is about a person."""

    ronde: Brievenronde
    wacht: int
    gedaan: int
    vervallen: int
    redenen: tuple[tuple[Tekst, int], ...] = ()

    @property
    def totaal(self) -> int:
        """Households in the round."""
        return self.wacht + self.gedaan + self.vervallen

    @property
    def procent(self) -> int:
        """How far it is, 0 to 100."""
        return 100 * (self.totaal - self.wacht) // self.totaal if self.totaal else 100


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
        raise Geweigerd(
            "ronde_onbekend",
            Tekst("Deze ronde bestaat niet of is van een collega.", "This round does not exist or is a colleague's."),
            status=404,
        )  # fmt: skip
    return _standen([rij])[0]


def _standen(rijen: Sequence[Brievenronde]) -> list[Rondestand]:
    telling: Counter[tuple[UUID, str, str]] = Counter(
        Briefopdracht.objects.filter(ronde__in=rijen).values_list("ronde_id", "status", "reden")
    )
    standen = []
    for rij in rijen:
        eigen = {(s, r): n for (ronde, s, r), n in telling.items() if ronde == rij.id}
        per = Counter[str]()
        for (status, _), aantal in eigen.items():
            per[status] += aantal
        redenen = tuple((REDENEN[r], n) for (s, r), n in sorted(eigen.items()) if s == "vervallen")
        standen.append(Rondestand(rij, per["wacht"], per["gedaan"], per["vervallen"], redenen))
    return standen
