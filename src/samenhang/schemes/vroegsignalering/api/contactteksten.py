"""The texts for telephone, door, message, mail and card."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.schemes.vroegsignalering import actions, queries

routes = Routes()
Contactsoort = Literal["Telefoon", "Huisbezoek", "SMS/Whatsapp", "Mail", "Kaartje"]


class ContacttekstUit(Uitvoer):
    """The text for one way of contact that holds today; `eigen`: the municipality wrote it."""

    soort: str
    naam: str
    vanaf: date
    eigen: bool
    nl: str
    en: str
    onderwerp_nl: str
    onderwerp_en: str
    informeert: Annotated[bool, Field(description="Of de tekst zegt wie wat meldde (AVG art. 14)")]

    @classmethod
    def van(cls, stand: queries.Tekststand) -> ContacttekstUit:
        """From what the query gives."""
        t = stand.geldt
        return cls(
            soort=t.soort,
            naam=t.naam,
            vanaf=t.vanaf,
            eigen=t.versie > 0,
            nl=t.tekst.nl,
            en=t.tekst.en,
            onderwerp_nl=t.onderwerp.nl,
            onderwerp_en=t.onderwerp.en,
            informeert=t.informeert,
        )


class Contactteksten(Uitvoer):
    """One for each way of contact."""

    teksten: list[ContacttekstUit]


@routes.get("/contactteksten", summary="Teksten voor contact")
def contactteksten(request: HttpRequest) -> Contactteksten:
    """What is said, sent or left behind, per way of contact, as it holds today."""
    rijen = queries.contactteksten(actor_van_verzoek(request))
    return Contactteksten(teksten=[ContacttekstUit.van(rij) for rij in rijen])


class ContacttekstIn(Invoer):
    """A proposal for one way of contact."""

    soort: Contactsoort
    vanaf: Dag
    nl: Annotated[str, Field(min_length=1, max_length=3000, examples=["Belt u mij op {telefoon}?"])]
    en: Annotated[str, Field(min_length=1, max_length=3000, examples=["Will you call me on {telefoon}?"])]
    onderwerp_nl: Annotated[str, Field(max_length=100)] = ""
    onderwerp_en: Annotated[str, Field(max_length=100)] = ""
    reden: Annotated[str, Field(max_length=300)]

    def voorstel(self) -> actions.Tekstvoorstel:
        """For the action."""
        return actions.Tekstvoorstel(**self.model_dump())


class TekstvoorbeeldUit(Uitvoer):
    """The text filled in for an invented resident."""

    nl: str
    en: str
    onderwerp_nl: str
    onderwerp_en: str
    informeert: bool


@routes.post("/contactteksten/voorbeeld", summary="Tekst voor contact bekijken", herhaling="")
def bekijk_contacttekst(request: HttpRequest, invoer: ContacttekstIn) -> TekstvoorbeeldUit:
    """How the text would read; stores nothing."""
    v = actions.bekijk_contacttekst(actor_van_verzoek(request), invoer.voorstel())
    return TekstvoorbeeldUit(
        nl=v.tekst.nl,
        en=v.tekst.en,
        onderwerp_nl=v.onderwerp.nl,
        onderwerp_en=v.onderwerp.en,
        informeert=v.informeert,
    )


@routes.post("/contactteksten", summary="Tekst voor contact vaststellen", status=201)
def stel_contacttekst_vast(request: HttpRequest, invoer: ContacttekstIn) -> ContacttekstUit:
    """Decide the text from a day; nothing is overwritten. Gives the text that holds today."""
    actor = actor_van_verzoek(request)
    actions.stel_contacttekst_vast(actor, invoer.voorstel())
    return ContacttekstUit.van(next(r for r in queries.contactteksten(actor) if r.soort == invoer.soort))


class GevuldUit(Uitvoer):
    """A text filled in for one person of a case."""

    soort: str
    naam: str
    persoon: UUID
    nl: str
    en: str
    onderwerp_nl: str
    onderwerp_en: str
    informeert: bool


class GevuldeTeksten(Uitvoer):
    """Per way of contact and person."""

    teksten: list[GevuldUit]


@routes.get("/meldingen/{id}/contactteksten", summary="Teksten voor contact in een melding")
def contactteksten_bij(request: HttpRequest, id: UUID) -> GevuldeTeksten:
    """What may be said or sent to each person of a case: who reported what only of that person himself."""
    return GevuldeTeksten(
        teksten=[
            GevuldUit(
                soort=g.soort,
                naam=g.naam,
                persoon=g.persoon_id,
                nl=g.tekst.nl,
                en=g.tekst.en,
                onderwerp_nl=g.onderwerp.nl,
                onderwerp_en=g.onderwerp.en,
                informeert=g.informeert,
            )
            for g in queries.contactteksten_bij(actor_van_verzoek(request), id)
        ]
    )
