"""What a page draws of a plan: demand, people and what callers meet, per half hour of a day."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.onderdelen import Tabblad
from samenhang.web.weergave import getal, korte_datum

KOLOMMEN: Final = ("datum", "van", "gesprekken", "laag", "hoog", "mensen", "nodig", "bereikt_procent", "afhaken_procent", "gemiddeld_wachten_s", "bezet_procent")  # fmt: skip
KORT: Final = ("ma", "di", "wo", "do", "vr", "za", "zo")
SHORT: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
STANDEN: Final = {
    "optimaal": Tekst(
        "optimaal: bewezen dat het niet goedkoper kan", "optimal: proven that it cannot be cheaper"
    ),
    "haalbaar": Tekst(
        "haalbaar: misschien kan het iets goedkoper", "feasible: perhaps it can be a little cheaper"
    ),
    "onhaalbaar": Tekst(
        "onhaalbaar: bewezen dat het zo niet kan", "infeasible: proven that it cannot be done so"
    ),
    "geen_antwoord": Tekst("geen antwoord binnen het toegestane werk", "no answer within the work allowed"),
}
STATEN: Final = {
    "concept": Tekst("concept", "concept"),
    "vastgesteld": Tekst("vastgesteld", "adopted"),
    "vervangen": Tekst("vervangen", "replaced"),
}
HALFUUR: Final = Tekst("Half uur vanaf", "Half hour from")


def beeld_van(uitkomst: dict[str, Any], gekozen: str) -> dict[str, Any]:
    """The chosen day of a plan (the first when none was chosen), with two pictures and its rows."""
    dagen = [dag["datum"] for dag in uitkomst["dagen"]]
    if not dagen:
        return {"stand": STANDEN[uitkomst["stand"]]}
    dag = gekozen if gekozen in dagen else dagen[0]
    rijen = [rij for rij in uitkomst["halfuren"] if rij["datum"] == dag]
    naam = dagnaam(dag)
    drukste = max(rijen, key=lambda rij: rij["gesprekken"])
    tijden = [rij["van"] for rij in rijen]
    mensen = Grafiek(
        "lijn",
        Tekst(f"{naam.nl}: het drukst om {drukste['van']}, met {drukste['mensen']} mensen", f"{naam.en}: busiest at {drukste['van']}, with {drukste['mensen']} people"),
        Tekst("Verwachte gesprekken met hun band, en mensen, per half uur", "Expected calls with their band, and people, per half hour"),
        Tekst("aantal", "number"),
        tijden,
        [
            Reeks(Tekst("Gesprekken", "Calls"), [round(rij["gesprekken"], 1) for rij in rijen]),
            Reeks(Tekst("Mensen", "People"), [rij["mensen"] for rij in rijen]),
            Reeks(Tekst("Acht van de tien keer minstens", "Eight of ten times at least"), [rij["laag"] for rij in rijen]),
            Reeks(Tekst("Acht van de tien keer hoogstens", "Eight of ten times at most"), [rij["hoog"] for rij in rijen]),
        ],
        HALFUUR,
    )  # fmt: skip
    doel = uitkomst["doel"]
    bereikt = [Reeks(Tekst(f"Binnen {doel['seconden']} seconden", f"Within {doel['seconden']} seconds"), [round(rij["bereikt_procent"], 1) for rij in rijen])]  # fmt: skip
    if all(rij["afhaken_procent"] is not None for rij in rijen):
        bereikt.append(
            Reeks(Tekst("Haakt af", "Hang up"), [round(rij["afhaken_procent"], 1) for rij in rijen])
        )
    slechtst = min(rijen, key=lambda rij: rij["bereikt_procent"])
    bereik = Grafiek(
        "lijn",
        Tekst(f"{naam.nl}: het laagst om {slechtst['van']}, {getal(round(slechtst['bereikt_procent'], 1))} % binnen {doel['seconden']} seconden", f"{naam.en}: lowest at {slechtst['van']}, {slechtst['bereikt_procent']:.1f} % within {doel['seconden']} seconds"),
        Tekst("Verwacht deel van de bellers dat op tijd wordt opgenomen, en dat afhaakt, per half uur", "Expected share of callers answered in time, and hanging up, per half hour"),
        Tekst("procent", "percent"),
        tijden,
        bereikt,
        HALFUUR,
    )  # fmt: skip
    return {
        "stand": STANDEN[uitkomst["stand"]],
        "dag": naam,
        "tabbladen": [Tabblad(dagnaam(d), f"?dag={d}", d == dag) for d in dagen],
        "grafieken": [mensen, bereik],
        "halfuren": [_kort(rij) for rij in rijen],
        "diensten": [dienst for dienst in uitkomst["diensten"] if dienst["datum"] == dag],
    }


def _kort(rij: dict[str, Any] | None) -> dict[str, Any] | None:
    """A row with figures as people read them: one decimal, the wait in whole seconds."""
    if rij is None:
        return None
    uit = {naam: round(waarde, 1) if isinstance(waarde, float) else waarde for naam, waarde in rij.items()}
    if uit.get("gemiddeld_wachten_s") is not None:
        uit["gemiddeld_wachten_s"] = round(uit["gemiddeld_wachten_s"])
    return uit


def samenvatting(uitkomst: dict[str, Any]) -> dict[str, Any]:
    """The figures on top, the proof in a sentence, and what the forecast rests on."""
    if not uitkomst["halfuren"]:
        return {"uitleg": [_zin(zin) for zin in uitkomst["uitleg"]], "rust_op": rust_op(uitkomst)}
    doel = uitkomst["doel"]
    afhaken = uitkomst["afhaken_procent"]
    tegels = [
        (Tekst("Betaalde uren", "Paid hours"), uitkomst["uren"], Tekst(f"{getal(uitkomst['uren_per_halfuur'])} als elk half uur zelf aan het doel moest voldoen", f"{uitkomst['uren_per_halfuur']} if each half hour had to meet the target")),
        (Tekst(f"Binnen {doel['seconden']} seconden", f"Within {doel['seconden']} seconds"), f"{getal(round(uitkomst['bereikt_procent'], 1))} %", Tekst(f"doel {getal(doel['procent'])} %", f"target {doel['procent']} %")),
        (Tekst("Haakt af", "Hang up"), "–" if afhaken is None else f"{getal(round(afhaken, 1))} %", _afhaakdoel(doel["afhaken_procent"], afhaken)),
        (Tekst("Gesprekken", "Calls"), getal(round(uitkomst["gesprekken"])), Tekst("verwacht in deze periode", "expected in this period")),
    ]  # fmt: skip
    grens = sum(week["ondergrens_uren"] for week in uitkomst["weken"])
    bewijs = Tekst(
        f"Geen plan kan met minder dan {getal(grens)} uur toe.",
        f"No plan can do with less than {grens} hours.",
    )
    return {"tegels": tegels, "bewijs": bewijs, "rust_op": rust_op(uitkomst)}


def _afhaakdoel(doel: float | None, afhaken: float | None) -> Tekst:
    if afhaken is None:
        return Tekst("onbekend: er is geen geduld ingevuld", "unknown: no patience was entered")
    if doel is None:
        return Tekst("geen grens gevraagd", "no limit asked")
    return Tekst(f"hoogstens {getal(doel)} %", f"at most {doel} %")


def rust_op(uitkomst: dict[str, Any]) -> list[Tekst]:
    """Sentences about target, model, forecast and its test."""
    doel, raming = uitkomst["doel"], uitkomst["raming"]
    uit = [*_herkomst(raming), MODEL[doel["model"]]]
    if doel["bron"]:
        uit.append(Tekst(f"Doel: {doel['bron']} ({doel['status']}).", "The source of the target stands in the scenario, in Dutch."))  # fmt: skip
    toets = raming.get("toets")
    if toets:
        uit.append(Tekst(f"De raming is getoetst op {toets['weken']} weken: zij zat per half uur {getal(toets['fout_procent'])} % naast de telling, de vorige week herhalen {getal(toets['fout_naief_procent'])} %.", f"The forecast was tested on {toets['weken']} weeks: per half hour it was {toets['fout_procent']} % off the count, repeating the last week {toets['fout_naief_procent']} %."))  # fmt: skip
        if toets["binnen_band_procent"] is not None:
            uit.append(Tekst(f"Van de halve uren viel {getal(toets['binnen_band_procent'])} % binnen de band; beloofd is 80.", f"Of the half hours {toets['binnen_band_procent']} % fell within the band; promised is 80."))  # fmt: skip
    for campagne in raming.get("campagnes", []):
        bron = Tekst("ingevuld", "entered") if not campagne["eerdere"] else Tekst(f"uit {campagne['eerdere']} eerdere", f"from {campagne['eerdere']} earlier")  # fmt: skip
        uit.append(Tekst(f"{campagne['naam']}: {getal(campagne['effect_procent'])} % op de vraag, {bron.nl}.", f"{campagne['naam']}: {campagne['effect_procent']} % on demand, {bron.en}."))  # fmt: skip
    return uit + [_zin(zin) for zin in raming["opmerkingen"]]


def _herkomst(raming: dict[str, Any]) -> list[Tekst]:
    """Where the demand comes from: what was counted, or that it was entered; and whether anybody said from where."""
    geteld, uit = raming.get("geteld"), []
    if raming["bron"] == "gegeven":
        uit.append(Tekst("De vraag is ingevuld en niet geraamd uit tellingen.", "The demand was entered and not forecast from counts."))  # fmt: skip
    elif geteld:
        van, tot = date.fromisoformat(geteld["van"]), date.fromisoformat(geteld["tot"])
        uit.append(
            Tekst(
                f"De vraag is geraamd uit {getal(geteld['gesprekken'])} gesprekken in {getal(geteld['halfuren'])} getelde halve uren, van {korte_datum(van)} tot en met {korte_datum(tot)}.",
                f"The demand was forecast from {geteld['gesprekken']} calls in {geteld['halfuren']} counted half hours, from {korte_datum(van)} to {korte_datum(tot)}.",
            )
        )  # fmt: skip
    if not raming.get("herkomst"):
        uit.append(Tekst("Waar deze cijfers vandaan komen, is niet ingevuld.", "Where these figures come from was not entered."))  # fmt: skip
    return uit


def _zin(zin: dict[str, str]) -> Tekst:
    return Tekst(zin["nl"], zin["en"])


MODEL: Final = {
    "erlang_c": Tekst("Bereikbaarheid is berekend met Erlang C, alsof niemand ophangt; afhakers met Erlang A.", "Reachability was computed by Erlang C, as if nobody hung up; hanging up by Erlang A."),
    "erlang_a": Tekst("Bereikbaarheid en afhakers zijn berekend met Erlang A.", "Reachability and hanging up were computed by Erlang A."),
}  # fmt: skip


def vergelijkbeeld(uit: dict[str, Any]) -> dict[str, Any]:
    """Two plans side by side, per day; and what comes of it when nobody does anything."""
    voor, na, verschil = uit["voor"], uit["na"], uit["verschil"]
    zelfde = {rij["datum"]: rij for rij in (uit["ongewijzigd"] or {"dagen": []})["dagen"]}
    oud, nieuw = ({rij["datum"]: rij for rij in deel["dagen"]} for deel in (voor, na))
    dagen = [
        {
            "dag": dagnaam(rij["datum"]),
            "voor": _kort(oud.get(rij["datum"])),
            "na": _kort(nieuw.get(rij["datum"])),
            "ongewijzigd": _kort(zelfde.get(rij["datum"])),
            "uren": rij["uren"],
        }
        for rij in verschil["dagen"]
    ]
    grafiek = None
    if voor["dagen"] and na["dagen"]:
        meer = verschil["uren"] or 0
        prijs = getal(abs(meer))
        grafiek = Grafiek(
            "staven",
            Tekst(f"{prijs} uur {'meer' if meer >= 0 else 'minder'} in de hele periode", f"{abs(meer)} hours {'more' if meer >= 0 else 'less'} in the whole period"),
            Tekst("Betaalde uren per dag, voor en na", "Paid hours per day, before and after"),
            Tekst("uren", "hours"),
            [dag["dag"] for dag in dagen],
            [
                Reeks(Tekst("Voor", "Before"), [(dag["voor"] or {}).get("uren") for dag in dagen]),
                Reeks(Tekst("Na", "After"), [(dag["na"] or {}).get("uren") for dag in dagen]),
            ],
            Tekst("Dag", "Day"),
        )  # fmt: skip
    return {
        "voor": _kort(voor),
        "na": _kort(na),
        "verschil": verschil,
        "ongewijzigd": _kort(uit["ongewijzigd"]),
        "dagen": dagen,
        "grafiek": grafiek,
        "stand": STANDEN[na["stand"]],
        "uitleg": [_zin(zin) for zin in na["uitleg"]],
    }


def dagnaam(tekst: str) -> Tekst:
    """A day as "ma 7-9" and "Mon 7-9"."""
    dag = date.fromisoformat(tekst)
    return Tekst(
        f"{KORT[dag.weekday()]} {dag.day}-{dag.month}", f"{SHORT[dag.weekday()]} {dag.day}-{dag.month}"
    )
