"""Agreements between organisations over the API; as on the page."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from samenhang.api.beheer.gedeeld import Kort
from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.kernel.samenwerking import actions, queries
from samenhang.kernel.samenwerking.actions import Afspraakvoorstel, Dekkingsvoorstel, Partijvoorstel
from samenhang.kernel.samenwerking.einde import Papier, beeindig, hoor_einde, leg_papier_vast

routes = Routes()


class SamenwerkingspartijUit(Uitvoer):
    """A party, and who signed for it when."""

    organisatie: str
    rol: str
    naam: str
    getekend: datetime | None
    zelf: bool
    op_papier: Annotated[Dag | None, Field(description="Op papier getekend, op deze dag")]
    papier_som: Annotated[str, Field(description="SHA-256 van de scan")]
    vastgelegd_door: str


class SamenwerkingseindeUit(Uitvoer):
    """An early end: the last day, who ends it and why, which parties have heard and which have not."""

    laatste_dag: Dag
    organisatie: str
    naam: str
    reden: str
    moment: datetime
    gehoord: list[str]
    wacht: list[str]


class SamenwerkingsdekkingUit(Uitvoer):
    """What it covers."""

    scheme: str
    doel: str
    categorieen: list[str]


class SamenwerkingsafspraakUit(Uitvoer):
    """One version of an agreement; `som` is what a signer sends along."""

    id: UUID
    kenmerk: str
    versie: int
    titel: str
    waarvoor: str
    van: Dag
    tot: Dag | None
    stand: Annotated[str, Field(description="wacht, geldt, komt, voorbij of vervangen")]
    som: str
    partijen: list[SamenwerkingspartijUit]
    dekking: list[SamenwerkingsdekkingUit]
    gemaakt: datetime
    gemaakt_door: str
    mag_tekenen: bool
    einde: SamenwerkingseindeUit | None
    mag_beeindigen: bool

    @classmethod
    def uit(cls, beeld: queries.Afspraakbeeld) -> SamenwerkingsafspraakUit:
        """From what the query gives."""
        return cls(
            id=beeld.id,
            kenmerk=beeld.kenmerk,
            versie=beeld.versie,
            titel=beeld.titel,
            waarvoor=beeld.waarvoor,
            van=beeld.van,
            tot=beeld.tot,
            stand=beeld.stand,
            som=beeld.som,
            partijen=[
                SamenwerkingspartijUit(
                    organisatie=deel.organisatie,
                    rol=deel.rol,
                    naam=deel.naam,
                    getekend=deel.getekend,
                    zelf=deel.zelf,
                    op_papier=deel.papier,
                    papier_som=deel.papier_som,
                    vastgelegd_door=deel.vastgelegd_door,
                )
                for deel in beeld.partijen
            ],
            dekking=[SamenwerkingsdekkingUit(**deel) for deel in beeld.dekking],
            gemaakt=beeld.gemaakt,
            gemaakt_door=beeld.gemaakt_door,
            mag_tekenen=beeld.mag_tekenen,
            einde=_einde(beeld.einde),
            mag_beeindigen=beeld.mag_beeindigen,
        )


def _einde(einde: queries.Eindebeeld | None) -> SamenwerkingseindeUit | None:
    if einde is None:
        return None
    return SamenwerkingseindeUit(
        laatste_dag=einde.laatste_dag,
        organisatie=einde.organisatie,
        naam=einde.naam,
        reden=einde.reden,
        moment=einde.moment,
        gehoord=[organisatie for organisatie, _ in einde.gehoord],
        wacht=[organisatie for organisatie, _ in einde.wacht],
    )


class SamenwerkingsafsprakenUit(Uitvoer):
    """Every version of every agreement of the own organisation, the newest first."""

    samenwerkingsafspraken: list[SamenwerkingsafspraakUit]


class SamenwerkingspartijIn(Invoer):
    """A party: its name, municipality code, KVK number, OIN or id, and the role that signs there."""

    organisatie: Kort
    rol: Kort


class SamenwerkingsdekkingIn(Invoer):
    """What it covers: a register, a purpose of it, kinds of data."""

    scheme: Kort
    doel: Kort
    categorieen: Annotated[list[Kort], Field(max_length=100)]


class SamenwerkingsafspraakIn(Invoer):
    """An agreement as it is drawn up."""

    titel: Kort
    waarvoor: Annotated[str, Field(max_length=2000)]
    van: Dag
    tot: Dag | None = None
    partijen: Annotated[list[SamenwerkingspartijIn], Field(max_length=50)]
    dekking: Annotated[list[SamenwerkingsdekkingIn], Field(max_length=100)]

    def voorstel(self) -> Afspraakvoorstel:
        """As the action takes it."""
        return Afspraakvoorstel(
            self.titel,
            self.waarvoor,
            self.van,
            self.tot,
            tuple(Partijvoorstel(deel.organisatie, deel.rol) for deel in self.partijen),
            tuple(Dekkingsvoorstel(deel.scheme, deel.doel, tuple(deel.categorieen)) for deel in self.dekking),
        )


class SamenwerkingshandtekeningIn(Invoer):
    """What was read: the `som` of the agreement."""

    som: Kort


class PapierenHandtekeningIn(Invoer):
    """Who signed on paper for which party, on which day, which text (`som`) and which scan (SHA-256)."""

    organisatie: Kort
    naam: Kort
    dag: Dag
    som: Kort
    document: Kort


class SamenwerkingseindeIn(Invoer):
    """The last day on which it holds, and why; the other parties read that."""

    laatste_dag: Dag
    reden: Annotated[str, Field(max_length=500)]


class EindegehoordIn(Invoer):
    """Empty for the own organisation; else the party that was told, and who there."""

    organisatie: Annotated[str, Field(max_length=200)] = ""
    wie: Annotated[str, Field(max_length=200)] = ""


@routes.get("/samenwerkingsafspraken", summary="Samenwerkingsafspraken", fouten=(403,))
def samenwerkingsafspraken(request: HttpRequest) -> SamenwerkingsafsprakenUit:
    """Those of the own organisation."""
    rijen = queries.afspraken(actor_van_verzoek(request))
    return SamenwerkingsafsprakenUit(
        samenwerkingsafspraken=[SamenwerkingsafspraakUit.uit(rij) for rij in rijen]
    )


@routes.get("/samenwerkingsafspraken/{id}", summary="Eén samenwerkingsafspraak", fouten=(403, 404))
def samenwerkingsafspraak(request: HttpRequest, id: UUID) -> SamenwerkingsafspraakUit:
    """One version."""
    return SamenwerkingsafspraakUit.uit(queries.afspraak(actor_van_verzoek(request), id))


@routes.post(
    "/samenwerkingsafspraken", summary="Samenwerkingsafspraak opstellen", status=201, fouten=(403, 404)
)
def samenwerkingsafspraak_opstellen(
    request: HttpRequest, invoer: SamenwerkingsafspraakIn
) -> SamenwerkingsafspraakUit:
    """It holds once all parties have signed."""
    actor = actor_van_verzoek(request)
    return SamenwerkingsafspraakUit.uit(queries.afspraak(actor, actions.stel_op(actor, invoer.voorstel()).id))


@routes.post(
    "/samenwerkingsafspraken/{id}/vervanging",
    summary="Samenwerkingsafspraak vervangen",
    status=201,
    fouten=(403, 404, 409),
)
def samenwerkingsafspraak_vervangen(
    request: HttpRequest, id: UUID, invoer: SamenwerkingsafspraakIn
) -> SamenwerkingsafspraakUit:
    """The next version; the present one holds until all have signed it."""
    actor = actor_van_verzoek(request)
    nieuw = actions.vervang(actor, id, invoer.voorstel())
    return SamenwerkingsafspraakUit.uit(queries.afspraak(actor, nieuw.id))


@routes.post(
    "/samenwerkingsafspraken/{id}/handtekening",
    summary="Samenwerkingsafspraak tekenen",
    status=201,
    fouten=(403, 404, 409),
)
def samenwerkingsafspraak_tekenen(
    request: HttpRequest, id: UUID, invoer: SamenwerkingshandtekeningIn
) -> SamenwerkingsafspraakUit:
    """Sign for the own organisation."""
    actor = actor_van_verzoek(request)
    actions.teken(actor, id, invoer.som)
    return SamenwerkingsafspraakUit.uit(queries.afspraak(actor, id))


@routes.post(
    "/samenwerkingsafspraken/{id}/papieren-handtekening",
    summary="Papieren handtekening vastleggen",
    status=201,
    fouten=(403, 404, 409),
)
def papieren_handtekening(
    request: HttpRequest, id: UUID, invoer: PapierenHandtekeningIn
) -> SamenwerkingsafspraakUit:
    """Record that a party which does not work here signed on paper."""
    actor = actor_van_verzoek(request)
    leg_papier_vast(
        actor, id, Papier(invoer.organisatie, invoer.naam, invoer.dag, invoer.som, invoer.document)
    )
    return SamenwerkingsafspraakUit.uit(queries.afspraak(actor, id))


@routes.post(
    "/samenwerkingsafspraken/{id}/einde",
    summary="Samenwerkingsafspraak beëindigen",
    status=201,
    fouten=(403, 404, 409),
)
def samenwerkingsafspraak_beeindigen(
    request: HttpRequest, id: UUID, invoer: SamenwerkingseindeIn
) -> SamenwerkingsafspraakUit:
    """End it for all parties after a day."""
    actor = actor_van_verzoek(request)
    beeindig(actor, id, invoer.laatste_dag, invoer.reden)
    return SamenwerkingsafspraakUit.uit(queries.afspraak(actor, id))


@routes.post(
    "/samenwerkingsafspraken/{id}/einde-gehoord",
    summary="Einde van een samenwerkingsafspraak gehoord",
    status=201,
    fouten=(403, 404, 409),
)
def samenwerkingseinde_gehoord(
    request: HttpRequest, id: UUID, invoer: EindegehoordIn
) -> SamenwerkingsafspraakUit:
    """Record that a party heard of the end."""
    actor = actor_van_verzoek(request)
    hoor_einde(actor, id, invoer.organisatie, invoer.wie)
    return SamenwerkingsafspraakUit.uit(queries.afspraak(actor, id))
