"""The inputs and outcomes of calculations as models of the API, made from their dataclasses: described once.

On this wire names are camelCase as everywhere in the API; amounts, days and choices are those of the command.
"""

from __future__ import annotations

import dataclasses
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import Field, create_model

from samenhang.api.schemas import BedragTekst, Dag, Invoer, Uitvoer
from samenhang.kernel.basis import Bedrag
from samenhang.schemes.schuldhulp.domain.berekeningen import BEREKENINGEN, Berekening, Normset
from samenhang.schemes.schuldhulp.domain.getallen import Percentage
from samenhang.schemes.schuldhulp.domain.herziening import DAGVELDEN, HERZIENBAAR
from samenhang.schemes.schuldhulp.domain.invoer import Gegeven, Invoerveld, velden
from samenhang.schemes.schuldhulp.domain.rekenblad import Spoorregel

BedragIn = Annotated[
    str,
    Field(
        pattern=r"^(0|[1-9][0-9]{0,8})\.[0-9]{2}$", max_length=12, examples=["847.26"], description="Euro, twee decimalen, nul of meer"
    ),
]  # fmt: skip
PercentageIn = Annotated[
    str, Field(pattern=r"^(0|[1-9][0-9]{0,2})(\.[0-9]{1,6})?$", max_length=10, examples=["8.0"])
]
_MODELLEN: Final[dict[str, Any]] = {}


def invoermodel(soort: type[Any], zonder: frozenset[str] = frozenset()) -> type[Invoer]:
    """The body of a calculation; fields in `zonder` are left out."""
    naam = f"Bereken{soort.__name__.removesuffix('invoer')}{'ZonderDag' if zonder else ''}In"
    if naam not in _MODELLEN:
        delen: dict[str, Any] = {
            veld.naam: _invoerveld(veld) for veld in velden(soort) if veld.naam not in zonder
        }
        _MODELLEN[naam] = create_model(naam, __base__=Invoer, __doc__=soort.__doc__, **delen)
    return _MODELLEN[naam]  # type: ignore[no-any-return]  # made just above, as an Invoer


def antwoordmodel(berekening: Berekening) -> type[Uitvoer]:
    """The answer of a calculation: its outcome, and what every answer holds."""
    delen = _uitvoervelden(berekening.uitkomst) | uitlegvelden()
    model: type[Uitvoer] = create_model(
        f"{berekening.uitkomst.__name__}Berekend",
        __base__=Uitvoer,
        __doc__=berekening.uitkomst.__doc__,
        **delen,
    )
    return model


def uitlegvelden() -> dict[str, Any]:
    """What every answer holds beside its outcome, of one case and of a whole caseload."""
    return {
        "trace": (list[uitvoermodel(Spoorregel)], ...),  # type: ignore[misc]  # a model made from a dataclass
        "normset": (uitvoermodel(Normset), ...),
        "beleid": (str, Field(description="Beleidsset, of bij een voorraad de sets ervan; leeg als er geen bij hoort")),
        "status": (Literal["bevestigd", "beleid", "ongeverifieerd"], Field(description="Van het minst zekere waar de uitkomst op rust")),
        "motor": (str, Field(examples=["schuldhulp-1"])),
        "hash": (str, Field(min_length=64, max_length=64)),
    }  # fmt: skip


def herzieningmodel(soort: type[Any]) -> type[Invoer]:
    """The body of a revision: per case one of the calculations that have a day, told apart by its name."""
    zaken = tuple(_zaakmodel(naam) for naam in HERZIENBAAR)
    een = Annotated[Union[zaken], Field(discriminator="berekening")]  # type: ignore[valid-type]  # noqa: UP007 - a union of models made here
    model: type[Invoer] = create_model(
        "HerzieningIn",
        __base__=Invoer,
        __doc__=soort.__doc__,
        van=(Dag, ...),
        naar=(Dag, ...),
        zaken=(Annotated[list[een], Field(min_length=1, max_length=100_000)], ...),
    )
    return model


def _zaakmodel(naam: str) -> type[Invoer]:
    woord = "".join(deel.capitalize() for deel in naam.split("-"))
    model: type[Invoer] = create_model(
        f"Zaak{woord}In",
        __base__=Invoer,
        __doc__="A case with the input of its calculation, without the day.",
        id=(Annotated[str, Field(min_length=1, max_length=64)], ...),
        berekening=(_alleen(naam), ...),
        invoer=(invoermodel(BEREKENINGEN[naam].invoer, frozenset(DAGVELDEN)), ...),
    )
    return model


def _alleen(naam: str) -> Any:
    """The type of one word."""
    return Literal[naam]


def uitvoermodel(soort: type[Any], extra: dict[str, Any] | None = None) -> type[Uitvoer]:
    """The model of an outcome, or of a part of one."""
    naam = soort.__name__
    if naam not in _MODELLEN:
        delen = _uitvoervelden(soort) | (extra or {})
        _MODELLEN[naam] = create_model(naam, __base__=Uitvoer, __doc__=soort.__doc__, **delen)
    return _MODELLEN[naam]  # type: ignore[no-any-return]  # made just above, as an Uitvoer


def _invoerveld(veld: Invoerveld) -> tuple[Any, Any]:
    soort = _invoersoort(veld.soort, veld.gegeven)
    uitleg = f"{veld.gegeven.titel.nl}. {veld.gegeven.uitleg.nl if veld.gegeven.uitleg else ''}".strip()
    if veld.verplicht:
        return soort, Field(description=uitleg)
    return soort | None, Field(default=None, description=uitleg)


def _invoersoort(soort: Any, hoe: Gegeven) -> Any:
    if get_origin(soort) is tuple:
        deel = invoermodel(get_args(soort)[0])
        return Annotated[list[deel], Field(min_length=hoe.minstens, max_length=hoe.hoogstens or 100_000)]  # type: ignore[valid-type]
    if soort is Bedrag:
        return BedragIn
    if soort is Percentage:
        return PercentageIn
    if soort is date:
        return Dag
    if soort is int:
        return Annotated[int, Field(ge=hoe.minstens, le=hoe.hoogstens)]
    if soort is str:
        return Annotated[str, Field(min_length=hoe.minstens, max_length=hoe.hoogstens or 300)]
    if isinstance(soort, type) and dataclasses.is_dataclass(soort):
        return invoermodel(soort)
    return soort


def _uitvoervelden(soort: type[Any]) -> dict[str, Any]:
    """Each field; "schema" is a name that the models keep for themselves, so inside it has another."""
    hints = get_type_hints(soort)
    return {
        "aflosschema" if deel.name == "schema" else deel.name: (
            _uitvoersoort(hints[deel.name]),
            Field(alias="schema") if deel.name == "schema" else ...,
        )
        for deel in dataclasses.fields(soort)
    }


def _uitvoersoort(soort: Any) -> Any:
    if get_origin(soort) in (Union, UnionType):
        return _uitvoersoort(next(keus for keus in get_args(soort) if keus is not type(None))) | None
    if get_origin(soort) is tuple:
        return list[_uitvoersoort(get_args(soort)[0])]  # type: ignore[misc]  # a type made here
    if soort is Bedrag:
        return BedragTekst
    if isinstance(soort, type) and issubclass(soort, StrEnum):
        return soort
    if isinstance(soort, type) and dataclasses.is_dataclass(soort):
        return uitvoermodel(soort)
    return soort
