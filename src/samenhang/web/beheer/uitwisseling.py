"""With whom an organisation exchanges messages: partners, their keys, our own key."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Tekst
from samenhang.kernel.beheer import queries as beheer
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.uitwisseling import partners
from samenhang.web.beheer.formulieren import probeer
from samenhang.web.beheer.medewerkers import meld
from samenhang.web.deur import pagina
from samenhang.web.formulieren import Opmaak, vertaald

PAD = "/beheer/uitwisseling"


class Partnerformulier(Opmaak, forms.Form):
    """A new partner: for whom, who, where, with which key."""

    organisatie = forms.ChoiceField(label=vertaald(Tekst("Voor", "For")))
    oin = forms.CharField(
        label=vertaald(Tekst("OIN van de partner", "OIN of the partner")),
        help_text=vertaald(
            Tekst("20 tekens. De partner staat al bij Organisaties.", "20 characters. The partner is under Organisations already.")
        ),
        max_length=20,
    )  # fmt: skip
    adres = forms.CharField(
        label=vertaald(Tekst("Adres", "Address")),
        help_text=vertaald(Tekst("Bijvoorbeeld https://samenhang.heuvelland.nl", "For instance https://samenhang.heuvelland.nl")),
        max_length=200,
    )  # fmt: skip
    sleutel = forms.CharField(
        label=vertaald(Tekst("Sleutel voor berichten", "Key for messages")),
        help_text=vertaald(
            Tekst("De regel die de partner u gaf. Controleer het nummer in het midden per telefoon.", "The line that the partner gave you. Check the number in the middle by telephone.")
        ),
        max_length=300,
    )  # fmt: skip


@pagina
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """GET shows partners and keys; POST adds a partner."""
    beeld = partners.uitwisselpartners(actor)
    formulier = Partnerformulier(request.POST or None, initial={"organisatie": str(actor.organisatie_id)})
    eigen = [(str(rij.id), rij.onderscheidend) for rij in beheer.organisaties(actor) if rij.oin]
    keuze = formulier.fields["organisatie"]
    assert isinstance(keuze, forms.ChoiceField)
    keuze.choices = eigen
    if request.method == "POST":
        gevuld = formulier.cleaned_data if formulier.is_valid() else {}
        gemaakt = probeer(
            formulier,
            lambda: partners.voeg_partner_toe(
                actor, UUID(gevuld["organisatie"]), gevuld["oin"], gevuld["adres"], gevuld["sleutel"]
            ),
        )
        if gemaakt is not None:
            meld(request, "De partner is toegevoegd.", "The partner was added.")
            return redirect(PAD)
    context = {"beeld": beeld, "formulier": formulier, "kan_toevoegen": bool(eigen)}
    return render(request, "samenhang/beheer/uitwisseling.html", context)


@require_POST
@pagina
def sleutel(request: HttpRequest, actor: Actor, uitwisselpartner_id: UUID) -> HttpResponse:
    """Add a key of a partner."""
    partners.voeg_sleutel_toe(actor, uitwisselpartner_id, request.POST.get("sleutel", ""))
    meld(request, "De sleutel is toegevoegd.", "The key was added.")
    return redirect(PAD)


@require_POST
@pagina
def trek_in(request: HttpRequest, actor: Actor, partnersleutel_id: UUID) -> HttpResponse:
    """Withdraw a key of a partner."""
    partners.trek_sleutel_in(actor, partnersleutel_id, request.POST.get("reden", ""))
    meld(request, "De sleutel is ingetrokken.", "The key was withdrawn.")
    return redirect(PAD)


@require_POST
@pagina
def beeindig(request: HttpRequest, actor: Actor, uitwisselpartner_id: UUID) -> HttpResponse:
    """End the exchange with a partner."""
    partners.beeindig_partner(actor, uitwisselpartner_id, request.POST.get("reden", ""))
    meld(request, "De uitwisseling is beëindigd.", "The exchange was ended.")
    return redirect(PAD)
