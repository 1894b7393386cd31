"""Taking over the counts of months before this register."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.cijfers.models import HERKOMST_HOOGSTENS
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.pages.gedeeld import meld
from samenhang.schemes.vroegsignalering.queries.cijfers import LEZERS
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina


@pagina
def overnemen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """How to take figures over, and the form; a POST takes over the file."""
    rol_vereist(actor, SCHEME.naam, *LEZERS)
    if request.method != "POST":
        return render(request, "vroegsignalering/overnemen.html", {"hoogstens": HERKOMST_HOOGSTENS})
    bestand = request.FILES.get("bestand")
    if bestand is None:
        tekst = Tekst("Bestand: kies het ingevulde sjabloon.", "File: choose the template, filled in.")
        raise Geweigerd.bij("bestand", "bestand_ontbreekt", tekst)  # fmt: skip
    rijen = actions.neem_cijfers_over(actor, bestand.read(), request.POST.get("herkomst", ""))
    eerste, laatste = f"{rijen[0].maand:%Y-%m}", f"{rijen[-1].maand:%Y-%m}"
    meld(
        request,
        f"Overgenomen: {len(rijen)} maanden, {eerste} tot en met {laatste}. Zij verschijnen bij de volgende publicatie.",
        f"Taken over: {len(rijen)} months, {eerste} to {laatste}. They appear with the next publication.",
    )
    return redirect("/vroegsignalering/monitor")


@pagina
def sjabloon(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The file to fill in."""
    return bijlage(queries.cijfersjabloon(actor), "cijfers-overnemen.csv")
