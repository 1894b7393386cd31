"""The logs over the API: who looked at me, and the audit log; the same queries as the pages."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Bladzijde, Periodevraag, Registervraag, Uitvoer
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.logboek.queries import EigenFilter, EigenRegel, over_mij
from samenhang.kernel.toezicht.audit import AuditBeeld, AuditFilter, auditlog

routes = Routes()

VERSTE_BLAD = 100_000
Kort = Annotated[str, Field(max_length=200)]


class EigenVraag(Periodevraag):
    """Which of the own lines."""

    organisatie: UUID | None = None
    categorie: Kort = ""
    na: Annotated[Kort, Field(description="`volgende` van de vorige bladzijde")] = ""


class WetUit(Uitvoer):
    """A legal basis; `bevestigd` tells whether its text was checked."""

    id: str
    titel: str
    title: str
    artikel: str
    bevestigd: bool


class EigenRegelUit(Uitvoer):
    """One line: the last time that day, how often, what, by whom, why, on which basis."""

    moment: datetime
    keer: int
    wat: str
    what: str
    organisatie: str
    functies: list[str]
    categorieen: list[str]
    waarom: str
    wetten: list[WetUit]
    zelf: bool
    operatie: Annotated[UUID, Field(description="De laatste van die dag; zie /logboek/bewijzen")]

    @classmethod
    def van(cls, rij: EigenRegel) -> EigenRegelUit:
        """From the query's line."""
        return cls(
            moment=rij.moment,
            keer=rij.keer,
            wat=rij.wat.nl,
            what=rij.wat.en,
            organisatie=rij.organisatie,
            functies=[functie.nl for functie in rij.functies],
            categorieen=[soort.nl for soort in rij.categorieen],
            waarom=rij.waarom.nl,
            wetten=[
                WetUit(id=w.id, titel=w.titel.nl, title=w.titel.en, artikel=w.artikel, bevestigd=w.bevestigd)
                for w in rij.wetten
            ],
            zelf=rij.zelf,
            operatie=rij.operatie,
        )


@routes.get("/logboek/eigen", summary="Wie keek er in mijn gegevens", fouten=(403,))
def eigen(request: HttpRequest, vraag: Query[EigenVraag]) -> Bladzijde[EigenRegelUit]:
    """The lines of the resident who is logged in, newest first."""
    (blad,) = lees_bladwijzer(vraag.na, int) if vraag.na else (1,)
    blad = min(int(str(blad)), VERSTE_BLAD)
    keuze = EigenFilter(vraag.van, vraag.tot, vraag.organisatie, vraag.categorie, blad)
    uit = over_mij(actor_van_verzoek(request), keuze)
    return Bladzijde[EigenRegelUit](
        items=[EigenRegelUit.van(rij) for rij in uit.regels],
        volgende=bladwijzer(uit.blad + 1) if uit.meer else None,
    )


class AuditVraag(Registervraag):
    """Which decisions."""

    medewerker: Kort = ""
    zaak: Annotated[str, Field(max_length=20)] = ""
    persoon: Annotated[int | None, Field(ge=1, le=1000, description="Betrokkene 1, 2, … van die zaak")] = None
    uitkomst: Literal["", "verleend", "geweigerd"] = ""
    regel: Annotated[str, Field(max_length=60)] = ""
    over_mensen: Annotated[bool, Field(description="Alleen wat gegevens van inwoners raakte")] = False


class WeigeringUit(Uitvoer):
    """A category and why it was refused."""

    categorie: str
    reden: str


class AuditregelUit(Uitvoer):
    """One decision or action."""

    id: UUID
    operatie: UUID
    moment: datetime
    gebruiker: str
    rollen: str
    kanaal: str
    handeling: str
    uitkomst: str
    zaak: str
    betrokkenheid: str
    stap: str
    doel: str
    gevraagd: str
    verleend: str
    geweigerd: list[WeigeringUit]
    regels: str
    plichten: str
    reden: str
    personen: int
    tabel_hash: str
    uitvoerder: Annotated[
        str,
        Field(description="Wie of wat het namens de gebruiker deed: een sleutel, een terminal; leeg: zelf"),
    ]
    grondslagen: Annotated[str, Field(description="Waarop is verleend")]
    instemming: Annotated[str, Field(description="Wat is gevraagd en waarmee de inwoner instemde")]
    uitstel: Annotated[str, Field(description="Tot wanneer het informeren was uitgesteld")]
    nood: bool

    @classmethod
    def van(cls, rij: AuditBeeld) -> AuditregelUit:
        """From the query's row."""
        return cls(
            id=rij.id,
            operatie=rij.operatie_id,
            moment=rij.moment,
            gebruiker=rij.gebruiker,
            rollen=rij.rollen,
            kanaal=rij.kanaal,
            handeling=rij.handeling,
            uitkomst=rij.uitkomst,
            zaak=rij.zaak,
            betrokkenheid=rij.betrokkenheid,
            stap=rij.stap,
            doel=rij.doel,
            gevraagd=rij.gevraagd,
            verleend=rij.verleend,
            geweigerd=[WeigeringUit(categorie=naam, reden=code) for naam, code in rij.geweigerd],
            regels=rij.regels,
            plichten=rij.plichten,
            reden=rij.reden,
            personen=rij.personen,
            tabel_hash=rij.tabel_hash,
            uitvoerder=rij.uitvoerder,
            grondslagen=rij.grondslagen,
            instemming=rij.instemming,
            uitstel=rij.uitstel,
            nood=rij.nood,
        )


@routes.get("/auditregels", summary="Auditlog lezen", fouten=(403,))
def audit(request: HttpRequest, vraag: Query[AuditVraag]) -> Bladzijde[AuditregelUit]:
    """The audit log of the own organisation, newest first; for auditor and data protection officer."""
    uit = auditlog(
        actor_van_verzoek(request),
        AuditFilter(
            vraag.van, vraag.tot, vraag.medewerker, vraag.zaak, vraag.persoon, vraag.uitkomst, vraag.regel, vraag.na,
            vraag.over_mensen,
        ),
    )  # fmt: skip
    volgende = str(uit.volgende) if uit.volgende else None
    return Bladzijde[AuditregelUit](items=[AuditregelUit.van(rij) for rij in uit.regels], volgende=volgende)
