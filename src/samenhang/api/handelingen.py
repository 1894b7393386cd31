"""Declared verbs as operations of the API: one POST each, its body made from the input dataclass."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from datetime import date
from enum import EnumType, StrEnum
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from pydantic import Field, create_model

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import MetVersie, Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.kernel.scheme import Handeling, Invoerveld
from samenhang.kernel.zaken.uitvoeren import voer_uit


class Zaakstand(Uitvoer):
    """How a case stands after an action."""

    id: UUID
    nummer: Annotated[str, Field(examples=["VS26-7K3M9QT"])]
    stap: Annotated[str, Field(examples=["benaderen"])]
    versie: Annotated[int, Field(description="Loopt op bij elke wijziging; is de ETag van de zaak")]
    volgende_termijn: date | None


def bied_aan(routes: Routes, basis: str, handelingen: Iterable[Handeling], voor: str = "") -> None:
    """Add `POST {basis}/{id}/{pad}` for each verb; If-Match guards against changes of a colleague.

    `voor` stands before the names of its operations and bodies, where another scheme has verbs of the same name.
    """
    for handeling in handelingen:
        routes.post(
            f"{basis}/{{id}}/{handeling.api_pad}",
            summary=handeling.titel.nl,
            status=201 if handeling.nieuw else 200,
            versie=True,
        )(_operatie(handeling, voor))


def _operatie(handeling: Handeling, voor: str) -> Any:
    model = _lijf(handeling, voor)
    namen = [deel.naam for deel in handeling.velden()]

    def operatie(request: HttpRequest, id: UUID, invoer: Any = None) -> MetVersie[Zaakstand]:
        waarden = {naam: _waarde(getattr(invoer, naam)) for naam in namen}
        zaak = voer_uit(actor_van_verzoek(request), handeling, id, handeling.invoer(**waarden))
        stand = Zaakstand(
            id=zaak.id,
            nummer=zaak.nummer,
            stap=zaak.stap,
            versie=zaak.versie,
            volgende_termijn=zaak.volgende_termijn,
        )
        return MetVersie(stand, zaak.versie)

    soorten: dict[str, Any] = {"request": HttpRequest, "id": UUID}
    if model is not None:
        soorten["invoer"] = model
    operatie.__name__ = "_".join(filter(None, ("doe", voor, handeling.naam.replace("-", "_"))))
    operatie.__doc__ = f"{handeling.titel.en}. {handeling.gevolg.en}"
    operatie.__annotations__ = soorten | {"return": MetVersie[Zaakstand]}
    operatie.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # the type of the body is made here
        [
            inspect.Parameter(naam, inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=soort)
            for naam, soort in soorten.items()
        ]
    )
    return operatie


def _waarde(waarde: Any) -> Any:
    return str(waarde) if isinstance(waarde, StrEnum) else waarde


def _lijf(handeling: Handeling, voor: str) -> type[Invoer] | None:
    """The model of the body; None when the verb asks nothing."""
    velden: dict[str, Any] = {deel.naam: _veld(handeling, deel, voor) for deel in handeling.velden()}
    if not velden:
        return None
    model: type[Invoer] = create_model(
        _woord(voor) + _woord(handeling.naam) + "In",
        __base__=Invoer,
        __doc__=handeling.invoer.__doc__,
        **velden,
    )
    return model


def _woord(naam: str) -> str:
    return "".join(deel.capitalize() for deel in naam.replace("-", "_").split("_"))


def _veld(handeling: Handeling, deel: Invoerveld, voor: str) -> tuple[Any, Any]:
    """The field: closed choices become an enumeration, days are ISO, texts have their greatest length."""
    soort: Any = deel.soort
    extra: dict[str, Any] = {"description": deel.veld.titel.nl}
    if deel.veld.keuzes:
        leden = [(f"KEUS_{plek}", naam) for plek, (naam, _) in enumerate(deel.veld.keuzes)]
        soort = EnumType.__call__(
            StrEnum, f"{_woord(voor)}{_woord(handeling.naam)}{_woord(deel.naam)}", leden
        )
    elif soort is date:
        soort = Dag
    elif soort is str:
        extra["max_length"] = deel.veld.hoogstens
    if not deel.verplicht and deel.standaard is None:
        soort = soort | None
    return soort, Field(default=... if deel.verplicht else deel.standaard, **extra)
