"""The figures of a line, with a chart and its table."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samenhang.kernel.basis import Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.helplijn.cijferdocument import als_csv
from samenhang.schemes.helplijn.domain.cijfers import Maandcijfers
from samenhang.schemes.helplijn.domain.lijsten import UITGANGEN
from samenhang.schemes.helplijn.domain.proces import STANDEN
from samenhang.schemes.helplijn.domain.redenen import alle_titels
from samenhang.schemes.helplijn.queries.cijfers import Lijncijfers, lijncijfers
from samenhang.schemes.helplijn.redenen import lijsten
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.onderdelen import Tabblad

MAAND = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
MONTH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@pagina
def cijfers(request: HttpRequest, actor: Actor, als: str = "pagina") -> HttpResponse:
    """The months that are over; one of them with its municipalities."""
    gekozen = _dag(request.GET.get("peildatum", ""))
    gevonden = lijncijfers(actor, gekozen)
    if als == "csv":
        return bijlage("\ufeff" + als_csv(gevonden), "cijfers-helplijn.csv")
    context = _context(gevonden, request.GET.get("maand", ""), gekozen)
    return render(request, "helplijn/cijfers.html", context)


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _context(gevonden: Lijncijfers, gekozen: str, peildatum: date | None) -> dict[str, Any]:
    maanden = {f"{rij.maand:%Y-%m}": rij for rij in gevonden.maanden}
    if not maanden:
        return {"tot": gevonden.tot, "peildatum": peildatum}
    sleutel = gekozen if gekozen in maanden else list(maanden)[-1]
    maand = maanden[sleutel]
    bij = f"&peildatum={peildatum}" if peildatum else ""
    return {
        "tot": gevonden.tot,
        "peildatum": peildatum,
        "peildatums": gevonden.peildatums,
        "csv": f"/helplijn/cijfers.csv?{bij[1:]}" if bij else "/helplijn/cijfers.csv",
        "maand": maand,
        "titel": _titel(maand),
        "tabbladen": [Tabblad(_titel(rij), f"?maand={naam}{bij}", naam == sleutel) for naam, rij in maanden.items()],
        "grafieken": [_verloop(gevonden.maanden), _deling(maand)],
        "redenen": [(alle_titels(lijsten())[naam], aantal) for naam, aantal in maand.redenen.items() if aantal != 0],
        "standen": [(STANDEN[naam], aantal) for naam, aantal in maand.standen.items()],
        "gemeenten": [(gevonden.namen.get(deel.gemeente) or None, deel) for deel in maand.gemeenten],
    }  # fmt: skip


def _titel(rij: Maandcijfers) -> Tekst:
    plek = rij.maand.month - 1
    return Tekst(f"{MAAND[plek]} {rij.maand.year}", f"{MONTH[plek]} {rij.maand.year}")


def _verloop(maanden: tuple[Maandcijfers, ...]) -> Grafiek:
    laatste = maanden[-1]
    hoeveel = "niet getoond" if laatste.contacten is None else str(laatste.contacten)
    how = "not shown" if laatste.contacten is None else str(laatste.contacten)
    titel = _titel(laatste)
    return Grafiek(
        "lijn",
        Tekst(f"Contacten in {titel.nl}: {hoeveel}", f"Contacts in {titel.en}: {how}"),
        Tekst("Contacten en overdrachten per maand", "Contacts and hand-overs per month"),
        Tekst("aantal", "number"),
        [_titel(rij) for rij in maanden],
        [
            Reeks(Tekst("Contacten", "Contacts"), [rij.contacten for rij in maanden]),
            Reeks(Tekst("Overdrachten", "Hand-overs"), [rij.overdrachten for rij in maanden]),
            Reeks(Tekst("Bereikt", "Reached"), [rij.standen["bereikt"] for rij in maanden]),
        ],
        Tekst("Maand", "Month"),
    )


def _deling(maand: Maandcijfers) -> Grafiek:
    titel = _titel(maand)
    return Grafiek(
        "staven",
        Tekst(f"Waarheen bellers gingen in {titel.nl}", f"Where callers went on to in {titel.en}"),
        Tekst("Contacten per uitgang", "Contacts by way on"),
        Tekst("contacten", "contacts"),
        list(UITGANGEN.values()),
        [Reeks(Tekst("Contacten", "Contacts"), [maand.uitgangen[naam] for naam in UITGANGEN])],
        Tekst("Uitgang", "Way on"),
    )
