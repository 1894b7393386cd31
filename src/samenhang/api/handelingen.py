"""Declared verbs as operations of the API: one POST each, its body made from the input dataclass."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from datetime import date
from enum import EnumType, StrEnum
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from pydantic import Field, create_model

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import MetVersie, Routes
from samenhang.api.schemas import Dag, Invoer, Uitvoer
from samenhang.kernel.scheme import Handeling, Invoerveld
from samenhang.kernel.zaken.uitvoeren import lees_vooraf, voer_uit

PDF = "application/pdf"


class Zaakstand(Uitvoer):
    """How a case stands after an action."""

    id: UUID
    nummer: Annotated[str, Field(examples=["VS26-7K3M9QT"])]
    stap: Annotated[str, Field(examples=["benaderen"])]
    versie: Annotated[int, Field(description="Loopt op bij elke wijziging; is de ETag van de zaak")]
    volgende_termijn: date | None


def bied_aan(routes: Routes, basis: str, handelingen: Iterable[Handeling], voor: str = "") -> None:
    """Add `POST {basis}/{id}/{pad}` for each verb; If-Match guards against changes of a colleague.

    A verb with a letter to look at beforehand has that as an operation beside it: `POST …/{pad}/vooraf`.
    `voor` stands before the names of its operations and bodies, where another scheme has verbs of the same name.
    """
    for handeling in handelingen:
        model = _lijf(handeling, voor)
        routes.post(
            f"{basis}/{{id}}/{handeling.api_pad}",
            summary=handeling.titel.nl,
            status=201 if handeling.nieuw else 200,
            versie=True,
        )(_operatie(handeling, voor, model))
        if handeling.vooraf is not None:
            routes.post(
                f"{basis}/{{id}}/{handeling.api_pad}/vooraf",
                summary=f"{handeling.titel.nl}: de brief vooraf",
                herhaling="",
                media=PDF,
            )(_vooraf(handeling, voor, model))


def _invoer(handeling: Handeling, lijf: Any) -> Any:
    return handeling.invoer(**{deel.naam: _waarde(getattr(lijf, deel.naam)) for deel in handeling.velden()})


def _operatie(handeling: Handeling, voor: str, model: type[Invoer] | None) -> Any:

    def operatie(request: HttpRequest, id: UUID, invoer: Any = None) -> MetVersie[Zaakstand]:
        zaak = voer_uit(actor_van_verzoek(request), handeling, id, _invoer(handeling, invoer))
        stand = Zaakstand(
            id=zaak.id,
            nummer=zaak.nummer,
            stap=zaak.stap,
            versie=zaak.versie,
            volgende_termijn=zaak.volgende_termijn,
        )
        return MetVersie(stand, zaak.versie)

    uitleg = f"{handeling.titel.en}. {handeling.gevolg.en}"
    return _als_operatie(operatie, _naam("doe", voor, handeling), uitleg, model, MetVersie[Zaakstand])


def _vooraf(handeling: Handeling, voor: str, model: type[Invoer] | None) -> Any:
    def vooraf(request: HttpRequest, id: UUID, invoer: Any = None) -> HttpResponse:
        pdf = lees_vooraf(actor_van_verzoek(request), handeling, id, _invoer(handeling, invoer))
        kop = {"Content-Disposition": f'attachment; filename="{handeling.naam}.pdf"'}
        return HttpResponse(pdf, content_type=PDF, headers=kop)

    uitleg = f"{handeling.titel.en}: the letter that would go, marked as an example. Stores nothing."
    return _als_operatie(vooraf, _naam("vooraf", voor, handeling), uitleg, model, HttpResponse)


def _naam(wat: str, voor: str, handeling: Handeling) -> str:
    return "_".join(filter(None, (wat, voor, handeling.naam.replace("-", "_"))))


def _als_operatie(functie: Any, naam: str, uitleg: str, model: type[Invoer] | None, antwoord: Any) -> Any:
    """The function as the API takes it: its name, what it says of itself, and a body whose type is made here."""
    soorten: dict[str, Any] = {"request": HttpRequest, "id": UUID}
    if model is not None:
        soorten["invoer"] = model
    functie.__name__ = naam
    functie.__doc__ = uitleg
    functie.__annotations__ = soorten | {"return": antwoord}
    functie.__signature__ = inspect.Signature(
        [
            inspect.Parameter(deel, inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=soort)
            for deel, soort in soorten.items()
        ]
    )
    return functie


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
