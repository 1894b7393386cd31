"""An answer as people read it: facts, tables, pictures, and the trace beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.schemes.schuldhulp.pages.woorden import KEUZES, STATUS, VELDEN
from samenhang.web.grafieken import Grafiek, Reeks
from samenhang.web.onderdelen import Feit
from samenhang.web.weergave import getal, in_tekst, korte_datum

OMLIJSTING = ("trace", "normset", "beleid", "status", "motor", "hash")
MEESTE_STAVEN = 25
SMAL = 5
TOON = {"bevestigd": "goed", "beleid": "info", "ongeverifieerd": "let-op"}
EURO = Tekst("euro", "euros")
VAN_KREDIET = ("kredietvergoeding", "meer_kredietvergoeding")
"""What only a credit costs."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """Rows under headers; a cell says whether it is a figure. `smal`: figures only, which fit on a telephone."""

    titel: Tekst
    koppen: list[tuple[Tekst, bool]]
    rijen: list[list[tuple[str, bool]]]
    smal: bool


def beeld_van(
    naam: str, document: dict[str, Any], uit: dict[str, Any], *, spaart: bool = False
) -> dict[str, Any]:
    """What the page shows of an answer; who saves (`spaart`) borrows nothing, and sees no fee of a credit."""
    kern = {veld: waarde for veld, waarde in uit.items() if veld not in OMLIJSTING}
    if spaart:
        kern = _zonder_krediet(kern)
    return {
        "feiten": list(_feiten(kern)),
        "tabellen": [_tabel(veld, rijen) for veld, rijen in kern.items() if _is_tabel(rijen)],
        "grafieken": list(_grafieken(naam, kern)),
        "spoor": [_stap(regel) for regel in uit["trace"]],
        "normen": [(norm, STATUS[norm["status"]], TOON[norm["status"]]) for norm in uit["normset"]["normen"]],
        "status": STATUS[uit["status"]],
        "toon": TOON[uit["status"]],
        "onzeker": uit["status"] == "ongeverifieerd",
        "motor": uit["motor"],
        "hash": uit["hash"],
        "document": json.dumps(document, ensure_ascii=False),
    }


def _zonder_krediet(kern: Any) -> Any:
    if isinstance(kern, dict):
        return {veld: _zonder_krediet(waarde) for veld, waarde in kern.items() if veld not in VAN_KREDIET}
    return [_zonder_krediet(deel) for deel in kern] if isinstance(kern, list) else kern


def _is_tabel(waarde: Any) -> bool:
    return isinstance(waarde, list) and bool(waarde) and isinstance(waarde[0], dict)


def _feiten(kern: dict[str, Any]) -> Iterator[Feit]:
    for veld, waarde in kern.items():
        if isinstance(waarde, list):
            if waarde and not isinstance(waarde[0], dict):
                yield Feit(VELDEN[veld], ", ".join(leesbaar(veld, deel) for deel in waarde))
        elif waarde is not None:
            yield Feit(VELDEN[veld], leesbaar(veld, waarde))


def _tabel(veld: str, rijen: list[dict[str, Any]]) -> Tabel:
    koppen = [(VELDEN[naam], _is_getal(naam, waarde)) for naam, waarde in rijen[0].items()]
    smal = len(koppen) <= SMAL and all(getal for _, getal in koppen)
    cellen = [
        [(leesbaar(naam, waarde), _is_getal(naam, waarde)) for naam, waarde in rij.items()] for rij in rijen
    ]
    if smal:  # narrow columns: the sign would stand on a line of its own
        cellen = [[(tekst.removeprefix("€").strip(), getal) for tekst, getal in rij] for rij in cellen]
    return Tabel(VELDEN[veld], koppen, cellen, smal)


def _is_getal(naam: str, waarde: Any) -> bool:
    return (
        naam.startswith("percentage")
        or (isinstance(waarde, int) and not isinstance(waarde, bool))
        or _bedrag(waarde) is not None
    )


def leesbaar(veld: str, waarde: Any) -> str:
    """A value of an answer as people read it: amounts in Dutch notation, days with their weekday, codes in words."""
    if not isinstance(waarde, str):
        return in_tekst(waarde)
    if veld.startswith(("percentage", "wsnp_")):
        return f"{getal_in_tekst(waarde)} %"
    if waarde.endswith(" %"):
        return getal_in_tekst(waarde)
    bedrag = _bedrag(waarde)
    if bedrag is not None:
        return bedrag.scherm()
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", waarde):
        return korte_datum(date.fromisoformat(waarde))
    return in_tekst(KEUZES.get(waarde, waarde))


def getal_in_tekst(waarde: str) -> str:
    """A text in which decimal numbers have the point or comma of the language."""
    return re.sub(r"(?<=[0-9])\.(?=[0-9])", getal(1.5)[1], waarde)


def _bedrag(waarde: Any) -> Bedrag | None:
    if not isinstance(waarde, str):
        return None
    try:
        return Bedrag.lees(waarde)
    except ValueError:
        return None


def _stap(regel: dict[str, str]) -> dict[str, Any]:
    """One step of the trace, in the language of the page."""
    return {
        "label": Tekst(regel["label"], regel["label_en"]),
        "formule": getal_in_tekst(in_tekst(Tekst(regel["formule"], regel["formule_en"]))),
        "waarde": leesbaar("", regel["waarde"]),
        "artikel": regel["artikel"],
        "norm": regel["norm"],
        "status": STATUS.get(regel["status"]),
        "toon": TOON.get(regel["status"], ""),
    }


def _grafieken(naam: str, kern: dict[str, Any]) -> Iterator[Grafiek]:
    if naam == "krediet":
        yield _saldo(kern)
    elif "uitkeringen" in kern and len(kern["uitkeringen"]) <= MEESTE_STAVEN:
        yield _uitkeringen(kern)
    elif naam == "looptijdvergelijking":
        yield _looptijden(kern)


def _saldo(kern: dict[str, Any]) -> Grafiek:
    rijen, netto = kern["schema"], Bedrag.lees(kern["netto_kredietsom"]).scherm()
    if kern.get("schuldenvrij"):
        klaar = korte_datum(date.fromisoformat(kern["schuldenvrij"]))
        wanneer = Tekst(f"op {klaar}", f"on {klaar}")
    else:
        wanneer = Tekst(f"na {len(rijen)} maanden", f"after {len(rijen)} months")
    return Grafiek(
        "lijn",
        Tekst(
            f"Een krediet van {netto} is afgelost {wanneer.nl}",
            f"A credit of {netto} is paid off {wanneer.en}",
        ),
        Tekst("Wat er na elke termijn nog openstaat.", "What is still owed after each instalment."),
        EURO,
        [str(rij["termijn"]) for rij in rijen],
        [Reeks(Tekst("Saldo", "Balance"), [_hoogte(rij["saldo"]) for rij in rijen])],
        kop=Tekst("Termijn", "Instalment"),
        decimalen=2,
    )


def _uitkeringen(kern: dict[str, Any]) -> Grafiek:
    rijen = kern["uitkeringen"]
    krijgt = max(rijen, key=lambda rij: Bedrag.lees(rij["bedrag"]))
    meest = Bedrag.lees(krijgt["bedrag"]).scherm()
    return Grafiek(
        "staven",
        Tekst(f"{krijgt['id']} krijgt het meest: {meest}", f"{krijgt['id']} gets most: {meest}"),
        Tekst("Wat elke schuldeiser krijgt van zijn vordering.", "What each creditor gets of his claim."),
        EURO,
        [str(rij["id"]) for rij in rijen],
        [
            Reeks(Tekst("Krijgt", "Gets"), [_hoogte(rij["bedrag"]) for rij in rijen]),
            Reeks(Tekst("Schuld", "Debt"), [_hoogte(rij["vordering"]) for rij in rijen]),
        ],
        kop=Tekst("Schuldeiser", "Creditor"),
        decimalen=2,
    )


def _looptijden(kern: dict[str, Any]) -> Grafiek:
    delen, meer = kern["looptijden"], Bedrag.lees(kern["meer_voor_schuldeisers"]).scherm()
    langer = kern["langer_maanden"]
    velden = [veld for veld in ("betaald", "voor_schuldeisers", "kredietvergoeding") if veld in delen[0]]
    return Grafiek(
        "staven",
        Tekst(f"{langer} maanden langer betalen brengt schuldeisers {meer} meer", f"Paying {langer} months longer brings creditors {meer} more"),
        Tekst("Wat er wordt betaald, en waar het heen gaat.", "What is paid, and where it goes."),
        EURO,
        [VELDEN[veld] for veld in velden],
        [
            Reeks(Tekst(f"{deel['maanden']} maanden", f"{deel['maanden']} months"), [_hoogte(deel[veld]) for veld in velden])
            for deel in delen
        ],
        kop=Tekst("Wat", "What"),
        decimalen=2,
    )  # fmt: skip


def _hoogte(tekst: str) -> float:
    """The height of a mark: for drawing only, the table and the facts show the exact amount."""
    return Bedrag.lees(tekst).centen / 100
