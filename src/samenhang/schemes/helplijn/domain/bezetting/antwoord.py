"""The one entrance for command, API and page: a document in, an answered document out. Pure.

Shares are percentages with two decimals, calls have three; a plan carries its engine, seed and hash, and the same
document gives the same hash as long as `herhaalbaar` is true.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.kalender import Kalender
from samenhang.kernel.plannen import Grens, motor
from samenhang.schemes.helplijn.domain.bezetting.campagne import Campagne
from samenhang.schemes.helplijn.domain.bezetting.controle import keur
from samenhang.schemes.helplijn.domain.bezetting.dienstplan import (
    Inzet,
    Weekplan,
    gemiddeld,
    plan_week,
    standen,
)
from samenhang.schemes.helplijn.domain.bezetting.erlang import erlang_b, erlang_c, wachtrij
from samenhang.schemes.helplijn.domain.bezetting.historie import HOOGSTE_AANTAL
from samenhang.schemes.helplijn.domain.bezetting.lezen import Deel, Lezing, weiger
from samenhang.schemes.helplijn.domain.bezetting.raming import (
    Toets,
    Vraagdeel,
    grenzen,
    raam,
    toets,
    weken_vooruit,
)
from samenhang.schemes.helplijn.domain.bezetting.scenario import (
    GEEN_GEDULD,
    GEEN_TIJD,
    Scenario,
    lees_scenario,
    vingerafdruk,
)
from samenhang.schemes.helplijn.domain.bezetting.tijd import Halfuur
from samenhang.schemes.helplijn.domain.bezetting.uitvoer import (
    Document,
    dagdocumenten,
    doeldocument,
    planuitkomst,
    procent,
    toetsdocument,
    vraagdocument,
)
from samenhang.schemes.helplijn.domain.bezetting.vraag import Vraagmodel, leer, maandag

VERSIE: Final = "bezetting-1"


def raming(
    document: object, kalender: Kalender, historie: bytes | None = None, bestand: str = ""
) -> Document:
    """The expected calls of each half hour with their band, and how well this would have done before."""
    scenario = lees_scenario(document, kalender, historie=historie, bestand=bestand, met_lijn=False)
    _, uit = _vraag(scenario, kalender)
    return {"versie": VERSIE, "scenario": scenario.hash, "naam": scenario.naam, **uit}


def plan(
    document: object,
    kalender: Kalender,
    historie: bytes | None = None,
    bestand: str = "",
    grens: Grens | None = None,
) -> Document:
    """The cheapest shifts that keep the promise, week by week, with what callers will meet in each half hour."""
    return _plandocument(_maak(document, kalender, historie, bestand, grens))


@dataclass(frozen=True, slots=True)
class _Gemaakt:
    scenario: Scenario
    delen: tuple[Vraagdeel, ...]
    plannen: Mapping[date, Weekplan]
    verklaring: Document

    @property
    def inzet(self) -> tuple[Inzet, ...]:
        return tuple(deel for gepland in self.plannen.values() for deel in gepland.inzet)


def _maak(
    document: object, kalender: Kalender, historie: bytes | None, bestand: str, grens: Grens | None
) -> _Gemaakt:
    scenario = lees_scenario(document, kalender, historie=historie, bestand=bestand)
    assert scenario.lijn
    assert scenario.diensten
    delen, vraag_ = _vraag(scenario, kalender)
    weken: dict[date, dict[Halfuur, float]] = defaultdict(dict)
    for deel in delen:
        weken[maandag(deel.halfuur.datum)][deel.halfuur] = deel.verwacht
    plannen: dict[date, Weekplan] = {}
    for week, vraag in sorted(weken.items()):
        gepland = plannen[week] = plan_week(vraag, scenario.lijn, scenario.diensten, scenario.zaad, grens)
        if gepland.inzet and (bezwaren := keur(vraag, gepland.inzet, scenario.lijn, scenario.diensten)):
            raise RuntimeError(f"het plan houdt zich niet aan de vraag: {bezwaren[0].nl}")
    return _Gemaakt(scenario, delen, plannen, vraag_)


def _plandocument(gemaakt: _Gemaakt) -> Document:
    scenario = gemaakt.scenario
    assert scenario.lijn
    uit = {
        "versie": VERSIE,
        "motor": motor(),
        "zaad": scenario.zaad,
        "scenario": scenario.hash,
        "naam": scenario.naam,
        "doel": doeldocument(scenario.lijn),
        **planuitkomst(gemaakt.plannen, gemaakt.delen),
        "raming": {
            naam: waarde for naam, waarde in gemaakt.verklaring.items() if naam not in ("halfuren", "dagen")
        },
    }
    return uit | {"hash": vingerafdruk(uit)}


def vergelijk(
    document: object,
    kalender: Kalender,
    historie: bytes | None = None,
    bestand: str = "",
    grens: Grens | None = None,
) -> Document:
    """Two plans side by side: `scenario`, and the same with `anders` laid over it (RFC 7396); per day what differs.

    `ongewijzigd` is what callers meet when the second demand comes and the shifts stay those of the first plan.
    """
    lezing = Lezing()
    deel = Deel(lezing, document)
    basis, anders = deel.waarde("scenario"), deel.waarde("anders")
    deel.sluit()
    for naam, waarde in (("scenario", basis), ("anders", anders)):
        if waarde is not None and not isinstance(waarde, Mapping):
            deel.fout(naam, "object_onjuist", "is een object met velden.", "is an object with fields.")
    lezing.klaar()
    oud = _maak(basis, kalender, historie, bestand, grens)
    nieuw = _maak(leg_over(basis, anders), kalender, historie, bestand, grens)
    voor, na = _plandocument(oud), _plandocument(nieuw)
    return {"voor": voor, "na": na, "verschil": verschil(voor, na), "ongewijzigd": _ongewijzigd(oud, nieuw)}


def _ongewijzigd(oud: _Gemaakt, nieuw: _Gemaakt) -> Document | None:
    """What the second demand and target meet when the shifts stay those of the first plan; None when days differ."""
    assert nieuw.scenario.lijn
    if not oud.inzet or {d.halfuur for d in oud.delen} != {d.halfuur for d in nieuw.delen}:
        return None
    rijen = standen({d.halfuur: d.verwacht for d in nieuw.delen}, oud.inzet, nieuw.scenario.lijn)
    bereikt, afhaken = gemiddeld(rijen)
    return {
        "bereikt_procent": procent(bereikt),
        "afhaken_procent": None if afhaken is None else procent(afhaken),
        "dagen": dagdocumenten(rijen, oud.inzet),
    }


def leg_over(basis: Any, anders: Any) -> Any:
    """A document with changes laid over it: null takes a field away (RFC 7396)."""
    if not isinstance(anders, Mapping):
        return anders
    uit = dict(basis) if isinstance(basis, Mapping) else {}
    for naam, waarde in anders.items():
        if waarde is None:
            uit.pop(naam, None)
        else:
            uit[naam] = leg_over(uit.get(naam), waarde)
    return uit


def verschil(voor: Document, na: Document) -> Document:
    """What the second plan asks and gives beyond the first: in all, and for each day that either has."""
    oud, nieuw = ({rij["datum"]: rij for rij in deel["dagen"]} for deel in (voor, na))
    dagen = []
    for dag in sorted(oud.keys() | nieuw.keys()):
        a, b = oud.get(dag, {}), nieuw.get(dag, {})
        dagen.append({"datum": dag} | {naam: _min(b.get(naam), a.get(naam)) for naam in VERSCHIL})
    return {naam: _min(na.get(naam), voor.get(naam)) for naam in VERSCHIL} | {"dagen": dagen}


VERSCHIL: Final = ("gesprekken", "uren", "bereikt_procent", "afhaken_procent")


def _min(na: float | None, voor: float | None) -> float | None:
    return None if na is None or voor is None else round(na - voor, 3)


def erlang(document: object) -> Document:
    """One half hour by itself: calls and people in, what callers meet out."""
    lezing = Lezing()
    deel = Deel(lezing, document)
    mensen = deel.getal("mensen", 0, 20_000)
    gesprekken = deel.waarde("gesprekken_per_halfuur")
    if isinstance(gesprekken, bool) or not isinstance(gesprekken, int | Decimal) or not 0 <= gesprekken <= HOOGSTE_AANTAL:  # fmt: skip
        if gesprekken is not None:
            deel.fout("gesprekken_per_halfuur", "aantal_onjuist", f"is een getal van 0 tot en met {HOOGSTE_AANTAL}.", f"is a number from 0 to {HOOGSTE_AANTAL}.")  # fmt: skip
        gesprekken = 0
    behandeltijd = deel.getal("behandeltijd_s", 1, 14_400, waarom=GEEN_TIJD)
    geduld = deel.getal("geduld_s", 1, 7_200, waarom=GEEN_GEDULD) if deel.heeft("geduld_s") else None
    seconden = deel.getal("seconden", 0, 3_600, 20)
    deel.sluit()
    lezing.klaar()
    per_seconde = float(gesprekken) / 1800
    stand = wachtrij(mensen, per_seconde, behandeltijd, geduld, seconden)
    return {
        "model": "erlang_c" if geduld is None else "erlang_a",
        "belasting_erlang": round(per_seconde * behandeltijd, 6),
        "erlang_b": round(erlang_b(mensen, per_seconde * behandeltijd), 9),
        "erlang_c": round(erlang_c(mensen, per_seconde * behandeltijd), 9),
        "bereikt": round(stand.bereikt, 9),
        "afhaken": None if stand.afhaken is None else round(stand.afhaken, 9),
        "gemiddeld_wachten_s": round(stand.wacht, 6) if math.isfinite(stand.wacht) else None,
        "bezet": round(stand.bezet, 9),
        "wachtkans": round(stand.wachtkans, 9),
    }


def _vraag(scenario: Scenario, kalender: Kalender) -> tuple[tuple[Vraagdeel, ...], Document]:
    """The demand of the period and how it came about."""
    factor = 1 + float(scenario.vraag_procent) / 100
    halfuren = scenario.halfuren(kalender)
    if scenario.vraag is not None:
        gegeven = [(halfuur, scenario.vraag[halfuur] * factor) for halfuur in halfuren]
        delen = tuple(Vraagdeel(halfuur, aantal, *grenzen(aantal, 0.0)) for halfuur, aantal in gegeven)
        return delen, vraagdocument(
            delen, 0.0, {"bron": "gegeven", "herkomst": scenario.herkomst, "opmerkingen": []}
        )
    assert scenario.historie
    model = leer(scenario.historie, scenario.campagnes, kalender)
    _vereis_effect(scenario, model)
    vooruit = weken_vooruit(scenario.historie, scenario.van)
    getoetst = toets(scenario.historie, scenario.campagnes, kalender, min(vooruit, 4))
    delen = raam(model, halfuren, factor, getoetst.spreiding if getoetst else 0.0)
    campagnes = [
        {"naam": c.naam, "soort": c.soort, "effect_procent": procent(model.effect(c).factor - 1), "eerdere": model.effect(c).eerdere}
        for c in scenario.campagnes
        if _raakt(c, scenario)
    ]  # fmt: skip
    verklaring = {
        "bron": "historie",
        "herkomst": scenario.herkomst,
        "geteld": scenario.historie.omvang(),
        "weken_historie": len({maandag(h.datum) for h in scenario.historie.aantallen}),
        "weken_vooruit": vooruit,
        "toets": toetsdocument(getoetst),
        "campagnes": campagnes,
        "opmerkingen": [
            {"nl": t.nl, "en": t.en} for t in _opmerkingen(scenario, model, getoetst, vooruit, kalender)
        ],
    }
    return delen, vraagdocument(delen, getoetst.spreiding_dag if getoetst else 0.0, verklaring)


def _raakt(campagne: Campagne, scenario: Scenario) -> bool:
    return campagne.tot >= scenario.van and campagne.van <= scenario.tot


def _vereis_effect(scenario: Scenario, model: Vraagmodel) -> None:
    for nummer, campagne in enumerate(scenario.campagnes):
        if _raakt(campagne, scenario) and campagne.effect is None and not model.effect(campagne).eerdere:
            raise weiger("campagne_zonder_effect", f"/campagnes/{nummer}/effect_procent", f"/campagnes/{nummer}/effect_procent: van {campagne.naam} is geen effect bekend en er is geen eerdere campagne van de soort {campagne.soort} in de historie. Vul een effect in, of noem een eerdere campagne.", f"/campagnes/{nummer}/effect_procent: no effect of {campagne.naam} is known and there is no earlier campaign of kind {campagne.soort} in the history. Enter an effect, or name an earlier campaign.")  # fmt: skip


def _opmerkingen(
    scenario: Scenario, model: Vraagmodel, getoetst: Toets | None, vooruit: int, kalender: Kalender
) -> list[Tekst]:
    uit = []
    if getoetst is None:
        uit.append(Tekst("De historie is te kort om de raming te toetsen; de band telt alleen toeval.", "The history is too short to test the forecast; the band counts chance only."))  # fmt: skip
    elif vooruit > getoetst.vooruit:
        uit.append(Tekst(f"Getoetst is {getoetst.vooruit} weken vooruit; deze planning ligt {vooruit} weken vooruit en is minder zeker.", f"Tested {getoetst.vooruit} weeks ahead; this plan lies {vooruit} weeks ahead and is less certain."))  # fmt: skip
    if scenario.opening.feestdagen_open and not model.feestdagen_gezien and any(kalender.feestdag(h.datum) for h in scenario.halfuren(kalender)):  # fmt: skip
        uit.append(Tekst("In de historie staat geen feestdag: die is geraamd als gewone dag.", "There is no holiday in the history: it is forecast as an ordinary day."))  # fmt: skip
    uit += [
        Tekst(f"Het effect van {campagne.naam} rust op één eerdere campagne.", f"The effect of {campagne.naam} rests on one earlier campaign.")
        for campagne in scenario.campagnes
        if _raakt(campagne, scenario) and campagne.effect is None and model.effect(campagne).eerdere == 1
    ]  # fmt: skip
    return uit
