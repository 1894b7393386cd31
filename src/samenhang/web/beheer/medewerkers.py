"""Workers: the list with filters and its export, a new one, and one worker with roles and keys."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.beheer import queries
from samenhang.kernel.beheer.actions import medewerkers, rollen, uitnodigen
from samenhang.kernel.beheer.queries import MedewerkerFilter
from samenhang.kernel.organisaties.actor import Actor
from samenhang.web.beheer.formulieren import (
    Einde,
    Mandaat,
    Medewerker,
    NieuweMedewerker,
    NieuweRol,
    OpenbareSleutel,
    Reden,
    Sleutel,
    probeer,
)
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina
from samenhang.web.onderdelen import Filter
from samenhang.web.weergave import taal

LIJST = "/beheer/medewerkers"
STANDEN = {
    "werkt": Tekst("werkt hier nu", "works here now"),
    "komt": Tekst("komt nog", "still to come"),
    "weg": Tekst("werkt hier niet meer", "no longer works here"),
    "iedereen": Tekst("iedereen", "everyone"),
}
KOP = ("naam", "functie", "email", "organisatie", "van", "tot", "rollen")


def meld(request: HttpRequest, nl: str, en: str) -> None:
    """Say on the next page what was done."""
    messages.success(request, Tekst(nl, en).in_taal(taal()))


def _filter(request: HttpRequest) -> MedewerkerFilter:
    vraag = request.GET
    try:
        organisatie = UUID(vraag["organisatie"]) if vraag.get("organisatie") else None
    except ValueError as fout:
        raise Geweigerd(
            "filter_onjuist",
            Tekst("Dit filter bestaat niet. Begin opnieuw.", "This filter does not exist. Start again."),
        ) from fout
    stand = vraag.get("stand", "werkt")
    return MedewerkerFilter(
        organisatie=organisatie,
        rol=vraag.get("rol", ""),
        zoek=vraag.get("zoek", "").strip(),
        stand="" if stand == "iedereen" else stand,
        na=vraag.get("na", ""),
    )


def csv_antwoord(naam: str, tekst: str) -> HttpResponse:
    """A list as a file to keep; the byte order mark tells spreadsheets that it is UTF-8."""
    return bijlage("\ufeff" + tekst, f"{naam}.csv")


@pagina
def lijst(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Who works here, with filters; `?uitvoer=csv` gives the same rows as a file."""
    filter_ = _filter(request)
    uitvoer = request.GET.get("uitvoer") == "csv"
    blad = queries.medewerkers(actor, filter_, alles=uitvoer)
    if uitvoer:
        rijen = [
            (r.naam, r.functie, r.email, r.organisatie, r.van, r.tot, ", ".join(naam for naam, _ in r.rollen))
            for r in blad.rijen
        ]
        return csv_antwoord("medewerkers", als_csv(KOP, rijen))
    organisaties = queries.organisaties(actor)
    rolkeuzes = queries.rollen_in_beheer(actor)
    context = {
        "blad": blad,
        "filter": filter_,
        "stand": filter_.stand or "iedereen",
        "standen": STANDEN.items(),
        "organisaties": organisaties,
        "rolkeuzes": rolkeuzes,
        "chips": _chips(filter_, {o.id: o.onderscheidend for o in organisaties}, dict(rolkeuzes)),
        "volgende": _adres(filter_, na=blad.volgende) if blad.volgende else "",
        "begin": _adres(filter_) if filter_.na else "",
        "csv": _adres(filter_, uitvoer="csv"),
        "alles": LIJST,
    }
    return render(request, "samenhang/beheer/medewerkers.html", context)


def _adres(filter_: MedewerkerFilter, **extra: object) -> str:
    delen: dict[str, object] = {
        "zoek": filter_.zoek,
        "organisatie": filter_.organisatie or "",
        "rol": filter_.rol,
        "stand": "" if filter_.stand == "werkt" else filter_.stand or "iedereen",
    }
    vraag = urlencode({naam: waarde for naam, waarde in (delen | extra).items() if waarde})
    return f"{LIJST}?{vraag}" if vraag else LIJST


def _chips(filter_: MedewerkerFilter, namen: dict[UUID, str], rolnamen: dict[str, Tekst]) -> list[Filter]:
    chips = []
    if filter_.zoek:
        chips.append(Filter(Tekst("Zoek", "Search"), filter_.zoek, _adres(replace(filter_, zoek=""))))
    if filter_.organisatie:
        waarde = namen.get(filter_.organisatie, "")
        chips.append(
            Filter(Tekst("Organisatie", "Organisation"), waarde, _adres(replace(filter_, organisatie=None)))
        )
    if filter_.rol:
        waarde_rol = rolnamen.get(filter_.rol, filter_.rol)
        chips.append(Filter(Tekst("Rol", "Role"), waarde_rol, _adres(replace(filter_, rol=""))))
    if filter_.stand != "werkt":
        stand = STANDEN[filter_.stand or "iedereen"]
        chips.append(Filter(Tekst("Stand", "State"), stand, _adres(replace(filter_, stand="werkt"))))
    return chips


@pagina
def nieuw(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Take someone on."""
    keuzes = [(str(o.id), o.onderscheidend) for o in queries.organisaties(actor) if o.actief]
    formulier = NieuweMedewerker(
        request.POST or None,
        organisaties=keuzes,
        initial={"organisatie": request.GET.get("organisatie") or str(actor.organisatie)},
    )
    if request.method == "POST":
        rij = probeer(
            formulier,
            lambda: medewerkers.voeg_medewerker_toe(
                actor, UUID(formulier.cleaned_data["organisatie"]), formulier.gegevens()
            ),
        )
        if rij is not None:
            meld(
                request,
                f"{rij.naam} is toegevoegd. Geef nu een rol en stuur de uitnodiging.",
                f"{rij.naam} was added. Now give a role and send the invitation.",
            )
            return redirect(f"{LIJST}/{rij.id}")
    context = {"formulier": formulier}
    return render(request, "samenhang/beheer/medewerker_nieuw.html", context, status=_status(formulier))


def _status(formulier: Form) -> int:
    return 400 if formulier.errors else 200


def toon(request: HttpRequest, actor: Actor, medewerker_id: UUID, **anders: Any) -> HttpResponse:
    """The page of one worker; a form that was refused takes the place of its empty one."""
    beeld = queries.medewerker(actor, medewerker_id)
    context = {
        "beeld": beeld,
        "wijzig": Medewerker(initial={"naam": beeld.rij.naam, "functie": beeld.rij.functie}),
        "rol": NieuweRol(te_verlenen=beeld.te_verlenen),
        "einde": Einde(auto_id="einde_%s"),
        "terugzetten": Reden(auto_id="factor_%s"),
        "heropenen": Reden(auto_id="heropen_%s"),
        "sleutel": Sleutel(auto_id="sleutel_%s"),
        "openbaar": OpenbareSleutel(auto_id="openbaar_%s", sleutels=beeld.sleutels),
    } | anders
    formulieren = [waarde for waarde in anders.values() if isinstance(waarde, Form)]
    status = 400 if any(formulier.errors for formulier in formulieren) else 200
    return render(request, "samenhang/beheer/medewerker.html", context, status=status)


@pagina
def een(request: HttpRequest, actor: Actor, medewerker_id: UUID) -> HttpResponse:
    """One worker: GET shows, POST changes name and job title."""
    if request.method != "POST":
        return toon(request, actor, medewerker_id)
    formulier = Medewerker(request.POST)
    gevuld = formulier.cleaned_data if formulier.is_valid() else {}
    if probeer(
        formulier,
        lambda: medewerkers.wijzig_medewerker(
            actor, medewerker_id, gevuld["naam"], gevuld["functie"], gevuld["reden"]
        ),
    ):
        meld(request, "De wijziging is opgeslagen.", "The change was saved.")
        return redirect(f"{LIJST}/{medewerker_id}")
    return toon(request, actor, medewerker_id, wijzig=formulier)


@require_POST
@pagina
def beeindig(request: HttpRequest, actor: Actor, medewerker_id: UUID) -> HttpResponse:
    """End an employment."""
    formulier = Einde(request.POST, auto_id="einde_%s")
    gevuld = formulier.cleaned_data if formulier.is_valid() else {}
    if rij := probeer(
        formulier,
        lambda: medewerkers.beeindig_medewerker(actor, medewerker_id, gevuld["reden"], gevuld["laatste_dag"]),
    ):
        meld(request, f"{rij.naam} is beëindigd, met alle rollen.", f"{rij.naam} was ended, with all roles.")
        return redirect(f"{LIJST}/{medewerker_id}")
    return toon(request, actor, medewerker_id, einde=formulier)


@require_POST
@pagina
def verleen(request: HttpRequest, actor: Actor, medewerker_id: UUID) -> HttpResponse:
    """Give a role."""
    te_verlenen = queries.medewerker(actor, medewerker_id).te_verlenen
    formulier = NieuweRol(request.POST, te_verlenen=te_verlenen)
    if probeer(formulier, lambda: rollen.verleen_rol(actor, medewerker_id, formulier.gegevens())):
        meld(request, "De rol is verleend.", "The role was given.")
        return redirect(f"{LIJST}/{medewerker_id}")
    return toon(request, actor, medewerker_id, rol=formulier)


@require_POST
@pagina
def nodig_uit(request: HttpRequest, actor: Actor, medewerker_id: UUID) -> HttpResponse:
    """Send an invitation."""
    email = uitnodigen.nodig_uit(actor, medewerker_id)
    meld(request, f"De uitnodiging gaat naar {email}.", f"The invitation goes to {email}.")
    return redirect(f"{LIJST}/{medewerker_id}")


@require_POST
@pagina
def zet_terug(request: HttpRequest, actor: Actor, medewerker_id: UUID) -> HttpResponse:
    """Forget someone's second factor."""
    formulier = Reden(request.POST, auto_id="factor_%s")
    gevuld = formulier.cleaned_data if formulier.is_valid() else {}
    aantal = probeer(
        formulier, lambda: medewerkers.zet_tweede_factor_terug(actor, medewerker_id, gevuld["reden"])
    )
    if aantal is not None:
        meld(
            request,
            "De tweede factor is gewist. De medewerker stelt bij het inloggen een nieuwe in.",
            "The second factor was cleared. The worker sets a new one at the login.",
        )
        return redirect(f"{LIJST}/{medewerker_id}")
    return toon(request, actor, medewerker_id, terugzetten=formulier)


@require_POST
@pagina
def heropen(request: HttpRequest, actor: Actor, medewerker_id: UUID) -> HttpResponse:
    """Let someone in again whose access was stopped."""
    formulier = Reden(request.POST, auto_id="heropen_%s")
    gevuld = formulier.cleaned_data if formulier.is_valid() else {}
    if probeer(formulier, lambda: medewerkers.heropen_toegang(actor, medewerker_id, gevuld["reden"])):
        meld(request, "De toegang is weer open.", "The access is open again.")
        return redirect(f"{LIJST}/{medewerker_id}")
    return toon(request, actor, medewerker_id, heropenen=formulier)


@pagina
def een_rol(request: HttpRequest, actor: Actor, medewerker_id: UUID, rol_id: UUID) -> HttpResponse:
    """One role: end it, or correct its mandate."""
    beeld = queries.medewerker(actor, medewerker_id)
    regel = next((r for r in beeld.rollen if r.id == rol_id), None)
    if regel is None:
        raise Geweigerd(
            "rol_onbekend", Tekst("Deze rol bestaat niet.", "This role does not exist."), status=404
        )
    einde: Einde = Einde(auto_id="einde_%s")
    mandaat: Mandaat = Mandaat(initial={"mandaat": regel.mandaat})
    if request.method == "POST":
        gedaan: object
        if "mandaat" in request.POST:
            mandaat = Mandaat(request.POST)
            nieuw = mandaat.cleaned_data if mandaat.is_valid() else {}
            gedaan = probeer(
                mandaat, lambda: rollen.wijzig_mandaat(actor, rol_id, nieuw["mandaat"], nieuw["reden"])
            )
        else:
            einde = Einde(request.POST, auto_id="einde_%s")
            dag = einde.cleaned_data if einde.is_valid() else {}
            gedaan = probeer(
                einde, lambda: rollen.beeindig_rol(actor, rol_id, dag["reden"], dag["laatste_dag"])
            )
        if gedaan is not None:
            meld(request, "De rol is bijgewerkt.", "The role was updated.")
            return redirect(f"{LIJST}/{medewerker_id}")
    context = {"beeld": beeld, "regel": regel, "einde": einde, "mandaat": mandaat}
    status = 400 if einde.errors or mandaat.errors else 200
    return render(request, "samenhang/beheer/rol.html", context, status=status)
