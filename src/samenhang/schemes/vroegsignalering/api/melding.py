"""One melding and what is done with it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.categorie import CategorieUitvoer, uit_categorie
from samenhang.api.handelingen import bied_aan
from samenhang.api.routes import MetVersie, Routes
from samenhang.api.schemas import BedragTekst, Bladvraag, Bladzijde, Uitvoer, geblader
from samenhang.schemes.vroegsignalering import queries, uitgaven
from samenhang.schemes.vroegsignalering.domain.dreiging import bedreigend
from samenhang.schemes.vroegsignalering.handelingen import HANDELINGEN
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
    bedreigend: Annotated[
        Literal["ja", "nee", "mens"] | None,
        Field(description="Wat de wet ervan maakt (Wgs art. 4 lid 2); leeg: niets gemeld"),
    ]


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
                partner=s.partner, soort=s.soort, bedrag=s.bedrag.draad(), datum=s.datum, dreiging=s.dreiging, datum_dreiging=s.datum_dreiging,
                bedreigend=oordeel[0].value if (oordeel := bedreigend(s.partner_soort, s.dreiging)) else None,
            )
            for s in persoon.signalen
        ]  # fmt: skip
        return cls(
            id=persoon.id, naam=persoon.naam, geboortedatum=persoon.geboortedatum, adres=persoon.adres,
            telefoon=persoon.telefoon, email=persoon.email, signalen=signalen,
        )  # fmt: skip


class PogingUit(Uitvoer):
    """A contact attempt."""

    id: UUID
    soort: str
    datum: date
    dagdeel: str
    bereikt: bool
    notitie: str
    door: str
    vervangt: UUID | None
    vervallen: Annotated[datetime | None, Field(description="Verbeterd op; telt niet meer mee")]
    vervallen_reden: str


@uit_categorie(uitgaven.AANBOD)
class AanbodUit(CategorieUitvoer):
    """An offer and its answer."""


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


@uit_categorie(uitgaven.TOESTEMMING)
class ToestemmingUit(CategorieUitvoer):
    """An answer about consent: who, about which data, for which purpose, towards whom, and until when it held."""


@uit_categorie(uitgaven.INFORMERING)
class InformeringUit(CategorieUitvoer):
    """That a person was told something, when and how."""


@uit_categorie(uitgaven.UITSTEL)
class UitstelUit(CategorieUitvoer):
    """That telling a person was put off, until when, on which ground, and when that ended."""


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
    toestemmingen: list[ToestemmingUit]
    informeringen: list[InformeringUit]
    uitstellen: list[UitstelUit]
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
                PogingUit(
                    id=p.groep,
                    soort=p.soort,
                    datum=p.datum,
                    dagdeel=p.dagdeel,
                    bereikt=p.bereikt,
                    notitie=p.notitie,
                    door=p.door,
                    vervangt=p.vervangt,
                    vervallen=p.vervallen_op,
                    vervallen_reden=p.vervallen_reden,
                )
                for p in beeld.pogingen
            ],
            aanbod=[AanbodUit.van_rij(rij) for rij in beeld.aanbiedingen],
            toestemmingen=[ToestemmingUit.van_rij(rij) for rij in beeld.toestemmingen],
            informeringen=[InformeringUit.van_rij(rij) for rij in beeld.informeringen],
            uitstellen=[UitstelUit.van_rij(rij) for rij in beeld.uitstellen],
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


bied_aan(routes, "/meldingen", HANDELINGEN.values())


class VerstuurdUit(Uitvoer):
    """Something that was sent about the people of a case; `grondslag` is the legal basis with its article."""

    wat: str
    naar: str
    moment: datetime
    grondslag: str
    artikel: str
    bevestigd: Annotated[bool, Field(description="Of de tekst van het artikel is nagekeken")]
    gegevens: list[str]
    geweigerd: Annotated[str, Field(description="Waarom het niet is doorgegeven; leeg: het ging")]


@routes.get("/meldingen/{id}/verstuurd", summary="Wat over een melding is verstuurd")
def verstuurd(request: HttpRequest, id: UUID, vraag: Query[Bladvraag]) -> Bladzijde[VerstuurdUit]:
    """Hand-overs and feedback about the people of a case, for who takes part in it."""
    blad, volgende = geblader(queries.verstuurd(actor_van_verzoek(request), id), vraag)
    return Bladzijde(
        items=[
            VerstuurdUit(
                wat=rij.wat.nl,
                naar=rij.naar if isinstance(rij.naar, str) else rij.naar.nl,
                moment=rij.moment,
                grondslag=rij.grondslag,
                artikel=rij.wet.artikel,
                bevestigd=rij.wet.bevestigd,
                gegevens=[deel.nl for deel in rij.gegevens],
                geweigerd=rij.geweigerd.nl if rij.geweigerd else "",
            )
            for rij in blad
        ],
        volgende=volgende,
    )


class BlikUit(Uitvoer):
    """One look at a case."""

    moment: datetime
    wie: str
    wat: str
    geweigerd: bool


@routes.get("/meldingen/{id}/inzage", summary="Wie keek in een melding")
def inzage(request: HttpRequest, id: UUID, vraag: Query[Bladvraag]) -> Bladzijde[BlikUit]:
    """The looks at a case and changes of it, for who takes part in it."""
    blad, volgende = geblader(queries.wie_keek(actor_van_verzoek(request), id), vraag)
    return Bladzijde(
        items=[BlikUit(moment=b.moment, wie=b.wie, wat=b.wat, geweigerd=b.geweigerd) for b in blad],
        volgende=volgende,
    )
