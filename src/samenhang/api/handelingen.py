"""Declared verbs as operations of the API: one POST each, the body made from the input dataclass."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import Field, create_model
from pydantic.alias_generators import to_camel

from samenhang.api.adr import Dag, Invoer
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling, Invoerveld
from samenhang.kernel.zaken.uitvoeren import voer_uit

GROOTSTE_VERSIE = 2_000_000_000


class Zaakstand(Schema):
    """How a case stands after an action; send `versie` along with the next one to be warned of changes between."""

    id: UUID
    nummer: str
    stap: str
    versie: int
    volgendeTermijn: Dag | None  # noqa: N815 - the name on the wire


def bied_aan(router: Router, basis: str, handelingen: Iterable[Handeling]) -> None:
    """Add `POST {basis}/{id}/{pad}` for each verb."""
    for handeling in handelingen:
        router.add_api_operation(
            f"{basis}/{{id}}/{handeling.api_pad}",
            ["POST"],
            _operatie(handeling),
            response={201 if handeling.nieuw else 200: Zaakstand},
            summary=handeling.titel.nl,
            description=f"{handeling.titel.en}. {handeling.gevolg.en}",
            operation_id=f"zaak_{handeling.naam.replace('-', '_')}",
        )


def _operatie(handeling: Handeling) -> Any:
    model = _lijf(handeling)
    namen = [deel.naam for deel in handeling.velden()]

    def operatie(request: HttpRequest, id: UUID, invoer: Any) -> Status[Any]:
        actor: Actor = request.auth  # type: ignore[attr-defined]  # ninja puts it there
        waarden = {naam: _waarde(getattr(invoer, naam)) for naam in namen}
        zaak = voer_uit(actor, handeling, id, handeling.invoer(**waarden), invoer.versie)
        stand = Zaakstand(
            id=zaak.id,
            nummer=zaak.nummer,
            stap=zaak.stap,
            versie=zaak.versie,
            volgendeTermijn=zaak.volgende_termijn,
        )
        return Status(201 if handeling.nieuw else 200, stand)

    operatie.__name__ = f"doe_{handeling.naam.replace('-', '_')}"
    operatie.__doc__ = f"{handeling.titel.en}."
    soorten = {"request": HttpRequest, "id": UUID, "invoer": model}
    operatie.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # the type is made above
        [
            inspect.Parameter(naam, inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=soort)
            for naam, soort in soorten.items()
        ]
    )
    return operatie


def _waarde(waarde: Any) -> Any:
    return str(waarde) if isinstance(waarde, StrEnum) else waarde


def _lijf(handeling: Handeling) -> type[Invoer]:
    velden: dict[str, Any] = {deel.naam: _veld(handeling, deel) for deel in handeling.velden()}
    velden["versie"] = (Annotated[int, Field(ge=1, le=GROOTSTE_VERSIE)] | None, None)
    model: type[Invoer] = create_model(
        f"{handeling.invoer.__name__}_{handeling.naam.replace('-', '_')}",
        __base__=Invoer,
        __doc__=handeling.invoer.__doc__,
        **velden,
    )
    return model


def _veld(handeling: Handeling, deel: Invoerveld) -> tuple[Any, Any]:
    """The pydantic field: closed choices become an enumeration, days are ISO, texts have their greatest length."""
    soort: Any = deel.soort
    extra: dict[str, Any] = {"title": deel.veld.titel.nl}
    if deel.veld.keuzes:
        leden = {f"k{plek}": naam for plek, (naam, _) in enumerate(deel.veld.keuzes)}
        soort = StrEnum(f"Keuze_{handeling.naam.replace('-', '_')}_{deel.naam}", leden)
    elif soort is date:
        soort = Dag
    elif soort is str:
        extra["max_length"] = deel.veld.hoogstens
    if not deel.verplicht and deel.standaard is None:
        soort = soort | None
    alias = to_camel(deel.naam)
    return soort, Field(default=... if deel.verplicht else deel.standaard, alias=alias, **extra)
