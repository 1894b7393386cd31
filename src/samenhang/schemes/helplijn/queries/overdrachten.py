"""Hand-overs: how they stand for who works at the line, without names; and the resident's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.logboek.operatie import inzien, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_onbekend
from samenhang.schemes.helplijn.domain.overdracht import CATEGORIEEN, VERVALT
from samenhang.schemes.helplijn.models import Hulpwens, Overdrachtstand
from samenhang.schemes.helplijn.queries.gemeenten import namen
from samenhang.schemes.helplijn.scheme import AAN_DE_LIJN, SCHEME


@dataclass(frozen=True, slots=True)
class Overdrachtregel:
    """A hand-over as every door shows it: nothing of the caller. `vervalt` is when its data go, picked up or not."""

    id: UUID
    nummer: str
    gemeentecode: str
    gemeente: str
    dringend: bool
    gemaakt: datetime
    stand: str
    sinds: datetime
    vervalt: date

    @property
    def in_te_trekken(self) -> bool:
        """Whether the line can still stop it."""
        return self.stand == "aangeboden"


@dataclass(frozen=True, slots=True)
class EigenOverdracht:
    """What the line has of a resident, as he sees it."""

    zaak: Zaak
    naam: str
    telefoon: str
    email: str
    wens: Hulpwens
    doorgegeven: tuple[UitgaandeOverdracht, ...]
    vervalt: date


@inzien(SCHEME, "overdrachten bekijken")
def overdrachten(
    actor: Actor, *, stand: str = "", begin: int = 0, aantal: int = 50
) -> tuple[Sequence[Overdrachtregel], int]:
    """A page of the hand-overs of this line, the newest first; and how many there are."""
    rol_vereist(actor, SCHEME.naam, *AAN_DE_LIJN)
    rijen = Overdrachtstand.objects.filter(organisatie_id=actor.organisatie)
    if stand:
        rijen = rijen.filter(stand=stand)
    van = namen()
    bladzijde = rijen.order_by("-gemaakt", "-zaak")[begin : begin + aantal]
    return [
        Overdrachtregel(
            rij.zaak,
            rij.nummer,
            rij.gemeentecode,
            van.get(rij.gemeentecode, ""),
            rij.dringend,
            rij.gemaakt,
            rij.stand,
            rij.sinds,
            timezone.localdate(rij.gemaakt + VERVALT) + timedelta(days=1),
        )
        for rij in bladzijde
    ], rijen.count()


@query(SCHEME, "mijn overdrachten bekijken")
def mijn_overdrachten(actor: Actor) -> list[EigenOverdracht]:
    """All that the line has of this resident, the newest first; empty once it was destroyed."""
    if actor.persoon_id is None:
        raise zaak_onbekend()
    eigen = Betrokkene.objects.filter(persoon_id=actor.persoon_id).values("zaak_id")
    uit = []
    for zaak in Zaak.objects.filter(id__in=eigen, scheme=SCHEME.naam).order_by("-geopend", "-id"):
        toegang = toegang_tot(actor, zaak, leest=CATEGORIEEN, doel="inzage", personen=[actor.persoon_id])
        naw = Naw.objects.met(toegang).filter(persoon_id=actor.persoon_id).first()
        contact = Contactgegeven.objects.met(toegang).filter(persoon_id=actor.persoon_id).first()
        wens = Hulpwens.objects.met(toegang).filter(zaak=zaak).first()
        if naw is None or contact is None or wens is None:
            continue
        uit.append(
            EigenOverdracht(
                zaak,
                naw.weergavenaam,
                contact.telefoon,
                contact.email,
                wens,
                tuple(UitgaandeOverdracht.objects.filter(zaak=zaak).order_by("gemaakt", "id")),
                timezone.localdate(zaak.geopend + VERVALT) + timedelta(days=1),
            )
        )
    return uit
