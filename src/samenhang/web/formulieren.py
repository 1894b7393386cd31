"""Forms: texts in both languages, and the widget classes of NL Design System."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.functional import lazy

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.web.weergave import taal

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

TEKSTVAK = "utrecht-textbox utrecht-textbox--html-input"
KEUZELIJST = "utrecht-select utrecht-select--html-select"
TEKSTGEBIED = "utrecht-textarea utrecht-textarea--html-textarea"


def vertaald(tekst: Tekst) -> _StrPromise:
    """A text that takes the language of each request: for labels, help, choices and error messages of a form."""
    return cast("_StrPromise", lazy(lambda: tekst.in_taal(taal()), str)())


class Datumveld(forms.DateField):
    """A day, picked with the browser's own calendar; ISO 8601 on the wire."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(**{"widget": widget, "input_formats": ["%Y-%m-%d"], **kwargs})


class Bedragveld(forms.CharField):
    """An amount of euros as people write it, "75" and "€ 1.234,50" alike; cleaned it is a `Bedrag`, or nothing."""

    def to_python(self, value: Any) -> Any:
        tekst = super().to_python(value)
        try:
            return Bedrag.lees_van_mensen(tekst) if tekst else None
        except ValueError as fout:
            raise forms.ValidationError(
                vertaald(
                    Tekst(
                        "Schrijf een bedrag in euro, zoals 75 of 1.234,50.",
                        "Write an amount in euros in Dutch notation, such as 75 or 1.234,50.",
                    )
                )
            ) from fout

    def prepare_value(self, value: Any) -> Any:
        """On screen in Dutch notation, whether it came as an amount or from the wire; what was typed wrong stays."""
        try:
            bedrag = value if isinstance(value, Bedrag) else Bedrag.lees(str(value))
        except ValueError:
            return value
        return bedrag.scherm().removeprefix("€").strip()


class Opmaak(forms.BaseForm):
    """Mixin that gives each widget its class; errors and help are linked to the field by `nl_veld`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for veld in self.fields.values():
            if klasse := _klasse(veld.widget):
                eigen = veld.widget.attrs.get("class", "")
                veld.widget.attrs["class"] = f"{klasse} {eigen}".strip()


def _klasse(widget: forms.Widget) -> str:
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple | forms.HiddenInput):
        return ""
    if isinstance(widget, forms.CheckboxInput):
        return "vinkje"
    if isinstance(widget, forms.Select):
        return KEUZELIJST
    if isinstance(widget, forms.Textarea):
        return TEKSTGEBIED
    return TEKSTVAK
