"""What an administrator reads: organisations, workers with their roles, and one worker in full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Q, QuerySet
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.beheer.gegevens import controleer_tekst
from samenhang.kernel.beheer.grenzen import beheerde_schemes, binnen_bereik, medewerker_van, organisatie_van
from samenhang.kernel.beheer.sleutelbeeld import SleutelRegel, sleutelregels
from samenhang.kernel.logboek.operatie import KERNEL, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker, Organisatie, Rolvervulling, Toegangsstop
from samenhang.kernel.scheme import Rol, geinstalleerde_schemes

M = TypeVar("M", Organisatie, Medewerker)
STANDEN = ("werkt", "komt", "weg")


@dataclass(frozen=True, slots=True)
class MedewerkerFilter:
    """Which workers: of one organisation, with a role ("scheme:rol"), by name or address, in which state."""

    organisatie: UUID | None = None
    rol: str = ""
    zoek: str = ""
    stand: str = "werkt"
    na: str = ""
    aantal: int = 100


@dataclass(frozen=True, slots=True)
class MedewerkerRij:
    """A worker in a list, with the roles of today."""

    id: UUID
    naam: str
    functie: str
    email: str
    organisatie: str
    organisatie_id: UUID
    van: date
    tot: date | None
    rollen: tuple[tuple[str, Tekst], ...]
    stand: str


@dataclass(frozen=True, slots=True)
class Blad:
    """One page of a list, how many there are in all, and the cursor of the next page (empty: this is the last)."""

    rijen: tuple[MedewerkerRij, ...]
    totaal: int
    volgende: str


@dataclass(frozen=True, slots=True)
class RolRegel:
    """A role someone holds, held or will hold."""

    id: UUID
    scheme: str
    rol: str
    titel: Tekst
    van: date
    tot: date | None
    mandaat: str
    verleend_door: str
    bron: str
    stand: str


@dataclass(frozen=True, slots=True)
class MedewerkerBeeld:
    """One worker as his administrator sees him; `gestopt`: since when his access is stopped."""

    rij: MedewerkerRij
    rollen: tuple[RolRegel, ...]
    sleutels: tuple[SleutelRegel, ...]
    te_verlenen: tuple[tuple[str, Rol], ...]
    gestopt: datetime | None
    tweede_factor: bool
    heeft_wachtwoord: bool
    zelf: bool


def roltitel(scheme: str, rol: str) -> Tekst:
    """What people call a role; a role that is no longer declared keeps its name."""
    declaratie = geinstalleerde_schemes().get(scheme)
    for gevonden in declaratie.rollen if declaratie else ():
        if gevonden.naam == rol:
            return gevonden.titel
    return Tekst(rol, rol)


def stand_op(van: date, tot: date | None, dag: date) -> str:
    """ "werkt" now, "komt" later, or "weg"."""
    if tot is not None and tot < dag:
        return "weg"
    return "komt" if van > dag else "werkt"


@query(KERNEL, "organisaties bekijken")
def organisaties(actor: Actor, *, zoek: str = "", na: str = "", aantal: int = 500) -> list[Organisatie]:
    """The organisations within reach, by name, from a cursor on."""
    controleer_tekst("zoek", zoek, 200, verplicht=False)
    rijen = Organisatie.objects.filter(binnen_bereik(actor)).select_related("beheerd_door")
    if zoek:
        rijen = rijen.filter(
            Q(naam__icontains=zoek) | Q(kvk=zoek) | Q(oin=zoek) | Q(rsin=zoek) | Q(gemeentecode=zoek)
        )
    return list(_na(rijen, na)[:aantal])


def na_naam(rij: Organisatie | Medewerker) -> str:
    """The cursor after a row of a list that stands in order of name."""
    return bladwijzer(rij.naam, rij.id)


def _na(rijen: QuerySet[M], na: str) -> QuerySet[M]:
    if na:
        naam, id_ = lees_bladwijzer(na, str, UUID)
        rijen = rijen.filter(Q(naam__gt=naam) | Q(naam=naam, id__gt=id_))
    return rijen.order_by("naam", "id")


def rollen_in_beheer(actor: Actor) -> list[tuple[str, Tekst]]:
    """The roles ("scheme:rol") of the schemes that the actor administers, in declared order."""
    eigen = beheerde_schemes(actor)
    return [
        (f"{naam}:{rol.naam}", rol.titel)
        for naam, declaratie in geinstalleerde_schemes().items()
        if naam in eigen
        for rol in declaratie.rollen
    ]


@query(KERNEL, "organisatie bekijken")
def organisatie(actor: Actor, organisatie_id: UUID) -> Organisatie:
    """One organisation within reach."""
    return organisatie_van(actor, organisatie_id)


@query(KERNEL, "medewerkers bekijken")
def medewerkers(actor: Actor, filter_: MedewerkerFilter, *, alles: bool = False) -> Blad:
    """The workers within reach that pass the filter, by name, a page at a time; `alles` is for an export."""
    dag = timezone.localdate()
    rijen = _gefilterd(actor, filter_, dag)
    totaal = rijen.count()
    rijen = _na(rijen, filter_.na)
    deel = list(rijen if alles else rijen[: filter_.aantal + 1])
    volgende = ""
    if not alles and len(deel) > filter_.aantal:
        deel = deel[: filter_.aantal]
        volgende = na_naam(deel[-1])
    rollen: dict[UUID, list[tuple[str, Tekst]]] = {}
    for rij in Rolvervulling.objects.filter(medewerker__in=[m.id for m in deel], van__lte=dag):
        if rij.geldt_op(dag):
            paar = (f"{rij.scheme}:{rij.rol}", roltitel(rij.scheme, rij.rol))
            rollen.setdefault(rij.medewerker_id, []).append(paar)
    return Blad(tuple(_rij(m, rollen.get(m.id, []), dag) for m in deel), totaal, volgende)


def _gefilterd(actor: Actor, filter_: MedewerkerFilter, dag: date) -> QuerySet[Medewerker]:
    controleer_tekst("zoek", filter_.zoek, 200, verplicht=False)
    controleer_tekst("rol", filter_.rol, 100, verplicht=False)
    bereik = Organisatie.objects.filter(binnen_bereik(actor))
    rijen = Medewerker.objects.select_related("organisatie", "gebruiker").filter(organisatie__in=bereik)
    if filter_.organisatie is not None:
        rijen = rijen.filter(organisatie_id=organisatie_van(actor, filter_.organisatie).id)
    if filter_.stand not in ("", *STANDEN):
        raise Geweigerd(
            "filter_onjuist",
            Tekst(f"stand: kies uit {', '.join(STANDEN)}.", f"stand: choose from {', '.join(STANDEN)}."),
        )
    if filter_.stand == "werkt":
        rijen = rijen.filter(Q(tot__isnull=True) | Q(tot__gte=dag), van__lte=dag)
    elif filter_.stand == "komt":
        rijen = rijen.filter(Q(tot__isnull=True) | Q(tot__gte=dag), van__gt=dag)
    elif filter_.stand == "weg":
        rijen = rijen.filter(tot__lt=dag)
    if filter_.rol:
        scheme, _, rol = filter_.rol.partition(":")
        houders = Rolvervulling.objects.filter(
            Q(tot__isnull=True) | Q(tot__gte=dag), scheme=scheme, rol=rol, van__lte=dag
        )
        rijen = rijen.filter(id__in=houders.values("medewerker_id"))
    if filter_.zoek:
        rijen = rijen.filter(Q(naam__icontains=filter_.zoek) | Q(gebruiker__email__icontains=filter_.zoek))
    return rijen


def _rij(medewerker: Medewerker, rollen: list[tuple[str, Tekst]], dag: date) -> MedewerkerRij:
    return MedewerkerRij(
        id=medewerker.id,
        naam=medewerker.naam,
        functie=medewerker.functie,
        email=medewerker.gebruiker.email if medewerker.gebruiker else "",
        organisatie=medewerker.organisatie.onderscheidend,
        organisatie_id=medewerker.organisatie_id,
        van=medewerker.van,
        tot=medewerker.tot,
        rollen=tuple(sorted(rollen, key=lambda paar: paar[0])),
        stand=stand_op(medewerker.van, medewerker.tot, dag),
    )


@query(KERNEL, "medewerker bekijken")
def medewerker(actor: Actor, medewerker_id: UUID) -> MedewerkerBeeld:
    """One worker within reach: every role ever held, the keys, and what the actor may still give."""
    rij, dag = medewerker_van(actor, medewerker_id), timezone.localdate()
    regels = rolregels(rij.id, dag)
    nu = [(f"{r.scheme}:{r.rol}", r.titel) for r in regels if r.stand == "werkt"]
    eigen = beheerde_schemes(actor)
    te_verlenen = tuple(
        (naam, rol)
        for naam, declaratie in geinstalleerde_schemes().items()
        if naam in eigen
        for rol in declaratie.rollen
        if rij.organisatie.soort in rol.organisatiesoorten
    )
    gebruiker = rij.gebruiker
    return MedewerkerBeeld(
        rij=_rij(rij, nu, dag),
        rollen=regels,
        sleutels=sleutelregels(rij.id),
        te_verlenen=te_verlenen,
        gestopt=Toegangsstop.objects.filter(medewerker=rij, opgeheven__isnull=True)
        .order_by("sinds")
        .values_list("sinds", flat=True)
        .first(),
        tweede_factor=gebruiker is not None and Authenticator.objects.filter(user=gebruiker).exists(),
        heeft_wachtwoord=gebruiker is not None and gebruiker.has_usable_password(),
        zelf=gebruiker is not None and gebruiker.id == actor.gebruiker_id,
    )


def rolregels(medewerker_id: UUID, dag: date) -> tuple[RolRegel, ...]:
    """Every role of a worker, present ones first, then what comes, then what was."""
    rijen = Rolvervulling.objects.filter(medewerker_id=medewerker_id).select_related("verleend_door")
    regels = [
        RolRegel(
            id=rij.id,
            scheme=rij.scheme,
            rol=rij.rol,
            titel=roltitel(rij.scheme, rij.rol),
            van=rij.van,
            tot=rij.tot,
            mandaat=rij.mandaat,
            verleend_door=rij.verleend_door.naam if rij.verleend_door else "",
            bron=rij.bron,
            stand=stand_op(rij.van, rij.tot, dag),
        )
        for rij in rijen
    ]
    return tuple(sorted(regels, key=lambda r: (STANDEN.index(r.stand), r.scheme, r.rol, r.van)))
