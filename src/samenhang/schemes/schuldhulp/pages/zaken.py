"""The list of cases with the referrals that wait, and a new request."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.aanmelden import NieuweHulpvraag, leg_hulpvraag_vast, neem_over
from samenhang.schemes.schuldhulp.pages.gedeeld import TITELS, meld
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.web.deur import pagina
from samenhang.web.handelingen import doe_met, formulier
from samenhang.web.zaaklijst import zaaklijst

LIJST = "/schuldhulp/zaken"
NIEUW = Handeling(
    "hulpvraag", Tekst("Leg een vraag om hulp vast", "Record a request for help"),
    Tekst("De zaak wacht daarna tot een consulent haar oppakt. De termijn loopt vanaf de dag van de vraag.", "The case then waits until a consultant takes it up. The term runs from the day of the request."),
    NieuweHulpvraag, lambda actor, _, invoer: leg_hulpvraag_vast(actor, invoer),
)  # fmt: skip
"""A new request as a verb, for its form: it has no case yet."""


@pagina
def zaken(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The referrals that wait, then the open cases, what is due first on top."""
    lijst = zaaklijst(request, actor, SCHEME, queries.zaken)
    context = lijst | {
        "aanmeldingen": [] if lijst["gezocht"] or lijst["blad"] > 1 else queries.aanmeldingen(actor),
        "leeg": Tekst(
            "Er zijn geen open zaken. Een nieuwe begint met een hulpvraag of een aanmelding.",
            "There are no open cases. A new one begins with a request or a referral.",
        ),
    }
    return render(request, "schuldhulp/zaken.html", TITELS | context)


@require_POST
@pagina
def overnemen(request: HttpRequest, actor: Actor, overdracht_id: UUID) -> HttpResponse:
    """Take in a referral as a case."""
    zaak = neem_over(actor, overdracht_id)
    meld(request, Tekst(f"Overgenomen als {zaak.nummer}. De afzender ziet dat u haar hebt.", f"Taken in as {zaak.nummer}. The sender sees that you have it."))  # fmt: skip
    return redirect(f"{LIJST}/{zaak.id}")


@pagina
def hulpvraag(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The form of a new request; a POST records it."""
    queries.vereis_werker(actor)
    status = 200
    form = formulier(NIEUW, {})
    if request.method == "POST":
        form = formulier(NIEUW, {}, data=request.POST)
        zaak, status = doe_met(form, lambda: leg_hulpvraag_vast(actor, form.invoer()), elk_verbod=True)
        if zaak is not None:
            meld(request, Tekst(f"Zaak {zaak.nummer} is vastgelegd.", f"Case {zaak.nummer} was recorded."))
            return redirect(f"{LIJST}/{zaak.id}")
    return render(
        request, "schuldhulp/hulpvraag.html", {"handeling": NIEUW, "formulier": form}, status=status
    )
