"""Who looked at me: the person's own lines of the processing log, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Max
from django.db.models.functions import TruncDate

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek import woorden
from samenhang.kernel.logboek.lopend import Operatie
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.logboek.pseudoniem import betrokkene
from samenhang.kernel.logboek.woorden import Wet
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.toegang import Feiten, vraag
from samenhang.kernel.toegang.dimensies import GEEN_ZAAK, INZAGE, LOGBOEK, ZELF
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.redenen import REDENEN

NEDERLAND = ZoneInfo("Europe/Amsterdam")
PER_BLAD = 25
GELIJK = ("scheme", "naam", "organisatie_id", "rol", "doel", "grondslagen", "categorieen")
"""What lines of one day share when they are one line to the person."""


_ZWIJGT: dict[str, Callable[[Actor], bool]] = {}


def registreer_zwijgen(scheme: str, zwijgt: Callable[[Actor], bool]) -> None:
    """How a scheme says that a person may not know yet that he is in its register, because telling him was put off.

    Until that ends he reads his own looks only; afterwards everything, from the first line. `zwijgt` is asked inside
    the operation of who looks.
    """
    _ZWIJGT[scheme] = zwijgt


@dataclass(frozen=True, slots=True)
class EigenFilter:
    """Which lines: between two days (both included), of one organisation, of one kind of data; which page."""

    van: date | None = None
    tot: date | None = None
    organisatie: UUID | None = None
    categorie: str = ""
    blad: int = 1


@dataclass(frozen=True, slots=True)
class EigenRegel:
    """One line for the person: when (the last time that day, and how often), what, by whom, why, what of him.

    `zelf` is his own look; `organisatie` is then empty. `operatie` is the last of the day, by which it can be proved.
    """

    moment: datetime
    keer: int
    wat: Tekst
    organisatie: str
    functies: tuple[Tekst, ...]
    categorieen: tuple[Tekst, ...]
    wetten: tuple[Wet, ...]
    waarom: Tekst
    zelf: bool
    naam: str
    operatie: UUID


@dataclass(frozen=True, slots=True)
class EigenLogboek:
    """A page of the person's lines, and what he can choose from."""

    regels: tuple[EigenRegel, ...]
    blad: int
    meer: bool
    organisaties: tuple[tuple[UUID, str], ...]
    categorieen: tuple[tuple[str, Tekst], ...]
    filter: EigenFilter = field(default_factory=EigenFilter)


def over_mij(actor: Actor, filter_: EigenFilter | None = None) -> EigenLogboek:
    """Who processed my data, newest first; equal lines of one day are one line (NEN 7513). Looking is itself logged.

    Raises `Geweigerd` (403) for who is no resident.
    """
    keuze = filter_ or EigenFilter()
    if actor.persoon_id is None:
        raise Geweigerd(
            "geen_inwoner", Tekst("Deze pagina is voor inwoners.", "This page is for residents."), status=403
        )
    persoon = Persoon.objects.filter(id=actor.persoon_id).first()
    if persoon is None:  # his data have been destroyed, and with them what was logged about them
        return EigenLogboek((), 1, False, (), (), keuze)
    with operatie(persoon.scheme, "eigen logboek bekijken", actor) as op:
        alleen_zelf = _vraag_eigen(op, actor, persoon)
        op.raakt([persoon.id])
        return _eigen(betrokkene(persoon.id), persoon.scheme, keuze, alleen_zelf=alleen_zelf)


def _vraag_eigen(op: Operatie, actor: Actor, persoon: Persoon) -> bool:
    """Decide that he reads his own log; gives whether it keeps silent about others for now."""
    vraag(
        op,
        beslistabel(),
        actor,
        scheme=persoon.scheme,
        doel=INZAGE,
        organisatie_id=persoon.organisatie_id,
        feiten=Feiten(ZELF, GEEN_ZAAK),
        leest=(LOGBOEK,),
        personen=[persoon.id],
    )
    zwijgt = _ZWIJGT.get(persoon.scheme)
    return zwijgt is not None and zwijgt(actor)


@dataclass(frozen=True, slots=True)
class GeweigerdeBlik:
    """Somebody wanted to look and was refused: when, in what function, of which organisation, what, and why not."""

    moment: datetime
    organisatie: str
    functies: tuple[Tekst, ...]
    wat: Tekst
    reden: Tekst


def geweigerd_over_mij(actor: Actor, zaken: Iterable[UUID]) -> list[GeweigerdeBlik]:
    """Who was refused in these cases of the person, the newest first; without names, as the rest of his log.

    Inside an operation of his; the caller names only cases that are his. Raises `NietToegestaan` for anybody else.
    """
    persoon = Persoon.objects.filter(id=actor.persoon_id).first() if actor.persoon_id else None
    if persoon is None:
        return []
    with operatie(persoon.scheme, "eigen logboek bekijken", actor) as op:
        if _vraag_eigen(op, actor, persoon):
            return []
        rijen = Auditregel.objects.filter(
            zaak_id__in=list(zaken), uitkomst="geweigerd", organisatie_id__isnull=False
        )
        gevonden = list(rijen.order_by("-moment", "-id")[:BLIKKEN])
    namen = {
        rij.id: rij.onderscheidend
        for rij in Organisatie.objects.filter(id__in={rij.organisatie_id for rij in gevonden})
    }
    return [
        GeweigerdeBlik(
            rij.moment,
            namen.get(rij.organisatie_id, "") if rij.organisatie_id else "",
            woorden.rollen(rij.scheme, rij.rollen),
            woorden.handeling(rij.scheme, rij.naam),
            REDENEN.get(rij.geweigerd[0][1] if rij.geweigerd else "", REDENEN["geen_grondslag"]),
        )
        for rij in gevonden
    ]


def _eigen(wie: str, scheme: str, keuze: EigenFilter, *, alleen_zelf: bool = False) -> EigenLogboek:
    alle = Verwerking.objects.filter(betrokkene=wie)
    if alleen_zelf:
        alle = alle.filter(organisatie_id__isnull=True)
    rijen = alle
    if keuze.van:
        rijen = rijen.filter(start__gte=begin_van(keuze.van))
    if keuze.tot:
        rijen = rijen.filter(start__lt=begin_van(keuze.tot + timedelta(days=1)))
    if keuze.organisatie:
        rijen = rijen.filter(organisatie_id=keuze.organisatie)
    if keuze.categorie:
        rijen = rijen.filter(categorieen__contains=keuze.categorie)
    blad = max(1, keuze.blad)
    per_dag = (
        rijen.annotate(dag=TruncDate("start", tzinfo=NEDERLAND))
        .values("dag", *GELIJK)
        .annotate(laatst=Max("start"), keer=Count("id"))
        .order_by("-laatst", "naam")
    )
    gevonden = list(per_dag[(blad - 1) * PER_BLAD : blad * PER_BLAD + 1])
    operaties = {
        tuple(rest): operatie
        for operatie, *rest in alle.filter(start__in={rij["laatst"] for rij in gevonden})
        .order_by("id")
        .values_list("operatie_id", "start", *GELIJK)
    }
    ids = {deel for deel in alle.values_list("organisatie_id", flat=True).distinct() if deel}
    namen = {rij.id: rij.onderscheidend for rij in Organisatie.objects.filter(id__in=ids)}
    soorten = {
        naam
        for lijst in alle.values_list("categorieen", flat=True).distinct()
        for naam in lijst.split(",")
        if naam
    }
    return EigenLogboek(
        regels=tuple(
            EigenRegel(
                moment=rij["laatst"],
                keer=rij["keer"],
                wat=woorden.verwerking(rij["scheme"], rij["naam"]),
                organisatie=namen.get(rij["organisatie_id"], "") if rij["organisatie_id"] else "",
                functies=woorden.rollen(rij["scheme"], rij["rol"]),
                categorieen=woorden.categorieen(rij["scheme"], rij["categorieen"]),
                wetten=woorden.wetten(rij["grondslagen"]),
                waarom=woorden.doel(rij["scheme"], rij["doel"]),
                zelf=rij["organisatie_id"] is None,
                naam=rij["naam"],
                operatie=operaties[(rij["laatst"], *(rij[veld] for veld in GELIJK))],
            )
            for rij in gevonden[:PER_BLAD]
        ),
        blad=blad,
        meer=len(gevonden) > PER_BLAD,
        organisaties=tuple(sorted(namen.items(), key=lambda paar: paar[1])),
        categorieen=tuple((naam, woorden.categorieen(scheme, naam)[0]) for naam in sorted(soorten)),
        filter=keuze,
    )


def begin_van(dag: date) -> datetime:
    """The first moment of a Dutch day."""
    return datetime.combine(dag, time.min, tzinfo=NEDERLAND)


BLIKKEN = 200


def over_zaak(organisatie_id: UUID, zaak_id: UUID) -> list[Auditregel]:
    """Who looked at a case or changed it, newest first; the scheme's query decides who may see this."""
    regels = Auditregel.objects.filter(zaak_id=zaak_id, organisatie_id=organisatie_id)
    return list(regels.order_by("-moment", "-id")[:BLIKKEN])


def bezigheden(gebruiker_id: UUID | None, kanaal: str, vanaf: datetime, tot: datetime) -> int:
    """How many operations ran in this account's name through a door between two moments; for the ceiling of that door."""
    rijen = Auditregel.objects.filter(gebruiker_id=gebruiker_id, kanaal=kanaal, moment__range=(vanaf, tot))
    return rijen.values("operatie_id").distinct().count()
