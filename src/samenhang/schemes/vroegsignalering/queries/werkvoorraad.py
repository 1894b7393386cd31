"""The work stock: filters, order, one page at a time; the start page of a worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.personen.models import Zoeksleutel
from samenhang.kernel.personen.zoeken import gevraagde_termen, zoekwaarde
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.zaken.models import Taak, Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.queries.twijfel import twijfelparen
from samenhang.schemes.vroegsignalering.scheme import SCHEME

LIJST = 100


@dataclass(frozen=True, slots=True)
class Filter:
    """The filters of the work stock; `na` continues after the last row of a page (prioriteit, volgorde, id)."""

    stap: str = ""
    behandelaar: str = ""
    prioriteit: int | None = None
    zoek: str = ""
    te_laat: bool = False
    na: str = ""
    aantal: int = LIJST


@dataclass(frozen=True, slots=True)
class WerkRij:
    """One row of the work stock."""

    id: UUID
    nummer: str
    stap: str
    prioriteit: int
    naam: str
    adres: str
    behandelaar: str
    termijn: date | None
    geopend: datetime
    bladwijzer: str


@query(SCHEME, "werkvoorraad bekijken")
def werkvoorraad(actor: Actor, filter_: Filter) -> list[WerkRij]:
    """The cases of the organisation in the order of the published rules, at most `aantal` at once.

    One statement: it starts from the name table, so that the decision bounds what the list can hold.
    """
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="werkverdeling", leest=("naw",))
    zaken = Zaak.objects.filter(organisatie_id=actor.organisatie, scheme=SCHEME.naam)
    zaken = zaken.filter(stap=filter_.stap) if filter_.stap else zaken.filter(gesloten__isnull=True)
    if filter_.behandelaar == "mij":
        zaken = zaken.filter(behandelaar_id=actor.medewerker_id)
    elif filter_.behandelaar == "niemand":
        zaken = zaken.filter(behandelaar__isnull=True)
    elif filter_.behandelaar:
        zaken = zaken.filter(behandelaar_id=_uuid(filter_.behandelaar))
    if filter_.prioriteit is not None:
        zaken = zaken.filter(prioriteit=filter_.prioriteit)
    if filter_.te_laat:
        zaken = zaken.filter(volgende_termijn__lt=timezone.localdate())
    if filter_.zoek:
        zaken = zaken.filter(_gezocht(actor, filter_.zoek))
    if filter_.na:
        prioriteit, volgorde, sleutel = lees_bladwijzer(filter_.na, int, date, UUID)
        zaken = zaken.filter(
            Q(prioriteit__gt=prioriteit)
            | Q(prioriteit=prioriteit, volgorde__gt=volgorde)
            | Q(prioriteit=prioriteit, volgorde=volgorde, id__gt=sleutel)
        )
    velden = (
        "id",
        "nummer",
        "stap",
        "prioriteit",
        "volgorde",
        "volgende_termijn",
        "geopend",
        "behandelaar__naam",
        "betrokkenen__persoon_id",
    )
    rijen = list(zaken.order_by("prioriteit", "volgorde", "id").values_list(*velden)[: filter_.aantal * 3])
    eerste: dict[UUID, Any] = {}
    for rij in rijen:
        eerste.setdefault(rij[0], rij)
    gekozen = list(eerste.values())[: filter_.aantal]
    personen = [rij[8] for rij in gekozen if rij[8]]
    namen = {naw.persoon_id: naw for naw in Naw.objects.met(toegang).filter(persoon_id__in=personen)}
    huidige_operatie().raakt(personen)
    return [_werkrij(rij, namen.get(rij[8])) for rij in gekozen]


def _werkrij(rij: tuple[Any, ...], naw: Naw | None) -> WerkRij:
    return WerkRij(
        id=rij[0],
        nummer=rij[1],
        stap=rij[2],
        prioriteit=rij[3],
        naam=naw.weergavenaam if naw else "",
        adres=f"{naw.adresregel}, {naw.postcode} {naw.woonplaats}" if naw else "",
        behandelaar=rij[7] or "",
        termijn=rij[5],
        geopend=rij[6],
        bladwijzer=bladwijzer(rij[3], rij[4], rij[0]),
    )


def _gezocht(actor: Actor, invoer: str) -> Q:
    """Search inside the own cases and tasks only: by number, or blind by name, birth date or address."""
    eigen = Q(behandelaar_id=actor.medewerker_id) | Q(
        taken__behandelaar_id=actor.medewerker_id, taken__klaar__isnull=True
    )
    geheim = settings.SECRET_KEY.encode()
    waarden = [
        zoekwaarde(geheim, str(actor.organisatie), soort, tekst) for soort, tekst in gevraagde_termen(invoer)
    ]
    personen = Zoeksleutel.objects.filter(organisatie_id=actor.organisatie, waarde__in=waarden).values(
        "persoon_id"
    )
    return Q(nummer=invoer.strip().upper()) | (eigen & Q(betrokkenen__persoon_id__in=personen))


def _uuid(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise Geweigerd(
            "filter_onjuist", Tekst(f'"{tekst}" is geen geldige keuze.', f'"{tekst}" is not a valid choice.')
        ) from fout


@dataclass(frozen=True, slots=True)
class MijnWerk:
    """The start page of a worker: what is mine and due, my tasks, and what waits for anyone."""

    zaken: list[WerkRij]
    taken: list[Taak]
    niet_toegewezen: int
    twijfel: int
    te_laat: int


@query(SCHEME, "mijn werk bekijken")
def mijn_werk(actor: Actor) -> MijnWerk:
    """Own cases by next term, own tasks, and counts of what waits."""
    eigen = Zaak.objects.filter(organisatie_id=actor.organisatie, scheme=SCHEME.naam, gesloten__isnull=True)
    mag_lezen = actor.heeft_rol(SCHEME.naam, "vroegsignaleerder", "teamleider")
    zaken = werkvoorraad(actor, Filter(behandelaar="mij", aantal=50)) if mag_lezen else []
    return MijnWerk(
        zaken=sorted(zaken, key=lambda rij: (rij.termijn is None, rij.termijn, rij.prioriteit)),
        taken=list(
            Taak.objects.filter(behandelaar_id=actor.medewerker_id, klaar__isnull=True)
            .select_related("zaak")
            .order_by("uiterlijk")[:50]
        ),
        niet_toegewezen=eigen.filter(behandelaar__isnull=True).count(),
        twijfel=len(twijfelparen(actor)) if actor.heeft_rol(SCHEME.naam, "intake") else 0,
        te_laat=eigen.filter(
            behandelaar_id=actor.medewerker_id, volgende_termijn__lt=timezone.localdate()
        ).count(),
    )


def collegas(actor: Actor, *rollen: str) -> list[Medewerker]:
    """Workers of the own organisation with one of these roles; without any: who can treat a melding."""
    return list(
        Medewerker.objects.filter(
            organisatie_id=actor.organisatie,
            rollen__scheme=SCHEME.naam,
            rollen__rol__in=rollen or ("vroegsignaleerder", "teamleider"),
            rollen__tot__isnull=True,
        )
        .distinct()
        .order_by("naam")
    )
