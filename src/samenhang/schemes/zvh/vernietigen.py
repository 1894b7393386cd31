"""How this scheme carries out its retention rule: five years after the first processing, closed or not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.vernietiging.herstel import registreer_wisser
from samenhang.kernel.vernietiging.plicht import Bewaarregel, Grens, Werk, registreer_bewaarregel
from samenhang.kernel.vernietiging.vasthouden import vastgehouden
from samenhang.kernel.vernietiging.wissen import wis_personen, wis_zaak
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.toestand import mogelijk
from samenhang.schemes.zvh.domain.proces import ALLES, ZAAK, ZvhFeiten
from samenhang.schemes.zvh.scheme import SCHEME

UITKOMST = "eerste_verwerking"
CATEGORIEEN = (
    *("naw", "contact", "instemming", "informeren", "bezwaar"),
    *(categorie.naam for categorie in SCHEME.categorieen),
)


def _verlopen(grens: Grens) -> QuerySet[Zaak]:
    """Cases that were opened that long ago, in whichever step."""
    rijen = Zaak.objects.filter(
        scheme=SCHEME.naam, stap__in=ALLES, geopend__lt=begin_van(grens.dag + timedelta(days=1))
    ).exclude(vastgehouden())
    return rijen if grens.organisatie is None else rijen.filter(organisatie_id=grens.organisatie)


def _nummers(grens: Grens, hoogstens: int) -> Iterable[str]:
    rijen = _verlopen(grens).order_by("geopend", "id").values_list("id", flat=True)
    return [str(nummer) for nummer in rijen[:hoogstens]]


def _vernietig(werk: Werk, item: str) -> None:
    zaak = Zaak.objects.select_for_update().get(id=UUID(item))
    if _verlopen(werk.grens).filter(id=zaak.id).exists():
        mogelijk(ZAAK, zaak.stap, "vernietigen", ("systeem",), ZvhFeiten())
        _wis(werk, zaak)


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
    wis_personen(werk.toegang, set(personen), werk.telling)  # each case here has a person of its own


def _opnieuw(werk: Werk, nummers: list[UUID]) -> None:
    for zaak in Zaak.objects.select_for_update().filter(id__in=nummers).exclude(stap="vernietigd"):
        _wis(werk, zaak)


registreer_wisser(SCHEME.naam, "zaak", _opnieuw)
REGEL = registreer_bewaarregel(
    Bewaarregel(SCHEME.naam, UITKOMST, _nummers, _van, _vernietig, (), CATEGORIEEN)
)
