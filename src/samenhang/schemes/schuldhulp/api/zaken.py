"""`/zaken`, `/aanmeldingen` and `/schuldeisers`: every operation calls the action of the page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import File, Query
from ninja.files import UploadedFile
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.categorie import CategorieUitvoer, uit_categorie
from samenhang.api.handelingen import bied_aan
from samenhang.api.routes import MetVersie, Routes
from samenhang.api.schemas import BedragTekst, Dag, Invoer, Uitvoer
from samenhang.api.zaaklijst import Zaakvraag, ZakenUit, zakenblad
from samenhang.schemes.schuldhulp import queries, uitgaven
from samenhang.schemes.schuldhulp.actions.aanmelden import NieuweHulpvraag, leg_hulpvraag_vast, neem_over
from samenhang.schemes.schuldhulp.actions.inlezen import lees_in
from samenhang.schemes.schuldhulp.actions.schuldeisers import beoordeel, haal_uit_elkaar, zet_adres
from samenhang.schemes.schuldhulp.api.krediet import BetalingUit, BorgUit, LopendKredietUit, UitbetalingUit
from samenhang.schemes.schuldhulp.api.rechtbank import RechtbankverzoekUit, SchuldeiserweigeringUit
from samenhang.schemes.schuldhulp.api.sparen import SpaarregelingUit
from samenhang.schemes.schuldhulp.document import als_aanmelding, als_document, als_schuldeisers
from samenhang.schemes.schuldhulp.handelingen import HANDELINGEN

routes = Routes()


@uit_categorie(uitgaven.HULPVRAAG)
class HulpvraagUit(CategorieUitvoer):
    """The request for help."""

    dreigingen: list[str]


@uit_categorie(uitgaven.BESCHIKKING)
class BeschikkingUit(CategorieUitvoer):
    """A decision."""


class HuishoudenUit(Uitvoer):
    """The household as it was last recorded."""

    situatie: str
    kinderen: int
    vtlb: BedragTekst
    vtlb_op: date


class InkomenUit(Uitvoer):
    """An income."""

    id: UUID
    soort: str
    netto: BedragTekst
    bewijs: str
    bewijs_op: date
    tot: date | None
    vervallen_op: date | None


class SchuldUit(Uitvoer):
    """A debt."""

    id: UUID
    schuldeiser: str
    kenmerk: str
    incassant: str
    bedrag: BedragTekst | None
    peildatum: date
    rang: str
    stand: str


class RekendeelUit(Uitvoer):
    """One part of a calculation."""

    naam: str
    hash: str
    status: str


class RekensomUit(Uitvoer):
    """A calculation of the case."""

    id: UUID
    vorige: UUID | None
    reden: str
    op: datetime
    regeling: str
    pot: BedragTekst
    delen: list[RekendeelUit]


class VoorstelUit(Uitvoer):
    """What a creditor was offered, and what he answered."""

    id: UUID
    schuldeiser: str
    rang: str
    vordering: BedragTekst
    bedrag: BedragTekst
    percentage: str
    verstuurd_op: date
    uiterlijk: date
    gerappelleerd_op: date | None
    antwoord: str
    antwoord_op: date | None
    via: str


class SchuldhulptermijnUit(Uitvoer):
    """A term of the case."""

    regel: str
    start: date
    einde: date
    klaar: date | None


class EerderVeldUit(Uitvoer):
    """A field, and what stood in it."""

    veld: Annotated[str, Field(examples=["bedrag"])]
    waarde: str


class EerdereWaardeUit(Uitvoer):
    """What stood in the case until then: changed since, or with `reden` recorded by mistake."""

    wat: Annotated[str, Field(examples=["schuld"])]
    over: UUID
    was: list[EerderVeldUit]
    reden: str
    tot: datetime
    door: str


class SchuldhulpzaakUit(Uitvoer):
    """A case as whoever asks may see it."""

    id: UUID
    nummer: Annotated[str, Field(examples=["SH26-7K3M9QT"])]
    stap: Annotated[str, Field(examples=["inventarisatie"])]
    versie: int
    naam: str
    volgende_termijn: date | None
    hulpvraag: HulpvraagUit | None
    beschikkingen: list[BeschikkingUit]
    huishouden: HuishoudenUit | None
    inkomens: list[InkomenUit]
    schulden: list[SchuldUit]
    rekensommen: list[RekensomUit]
    voorstellen: list[VoorstelUit]
    borgen: list[BorgUit]
    krediet: LopendKredietUit | None
    uitbetalingen: list[UitbetalingUit]
    betalingen: list[BetalingUit]
    spaarregeling: SpaarregelingUit | None
    weigeringen: list[SchuldeiserweigeringUit]
    verzoeken: list[RechtbankverzoekUit]
    eerdere_waarden: list[EerdereWaardeUit]
    termijnen: list[SchuldhulptermijnUit]


class HulpvraagIn(Invoer):
    """Who asks for help."""

    achternaam: Annotated[str, Field(min_length=1, max_length=200)]
    gevraagd_op: Dag
    bron: Annotated[str, Field(max_length=20, examples=["telefoon"])]
    dreiging: Annotated[str, Field(max_length=20, examples=["geen"])]
    voorletters: Annotated[str, Field(max_length=40)] = ""
    geboortedatum: Dag | None = None
    telefoon: Annotated[str, Field(max_length=80)] = ""
    email: Annotated[str, Field(max_length=254)] = ""
    adres: Annotated[str, Field(max_length=80, examples=["Dorpsstraat 1"])] = ""
    postcode: Annotated[str, Field(max_length=7, examples=["1234 AB"])] = ""
    woonplaats: Annotated[str, Field(max_length=80)] = ""


class AanmeldingUit(Uitvoer):
    """A referral of early detection that waits."""

    id: UUID
    bron: Annotated[str, Field(examples=["vroegsignalering"])]
    bronnummer: str
    naam: str
    gestuurd: datetime
    aanvaard_op: date
    dreiging: bool
    uiterlijk: date


class AanmeldingenUit(Uitvoer):
    """The referrals that wait, what is due first on top."""

    aanmeldingen: list[AanmeldingUit]


class SchuldeiserUit(Uitvoer):
    """A creditor; `samenMet` is the one with which it is one."""

    id: UUID
    naam: str
    kvk: str
    adres: str
    samen_met: UUID | None


class DubbelUit(Uitvoer):
    """Two creditors that may be one."""

    links: UUID
    rechts: UUID
    links_naam: str
    rechts_naam: str
    waarom: Annotated[str, Field(examples=["naam"])]


class SchuldeisersUit(Uitvoer):
    """The creditors, and pairs that wait for a judgement."""

    schuldeisers: list[SchuldeiserUit]
    dubbelen: list[DubbelUit]


class SchuldeiseroordeelIn(Invoer):
    """Whether two creditors are one, and why."""

    ander: UUID
    zelfde: bool
    reden: Annotated[str, Field(min_length=1, max_length=300)]


class SchuldeiseradresIn(Invoer):
    """Where letters to a creditor go, its lines apart."""

    adres: Annotated[str, Field(max_length=190, examples=["Postbus 11\n1000 AA Waterrijk"])]


class SplitsingIn(Invoer):
    """Why two creditors are taken apart."""

    reden: Annotated[str, Field(min_length=1, max_length=300)]


@routes.get("/zaken", summary="Open zaken schuldhulp")
def schuldhulpzaken(request: HttpRequest, vraag: Query[Zaakvraag]) -> ZakenUit:
    """The open cases of the organisation, what is due first on top; with a step or a search also own closed ones."""
    return zakenblad(actor_van_verzoek(request), queries.zaken, vraag)


@routes.post("/zaken", summary="Hulpvraag vastleggen", status=201)
def leg_hulpvraag_vast_api(request: HttpRequest, invoer: HulpvraagIn) -> SchuldhulpzaakUit:
    """A resident asks for help with debts."""
    actor = actor_van_verzoek(request)
    zaak = leg_hulpvraag_vast(actor, NieuweHulpvraag(**invoer.model_dump()))
    return SchuldhulpzaakUit.model_validate(als_document(queries.zaak(actor, zaak.id)))


@routes.get("/zaken/{id}", summary="Eén zaak schuldhulp")
def schuldhulpzaak(request: HttpRequest, id: UUID) -> MetVersie[SchuldhulpzaakUit]:
    """One case, as whoever asks may see it."""
    beeld = queries.zaak(actor_van_verzoek(request), id)
    return MetVersie(SchuldhulpzaakUit.model_validate(als_document(beeld)), beeld.zaak.versie)


@routes.post("/zaken/{id}/schuldenbestand", summary="Schulden inlezen", status=201, fouten=(409, 413))
def lees_schulden_in(request: HttpRequest, id: UUID, bestand: File[UploadedFile]) -> SchuldhulpzaakUit:
    """Record the debts of a CSV or XLSX file, or of a dossier export: all rows, or none with every fault at its line."""
    actor = actor_van_verzoek(request)
    lees_in(actor, id, bestand.name or "", bestand.read())
    return SchuldhulpzaakUit.model_validate(als_document(queries.zaak(actor, id)))


@routes.get("/aanmeldingen", summary="Aanmeldingen die wachten")
def aanmeldingen(request: HttpRequest) -> AanmeldingenUit:
    """Referrals of early detection that wait to be taken in."""
    regels = queries.aanmeldingen(actor_van_verzoek(request))
    return AanmeldingenUit(aanmeldingen=[AanmeldingUit(**als_aanmelding(regel)) for regel in regels])


@routes.post("/aanmeldingen/{id}/zaak", summary="Aanmelding overnemen", status=201)
def neem_aanmelding_over(request: HttpRequest, id: UUID) -> SchuldhulpzaakUit:
    """Take in a referral as a case; the term runs from the day on which the resident accepted help."""
    actor = actor_van_verzoek(request)
    zaak = neem_over(actor, id)
    return SchuldhulpzaakUit.model_validate(als_document(queries.zaak(actor, zaak.id)))


@routes.get("/schuldeisers", summary="Schuldeisers")
def schuldeisers(request: HttpRequest) -> SchuldeisersUit:
    """The creditors of this municipality, and pairs that look alike."""
    return SchuldeisersUit.model_validate(als_schuldeisers(queries.schuldeisers(actor_van_verzoek(request))))


@routes.post("/schuldeisers/{id}/oordeel", summary="Schuldeisers beoordelen", status=201)
def beoordeel_schuldeisers(request: HttpRequest, id: UUID, invoer: SchuldeiseroordeelIn) -> SchuldeisersUit:
    """Judge whether `ander` is the same creditor; if so it counts at this one."""
    actor = actor_van_verzoek(request)
    beoordeel(actor, id, invoer.ander, invoer.zelfde, invoer.reden)
    return SchuldeisersUit.model_validate(als_schuldeisers(queries.schuldeisers(actor)))


@routes.post("/schuldeisers/{id}/adres", summary="Adres van een schuldeiser", status=201)
def adresseer_schuldeiser(request: HttpRequest, id: UUID, invoer: SchuldeiseradresIn) -> SchuldeisersUit:
    """Record where letters to a creditor go; empty takes it away."""
    actor = actor_van_verzoek(request)
    zet_adres(actor, id, invoer.adres)
    return SchuldeisersUit.model_validate(als_schuldeisers(queries.schuldeisers(actor)))


@routes.post("/schuldeisers/{id}/splitsing", summary="Schuldeisers uit elkaar halen", status=201)
def splits_schuldeiser(request: HttpRequest, id: UUID, invoer: SplitsingIn) -> SchuldeisersUit:
    """Take a creditor out of the one with which it was merged."""
    actor = actor_van_verzoek(request)
    haal_uit_elkaar(actor, id, invoer.reden)
    return SchuldeisersUit.model_validate(als_schuldeisers(queries.schuldeisers(actor)))


bied_aan(routes, "/zaken", HANDELINGEN.values(), voor="schuldhulp")
