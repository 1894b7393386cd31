"""What a supervisor reads and concludes of the points that the log gave: a list, one point, a judgement for good."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.logboek import woorden
from samenhang.kernel.logboek.models import Auditregel
from samenhang.kernel.logboek.operatie import KERNEL
from samenhang.kernel.normen.normen import Norm
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.besluit import dag_van
from samenhang.kernel.toezicht import drempels
from samenhang.kernel.toezicht.audit import AuditBeeld, beelden
from samenhang.kernel.toezicht.domain.uitleg import uitleg
from samenhang.kernel.toezicht.domain.waarnemen import NOOD, OORDELEN, SOORTEN
from samenhang.kernel.toezicht.kijken import onder_toezicht
from samenhang.kernel.toezicht.models import Toetsoordeel, Toetspunt, Toetstaak
from samenhang.kernel.zaken.models import Tijdlijnregel, Zaak

PER_BLAD = 50
STANDEN = ("open", "getoetst")
NOODREGEL = "nood"
"""The kind of line in the timeline of a case that holds why somebody could not wait."""


@dataclass(frozen=True, slots=True)
class Toetsfilter:
    """Which points: open or reviewed, of which kind; `na` is the id of the last one of the page before."""

    stand: str = ""
    soort: str = ""
    na: UUID | None = None


@dataclass(frozen=True, slots=True)
class Oordeelbeeld:
    """A judgement: what, why, by whom and when."""

    oordeel: str
    motivering: str
    door: str
    moment: datetime

    @property
    def titel(self) -> Tekst:
        """The judgement in words."""
        return OORDELEN[self.oordeel]


@dataclass(frozen=True, slots=True)
class Toetsbeeld:
    """A point as a supervisor sees it: what, when, who, why, by when, and what came of it.

    `reden` is what the worker wrote about an emergency; it goes when the case goes. `taak` is since when its review
    is a task because it is late. `van_mij`: the supervisor did it himself, so another one reviews it.
    """

    id: UUID
    soort: str
    moment: datetime
    gebruiker: str
    functies: tuple[Tekst, ...]
    zaak: str
    uitleg: Tekst
    reden: str
    aantal: int
    gevonden: datetime
    uiterlijk: date
    norm: str
    te_laat: bool
    taak: datetime | None
    van_mij: bool
    oordeel: Oordeelbeeld | None

    @property
    def titel(self) -> Tekst:
        """The kind in words."""
        return SOORTEN[self.soort]


@dataclass(frozen=True, slots=True)
class Toetsblad:
    """A page of points, what is open and due first on top; `open` and `te_laat` count all of them."""

    punten: tuple[Toetsbeeld, ...]
    volgende: UUID | None
    open: int
    te_laat: int
    drempels: tuple[Norm, ...]
    filter: Toetsfilter


@dataclass(frozen=True, slots=True)
class Toetsdossier:
    """One point with the rows of the audit log that it rests on."""

    punt: Toetsbeeld
    regels: tuple[AuditBeeld, ...]


def toetspunten(actor: Actor, filter_: Toetsfilter | None = None) -> Toetsblad:
    """The points of the own organisation, and of parties whose accounts it keeps. Raises `NietToegestaan` for who holds no supervision."""
    keuze = filter_ or Toetsfilter()
    _keur(keuze)
    wat = {naam: str(waarde) for naam, waarde in (("stand", keuze.stand), ("soort", keuze.soort)) if waarde}
    with onder_toezicht(actor, "toetspunten bekijken", filter=wat) as (_, schemes):
        eigen = _eigen(actor, schemes)
        open_ = eigen.filter(oordeel__isnull=True)
        rijen = {"open": open_, "getoetst": eigen.filter(oordeel__isnull=False)}.get(keuze.stand, eigen)
        if keuze.soort:
            rijen = rijen.filter(soort=keuze.soort)
        if keuze.stand == "open":
            gevonden = _na(rijen.order_by("uiterlijk", "id"), keuze.na, eerst_wat_moet=True)
        else:
            gevonden = _na(rijen.order_by("-id"), keuze.na, eerst_wat_moet=False)
        punten = tuple(_beelden(actor, gevonden[:PER_BLAD]))
        return Toetsblad(
            punten,
            punten[-1].id if len(gevonden) > PER_BLAD else None,
            open_.count(),
            open_.filter(uiterlijk__lt=dag_van(timezone.now())).count(),
            drempels.gepubliceerd(dag_van(timezone.now())),
            keuze,
        )


def toetspunt(actor: Actor, punt_id: UUID) -> Toetsdossier:
    """One point. Raises `Geweigerd` (404) for one that is not of the own organisation or register."""
    with onder_toezicht(actor, "toetspunt bekijken", toetspunt=str(punt_id)) as (_, schemes):
        punt = _een(_eigen(actor, schemes), punt_id)
        rijen = Auditregel.objects.filter(
            organisatie_id=punt.organisatie_id, operatie_id__in=punt.operaties
        ).order_by("id")
        return Toetsdossier(next(iter(_beelden(actor, [punt]))), tuple(beelden(list(rijen))))


def oordeel(actor: Actor, punt_id: UUID, uitkomst: str, motivering: str) -> Toetsbeeld:
    """Conclude about a point, with the reason; it stays as it is written.

    Raises `Geweigerd`: 404 for a point that is not here, 403 for one about the reviewer himself, 409 when it was
    reviewed already, 400 for a judgement or reason that will not do.
    """
    with onder_toezicht(actor, "toetspunt beoordelen", toetspunt=str(punt_id)) as (op, schemes):
        punt = _een(_eigen(actor, schemes), punt_id)
        if punt.gebruiker_id == actor.gebruiker_id:
            raise Geweigerd(
                "eigen_handelen",
                Tekst("Dit deed u zelf. Een andere toezichthouder beoordeelt het.", "You did this yourself. Another supervisor reviews it."),
                status=403,
            )  # fmt: skip
        if Toetsoordeel.objects.filter(toetspunt=punt).exists():
            raise _al_getoetst()
        waarom = _keur_oordeel(uitkomst, motivering)
        assert actor.gebruiker_id is not None  # who holds a role has an account
        try:
            with transaction.atomic():
                Toetsoordeel.objects.create(
                    toetspunt=punt, oordeel=uitkomst, motivering=waarom, door=actor.naam, door_id=actor.gebruiker_id, moment=op.nu
                )  # fmt: skip
        except IntegrityError as fout:  # another reviewer was first, at this very moment
            raise _al_getoetst() from fout
        Toetstaak.objects.filter(toetspunt=punt, klaar__isnull=True).update(klaar=op.nu)
        op.verandert(soort=punt.soort, oordeel=uitkomst)
        return next(iter(_beelden(actor, [Toetspunt.objects.get(id=punt.id)])))


def geldende_drempels(actor: Actor) -> tuple[Norm, ...]:
    """By what is measured, with source and status: for every worker, because it is about them."""
    if actor.organisatie_id is None:
        raise Geweigerd(
            "geen_organisatie",
            Tekst("Deze drempels gaan over medewerkers.", "These thresholds are about workers."),
            status=403,
        )
    return drempels.gepubliceerd(dag_van(timezone.now()))


def _eigen(actor: Actor, schemes: Collection[str]) -> QuerySet[Toetspunt]:
    return Toetspunt.objects.filter(
        Q(organisatie_id=actor.organisatie)
        | Q(organisatie_id__in=Organisatie.objects.filter(beheerd_door_id=actor.organisatie).values("id")),
        scheme__in=(*schemes, KERNEL),
    )


def _een(rijen: QuerySet[Toetspunt], punt_id: UUID) -> Toetspunt:
    punt = rijen.filter(id=punt_id).first()
    if punt is None:
        raise Geweigerd(
            "toetspunt_onbekend",
            Tekst("Dit toetspunt is hier niet bekend. Kies het uit de lijst.", "This point is not known here. Choose it from the list."),
            status=404,
        )  # fmt: skip
    return punt


def _al_getoetst() -> Geweigerd:
    return Geweigerd(
        "al_getoetst",
        Tekst("Dit is al beoordeeld; een oordeel verandert niet meer.", "This was reviewed already; a judgement does not change."),
        status=409,
    )  # fmt: skip


def _na(rijen: QuerySet[Toetspunt], na: UUID | None, *, eerst_wat_moet: bool) -> list[Toetspunt]:
    if na is not None:
        vorige = rijen.filter(id=na).first()
        if vorige is None:
            raise _filter_onjuist()
        later = Q(uiterlijk__gt=vorige.uiterlijk) | Q(uiterlijk=vorige.uiterlijk, id__gt=vorige.id)
        rijen = rijen.filter(later if eerst_wat_moet else Q(id__lt=vorige.id))
    return list(rijen[: PER_BLAD + 1])


def _keur(keuze: Toetsfilter) -> None:
    if keuze.stand not in ("", *STANDEN) or keuze.soort not in ("", *SOORTEN):
        raise _filter_onjuist()


def _filter_onjuist() -> Geweigerd:
    return Geweigerd(
        "filter_onjuist",
        Tekst(
            f"Kies als stand {' of '.join(STANDEN)}, als soort {', '.join(SOORTEN)}, en blader met wat de lijst gaf.",
            f"Choose {' or '.join(STANDEN)} as state, {', '.join(SOORTEN)} as kind, and page with what the list gave.",
        ),
    )


def _keur_oordeel(uitkomst: str, motivering: str) -> str:
    """The reason without blanks around it. Raises `Geweigerd` with a place for each thing that will not do."""
    tekst = motivering.strip()
    fouten = []
    if uitkomst not in OORDELEN:
        fouten.append(
            Fout(
                "oordeel_onbekend",
                Tekst(f"Kies uit: {', '.join(OORDELEN)}.", f"Choose from: {', '.join(OORDELEN)}."),
                Plaats(plek="/oordeel"),
            )
        )
    if not 20 <= len(tekst) <= 1000:
        fouten.append(
            Fout(
                "motivering_nodig",
                Tekst(
                    "Schrijf in 20 tot 1000 tekens wat u nakeek en waarom u dit oordeelt, zonder namen van inwoners.",
                    "Write in 20 to 1000 characters what you looked at and why you conclude this, without names of residents.",
                ),
                Plaats(plek="/motivering"),
            )
        )
    if fouten:
        raise Geweigerd("oordeel_onjuist", fouten[0].tekst, fouten=tuple(fouten))
    return tekst


def _beelden(actor: Actor, punten: Sequence[Toetspunt]) -> Iterable[Toetsbeeld]:
    ids = [punt.id for punt in punten]
    oordelen = {rij.toetspunt_id: rij for rij in Toetsoordeel.objects.filter(toetspunt_id__in=ids)}
    taken = dict(
        Toetstaak.objects.filter(toetspunt_id__in=ids, klaar__isnull=True).values_list(
            "toetspunt_id", "gemaakt"
        )
    )
    nummers = dict(Zaak.objects.filter(id__in=[punt.zaak_id for punt in punten if punt.zaak_id]).values_list("id", "nummer"))  # fmt: skip
    redenen = _redenen(punten)
    for punt in punten:
        rij = oordelen.get(punt.id)
        yield Toetsbeeld(
            id=punt.id,
            soort=punt.soort,
            moment=punt.moment,
            gebruiker=punt.gebruiker,
            functies=woorden.rollen(punt.scheme, punt.rollen),
            zaak=nummers.get(punt.zaak_id, "(vernietigd)") if punt.zaak_id else "",
            uitleg=uitleg(punt.soort, punt.aantal, punt.vergeleken),
            reden=redenen.get((punt.zaak_id, punt.moment), ""),
            aantal=punt.aantal,
            gevonden=punt.gevonden,
            uiterlijk=punt.uiterlijk,
            norm=punt.norm,
            te_laat=rij is None and punt.uiterlijk < dag_van(timezone.now()),
            taak=taken.get(punt.id),
            van_mij=punt.gebruiker_id == actor.gebruiker_id,
            oordeel=Oordeelbeeld(rij.oordeel, rij.motivering, rij.door, rij.moment) if rij else None,
        )


def _redenen(punten: Sequence[Toetspunt]) -> dict[tuple[UUID | None, datetime], str]:
    """What was written about each emergency, from the timeline of its case."""
    nood = [punt for punt in punten if punt.soort == NOOD and punt.zaak_id]
    if not nood:
        return {}
    rijen = Tijdlijnregel.objects.filter(
        wat=NOODREGEL, zaak_id__in={punt.zaak_id for punt in nood}, moment__in={punt.moment for punt in nood}
    )
    return {(rij.zaak_id, rij.moment): rij.reden for rij in rijen}
