"""The duties of this scheme: finish deliveries, destroy what has been kept long enough, set the figures each month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.timezone import localtime

from samenhang.kernel.aanlevering import opslag, voortgang
from samenhang.kernel.aanlevering.models import AanleverFout, Aanlevering
from samenhang.kernel.cijfers.models import Vaststelling
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import rapport
from samenhang.schemes.vroegsignalering.aanleveren import NAAM, verwerk
from samenhang.schemes.vroegsignalering.actions.cijfers import stel_cijfers_vast
from samenhang.schemes.vroegsignalering.bestand.codes import zin
from samenhang.schemes.vroegsignalering.models import Partnerafspraak
from samenhang.schemes.vroegsignalering.scheme import SCHEME

RUST = timedelta(minutes=2)
"""A delivery that was received this long ago and shows no sign of life was interrupted."""

VERWEESD = timedelta(hours=6)
"""A file in the folder of deliveries that no delivery knows, this long after it was written, is left over."""


def _onaf(nu: datetime, hoogstens: int) -> Iterable[str]:
    onaf = Aanlevering.objects.filter(
        Q(achtergrond=True) | Q(ontvangen__lte=nu - RUST), scheme=NAAM, status="ontvangen"
    )
    ids = onaf.order_by("ontvangen").values_list("id", flat=True)[:hoogstens]
    return [str(nummer) for nummer in ids if not voortgang.leeft(nummer)]


def _maak_af(item: str) -> None:
    aanlevering = Aanlevering.objects.select_related("ontvanger").get(id=UUID(item))
    verwerk(systeem(aanlevering.ontvanger), aanlevering.id)


def te_oud(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Raw files older than the agreement says; without one, than the default."""
    dagen: dict[tuple[UUID, UUID], int] = {}
    for gemeente, partner, bewaar in Partnerafspraak.objects.order_by("versie").values_list(
        "gemeente_id", "partner_id", "bewaar_dagen"
    ):
        dagen[gemeente, partner] = bewaar
    vandaag = timezone.localtime(nu).date()
    kortste = min(dagen.values(), default=30)
    bewaard = Aanlevering.objects.filter(
        scheme=NAAM, ruw_vernietigd__isnull=True, ontvangen__lt=nu - timedelta(days=kortste)
    ).exclude(status="ontvangen")
    verlopen = []
    for nummer, ontvanger, afzender, ontvangen in bewaard.order_by("ontvangen").values_list(
        "id", "ontvanger_id", "afzender_id", "ontvangen"
    ):
        if (
            timezone.localtime(ontvangen).date() + timedelta(days=dagen.get((ontvanger, afzender), 30))
            < vandaag
        ):
            verlopen.append(str(nummer))
    return verlopen[:hoogstens]


def vernietig_ruw(item: str) -> dict[str, int]:
    """Destroy the raw file, the reports, and the cell values that messages quoted; counts and codes stay.

    Gives how many files and messages that were.
    """
    aanlevering = Aanlevering.objects.select_for_update().get(id=UUID(item))
    gewist = {"bestand": int(opslag.vernietig(aanlevering.id)), "fouttekst": aanlevering.fouten.count()}
    rapport.vernietig(aanlevering.id)
    for code in aanlevering.fouten.order_by().values_list("code", flat=True).distinct():
        if not code.startswith("F"):
            tekst = zin(code, "…", "…")
            AanleverFout.objects.filter(aanlevering=aanlevering, code=code).update(
                tekst=tekst.nl, text=tekst.en
            )
    aanlevering.ruw_vernietigd = timezone.localdate()
    aanlevering.save(update_fields=["ruw_vernietigd"])
    return gewist


def _verweesd(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Files that a killed process left: half written, or of a delivery that was never recorded."""
    oud = list(opslag.verweesd(nu - VERWEESD))
    ids = [nummer for nummer, _ in oud if nummer is not None]
    bekend: set[UUID] = set()
    for begin in range(0, len(ids), 900):
        bekend |= set(
            Aanlevering.objects.filter(id__in=ids[begin : begin + 900]).values_list("id", flat=True)
        )
    return [pad.name for nummer, pad in oud if nummer is None or nummer not in bekend][:hoogstens]


def _ruim_op(item: str) -> None:
    opslag.wis_bestand(opslag.map_van() / item)


AANLEVERING_AFMAKEN = registreer(Plicht("vroegsignalering.aanlevering-afmaken", _onaf, _maak_af))


def _te_tellen(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Municipalities with cases whose figures were not set yet in this month."""
    eerste = localtime(nu).date().replace(day=1)
    gemeenten = (
        Organisatie.objects.filter(soort="gemeente", actief=True)
        .filter(Exists(Zaak.objects.filter(organisatie_id=OuterRef("id"), scheme=SCHEME.naam)))
        .exclude(
            Exists(
                Vaststelling.objects.filter(
                    organisatie_id=OuterRef("id"), scheme=SCHEME.naam, peildatum__gte=eerste
                )
            )
        )
    )
    return [str(nummer) for nummer in gemeenten.order_by("id").values_list("id", flat=True)[:hoogstens]]


def _tel(item: str) -> None:
    stel_cijfers_vast(systeem(Organisatie.objects.get(id=UUID(item))))


CIJFERS_VASTSTELLEN = registreer(Plicht("vroegsignalering.cijfers-vaststellen", _te_tellen, _tel))
AANLEVERING_OPRUIMEN = registreer(Plicht("vroegsignalering.aanlevering-opruimen", _verweesd, _ruim_op))
