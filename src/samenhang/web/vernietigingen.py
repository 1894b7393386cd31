"""Retention: the terms and what has expired, destroying it, and the records of what went, with filters and export."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.vernietiging.actions import Bewaarstand, bewaarstanden, vernietig_tot
from samenhang.kernel.vernietiging.queries import (
    KOLOMMEN,
    ROLLEN,
    VernietigingBeeld,
    VernietigingFilter,
    vernietigingen,
)
from samenhang.kernel.vernietiging.vasthouden import MAG_VASTHOUDEN, gronden, hef_op, houd_vast, vasthoudingen
from samenhang.web.deur import pagina
from samenhang.web.logboek import dag_van_filter, met_filters, nummer_van_filter
from samenhang.web.menu import ELK_SCHEME, Menupunt, registreer_menu
from samenhang.web.weergave import taal, vandaag

PAD = "/vernietigingen"

registreer_menu(
    Menupunt(Tekst("Bewaren en wissen", "Retention"), PAD, ELK_SCHEME, tuple(ROLLEN), achteraan=True),
)


@pagina
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Terms and records of the own organisation; `?uitvoer=csv` gives the records as a file."""
    keuze = VernietigingFilter(
        van=dag_van_filter(request, "van"),
        tot=dag_van_filter(request, "tot"),
        regel=request.GET.get("regel", ""),
        na=nummer_van_filter(request, "na"),
    )
    rijen, volgende = vernietigingen(actor, keuze)
    if request.GET.get("uitvoer") == "csv":
        antwoord = HttpResponse(
            als_csv(KOLOMMEN, [rij.cellen() for rij in rijen]), content_type="text/csv; charset=utf-8"
        )
        antwoord["Content-Disposition"] = 'attachment; filename="vernietigingen.csv"'
        return antwoord
    return _toon(request, actor, keuze, rijen, volgende)


def _toon(
    request: HttpRequest,
    actor: Actor,
    keuze: VernietigingFilter,
    rijen: tuple[VernietigingBeeld, ...],
    volgende: UUID | None,
    fouten: dict[str, Tekst] | None = None,
    status: int = 200,
) -> HttpResponse:
    op = dag_van_filter(request, "op") or vandaag()
    titels = {
        (naam, regel.uitkomst): regel.titel or regel.uitkomst
        for naam, sch in geinstalleerde_schemes().items()
        for regel in sch.bewaartermijnen
    }  # what is recorded names a rule as the code does
    return render(
        request,
        "samenhang/vernietigingen.html",
        {
            "rijen": [(rij, titels.get((rij.scheme, rij.regel), rij.regel)) for rij in rijen],
            "filter": keuze,
            "op": op,
            "vooruit": op > vandaag(),
            "termijnen": _termijnen(actor, op),
            "vasthoudingen": vasthoudingen(actor),
            "mag_vasthouden": bool(actor.schemes_met(*MAG_VASTHOUDEN)),
            "gronden": gronden(),
            "volgende": met_filters(request, na=str(volgende)) if volgende else "",
            "uitvoer": met_filters(request, uitvoer="csv"),
            "fouten": fouten or {},
            "ingevuld": request.POST,
        },
        status=status,
    )


def _termijnen(actor: Actor, op: date) -> list[tuple[Tekst, str, bool, tuple[Bewaarstand, ...]]]:
    """Per scheme: its title and name, whether the actor may destroy, and the terms."""
    return [
        (sch.titel, sch.naam, actor.heeft_rol(sch.naam, "beheerder"), bewaarstanden(actor, sch.naam, op))
        for sch in geinstalleerde_schemes().values()
        if actor.heeft_rol(sch.naam, *ROLLEN)
    ]


@require_POST
@pagina
def vernietig(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Destroy what has expired on a day."""
    try:
        tot = date.fromisoformat(request.POST.get("tot", ""))
    except ValueError as fout:
        raise Geweigerd("dag_onjuist", Tekst("Kies een dag.", "Choose a day.")) from fout
    uit = vernietig_tot(actor, request.POST.get("scheme", ""), tot)
    dingen = sum(deel.stand.aantal for deel in uit if deel.vernietigd)
    zin = Tekst(
        f"Vernietigd: {dingen}. Hieronder staat per termijn wat er weg is."
        if dingen
        else "Er was niets te vernietigen.",
        f"Destroyed: {dingen}. Below stands per term what is gone."
        if dingen
        else "There was nothing to destroy.",
    )
    messages.success(request, zin.in_taal(taal()))
    return redirect(PAD)


@require_POST
@pagina
def vasthouden(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Keep a case past its term; what is wrong stands with its field, and what was filled in stays."""
    try:
        dag = _dag(request.POST.get("herzienOp", ""))
        beeld = houd_vast(
            actor,
            request.POST.get("zaak", ""),
            request.POST.get("grond", ""),
            request.POST.get("reden", ""),
            dag,
        )
    except Geweigerd as weigering:
        if weigering.status == 403:
            raise
        fouten = {fout.plaats.plek.strip("/"): fout.tekst for fout in weigering.fouten} or {
            "zaak": weigering.tekst
        }
        rijen, volgende = vernietigingen(actor, VernietigingFilter())
        return _toon(request, actor, VernietigingFilter(), rijen, volgende, fouten, weigering.status)
    zin = Tekst(f"{beeld.zaak} wordt vastgehouden.", f"{beeld.zaak} is held.")
    messages.success(request, zin.in_taal(taal()))
    return redirect(PAD)


def _dag(tekst: str) -> date:
    """The day that was chosen; an impossible one counts as none, which the action refuses with its place."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return date.min


@require_POST
@pagina
def opheffen(request: HttpRequest, actor: Actor, vasthouding_id: UUID) -> HttpResponse:
    """End a hold."""
    hef_op(actor, vasthouding_id, request.POST.get("reden", ""))
    zin = Tekst("De zaak wordt niet langer vastgehouden.", "The case is not held any longer.")
    messages.success(request, zin.in_taal(taal()))
    return redirect(PAD)
