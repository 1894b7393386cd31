"""The retention rule that schemes share: a case of which the term is over goes, with the people who are in no other case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, Q, QuerySet
from django.utils import timezone

from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.plichten.uitvoerder import Plicht
from samenhang.kernel.scheme import Scheme
from samenhang.kernel.vernietiging.herstel import registreer_wisser
from samenhang.kernel.vernietiging.plicht import Bewaarregel, Grens, Werk, registreer_bewaarregel
from samenhang.kernel.vernietiging.vasthouden import vastgehouden
from samenhang.kernel.vernietiging.wissen import wis_personen, wis_zaak
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.toestand import mogelijk

VAN_DE_KERNEL = ("naw", "contact", "instemming", "informeren", "bezwaar")
Verlopen = Callable[[Grens], QuerySet[Zaak]]
"""The cases of a scheme of which the term is over; what is held, and whose register it is, is looked at apart."""


def alle_categorieen(sch: Scheme) -> tuple[str, ...]:
    """What a rule of this scheme may erase: its own categories, and those of the kernel."""
    return (*VAN_DE_KERNEL, *(categorie.naam for categorie in sch.categorieen))


def registreer_afgeronde_zaken(
    sch: Scheme, stappen: Sequence[str], feiten: object, *, behalve: Exists | Q | None = None
) -> tuple[Plicht, ...]:
    """Carry out the `bewaartermijnen` of these end steps, counted from the day on which a case closed.

    `behalve` names cases that stay though their term is over.
    """

    def gesloten(stap: str) -> Verlopen:
        def verlopen(grens: Grens) -> QuerySet[Zaak]:
            rijen = Zaak.objects.filter(stap=stap, gesloten__lt=begin_van(grens.dag + timedelta(days=1)))
            return rijen if behalve is None else rijen.exclude(behalve)

        return verlopen

    return tuple(registreer_zaakregel(sch, stap, feiten, gesloten(stap), "gesloten") for stap in stappen)


def registreer_zaakregel(
    sch: Scheme, uitkomst: str, feiten: object, verlopen: Verlopen, volgorde: str
) -> Plicht:
    """Carry out one of the `bewaartermijnen` of a scheme, and erase again what a restored backup brought back.

    The scheme has a way `vernietigen` to a step `vernietigd`; `feiten` are the facts of its guards, `volgorde` the moment
    from which its term runs.
    """

    def kan_weg(grens: Grens) -> QuerySet[Zaak]:
        rijen = verlopen(grens).filter(scheme=sch.naam).exclude(vastgehouden())
        return rijen if grens.organisatie is None else rijen.filter(organisatie_id=grens.organisatie)

    def nummers(grens: Grens, hoogstens: int) -> Iterable[str]:
        rijen = kan_weg(grens).order_by(volgorde, "id").values_list("id", flat=True)
        return [str(nummer) for nummer in rijen[:hoogstens]]

    def vernietig(werk: Werk, item: str) -> None:
        zaak = Zaak.objects.select_for_update().get(id=UUID(item))
        if kan_weg(werk.grens).filter(id=zaak.id).exists():
            mogelijk(sch.zaakproces, zaak.stap, "vernietigen", ("systeem",), feiten)
            _wis(werk, zaak)

    def opnieuw(werk: Werk, weg: list[UUID]) -> None:
        rijen = Zaak.objects.select_for_update().filter(scheme=sch.naam, id__in=weg)
        for zaak in rijen.exclude(stap="vernietigd"):
            _wis(werk, zaak)

    registreer_wisser(sch.naam, "zaak", opnieuw)
    return registreer_bewaarregel(
        Bewaarregel(sch.naam, uitkomst, nummers, _van, vernietig, (), alle_categorieen(sch))
    )


def leeg_zaak(werk: Werk, zaak: Zaak) -> list[UUID]:
    """Destroy what a case holds and leave its number, step and days; gives who was in it, still to be destroyed."""
    personen = wis_zaak(werk.toegang, zaak, werk.telling)
    werk.raakt(personen)
    werk.ging("zaak", [zaak.id])
    zaak.stap, zaak.behandelaar, zaak.volgende_termijn = "vernietigd", None, None
    zaak.gesloten = zaak.gesloten or timezone.now()
    zaak.save(update_fields=["stap", "behandelaar", "volgende_termijn", "gesloten"])
    werk.telling["zaak"] += 1
    return personen


def _wis(werk: Werk, zaak: Zaak) -> None:
    personen = leeg_zaak(werk, zaak)
    elders = set(Betrokkene.objects.filter(persoon_id__in=personen).values_list("persoon_id", flat=True))
    if over := set(personen) - elders:
        wis_personen(werk.toegang, over, werk.telling)


def _van(item: str) -> Organisatie:
    return Organisatie.objects.get(zaken__id=UUID(item))
