"""Partners with their agreements: the list, one partner with every version, and the form for the next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.bestand.profiel import KOLOMMEN
from samenhang.schemes.vroegsignalering.domain.beleidsregels import SOORTEN
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import TERUGKOPPELING, TITELS
from samenhang.schemes.vroegsignalering.domain.werkfilter import PARTNERSOORTEN
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_uuid, fouten_in, meld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina
from samenhang.web.formulieren import Bedragveld, Datumveld, Opmaak, vertaald


class Afspraakformulier(Opmaak, forms.Form):
    """The next version of an agreement."""

    soort = forms.ChoiceField(
        label=vertaald(Tekst("Soort partner", "Kind of partner")), choices=[(s, s) for s in SOORTEN]
    )
    van = Datumveld(label=vertaald(Tekst("Geldt vanaf", "Holds from")))
    tot = Datumveld(label=vertaald(Tekst("Geldt tot en met", "Holds until")), required=False)
    kolommen = forms.MultipleChoiceField(
        label=vertaald(Tekst("Kolommen die mogen worden geleverd", "Columns that may be delivered")),
        help_text=vertaald(
            Tekst(
                "Niets aangevinkt: alle kolommen van vroegsignaal-1.",
                "None ticked: all columns of vroegsignaal-1.",
            )
        ),
        choices=[(k.naam, k.naam) for k in KOLOMMEN],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    klantnummer = forms.BooleanField(
        label=vertaald(Tekst("Het klantnummer mag mee", "The customer number may come along")), required=False
    )
    drempel = Bedragveld(
        label=vertaald(Tekst("Drempelbedrag van deze partner", "Threshold of this partner")),
        help_text=vertaald(
            Tekst(
                "Leeg: niets afgesproken, het beleid van de gemeente geldt. Schrijf bijvoorbeeld 75,00. Een bestand met een lager bedrag wordt in zijn geheel geweigerd (F15); zo ook bij de dagen en maanden hieronder.",
                "Empty: nothing agreed, the municipality's policy holds. Write for instance 75,00. A file with a lower amount is refused as a whole (F15); so with the days and months below.",
            )
        ),
        required=False,
    )
    minimum_dagen = forms.IntegerField(
        label=vertaald(Tekst("Achterstand minstens zo oud (dagen)", "Arrears at least this old (days)")),
        required=False,
        min_value=0,
    )
    maximum_dagen = forms.IntegerField(
        label=vertaald(Tekst("Achterstand hoogstens zo oud (dagen)", "Arrears at most this old (days)")),
        required=False,
        min_value=1,
    )
    minimum_maanden = forms.IntegerField(
        label=vertaald(Tekst("Minstens zo veel maanden achterstand", "At least so many months of arrears")),
        required=False,
        min_value=1,
        max_value=120,
    )
    terugkoppeling = forms.MultipleChoiceField(
        label=vertaald(Tekst("Wat de partner terug hoort", "What the partner is told")),
        help_text=vertaald(
            Tekst(
                "Nooit een reden, een huishouden of andere schulden.",
                "Never a reason, a household or other debts.",
            )
        ),
        choices=[(soort, vertaald(TITELS[soort])) for soort in TERUGKOPPELING],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    maildomein = forms.CharField(
        label=vertaald(Tekst("Maildomein van de partner", "Mail domain of the partner")),
        help_text=vertaald(
            Tekst(
                "Adressen op dit domein zijn niet van de klant.",
                "Addresses at this domain are not the customer's.",
            )
        ),
        required=False,
        max_length=100,
    )
    bewaar_dagen = forms.IntegerField(
        label=vertaald(Tekst("Het bestand bewaren (dagen)", "Keep the file (days)")),
        min_value=1,
        max_value=365,
    )
    reden = forms.CharField(label=vertaald(Tekst("Reden", "Reason")), max_length=300)
    terugwerkend = forms.BooleanField(
        label=vertaald(Tekst("Een ingangsdatum in het verleden is zo bedoeld", "A first day in the past is meant")),
        required=False,
    )  # fmt: skip

    def voorstel(self, partner_id: UUID) -> actions.Afspraak:
        """What the form says, for the action."""
        d = self.cleaned_data
        return actions.Afspraak(
            partner_id=partner_id,
            soort=d["soort"],
            van=d["van"],
            tot=d["tot"],
            kolommen=tuple(d["kolommen"]),
            klantnummer_toegestaan=d["klantnummer"],
            terugkoppeling=tuple(d["terugkoppeling"]),
            maildomein=d["maildomein"],
            drempel=d["drempel"],
            minimum_dagen=d["minimum_dagen"],
            maximum_dagen=d["maximum_dagen"],
            minimum_maanden=d["minimum_maanden"],
            bewaar_dagen=d["bewaar_dagen"],
            reden=d["reden"],
            terugwerkend=d["terugwerkend"],
        )


@pagina
def partners(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Partners and their agreements."""
    mag = actor.heeft_rol(SCHEME.naam, "beleid")
    context = {
        "afspraken": queries.laatste_afspraken(actor),
        "is_partner": actor.heeft_rol(SCHEME.naam, "partner"),
        "mag_wijzigen": mag,
        "nieuw": queries.mogelijke_partners(actor) if mag else [],
        "hoort": TITELS,
        "partnersoorten": PARTNERSOORTEN,
    }
    return render(request, "vroegsignalering/partners.html", context)


@pagina
def nieuwe_partner(request: HttpRequest, actor: Actor) -> HttpResponse:
    """From the list of known organisations to the form of the first agreement."""
    return redirect(f"/vroegsignalering/partners/{als_uuid(request.GET.get('partner', ''))}/afspraak")


@pagina
def partner(request: HttpRequest, actor: Actor, partner_id: UUID) -> HttpResponse:
    """One partner: the agreement in force, and every version before and after it."""
    return _partner(request, actor, partner_id, Eindeformulier())


def _partner(request: HttpRequest, actor: Actor, partner_id: UUID, einde: Eindeformulier) -> HttpResponse:
    gemeente = als_uuid(request.GET["gemeente"]) if request.GET.get("gemeente") else None
    versies = queries.afspraken_met(actor, partner_id, gemeente)
    lopend = (rij for rij in queries.lopende_afspraken(actor) if rij.partner_id == partner_id)
    geldend = next((rij for rij in lopend if gemeente in (None, rij.gemeente_id)), None)
    context = {
        "versies": versies,
        "partnersoorten": PARTNERSOORTEN,
        "geldend": geldend,
        "drempel": geldend and Bedrag(geldend.drempel_centen or 0),
        "wijzig": f"/vroegsignalering/partners/{partner_id}/afspraak",
        "partner": versies[0].partner,
        "mag_wijzigen": actor.heeft_rol(SCHEME.naam, "beleid"),
        "hoort": TITELS,
        "einde": einde,
        "berichten": [b for b in queries.berichten(actor) if b.partner_id == partner_id][:10],
    }
    return render(request, "vroegsignalering/partner.html", context)


class Eindeformulier(Opmaak, forms.Form):
    """The last day of an agreement, and why."""

    tot = Datumveld(label=vertaald(Tekst("Laatste dag", "Last day")))
    reden = forms.CharField(label=vertaald(Tekst("Reden", "Reason")), max_length=300)


@require_POST
@pagina
def beeindig(request: HttpRequest, actor: Actor, partner_id: UUID) -> HttpResponse:
    """End the agreement with a partner; what is wrong in the form comes back with it."""
    formulier = Eindeformulier(request.POST)
    if formulier.is_valid():
        with fouten_in(formulier) as goed:
            d = formulier.cleaned_data
            rij = actions.beeindig_afspraak(actor, partner_id, d["tot"], d["reden"])
            meld(request, f"De afspraak eindigt op {rij.tot}.", f"The agreement ends on {rij.tot}.")
        if goed:
            return redirect(f"/vroegsignalering/partners/{partner_id}")
    return _partner(request, actor, partner_id, formulier)


@pagina
def afspraak(request: HttpRequest, actor: Actor, partner_id: UUID) -> HttpResponse:
    """The next version: filled in, looked at, recorded."""
    rij, partner_ = queries.vorige_afspraak(actor, partner_id)
    context: dict[str, Any] = {"partner": partner_, "oud": rij}
    if request.method == "POST":
        formulier = Afspraakformulier(request.POST)
        context["formulier"] = formulier
        if formulier.is_valid():
            voorstel = formulier.voorstel(partner_id)
            with fouten_in(formulier, {"klantnummer_toegestaan": "klantnummer"}) as goed:
                if request.POST.get("stap") == "vastleggen":
                    nieuw = actions.leg_afspraak_vast(actor, voorstel)
                    meld(
                        request,
                        f"Afspraak versie {nieuw.versie} is vastgelegd.",
                        f"Agreement version {nieuw.versie} is recorded.",
                    )
                    return redirect(f"/vroegsignalering/partners/{partner_id}")
                context["verschillen"] = actions.vergelijk_afspraak(actor, voorstel)
                context["bekeken"] = True
            if not goed:
                context.pop("bekeken", None)
    else:
        begin: dict[str, Any] = {
            "bewaar_dagen": 30,
            "klantnummer": True,
            "terugkoppeling": list(TERUGKOPPELING),
        }
        if rij is not None:
            oud = actions.als_voorstel(rij)
            begin = {
                "soort": oud.soort, "van": None, "tot": oud.tot, "kolommen": list(oud.kolommen), "klantnummer": oud.klantnummer_toegestaan,
                "drempel": oud.drempel, "minimum_dagen": oud.minimum_dagen, "maximum_dagen": oud.maximum_dagen,
                "minimum_maanden": oud.minimum_maanden,
                "terugkoppeling": list(oud.terugkoppeling), "maildomein": oud.maildomein, "bewaar_dagen": oud.bewaar_dagen,
            }  # fmt: skip
        context["formulier"] = Afspraakformulier(initial=begin)
    return render(request, "vroegsignalering/afspraak.html", context)
