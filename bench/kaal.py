"""The same endpoints as one would write them bare in django-ninja, on the same tables. For measuring only."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest
from django.urls import include, path
from django.utils import timezone
from ninja import NinjaAPI, Schema
from ninja.security import HttpBearer

from samenhang.config.urls import handler404 as handler404
from samenhang.config.urls import handler500 as handler500
from samenhang.kernel.organisaties.models import Bewijs, Medewerker
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.zaken.models import Betrokkene, Tijdlijnregel, Zaak
from samenhang.schemes.vroegsignalering.models import Aanbod, Contactpoging, Signaal


class Token(HttpBearer):
    """A token looked up in one statement."""

    def authenticate(self, request: HttpRequest, token: str) -> Medewerker | None:
        """The worker behind it."""
        rij = (
            Bewijs.objects.select_related("sleutel__medewerker__organisatie")
            .filter(hash=hashlib.sha256(token.encode()).hexdigest(), verloopt__gt=timezone.now())
            .first()
        )
        return rij.sleutel.medewerker if rij else None


api = NinjaAPI(auth=Token(), urls_namespace="kaal", docs_url=None)


class SignaalUit(Schema):
    """A signal."""

    partner: str
    soort: str
    bedrag: str
    datum: date
    dreiging: str
    datumDreiging: date | None  # noqa: N815 - as on the wire


class PersoonUit(Schema):
    """A person."""

    id: UUID
    naam: str
    geboortedatum: date | None
    adres: str
    telefoon: str
    email: str
    signalen: list[SignaalUit]


class PogingUit(Schema):
    """An attempt."""

    soort: str
    datum: date
    dagdeel: str
    bereikt: bool


class AanbodUit(Schema):
    """An offer."""

    datum: date
    kanaal: str
    aanvaardOp: date | None  # noqa: N815 - as on the wire


class TermijnUit(Schema):
    """A term."""

    regel: str
    start: date
    einde: date
    klaar: date | None


class MeldingUit(Schema):
    """A case."""

    id: UUID
    nummer: str
    stap: str
    prioriteit: int
    geopend: datetime
    gesloten: datetime | None
    personen: list[PersoonUit]
    contactpogingen: list[PogingUit]
    aanbod: list[AanbodUit]
    termijnen: list[TermijnUit]


class RijUit(Schema):
    """A row of the list."""

    id: UUID
    nummer: str
    stap: str
    prioriteit: int
    naam: str
    adres: str
    behandelaar: str
    termijn: date | None
    geopend: datetime


class PogingIn(Schema):
    """An attempt."""

    soort: str
    datum: date
    dagdeel: str
    bereikt: bool


class StandUit(Schema):
    """How a case stands."""

    id: UUID
    nummer: str
    stap: str
    versie: int


def _zaak(request: HttpRequest, id: UUID) -> Zaak:
    organisatie = request.auth.organisatie_id  # type: ignore[attr-defined]
    zaak = Zaak.objects.select_related("behandelaar").filter(id=id, organisatie_id=organisatie).first()
    if zaak is None:
        raise Http404
    return zaak


@api.get("/meldingen/{id}", response=MeldingUit)
def melding(request: HttpRequest, id: UUID) -> dict[str, Any]:
    """One case."""
    zaak = _zaak(request, id)
    wie = list(Betrokkene.objects.filter(zaak=zaak).values_list("persoon_id", flat=True))
    contact = {rij.persoon_id: rij for rij in QuerySet(Contactgegeven).filter(persoon_id__in=wie)}
    signalen: dict[UUID, list[dict[str, Any]]] = {}
    for s in QuerySet(Signaal).filter(zaak=zaak, persoon_id__in=wie).select_related("partner"):
        signalen.setdefault(s.persoon_id, []).append(
            {
                "partner": s.partner.naam,
                "soort": s.soort_signaal,
                "bedrag": f"{s.bedrag_centen / 100:.2f}",
                "datum": s.datum_signaal,
                "dreiging": s.dreiging,
                "datumDreiging": s.datum_dreiging,
            }
        )
    return {
        "id": zaak.id,
        "nummer": zaak.nummer,
        "stap": zaak.stap,
        "prioriteit": zaak.prioriteit,
        "geopend": zaak.geopend,
        "gesloten": zaak.gesloten,
        "personen": [
            {
                "id": naw.persoon_id,
                "naam": naw.weergavenaam,
                "geboortedatum": naw.geboortedatum,
                "adres": f"{naw.adresregel}, {naw.postcode} {naw.woonplaats}",
                "telefoon": contact[naw.persoon_id].telefoon if naw.persoon_id in contact else "",
                "email": contact[naw.persoon_id].email if naw.persoon_id in contact else "",
                "signalen": signalen.get(naw.persoon_id, []),
            }
            for naw in QuerySet(Naw).filter(persoon_id__in=wie)
        ],
        "contactpogingen": list(
            QuerySet(Contactpoging).filter(zaak=zaak).values("soort", "datum", "dagdeel", "bereikt")
        ),
        "aanbod": list(
            QuerySet(Aanbod).filter(zaak=zaak).values("datum", "kanaal", aanvaardOp=F("aanvaard_op"))
        ),
        "termijnen": list(zaak.termijnen.values("regel", "start", "einde", "klaar")),
    }


@api.get("/meldingen", response=list[RijUit])
def meldingen(
    request: HttpRequest, aantal: int = 100, prioriteit: int | None = None, behandelaar: UUID | None = None
) -> list[dict[str, Any]]:
    """The work stock."""
    organisatie = request.auth.organisatie_id  # type: ignore[attr-defined]
    rijen = Zaak.objects.filter(organisatie_id=organisatie).exclude(stap="gesloten")
    if prioriteit is not None:
        rijen = rijen.filter(prioriteit=prioriteit)
    if behandelaar is not None:
        rijen = rijen.filter(behandelaar_id=behandelaar)
    zaken = list(rijen.select_related("behandelaar").order_by("prioriteit", "volgorde", "id")[:aantal])
    eerste = dict(
        Betrokkene.objects.filter(zaak__in=zaken).order_by("-id").values_list("zaak_id", "persoon_id")
    )
    namen = {naw.persoon_id: naw for naw in QuerySet(Naw).filter(persoon_id__in=eerste.values())}
    uit = []
    for zaak in zaken:
        naw = namen[eerste[zaak.id]]
        uit.append(
            {
                "id": zaak.id,
                "nummer": zaak.nummer,
                "stap": zaak.stap,
                "prioriteit": zaak.prioriteit,
                "naam": naw.weergavenaam,
                "adres": f"{naw.adresregel}, {naw.postcode} {naw.woonplaats}",
                "behandelaar": zaak.behandelaar.naam if zaak.behandelaar else "",
                "termijn": zaak.volgende_termijn,
                "geopend": zaak.geopend,
            }
        )
    return uit


@api.post("/meldingen/{id}/contactpogingen", response={201: StandUit})
def contactpoging(request: HttpRequest, id: UUID, invoer: PogingIn) -> Any:
    """Record an attempt: the attempt, a line in the timeline, the term that is met, the next term."""
    from ninja import Status

    with transaction.atomic():
        zaak = _zaak(request, id)
        wie = list(Betrokkene.objects.filter(zaak=zaak).values_list("persoon_id", flat=True))
        naam, nu = request.auth.naam, timezone.now()  # type: ignore[attr-defined]
        QuerySet(Contactpoging).bulk_create(
            [
                Contactpoging(
                    organisatie_id=zaak.organisatie_id, persoon_id=persoon, zaak=zaak, door=naam, vastgelegd=nu, **invoer.dict()
                )
                for persoon in wie
            ]
        )  # fmt: skip
        Tijdlijnregel.objects.create(
            zaak=zaak, moment=nu, wat="contactpoging", tekst_nl=invoer.soort, tekst_en=invoer.soort, door=naam
        )
        zaak.termijnen.filter(regel="informeren", klaar__isnull=True).update(klaar=timezone.localdate())
        zaak.volgende_termijn = (
            zaak.termijnen.filter(klaar__isnull=True)
            .order_by("einde")
            .values_list("einde", flat=True)
            .first()
        )
        zaak.versie += 1
        zaak.save(update_fields=["volgende_termijn", "versie"])
    return Status(201, {"id": zaak.id, "nummer": zaak.nummer, "stap": zaak.stap, "versie": zaak.versie})


urlpatterns = [path("", include("samenhang.config.urls")), path("kaal/", api.urls)]
