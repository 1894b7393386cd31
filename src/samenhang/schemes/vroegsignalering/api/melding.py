"""One melding and what is done with it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import MetVersie, Routes
from samenhang.api.schemas import BedragTekst, Dag, Invoer, Uitvoer
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.api.gedeeld import RedenIn, Stand
from samenhang.schemes.vroegsignalering.queries import PersoonBeeld, ZaakBeeld

routes = Routes()


class SignaalUit(Uitvoer):
    """A signal in the case."""

    partner: str
    soort: Annotated[str, Field(examples=["eerste"])]
    bedrag: BedragTekst
    datum: date
    dreiging: Annotated[str, Field(examples=["afsluiting"])]
    datum_dreiging: date | None


class PersoonUit(Uitvoer):
    """A person in the case, with only what was granted."""

    id: UUID
    naam: str
    geboortedatum: date | None
    adres: str
    telefoon: str
    email: str
    signalen: list[SignaalUit]

    @classmethod
    def van(cls, persoon: PersoonBeeld) -> PersoonUit:
        """From the view of the case."""
        signalen = [
            SignaalUit(
                partner=s.partner, soort=s.soort, bedrag=s.bedrag.draad(), datum=s.datum, dreiging=s.dreiging, datum_dreiging=s.datum_dreiging
            )
            for s in persoon.signalen
        ]  # fmt: skip
        return cls(
            id=persoon.id, naam=persoon.naam, geboortedatum=persoon.geboortedatum, adres=persoon.adres,
            telefoon=persoon.telefoon, email=persoon.email, signalen=signalen,
        )  # fmt: skip


class PogingUit(Uitvoer):
    """A contact attempt."""

    soort: str
    datum: date
    dagdeel: str
    bereikt: bool


class AanbodUit(Uitvoer):
    """An offer and its answer."""

    datum: date
    kanaal: str
    aanvaard_op: date | None
    dreiging: bool | None


class TermijnUit(Uitvoer):
    """A term of the case."""

    regel: Annotated[str, Field(examples=["eerste_gesprek"])]
    start: date
    einde: date
    klaar: date | None


class Mogelijkheid(Uitvoer):
    """A step that could be taken, and what still stands in its way (codes; empty: nothing)."""

    overgang: str
    belemmering: list[str]


class Weigering(Uitvoer):
    """A category that was not shown, and why."""

    categorie: str
    reden: str


class MeldingUit(Uitvoer):
    """One case, with everything the caller may see."""

    id: UUID
    nummer: str
    stap: str
    versie: int
    prioriteit: int
    geopend: datetime
    gesloten: datetime | None
    personen: list[PersoonUit]
    contactpogingen: list[PogingUit]
    aanbod: list[AanbodUit]
    uitkomst: str | None
    termijnen: list[TermijnUit]
    mogelijk: list[Mogelijkheid]
    geweigerd: list[Weigering]

    @classmethod
    def van(cls, beeld: ZaakBeeld) -> MeldingUit:
        """From the view of the case."""
        zaak = beeld.zaak
        return cls(
            id=zaak.id,
            nummer=zaak.nummer,
            stap=zaak.stap,
            versie=zaak.versie,
            prioriteit=zaak.prioriteit,
            geopend=zaak.geopend,
            gesloten=zaak.gesloten,
            personen=[PersoonUit.van(persoon) for persoon in beeld.personen],
            contactpogingen=[
                PogingUit(soort=p.soort, datum=p.datum, dagdeel=p.dagdeel, bereikt=p.bereikt)
                for p in beeld.pogingen
            ],
            aanbod=[
                AanbodUit(datum=a.datum, kanaal=a.kanaal, aanvaard_op=a.aanvaard_op, dreiging=a.dreiging)
                for a in beeld.aanbiedingen
            ],
            uitkomst=beeld.uitkomst.resultaat if beeld.uitkomst else None,
            termijnen=[
                TermijnUit(regel=t.regel, start=t.start, einde=t.einde, klaar=t.klaar)
                for t in beeld.termijnen
            ],
            mogelijk=[
                Mogelijkheid(overgang=overgang.naam, belemmering=[fout.code for fout in fouten])
                for overgang, fouten in beeld.keuzes
            ],
            geweigerd=[Weigering(categorie=categorie, reden=reden) for categorie, reden in beeld.geweigerd],
        )


@routes.get("/meldingen/{id}", summary="Eén melding")
def melding(request: HttpRequest, id: UUID) -> MetVersie[MeldingUit]:
    """Everything the caller may see of one case; refused categories are named with their reason."""
    beeld = queries.melding(actor_van_verzoek(request), id)
    return MetVersie(MeldingUit.van(beeld), beeld.zaak.versie)


class PogingIn(Invoer):
    """A contact attempt."""

    soort: Literal[
        "Telefoon", "Huisbezoek", "Brief", "Mail", "SMS/Whatsapp", "Kaartje", "Afspraak op locatie", "Overige"
    ]
    datum: Dag
    dagdeel: Literal["Ochtend", "Middag", "Avond"]
    bereikt: bool


@routes.post("/meldingen/{id}/contactpogingen", summary="Contactpoging vastleggen", status=201, versie=True)
def contactpoging(request: HttpRequest, id: UUID, invoer: PogingIn) -> Stand:
    """Record one attempt to reach the household."""
    poging = actions.Poging(invoer.soort, invoer.datum, invoer.dagdeel, invoer.bereikt)
    return Stand.van(actions.leg_contactpoging_vast(actor_van_verzoek(request), id, poging))


class BrpIn(Invoer):
    """What the BRP said."""

    woont_hier: bool
    toelichting: Annotated[str, Field(max_length=300)] = ""


@routes.post("/meldingen/{id}/inwonerschap", summary="Inwonerschap vastleggen", versie=True)
def inwonerschap(request: HttpRequest, id: UUID, invoer: BrpIn) -> Stand:
    """Record whether the resident lives at the address."""
    return Stand.van(
        actions.bevestig_inwoner(actor_van_verzoek(request), id, invoer.woont_hier, invoer.toelichting)
    )


class AanbodIn(Invoer):
    """An offer of a first talk."""

    kanaal: Literal["telefoon", "huisbezoek", "brief", "mail"]
    datum: Dag


@routes.post("/meldingen/{id}/aanbod", summary="Aanbod vastleggen", status=201, versie=True)
def aanbod(request: HttpRequest, id: UUID, invoer: AanbodIn) -> Stand:
    """Record the offer."""
    return Stand.van(actions.doe_aanbod(actor_van_verzoek(request), id, invoer.kanaal, invoer.datum))


class AanvaardingIn(Invoer):
    """An acceptance: who, when, and whether a threat was confirmed."""

    persoon: UUID
    datum: Dag
    dreiging: bool


@routes.post("/meldingen/{id}/aanvaarding", summary="Aanvaarding vastleggen", versie=True)
def aanvaarding(request: HttpRequest, id: UUID, invoer: AanvaardingIn) -> Stand:
    """The resident accepts; the statutory term starts and the referral goes out."""
    return Stand.van(
        actions.aanvaard(actor_van_verzoek(request), id, invoer.persoon, invoer.datum, invoer.dreiging)
    )


@routes.post("/meldingen/{id}/gesprek", summary="Gesprek vastleggen", versie=True)
def gesprek(request: HttpRequest, id: UUID) -> Stand:
    """The first talk was held."""
    return Stand.van(actions.leg_gesprek_vast(actor_van_verzoek(request), id))


class AfrondingIn(Invoer):
    """A result and why."""

    resultaat: Annotated[str, Field(max_length=60, examples=["geen_contact"])]
    reden: Annotated[str, Field(max_length=300)]


@routes.post("/meldingen/{id}/afsluiten", summary="Melding afronden", versie=True)
def afsluiten(request: HttpRequest, id: UUID, invoer: AfrondingIn) -> Stand:
    """Close with a result that fits the history."""
    return Stand.van(actions.rond_af(actor_van_verzoek(request), id, invoer.resultaat, invoer.reden))


@routes.post("/meldingen/{id}/heropenen", summary="Melding heropenen", versie=True)
def heropenen(request: HttpRequest, id: UUID, invoer: RedenIn) -> Stand:
    """Start contacting again."""
    return Stand.van(actions.heropen(actor_van_verzoek(request), id, invoer.reden))


@routes.post("/meldingen/{id}/opschorten", summary="Melding opschorten", versie=True)
def opschorten(request: HttpRequest, id: UUID, invoer: RedenIn) -> Stand:
    """Suspend."""
    return Stand.van(actions.schort_op(actor_van_verzoek(request), id, invoer.reden))


@routes.post("/meldingen/{id}/hervatten", summary="Melding hervatten", versie=True)
def hervatten(request: HttpRequest, id: UUID, invoer: RedenIn) -> Stand:
    """Resume."""
    return Stand.van(actions.hervat(actor_van_verzoek(request), id, invoer.reden))
