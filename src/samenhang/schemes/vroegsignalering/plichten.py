"""The duties of this scheme: finish deliveries, send letters, clear what was left over, set the figures each month,
ask after hand-overs that nobody confirmed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Sum
from django.utils.timezone import localtime

from samenhang.kernel.aanlevering import opslag, voortgang
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.cijfers.models import Vaststelling
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.ontvangst import ontvangstplicht
from samenhang.kernel.plichten.uitstel import uitstelplicht
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.vernietiging.models import Nagekeken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering.aanleveren import NAAM, verwerk
from samenhang.schemes.vroegsignalering.actions.brieven import (
    te_maken,
    verstuur_als,
    zet_informeerbrief_klaar,
)
from samenhang.schemes.vroegsignalering.actions.cijfers import stel_cijfers_vast
from samenhang.schemes.vroegsignalering.inschrijven import geheugen, nacht
from samenhang.schemes.vroegsignalering.inschrijving import AFMAKEN
from samenhang.schemes.vroegsignalering.scheme import SCHEME

RUST = timedelta(minutes=2)
"""A delivery that was received this long ago and shows no sign of life was interrupted."""

KOPPELING = "koppeling/"
"""What the item of a file begins with that linkage left."""

NACHT = range(2, 6)
"""Hours in which linkage makes what it lacks: after the destruction of the day, before the first delivery."""
ONTHOUDEN = "koppeling_onthouden"
_gekozen: list[UUID] = []
"""Municipalities that this process has begun with, in the round that runs: another worker has others."""

VERWEESD = timedelta(hours=6)
"""A file in the folder of deliveries that no delivery knows, this long after it was written, is left over."""


def _onaf(nu: datetime, hoogstens: int) -> Iterable[str]:
    """What is being registered, and what was received and waits for nothing that is."""
    eigen = Aanlevering.objects.filter(scheme=NAAM)
    bezig = eigen.filter(ontvanger=OuterRef("ontvanger"), status="gekeurd")
    nieuw = Q(status="ontvangen") & (Q(achtergrond=True) | Q(ontvangen__lte=nu - RUST)) & ~Exists(bezig)
    onaf = eigen.filter(Q(status="gekeurd") | nieuw)
    ids = onaf.order_by("ontvangen").values_list("id", flat=True)[:hoogstens]
    return [str(nummer) for nummer in ids if not voortgang.leeft(nummer)]


def _maak_af(item: str) -> None:
    aanlevering = Aanlevering.objects.select_related("ontvanger").get(id=UUID(item))
    verwerk(systeem(aanlevering.ontvanger), aanlevering.id, wacht=False)


def _verweesd(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Files that a killed process left: half written, of a delivery that was never recorded, or the working files of
    one that is registered; and what linkage was working on."""
    oud = list(opslag.verweesd(nu - VERWEESD))
    ids = [nummer for nummer, _ in oud if nummer is not None]
    bekend: set[tuple[UUID, bool]] = set()
    for begin in range(0, len(ids), 900):
        for nummer, status in Aanlevering.objects.filter(id__in=ids[begin : begin + 900]).values_list(
            "id", "status"
        ):
            bekend.add((nummer, False))
            if status == "gekeurd":
                bekend.add((nummer, True))
    werk = (opslag.RIJEN, opslag.PLAN)
    weg = [pad.name for nummer, pad in oud if nummer is None or (nummer, pad.suffix in werk) not in bekend]
    weg += [f"{KOPPELING}{pad.name}" for pad in geheugen.verweesd(nu - VERWEESD)]
    return weg[:hoogstens]


def _ruim_op(item: str) -> None:
    eigen = item.startswith(KOPPELING)
    opslag.wis_bestand((geheugen if eigen else opslag).map_van() / item.removeprefix(KOPPELING))


AANLEVERING_AFMAKEN = registreer(Plicht(AFMAKEN, _onaf, _maak_af))


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


def _te_onthouden(nu: datetime, hoogstens: int) -> Iterable[str]:
    """At night, municipalities of which linkage remembers nothing that had so many signals, each once a day."""
    lokaal = localtime(nu)
    if lokaal.hour not in NACHT:
        return []
    gedaan = Nagekeken.objects.filter(
        organisatie_id=OuterRef("ontvanger_id"), scheme=NAAM, regel=ONTHOUDEN, dag=lokaal.date()
    )
    verwerkt = Aanlevering.objects.filter(scheme=NAAM, status="verwerkt").exclude(Exists(gedaan))
    per_gemeente = verwerkt.order_by("ontvanger_id").values("ontvanger_id").annotate(n=Sum("geaccepteerd"))
    veel = per_gemeente.filter(n__gte=geheugen.VANAF).values_list("ontvanger_id", flat=True)
    return [str(nummer) for nummer in veel if not geheugen.plek(nummer).exists()][:hoogstens]


def _kies_gemeente(item: str) -> None:
    """Linking takes long, and is done outside the transaction of the item, see `Plicht.daarna`."""
    Nagekeken.objects.update_or_create(
        organisatie_id=UUID(item),
        scheme=NAAM,
        regel=ONTHOUDEN,
        defaults={"dag": localtime().date()},
    )
    _gekozen.append(UUID(item))


def _onthoud() -> None:
    while _gekozen:
        nacht.onthoud(Organisatie.objects.get(id=_gekozen.pop()))


KOPPELING_ONTHOUDEN = registreer(
    Plicht("vroegsignalering.koppeling-onthouden", _te_onthouden, _kies_gemeente, daarna=_onthoud)
)


def _brieven(nu: datetime, hoogstens: int) -> Iterable[str]:
    return [str(nummer) for nummer in te_maken(hoogstens)]


def _verstuur(item: str) -> None:
    verstuur_als(UUID(item))


BRIEF_VERSTUREN = registreer(Plicht("vroegsignalering.brief-versturen", _brieven, _verstuur))
UITSTEL_VERLOPEN = registreer(uitstelplicht(SCHEME.naam, zet_informeerbrief_klaar))


ONTVANGST_NAVRAGEN = registreer(ontvangstplicht(SCHEME))
