"""My work, and the work stock with its filters, columns and bulk actions."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Tekst, nieuw_id
from samenhang.kernel.basis.tabelbestand import onschadelijk
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.zaken.models import BewaardFilter
from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.werkfilter import (
    KOLOMMEN,
    PARTNERSOORTEN,
    SOORTEN,
    Filter,
    filter_uit,
    kolommen_uit,
)
from samenhang.schemes.vroegsignalering.pages.gedeeld import WERKERS, als_uuid, meld
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web import onderdelen
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina

LIJST = "/vroegsignalering/werkvoorraad"
ONGEDAAN = "toewijzing_ongedaan"
"""Where the session keeps the last assignment, so that the page can offer to undo it."""


@dataclass(frozen=True, slots=True)
class Eerst:
    """What one case asks first, with whom it is about; `daarna` is what the same case asks next."""

    nu: queries.Afspraak
    daarna: tuple[queries.Afspraak, ...]
    naam: str = ""
    adres: str = ""


def eerst_te_doen(werk: queries.MijnWerk) -> list[Eerst]:
    """One line per case, the most urgent on top; a name only of a case in one's own list."""
    rijen = {rij.id: rij for rij in werk.zaken}
    per_zaak: dict[UUID, list[queries.Afspraak]] = {}
    for afspraak in werk.termijnen:
        per_zaak.setdefault(afspraak.zaak_id, []).append(afspraak)
    uit = []
    for zaak_id, (nu, *daarna) in per_zaak.items():
        rij = rijen.get(zaak_id)
        uit.append(Eerst(nu, tuple(daarna), rij.naam if rij else "", rij.adres if rij else ""))
    return uit


@pagina
def mijn_werk(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Start page: what is mine and due, and what waits."""
    werk = queries.mijn_werk(actor)
    context = {
        "werk": werk,
        "eerst": eerst_te_doen(werk),
        "stappen": _staptitels(),
        "vandaag": timezone.localdate(),
        "mag_nemen": actor.heeft_rol(SCHEME.naam, *WERKERS),
        "intake": actor.heeft_rol(SCHEME.naam, "intake"),
        "leidt": actor.heeft_rol(SCHEME.naam, "teamleider"),
        "toezicht": actor.heeft_rol(SCHEME.naam, "fg"),
        "beleid": actor.heeft_rol(SCHEME.naam, "beleid"),
    }
    return render(request, "vroegsignalering/mijn_werk.html", context)


def _staptitels() -> dict[str, Tekst]:
    return {stap.naam: stap.titel for stap in SCHEME.zaakproces.stappen}


@pagina
def werkvoorraad(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The work stock; without a choice in the address it opens with one's standard filter.

    `uitvoer=csv` gives the same rows as a file, `uitvoer=druk` as a list for paper.
    """
    bewaard = queries.mijn_filters(actor)
    if not request.GET:
        standaard = next((rij for rij in bewaard if rij.standaard), None)
        if standaard is not None:
            return redirect(f"{LIJST}?{_vraag_van(standaard)}")
    if request.GET.get("partner") and request.GET.get("behandelaar") != "mij":
        return redirect(
            f"{LIJST}?{_zonder(request.GET, 'partner') or 'alles=ja'}"
        )  # that choice lapses with it
    filter_ = filter_uit(request.GET.dict())
    kolommen = kolommen_uit(request.GET.getlist("kolommen"))
    lijst = queries.werkvoorraad(actor, filter_)
    uitvoer = request.GET.get("uitvoer", "")
    if uitvoer == "csv":
        return _csv(lijst)
    collegas = queries.collegas(actor)
    vraag = _zonder(request.GET, "na", "voor", "uitvoer")
    context = {
        "lijst": lijst,
        "filter": filter_,
        "kolommen": kolommen,
        "alle_kolommen": KOLOMMEN.items(),
        "stappen": _staptitels(),
        "soorten": SOORTEN,
        "partners": PARTNERSOORTEN,
        "prioriteiten": ["1", "2", "3", "4", "5"],
        "collegas": collegas,
        "chips": _chips(request.GET, filter_, collegas),
        "bladen": _bladen(request.GET, lijst),
        "bewaard": [(rij, _vraag_van(rij)) for rij in bewaard],
        "vraag": vraag,
        "ongedaan": request.session.get(ONGEDAAN),
        "leidt": actor.heeft_rol(SCHEME.naam, "teamleider"),
    }
    sjabloon = "werkvoorraad_druk" if uitvoer == "druk" else "werkvoorraad"
    if getattr(request, "htmx", False) and request.headers.get("HX-Target") == "lijst":
        sjabloon = "_lijst_alleen"
    return render(request, f"vroegsignalering/{sjabloon}.html", context)


def _zonder(vraag: QueryDict, *namen: str) -> str:
    rest = vraag.copy()
    for naam in namen:
        rest.pop(naam, None)
    return rest.urlencode()


def _vraag_van(rij: BewaardFilter) -> str:
    waarden = {naam: "ja" if waarde is True else waarde for naam, waarde in rij.waarden.items()}
    return urlencode(waarden | {"filter": str(rij.id)}, doseq=True)


def _bladen(vraag: QueryDict, lijst: queries.Werklijst) -> onderdelen.Bladen:
    basis = _zonder(vraag, "na", "voor", "uitvoer")
    plak = f"{basis}&" if basis else ""
    return onderdelen.Bladen(
        van=1 if lijst.rijen else 0,
        tot=len(lijst),
        vorige=f"?{plak}voor={lijst.vorige}" if lijst.vorige else "",
        volgende=f"?{plak}na={lijst.volgende}" if lijst.volgende else "",
    )


def _chips(vraag: QueryDict, filter_: Filter, collegas: list[Medewerker]) -> list[onderdelen.Filter]:
    """The filters that are on, each with the address of the list without it."""
    namen = {str(collega.id): collega.naam for collega in collegas}
    wie = {"mij": Tekst("ik", "me"), "niemand": Tekst("niemand", "nobody")}
    aan: list[tuple[str, Tekst, Tekst | str]] = []
    if filter_.stap:
        aan.append(("stap", Tekst("Stap", "Step"), _staptitels().get(filter_.stap, filter_.stap)))
    if filter_.behandelaar:
        waarde = wie.get(filter_.behandelaar) or namen.get(filter_.behandelaar, "?")
        aan.append(("behandelaar", Tekst("Behandelaar", "Handler"), waarde))
    if filter_.prioriteit is not None:
        aan.append(("prioriteit", Tekst("Prioriteit", "Priority"), str(filter_.prioriteit)))
    if filter_.soort:
        aan.append(("soort", Tekst("Soort melding", "Kind of case"), SOORTEN[filter_.soort]))
    if filter_.partner:
        aan.append(("partner", Tekst("Soort partner", "Kind of partner"), PARTNERSOORTEN[filter_.partner]))
    if filter_.te_laat:
        aan.append(("te_laat", Tekst("Termijn", "Term"), Tekst("te laat", "overdue")))
    if filter_.zoek:
        aan.append(("zoek", Tekst("Zoek", "Search"), filter_.zoek))
    return [
        onderdelen.Filter(titel, waarde, f"?{_zonder(vraag, naam, 'na', 'voor', 'filter') or 'alles=ja'}")
        for naam, titel, waarde in aan
    ]


def _csv(lijst: queries.Werklijst) -> HttpResponse:
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\n")
    schrijver.writerow(["nummer", "stap", "prioriteit", "naam", "adres", "behandelaar", "termijn"])
    for rij in lijst:
        cellen = (
            rij.nummer,
            rij.stap,
            rij.prioriteit,
            rij.naam,
            rij.adres,
            rij.behandelaar,
            rij.termijn or "",
        )
        schrijver.writerow([onschadelijk(str(cel)) for cel in cellen])
    return bijlage(tekst.getvalue(), "werkvoorraad.csv")


@require_POST
@pagina
def toewijzen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Assign or release the chosen cases in one go; the page then offers to undo it."""
    gekozen = [als_uuid(waarde) for waarde in request.POST.getlist("zaak")]
    doel = request.POST.get("medewerker", "")
    wie = actor.medewerker_id if doel == "mij" else als_uuid(doel) if doel else None
    groep = nieuw_id()
    actions.wijs_toe(actor, gekozen, wie, request.POST.get("reden", ""), groep=groep)
    aantal = len(set(gekozen))
    request.session[ONGEDAAN] = {"groep": str(groep), "aantal": aantal}
    meld(request, f"Bijgewerkt: {aantal}.", f"Updated: {aantal}.")
    return redirect(_terug(request))


@require_POST
@pagina
def ongedaan(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Take the last assignment back."""
    request.session.pop(ONGEDAAN, None)
    terug, gebleven = actions.maak_toewijzing_ongedaan(actor, als_uuid(request.POST.get("groep", "")))
    meld(request, f"Ongedaan gemaakt: {terug}.", f"Undone: {terug}.")
    if gebleven:
        tekst = Tekst(
            f"{gebleven} bleven staan: een collega veranderde ze intussen.",
            f"{gebleven} stayed as they are: a colleague changed them in the meantime.",
        )
        messages.warning(request, tekst.in_taal(request.LANGUAGE_CODE))
    return redirect(_terug(request))


def _terug(request: HttpRequest) -> str:
    terug = request.POST.get("terug", "")
    return terug if terug.startswith(f"{LIJST}?") else LIJST


@require_POST
@pagina
def filters(request: HttpRequest, actor: Actor, wat: str) -> HttpResponse:
    """Save, rename, delete a filter of one's own, or open the work stock with it from now on."""
    invoer = request.POST
    if wat == "bewaar":
        vraag = QueryDict(invoer.get("vraag", "")[:2000])
        rij = actions.bewaar_filter(
            actor, invoer.get("naam", ""), filter_uit(vraag.dict()), vraag.getlist("kolommen")
        )
        meld(request, f'Filter "{rij.naam}" bewaard.', f'Filter "{rij.naam}" saved.')
        return redirect(f"{LIJST}?{_vraag_van(rij)}")
    sleutel: UUID = als_uuid(invoer.get("filter", ""))
    if wat == "hernoem":
        actions.hernoem_filter(actor, sleutel, invoer.get("naam", ""))
    elif wat == "verwijder":
        actions.verwijder_filter(actor, sleutel)
    else:
        actions.maak_standaard(actor, sleutel, invoer.get("standaard") == "ja")
    meld(request, "Bijgewerkt.", "Updated.")
    return redirect(f"{LIJST}?alles=ja")
