"""Agreements with partners, and what is told back to them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import BedragTekst, Bladvraag, Bladzijde, Dag, Invoer, Uitvoer
from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.beleidsregels import Verschil
from samenhang.schemes.vroegsignalering.models import Partnerafspraak, Terugkoppelbericht
from samenhang.web.bijlage import bijlage

routes = Routes()
Soort = Literal["huur", "energie", "water", "zorg", "anders"]


class AfspraakUit(Uitvoer):
    """One version of an agreement. Empty threshold or days: the municipality's own policy."""

    id: UUID
    partner: UUID
    partner_naam: str
    gemeente: UUID
    gemeente_naam: str
    soort: Soort
    versie: int
    van: date
    tot: date | None
    kolommen: Annotated[list[str], Field(description="Leeg: alle kolommen van vroegsignaal-1")]
    klantnummer_toegestaan: bool
    terugkoppeling: list[str]
    maildomein: str
    drempel: BedragTekst | None
    minimum_dagen: int | None
    maximum_dagen: int | None
    minimum_maanden: int | None
    bewaar_dagen: int
    reden: str

    @classmethod
    def van_rij(cls, rij: Partnerafspraak) -> AfspraakUit:
        """From the row."""
        zelfde = "id soort versie van tot kolommen klantnummer_toegestaan terugkoppeling maildomein minimum_dagen maximum_dagen minimum_maanden bewaar_dagen reden"
        return cls(
            partner=rij.partner_id,
            partner_naam=rij.partner.naam,
            gemeente=rij.gemeente_id,
            gemeente_naam=rij.gemeente.naam,
            drempel=None if rij.drempel_centen is None else Bedrag(rij.drempel_centen).draad(),
            **{veld: getattr(rij, veld) for veld in zelfde.split()},
        )


@routes.get("/afspraken", summary="Afspraken")
def afspraken(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[AfspraakUit]:
    """The newest version of each agreement of the municipality, or of the calling partner."""
    rijen = queries.laatste_afspraken(actor_van_verzoek(request))
    begin = _plaats(vraag.na)
    deel = rijen[begin : begin + vraag.aantal]
    verder = begin + vraag.aantal < len(rijen)
    return Bladzijde(
        items=[AfspraakUit.van_rij(rij) for rij in deel],
        volgende=str(begin + vraag.aantal) if verder else None,
    )


def _plaats(na: str) -> int:
    if na and not na.isdigit():
        raise Geweigerd(
            "bladwijzer_onjuist",
            Tekst(
                "De bladwijzer klopt niet. Begin vooraan.", "The cursor is wrong. Start from the beginning."
            ),
        )
    return int(na or 0)


class Afsprakenversies(Uitvoer):
    """Every version of one agreement, the newest first."""

    versies: list[AfspraakUit]


@routes.get("/partners/{id}/afspraken", summary="Versies van een afspraak")
def afspraken_met(request: HttpRequest, id: UUID) -> Afsprakenversies:
    """Every version of the agreement with a partner."""
    rijen = queries.afspraken_met(actor_van_verzoek(request), id)
    return Afsprakenversies(versies=[AfspraakUit.van_rij(rij) for rij in rijen])


class PartnerafspraakIn(Invoer):
    """The next version of an agreement; it replaces the whole previous one. A delivery outside it is refused (F15)."""

    soort: Soort
    van: Dag
    tot: Dag | None = None
    kolommen: Annotated[list[str], Field(max_length=40)] = []
    klantnummer_toegestaan: bool = True
    terugkoppeling: Annotated[list[str], Field(max_length=10)] = []
    maildomein: Annotated[str, Field(max_length=100)] = ""
    drempel: BedragTekst | None = None
    minimum_dagen: Annotated[int | None, Field(ge=0, le=3650)] = None
    maximum_dagen: Annotated[int | None, Field(ge=1, le=3650)] = None
    minimum_maanden: Annotated[int | None, Field(ge=1, le=120)] = None
    bewaar_dagen: Annotated[int, Field(ge=1, le=365)] = 30
    reden: Annotated[str, Field(max_length=300)]
    terugwerkend: Annotated[bool, Field(description="Een ingangsdatum in het verleden is zo bedoeld")] = False

    def voorstel(self, partner_id: UUID) -> actions.Afspraak:
        """For the action."""
        velden = self.model_dump()
        drempel = velden.pop("drempel")
        velden["kolommen"], velden["terugkoppeling"] = tuple(self.kolommen), tuple(self.terugkoppeling)
        return actions.Afspraak(
            partner_id=partner_id, drempel=Bedrag.lees(drempel) if drempel else None, **velden
        )


class VerschilUit(Uitvoer):
    """One thing that changes."""

    wat: str
    what: str
    was: str
    wordt: str

    @classmethod
    def van(cls, verschil: Verschil) -> VerschilUit:
        """From the domain."""
        return cls(wat=verschil.wat.nl, what=verschil.wat.en, was=verschil.was, wordt=verschil.wordt)


class Vergelijking(Uitvoer):
    """What a proposal would change."""

    verschillen: list[VerschilUit]


@routes.post("/partners/{id}/afspraken/vergelijking", summary="Afspraak vergelijken", herhaling="")
def vergelijk_afspraak(request: HttpRequest, id: UUID, invoer: PartnerafspraakIn) -> Vergelijking:
    """What would change against the present agreement; stores nothing."""
    gevonden = actions.vergelijk_afspraak(actor_van_verzoek(request), invoer.voorstel(id))
    return Vergelijking(verschillen=[VerschilUit.van(verschil) for verschil in gevonden])


@routes.post("/partners/{id}/afspraken", summary="Afspraak vastleggen", status=201)
def leg_afspraak_vast(request: HttpRequest, id: UUID, invoer: PartnerafspraakIn) -> AfspraakUit:
    """Record the next version of the agreement with a partner; earlier versions stay."""
    rij = actions.leg_afspraak_vast(actor_van_verzoek(request), invoer.voorstel(id))
    return AfspraakUit.van_rij(rij)


class PartnerafspraakEindeIn(Invoer):
    """The last day of an agreement, and why it ends."""

    tot: Dag
    reden: Annotated[str, Field(max_length=300)]


@routes.post("/partners/{id}/afspraken/einde", summary="Afspraak beëindigen", status=201)
def beeindig_afspraak(request: HttpRequest, id: UUID, invoer: PartnerafspraakEindeIn) -> AfspraakUit:
    """End the agreement on a day."""
    rij = actions.beeindig_afspraak(actor_van_verzoek(request), id, invoer.tot, invoer.reden)
    return AfspraakUit.van_rij(rij)


class BerichtUit(Uitvoer):
    """One message to a partner."""

    id: UUID
    nummer: int
    partner: str
    gemeente: str
    gemaakt: datetime
    aantal: int
    opgehaald: datetime | None

    @classmethod
    def van(cls, rij: Terugkoppelbericht) -> BerichtUit:
        """From the row."""
        return cls(**_bericht(rij))


def _bericht(rij: Terugkoppelbericht) -> dict[str, Any]:
    velden = ("id", "nummer", "gemaakt", "aantal", "opgehaald")
    return {"partner": rij.partner.naam, "gemeente": rij.gemeente.naam} | {v: getattr(rij, v) for v in velden}


class Terugkoppelregel(Uitvoer):
    """What became of one signal: the partner's own number, a word of the closed list, and a pause."""

    signaal_id: str
    soort: Annotated[str, Field(examples=["gesloten_zonder_hulp"])]
    datum: date
    pauze_tot: date | None


class BerichtMetRegels(BerichtUit):
    """One message with its lines, exactly as it went."""

    regels: list[Terugkoppelregel]


@routes.get("/terugkoppelingen", summary="Berichten aan partners")
def terugkoppelingen(request: HttpRequest, vraag: Query[Bladvraag]) -> Bladzijde[BerichtUit]:
    """Messages sent to partners, or to the calling partner; the newest first."""
    rijen = queries.berichten(actor_van_verzoek(request), vraag.aantal, vraag.na)
    return Bladzijde(
        items=[BerichtUit.van(rij) for rij in rijen],
        volgende=queries.na_bericht(rijen[-1]) if len(rijen) == vraag.aantal else None,
    )


@routes.get("/terugkoppelingen/{id}", summary="Eén bericht")
def terugkoppeling(request: HttpRequest, id: UUID) -> BerichtMetRegels:
    """One message; the first time the partner fetches it is kept as receipt."""
    rij = actions.haal_bericht_op(actor_van_verzoek(request), id)
    regels = [Terugkoppelregel.model_validate(regel) for regel in rij.regels]
    return BerichtMetRegels.model_validate(_bericht(rij) | {"regels": regels})


@routes.get("/terugkoppelingen/{id}/bestand", summary="Eén bericht als bestand", media="text/csv")
def terugkoppelbestand(request: HttpRequest, id: UUID) -> HttpResponse:
    """The same as a file: `signaal_id;soort;datum;pauze_tot`."""
    rij = actions.haal_bericht_op(actor_van_verzoek(request), id)
    regels = ((r["signaalId"], r["soort"], r["datum"], r["pauzeTot"]) for r in rij.regels)
    inhoud = als_csv(("signaal_id", "soort", "datum", "pauze_tot"), regels)
    return bijlage(inhoud, f"terugkoppeling-{rij.nummer}.csv")


class Maandvraag(Invoer):
    """With which party, and which month."""

    partij: Annotated[UUID, Field(description="De partner; voor een partner: de gemeente")]
    periode: Annotated[str, Field(max_length=20, examples=["2026-11"])]


class MaandUit(Uitvoer):
    """What a partner was told in a month, as it went."""

    gemeente: str
    partner: str
    periode: str
    regels: list[Terugkoppelregel]


@routes.get("/terugkoppelmaand", summary="Terugkoppeling van een maand", fouten=(404,))
def terugkoppelmaand(request: HttpRequest, vraag: Query[Maandvraag]) -> MaandUit:
    """All feedback of a month between the own organisation and another party; only what the agreement allowed."""
    bestand = actions.haal_maand_op(actor_van_verzoek(request), vraag.partij, vraag.periode)
    return MaandUit(
        gemeente=bestand.gemeente.onderscheidend,
        partner=bestand.partner.onderscheidend,
        periode=bestand.maand,
        regels=[Terugkoppelregel.model_validate(regel) for regel in bestand.regels],
    )


class TerugkoppelenIn(Invoer):
    """For which partner; all of them without one."""

    partner: UUID | None = None


class Gemaakt(Uitvoer):
    """The messages that were made."""

    berichten: list[BerichtUit]


@routes.post("/terugkoppelingen", summary="Berichten maken", status=201)
def koppel_terug(request: HttpRequest, invoer: TerugkoppelenIn) -> Gemaakt:
    """Make one message per partner with what is new; nothing new makes none."""
    gemaakt = actions.koppel_terug(actor_van_verzoek(request), invoer.partner)
    return Gemaakt(berichten=[BerichtUit.van(rij) for rij in gemaakt])
