"""The forms of staffing: a new plan, and what if."""

from __future__ import annotations

from typing import Any, Final

from django import forms

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.schemes.helplijn.domain.bezetting.doelen import NORMEN
from samenhang.schemes.helplijn.domain.bezetting.tijd import DAGEN, DAGNAMEN
from samenhang.web.formulieren import Datumveld, Opmaak, vertaald

NORMNAMEN: Final = {
    "gebruikelijk": Tekst("Gebruikelijk: 80 % in 20 seconden", "Usual: 80 % in 20 seconds"),
    "vng": Tekst("VNG: 25 seconden, percentage zelf kiezen", "VNG: 25 seconds, choose the percentage"),
    "tilburg": Tekst("Tilburg: 70 % in 30 seconden, 5 % afhakers", "Tilburg: 70 % in 30 seconds, 5 % hanging up"),
    "eigen": Tekst("Eigen doel", "Own target"),
}  # fmt: skip
assert {*NORMEN, "eigen"} == NORMNAMEN.keys()
VELD_BIJ: Final = {
    "/doel/procent": "procent",
    "/doel/seconden": "seconden",
    "/doel/afhaken_procent": "afhaken_procent",
    "/doel/norm": "norm",
    "/campagnes/0/naam": "campagne",
    "/campagnes/0/van": "campagne_van",
    "/campagnes/0/tot": "campagne_tot",
    "/campagnes/0/effect_procent": "campagne_effect",
}
"""Where a fault in the document stands on the form, when its last part is not the name of a field."""


def _tekst(nl: str, en: str, hulp: Tekst | None = None, **anders: Any) -> Any:
    soort = anders.pop("soort", forms.CharField)
    uitleg = {"help_text": vertaald(hulp)} if hulp else {}
    return soort(label=vertaald(Tekst(nl, en)), **uitleg, **anders)


class Campagnevelden(forms.Form):
    """One dated push on demand."""

    campagne = _tekst("Naam van de campagne", "Name of the campaign", required=False, max_length=100)
    campagne_van = _tekst("Campagne vanaf", "Campaign from", soort=Datumveld, required=False)
    campagne_tot = _tekst("Campagne tot en met", "Campaign to", soort=Datumveld, required=False)
    campagne_effect = _tekst("Effect op de vraag, in procent", "Effect on demand, in percent", Tekst("Bijvoorbeeld 100 als de vraag verdubbelt.", "For instance 100 when demand doubles."), soort=forms.DecimalField, required=False)  # fmt: skip

    def campagnes(self) -> list[dict[str, Any]]:
        """The campaign as the document has it; nothing when no field was filled in."""
        d = self.cleaned_data
        rij = {"naam": d["campagne"], "van": d["campagne_van"], "tot": d["campagne_tot"], "effect_procent": d["campagne_effect"]}  # fmt: skip
        if not any(rij.values()):
            return []
        rij["naam"] = rij["naam"] or "Campagne"
        return [{naam: str(waarde) for naam, waarde in rij.items() if waarde is not None}]


class Planformulier(Opmaak, Campagnevelden):
    """A new plan from a file with counts."""

    naam = _tekst("Naam", "Name", max_length=120)
    waarvoor = _tekst("Waarvoor is dit plan?", "What is this plan for?", max_length=200)
    van = _tekst("Eerste dag", "First day", soort=Datumveld)
    tot = _tekst("Laatste dag", "Last day", soort=Datumveld)
    historie = _tekst("Tellingen per half uur", "Counts per half hour", Tekst("CSV met de kolommen datum, van en aantal; minstens vier weken.", "CSV with the columns datum, van and aantal; at least four weeks."), soort=forms.FileField)  # fmt: skip
    herkomst = _tekst("Waar komen de tellingen vandaan?", "Where do the counts come from?", Tekst("Bijvoorbeeld: telefooncentrale, uitvoer van 1 september. Het staat bij het plan.", "For instance: telephone exchange, export of 1 September. It stands with the plan."), max_length=200)  # fmt: skip
    feestdagen = _tekst("Op feestdagen", "On holidays", soort=forms.ChoiceField, choices=[("dicht", vertaald(Tekst("dicht", "closed"))), ("open", vertaald(Tekst("open", "open")))])  # fmt: skip
    behandeltijd_s = _tekst("Behandeltijd, in seconden", "Handling time, in seconds", Tekst("Gesprek en nawerk samen.", "Call and work after it."), soort=forms.IntegerField)  # fmt: skip
    geduld_s = _tekst("Geduld, in seconden", "Patience, in seconds", Tekst("Hoelang bellers gemiddeld willen wachten. Leeg: afhaken wordt niet berekend.", "How long callers are willing to wait on average. Empty: hanging up is not computed."), soort=forms.IntegerField, required=False)  # fmt: skip
    norm = _tekst("Doel", "Target", soort=forms.ChoiceField, choices=[(naam, vertaald(tekst)) for naam, tekst in NORMNAMEN.items()])  # fmt: skip
    procent = _tekst("Eigen percentage", "Own percentage", soort=forms.DecimalField, required=False)
    seconden = _tekst(
        "Eigen aantal seconden", "Own number of seconds", soort=forms.IntegerField, required=False
    )
    afhaken_procent = _tekst("Hoogstens afhakers, in procent", "At most hanging up, in percent", soort=forms.DecimalField, required=False)  # fmt: skip
    minimaal = _tekst(
        "Minstens zoveel mensen", "At least so many people", soort=forms.IntegerField, initial=2
    )
    hoogstens = _tekst("Hoogstens zoveel plaatsen", "At most so many seats", soort=forms.IntegerField, required=False)  # fmt: skip
    vraag_procent = _tekst("Meer of minder vraag, in procent", "More or less demand, in percent", soort=forms.DecimalField, required=False)  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nummer, dag in enumerate(DAGEN):
            gewoon = "08:30-17:00" if nummer < 5 else ""
            self.fields[dag] = forms.CharField(label=vertaald(DAGNAMEN[nummer]), required=False, max_length=13, initial=gewoon)  # fmt: skip
            self.fields[dag].widget.attrs |= {
                "class": "utrecht-textbox utrecht-textbox--html-input",
                "size": 13,
            }

    @property
    def openingstijden(self) -> list[forms.BoundField]:
        """The fields of the days."""
        return [self[dag] for dag in DAGEN]

    def document(self) -> dict[str, Any]:
        """The question as every door asks it."""
        d = self.cleaned_data
        doel = {
            naam: _kaal(d[naam]) for naam in ("procent", "seconden", "afhaken_procent") if d[naam] is not None
        }
        if d["norm"] != "eigen":
            doel["norm"] = d["norm"]
        uit = {
            "naam": d["naam"],
            "herkomst": d["herkomst"],
            "van": str(d["van"]),
            "tot": str(d["tot"]),
            "open": {dag: d[dag] for dag in DAGEN if d[dag].strip()},
            "doel": doel,
            "campagnes": self.campagnes(),
        }
        los = ("feestdagen", "behandeltijd_s", "geduld_s", "minimaal", "hoogstens", "vraag_procent")
        return uit | {naam: _kaal(d[naam]) for naam in los if d[naam] is not None}

    def weiger(self, weigering: Geweigerd) -> None:
        """Show a refusal at its fields; what is in the file stands at the file, line by line."""
        for fout in weigering.fouten or ():
            plek = fout.plaats.plek
            veld = VELD_BIJ.get(plek, plek.rpartition("/")[2])
            if fout.plaats.regel or plek.startswith("/historie"):
                veld = "historie"
            elif plek in ("/open", "/diensten"):
                veld = "ma"
            self.add_error(veld if veld in self.fields else None, vertaald(fout.tekst))
        if not weigering.fouten:
            self.add_error("waarvoor" if weigering.code == "waarvoor_ontbreekt" else None, vertaald(weigering.tekst))  # fmt: skip


class Watalsformulier(Opmaak, Campagnevelden):
    """The same question with something else in it."""

    vraag_procent = _tekst("Meer of minder vraag, in procent", "More or less demand, in percent", Tekst("Bijvoorbeeld 25 bij een energiecrisis.", "For instance 25 in an energy crisis."), soort=forms.DecimalField, required=False)  # fmt: skip
    afhaken_procent = _tekst("Hoogstens afhakers, in procent", "At most hanging up, in percent", soort=forms.DecimalField, required=False)  # fmt: skip

    def anders(self, doel: dict[str, Any], campagnes: list[Any]) -> dict[str, Any]:
        """The changes as a document; a campaign comes beside those that there were."""
        d, uit = self.cleaned_data, {}
        if d["vraag_procent"] is not None:
            uit["vraag_procent"] = _kaal(d["vraag_procent"])
        if d["afhaken_procent"] is not None:
            uit["doel"] = doel | {"afhaken_procent": _kaal(d["afhaken_procent"])}
        if nieuw := self.campagnes():
            uit["campagnes"] = [*campagnes, *nieuw]
        return uit


def _kaal(waarde: Any) -> Any:
    return waarde if isinstance(waarde, int | str) else str(waarde)
