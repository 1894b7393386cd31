"""The texts of decisions and letters: which version holds on a day, and what is filled in. Pure.

The texts stand in `rules/brieven/schuldhulp.toml`, which a municipality changes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Tekst

SOORTEN: Final = {
    "toelating": Tekst("Besluit: toelating", "Decision: admission"),
    "afwijzing": Tekst("Besluit: afwijzing", "Decision: refusal"),
    "beeindiging": Tekst("Besluit: beëindiging", "Decision: ending"),
    "voorstel": Tekst("Voorstel aan elke schuldeiser", "Proposal to each creditor"),
    "herinnering": Tekst(
        "Herinnering aan elke schuldeiser die niet antwoordde", "Reminder to each creditor who did not answer"
    ),
    "krediet": Tekst("Kredietovereenkomst", "Credit agreement"),
    "regeling": Tekst("Overeenkomst van de regeling", "Agreement of the arrangement"),
    "hercontrole": Tekst("Brief over de hercontrole", "Letter about the check of capacity"),
    "uitdeling": Tekst("Bericht van uitbetaling aan elke schuldeiser", "Notice of payment to each creditor"),
    "kwijting": Tekst("Brief over de kwijting", "Letter of discharge"),
}
BEZWAARBRIEVEN: Final = {
    "bezwaar_ontvangst": Tekst("Bevestiging van het bezwaar", "Confirmation of the objection"),
    "bezwaar_hoorzitting": Tekst("Uitnodiging om te worden gehoord", "Invitation to be heard"),
    "bezwaar_besluit": Tekst("Beslissing op bezwaar", "Decision on the objection"),
}
"""Letters about an objection."""
AAN_SCHULDEISERS: Final = ("voorstel", "herinnering", "uitdeling")
"""Letters that go to creditors, one each; the resident sees on his page what they say."""
BESLUITEN: Final = ("toelating", "afwijzing", "beeindiging")
_BESLUIT: Final = {"motivering", "plan", "bezwaar_tot"}
BEZWAARBESLUITEN: Final = ("bezwaar_gegrond", "bezwaar_ongegrond", "bezwaar_niet_ontvankelijk")
_BEZWAAR: Final = {"besluit", "besluit_op", "ontvangen", "uiterlijk", "hoorzitting", "waar", "gehoord", "motivering", "beroep_tot"}  # fmt: skip
_ALTIJD: Final = {"naam", "gemeente", "zaaknummer", "consulent"}
INVULLINGEN: Final = {
    **dict.fromkeys(BESLUITEN, _ALTIJD | _BESLUIT),
    "voorstel": _ALTIJD | {"vordering", "rang", "bedrag", "percentage", "hoe", "capaciteit", "hash", "uiterlijk", "verstuurd"},
    "herinnering": _ALTIJD | {"vordering", "rang", "bedrag", "percentage", "hoe", "capaciteit", "hash", "uiterlijk", "verstuurd"},
    "krediet": _ALTIJD | {"bank", "netto", "ingang", "vergoeding", "bruto", "rente", "maximum", "maanden", "maandtermijn", "eerste", "laatste", "schuldenvrij"},
    **dict.fromkeys(("bezwaar_ontvangst", "bezwaar_hoorzitting", *BEZWAARBESLUITEN), _ALTIJD | _BEZWAAR),
    "kwijting": _ALTIJD | {"afgelost"},
    "kwijting_regeling": _ALTIJD | {"begin", "einde", "gespaard"},
    "kwijting_zonder": _ALTIJD | {"begin", "einde"},
    "regeling": _ALTIJD | {"begin", "einde", "maandbedrag", "eerste", "controle"},
    "regeling_zonder": _ALTIJD | {"begin", "einde", "controle"},
    "hercontrole": _ALTIJD | {"op", "oud", "nieuw", "vanaf", "toelichting", "hash"},
    "uitdeling": _ALTIJD | {"op", "bedrag", "totaal", "vordering"},
}  # fmt: skip
"""What each text may leave open between braces."""
_GAT: Final = re.compile(r"\{([^}]*)\}")
MAANDEN: Final = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Brieftekst:
    """One version of a text, from a day: subject, and paragraphs with their heading or none."""

    id: str
    vanaf: date
    status: str
    onderwerp: str
    alineas: tuple[tuple[str, str], ...]


def lees_teksten(document: Mapping[str, Any]) -> tuple[Brieftekst, ...]:
    """The texts of the file; raises `ValueError` naming what is wrong, for who changed them."""
    uit = []
    for rij in document["brief"]:
        tekst = Brieftekst(rij["id"], rij["vanaf"], rij["status"], rij["onderwerp"], tuple((kop, alinea) for kop, alinea in rij["alineas"]))  # fmt: skip
        if tekst.id not in INVULLINGEN:
            raise ValueError(f"brief {tekst.id!r} is er niet; kies uit {', '.join(INVULLINGEN)}")
        delen = (tekst.onderwerp, *(deel for paar in tekst.alineas for deel in paar))
        vreemd = {gat for deel in delen for gat in _GAT.findall(deel)} - INVULLINGEN[tekst.id]
        if vreemd:
            raise ValueError(f"brief {tekst.id}: onbekende invulling {', '.join(sorted(vreemd))}; kies uit {', '.join(sorted(INVULLINGEN[tekst.id]))}")  # fmt: skip
        if tekst.id in BESLUITEN and not any("{bezwaar_tot}" in deel for deel in delen):
            raise ValueError(f"brief {tekst.id}: een besluit noemt tot wanneer bezwaar kan ({{bezwaar_tot}})")
        if tekst.id in BEZWAARBESLUITEN and not any("{beroep_tot}" in deel for deel in delen):
            raise ValueError(
                f"brief {tekst.id}: een beslissing op bezwaar noemt tot wanneer beroep kan ({{beroep_tot}})"
            )
        uit.append(tekst)
    return tuple(uit)


def tekst_op(teksten: Sequence[Brieftekst], soort: str, dag: date) -> Brieftekst:
    """The version of a text that holds on a day; raises `LookupError` when none does."""
    geldig = [tekst for tekst in teksten if tekst.id == soort and tekst.vanaf <= dag]
    if not geldig:
        raise LookupError(f"geen tekst voor {soort} op {dag}")
    return max(geldig, key=lambda tekst: tekst.vanaf)


def vul_in(tekst: str, waarden: Mapping[str, str]) -> str:
    """The text with its gaps filled; what is filled in is never read as a gap itself."""
    return _GAT.sub(lambda gat: waarden[gat[1]], tekst)


def voluit(dag: date) -> str:
    """A day as a letter writes it: 24 november 2026."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


@dataclass(frozen=True, slots=True)
class Brieftabel:
    """A table under the text: headers, which columns are figures, rows."""

    koppen: tuple[str, ...]
    getallen: tuple[bool, ...]
    rijen: tuple[tuple[str, ...], ...]


def opmaak(
    tekst: Brieftekst,
    waarden: Mapping[str, str],
    aan: Sequence[str],
    dag: date,
    tabel: Brieftabel | None = None,
    kenmerken: Sequence[tuple[str, str]] = (),
) -> dict[str, Any]:
    """One letter as the page of letters takes it."""
    deel: dict[str, Any] = {
        "taal": "nl",
        "dienst": "Schuldhulp",
        "kenmerken": [
            {"naam": "Datum", "waarde": voluit(dag)},
            {"naam": "Ons kenmerk", "waarde": waarden["zaaknummer"]},
            *({"naam": naam, "waarde": waarde} for naam, waarde in kenmerken),
        ],
        "onderwerp": vul_in(tekst.onderwerp, waarden),
        "aanhef": "Geachte heer, mevrouw," if tekst.id in AAN_SCHULDEISERS else f"Beste {waarden['naam']},",
        "alineas": [{"kop": kop, "tekst": vul_in(alinea, waarden)} for kop, alinea in tekst.alineas],
        "groet": "Met vriendelijke groet,",
        "ondertekening": waarden.get("bank")
        or f"{waarden['consulent']}, namens het college van burgemeester en wethouders van {waarden['gemeente']}",
        "uitleg": [],
        "voet": f"Gemeente {waarden['gemeente']}, schuldhulp",
    }  # fmt: skip
    if tabel is not None:
        deel["tabel"] = {
            "koppen": list(tabel.koppen),
            "getallen": list(tabel.getallen),
            "rijen": [list(rij) for rij in tabel.rijen],
        }
    return {"retour": f"Gemeente {waarden['gemeente']}", "geadresseerde": list(aan), "delen": [deel]}
