"""The work stock: filters, order by any column, one page at a time in both directions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    DateField,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.zaken.lijst import gezocht
from samenhang.kernel.zaken.models import NOOIT, Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot_eigen, toegang_tot_register
from samenhang.schemes.vroegsignalering.domain.werkfilter import Filter
from samenhang.schemes.vroegsignalering.models import Signaal
from samenhang.schemes.vroegsignalering.scheme import SCHEME

STAPVOLGORDE = {stap.naam: plek for plek, stap in enumerate(SCHEME.zaakproces.stappen)}
OPEN_STAPPEN = tuple(stap.naam for stap in SCHEME.zaakproces.stappen if not stap.eind)
STAPWIJDTE = 100_000
"""More than any priority, so that the place of a step and a priority make one number: the key of the order by step."""
VELDEN = (
    "id", "nummer", "stap", "prioriteit", "soort", "volgende_termijn", "geopend", "behandelaar__naam", "wie", "sleutel_0", "sleutel_1",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WerkRij:
    """One row of the work stock."""

    id: UUID
    nummer: str
    stap: str
    prioriteit: int
    soort: str
    naam: str
    adres: str
    behandelaar: str
    termijn: date | None
    geopend: datetime
    bladwijzer: str


@dataclass(frozen=True, slots=True)
class Werklijst:
    """One page, with the cursors of its neighbours; empty when there is none."""

    rijen: tuple[WerkRij, ...]
    vorige: str = ""
    volgende: str = ""

    def __iter__(self) -> Iterator[WerkRij]:
        return iter(self.rijen)

    def __len__(self) -> int:
        return len(self.rijen)


@query(SCHEME, "werkvoorraad bekijken")
def werkvoorraad(actor: Actor, filter_: Filter) -> Werklijst:
    """The cases of the organisation, in the order of the published rules unless another column was chosen.

    Two statements: the cases of one page, then their names under the decision. Searching by kind of partner adds
    one for the own cases and one for their signals in each step; the order by step asks step after step until the
    page is full.
    """
    filter_ = filter_.gecontroleerd()
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="werkverdeling", leest=("naw",))
    achteruit = bool(filter_.voor)
    rijen = list(_bladzijde(_gefilterd(actor, filter_), filter_))
    meer = len(rijen) > filter_.aantal
    rijen = rijen[: filter_.aantal]
    if achteruit:
        rijen.reverse()
    personen = [rij["wie"] for rij in rijen if rij["wie"]]
    namen = {naw.persoon_id: naw for naw in Naw.objects.met(toegang).filter(persoon_id__in=personen)}
    huidige_operatie().raakt(personen)
    gemaakt = tuple(_werkrij(rij, namen.get(rij["wie"])) for rij in rijen)
    return Werklijst(
        rijen=gemaakt,
        vorige=gemaakt[0].bladwijzer if gemaakt and (filter_.na or (achteruit and meer)) else "",
        volgende=gemaakt[-1].bladwijzer if gemaakt and (meer or achteruit) else "",
    )


def _gefilterd(actor: Actor, filter_: Filter) -> QuerySet[Zaak]:
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
    if filter_.soort:
        zaken = zaken.filter(soort__contains=filter_.soort)
    if filter_.te_laat:
        zaken = zaken.filter(volgende_termijn__lt=timezone.localdate())
    if filter_.partner:
        zaken = zaken.filter(id__in=_eigen_met_partner(actor, filter_.partner))
    if filter_.zoek:
        zaken = zaken.filter(gezocht(actor, filter_.zoek))
    return zaken


def _gesorteerd(zaken: QuerySet[Zaak], volgorde: str) -> tuple[QuerySet[Any], tuple[type, type]]:
    """The cases with two sort keys that are never empty, and the types of those keys.

    Of one handler what is due first stands first: his cases have no index with his name, and the term stands in the
    one that counting reads, so that sorting them all reads no table.
    """
    stap = Case(
        *(When(stap=naam, then=Value(plek)) for naam, plek in STAPVOLGORDE.items()),
        default=Value(len(STAPVOLGORDE)),
        output_field=IntegerField(),
    )
    sleutels: dict[str, tuple[Any, type]] = {
        "prioriteit": (F("prioriteit"), int),
        "termijn": (F("termijn_of_nooit"), date),
        "nummer": (F("nummer"), str),
        "stap": (stap * STAPWIJDTE + F("prioriteit"), int),
        "behandelaar": (Coalesce("behandelaar__naam", Value("")), str),
        "geopend": (F("geopend"), datetime),
    }
    veld = volgorde.removeprefix("-")
    eerste, soort = sleutels[veld]
    termijn = Coalesce("volgende_termijn", Value(NOOIT), output_field=DateField())
    tweede = termijn if veld == "behandelaar" else F("volgorde_of_nooit")
    return zaken.annotate(sleutel_0=eerste, sleutel_1=tweede), (soort, date)


def _bladzijde(zaken: QuerySet[Zaak], filter_: Filter) -> QuerySet[Any]:
    """One page and one row more, each with a person: looked up for the page only, not for all that was sorted."""
    gesorteerd, soorten = _gesorteerd(zaken, filter_.volgorde)
    omgekeerd = filter_.volgorde.startswith("-") != bool(filter_.voor)
    vanaf = filter_.voor or filter_.na
    merk = lees_bladwijzer(vanaf, *soorten, UUID) if vanaf else None
    if filter_.volgorde.removeprefix("-") == "stap":
        blad = Q(id__in=_per_stap(zaken, filter_, merk, omgekeerd=omgekeerd))
    else:
        ids = _verder(gesorteerd, merk, omgekeerd=omgekeerd).values("id")
        blad = Q(id__in=ids[: filter_.aantal + 1])
    persoon = Betrokkene.objects.filter(zaak_id=OuterRef("id")).order_by("id").values("persoon_id")[:1]
    gevonden, _ = _gesorteerd(Zaak.objects.filter(blad), filter_.volgorde)
    met = gevonden.annotate(wie=Subquery(persoon, output_field=UUIDField()))
    return _verder(met, None, omgekeerd=omgekeerd).values(*VELDEN)


def _per_stap(
    zaken: QuerySet[Zaak], filter_: Filter, merk: tuple[Any, ...] | None, *, omgekeerd: bool
) -> list[UUID]:
    """The ids of that page, step after step, each in the order that its index has: nothing is sorted."""
    plek, prioriteit = divmod(merk[0], STAPWIJDTE) if merk else (-1, 0)
    stappen = (filter_.stap,) if filter_.stap else OPEN_STAPPEN
    ids: list[UUID] = []
    for stap in reversed(stappen) if omgekeerd else stappen:
        hier = STAPVOLGORDE.get(stap, len(STAPVOLGORDE))
        if merk and (hier > plek if omgekeerd else hier < plek):
            continue
        binnen = (prioriteit, *merk[1:]) if merk and hier == plek else None
        in_stap, _ = _gesorteerd(zaken.filter(stap=stap), "prioriteit")
        rest = filter_.aantal + 1 - len(ids)
        ids += _verder(in_stap, binnen, omgekeerd=omgekeerd).values_list("id", flat=True)[:rest]
        if len(ids) > filter_.aantal:
            break
    return ids


def _verder(zaken: QuerySet[Any], merk: tuple[Any, ...] | None, *, omgekeerd: bool) -> QuerySet[Any]:
    """In order, or the other way; after the cursor when there is one."""
    if merk:
        zaken = zaken.filter(_verder_dan(merk, op=not omgekeerd))
    namen = ("sleutel_0", "sleutel_1", "id")
    return zaken.order_by(*(f"-{naam}" for naam in namen) if omgekeerd else namen)


def _verder_dan(merk: tuple[Any, ...], *, op: bool) -> Q:
    """The rows after a cursor going up, or before it going down."""
    hoe = "gt" if op else "lt"
    een, twee, sleutel = merk
    vanaf = Q(**{f"sleutel_0__{hoe}e": een})  # implied by the rest, and what an index can start from
    return vanaf & (
        Q(**{f"sleutel_0__{hoe}": een})
        | Q(**{"sleutel_0": een, f"sleutel_1__{hoe}": twee})
        | Q(**{"sleutel_0": een, "sleutel_1": twee, f"id__{hoe}": sleutel})
    )


def _werkrij(rij: dict[str, Any], naw: Naw | None) -> WerkRij:
    return WerkRij(
        id=rij["id"],
        nummer=rij["nummer"],
        stap=rij["stap"],
        prioriteit=rij["prioriteit"],
        soort=rij["soort"],
        naam=naw.weergavenaam if naw else "",
        adres=f"{naw.adresregel}, {naw.postcode} {naw.woonplaats}" if naw else "",
        behandelaar=rij["behandelaar__naam"] or "",
        termijn=rij["volgende_termijn"],
        geopend=rij["geopend"],
        bladwijzer=bladwijzer(rij["sleutel_0"], rij["sleutel_1"], rij["id"]),
    )


def _eigen_met_partner(actor: Actor, partner: str) -> set[UUID]:
    """One's own cases with a signal of this kind of partner, under the decisions for those cases."""
    return {
        zaak_id
        for toegang, zaken in toegang_tot_eigen(actor, SCHEME.naam, leest=("signaal",))
        for zaak_id in Signaal.objects.met(toegang)
        .filter(zaak_id__in=zaken, partner_soort=partner)
        .values_list("zaak_id", flat=True)
    }


def _uuid(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise Geweigerd(
            "filter_onjuist", Tekst(f'"{tekst}" is geen geldige keuze.', f'"{tekst}" is not a valid choice.')
        ) from fout


def collegas(actor: Actor, *rollen: str) -> list[Medewerker]:
    """Who works at the own organisation today with one of these roles; without any: who can treat a melding."""
    dag = timezone.localdate()
    return list(
        Medewerker.objects.filter(
            Q(tot__isnull=True) | Q(tot__gte=dag),
            Q(rollen__tot__isnull=True) | Q(rollen__tot__gte=dag),
            organisatie_id=actor.organisatie,
            van__lte=dag,
            rollen__scheme=SCHEME.naam,
            rollen__rol__in=rollen or ("vroegsignaleerder", "teamleider"),
            rollen__van__lte=dag,
        )
        .distinct()
        .order_by("naam", "id")
    )
