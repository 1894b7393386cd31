"""Retention terms, destroying what has expired, and the destruction records: as on the page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladzijde, Dag, Invoer, Registervraag, Uitvoer
from samenhang.kernel.vernietiging.actions import Bewaarstand, bewaarstanden, vernietig_tot
from samenhang.kernel.vernietiging.queries import VernietigingBeeld, VernietigingFilter, vernietigingen

routes = Routes()


class VernietigingVraag(Registervraag):
    """Which records."""

    regel: Annotated[str, Field(max_length=40)] = ""


class AantalUit(Uitvoer):
    """How many of a kind."""

    soort: str
    aantal: int


class VernietigingUit(Uitvoer):
    """One destruction: what, how many, under which rule; never whose."""

    id: UUID
    operatie: UUID
    moment: datetime
    scheme: str
    regel: str
    termijn: str
    artikel: str
    status: str
    aantallen: list[AantalUit]
    door: str
    op: Annotated[date | None, Field(description="De dag die als vandaag telde")]
    vervroegd: Annotated[
        bool, Field(description="Voor het einde van een eigen termijn, door de gemeente opgedragen")
    ]
    na_herstel: Annotated[
        bool, Field(description="Opnieuw vernietigd nadat een reservekopie het terugbracht")
    ]
    gewist: Annotated[
        datetime | None,
        Field(
            description="Vanaf wanneer het ook in de bestanden van de database weg is; null: nog te wissen"
        ),
    ]

    @classmethod
    def van(cls, rij: VernietigingBeeld) -> VernietigingUit:
        """From the query's record."""
        return cls(
            id=rij.id,
            operatie=rij.operatie_id,
            moment=rij.moment,
            scheme=rij.scheme,
            regel=rij.regel,
            termijn=rij.termijn,
            artikel=rij.artikel,
            status=rij.status,
            aantallen=[AantalUit(soort=soort, aantal=aantal) for soort, aantal in rij.aantallen],
            door=rij.door,
            op=rij.op,
            vervroegd=rij.vervroegd,
            na_herstel=rij.na_herstel,
            gewist=rij.uitgeveegd,
        )


@routes.get("/vernietigingen", summary="Vernietigde gegevens", fouten=(403,))
def lijst(request: HttpRequest, vraag: Query[VernietigingVraag]) -> Bladzijde[VernietigingUit]:
    """The records of the own organisation, newest first."""
    rijen, volgende = vernietigingen(
        actor_van_verzoek(request), VernietigingFilter(vraag.van, vraag.tot, vraag.regel, vraag.na)
    )
    return Bladzijde[VernietigingUit](
        items=[VernietigingUit.van(rij) for rij in rijen], volgende=str(volgende) if volgende else None
    )


class Bewaarvraag(Invoer):
    """Of which scheme, and which day counts as today."""

    scheme: Annotated[str, Field(max_length=40, examples=["vroegsignalering"])]
    op: Dag | None = None


class BewaartermijnUit(Uitvoer):
    """A retention term, and how many things have outlived it."""

    scheme: str
    regel: str
    titel: str
    title: str
    lengte: int
    eenheid: str
    artikel: str
    status: Annotated[str, Field(description="beleid, ongeverifieerd of bevestigd")]
    aantal: int

    @classmethod
    def van(cls, stand: Bewaarstand) -> BewaartermijnUit:
        """From the query's record."""
        return cls(
            scheme=stand.scheme,
            regel=stand.regel,
            titel=stand.titel.nl,
            title=stand.titel.en,
            lengte=stand.lengte,
            eenheid=stand.eenheid,
            artikel=stand.artikel,
            status=stand.status,
            aantal=stand.aantal,
        )


class BewaartermijnenUit(Uitvoer):
    """The terms of a scheme."""

    termijnen: list[BewaartermijnUit]


@routes.get("/bewaartermijnen", summary="Bewaartermijnen", fouten=(403,))
def bewaartermijnen(request: HttpRequest, vraag: Query[Bewaarvraag]) -> BewaartermijnenUit:
    """The retention terms of a scheme and what each would destroy on a day; nothing is erased."""
    standen = bewaarstanden(actor_van_verzoek(request), vraag.scheme, vraag.op)
    return BewaartermijnenUit(termijnen=[BewaartermijnUit.van(stand) for stand in standen])


class VernietigIn(Invoer):
    """What has expired on this day goes; a day that has yet to come is refused."""

    scheme: Annotated[str, Field(max_length=40, examples=["vroegsignalering"])]
    tot: Dag


class UitgevoerdUit(Uitvoer):
    """What went under one term."""

    regel: str
    aantal: Annotated[int, Field(description="Bestanden, signalen of meldingen")]
    vernietigd: list[AantalUit]


class UitgevoerdeVernietigingUit(Uitvoer):
    """What went, per term."""

    termijnen: list[UitgevoerdUit]


@routes.post("/vernietigingen", summary="Vernietigen wat verlopen is", status=201, fouten=(403,))
def vernietig(request: HttpRequest, invoer: VernietigIn) -> UitgevoerdeVernietigingUit:
    """Destroy what has expired in the own register, each thing whole; the records say what went."""
    return UitgevoerdeVernietigingUit(
        termijnen=[
            UitgevoerdUit(
                regel=deel.stand.regel,
                aantal=deel.stand.aantal,
                vernietigd=[AantalUit(soort=soort, aantal=aantal) for soort, aantal in deel.vernietigd],
            )
            for deel in vernietig_tot(actor_van_verzoek(request), invoer.scheme, invoer.tot)
        ]
    )
