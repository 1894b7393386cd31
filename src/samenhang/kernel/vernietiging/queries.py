"""The destruction records of the own organisation, for who answers for retention."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.vernietiging.models import Vernietiging

ROLLEN = ("fg", "auditor", "beleid", "beheerder")
PER_BLAD = 50
KOLOMMEN = (
    "moment",
    "regel",
    "termijn",
    "artikel",
    "status",
    "aantallen",
    "door",
    "operatie",
    "op",
    "vervroegd",
    "na_herstel",
    "gewist",
)


@dataclass(frozen=True, slots=True)
class VernietigingFilter:
    """Which records: period (both days included) and rule; `na` is the id of the last one of the page before."""

    van: date | None = None
    tot: date | None = None
    regel: str = ""
    na: UUID | None = None


@dataclass(frozen=True, slots=True)
class VernietigingBeeld:
    """One record; `uitgeveegd` is when the files of the database no longer held the bytes, None while they may."""

    id: UUID
    moment: datetime
    scheme: str
    regel: str
    termijn: str
    artikel: str
    status: str
    aantallen: tuple[tuple[str, int], ...]
    door: str
    operatie_id: UUID
    op: date | None
    vervroegd: bool
    na_herstel: bool
    uitgeveegd: datetime | None

    def cellen(self) -> tuple[object, ...]:
        """The row as `KOLOMMEN` names it."""
        aantallen = ", ".join(f"{naam}: {aantal}" for naam, aantal in self.aantallen)
        return (
            self.moment.isoformat(), self.regel, self.termijn, self.artikel, self.status, aantallen, self.door,
            self.operatie_id, self.op or "", "J" if self.vervroegd else "N", "J" if self.na_herstel else "N",
            self.uitgeveegd.isoformat() if self.uitgeveegd else "",
        )  # fmt: skip


@query("kernel", "vernietigingen bekijken")
def vernietigingen(
    actor: Actor, filter_: VernietigingFilter | None = None
) -> tuple[tuple[VernietigingBeeld, ...], UUID | None]:
    """A page of records, newest first, and the cursor of the next. No personal data; `Geweigerd` without a role for it."""
    keuze = filter_ or VernietigingFilter()
    schemes = actor.schemes_met(*ROLLEN)
    if not schemes:
        raise Geweigerd(
            "rol_ontbreekt",
            Tekst(
                "Dit is voor functionaris gegevensbescherming, auditor, beleid en beheer.",
                "This is for data protection officer, auditor, policy and administration.",
            ),
            status=403,
        )
    rijen = Vernietiging.objects.filter(organisatie_id=actor.organisatie, scheme__in=schemes)
    if keuze.van:
        rijen = rijen.filter(moment__gte=begin_van(keuze.van))
    if keuze.tot:
        rijen = rijen.filter(moment__lt=begin_van(keuze.tot + timedelta(days=1)))
    if keuze.regel:
        rijen = rijen.filter(regel=keuze.regel)
    if keuze.na:
        rijen = rijen.filter(id__lt=keuze.na)
    gevonden = list(rijen.order_by("-id")[: PER_BLAD + 1])
    beelden = tuple(
        VernietigingBeeld(
            id=rij.id,
            moment=rij.moment,
            scheme=rij.scheme,
            regel=rij.regel,
            termijn=rij.termijn,
            artikel=rij.artikel,
            status=rij.status,
            aantallen=tuple(rij.aantallen.items()),
            door=rij.door,
            operatie_id=rij.operatie_id,
            op=rij.op,
            vervroegd=rij.vervroegd,
            na_herstel=rij.na_herstel,
            uitgeveegd=rij.uitgeveegd,
        )
        for rij in gevonden[:PER_BLAD]
    )
    return beelden, beelden[-1].id if len(gevonden) > PER_BLAD else None
