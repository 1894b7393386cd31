"""Rounds of letters, for every scheme: begun once by a worker, then sent order by order, each order safe to repeat.

A scheme has two tables of its own (`Ronde`, `Opdracht`) and says what one order is; how far a round is, in whose name it
goes and how it goes on after a kill is the same everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Generic, TypeVar
from uuid import UUID

from django.db import models
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst, nieuw_id
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker, Organisatie
from samenhang.kernel.organisaties.queries import actor_als
from samenhang.kernel.zaken.models import Zaak

WACHT, GEDAAN, VERVALLEN = "wacht", "gedaan", "vervallen"
NIET_VAN_U: Final = "niet_van_u"
"""The reason of an order whose case is no longer of who began the round."""
PORTIE: Final = 100


class Ronde(models.Model):
    """Letters that somebody sent together, on which day; nothing in it is about a person.

    It is done when none of its orders waits. `opgehaald`: when its letters were first fetched to print.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    datum = models.DateField()
    door = models.CharField(max_length=200)
    gemaakt = models.DateTimeField()
    opgehaald = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class Opdracht(models.Model):
    """One order of a round (`ronde`, a key to its round): waits, was sent, or was left out with a reason."""

    objects: ClassVar[models.Manager[Any]] = models.Manager()
    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, default=WACHT)
    reden = models.CharField(max_length=40, blank=True)

    class Meta:
        abstract = True


R = TypeVar("R", bound=Ronde)
O = TypeVar("O", bound=Opdracht)  # noqa: E741


@dataclass(frozen=True, slots=True)
class Rondestand(Generic[R]):
    """A round with how far it is, in orders; nothing in it is about a person."""

    ronde: R
    wacht: int
    gedaan: int
    vervallen: int
    redenen: tuple[tuple[Tekst, int], ...] = ()

    @property
    def totaal(self) -> int:
        """Orders in the round."""
        return self.wacht + self.gedaan + self.vervallen

    @property
    def procent(self) -> int:
        """How far it is, 0 to 100."""
        return 100 * (self.totaal - self.wacht) // self.totaal if self.totaal else 100


def standen(
    rijen: Sequence[R], opdrachten: type[Opdracht], redenen: Mapping[str, Tekst]
) -> list[Rondestand[R]]:
    """How far these rounds are, with why orders were left out; one statement for them all."""
    telling: Counter[tuple[UUID, str, str]] = Counter(
        opdrachten.objects.filter(ronde__in=rijen).values_list("ronde_id", "status", "reden")
    )
    uit = []
    for rij in rijen:
        eigen = {(s, r): n for (ronde, s, r), n in telling.items() if ronde == rij.id}
        per = Counter[str]()
        for (status, _), aantal in eigen.items():
            per[status] += aantal
        waarom = tuple((redenen[r], n) for (s, r), n in sorted(eigen.items()) if s == VERVALLEN)
        uit.append(Rondestand(rij, per[WACHT], per[GEDAAN], per[VERVALLEN], waarom))
    return uit


def ronde_onbekend() -> Geweigerd:
    """The refusal of a round that is not there, or not one's own."""
    return Geweigerd(
        "ronde_onbekend",
        Tekst("Deze ronde bestaat niet of is van een collega.", "This round does not exist or is a colleague's."),
        status=404,
    )  # fmt: skip


def ronde_loopt(wacht: int) -> Geweigerd:
    """The refusal of a bundle of which letters are still being made."""
    return Geweigerd(
        "ronde_loopt",
        Tekst(
            f"Er worden nog {wacht} brieven gemaakt. Haal de bundel daarna op.",
            f"{wacht} letters are still being made. Get the bundle after that.",
        ),
        status=409,
    )


def laat_weg(opdracht: O, reden: str) -> O:
    """Leave an order out, with the reason; inside an operation."""
    opdracht.status, opdracht.reden = VERVALLEN, reden
    opdracht.save(update_fields=["status", "reden"])
    huidige_operatie().verandert(opdracht=str(opdracht.id), vervallen=reden)
    return opdracht


def verstuur_namens(
    opdrachten: type[O],
    opdracht_id: UUID,
    verstuur: Callable[[Actor, UUID], O],
    vervalt: Callable[[Organisatie, UUID], O],
) -> O:
    """Send one order in the name of who began its round, with the roles that he holds today.

    When its case is no longer his, or he no longer works here, `vervalt` leaves it out.
    """
    opdracht = opdrachten.objects.select_related("ronde__medewerker__organisatie").get(id=opdracht_id)
    medewerker: Medewerker = opdracht.ronde.medewerker
    dag = timezone.localdate()
    try:
        if not medewerker.werkt_op(dag):
            raise Geweigerd("niet_in_dienst", Tekst("niet in dienst", "not employed"), status=403)
        return verstuur(actor_als(medewerker, dag, kanaal="plicht"), opdracht_id)
    except Geweigerd as weigering:
        if weigering.status not in (403, 404):
            raise
    return vervalt(medewerker.organisatie, opdracht_id)


def te_maken(opdrachten: type[Opdracht], hoogstens: int, ronde_id: UUID | None = None) -> list[UUID]:
    """Orders that wait, of one round or of all, the oldest first."""
    rijen = opdrachten.objects.filter(status=WACHT)
    if ronde_id is not None:
        rijen = rijen.filter(ronde_id=ronde_id)
    return list(rijen.order_by("id").values_list("id", flat=True)[:hoogstens])


def maak_af(
    opdrachten: type[Opdracht], ronde_id: UUID, verstuur: Callable[[UUID], Any], meld: Callable[[int], None]
) -> int:
    """Send what waits in a round, order by order; gives how many were taken in hand. Killed halfway: go on later."""
    klaar = 0
    while rest := te_maken(opdrachten, PORTIE, ronde_id):
        for opdracht_id in rest:
            verstuur(opdracht_id)
            klaar += 1
            meld(klaar)
    return klaar
