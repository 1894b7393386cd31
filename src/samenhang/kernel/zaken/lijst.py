"""A list of cases: which ones, in what order, and who each began with. Schemes say whose cases and who may ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.personen.zoeksleutels import gevonden_personen
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.scheme import Scheme
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register

WERKVERDELING = "werkverdeling"
"""The purpose for which the names in a list are read."""


@dataclass(frozen=True, slots=True)
class Zaakkeuze:
    """Which cases somebody wants to see: his own, of one step, overdue, or with a number, name, birth date or address."""

    eigen: bool = False
    stap: str = ""
    zoek: str = ""
    te_laat: bool = False


@dataclass(frozen=True, slots=True)
class Zaakregel:
    """A case in a list: who it began with, how it stands, whether this actor treats it."""

    zaak: Zaak
    naam: str
    eigen: bool

    def document(self) -> dict[str, Any]:
        """The same with nothing of the database in it."""
        zaak = self.zaak
        return {
            "id": zaak.id,
            "nummer": zaak.nummer,
            "stap": zaak.stap,
            "naam": self.naam,
            "eigen": self.eigen,
            "behandelaar": zaak.behandelaar.naam if zaak.behandelaar else None,
            "volgende_termijn": zaak.volgende_termijn,
        }


class Zaaklijst(Protocol):
    """A scheme's query for its list of cases: the rows of a page, and how many there are."""

    def __call__(
        self, actor: Actor, /, keuze: Zaakkeuze, *, begin: int, aantal: int
    ) -> tuple[list[Zaakregel], int]: ...


def van_wie_zoekt(actor: Actor) -> Q:
    """The cases in which somebody may search by name: those that he treats or has a task in."""
    taak = Q(taken__behandelaar_id=actor.medewerker_id, taken__klaar__isnull=True)
    return Q(behandelaar_id=actor.medewerker_id) | taak


def gezocht(actor: Actor, invoer: str, eigen: Q | None = None) -> Q:
    """Cases by number, or within `eigen` (the own cases) blind by name, birth date or address.

    Two ways in under one roof: with "or" between them PostgreSQL looks at every open case.
    """
    waar = van_wie_zoekt(actor) if eigen is None else eigen
    personen = gevonden_personen(actor.organisatie, invoer)
    gevonden = Zaak.objects.filter(waar, betrokkenen__persoon_id__in=personen).values("id")
    op_nummer = Zaak.objects.filter(nummer=invoer.strip().upper()).values("id")
    return Q(id__in=op_nummer.union(gevonden))


def kies(zaken: QuerySet[Zaak], actor: Actor, sch: Scheme, keuze: Zaakkeuze, eigen: Q) -> QuerySet[Zaak]:
    """Of these cases what was asked for; `eigen` are the actor's own. Raises `Geweigerd` for a step that is none."""
    if keuze.stap and keuze.stap not in {stap.naam for stap in sch.zaakproces.stappen}:
        fout = Fout(
            "filter_onjuist",
            Tekst(
                f'De stap "{keuze.stap[:40]}" bestaat niet. Kies een stap uit de lijst.',
                f'The step "{keuze.stap[:40]}" does not exist. Choose one from the list.',
            ),
            Plaats(plek="/stap"),
        )
        raise Geweigerd(fout.code, fout.tekst, fouten=(fout,))
    if keuze.eigen:
        zaken = zaken.filter(eigen)
    if keuze.stap:
        zaken = zaken.filter(stap=keuze.stap)
    if keuze.te_laat:
        zaken = zaken.filter(volgende_termijn__lt=timezone.localdate())
    if keuze.zoek.strip():
        zaken = zaken.filter(gezocht(actor, keuze.zoek, eigen))
    return zaken


def bladzijde(
    actor: Actor, sch: Scheme, zaken: QuerySet[Zaak], *, begin: int, aantal: int, **wie: Any
) -> tuple[list[Zaakregel], int]:
    """Rows `begin` and further of these cases, what is due first on top, with names; and how many there are.

    `wie` narrows whose name is shown, as a filter on who the case concerns.
    """
    orde = (F("termijn_of_nooit").asc(), "prioriteit", "volgorde_of_nooit", "id")
    rijen = list(zaken.select_related("behandelaar").order_by(*orde)[begin : begin + aantal])
    personen = dict(
        Betrokkene.objects.filter(zaak__in=rijen, **wie)
        .order_by("-id")  # of several the first one stays
        .values_list("zaak_id", "persoon_id")
    )
    toegang = toegang_tot_register(
        actor, sch.naam, doel=WERKVERDELING, leest=("naw",), personen=personen.values()
    )
    huidige_operatie().raakt(personen.values())
    namen = {naw.persoon_id: naw.weergavenaam for naw in Naw.objects.met(toegang)}
    return [
        Zaakregel(rij, namen.get(personen.get(rij.id), ""), rij.behandelaar_id == actor.medewerker_id)
        for rij in rijen
    ], zaken.count()
