"""How this scheme carries out its retention rules: closed cases, and what the helpline sent that nobody took in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.uitwisseling.models import InkomendBericht
from samenhang.kernel.uitwisseling.opnemen import wis_bericht
from samenhang.kernel.vernietiging.herstel import registreer_wisser
from samenhang.kernel.vernietiging.plicht import Bewaarregel, Grens, Werk, registreer_bewaarregel
from samenhang.kernel.vernietiging.vasthouden import vastgehouden
from samenhang.kernel.vernietiging.wissen import wis_personen, wis_zaak
from samenhang.kernel.verstrekkingen.models import Aard
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.toestand import mogelijk
from samenhang.schemes.schuldhulp.domain.bewakers import HulpFeiten
from samenhang.schemes.schuldhulp.domain.proces import AFGEROND, ZAAK
from samenhang.schemes.schuldhulp.scheme import LIJNBERICHT, SCHEME

ALLES = (
    *("naw", "contact", "instemming", "informeren", "bezwaar"),
    *(categorie.naam for categorie in SCHEME.categorieen),
)


def _verlopen(stap: str, grens: Grens) -> QuerySet[Zaak]:
    """Cases that ended in this step that long ago."""
    rijen = Zaak.objects.filter(
        scheme=SCHEME.naam, stap=stap, gesloten__lt=begin_van(grens.dag + timedelta(days=1))
    ).exclude(vastgehouden())
    return rijen if grens.organisatie is None else rijen.filter(organisatie_id=grens.organisatie)


def _regel(stap: str) -> Bewaarregel:
    def verlopen(grens: Grens, hoogstens: int) -> Iterable[str]:
        rijen = _verlopen(stap, grens).order_by("gesloten", "id").values_list("id", flat=True)
        return [str(nummer) for nummer in rijen[:hoogstens]]

    def vernietig(werk: Werk, item: str) -> None:
        zaak = Zaak.objects.select_for_update().get(id=UUID(item))
        if _verlopen(stap, werk.grens).filter(id=zaak.id).exists():
            mogelijk(ZAAK, zaak.stap, "vernietigen", ("systeem",), HulpFeiten())
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


# --- what came from the helpline as a message and nobody took in ---


def _oude_berichten(grens: Grens, hoogstens: int) -> Iterable[str]:
    rijen = InkomendBericht.objects.filter(
        scheme=SCHEME.naam, gemaakt__lt=begin_van(grens.dag + timedelta(days=1)), gewist__isnull=True
    ).exclude(aard=Aard.INTREKKING)
    if grens.organisatie is not None:
        rijen = rijen.filter(partner__organisatie_id=grens.organisatie)
    return [
        str(nummer) for nummer in rijen.order_by("gemaakt", "id").values_list("id", flat=True)[:hoogstens]
    ]


def _van_bericht(item: str) -> Organisatie:
    return (
        InkomendBericht.objects.select_related("partner__organisatie").get(id=UUID(item)).partner.organisatie
    )


def _wis_bericht(werk: Werk, item: str) -> None:
    """Its content goes, and who was known by it alone; that something came in stays."""
    rij = InkomendBericht.objects.select_for_update().get(id=UUID(item))
    if rij.gewist is not None:
        return
    personen = wis_bericht(rij, werk.toegang)
    werk.raakt(personen)
    werk.ging("bericht", [rij.id])
    werk.telling["inkomendeinhoud"] += len(personen)
    elders = set(Betrokkene.objects.filter(persoon_id__in=personen).values_list("persoon_id", flat=True))
    if over := set(personen) - elders:
        wis_personen(werk.toegang, over, werk.telling)


def _berichten_opnieuw(werk: Werk, nummers: list[UUID]) -> None:
    for nummer in nummers:
        _wis_bericht(werk, str(nummer))


registreer_wisser(SCHEME.naam, "bericht", _berichten_opnieuw)
REGELS = (
    *(registreer_bewaarregel(_regel(stap)) for stap in AFGEROND),
    registreer_bewaarregel(
        Bewaarregel(SCHEME.naam, LIJNBERICHT, _oude_berichten, _van_bericht, _wis_bericht, (), ALLES)
    ),
)
