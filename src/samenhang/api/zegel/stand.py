"""How the log is sealed, checks of the whole of it, and alarms about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.api.zegel.getuigen import GetuigeUit, Nota
from samenhang.kernel.basis import Fout, Geweigerd, Plaats
from samenhang.kernel.zegel import actions, queries
from samenhang.kernel.zegel.controle import Uitslag
from samenhang.kernel.zegel.domain.controlepunt import lees_bewaard
from samenhang.kernel.zegel.domain.nota import Nota as Bewaard
from samenhang.kernel.zegel.queries import Controlebeeld, Partnerbeeld, Puntbeeld

routes = Routes()


class ControlepuntUit(Uitvoer):
    """A checkpoint: how many leaves, which root (hexadecimal), which keys signed, who countersigned."""

    id: int
    moment: datetime
    omvang: int
    wortel: str
    sleutels: list[str]
    getuigen: list[GetuigeUit]

    @classmethod
    def van(cls, punt: Puntbeeld) -> ControlepuntUit:
        """From the query's record."""
        return cls(
            id=punt.id,
            moment=punt.moment,
            omvang=punt.omvang,
            wortel=punt.wortel,
            sleutels=list(punt.sleutels),
            getuigen=[GetuigeUit(naam=naam, moment=moment) for naam, moment in punt.getuigen],
        )


class PartnerUit(Uitvoer):
    """A partner with whom checkpoints are exchanged."""

    naam: str
    getuigt: Annotated[bool, Field(description="Deze partner ondertekent onze controlepunten mee")]
    getekend: datetime | None
    getekend_tot: Annotated[int, Field(description="Aantal bladen dat de partner het laatst ondertekende")]
    wij_tekenden: datetime | None
    wij_tekenden_tot: int
    fout: str
    error: str

    @classmethod
    def van(cls, partner: Partnerbeeld) -> PartnerUit:
        """From the query's record."""
        return cls(
            naam=partner.naam,
            getuigt=partner.getuigt,
            getekend=partner.getekend,
            getekend_tot=partner.getekend_tot,
            wij_tekenden=partner.wij_tekenden,
            wij_tekenden_tot=partner.wij_tekenden_tot,
            fout=partner.fout.nl if partner.fout else "",
            error=partner.fout.en if partner.fout else "",
        )


class LogbevindingUit(Uitvoer):
    """Something that a check found; `blad` is the first leaf that it is about."""

    code: str
    blad: int | None
    tekst: str
    text: str


class LogcontroleUit(Uitvoer):
    """A check of the whole log; nothing found is an empty list."""

    moment: datetime
    door: str
    omvang: int
    controlepunten: int
    milliseconden: int
    bevindingen: list[LogbevindingUit]

    @classmethod
    def van(cls, controle: Controlebeeld) -> LogcontroleUit:
        """From the query's record."""
        return cls(
            moment=controle.moment,
            door=controle.door,
            omvang=controle.omvang,
            controlepunten=controle.controlepunten,
            milliseconden=controle.milliseconden,
            bevindingen=[LogbevindingUit(**deel) for deel in controle.bevindingen],
        )


class AlarmUit(Uitvoer):
    """Something about the log that a supervisor must look into; open while `klaar` is empty."""

    id: UUID
    soort: str
    onderwerp: str
    tekst: str
    text: str
    moment: datetime
    klaar: datetime | None
    klaar_door: str
    uitkomst: str


class VerzegelingUit(Uitvoer):
    """How the log stands; `wacht` tells that rows wait for their leaf, `sleutels` are what a partner needs."""

    omvang: int
    wacht: bool
    controlepunten: list[ControlepuntUit]
    partners: list[PartnerUit]
    controle: LogcontroleUit | None
    alarmen: list[AlarmUit]
    sleutels: list[str]


@routes.get("/logboek/verzegeling", summary="Hoe het logboek is verzegeld", fouten=(403,))
def verzegeling(request: HttpRequest) -> VerzegelingUit:
    """When the log was sealed last, who countersigned, and whether a check found anything."""
    beeld = queries.zegelbeeld(actor_van_verzoek(request))
    return VerzegelingUit(
        omvang=beeld.omvang,
        wacht=beeld.wacht,
        controlepunten=[ControlepuntUit.van(punt) for punt in beeld.punten],
        partners=[PartnerUit.van(partner) for partner in beeld.partners],
        controle=LogcontroleUit.van(beeld.controle) if beeld.controle else None,
        alarmen=[
            AlarmUit(
                id=alarm.id,
                soort=alarm.soort,
                onderwerp=alarm.onderwerp,
                tekst=alarm.tekst.nl,
                text=alarm.tekst.en,
                moment=alarm.moment,
                klaar=alarm.klaar,
                klaar_door=alarm.klaar_door,
                uitkomst=alarm.uitkomst,
            )
            for alarm in beeld.alarmen
        ],
        sleutels=list(beeld.sleutels),
    )


class BewaardIn(Invoer):
    """A checkpoint of this log that someone else kept."""

    naam: Annotated[str, Field(min_length=1, max_length=100, examples=["kopie van Zandwijk"])]
    controlepunt: Nota


class LogcontroleIn(Invoer):
    """What the log is compared with besides itself."""

    tegen: Annotated[list[BewaardIn], Field(max_length=actions.HOOGSTENS_TEGEN)] = []


class ControleuitslagUit(Uitvoer):
    """The outcome of a check; `klopt` when nothing was found."""

    klopt: bool
    omvang: int
    wacht: bool
    controlepunten: int
    medeondertekeningen: int
    milliseconden: int
    bevindingen: list[LogbevindingUit]

    @classmethod
    def van(cls, uit: Uitslag) -> ControleuitslagUit:
        """From the outcome."""
        return cls(
            klopt=uit.klopt,
            omvang=uit.omvang,
            wacht=uit.wacht,
            controlepunten=uit.controlepunten,
            medeondertekeningen=uit.medeondertekeningen,
            milliseconden=uit.milliseconden,
            bevindingen=[LogbevindingUit(**deel.document()) for deel in uit.bevindingen],
        )


@routes.post(
    "/logboek/controles", summary="Controleer het hele logboek", status=201, herhaling="zelf", fouten=(403,)
)
def controles(request: HttpRequest, invoer: LogcontroleIn) -> ControleuitslagUit:
    """Rows, leaves, tree, checkpoints and signatures; the outcome is kept."""
    tegen = [(deel.naam, _bewaard(nummer, deel)) for nummer, deel in enumerate(invoer.tegen)]
    return ControleuitslagUit.van(actions.controleer_log(actor_van_verzoek(request), tegen))


def _bewaard(nummer: int, deel: BewaardIn) -> Bewaard:
    """The checkpoint; a refusal names which of them, beside the line."""
    try:
        return lees_bewaard(deel.controlepunt)
    except Geweigerd as fout:
        plek = Plaats(plek=f"/tegen/{nummer}/controlepunt")
        fout.fouten = tuple(
            replace(f, plaats=replace(f.plaats, plek=plek.plek))
            for f in fout.fouten or (Fout(fout.code, fout.tekst, plek),)
        )
        raise


class AfhandelingIn(Invoer):
    """What came of an alarm."""

    uitkomst: Annotated[str, Field(min_length=10, max_length=500)]


class AfhandelingUit(Uitvoer):
    """The alarm, closed."""

    id: UUID
    klaar: datetime | None
    klaar_door: str


@routes.post("/logboek/alarmen/{id}/afhandeling", summary="Handel een alarm af", fouten=(403, 404))
def afhandeling(request: HttpRequest, id: UUID, invoer: AfhandelingIn) -> AfhandelingUit:
    """Close an alarm with what came of it."""
    rij = actions.handel_alarm_af(actor_van_verzoek(request), id, invoer.uitkomst)
    return AfhandelingUit(id=rij.id, klaar=rij.klaar, klaar_door=rij.klaar_door)
