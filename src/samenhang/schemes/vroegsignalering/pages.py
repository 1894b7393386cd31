"""The pages of the scheme: they parse, call an action or query, and render; they decide nothing."""

from __future__ import annotations

import csv
import io
import tempfile
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import aanleveren, actions, queries
from samenhang.schemes.vroegsignalering.bestand.rapport import onschadelijk
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from samenhang.web.deur import pagina
from samenhang.web.menu import Menupunt, registreer_menu

WERKERS = ("vroegsignaleerder", "teamleider")
registreer_menu(
    Menupunt(Tekst("Mijn werk", "My work"), "/vroegsignalering/mijn-werk", SCHEME.naam, (*WERKERS, "intake")),
    Menupunt(Tekst("Werkvoorraad", "Work stock"), "/vroegsignalering/werkvoorraad", SCHEME.naam, WERKERS),
    Menupunt(Tekst("Twijfelparen", "Doubtful pairs"), "/vroegsignalering/twijfel", SCHEME.naam, ("intake",)),
    Menupunt(
        Tekst("Aanleveringen", "Deliveries"),
        "/vroegsignalering/aanleveringen",
        SCHEME.naam,
        ("intake", "teamleider", "beleid", "partner"),
    ),
    Menupunt(
        Tekst("Partners", "Partners"),
        "/vroegsignalering/partners",
        SCHEME.naam,
        ("intake", "teamleider", "beleid", "partner"),
    ),
    Menupunt(Tekst("Auditlog", "Audit log"), "/logboek", SCHEME.naam, ("auditor", "fg")),
    Menupunt(Tekst("Mijn gegevens", "My data"), "/vroegsignalering/mijn-gegevens", SCHEME.naam, ("inwoner",)),
    Menupunt(Tekst("Wie keek er?", "Who looked?"), "/logboek", SCHEME.naam, ("inwoner",)),
)


def _meld(request: HttpRequest, nl: str, en: str) -> None:
    messages.success(request, Tekst(nl, en).in_taal(get_language() or "nl"))


@pagina
def mijn_werk(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Start page: what is mine and due, and what waits."""
    return render(
        request,
        "vroegsignalering/mijn_werk.html",
        {
            "werk": queries.mijn_werk(actor),
            "scheme": SCHEME,
            "mag_nemen": actor.heeft_rol(SCHEME.naam, *WERKERS),
        },
    )


@pagina
def werkvoorraad(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The work stock with filters; `?uitvoer=csv` gives the same rows as a file."""
    vraag = request.GET
    try:
        prioriteit = int(vraag["prioriteit"]) if vraag.get("prioriteit") else None
    except ValueError as fout:
        raise Geweigerd(
            "filter_onjuist", Tekst("Prioriteit is een getal.", "Priority is a number.")
        ) from fout
    filter_ = queries.Filter(
        stap=vraag.get("stap", ""),
        behandelaar=vraag.get("behandelaar", ""),
        prioriteit=prioriteit,
        zoek=vraag.get("zoek", ""),
        te_laat=vraag.get("laat") == "ja",
        na=vraag.get("na", ""),
    )
    rijen = queries.werkvoorraad(actor, filter_)
    if vraag.get("uitvoer") == "csv":
        return _csv(rijen)
    context = {
        "rijen": rijen,
        "filter": filter_,
        "scheme": SCHEME,
        "collegas": queries.collegas(actor),
        "volgende": rijen[-1].bladwijzer if len(rijen) == filter_.aantal else "",
        "stappen": list(SCHEME.zaak.stappen),
        "titels": {stap.naam: stap.titel for stap in SCHEME.zaak.stappen},
        "vraag": "&".join(
            f"{naam}={waarde}" for naam, waarde in vraag.items() if naam not in ("na", "uitvoer")
        ),
        "prioriteiten": range(1, 6),
    }
    return render(request, "vroegsignalering/werkvoorraad.html", context)


def _csv(rijen: list[queries.WerkRij]) -> HttpResponse:
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";", lineterminator="\n")
    schrijver.writerow(["nummer", "stap", "prioriteit", "naam", "adres", "behandelaar", "termijn"])
    for rij in rijen:
        schrijver.writerow(
            [
                onschadelijk(str(cel))
                for cel in (
                    rij.nummer,
                    rij.stap,
                    rij.prioriteit,
                    rij.naam,
                    rij.adres,
                    rij.behandelaar,
                    rij.termijn or "",
                )
            ]
        )
    return HttpResponse(
        tekst.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="werkvoorraad.csv"'},
    )


@require_POST
@pagina
def toewijzen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Assign or release the chosen cases; the message offers to undo."""
    gekozen = [_uuid(waarde) for waarde in request.POST.getlist("zaak")]
    if not gekozen:
        raise Geweigerd(
            "niets_gekozen", Tekst("Kies eerst een of meer meldingen.", "First choose one or more cases.")
        )
    doel = request.POST.get("medewerker", "")
    wie = actor.medewerker_id if doel == "mij" else _uuid(doel) if doel else None
    actions.wijs_toe(actor, gekozen, wie, request.POST.get("reden", ""))
    _meld(request, f"{len(gekozen)} meldingen bijgewerkt.", f"{len(gekozen)} cases updated.")
    return redirect("/vroegsignalering/werkvoorraad")


def _uuid(waarde: str) -> UUID:
    try:
        return UUID(waarde)
    except ValueError as fout:
        raise Geweigerd(
            "keuze_onjuist",
            Tekst(
                "Deze keuze bestaat niet meer. Vernieuw de pagina.",
                "This choice no longer exists. Reload the page.",
            ),
        ) from fout


def _dag(waarde: str) -> date:
    try:
        return date.fromisoformat(waarde)
    except ValueError as fout:
        raise Geweigerd(
            "datum_onjuist", Tekst("Vul een bestaande datum in.", "Enter an existing date.")
        ) from fout


@pagina
def melding(request: HttpRequest, actor: Actor, zaak_id: UUID) -> HttpResponse:
    """The case page: who, which step, next date; then what to do; then everything else."""
    beeld = queries.melding(actor, zaak_id)
    context = {
        "beeld": beeld,
        "scheme": SCHEME,
        "stap": SCHEME.zaak.stap(beeld.zaak.stap),
        "titels": {regel.naam: regel for regel in SCHEME.termijnen},
        "soorten": actions.SOORTEN_POGING,
        "dagdelen": actions.DAGDELEN,
        "kanalen": actions.KANALEN,
        "resultaten": RESULTATEN.values(),
        "brp_open": not beeld.feiten.inwoner_bevestigd,
        "resultaat": RESULTATEN.get(beeld.uitkomst.resultaat) if beeld.uitkomst else None,
    }
    return render(request, "vroegsignalering/melding.html", context)


@require_POST
@pagina
def doe(request: HttpRequest, actor: Actor, zaak_id: UUID, wat: str) -> HttpResponse:
    """One action on a case, from its form."""
    p = request.POST
    match wat:
        case "neem":
            actions.wijs_toe(actor, [zaak_id], actor.medewerker_id, p.get("reden", ""))
        case "brp":
            actions.bevestig_inwoner(actor, zaak_id, p.get("woont_hier") == "ja", p.get("toelichting", ""))
        case "contactpoging":
            poging = actions.Poging(
                p.get("soort", ""), _dag(p.get("datum", "")), p.get("dagdeel", ""), p.get("bereikt") == "ja"
            )
            actions.leg_contactpoging_vast(actor, zaak_id, poging)
        case "aanbod":
            actions.doe_aanbod(actor, zaak_id, p.get("kanaal", ""), _dag(p.get("datum", "")))
        case "aanvaarding":
            actions.aanvaard(
                actor,
                zaak_id,
                _uuid(p.get("persoon", "")),
                _dag(p.get("datum", "")),
                p.get("dreiging") == "ja",
            )
        case "gesprek":
            actions.leg_gesprek_vast(actor, zaak_id)
        case "afronden":
            actions.rond_af(actor, zaak_id, p.get("resultaat", ""), p.get("reden", ""))
        case "heropenen":
            actions.heropen(actor, zaak_id, p.get("reden", ""))
        case "opschorten":
            actions.schort_op(actor, zaak_id, p.get("reden", ""))
        case "hervatten":
            actions.hervat(actor, zaak_id, p.get("reden", ""))
        case "bezwaar":
            actions.maak_bezwaar(actor, zaak_id, p.get("toelichting", ""))
            _meld(
                request,
                "Uw bezwaar is ontvangen. Wij nemen geen contact meer op tot erover is beslist.",
                "Your objection was received. We will not contact you until it is decided.",
            )
            return redirect("/vroegsignalering/mijn-gegevens")
        case _:
            raise Geweigerd(
                "handeling_onbekend",
                Tekst("Deze handeling bestaat niet.", "This action does not exist."),
                status=404,
            )
    _meld(request, "Vastgelegd.", "Recorded.")
    return redirect(f"/vroegsignalering/meldingen/{zaak_id}")


@pagina
def twijfel(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Doubtful pairs, one at a time, side by side."""
    if request.method == "POST":
        actions.beoordeel(actor, _uuid(request.POST.get("paar", "")), request.POST.get("oordeel") == "zelfde")
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


@pagina
def aanleveringen(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Deliveries: the list, and the form to deliver a file."""
    if request.method == "POST":
        bestand = request.FILES.get("bestand")
        if bestand is None:
            raise Geweigerd("geen_bestand", Tekst("Kies een bestand.", "Choose a file."))
        if (bestand.size or 0) > settings.MAX_UPLOAD_BYTES:
            raise Geweigerd(
                "te_groot",
                Tekst(
                    "Het bestand is te groot. Lever het in delen.",
                    "The file is too large. Deliver it in parts.",
                ),
                status=413,
            )
        with tempfile.NamedTemporaryFile(suffix=".csv") as doel:
            for brok in bestand.chunks():
                doel.write(brok)
            doel.flush()
            rij = aanleveren.lever_aan(
                actor,
                _uuid(request.POST.get("partner", "")),
                aanleveren.Bestand(Path(doel.name), bestand.name or "bestand.csv", "web"),
            )
        return redirect(f"/vroegsignalering/aanleveringen/{rij.id}")
    context = {
        "rijen": queries.aanleveringen(actor),
        "afspraken": queries.partners(actor),
        "mag_leveren": actor.heeft_rol(SCHEME.naam, "intake", "partner"),
        "mag_oppakken": actor.heeft_rol(SCHEME.naam, "intake"),
    }
    return render(request, "vroegsignalering/aanleveringen.html", context)


@require_POST
@pagina
def oppakken(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Turn accepted signals into meldingen."""
    nieuw = actions.pak_signalen_op(actor)
    _meld(request, f"{nieuw} nieuwe meldingen geopend.", f"{nieuw} new cases opened.")
    return redirect("/vroegsignalering/aanleveringen")


@pagina
def aanlevering(request: HttpRequest, actor: Actor, aanlevering_id: UUID) -> HttpResponse:
    """One delivery with its error report; `?uitvoer=csv` gives it as a file."""
    rij = queries.aanlevering(actor, aanlevering_id)
    fouten = list(rij.fouten.all()[:2000])
    if request.GET.get("uitvoer") == "csv":
        tekst = io.StringIO()
        schrijver = csv.writer(tekst, delimiter=";", lineterminator="\n")
        schrijver.writerow(["bestand", "regel", "kolom", "code", "tekst"])
        for fout in fouten:
            schrijver.writerow(
                [
                    onschadelijk(str(cel))
                    for cel in (rij.bestandsnaam, fout.regel or "", fout.kolom, fout.code, fout.tekst)
                ]
            )
        return HttpResponse(
            tekst.getvalue(),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="fouten.csv"'},
        )
    return render(request, "vroegsignalering/aanlevering.html", {"rij": rij, "fouten": fouten})


@pagina
def partners(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Partners and their agreements."""
    return render(request, "vroegsignalering/partners.html", {"afspraken": queries.partners(actor)})


@pagina
def mijn_gegevens(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The resident's own page: what is known, where it stands, what he can do."""
    return render(
        request,
        "vroegsignalering/mijn_gegevens.html",
        {
            "beelden": queries.mijn_zaken(actor),
            "scheme": SCHEME,
            "titels": {stap.naam: stap.titel for stap in SCHEME.zaak.stappen},
        },
    )


urlpatterns = [
    path("mijn-werk", mijn_werk, name="mijn-werk"),
    path("werkvoorraad", werkvoorraad, name="werkvoorraad"),
    path("werkvoorraad/toewijzen", toewijzen, name="toewijzen"),
    path("meldingen/<uuid:zaak_id>", melding, name="melding"),
    path("meldingen/<uuid:zaak_id>/<slug:wat>", doe, name="doe"),
    path("twijfel", twijfel, name="twijfel"),
    path("aanleveringen", aanleveringen, name="aanleveringen"),
    path("aanleveringen/oppakken", oppakken, name="oppakken"),
    path("aanleveringen/<uuid:aanlevering_id>", aanlevering, name="aanlevering"),
    path("partners", partners, name="partners"),
    path("mijn-gegevens", mijn_gegevens, name="mijn-gegevens"),
]
