"""How this scheme carries out its retention rules: quarantine, signals not taken up, cases closed without help."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.vernietiging.models import Nagekeken
from samenhang.kernel.vernietiging.plicht import Bewaarregel, Werk, registreer_bewaarregel
from samenhang.kernel.vernietiging.wissen import wis, wis_personen, wis_zaak
from samenhang.kernel.zaken.models import Betrokkene, Taak, Tijdlijnregel, Zaak
from samenhang.kernel.zaken.toestand import mogelijk
from samenhang.schemes.vroegsignalering import plichten
from samenhang.schemes.vroegsignalering.models import Signaal
from samenhang.schemes.vroegsignalering.scheme import SCHEME

AFGEROND = ("gesloten", "teruggekoppeld")
NIET_OPGEPAKT = ("niet_opgepakt", "geen_inwoner", "overleden", "ingetrokken")
ALLES = ("naw", "contact", "signaal", "opvolging", "uitkomst")


def _na(dag: date) -> Q:
    return Q(verwerkt__lt=begin_van(dag + timedelta(days=1)))


def _quarantaine(dag: date, hoogstens: int) -> Iterable[str]:
    """Deliveries whose raw file is older than the agreement says, or without one than the rule; the receipt stays."""
    return plichten.te_oud(timezone.now(), hoogstens)


def _van_aanlevering(item: str) -> Organisatie:
    return Aanlevering.objects.select_related("ontvanger").get(id=UUID(item)).ontvanger


def _wis_quarantaine(werk: Werk, item: str) -> None:
    werk.telling.update(plichten.vernietig_ruw(item))


def _niet_opgepakt(dag: date, hoogstens: int) -> Iterable[str]:
    """Municipalities with signals that old, once a day: only a decision may see which were not taken up."""
    vandaag = timezone.localdate()
    oud = Aanlevering.objects.filter(_na(dag), ontvanger_id=OuterRef("id"), scheme=SCHEME.naam)
    gedaan = Nagekeken.objects.filter(
        organisatie_id=OuterRef("id"), scheme=SCHEME.naam, regel="niet_opgepakt", dag=vandaag
    )
    rijen = Organisatie.objects.filter(Exists(oud)).exclude(Exists(gedaan))
    return [str(nummer) for nummer in rijen.order_by("id").values_list("id", flat=True)[:hoogstens]]


def _organisatie(item: str) -> Organisatie:
    return Organisatie.objects.get(id=UUID(item))


def _wis_niet_opgepakt(werk: Werk, item: str) -> None:
    Nagekeken.objects.update_or_create(
        organisatie=werk.organisatie,
        scheme=SCHEME.naam,
        regel="niet_opgepakt",
        defaults={"dag": timezone.localdate()},
    )
    oud = Signaal.objects.met(werk.toegang).filter(
        status__in=NIET_OPGEPAKT, zaak__isnull=True, ontvangen__lt=begin_van(werk.dag + timedelta(days=1))
    )
    rijen = list(oud.values_list("id", "persoon_id"))
    if not rijen:
        return
    werk.raakt(persoon for _, persoon in rijen)
    wis(werk.toegang, Signaal, [nummer for nummer, _ in rijen], werk.telling)
    _wis_wie_niets_meer_heeft(werk, [persoon for _, persoon in rijen])


def _gesloten_zonder_hulp(dag: date, hoogstens: int) -> Iterable[str]:
    """Closed cases without help that nothing holds: no open objection, no other open case at home, nothing under way."""
    zelfde_huis = Zaak.objects.filter(huishouden_id=OuterRef("huishouden_id"), scheme=SCHEME.naam)
    aanvaard = Tijdlijnregel.objects.filter(zaak_id=OuterRef("id"), wat="aanvaarden")
    bezwaar = Taak.objects.filter(zaak_id=OuterRef("id"), soort="bezwaar", klaar__isnull=True)
    rijen = (
        Zaak.objects.filter(
            scheme=SCHEME.naam, stap__in=AFGEROND, gesloten__lt=begin_van(dag + timedelta(days=1))
        )
        .exclude(Exists(aanvaard))
        .exclude(Exists(bezwaar))
        .exclude(Exists(zelfde_huis.exclude(stap__in=(*AFGEROND, "vernietigd"))))
        .exclude(overdrachten__ontvangen__isnull=True, overdrachten__isnull=False)
    )
    return [
        str(nummer) for nummer in rijen.order_by("gesloten", "id").values_list("id", flat=True)[:hoogstens]
    ]


def _van_zaak(item: str) -> Organisatie:
    return Zaak.objects.select_related("organisatie").get(id=UUID(item)).organisatie


def _wis_zaak(werk: Werk, item: str) -> None:
    zaak = Zaak.objects.select_for_update().get(id=UUID(item))
    stap = mogelijk(SCHEME.zaak, zaak.stap, "vernietigen", ("systeem",), None).naar
    personen = wis_zaak(werk.toegang, zaak, werk.telling)
    werk.raakt(personen)
    zaak.stap, zaak.huishouden, zaak.behandelaar, zaak.volgende_termijn = stap, None, None, None
    zaak.save(update_fields=["stap", "huishouden", "behandelaar", "volgende_termijn"])
    werk.telling["zaak"] += 1
    _wis_wie_niets_meer_heeft(werk, personen)


def _wis_wie_niets_meer_heeft(werk: Werk, personen: list[UUID]) -> None:
    """Persons who are in no case and of whom no signal is left go altogether."""
    betrokken = set(Betrokkene.objects.filter(persoon_id__in=personen).values_list("persoon_id", flat=True))
    gemeld = set(
        Signaal.objects.met(werk.toegang).filter(persoon_id__in=personen).values_list("persoon_id", flat=True)
    )
    over = set(personen) - betrokken - gemeld
    if over:
        wis_personen(werk.toegang, over, werk.telling)


REGELS = tuple(
    registreer_bewaarregel(regel)
    for regel in (
        Bewaarregel(
            SCHEME.naam, "quarantaine", _quarantaine, _van_aanlevering, _wis_quarantaine, leest=("signaal",)
        ),
        Bewaarregel(
            SCHEME.naam,
            "niet_opgepakt",
            _niet_opgepakt,
            _organisatie,
            _wis_niet_opgepakt,
            ("signaal",),
            ALLES,
        ),
        Bewaarregel(
            SCHEME.naam,
            "gesloten_zonder_hulp",
            _gesloten_zonder_hulp,
            _van_zaak,
            _wis_zaak,
            ("signaal",),
            ALLES,
        ),
    )
)
