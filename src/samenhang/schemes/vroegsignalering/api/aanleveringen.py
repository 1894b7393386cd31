"""Deliveries and taking them up."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language_from_request
from ninja import File, Form, Query
from ninja.files import UploadedFile
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import MetStatus, Routes
from samenhang.api.schemas import Bladvraag, Bladzijde, Dag, Invoer, Uitvoer
from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.schemes.vroegsignalering import aanleveren, actions, queries, rapport
from samenhang.schemes.vroegsignalering.bestand.codes import zin
from samenhang.schemes.vroegsignalering.upload import opgeslagen
from samenhang.web.bijlage import bijlage

routes = Routes()


class Opgepakt(Uitvoer):
    """How many new meldingen came of it."""

    nieuw: int


@routes.post("/oppakken", summary="Signalen oppakken")
def oppakken(request: HttpRequest) -> Opgepakt:
    """Turn accepted signals into meldingen by the published rules."""
    return Opgepakt(nieuw=actions.pak_signalen_op(actor_van_verzoek(request)))


class VoortgangUit(Uitvoer):
    """How far processing is, while it runs."""

    stap: str
    klaar: int
    totaal: int
    procent: Annotated[int, Field(ge=0, le=100)]
    seconden_resterend: int | None


class StoringUit(Uitvoer):
    """Why processing failed the last time, how often it was tried, and when it is tried again (null: at once)."""

    tekst: str
    text: str
    pogingen: int
    volgende: datetime | None


class AanleveringUit(Uitvoer):
    """One delivered file and what became of its rows."""

    id: UUID
    bestandsnaam: str
    partner: str
    gemeente: str
    hash: Annotated[str, Field(description="SHA-256 van het bestand zoals het kwam")]
    ontvangen: datetime
    status: Literal["ontvangen", "gekeurd", "verwerkt", "geweigerd"]
    code: Annotated[str, Field(description="Waarom het bestand is geweigerd; leeg: het is niet geweigerd")]
    reden: str
    reason: str
    gelezen: int
    geaccepteerd: int
    afgekeurd: int
    dubbel: int
    ingeschreven: Annotated[int, Field(description="Zoveel van de geaccepteerde rijen staan in het register")]
    voortgang: VoortgangUit | None
    storing: StoringUit | None

    @classmethod
    def van(cls, rij: Aanlevering) -> AanleveringUit:
        """From the row."""
        return cls(**_velden(rij))


def _velden(rij: Aanlevering) -> dict[str, Any]:
    stand, storing = queries.stand_van(rij), queries.storing_van(rij)
    eigen = [
        "id",
        "bestandsnaam",
        "hash",
        "ontvangen",
        "status",
        "code",
        "gelezen",
        "geaccepteerd",
        "afgekeurd",
        "dubbel",
        "ingeschreven",
    ]
    return {
        "partner": rij.afzender.naam,
        "gemeente": rij.ontvanger.naam,
        "reden": rij.reden_nl,
        "reason": rij.reden_en,
        "voortgang": VoortgangUit(
            stap=stand.stap,
            klaar=stand.klaar,
            totaal=stand.totaal,
            procent=stand.procent,
            seconden_resterend=stand.resterend(time.time()),
        )
        if stand
        else None,
        "storing": StoringUit(
            tekst=storing.fout, text=storing.fout_en, pogingen=storing.pogingen, volgende=storing.niet_voor
        )
        if storing
        else None,
    } | {veld: getattr(rij, veld) for veld in eigen}


class Leveringvraag(Bladvraag):
    """Which deliveries."""

    stand: Annotated[
        Literal["", "ontvangen", "gekeurd", "verwerkt", "geweigerd", "fouten"],
        Field(description="Leeg: alle; fouten: geweigerd of met afgekeurde rijen"),
    ] = ""
    partij: Annotated[UUID | None, Field(description="De partner, of voor een partner de gemeente")] = None
    zoek: Annotated[str, Field(max_length=100, description="Deel van de bestandsnaam")] = ""
    van: Dag | None = None
    tot: Dag | None = None


@routes.get("/aanleveringen", summary="Aanleveringen")
def aanleveringen(request: HttpRequest, vraag: Query[Leveringvraag]) -> Bladzijde[AanleveringUit]:
    """Deliveries received, or sent by the calling partner; the newest first."""
    lijst = queries.aanleveringen(actor_van_verzoek(request), queries.Leveringfilter(**vraag.model_dump()))
    rijen = lijst.rijen
    return Bladzijde(
        items=[AanleveringUit.van(rij) for rij in rijen],
        volgende=queries.na_aanlevering(rijen[-1]) if len(rijen) == vraag.aantal else None,
    )


class Codetelling(Uitvoer):
    """How often a code occurs."""

    code: Annotated[str, Field(examples=["R06"])]
    aantal: int


class AanleveringMetCodes(AanleveringUit):
    """One delivery with how often each code occurs."""

    codes: list[Codetelling]


@routes.get("/aanleveringen/{id}", summary="Eén aanlevering")
def aanlevering(request: HttpRequest, id: UUID) -> AanleveringMetCodes:
    """One delivery: its counts per code, and while it is processed how far it is."""
    rij, per_code = queries.telling(actor_van_verzoek(request), id)
    codes = [Codetelling(code=code, aantal=aantal) for code, aantal in per_code]
    return AanleveringMetCodes(codes=codes, **_velden(rij))


@routes.post("/aanleveringen/{id}/opnieuw", summary="Verwerken opnieuw beginnen", fouten=(409,))
def opnieuw(request: HttpRequest, id: UUID) -> AanleveringUit:
    """Let processing that failed begin again at once; what is in the register stays, and nothing comes in twice."""
    return AanleveringUit.van(actions.begin_opnieuw(actor_van_verzoek(request), id))


class AanleverfoutUit(Uitvoer):
    """One thing that was wrong: line (the header is 1), column, code and sentence."""

    regel: int | None
    kolom: str
    plek: Annotated[str, Field(description="Cel (C14) of JSON-pointer; leeg bij CSV", examples=["C14"])] = ""
    code: Annotated[str, Field(examples=["R06"])]
    tekst: str
    text: str


class Foutenvraag(Bladvraag):
    """Which lines of the report."""

    code: Annotated[str, Field(max_length=10, description="Alleen deze code")] = ""


@routes.get("/aanleveringen/{id}/fouten", summary="Foutenrapport")
def fouten(request: HttpRequest, id: UUID, vraag: Query[Foutenvraag]) -> Bladzijde[AanleverfoutUit]:
    """What was wrong in a delivery, line by line, in both languages."""
    rijen = queries.aanleverfouten(actor_van_verzoek(request), id, vraag.code, vraag.aantal, vraag.na)
    return Bladzijde(
        items=[
            AanleverfoutUit(
                regel=f.regel, kolom=f.kolom, plek=f.plek, code=f.code, tekst=f.tekst, text=f.text
            )
            for f in rijen
        ],
        volgende=queries.na_fout(rijen[-1]) if len(rijen) == vraag.aantal else None,
    )


@routes.get("/aanleveringen/{id}/foutenrapport", summary="Foutenrapport als bestand", media="text/csv")
def foutenrapport(request: HttpRequest, id: UUID) -> HttpResponse:
    """The same as a file: `bestand;regel;kolom;code;tekst;text;plek`."""
    lijst = queries.foutenlijst(actor_van_verzoek(request), id, aantal=1)
    return bijlage("".join(rapport.regels(lijst.aanlevering)), "foutenrapport.csv")


class Bladsoort(Invoer):
    """In which kind of file the correction sheet comes."""

    soort: Literal["csv", "xlsx"] = "csv"


@routes.get(
    "/aanleveringen/{id}/verbeterblad",
    summary="Verbeterblad",
    media=f"text/csv, {rapport.SOORTEN['xlsx']}",
    fouten=(410,),
)
def verbeterblad(request: HttpRequest, id: UUID, vraag: Query[Bladsoort]) -> HttpResponse:
    """The refused rows in the sender's own columns with what is wrong, to correct and deliver again."""
    rij, pad = queries.origineel(actor_van_verzoek(request), id)
    inhoud, soort = rapport.verbeterblad(rij, pad, vraag.soort, get_language_from_request(request))
    return bijlage(inhoud, f"verbeterblad.{vraag.soort}", soort)


@routes.get(
    "/aanleveringen/{id}/origineel",
    summary="Geleverd bestand",
    media="application/octet-stream",
    fouten=(410,),
)
def origineel(request: HttpRequest, id: UUID) -> HttpResponse:
    """The file as it was sent, without who objected, for as long as it is kept."""
    _, pad = queries.origineel(actor_van_verzoek(request), id)
    return bijlage(pad.read_bytes(), f"origineel{pad.suffix}", "application/octet-stream")


class LeverIn(Invoer):
    """To whom, when the partner delivers to several municipalities; and whether to wait for the outcome."""

    gemeente: Annotated[UUID | None, Field(description="Nodig als u aan meer gemeenten levert")] = None
    wacht: Annotated[
        bool | None, Field(description="false: antwoord meteen met 202; leeg: alleen bij een groot bestand")
    ] = None


class Leveruitslag(AanleveringUit):
    """The delivery; `melding` says so when the same file was received before (F09)."""

    melding: AanleverfoutUit | None = None


@routes.post(
    "/partners/{id}/aanleveringen",
    summary="Bestand aanleveren",
    status=201,
    ook=(200, 202),
    herhaling="zelf",
    fouten=(409, 413),
)
def lever_aan(
    request: HttpRequest, id: UUID, bestand: File[UploadedFile], keuze: Form[LeverIn]
) -> MetStatus[Leveruitslag]:
    """Deliver a file of signals.

    201 with the outcome; 202 when the file is large (or `wacht` is false): look at `Location` until its status
    is `verwerkt` or `geweigerd`. With `gekeurd` the file was checked and what is wrong in it is known, while its good
    rows are still being registered. 200 when the same file was received before, which changes nothing.
    """
    omvang = bestand.size or 0
    groot = omvang > aanleveren.GROOT if keuze.wacht is None else not keuze.wacht
    naam = (bestand.name or "bestand.csv")[:200]
    with opgeslagen(bestand) as pad:
        ontvangst = aanleveren.lever(
            actor_van_verzoek(request),
            id,
            aanleveren.Bestand(pad, naam, "api", achtergrond=groot),
            keuze.gemeente,
            wacht=False,
        )
    rij = ontvangst.aanlevering
    status = 201 if rij.status == "verwerkt" else 202
    melding = None
    if not ontvangst.nieuw:
        status = 200
        tekst = zin("F09", timezone.localtime(rij.ontvangen).date().isoformat())
        melding = AanleverfoutUit(regel=None, kolom="", code="F09", tekst=tekst.nl, text=tekst.en)
    uitslag = Leveruitslag(melding=melding, **_velden(rij))
    return MetStatus(uitslag, status, {"Location": f"/api/v1/vroegsignalering/aanleveringen/{rij.id}"})
