"""Which of the municipality's own rules and texts hold on a day: read once per operation, newest correction first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.schemes.vroegsignalering.domain import beleidsregels
from samenhang.schemes.vroegsignalering.domain.beleidsregels import STANDAARD, Beleidsregels
from samenhang.schemes.vroegsignalering.domain.contactteksten import Contacttekst, geldend
from samenhang.schemes.vroegsignalering.domain.terugblik import Grenzen
from samenhang.schemes.vroegsignalering.models import Beleidsset, Contacttekstversie, Partnerafspraak


def regels_van(rij: Beleidsset) -> Beleidsregels:
    """The rules of one stored set; the threshold stands in a column of its own as well."""
    return beleidsregels.lees({**rij.regels, "drempel": Bedrag(rij.drempel_centen).draad()})


def regels_per_dag(gemeente_id: UUID) -> Callable[[date], Beleidsregels]:
    """A function from a day to the rules that held on it; one query, however many days are asked."""
    sets = [
        (rij.vanaf, regels_van(rij))
        for rij in Beleidsset.objects.filter(gemeente_id=gemeente_id).order_by("-vanaf", "-versie")
    ]

    def op(dag: date) -> Beleidsregels:
        return next((regels for vanaf, regels in sets if vanaf <= dag), STANDAARD)

    return op


def regels_op(gemeente_id: UUID, dag: date) -> Beleidsregels:
    """The rules that hold on one day."""
    return regels_per_dag(gemeente_id)(dag)


def als_contacttekst(rij: Contacttekstversie) -> Contacttekst:
    """A stored version as the domain reads it."""
    onderwerp = Tekst(rij.onderwerp_nl, rij.onderwerp_en)
    return Contacttekst(rij.soort, Tekst(rij.nl, rij.en), onderwerp, rij.vanaf, rij.versie)


def teksten_op(gemeente_id: UUID, dag: date) -> dict[str, Contacttekst]:
    """The text for each way of contact that holds on a day; one statement."""
    rijen = Contacttekstversie.objects.filter(gemeente_id=gemeente_id, vanaf__lte=dag)
    return geldend([als_contacttekst(rij) for rij in rijen], dag)


def afspraak_op(gemeente_id: UUID, partner_id: UUID, dag: date) -> Partnerafspraak | None:
    """The agreement in force on a day; None when there is none or it has ended."""
    afspraak = laatste_afspraak(gemeente_id, partner_id, dag)
    return None if afspraak is None or (afspraak.tot is not None and afspraak.tot < dag) else afspraak


def laatste_afspraak(gemeente_id: UUID, partner_id: UUID, dag: date) -> Partnerafspraak | None:
    """The newest version that had begun by a day, ended or not."""
    return (
        Partnerafspraak.objects.filter(gemeente_id=gemeente_id, partner_id=partner_id, van__lte=dag)
        .order_by("-versie")
        .first()
    )


def eigen_grenzen(gemeente_id: UUID) -> Callable[[UUID, date], Grenzen]:
    """A function from partner and day of the signal to what the agreement with him says itself; one query."""
    versies: dict[UUID, list[tuple[date, Grenzen]]] = {}
    rijen = Partnerafspraak.objects.filter(gemeente_id=gemeente_id).order_by("partner_id", "-versie")
    for partner_id, van, centen, minstens, hoogstens in rijen.values_list(
        "partner_id", "van", "drempel_centen", "minimum_dagen", "maximum_dagen"
    ):
        eigen = Grenzen(None if centen is None else Bedrag(centen), minstens, hoogstens)
        versies.setdefault(partner_id, []).append((van, eigen))

    def grenzen(partner_id: UUID, dag: date) -> Grenzen:
        return next((g for van, g in versies.get(partner_id, ()) if van <= dag), Grenzen())

    return grenzen


def drempels(gemeente_id: UUID) -> Callable[[UUID, date], Bedrag]:
    """A function from partner and day of the signal to the threshold: the agreement's own, else the policy's."""
    regels, grenzen = regels_per_dag(gemeente_id), eigen_grenzen(gemeente_id)

    def drempel(partner_id: UUID, dag: date) -> Bedrag:
        eigen = grenzen(partner_id, dag).drempel
        return regels(dag).drempel if eigen is None else eigen

    return drempel
