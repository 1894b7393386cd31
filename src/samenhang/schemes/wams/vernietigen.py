"""How this scheme carries out its retention rules: cases that were passed on, and closed ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.vernietiging.herstel import registreer_wisser
from samenhang.kernel.vernietiging.plicht import Bewaarregel, Grens, Werk, registreer_bewaarregel
from samenhang.kernel.vernietiging.vasthouden import vastgehouden
from samenhang.kernel.vernietiging.wissen import wis_personen, wis_zaak
from samenhang.kernel.zaken.models import Betrokkene, Taak, Zaak
from samenhang.kernel.zaken.toestand import mogelijk
from samenhang.schemes.wams.domain.bewakers import WamsFeiten
from samenhang.schemes.wams.domain.proces import AFGEROND, ZAAK
from samenhang.schemes.wams.scheme import SCHEME

ALLES = (
    "naw",
    "contact",
    "informeren",
    "bezwaar",
    "instemming",
    *(categorie.naam for categorie in SCHEME.categorieen),
)


def _verlopen(stap: str, grens: Grens) -> QuerySet[Zaak]:
    """Cases that ended in this step that long ago, without an open objection."""
    bezwaar = Taak.objects.filter(zaak_id=OuterRef("id"), soort="bezwaar", klaar__isnull=True)
    rijen = Zaak.objects.filter(
        scheme=SCHEME.naam, stap=stap, gesloten__lt=begin_van(grens.dag + timedelta(days=1))
    ).exclude(Exists(bezwaar) | vastgehouden())
    return rijen if grens.organisatie is None else rijen.filter(organisatie_id=grens.organisatie)


def _regel(stap: str) -> Bewaarregel:
    def verlopen(grens: Grens, hoogstens: int) -> Iterable[str]:
        rijen = _verlopen(stap, grens).order_by("gesloten", "id").values_list("id", flat=True)
        return [str(nummer) for nummer in rijen[:hoogstens]]

    def vernietig(werk: Werk, item: str) -> None:
        zaak = Zaak.objects.select_for_update().get(id=UUID(item))
        if not _verlopen(stap, werk.grens).filter(id=zaak.id).exists():
            return
        mogelijk(ZAAK, zaak.stap, "vernietigen", ("systeem",), WamsFeiten())
        _wis(werk, zaak)

    return Bewaarregel(SCHEME.naam, stap, verlopen, _van, vernietig, (), ALLES)


def _van(item: str) -> Organisatie:
    return Organisatie.objects.get(zaken__id=UUID(item))


def _wis(werk: Werk, zaak: Zaak) -> None:
    personen = wis_zaak(werk.toegang, zaak, werk.telling)
    werk.raakt(personen)
    werk.ging("zaak", [zaak.id])
    zaak.stap, zaak.behandelaar, zaak.volgende_termijn = "vernietigd", None, None
    zaak.gesloten = zaak.gesloten or timezone.now()
    zaak.save(update_fields=["stap", "behandelaar", "volgende_termijn", "gesloten"])
    werk.telling["zaak"] += 1
    elders = set(Betrokkene.objects.filter(persoon_id__in=personen).values_list("persoon_id", flat=True))
    if over := set(personen) - elders:
        wis_personen(werk.toegang, over, werk.telling)


def _opnieuw(werk: Werk, nummers: list[UUID]) -> None:
    for zaak in Zaak.objects.select_for_update().filter(id__in=nummers).exclude(stap="vernietigd"):
        _wis(werk, zaak)


registreer_wisser(SCHEME.naam, "zaak", _opnieuw)
REGELS = tuple(registreer_bewaarregel(_regel(stap)) for stap in AFGEROND)
