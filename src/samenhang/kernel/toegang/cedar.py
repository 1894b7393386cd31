"""The permits as a Cedar policy set, for auditors who want to check them with a tool of others. Pure.

One policy per permit and handling. Everything a decision looks at stands in the context of the request
(`cedar_verzoek`): Cedar decides per category, our own decision for all of them at once. Days are ordinals; a law that is
not in force by its status has no policy, which its comment says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from samenhang.kernel.toegang.besluit import Feiten, Verzoek
from samenhang.kernel.toegang.dimensies import VERNIETIGD
from samenhang.kernel.toegang.grondslagen import Grondslag
from samenhang.kernel.toegang.regels import Regel
from samenhang.kernel.toegang.tabel import ALLE_STAPPEN, Beslistabel
from samenhang.kernel.toegang.voorwaarden import OUD_GENOEG, VOLWASSEN

ONBEKEND: Final = -1
"""An age that is not known; a day that is not there is 0."""

_VOORWAARDEN: Final[dict[str, str]] = {
    "nood": "context.nood",
    "eigen_leeftijd": f"context.leeftijd >= {OUD_GENOEG} && !context.wilsonbekwaam",
    "vertegenwoordiging": (
        "!context.tegen_belang && (context.wilsonbekwaam || "
        f"(context.leeftijd >= 0 && context.leeftijd < {VOLWASSEN}))"
    ),
    "maatregel": "context.maatregel",
    "geen_bezwaar": "!context.bezwaar && !context.bezwaar_tegen.contains(context.categorie)",
    "geinformeerd": "(context.geinformeerd || context.dag <= context.uitstel_tot)",
    "instemming": "context.instemming.contains(context.categorie)",
    "bron": "!context.voorwaarde_bron.contains(context.categorie)",
    "afspraak": "context.afspraak.contains(context.categorie)",
    "noodzaak": "context.noodzaak.contains(context.categorie)",
    "tweede_lezer": "context.tweede_lezer",
    "niet_gesloten": "!context.gesloten.contains(context.categorie)",
}


def cedar(tabel: Beslistabel) -> str:
    """The policy set of a table, with its hash; in a fixed order, so that two versions can be compared."""
    delen = [f"// Samenhang, {len(tabel.regels)} permits, table {tabel.hash}"]
    for naam in sorted(tabel.regels):
        regel = tabel.regels[naam]
        delen += _regel(regel, tabel.grondslagen[regel.grondslag])
    return "\n\n".join(delen) + "\n"


def _regel(regel: Regel, wet: Grondslag) -> Iterator[str]:
    if wet.status != "in_werking" or wet.bronstatus == "concept":
        yield f"// {regel.id}: {wet.artikel} is {wet.status}, text {wet.bronstatus}; nothing is permitted"
        return
    for handeling, categorieen in (("leest", regel.leest), ("schrijft", regel.schrijft)):
        if categorieen:
            yield _beleid(regel, wet, handeling, categorieen)


def _beleid(regel: Regel, wet: Grondslag, handeling: str, categorieen: Iterable[str]) -> str:
    eisen = [
        f"context.scheme == {_tekst(regel.scheme)}",
        f"{_lijst(regel.organisaties)}.contains(context.organisatie)",
        f"{_lijst(f'{rol}|{betrokkenheid}' for rol, betrokkenheid in regel.wie)}.contains(context.wie)",
        f"{_lijst(regel.doelen)}.contains(context.doel)",
        f"context.stap != {_tekst(VERNIETIGD)}"
        if ALLE_STAPPEN in regel.stappen
        else f"{_lijst(regel.stappen)}.contains(context.stap)",
        f"{_lijst(categorieen)}.contains(context.categorie)",
        f'(context.grondslag == "" || context.grondslag == {_tekst(wet.id)})',
        f"context.dag >= {wet.geldig_van.toordinal()}",
    ]
    if wet.geldig_tot is not None:
        eisen.append(f"context.dag <= {wet.geldig_tot.toordinal()}")
    eisen += [f"({_VOORWAARDEN[rij.naam]})" for rij in regel.voorwaarden]
    voorwaarden = " &&\n  ".join(eisen)
    return (
        f"// {wet.artikel} ({wet.bronstatus})\n"
        f'@id("{regel.id}/{handeling}")\n'
        f'permit (principal, action == Action::"{handeling}", resource)\nwhen {{\n  {voorwaarden}\n}};'
    )


def _tekst(waarde: str) -> str:
    return json.dumps(waarde, ensure_ascii=False)


def _lijst(waarden: Iterable[str]) -> str:
    return f"[{', '.join(_tekst(waarde) for waarde in sorted(waarden))}]"


def cedar_verzoek(
    verzoek: Verzoek, feiten: Feiten, dag: date, categorie: str, *, schrijven: bool
) -> dict[str, Any]:
    """One category of a question as a Cedar request, of an actor with one role; raises `ValueError` with more."""
    (rol,) = verzoek.rollen
    return {
        "principal": 'Vrager::"iemand"',
        "action": f'Action::"{"schrijft" if schrijven else "leest"}"',
        "resource": 'Gegeven::"iets"',
        "context": {
            "scheme": verzoek.scheme,
            "organisatie": verzoek.organisatiesoort,
            "wie": f"{rol}|{feiten.betrokkenheid}",
            "doel": verzoek.doel,
            "stap": feiten.stap,
            "categorie": categorie,
            "grondslag": verzoek.grondslag,
            "noodzaak": sorted(verzoek.noodzaak),
            "dag": dag.toordinal(),
            "tweede_lezer": feiten.tweede_lezer,
            "instemming": sorted(feiten.instemming),
            "geinformeerd": feiten.geinformeerd,
            "uitstel_tot": feiten.uitstel_tot.toordinal() if feiten.uitstel_tot else 0,
            "bezwaar": feiten.bezwaar,
            "bezwaar_tegen": sorted(feiten.bezwaar_tegen),
            "voorwaarde_bron": sorted(feiten.voorwaarde_bron),
            "afspraak": sorted(feiten.afspraak),
            "gesloten": sorted(feiten.gesloten),
            "leeftijd": ONBEKEND if feiten.leeftijd is None else feiten.leeftijd,
            "wilsonbekwaam": feiten.wilsonbekwaam,
            "tegen_belang": feiten.tegen_belang,
            "maatregel": feiten.maatregel,
            "nood": feiten.nood,
        },
    }
