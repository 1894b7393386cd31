"""Cases that are kept past their retention term: as on the page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.kernel.vernietiging.vasthouden import Vasthoudbeeld, hef_op, houd_vast, vasthoudingen

routes = Routes()


class VasthoudingUit(Uitvoer):
    """A hold: of which case, on which ground with its article, why, and when it is looked at again."""

    id: UUID
    scheme: str
    zaak: str
    titel: str
    title: str
    artikel: str
    status: Annotated[str, Field(description="beleid, ongeverifieerd of bevestigd")]
    reden: str
    herzien_op: date
    te_herzien: Annotated[bool, Field(description="Die dag is gekomen")]
    moment: datetime
    door: str

    @classmethod
    def van(cls, beeld: Vasthoudbeeld) -> VasthoudingUit:
        """From the query's record."""
        return cls(
            id=beeld.id,
            scheme=beeld.scheme,
            zaak=beeld.zaak,
            titel=beeld.grond.nl,
            title=beeld.grond.en,
            artikel=beeld.artikel,
            status=beeld.status,
            reden=beeld.reden,
            herzien_op=beeld.herzien_op,
            te_herzien=beeld.te_herzien,
            moment=beeld.moment,
            door=beeld.door,
        )


class VasthoudingenUit(Uitvoer):
    """What is held."""

    vasthoudingen: list[VasthoudingUit]


class VasthoudIn(Invoer):
    """Which case, on which ground, why, and when it is looked at again."""

    zaak: Annotated[str, Field(max_length=20, examples=["VS26-PJYXRD9"])]
    grond: Annotated[str, Field(max_length=40, examples=["rechtsvordering"])]
    reden: Annotated[str, Field(max_length=300)]
    herzien_op: Dag


class OpheffingIn(Invoer):
    """Why it is no longer needed."""

    reden: Annotated[str, Field(max_length=300)]


@routes.get("/vasthoudingen", summary="Zaken die langer bewaard worden", fouten=(403,))
def langer_bewaard(request: HttpRequest) -> VasthoudingenUit:
    """What the own organisation holds, what must be looked at first on top."""
    return VasthoudingenUit(
        vasthoudingen=[VasthoudingUit.van(beeld) for beeld in vasthoudingen(actor_van_verzoek(request))]
    )


@routes.post("/vasthoudingen", summary="Houd een zaak vast", status=201, fouten=(403, 404, 409))
def houd_zaak_vast(request: HttpRequest, invoer: VasthoudIn) -> VasthoudingUit:
    """Keep a case past its retention term, until it is ended."""
    return VasthoudingUit.van(
        houd_vast(actor_van_verzoek(request), invoer.zaak, invoer.grond, invoer.reden, invoer.herzien_op)
    )


@routes.post("/vasthoudingen/{id}/opheffing", summary="Hef een vasthouding op", status=201, fouten=(403, 404))
def hef_vasthouding_op(request: HttpRequest, id: UUID, invoer: OpheffingIn) -> VasthoudingUit:
    """From now on the retention term of the case counts again; gives the hold as it was."""
    return VasthoudingUit.van(hef_op(actor_van_verzoek(request), id, invoer.reden))
