"""Destroying by command: how the retention terms stand on a day, and erasing all that has expired by then."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.vernietiging.afronden import rond_af
from samenhang.kernel.vernietiging.plicht import (
    NEDERLAND,
    Bewaarregel,
    begin_werk,
    bewaarregels,
    vernietig_item,
)
from samenhang.kernel.vernietiging.queries import ROLLEN

ALLES = 1_000_000_000
TEGELIJK = 200


@dataclass(frozen=True, slots=True)
class Bewaarstand:
    """A retention term of a scheme and how many things have outlived it on a day."""

    scheme: str
    regel: str
    titel: Tekst
    lengte: int
    eenheid: str
    artikel: str
    status: str
    aantal: int


@dataclass(frozen=True, slots=True)
class Uitgevoerd:
    """What a command destroyed under one term: things, and rows and files by kind."""

    stand: Bewaarstand
    vernietigd: tuple[tuple[str, int], ...]


@query(KERNEL, "bewaartermijnen bekijken")
def bewaarstanden(actor: Actor, scheme_naam: str, op: date | None = None) -> tuple[Bewaarstand, ...]:
    """The retention terms of the scheme and what each would destroy on a day (default: today). Nothing is erased.

    Raises `Geweigerd` without a role for it. The own organisation only.
    """
    rol_vereist(actor, scheme_naam, *ROLLEN, "systeem")
    organisatie = Organisatie.objects.get(id=actor.organisatie)
    dag = op or _vandaag()
    return tuple(_stand(regel, organisatie, dag) for regel in bewaarregels(scheme_naam))


def _vandaag() -> date:
    return datetime.now(NEDERLAND).date()


def _stand(regel: Bewaarregel, organisatie: Organisatie, dag: date) -> Bewaarstand:
    termijn, grens = regel.termijn, regel.grens(dag, organisatie.id)
    if regel.tel is None:
        aantal = len(list(regel.verlopen(grens, ALLES)))
    else:
        aantal = regel.tel(begin_werk(regel, organisatie, grens).toegang, grens)
    return Bewaarstand(
        regel.scheme,
        regel.uitkomst,
        termijn.titel or Tekst(regel.uitkomst, regel.uitkomst),
        termijn.lengte,
        termijn.eenheid,
        termijn.artikel,
        termijn.status,
        aantal,
    )


@action(KERNEL, "vernietiging opdragen")
def _draag_op(actor: Actor, scheme_naam: str, tot: date) -> tuple[Bewaarregel, ...]:
    """Who may order it, for which day, and which terms then count; the order stands in the audit log.

    A day that has yet to come shortens a term. The municipality may do that with its own policy, from the
    terminal of the deployment; a term that rests on anything else is never shortened.
    """
    rol_vereist(actor, scheme_naam, "beheerder", "systeem")
    vooruit = tot > _vandaag()
    if vooruit and not actor.heeft_rol(scheme_naam, "systeem"):
        raise Geweigerd(
            "tot_in_toekomst",
            Tekst(
                f"{tot} is nog niet geweest. Kies vandaag of eerder; op de dag zelf vernietigt het systeem vanzelf. Er is niets vernietigd.",
                f"{tot} is yet to come. Choose today or earlier; on the day the system destroys by itself. Nothing was destroyed.",
            ),
        )
    regels = tuple(r for r in bewaarregels(scheme_naam) if not vooruit or r.termijn.status == "beleid")
    huidige_operatie().verandert(tot=["", tot.isoformat()], vooruit=vooruit)
    return regels


def vernietig_tot(actor: Actor, scheme_naam: str, tot: date) -> tuple[Uitgevoerd, ...]:
    """Destroy what has expired on a day in the own register, each thing in its own operation, and clear the bytes.

    A kill in between leaves whole things: gone or there. Raises `Geweigerd` as `_draag_op` says.
    """
    regels = _draag_op(actor, scheme_naam, tot)
    organisatie = Organisatie.objects.get(id=actor.organisatie)
    uit = []
    for stand, regel in zip(bewaarstanden(actor, scheme_naam, tot), bewaarregels(scheme_naam), strict=True):
        geteld: Counter[str] = Counter()
        if regel in regels:
            geteld = _alles(regel, organisatie.id, tot, actor.naam)
        uit.append(Uitgevoerd(stand, tuple(sorted(geteld.items()))))
    rond_af()
    return tuple(uit)


def _alles(regel: Bewaarregel, organisatie: UUID, tot: date, door: str) -> Counter[str]:
    geteld: Counter[str] = Counter()
    grens, vervroegd = regel.grens(tot, organisatie), tot > _vandaag()
    gedaan: set[str] = set()
    while items := [item for item in regel.verlopen(grens, TEGELIJK) if item not in gedaan]:
        for item in items:
            ging = vernietig_item(regel, item, grens, door=door, vervroegd=vervroegd)
            geteld.update(ging)
            if regel.tel is None or not ging:
                gedaan.add(item)
    return geteld
