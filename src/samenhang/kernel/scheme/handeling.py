"""One thing a user can do to a case, as data: the page, the API and the command line all read it.

The input is a frozen dataclass whose fields carry a `Veld`; the doors turn it into a form, a JSON body and
options, and hand back the same dataclass. What it does is an action of the scheme.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from samenhang.kernel.basis import Tekst

LANGSTE_TEKST = 300


@dataclass(frozen=True, slots=True)
class Veld:
    """How a field of an input is asked.

    `keuzes` closes the list of values. `bron` names a list that depends on the case or the organisation
    (persons, colleagues), which the page fills in; the value on the wire is then an id.
    """

    titel: Tekst
    uitleg: Tekst | None = None
    keuzes: tuple[tuple[str, Tekst], ...] = ()
    bron: str = ""
    regels: int = 1
    hoogstens: int = LANGSTE_TEKST
    vandaag: bool = False


def veld(nl: str, en: str, *, standaard: Any = dataclasses.MISSING, **hoe: Any) -> Any:
    """A field of an input dataclass with its question in both languages; without `standaard` it is required."""
    return dataclasses.field(default=standaard, metadata={"veld": Veld(Tekst(nl, en), **hoe)})


@dataclass(frozen=True, slots=True)
class Invoerveld:
    """A field as the doors meet it: its name, bare type, whether it is required, its default and its question."""

    naam: str
    soort: type[Any]
    verplicht: bool
    standaard: Any
    veld: Veld


def velden_van(invoer: type[Any]) -> Iterator[Invoerveld]:
    """The fields of an input dataclass in the order in which they are asked."""
    soorten = get_type_hints(invoer)
    for deel in dataclasses.fields(invoer):
        soort = soorten[deel.name]
        if get_origin(soort) in (Union, types.UnionType):
            soort = next(keus for keus in get_args(soort) if keus is not type(None))
        verplicht = deel.default is dataclasses.MISSING
        yield Invoerveld(
            deel.name, soort, verplicht, None if verplicht else deel.default, deel.metadata["veld"]
        )


@dataclass(frozen=True, slots=True)
class Handeling:
    """A verb on a case.

    `naam` is the word in the address of the form and on the command line, `pad` in the address of the API
    (the same unless said otherwise). `gevolg` says what happens after; it stands beside the button.
    `doe` takes the actor, the id of the case and the input. `vooraf` takes the same and gives the letter that would go,
    as PDF, and stores nothing.
    """

    naam: str
    titel: Tekst
    gevolg: Tekst
    invoer: type[Any]
    doe: Callable[[Any, UUID, Any], Any]
    pad: str = ""
    nieuw: bool = False
    bevestig: Tekst | None = None
    vooraf: Callable[[Any, UUID, Any], bytes] | None = None

    @property
    def api_pad(self) -> str:
        """The last part of the API address."""
        return self.pad or self.naam

    @property
    def met_brief(self) -> bool:
        """Whether there is a letter to look at beforehand; a template would call `vooraf` itself."""
        return self.vooraf is not None

    def velden(self) -> Iterator[Invoerveld]:
        """The fields of the input in the order in which they are asked."""
        return velden_van(self.invoer)


@dataclass(frozen=True, slots=True)
class Niets:
    """The input of what needs no input."""


@dataclass(frozen=True, slots=True)
class Reden:
    """Why; it goes into the timeline."""

    reden: str = veld("Reden", "Reason", uitleg=Tekst("Staat in de tijdlijn.", "Goes into the timeline."))
