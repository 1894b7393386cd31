"""How this scheme carries out its retention rules: closed cases, and what the helpline sent that nobody took in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.uitwisseling.models import InkomendBericht
from samenhang.kernel.uitwisseling.opnemen import wis_bericht
from samenhang.kernel.vernietiging.afgerond import alle_categorieen, registreer_afgeronde_zaken
from samenhang.kernel.vernietiging.herstel import registreer_wisser
from samenhang.kernel.vernietiging.plicht import Bewaarregel, Grens, Werk, registreer_bewaarregel
from samenhang.kernel.vernietiging.wissen import wis_personen
from samenhang.kernel.verstrekkingen.models import Aard
from samenhang.kernel.zaken.models import Betrokkene, Taak, ZaakTermijn
from samenhang.schemes.schuldhulp.domain.bewakers import HulpFeiten
from samenhang.schemes.schuldhulp.domain.bezwaar import REGELS as BEZWAARTERMIJNEN
from samenhang.schemes.schuldhulp.domain.bezwaar import STEL_VAST
from samenhang.schemes.schuldhulp.domain.proces import AFGEROND
from samenhang.schemes.schuldhulp.scheme import LIJNBERICHT, SCHEME

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
LIJN = registreer_bewaarregel(
    Bewaarregel(
        SCHEME.naam, LIJNBERICHT, _oude_berichten, _van_bericht, _wis_bericht, (), alle_categorieen(SCHEME)
    )
)
BEZWAAR_LOOPT = Exists(
    ZaakTermijn.objects.filter(zaak_id=OuterRef("id"), klaar__isnull=True, regel__in=BEZWAARTERMIJNEN)
) | Exists(
    Taak.objects.filter(zaak_id=OuterRef("id"), klaar__isnull=True).filter(
        Q(soort__startswith="bezwaar_") | Q(soort=STEL_VAST)
    )
)
"""A case stays after its term while an objection waits for a decision, or while that decision has still to be carried out or
its penalty established. A case before the court is held by a legal hold (`vasthouden`): its course is not known here."""
REGELS = (*registreer_afgeronde_zaken(SCHEME, AFGEROND, HulpFeiten(), behalve=BEZWAAR_LOOPT), LIJN)
