"""`/postbrieven` and `/postrondes`: letters to creditors, the look before sending, rounds, and the bundle to print."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Invoer, Uitvoer
from samenhang.kernel.plichten.brievenrondes import Rondestand
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.post import begin_postronde
from samenhang.schemes.schuldhulp.models import Postronde
from samenhang.schemes.schuldhulp.queries.post import Postrij
from samenhang.web.bijlage import PDF, bijlage

routes = Routes()
Postsoort = Annotated[
    Literal["voorstel", "herinnering"],
    Field(description="`voorstel`: het voorstel; `herinnering`: wie nog niet antwoordde"),
]


class Postvraag(Invoer):
    """Which letter, for all own cases."""

    soort: Postsoort

    def keuze(self) -> queries.Postkeuze:
        """As the query takes it."""
        return queries.Postkeuze(self.soort)


class PostrijUit(Uitvoer):
    """One offer: to whom its letter goes and where, or the code and words of why none goes."""

    voorstel: UUID
    zaak: UUID
    nummer: str
    inwoner: str
    schuldeiser: str
    adres: str
    verstuurd_op: date
    uiterlijk: date
    gerappelleerd_op: date | None
    reden: str
    waarom: str
    why: str

    @classmethod
    def van(cls, rij: Postrij) -> PostrijUit:
        """From a row of the look."""
        waarom = rij.waarom
        return cls(
            voorstel=rij.voorstel.id, zaak=rij.zaak.id, nummer=rij.zaak.nummer, inwoner=rij.inwoner, schuldeiser=rij.schuldeiser, adres=rij.adres,
            verstuurd_op=rij.voorstel.verstuurd_op, uiterlijk=rij.voorstel.uiterlijk, gerappelleerd_op=rij.voorstel.gerappelleerd_op,
            reden=rij.reden, waarom=waarom.nl if waarom else "", why=waarom.en if waarom else "",
        )  # fmt: skip


class PostbeeldUit(Uitvoer):
    """Which creditors would get the letter, which would not and why."""

    krijgt: list[PostrijUit]
    krijgt_niet: list[PostrijUit]


@routes.get("/postbrieven/voorbeeld", summary="Bekijken welke schuldeisers een brief krijgen")
def postvoorbeeld(request: HttpRequest, vraag: Query[Postvraag]) -> PostbeeldUit:
    """The look before sending; sends and stores nothing."""
    kijk = queries.postvoorbeeld(actor_van_verzoek(request), vraag.keuze())
    return PostbeeldUit(
        krijgt=[PostrijUit.van(rij) for rij in kijk.krijgt],
        krijgt_niet=[PostrijUit.van(rij) for rij in kijk.krijgt_niet],
    )


@routes.get("/postbrieven/proef", summary="Proefbrief aan een schuldeiser", media=PDF, fouten=(409,))
def proefpost(request: HttpRequest, vraag: Query[Postvraag]) -> HttpResponse:
    """The first letter that would go, as PDF marked as an example."""
    return bijlage(queries.proefpost(actor_van_verzoek(request), vraag.keuze()), "voorbeeld.pdf", PDF)


class PostrondeIn(Postvraag):
    """The same, or some of the cases or offers."""

    zaken: Annotated[
        list[UUID], Field(max_length=2000, description="Alleen deze zaken; leeg: alle van u")
    ] = []
    voorstellen: Annotated[
        list[UUID], Field(max_length=5000, description="Alleen deze voorstellen; leeg: alle")
    ] = []

    def keuze(self) -> queries.Postkeuze:
        """As the action takes it."""
        return queries.Postkeuze(self.soort, tuple(self.zaken), tuple(self.voorstellen))


class PostWeggelaten(Uitvoer):
    """Why letters were left out after the look, and how many."""

    waarom: str
    why: str
    aantal: int


class PostrondeUit(Uitvoer):
    """A round and how far it is, in letters."""

    id: UUID
    soort: str
    datum: date
    gemaakt: datetime
    wacht: int
    gedaan: int
    vervallen: int
    weggelaten: list[PostWeggelaten]
    opgehaald: datetime | None

    @classmethod
    def van(cls, stand: Rondestand[Postronde]) -> PostrondeUit:
        """From its state."""
        return cls(
            wacht=stand.wacht,
            gedaan=stand.gedaan,
            vervallen=stand.vervallen,
            weggelaten=[PostWeggelaten(waarom=r.nl, why=r.en, aantal=n) for r, n in stand.redenen],
            **{veld: getattr(stand.ronde, veld) for veld in ("id", "soort", "datum", "gemaakt", "opgehaald")},
        )


@routes.post("/postrondes", summary="Brieven aan schuldeisers versturen", status=201, fouten=(409,))
def begin_postronde_api(request: HttpRequest, invoer: PostrondeIn) -> PostrondeUit:
    """Put every creditor in line who gets this letter now; the letters are made in the background, each once."""
    actor = actor_van_verzoek(request)
    return PostrondeUit.van(queries.postronde(actor, begin_postronde(actor, invoer.keuze()).id))


@routes.get("/postrondes", summary="Rondes van post")
def postrondes(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[PostrondeUit]:
    """One's own rounds, the newest first."""
    standen = queries.postrondes(actor_van_verzoek(request), vraag.aantal, vraag.na)
    return Bladzijde(
        items=[PostrondeUit.van(stand) for stand in standen],
        volgende=queries.na_postronde(standen[-1]) if len(standen) == vraag.aantal else None,
    )


@routes.get("/postrondes/{id}", summary="Ronde van post", fouten=(404,))
def postronde(request: HttpRequest, id: UUID) -> PostrondeUit:
    """How far a round of one's own is."""
    return PostrondeUit.van(queries.postronde(actor_van_verzoek(request), id))


@routes.get("/postrondes/{id}/bundel", summary="Bundel van een ronde", media=PDF, fouten=(404, 409))
def postbundel(request: HttpRequest, id: UUID) -> HttpResponse:
    """All letters of a round as one PDF/UA to print."""
    return bijlage(queries.postbundel(actor_van_verzoek(request), id), f"post-{id}.pdf", PDF)
