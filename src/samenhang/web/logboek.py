"""The log pages: "Wie keek er?" for the resident, the audit log for who supervises, and the law in plain words."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.logboek import woorden
from samenhang.kernel.logboek.queries import PER_BLAD, EigenFilter, EigenLogboek, over_mij
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.regels import Regel
from samenhang.kernel.toezicht.audit import KOLOMMEN, AuditFilter, Auditlog, auditlog, audituitvoer
from samenhang.kernel.zegel.queries import bewijsbaar
from samenhang.web.bijlage import CSV, bijlage
from samenhang.web.deur import pagina
from samenhang.web.onderdelen import Bladen, Filter
from samenhang.web.weergave import korte_datum

VELDEN: dict[str, Tekst] = {
    "van": Tekst("Vanaf", "From"),
    "tot": Tekst("Tot en met", "Up to"),
    "organisatie": Tekst("Organisatie", "Organisation"),
    "categorie": Tekst("Gegevens", "Data"),
    "medewerker": Tekst("Medewerker", "Worker"),
    "zaak": Tekst("Zaaknummer", "Case number"),
    "persoon": Tekst("Betrokkene", "Person"),
    "uitkomst": Tekst("Uitkomst", "Outcome"),
    "regel": Tekst("Regel", "Rule"),
    "mensen": Tekst("Alleen over inwoners", "About residents only"),
}
LEESBAAR: dict[str, Tekst | str] = {
    "ja": Tekst("ja", "yes"),
    "verleend": Tekst("verleend", "granted"),
    "geweigerd": Tekst("geweigerd", "refused"),
}
"""Choices of the filter that are codes."""


@pagina
def logboek(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Who looked, when and why: the resident's own lines, or the audit log for who supervises."""
    if actor.organisatie_id is None:
        return _inwoner(request, actor)
    return _auditor(request, actor)


def _inwoner(request: HttpRequest, actor: Actor) -> HttpResponse:
    keuze = EigenFilter(
        van=dag_van_filter(request, "van"),
        tot=dag_van_filter(request, "tot"),
        organisatie=nummer_van_filter(request, "organisatie"),
        categorie=request.GET.get("categorie", ""),
        blad=_getal(request, "blad") or 1,
    )
    uit = over_mij(actor, keuze)
    return render(
        request,
        "samenhang/logboek_inwoner.html",
        {
            "log": uit,
            "bladen": _bladen(request, uit),
            "filters": _filters(request, _leesbaar(uit)),
            "organisatie": str(keuze.organisatie or ""),
            "bewijsbaar": bewijsbaar(actor, {regel.operatie for regel in uit.regels if not regel.zelf}),
        },
    )


def _leesbaar(uit: EigenLogboek) -> dict[str, Tekst | str]:
    """The chosen organisation and kind of data by name instead of by id."""
    organisaties = {str(nummer): naam for nummer, naam in uit.organisaties}
    return {**organisaties, **dict(uit.categorieen)}


def _bladen(request: HttpRequest, uit: EigenLogboek) -> Bladen:
    eerste = (uit.blad - 1) * PER_BLAD
    return Bladen(
        van=eerste + 1 if uit.regels else 0,
        tot=eerste + len(uit.regels),
        vorige=met_filters(request, blad=str(uit.blad - 1)) if uit.blad > 1 else "",
        volgende=met_filters(request, blad=str(uit.blad + 1)) if uit.meer else "",
    )


def _auditor(request: HttpRequest, actor: Actor) -> HttpResponse:
    keuze = _auditfilter(request)
    uit = auditlog(actor, keuze)
    return render(
        request,
        "samenhang/logboek_audit.html",
        {
            "log": uit,
            "filters": _filters(request, LEESBAAR),
            "volgende": met_filters(request, na=str(uit.volgende)) if uit.volgende else "",
            "vraag": _zonder_blad(request),
            "mensen": range(1, uit.personen + 1),
            "bladen": _auditbladen(request, uit),
        },
    )


def _auditbladen(request: HttpRequest, uit: Auditlog) -> Bladen:
    """Pages go on by cursor; back is the browser's own, or the first page."""
    return Bladen(
        van=1 if uit.regels else 0,
        tot=len(uit.regels),
        vorige=met_filters(request, na="") if uit.filter.na else "",
        volgende=met_filters(request, na=str(uit.volgende)) if uit.volgende else "",
    )


def _auditfilter(request: HttpRequest) -> AuditFilter:
    vraag = request.GET
    return AuditFilter(
        van=dag_van_filter(request, "van"),
        tot=dag_van_filter(request, "tot"),
        medewerker=vraag.get("medewerker", ""),
        zaak=vraag.get("zaak", ""),
        persoon=_getal(request, "persoon"),
        uitkomst=vraag.get("uitkomst", ""),
        regel=vraag.get("regel", ""),
        na=nummer_van_filter(request, "na"),
        over_mensen=vraag.get("mensen") == "ja",
    )


@pagina
def uitvoer(request: HttpRequest, actor: Actor, soort: str) -> HttpResponse:
    """The filtered audit log as a file: CSV that no spreadsheet runs, or JSON."""
    rijen = audituitvoer(actor, _auditfilter(request))
    if soort == "json":
        document = [dict(zip(KOLOMMEN, map(_json, rij.cellen()), strict=True)) for rij in rijen]
        inhoud, media = json.dumps(document, ensure_ascii=False, indent=1), "application/json"
    elif soort == "csv":
        inhoud, media = als_csv(KOLOMMEN, [rij.cellen() for rij in rijen]), CSV
    else:
        raise Geweigerd("soort_onbekend", Tekst("Kies csv of json.", "Choose csv or json."), status=404)
    return bijlage(inhoud, f"auditlog.{soort}", media)


def _json(waarde: object) -> object:
    return waarde if isinstance(waarde, int) else str(waarde)


@pagina
def wet(request: HttpRequest, actor: Actor, naam: str) -> HttpResponse:
    """One legal basis in plain words: what it is for, who may see what at most, and how sure its text is."""
    tabel = beslistabel()
    grondslag = tabel.grondslagen.get(naam)
    if grondslag is None:
        raise Geweigerd(
            "wet_onbekend",
            Tekst("Deze wet staat niet in de regels.", "This law is not in the rules."),
            status=404,
        )
    gebruik = _gebruik(regel for regel in tabel.regels.values() if regel.grondslag == naam)
    return render(
        request,
        "samenhang/wet.html",
        {"wet": woorden.wet(grondslag), "grondslag": grondslag, "gebruik": gebruik},
    )


def _gebruik(regels: Iterable[Regel]) -> list[dict[str, object]]:
    """Who may see and record what on one ground: permits of a function and purpose together, equal functions too."""
    leest: dict[tuple[str, str, str], set[str]] = {}
    schrijft: dict[tuple[str, str, str], set[str]] = {}
    for regel in regels:
        for rol in dict.fromkeys(rol for rol, _ in regel.wie):
            sleutel = (regel.scheme, regel.doelen[0], rol)
            leest.setdefault(sleutel, set()).update(regel.leest)
            schrijft.setdefault(sleutel, set()).update(regel.schrijft)
    gelijk: dict[tuple[str, str, str, str], list[str]] = {}
    for (scheme, doel, rol), gezien in leest.items():
        mag = ",".join(sorted(gezien)), ",".join(sorted(schrijft[scheme, doel, rol]))
        gelijk.setdefault((scheme, doel, *mag), []).append(rol)
    return [
        {
            "wie": woorden.rollen(scheme, ",".join(rollen)),
            "waarom": woorden.doel(scheme, doel),
            "leest": woorden.categorieen(scheme, zien),
            "schrijft": woorden.categorieen(scheme, vastleggen),
        }
        for (scheme, doel, zien, vastleggen), rollen in gelijk.items()
    ]


def dag_van_filter(request: HttpRequest, veld: str) -> date | None:
    """The day in a filter; raises `Geweigerd` for one that does not exist."""
    tekst = request.GET.get(veld, "").strip()
    if not tekst:
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise Geweigerd(
            "datum_onjuist",
            Tekst(
                f'"{tekst[:20]}" is geen bestaande datum. Schrijf jjjj-mm-dd.',
                f'"{tekst[:20]}" is not an existing date. Write yyyy-mm-dd.',
            ),
        ) from fout


def nummer_van_filter(request: HttpRequest, veld: str) -> UUID | None:
    """The id in a filter; raises `Geweigerd` for what is none."""
    tekst = request.GET.get(veld, "").strip()
    try:
        return UUID(tekst) if tekst else None
    except ValueError as fout:
        raise Geweigerd(
            "filter_onjuist",
            Tekst("Deze keuze bestaat niet.", "This choice does not exist."),
        ) from fout


def _getal(request: HttpRequest, veld: str) -> int | None:
    tekst = request.GET.get(veld, "").strip()
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 7 else None


def _zonder_blad(request: HttpRequest) -> str:
    return urlencode(
        {naam: waarde for naam, waarde in request.GET.items() if naam not in ("na", "blad") and waarde}
    )


def met_filters(request: HttpRequest, **anders: str) -> str:
    """The address of this page with its filters, some changed; empty takes one off."""
    keuze = {naam: waarde for naam, waarde in {**request.GET.dict(), **anders}.items() if waarde}
    return f"?{urlencode(keuze)}"


def _filters(request: HttpRequest, leesbaar: dict[str, Tekst | str]) -> list[Filter]:
    """The filters that are on, each with the way to take it off."""
    lijst = []
    for veld, titel in VELDEN.items():
        waarde = request.GET.get(veld, "")
        if waarde:
            anders = {veld: "", "na": "", "blad": ""} | ({"persoon": ""} if veld == "zaak" else {})
            toon = leesbaar.get(waarde, waarde)
            if veld in ("van", "tot"):
                toon = korte_datum(date.fromisoformat(waarde))
            lijst.append(Filter(titel, toon, met_filters(request, **anders)))
    return lijst
