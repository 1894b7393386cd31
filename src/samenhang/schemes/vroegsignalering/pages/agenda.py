"""The agenda: a list by day, or a calendar week; and the same as an iCalendar file."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import queries
from samenhang.schemes.vroegsignalering.agendabestand import als_ical
from samenhang.web.bijlage import bijlage
from samenhang.web.deur import pagina
from samenhang.web.weergave import taal


@pagina
def agenda(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What is due, of oneself or the team; `week=2026-W48` shows a calendar week, `uitvoer=ics` gives a file.

    `wanneer=te_laat` keeps what should have been done before today.
    """
    team = request.GET.get("van_wie") == "team"
    soort = request.GET.get("soort", "")
    maandag = _maandag(request.GET.get("week", ""))
    van, tot = (maandag, maandag + timedelta(days=6)) if maandag else (None, None)
    vandaag = timezone.localdate()
    laat = request.GET.get("wanneer") == "te_laat"
    if laat:
        maandag, van, tot = None, None, vandaag - timedelta(days=1)
    rijen = queries.agenda(actor, team=team, soort=soort, van=van, tot=tot)
    if request.GET.get("uitvoer") == "ics":
        inhoud = als_ical(rijen, timezone.now(), settings.BASISADRES, taal())
        return bijlage(inhoud, "agenda.ics", "text/calendar; charset=utf-8")
    per_dag: dict[date, list[queries.Afspraak]] = defaultdict(list)
    for rij in rijen:
        per_dag[rij.dag].append(rij)
    context = {
        "rijen": rijen,
        "te_laat": [rij for rij in rijen if rij.dag < vandaag],
        "dagen": [(dag, lijst) for dag, lijst in sorted(per_dag.items()) if dag >= vandaag],
        "week": _week(maandag, per_dag, vandaag) if maandag else None,
        "weeknaam": _naam(maandag) if maandag else "",
        "deze_week": _naam(vandaag),
        "vorige_week": _naam(maandag - timedelta(days=7)) if maandag else "",
        "volgende_week": _naam(maandag + timedelta(days=7)) if maandag else "",
        "team": team,
        "laat": laat,
        "soort": soort,
        "basis": f"van_wie={'team' if team else 'mij'}&soort={soort}" + ("&wanneer=te_laat" if laat else ""),
    }
    return render(request, "vroegsignalering/agenda.html", context)


def _maandag(week: str) -> date | None:
    if not week:
        return None
    try:
        jaar, nummer = week.split("-W")
        return date.fromisocalendar(int(jaar), int(nummer), 1)
    except ValueError as fout:
        raise Geweigerd(
            "week_onjuist",
            Tekst("Geef een week als 2026-W48.", "Give a week such as 2026-W48."),
        ) from fout


def _naam(dag: date) -> str:
    jaar, week, _ = dag.isocalendar()
    return f"{jaar}-W{week:02d}"


def _week(
    maandag: date, per_dag: dict[date, list[queries.Afspraak]], vandaag: date
) -> list[tuple[date, str, bool, list[queries.Afspraak]]]:
    """Each day of the week: the day, its holiday if any, whether it is today, and what is due."""
    kalender = standaardkalender()
    dagen = [maandag + timedelta(days=plek) for plek in range(7)]
    return [(dag, kalender.feestdag(dag) or "", dag == vandaag, per_dag.get(dag, [])) for dag in dagen]
