"""Organisations: the list and its export, a new one, and one organisation with its numbers."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.beheer import queries
from samenhang.kernel.beheer.actions import organisaties
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN
from samenhang.web.beheer.formulieren import GewijzigdeOrganisatie, Organisatie, Reden, probeer
from samenhang.web.beheer.medewerkers import csv_antwoord, meld
from samenhang.web.deur import pagina

LIJST = "/beheer/organisaties"
KOP = ("naam", "soort", "gemeentecode", "kvk", "rsin", "oin", "tooi", "actief")
TE_REGISTREREN = [soort for soort in ORGANISATIESOORTEN if soort not in ("gemeente", "toezichthouder")]


@pagina
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The organisations within reach; `?uitvoer=csv` gives them as a file."""
    zoek = request.GET.get("zoek", "").strip()
    rijen = queries.organisaties(actor, zoek=zoek)
    if request.GET.get("uitvoer") == "csv":
        waarden = [
            (r.naam, r.soort, r.gemeentecode, r.kvk, r.rsin, r.oin, r.tooi, "ja" if r.actief else "nee")
            for r in rijen
        ]
        return csv_antwoord("organisaties", als_csv(KOP, waarden))
    soorten = {rij.id: ORGANISATIESOORTEN[rij.soort] for rij in rijen}
    context = {"rijen": [(rij, soorten[rij.id]) for rij in rijen], "zoek": zoek}
    return render(request, "samenhang/beheer/organisaties.html", context)


@pagina
def nieuw(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Register an organisation."""
    queries.organisaties(actor)
    formulier = Organisatie(request.POST or None, soorten=TE_REGISTREREN)
    if request.method == "POST":
        rij = probeer(formulier, lambda: organisaties.registreer_organisatie(actor, formulier.gegevens()))
        if rij is not None:
            meld(request, f"{rij.naam} is geregistreerd.", f"{rij.naam} was registered.")
            return redirect(f"{LIJST}/{rij.id}")
    status = 400 if formulier.errors else 200
    return render(request, "samenhang/beheer/organisatie_nieuw.html", {"formulier": formulier}, status=status)


@pagina
def een(request: HttpRequest, actor: Actor, organisatie_id: UUID) -> HttpResponse:
    """One organisation: GET shows, POST changes it."""
    return _een(request, actor, organisatie_id, Reden(auto_id="einde_%s"))


def _een(request: HttpRequest, actor: Actor, organisatie_id: UUID, einde: Reden) -> HttpResponse:
    rij = queries.organisatie(actor, organisatie_id)
    formulier = GewijzigdeOrganisatie(
        request.POST if request.method == "POST" and not einde.is_bound else None,
        soorten=[rij.soort],
        initial={veld: getattr(rij, veld) or "" for veld in KOP[:-1]},
    )
    if formulier.is_bound:
        gewijzigd = probeer(
            formulier,
            lambda: organisaties.wijzig_organisatie(
                actor, organisatie_id, formulier.gegevens(), formulier.cleaned_data["reden"]
            ),
        )
        if gewijzigd is not None:
            meld(request, "De wijziging is opgeslagen.", "The change was saved.")
            return redirect(f"{LIJST}/{organisatie_id}")
    context = {
        "organisatie": rij,
        "soort": ORGANISATIESOORTEN[rij.soort],
        "formulier": formulier,
        "einde": einde,
        "eigen": rij.id == actor.organisatie_id,
    }
    status = 400 if formulier.errors or einde.errors else 200
    return render(request, "samenhang/beheer/organisatie.html", context, status=status)


@require_POST
@pagina
def beeindig(request: HttpRequest, actor: Actor, organisatie_id: UUID) -> HttpResponse:
    """End an organisation."""
    einde = Reden(request.POST, auto_id="einde_%s")
    gevuld = einde.cleaned_data if einde.is_valid() else {}
    rij = probeer(einde, lambda: organisaties.beeindig_organisatie(actor, organisatie_id, gevuld["reden"]))
    if rij is None:
        return _een(request, actor, organisatie_id, einde)
    meld(request, f"{rij.naam} is beëindigd.", f"{rij.naam} was ended.")
    return redirect(f"{LIJST}/{organisatie_id}")
