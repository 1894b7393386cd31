"""The objections that wait for a decision, for who decides: nothing of the case, and no name of whom it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.models import BEZWAAR, Bezwaar
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import Deelname, Taak, Zaak, ZaakTermijn
from samenhang.kernel.zaken.queries import toegang_tot, zaak_onbekend, zaak_van
from samenhang.schemes.zvh.domain.proces import LEIDER
from samenhang.schemes.zvh.domain.tafel import DEELNEMER
from samenhang.schemes.zvh.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Bezwaarregel:
    """A case with an objection that waits: its number, who treats it, and the last day of the decision."""

    id: UUID
    nummer: str
    behandelaar: str
    uiterlijk: date | None
    eigen: bool


@dataclass(frozen=True, slots=True)
class Bezwaarbeeld:
    """The objections in a case, with the organisations that take part in it: they are consulted on the decision."""

    zaak: Zaak
    bezwaren: tuple[Bezwaar, ...]
    deelnemers: tuple[str, ...]
    termijnen: tuple[ZaakTermijn, ...]

    @property
    def open(self) -> Bezwaar | None:
        """The one that waits for a decision."""
        return next((rij for rij in self.bezwaren if rij.open), None)


@query(SCHEME, "bezwaren tegen het huis bekijken")
def bezwaren(actor: Actor) -> list[Bezwaarregel]:
    """The cases in which an objection waits, what is due first on top; `eigen` ones a colleague decides on."""
    rol_vereist(actor, SCHEME.naam, *LEIDER)
    if actor.medewerker_id is None:
        raise zaak_onbekend()
    wacht = Taak.objects.filter(zaak_id=OuterRef("id"), soort=BEZWAAR, klaar__isnull=True)
    rijen = Zaak.objects.filter(
        Exists(wacht), scheme=SCHEME.naam, organisatie_id=actor.organisatie
    ).select_related("behandelaar")
    einde = dict(
        ZaakTermijn.objects.filter(zaak__in=rijen, regel=BEZWAAR, klaar__isnull=True).values_list(
            "zaak_id", "einde"
        )
    )
    uit = [
        Bezwaarregel(
            rij.id,
            rij.nummer,
            rij.behandelaar.naam if rij.behandelaar else "",
            einde.get(rij.id),
            rij.behandelaar_id == actor.medewerker_id,
        )
        for rij in rijen
    ]
    return sorted(uit, key=lambda regel: (regel.uiterlijk or date.max, regel.nummer))


@query(SCHEME, "bezwaar tegen het huis bekijken")
def bezwaar(actor: Actor, zaak_id: UUID) -> Bezwaarbeeld:
    """The objections in one case; refused to who treats it."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    toegang = toegang_tot(actor, zaak, leest=(BEZWAAR,), doel=BEZWAAR)
    mee = Deelname.objects.filter(zaak=zaak, betrokkenheid=DEELNEMER, tot__isnull=True)
    return Bezwaarbeeld(
        zaak,
        tuple(Bezwaar.objects.met(toegang).filter(zaak=zaak).order_by("datum", "id")),
        tuple(sorted(set(mee.values_list("medewerker__organisatie__naam", flat=True)))),
        tuple(zaak.termijnen.filter(klaar__isnull=True, regel=BEZWAAR)),
    )
