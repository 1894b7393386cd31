"""The municipality's own rules: for its officers, and published for anyone."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import BedragTekst, Dag, Invoer, Uitvoer
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.api.partners import VerschilUit
from samenhang.schemes.vroegsignalering.domain.beleidsregels import Beleidsregels
from samenhang.schemes.vroegsignalering.domain.terugblik import LOTEN

routes = Routes()


class Klasse(Uitvoer):
    """One row of the follow-up table."""

    klasse: int
    route: str
    route_en: str
    werkdagen: int
    kanalen: list[str]


class Dagenvenster(Uitvoer):
    """The oldest arrears per kind of partner, in days; empty: no limit."""

    huur: int | None = None
    energie: int | None = None
    water: int | None = None
    zorg: int | None = None
    anders: int | None = None


class RegelsUit(Uitvoer):
    """A set of rules."""

    drempel: BedragTekst
    minimum_dagen: int
    maximum_dagen: Dagenvenster
    spoed_werkdagen: int
    huurgrens: BedragTekst
    terugkijk_maanden: int
    opvolging: list[Klasse]
    aanbod: str
    aanbod_en: str
    postcodes: list[str]
    experimenten: list[str]
    cak: str
    retouradres: str
    telefoon: str
    mail: str

    @classmethod
    def van(cls, regels: Beleidsregels) -> RegelsUit:
        """From the domain; both sides spell alike."""
        return cls.model_validate(regels.draad())


class BeleidUit(Uitvoer):
    """One stored set: from when, decided by whom, why, and whether it holds today."""

    id: UUID
    vanaf: date
    versie: int
    vastgesteld_door: str
    reden: str
    geldt: bool
    regels: RegelsUit

    @classmethod
    def van(cls, versie: queries.Beleidsversie) -> BeleidUit:
        """From the stored set."""
        velden = {v: getattr(versie.rij, v) for v in ("id", "vanaf", "versie", "vastgesteld_door", "reden")}
        return cls(geldt=versie.geldt, regels=RegelsUit.van(versie.regels), **velden)


class Beleidssets(Uitvoer):
    """Every set of a municipality, the newest first day first."""

    sets: list[BeleidUit]


@routes.get("/beleid", summary="Beleid")
def beleid(request: HttpRequest) -> Beleidssets:
    """All sets of the own municipality; corrected ones stay visible."""
    return Beleidssets(sets=[BeleidUit.van(v) for v in queries.beleidssets(actor_van_verzoek(request))])


Kanaal = Literal["Telefoon", "SMS/Whatsapp", "Mail", "Brief", "Huisbezoek", "Kaartje"]


class KlasseIn(Invoer):
    """One row of the follow-up table; what is left out stays."""

    klasse: Annotated[int, Field(ge=1, le=5)]
    route: Annotated[str | None, Field(max_length=300)] = None
    route_en: Annotated[str | None, Field(max_length=300)] = None
    werkdagen: Annotated[int | None, Field(ge=1, le=60)] = None
    kanalen: Annotated[list[Kanaal] | None, Field(min_length=1, max_length=6)] = None


class DagenIn(Invoer):
    """The oldest arrears per kind of partner, in days."""

    huur: Annotated[int | None, Field(ge=1, le=3650)] = None
    energie: Annotated[int | None, Field(ge=1, le=3650)] = None
    water: Annotated[int | None, Field(ge=1, le=3650)] = None
    zorg: Annotated[int | None, Field(ge=1, le=3650)] = None
    anders: Annotated[int | None, Field(ge=1, le=3650)] = None


class RegelsIn(Invoer):
    """Rules that change; what is left out stays as it is."""

    drempel: BedragTekst | None = None
    minimum_dagen: Annotated[int | None, Field(ge=0, le=365)] = None
    maximum_dagen: DagenIn | None = None
    spoed_werkdagen: Annotated[int | None, Field(ge=1, le=60)] = None
    huurgrens: BedragTekst | None = None
    terugkijk_maanden: Annotated[int | None, Field(ge=1, le=24)] = None
    opvolging: Annotated[list[KlasseIn] | None, Field(max_length=5)] = None
    aanbod: Annotated[str | None, Field(max_length=2000)] = None
    aanbod_en: Annotated[str | None, Field(max_length=2000)] = None
    postcodes: Annotated[list[str] | None, Field(max_length=200, examples=[["2600-2629"]])] = None
    experimenten: Annotated[list[str] | None, Field(max_length=20)] = None
    cak: Literal["reageerders", "wanbetalerslijst", "geen"] | None = None
    retouradres: Annotated[str | None, Field(max_length=80)] = None
    telefoon: Annotated[str | None, Field(max_length=20, examples=["14 015"])] = None
    mail: Annotated[str | None, Field(max_length=100)] = None


class CakrouteUit(Uitvoer):
    """One route of the CAK: its law, whether that may carry it, and whether the municipality uses it."""

    route: str
    titel: str
    title: str
    artikel: str
    status: str
    kan: bool
    aan: bool


class Cakroutes(Uitvoer):
    """The three of them, each on a legal basis of its own."""

    routes: list[CakrouteUit]


@routes.get("/beleid/cakroutes", summary="Routes van het CAK")
def cakroutes(request: HttpRequest) -> Cakroutes:
    """How the three routes stand today for the own municipality; the choice is made in the policy."""
    rijen = queries.cakroutes(queries.regels_nu(actor_van_verzoek(request)))
    return Cakroutes(
        routes=[
            CakrouteUit(
                route=r.naam,
                titel=r.titel.nl,
                title=r.titel.en,
                artikel=r.wet.artikel,
                status=r.bronstatus,
                kan=r.kan,
                aan=r.aan,
            )
            for r in rijen
        ]
    )


class BeleidIn(Invoer):
    """A proposal."""

    vanaf: Dag
    regels: RegelsIn
    vastgesteld_door: Annotated[str, Field(max_length=200)]
    reden: Annotated[str, Field(max_length=300)]
    terugwerkend: Annotated[bool, Field(description="Een ingangsdatum in het verleden is zo bedoeld")] = False

    def voorstel(self) -> actions.Beleidsvoorstel:
        """For the action."""
        regels: dict[str, Any] = self.regels.model_dump(by_alias=True, exclude_none=True)
        return actions.Beleidsvoorstel(
            self.vanaf, regels, self.vastgesteld_door, self.reden, self.terugwerkend
        )


class Zin(Uitvoer):
    """One sentence in both languages."""

    nl: str
    en: str


class Lottelling(Uitvoer):
    """How many signals have one lot, now and by the proposal."""

    lot: str
    titel: str
    title: str
    was: int
    wordt: int


class LotUit(Uitvoer):
    """What becomes of a signal; `werkdagen` is 0 when no offer is due."""

    lot: str
    werkdagen: int


class VeranderingUit(Uitvoer):
    """One signal for which it makes a difference, without whose it is."""

    partner_soort: str
    soort_signaal: str
    dreiging: str
    bedrag: BedragTekst
    was: LotUit
    wordt: LotUit


class Beleidsgevolg(Uitvoer):
    """What a proposal would change, and what it would have made of the past month's signals."""

    verschillen: list[VerschilUit]
    sinds: date
    signalen: int
    telling: list[Lottelling]
    veranderingen: list[VeranderingUit]
    zinnen: list[Zin]


@routes.post("/beleid/vergelijking", summary="Beleid vergelijken", herhaling="")
def vergelijk_beleid(request: HttpRequest, invoer: BeleidIn) -> Beleidsgevolg:
    """What would have changed for the signals of the past month, by count and by list without names; stores nothing."""
    v = actions.vergelijk_beleid(actor_van_verzoek(request), invoer.voorstel())
    blik = v.terugblik
    return Beleidsgevolg(
        verschillen=[VerschilUit.van(verschil) for verschil in v.verschillen],
        sinds=blik.sinds,
        signalen=blik.signalen,
        telling=[
            Lottelling(lot=lot, titel=titel.nl, title=titel.en, was=blik.was.get(lot, 0), wordt=blik.wordt.get(lot, 0))
            for lot, titel in LOTEN.items()
        ],
        veranderingen=[
            VeranderingUit(
                partner_soort=rij.partner_soort,
                soort_signaal=rij.soort_signaal,
                dreiging=rij.dreiging,
                bedrag=rij.bedrag.draad(),
                was=LotUit(lot=rij.was.wat, werkdagen=rij.was.werkdagen),
                wordt=LotUit(lot=rij.wordt.wat, werkdagen=rij.wordt.werkdagen),
            )
            for rij in blik.lijst
        ],
        zinnen=[Zin(nl=zin.nl, en=zin.en) for zin in blik.zinnen()],
    )  # fmt: skip


@routes.post("/beleid", summary="Beleid vaststellen", status=201)
def stel_beleid_vast(request: HttpRequest, invoer: BeleidIn) -> BeleidUit:
    """Decide a set of rules from a day; nothing is overwritten."""
    rij = actions.stel_beleid_vast(actor_van_verzoek(request), invoer.voorstel())
    return BeleidUit.van(
        next(v for v in queries.beleidssets(actor_van_verzoek(request)) if v.rij.id == rij.id)
    )


class Partnernaam(Uitvoer):
    """Who reports, and of which kind he is."""

    naam: str
    soort: str


class GepubliceerdUit(Uitvoer):
    """What anyone may know of how a municipality takes up signals."""

    gemeente: str
    gemeentecode: str
    vanaf: date | None
    vastgesteld_door: str
    reden: str
    regels: RegelsUit
    in_gewone_woorden: list[Zin]
    niet_bekeken: Zin
    partners: list[Partnernaam]


class Regelvraag(Invoer):
    """On which day."""

    op: Annotated[Dag | None, Field(description="De regels van die dag; leeg: vandaag")] = None


@routes.get("/openbaar/regels/{code}", summary="Gepubliceerde regels", auth=None, fouten=(404,))
def gepubliceerde_regels(request: HttpRequest, code: str, vraag: Query[Regelvraag]) -> GepubliceerdUit:
    """The rules of a municipality (four-digit code), for anyone: no login."""
    g = queries.gepubliceerde_regels(code, vraag.op)
    return GepubliceerdUit(
        gemeente=g.gemeente.naam,
        gemeentecode=g.gemeente.gemeentecode or "",
        vanaf=g.vanaf,
        vastgesteld_door=g.vastgesteld_door,
        reden=g.reden,
        regels=RegelsUit.van(g.regels),
        in_gewone_woorden=[Zin(nl=zin.nl, en=zin.en) for zin in g.zinnen],
        niet_bekeken=Zin(nl=g.niet_bekeken.nl, en=g.niet_bekeken.en),
        partners=[Partnernaam(naam=naam, soort=soort) for naam, soort in g.partners],
    )
