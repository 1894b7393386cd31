"""Doubtful pairs, side by side."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_uuid
from samenhang.web.deur import pagina


@pagina
def twijfel(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Doubtful pairs, one at a time, side by side."""
    if request.method == "POST":
        actions.beoordeel(
            actor, als_uuid(request.POST.get("paar", "")), request.POST.get("oordeel") == "zelfde"
        )
        return redirect("/vroegsignalering/twijfel")
    paren = queries.twijfelparen(actor)
    velden = (
        ("voorletters", "Voorletters", "Initials"), ("voornaam", "Voornaam", "Given name"), ("tussenvoegsel", "Tussenvoegsel", "Prefix"),
        ("achternaam", "Achternaam", "Surname"), ("geboortedatum", "Geboortedatum", "Birth date"), ("straat", "Straat", "Street"),
        ("huisnummer", "Huisnummer", "House number"), ("toevoeging", "Toevoeging", "Addition"), ("postcode", "Postcode", "Postcode"),
        ("woonplaats", "Woonplaats", "Town"), ("telefoon", "Telefoon", "Telephone"), ("email", "E-mail", "E-mail"),
    )  # fmt: skip
    eerste = paren[0] if paren else None
    rijen: list[Any] = []
    if eerste:
        for naam, nl, en in velden:
            links, rechts = getattr(eerste.links, naam), getattr(eerste.rechts, naam)
            rijen.append((Tekst(nl, en), links or "", rechts or "", (links or "") != (rechts or "")))
    return render(
        request, "vroegsignalering/twijfel.html", {"paar": eerste, "rijen": rijen, "aantal": len(paren)}
    )
