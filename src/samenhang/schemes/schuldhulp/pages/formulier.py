"""The form of a calculation, made from its input: the same fields, bounds and refusals as command and API.

A form does not judge: it makes the document, and what the calculation refuses comes back at its field.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_origin

from django import forms

from samenhang.kernel.basis import Bedrag, Fout, Geweigerd, Tekst
from samenhang.schemes.schuldhulp.domain.berekeningen import Berekening
from samenhang.schemes.schuldhulp.domain.getallen import Percentage
from samenhang.schemes.schuldhulp.domain.invoer import Invoerveld, velden
from samenhang.schemes.schuldhulp.pages.woorden import KEUZES
from samenhang.web.formulieren import Opmaak, vertaald

RIJEN = 4
MEESTE_RIJEN = 40
RIJENVELD = "rijen"


@dataclass(frozen=True, slots=True)
class Lijst:
    """A field that is a list: its rows as the page shows them, each a list of bound fields."""

    titel: Tekst
    koppen: list[Tekst]
    rijen: list[list[forms.BoundField]]


class Invoerformulier(Opmaak, forms.Form):
    """Asks what a calculation takes; `formulier_voor` makes one. `rijen` is how many rows its lists have."""

    berekening: Berekening
    rijen: int

    def document(self) -> dict[str, Any]:
        """What was filled in, as the document that a command would read."""
        return _document(self, self.berekening.invoer, "")

    def weiger(self, weigering: Geweigerd) -> None:
        """Put every fault at the field it is about, in words that name the field as the page does."""
        for fout in weigering.fouten or (Fout(weigering.code, weigering.tekst),):
            naam = fout.plaats.plek.removeprefix("/").replace("/", "-")
            naam = naam if naam in self.fields else ""
            tekst = Tekst(
                self._zin(fout.tekst.nl, fout.plaats.plek, naam),
                self._zin(fout.tekst.en, fout.plaats.plek, naam),
            )
            self.add_error(naam or None, forms.ValidationError(vertaald(tekst)))  # fmt: skip

    def _zin(self, tekst: str, plek: str, naam: str) -> str:
        label = str(self.fields[naam].label) if naam else ""
        return f"{label} {tekst.removeprefix(f'{plek} ')}" if naam and tekst.startswith(f"{plek} ") else tekst

    def enkel(self) -> list[forms.BoundField]:
        """The fields that are no list."""
        return [self[naam] for naam in self.fields if not re.search(r"-[0-9]+-", naam)]

    @property
    def heeft_lijst(self) -> bool:
        """Whether it needs the width of a list."""
        return any(get_origin(veld.soort) is tuple for veld in velden(self.berekening.invoer))

    def lijsten(self) -> Iterator[Lijst]:
        """The fields that are lists."""
        for veld in velden(self.berekening.invoer):
            if get_origin(veld.soort) is tuple:
                delen = velden(get_args(veld.soort)[0])
                yield Lijst(
                    veld.gegeven.titel,
                    [deel.gegeven.titel for deel in delen],
                    [[self[f"{veld.naam}-{n}-{deel.naam}"] for deel in delen] for n in range(self.rijen)],
                )


def formulier_voor(berekening: Berekening, data: Any = None, rijen: int = RIJEN) -> Invoerformulier:
    """The form of a calculation, empty or as it was sent."""
    rijen = min(MEESTE_RIJEN, max(1, rijen))
    velden_ = dict(_velden(berekening.invoer, "", rijen))
    soort = type("Formulier", (Invoerformulier,), velden_ | {"berekening": berekening, "rijen": rijen})
    formulier: Invoerformulier = soort(data)
    return formulier


def _velden(soort: type[Any], voor: str, rijen: int) -> Iterator[tuple[str, forms.Field]]:
    for veld in velden(soort):
        naam = f"{voor}{veld.naam}"
        if get_origin(veld.soort) is tuple:
            deel = get_args(veld.soort)[0]
            for nummer in range(rijen):
                for binnen, veld_ in _velden(deel, f"{naam}-{nummer}-", rijen):
                    veld_.required = False
                    veld_.widget.attrs["aria-label"] = f"{veld_.label} {nummer + 1}"
                    yield binnen, veld_
        elif _samengesteld(veld.soort):
            for binnen, veld_ in _velden(veld.soort, f"{naam}-", rijen):
                veld_.required = False
                veld_.label = vertaald(_samen(veld.gegeven.titel, veld_.label))
                yield binnen, veld_
        else:
            yield naam, _veld(veld)


def _samen(titel: Tekst, label: Any) -> Tekst:
    return Tekst(f"{titel.nl}: {str(label).lower()}", f"{titel.en}: {str(label).lower()}")


def _samengesteld(soort: Any) -> bool:
    return isinstance(soort, type) and dataclasses.is_dataclass(soort) and soort not in (Bedrag, Percentage)


def _veld(veld: Invoerveld) -> forms.Field:
    """One field; `required` only marks it, the calculation is what refuses."""
    hoe: dict[str, Any] = {
        "label": vertaald(veld.gegeven.titel),
        "required": veld.verplicht,
        "help_text": vertaald(veld.gegeven.uitleg) if veld.gegeven.uitleg else "",
    }
    if veld.soort is bool:
        return forms.BooleanField(**hoe | {"required": False, "initial": veld.standaard})
    if isinstance(veld.soort, type) and issubclass(veld.soort, StrEnum):
        keuzes: list[tuple[str, Any]] = [("", "–")]
        keuzes += [
            (str(deel), vertaald(KEUZES[deel]) if deel in KEUZES else str(deel)) for deel in veld.soort
        ]
        return _Keuze(choices=keuzes, **hoe)
    if veld.soort is date:
        return _Vrij(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **hoe)
    invoer = {
        "inputmode": "text" if veld.soort is str else "numeric" if veld.soort is int else "decimal",
        "autocomplete": "off",
    }
    standaard = veld.standaard if isinstance(veld.standaard, int) else None
    return _Vrij(widget=forms.TextInput(attrs=invoer), initial=standaard, **hoe)  # fmt: skip


class _Vrij(forms.CharField):
    """A text that the calculation reads; nothing is refused here."""

    def validate(self, value: Any) -> None:
        """The calculation says what is missing."""


class _Keuze(forms.ChoiceField):
    """A choice; the calculation says which there are."""

    def validate(self, value: Any) -> None:
        """The calculation refuses what is no choice."""


def _document(form: Invoerformulier, soort: type[Any], voor: str) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    for veld in velden(soort):
        naam = f"{voor}{veld.naam}"
        if get_origin(veld.soort) is tuple:
            rijen = [_document(form, get_args(veld.soort)[0], f"{naam}-{n}-") for n in range(form.rijen)]
            while rijen and not rijen[-1]:
                rijen.pop()
            if rijen or veld.verplicht:
                uit[veld.naam] = rijen
        elif _samengesteld(veld.soort):
            if deel := _document(form, veld.soort, f"{naam}-"):
                uit[veld.naam] = deel
        else:
            waarde = form.data.get(naam, "").strip()
            if veld.soort is bool:
                uit[veld.naam] = bool(waarde)
            elif waarde:
                uit[veld.naam] = _op_de_draad(veld.soort, waarde)
    return uit


def _op_de_draad(soort: Any, waarde: str) -> Any:
    """Dutch notation becomes that of the wire where there is only one way to read it; the rest is left as it is."""
    if soort is int:
        return int(waarde) if re.fullmatch(r"[0-9]{1,9}", waarde) else waarde
    if soort is Percentage:
        return waarde.removesuffix("%").strip().replace(",", ".")
    if soort is Bedrag:
        kaal = waarde.removeprefix("€").strip()
        if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+,[0-9]{2}", kaal):
            return kaal.replace(".", "").replace(",", ".")
        if re.fullmatch(r"[0-9]+,[0-9]{2}", kaal):
            return kaal.replace(",", ".")
        return f"{kaal}.00" if re.fullmatch(r"[0-9]+", kaal) else kaal
    return waarde
