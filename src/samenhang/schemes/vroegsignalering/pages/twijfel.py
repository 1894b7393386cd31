"""Doubtful pairs, side by side, with why the matcher was in doubt and what was judged lately."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_uuid, meld
from samenhang.web.deur import pagina

VELDEN = (
    ("voorletters", "Voorletters", "Initials"), ("voornaam", "Voornaam", "Given name"), ("tussenvoegsel", "Tussenvoegsel", "Prefix"),
    ("achternaam", "Achternaam", "Surname"), ("geboortedatum", "Geboortedatum", "Birth date"), ("straat", "Straat", "Street"),
    ("huisnummer", "Huisnummer", "House number"), ("huisletter", "Huisletter", "House letter"), ("toevoeging", "Toevoeging", "Addition"),
    ("postcode", "Postcode", "Postcode"), ("woonplaats", "Woonplaats", "Town"), ("telefoon", "Telefoon", "Telephone"), ("email", "E-mail", "E-mail"),
)  # fmt: skip


@pagina
def twijfel(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The most likely pair that waits, and how many wait behind it."""
    if request.method == "POST":
        zelfde = {"zelfde": True, "ander": False}.get(request.POST.get("oordeel", ""))
        if zelfde is None:
            raise Geweigerd(
                "keuze_onjuist", Tekst("Kies zelfde of verschillend.", "Choose same or different.")
            )
        actions.beoordeel(
            actor, als_uuid(request.POST.get("paar", "")), zelfde, request.POST.get("reden", "")
        )
        if zelfde:
            meld(request, "Samengevoegd. Terugnemen kan een maand lang, onderaan deze pagina.", "Merged. It can be taken back for a month, at the foot of this page.")  # fmt: skip
        else:
            meld(request, "Blijven voortaan twee personen.", "They stay two persons from now on.")
        return redirect("/vroegsignalering/twijfel")
    na = request.GET.get("na", "")
    paren = queries.twijfelparen(actor, 1, na)
    open_, beoordeeld = queries.aantal_twijfelparen(actor)
    eerste = paren[0] if paren else None
    context: dict[str, Any] = {
        "paar": eerste,
        "rijen": _rijen(eerste) if eerste else [],
        "aantal": open_,
        "beoordeeld": beoordeeld,
        "laatste": queries.beoordeelde_paren(actor, 10),
        "overgeslagen": bool(na),
    }
    return render(request, "vroegsignalering/twijfel.html", context)


def _rijen(paar: queries.Twijfel) -> list[tuple[Tekst, Any, Any, bool]]:
    """The fields that either side fills, with whether they differ."""
    rijen: list[tuple[Tekst, Any, Any, bool]] = []
    for naam, nl, en in VELDEN:
        links, rechts = getattr(paar.links, naam) or "", getattr(paar.rechts, naam) or ""
        if links or rechts:
            rijen.append((Tekst(nl, en), links, rechts, links != rechts))
    kanten = (paar.links_kant, paar.rechts_kant)
    rijen.append(
        (Tekst("Klantnummer", "Customer number"), kanten[0].klantnummer, kanten[1].klantnummer, False)
    )
    rijen.append((Tekst("Datum", "Date"), kanten[0].datum, kanten[1].datum, False))
    return rijen


@pagina
def verklaring(request: HttpRequest, actor: Actor, paar_id: UUID) -> HttpResponse:
    """Why the matcher was in doubt: part of the page, or a page of its own without script."""
    context = {"v": queries.verklaar_paar(actor, paar_id), "paar_id": paar_id}
    deel = (
        "vroegsignalering/_verklaring.html"
        if request.headers.get("HX-Request")
        else "vroegsignalering/verklaring.html"
    )
    return render(request, deel, context)


@require_POST
@pagina
def terugnemen(request: HttpRequest, actor: Actor, paar_id: UUID) -> HttpResponse:
    """Take a judgement back."""
    actions.neem_oordeel_terug(actor, paar_id, request.POST.get("reden", ""))
    meld(request, "Het oordeel is teruggenomen; het paar wacht opnieuw.", "The judgement was taken back; the pair waits again.")  # fmt: skip
    return redirect("/vroegsignalering/twijfel")
