"""Messages to partners: what they were told, exactly as it went."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import TITELS
from samenhang.schemes.vroegsignalering.pages.gedeeld import als_uuid, meld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina


@pagina
def berichten(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The messages; the municipality makes new ones here."""
    if request.method == "POST":
        partner = request.POST.get("partner", "")
        gemaakt = actions.koppel_terug(actor, als_uuid(partner) if partner else None)
        aantal = sum(bericht.aantal for bericht in gemaakt)
        if gemaakt:
            meld(request, f"Berichten gemaakt: {len(gemaakt)}. Signalen erin: {aantal}.", f"Messages made: {len(gemaakt)}. Signals in them: {aantal}.")  # fmt: skip
        else:
            meld(request, "Er is niets nieuws om terug te koppelen.", "There is nothing new to feed back.")
        return redirect("/vroegsignalering/terugkoppeling")
    context = {
        "berichten": queries.berichten(actor, 200),
        "is_partner": actor.heeft_rol(SCHEME.naam, "partner"),
        "mag_sturen": actor.heeft_rol(SCHEME.naam, "intake", "teamleider"),
        "afspraken": queries.lopende_afspraken(actor),
        "deze_maand": f"{timezone.localdate():%Y-%m}",
    }
    return render(request, "vroegsignalering/terugkoppeling.html", context)


@pagina
def maand(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The file of one month with one party."""
    partij = als_uuid(request.GET.get("partij", ""))
    bestand = actions.haal_maand_op(actor, partij, request.GET.get("periode", ""))
    return HttpResponse(
        bestand.als_csv(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{bestand.naam}"'},
    )


@pagina
def mijn_signalen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The partner's own page: what it sent, what was refused, what it was told; nothing else."""
    rol_vereist(actor, SCHEME.naam, "partner")
    geleverd = queries.aanleveringen(actor, queries.Leveringfilter(aantal=10))
    geweigerd = queries.aanleveringen(actor, queries.Leveringfilter(stand="fouten", aantal=10))
    context = {
        "geleverd": geleverd,
        "geweigerd": geweigerd,
        "berichten": queries.berichten(actor, 10),
        "afspraken": queries.lopende_afspraken(actor),
        "deze_maand": f"{timezone.localdate():%Y-%m}",
    }
    return render(request, "vroegsignalering/mijn_signalen.html", context)


@pagina
def bericht(request: HttpRequest, actor: Actor, bericht_id: UUID) -> HttpResponse:
    """One message; `?uitvoer=csv` gives it as a file."""
    rij = actions.haal_bericht_op(actor, bericht_id)
    if request.GET.get("uitvoer") == "csv":
        regels = ((r["signaalId"], r["soort"], r["datum"], r["pauzeTot"]) for r in rij.regels)
        inhoud = als_csv(("signaal_id", "soort", "datum", "pauze_tot"), regels)
        return bijlage(inhoud, f"terugkoppeling-{rij.nummer}.csv")
    leesbaar = [(r, TITELS[r["soort"]], _dag(r["datum"]), _dag(r["pauzeTot"])) for r in rij.regels]
    context = {"bericht": rij, "regels": leesbaar, "is_partner": actor.heeft_rol(SCHEME.naam, "partner")}
    return render(request, "vroegsignalering/bericht.html", context)


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
