"""Declared verbs as forms: fields, choices and checks made from the input dataclass."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse

from samenhang.kernel.basis import Fout, Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling, Invoerveld
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.uitvoeren import lees_vooraf, voer_uit
from samenhang.web.bijlage import PDF, bijlage
from samenhang.web.formulieren import Datumveld, Opmaak, vertaald
from samenhang.web.weergave import vandaag

Gedaan = TypeVar("Gedaan")
Keuzes = Mapping[str, Sequence[tuple[str, str]]]
"""Lists that depend on the case, by the name that a `Veld` gives in `bron`: value and text."""

JA_NEE = (("ja", Tekst("Ja", "Yes")), ("nee", Tekst("Nee", "No")))
WEINIG = 4
"""Up to this many choices are shown at once as radio buttons."""
NIET_INGEVULD = vertaald(Tekst("Vul dit in.", "Fill this in."))
NIET_IN_LIJST = vertaald(Tekst("Kies uit de lijst.", "Choose from the list."))


class Handelingsformulier(Opmaak, forms.Form):
    """The form of one verb. `versie` is the version of the case that its user looks at."""

    versie = forms.IntegerField(widget=forms.HiddenInput, required=False)

    handeling: Handeling

    def invoer(self) -> Any:
        """The input dataclass of a form that is valid; a choice that was left open is what the verb takes it to be."""
        waarden = {}
        for deel in self.handeling.velden():
            waarde = self.cleaned_data[deel.naam]
            if deel.soort is bool:
                waarde = waarde == "ja"
            elif deel.soort is UUID:
                waarde = UUID(waarde) if waarde else None
            elif deel.veld.keuzes and not waarde and not deel.verplicht:
                waarde = deel.standaard
            waarden[deel.naam] = waarde
        return self.handeling.invoer(**waarden)

    def ververs_versie(self, versie: int) -> None:
        """Show the form for the case as it stands now, so that it can be sent again."""
        self.data = dict(self.data.items()) | {"versie": str(versie)}

    def weiger(self, weigering: Geweigerd) -> None:
        """Show a refusal and all its faults above the form, as if its own check had found them; what was filled in stays."""
        for fout in weigering.fouten or (Fout(weigering.code, weigering.tekst),):
            self.add_error(None, f"{vertaald(fout.tekst)} ({fout.code})")


def formulier(
    handeling: Handeling,
    keuzes: Keuzes,
    *,
    data: Mapping[str, Any] | None = None,
    begin: Mapping[str, Any] | None = None,
    versie: int | None = None,
) -> Handelingsformulier:
    """The form of a verb: empty with `begin`, or filled in with what was sent in `data`."""
    velden: dict[str, Any] = {deel.naam: _veld(deel, keuzes) for deel in handeling.velden()}
    soort = type("Formulier", (Handelingsformulier,), velden | {"handeling": handeling})
    eerste: dict[str, Any] = {
        deel.naam: vandaag() if deel.veld.vandaag else _eerste(velden[deel.naam])
        for deel in handeling.velden()
    }
    gemaakt: Handelingsformulier = soort(
        data, auto_id=f"{handeling.naam}-%s", initial=eerste | {"versie": versie} | dict(begin or {})
    )
    return gemaakt


def doe_met(
    form: Handelingsformulier, doe: Callable[[], Gedaan], *, elk_verbod: bool = False
) -> tuple[Gedaan | None, int]:
    """Do what a form that was sent asks. Gives what came of it, or None and the status of the page with what is wrong.

    What is refused is shown in the form, but for what is not found and what the decision refuses, which have a page of
    their own; with `elk_verbod` every refusal of access has.
    """
    if not form.is_valid():
        return None, 400
    try:
        return doe(), 200
    except Geweigerd as weigering:
        if (
            weigering.status == 404
            or weigering.code == "niet_toegestaan"
            or (elk_verbod and weigering.status == 403)
        ):
            raise
        form.weiger(weigering)
        return None, weigering.status


def doe_op_zaak(
    actor: Actor, handeling: Handeling, zaak_id: UUID, form: Handelingsformulier, *, elk_verbod: bool = False
) -> tuple[Zaak | None, int]:
    """Do a verb on a case with the form that was sent, at the version that its user looked at."""
    return doe_met(
        form,
        lambda: voer_uit(actor, handeling, zaak_id, form.invoer(), form.cleaned_data["versie"]),
        elk_verbod=elk_verbod,
    )


def doe_of_bekijk(
    request: HttpRequest,
    actor: Actor,
    handeling: Handeling,
    zaak_id: UUID,
    form: Handelingsformulier,
    *,
    elk_verbod: bool = False,
) -> tuple[Zaak | HttpResponse | None, int]:
    """As `doe_op_zaak`; but where the form was sent to look at the letter first, the answer with that letter, as PDF."""
    if not (handeling.met_brief and request.POST.get("vooraf")):
        return doe_op_zaak(actor, handeling, zaak_id, form, elk_verbod=elk_verbod)
    pdf, status = doe_met(form, lambda: lees_vooraf(actor, handeling, zaak_id, form.invoer()))
    return None if pdf is None else bijlage(pdf, f"{handeling.naam}.pdf", PDF), status


def _eerste(veld: forms.Field) -> Any:
    """With one choice there is nothing to choose."""
    if not isinstance(veld, forms.ChoiceField) or not veld.required:
        return None
    waarden = [waarde for waarde, _ in veld.widget.choices]
    return waarden[0] if len(waarden) == 1 else None


def _veld(deel: Invoerveld, keuzes: Keuzes) -> forms.Field:
    gemeen: dict[str, Any] = {
        "label": vertaald(deel.veld.titel),
        "required": deel.verplicht,
        "help_text": vertaald(deel.veld.uitleg) if deel.veld.uitleg else "",
        "error_messages": {"required": NIET_INGEVULD, "invalid_choice": NIET_IN_LIJST},
    }
    if deel.soort is bool:
        lijst = [(waarde, vertaald(tekst)) for waarde, tekst in JA_NEE]
        return forms.ChoiceField(choices=lijst, widget=forms.RadioSelect, **gemeen)
    if deel.veld.keuzes or deel.veld.bron:
        return _keuzeveld(deel, keuzes, gemeen)
    if deel.soort is date:
        gemeen["error_messages"]["invalid"] = vertaald(
            Tekst("Vul een bestaande datum in.", "Enter an existing date.")
        )
        return Datumveld(**gemeen)
    breed = forms.Textarea(attrs={"rows": deel.veld.regels}) if deel.veld.regels > 1 else forms.TextInput()
    return forms.CharField(max_length=deel.veld.hoogstens, widget=breed, **gemeen)


def _keuzeveld(deel: Invoerveld, keuzes: Keuzes, gemeen: dict[str, Any]) -> forms.Field:
    vast = [(waarde, vertaald(tekst)) for waarde, tekst in deel.veld.keuzes]
    lijst: list[tuple[str, Any]] = [*(vast or keuzes.get(deel.veld.bron, ()))]
    if vast and len(lijst) <= WEINIG:
        return forms.ChoiceField(choices=lijst, widget=forms.RadioSelect, **gemeen)
    if not deel.verplicht:
        lijst = [("", "–"), *lijst]
    elif len(lijst) > 1:
        lijst = [("", vertaald(Tekst("Kies…", "Choose…"))), *lijst]
    return forms.ChoiceField(choices=lijst, **gemeen)
