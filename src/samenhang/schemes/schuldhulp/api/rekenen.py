"""`POST /berekeningen/{naam}`: the calculations of the command line, each with its own body and answer. Keeps nothing."""

from __future__ import annotations

import dataclasses
import inspect
from typing import Any

from django.http import HttpRequest
from pydantic import BaseModel
from pydantic.alias_generators import to_camel

from samenhang.api.bewijs import actor_van_verzoek
from samenhang.api.routes import Routes
from samenhang.api.schemas import Invoer, Uitvoer
from samenhang.kernel.basis import Geweigerd
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.api.modellen import (
    antwoordmodel,
    herzieningmodel,
    invoermodel,
    uitlegvelden,
    uitvoermodel,
)
from samenhang.schemes.schuldhulp.domain import herziening
from samenhang.schemes.schuldhulp.domain.antwoord import HERZIENING
from samenhang.schemes.schuldhulp.domain.berekeningen import BEREKENINGEN

routes = Routes()


def _bied_aan(naam: str, titel: str, uitleg: str, lijf: type[Invoer], antwoord: type[Uitvoer]) -> None:
    def operatie(request: HttpRequest, document: Any) -> Any:
        return antwoord.model_validate(_bereken(request, naam, document))

    operatie.__name__ = f"bereken_{naam.replace('-', '_')}"
    operatie.__doc__ = f"{uitleg} Nothing is stored."
    soorten = {"request": HttpRequest, "document": lijf}
    operatie.__annotations__ = soorten | {"return": antwoord}
    operatie.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # the type of the body is made here
        [
            inspect.Parameter(deel, inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=soort)
            for deel, soort in soorten.items()
        ]
    )
    routes.post(f"/berekeningen/{naam}", summary=titel, herhaling="", fouten=())(operatie)


def _bereken(request: HttpRequest, naam: str, document: BaseModel) -> dict[str, Any]:
    """The answer, and the place of a fault in the names of this wire."""
    try:
        return queries.bereken(
            actor_van_verzoek(request), naam, document.model_dump(mode="json", exclude_unset=True)
        )
    except Geweigerd as fout:
        fout.fouten = tuple(
            dataclasses.replace(deel, plaats=dataclasses.replace(deel.plaats, plek=_camel(deel.plaats.plek)))
            for deel in fout.fouten
        )
        raise


def _camel(plek: str) -> str:
    return "/".join(to_camel(deel) for deel in plek.split("/"))


for _naam, _deel in BEREKENINGEN.items():
    _bied_aan(_naam, _deel.titel.nl, _deel.uitleg.en, invoermodel(_deel.invoer), antwoordmodel(_deel))
_bied_aan(
    herziening.NAAM,
    HERZIENING[0].nl,
    HERZIENING[1].en,
    herzieningmodel(herziening.Herzieninginvoer),
    uitvoermodel(herziening.Herziening, uitlegvelden()),
)
