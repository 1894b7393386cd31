"""What each kind of organisation may receive and give, over the API; as on the page."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer, TweetaligUit, Uitvoer
from samenhang.kernel.samenwerking import soorten
from samenhang.kernel.samenwerking.soorten import Recht, Soortbeeld, Wetstand

routes = Routes()


class WetstandUit(Uitvoer):
    """A law and how it stands; `geldt` when something may rest on it on the day that was asked."""

    id: str
    titel: TweetaligUit
    artikel: str
    status: Annotated[str, Field(description="in_werking, ontwerp of vervallen")]
    bronstatus: Annotated[str, Field(description="bevestigd, ongeverifieerd of concept")]
    geldt: bool

    @classmethod
    def van(cls, stand: Wetstand) -> WetstandUit:
        """From what the rules say."""
        return cls(
            id=stand.wet.id,
            titel=TweetaligUit.van(stand.wet.titel),
            artikel=stand.wet.artikel,
            status=stand.status,
            bronstatus=stand.bronstatus,
            geldt=stand.geldt,
        )


class OrganisatierechtUit(Uitvoer):
    """What one permit lets this kind of organisation receive and give; no steps: in every step."""

    regel: str
    uit_register: TweetaligUit
    functies: list[TweetaligUit]
    doelen: list[TweetaligUit]
    stappen: list[TweetaligUit]
    krijgt: list[TweetaligUit]
    geeft: list[TweetaligUit]
    mits: list[TweetaligUit]
    wet: WetstandUit

    @classmethod
    def van(cls, recht: Recht) -> OrganisatierechtUit:
        """From one permit."""
        return cls(
            regel=recht.regel,
            uit_register=TweetaligUit.van(recht.register),
            functies=TweetaligUit.reeks(recht.functies),
            doelen=TweetaligUit.reeks(recht.doelen),
            stappen=TweetaligUit.reeks(recht.stappen),
            krijgt=TweetaligUit.reeks(recht.krijgt),
            geeft=TweetaligUit.reeks(recht.geeft),
            mits=TweetaligUit.reeks(recht.mits),
            wet=WetstandUit.van(recht.stand),
        )


class ToegezondenUit(Uitvoer):
    """What a register sends to this kind of organisation."""

    uit_register: TweetaligUit
    titel: TweetaligUit
    wet: WetstandUit


class OrganisatiesoortUit(Uitvoer):
    """A kind of organisation."""

    soort: str
    titel: TweetaligUit


class OrganisatiesoortenUit(Uitvoer):
    """The kinds of organisation that may do anything here."""

    organisatiesoorten: list[OrganisatiesoortUit]


class OrganisatiesoortbeeldUit(Uitvoer):
    """Everything that a kind of organisation may receive and give on a day, by the rules with this hash."""

    soort: str
    titel: TweetaligUit
    dag: Dag
    rechten: list[OrganisatierechtUit]
    toegezonden: list[ToegezondenUit]
    tabel_hash: str

    @classmethod
    def van(cls, beeld: Soortbeeld) -> OrganisatiesoortbeeldUit:
        """From what the rules say."""
        return cls(
            soort=beeld.soort,
            titel=TweetaligUit.van(beeld.titel),
            dag=beeld.dag,
            rechten=[OrganisatierechtUit.van(recht) for recht in beeld.rechten],
            toegezonden=[
                ToegezondenUit(
                    uit_register=TweetaligUit.van(deel.register),
                    titel=TweetaligUit.van(deel.titel),
                    wet=WetstandUit.van(deel.stand),
                )
                for deel in beeld.toegezonden
            ],
            tabel_hash=beeld.tabel_hash,
        )


class Soortvraag(Invoer):
    """On which day; today when it is left out."""

    dag: date | None = None


@routes.get("/organisatiesoorten", summary="Welke soorten organisaties hier iets mogen")
def organisatiesoorten(request: HttpRequest) -> OrganisatiesoortenUit:
    """The kinds of organisation that a permit or a hand-over names."""
    actor_van_verzoek(request)
    return OrganisatiesoortenUit(
        organisatiesoorten=[
            OrganisatiesoortUit(soort=naam, titel=TweetaligUit.van(titel))
            for naam, titel in soorten.soorten().items()
        ]
    )


@routes.get("/organisatiesoorten/{soort}", summary="Wat een soort organisatie mag", fouten=(404,))
def organisatiesoort(request: HttpRequest, soort: str, vraag: Query[Soortvraag]) -> OrganisatiesoortbeeldUit:
    """What this kind of organisation may receive and give, on which law, and how that law stands."""
    actor_van_verzoek(request)
    return OrganisatiesoortbeeldUit.van(soorten.soortbeeld(soort, vraag.dag or timezone.localdate()))
