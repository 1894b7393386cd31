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
from samenhang.kernel.basis.datum import voluit
from samenhang.kernel.documenten import VERTALING

SOORTEN: Final = {
    "toelating": Tekst("Besluit: toelating", "Decision: admission"),
    "afwijzing": Tekst("Besluit: afwijzing", "Decision: refusal"),
    "beeindiging": Tekst("Besluit: beëindiging", "Decision: ending"),
    "voorstel": Tekst("Voorstel aan elke schuldeiser", "Proposal to each creditor"),
    "herinnering": Tekst(
        "Herinnering aan elke schuldeiser die niet antwoordde", "Reminder to each creditor who did not answer"
    ),
    "uitkomst": Tekst("Brief over de uitkomst van het voorstel", "Letter about the outcome of the proposal"),
    "krediet": Tekst("Kredietovereenkomst", "Credit agreement"),
    "regeling": Tekst("Overeenkomst van de regeling", "Agreement of the arrangement"),
    "hercontrole": Tekst("Brief over de hercontrole", "Letter about the check of capacity"),
    "uitdeling": Tekst("Bericht van uitbetaling aan elke schuldeiser", "Notice of payment to each creditor"),
    "kwijting": Tekst("Brief over de kwijting", "Letter of discharge"),
}
BEZWAARBRIEVEN: Final = {
    "bezwaar_ontvangst": Tekst("Bevestiging van het bezwaar", "Confirmation of the objection"),
    "bezwaar_hoorzitting": Tekst("Uitnodiging om te worden gehoord", "Invitation to be heard"),
    "bezwaar_aanvulvraag": Tekst("Vraag om het bezwaar aan te vullen", "Request to complete the objection"),
    "bezwaar_verdaging": Tekst("Bericht dat wij later beslissen", "Notice that we decide later"),
    "bezwaar_uitstel": Tekst("Bericht van verder uitstel", "Notice of further delay"),
    "bezwaar_commissie": Tekst("Bericht dat een commissie adviseert", "Notice that a committee advises"),
    "bezwaar_besluit": Tekst("Beslissing op bezwaar", "Decision on the objection"),
}
"""Letters about an objection."""
AAN_SCHULDEISERS: Final = ("voorstel", "herinnering", "uitdeling", "uitdeling_slot")
"""Letters that go to creditors, one each; the resident sees on his page what they say."""
BESLUITEN: Final = ("toelating", "afwijzing", "beeindiging")
_BESLUIT: Final = {"motivering", "plan", "bezwaar_tot"}
BEZWAARBESLUITEN: Final = ("bezwaar_gegrond", "bezwaar_ongegrond", "bezwaar_niet_ontvankelijk")
BEZWAARTIJD: Final = ("bezwaar_aanvulvraag", "bezwaar_verdaging", "bezwaar_uitstel", "bezwaar_commissie")
"""Letters that move the day by which an objection is decided; the law wants them told (Awb 7:10 lid 5, 7:13 lid 2)."""
_BEZWAAR: Final = {"besluit", "besluit_op", "ontvangen", "uiterlijk", "was", "aanvullen_tot", "ontbreekt", "eigen_pagina", "toelichting", "grond", "hoorzitting", "om", "waar", "stukken", "gehoord", "motivering", "kosten", "beroep_tot"}  # fmt: skip
_AANBOD: Final = {"vordering", "rang", "bedrag", "percentage", "hoe", "pot", "capaciteit", "hash", "uiterlijk", "verstuurd"}  # fmt: skip
_ALTIJD: Final = {"naam", "gemeente", "zaaknummer", "consulent"}
INVULLINGEN: Final = {
    **dict.fromkeys(BESLUITEN, _ALTIJD | _BESLUIT),
    "voorstel": _ALTIJD | _AANBOD,
    "herinnering": _ALTIJD | _AANBOD,
    **dict.fromkeys(("uitkomst_akkoord", "uitkomst_geweigerd"), _ALTIJD | {"verstuurd", "ja", "alle"}),
    "krediet": _ALTIJD | {"bank", "netto", "ingang", "vergoeding", "bruto", "rente", "maximum", "maanden", "maandtermijn", "eerste", "laatste", "schuldenvrij"},
    **dict.fromkeys(("bezwaar_ontvangst", "bezwaar_hoorzitting", *BEZWAARTIJD, *BEZWAARBESLUITEN), _ALTIJD | _BEZWAAR),
    "kwijting": _ALTIJD | {"afgelost"},
    "kwijting_regeling": _ALTIJD | {"begin", "einde", "gespaard"},
    "kwijting_zonder": _ALTIJD | {"begin", "einde"},
    "regeling": _ALTIJD | {"begin", "einde", "maandbedrag", "eerste", "controle"},
    "regeling_zonder": _ALTIJD | {"begin", "einde", "controle"},
    **dict.fromkeys(("hercontrole", "hercontrole_gelijk"), _ALTIJD | {"op", "oud", "nieuw", "vanaf", "toelichting", "hash"}),
    **dict.fromkeys(("uitdeling", "uitdeling_slot"), _ALTIJD | {"op", "bedrag", "totaal", "vordering"}),
}  # fmt: skip
"""What each text may leave open between braces."""
_GAT: Final = re.compile(r"\{([^}]*)\}")
TALEN: Final = ("nl", "en")
"""English stands behind the Dutch of a letter to a resident who asked for it; the Dutch letter is the one that counts."""
VRIJ: Final = ("{motivering}", "{plan}", "{toelichting}")
"""A paragraph that is one of these was typed by a worker, in Dutch; it stays so in a translation."""
Waarde = str | date | Tekst
"""What is filled in; a day and a word are written in the language of the text."""


@dataclass(frozen=True, slots=True)
class Brieftekst:
    """One version of a text, from a day: subject, and paragraphs with their heading or none."""

    id: str
    vanaf: date
    status: str
    onderwerp: str
    alineas: tuple[tuple[str, str], ...]
    taal: str = "nl"


def lees_teksten(document: Mapping[str, Any]) -> tuple[Brieftekst, ...]:
    """The texts of the file; raises `ValueError` naming what is wrong, for who changed them."""
    uit = []
    for rij in document["brief"]:
        tekst = Brieftekst(rij["id"], rij["vanaf"], rij["status"], rij["onderwerp"], tuple((kop, alinea) for kop, alinea in rij["alineas"]), rij.get("taal", "nl"))  # fmt: skip
        if tekst.taal not in TALEN or (tekst.taal == "en" and tekst.id in AAN_SCHULDEISERS):
            raise ValueError(
                f"brief {tekst.id}: taal {tekst.taal!r} kan niet; kies uit nl, en (aan een inwoner)"
            )
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
        if tekst.id in BEZWAARTIJD and not any("{uiterlijk}" in deel for deel in delen):
            raise ValueError(f"brief {tekst.id}: zeg wanneer er wordt beslist ({{uiterlijk}})")
        uit.append(tekst)
    return tuple(uit)


def tekst_op(teksten: Sequence[Brieftekst], soort: str, dag: date) -> Brieftekst:
    """The Dutch version of a text that holds on a day; raises `LookupError` when none does."""
    geldig = [tekst for tekst in teksten if tekst.id == soort and tekst.vanaf <= dag and tekst.taal == "nl"]
    if not geldig:
        raise LookupError(f"geen tekst voor {soort} op {dag}")
    return max(geldig, key=lambda tekst: tekst.vanaf)


def engels_bij(teksten: Sequence[Brieftekst], tekst: Brieftekst) -> Brieftekst | None:
    """The translation of exactly this version; None when who changed the text gave none: the letter is then Dutch only."""
    return next(
        (deel for deel in teksten if (deel.id, deel.vanaf, deel.taal) == (tekst.id, tekst.vanaf, "en")), None
    )


def vul_in(tekst: str, waarden: Mapping[str, Waarde], taal: str = "nl") -> str:
    """The text with its gaps filled; what is filled in is never read as a gap itself."""
    return _GAT.sub(lambda gat: op_schrift(waarden[gat[1]], taal), tekst)


def op_schrift(waarde: Waarde, taal: str) -> str:
    """A value as a letter in a language writes it."""
    if isinstance(waarde, Tekst):
        return waarde.en if taal == "en" else waarde.nl
    # a day and its month stay on one line
    return voluit(waarde, taal).replace(" ", "\N{NO-BREAK SPACE}", 1) if isinstance(waarde, date) else waarde


@dataclass(frozen=True, slots=True)
class Brieftabel:
    """A table under the text: headers, which columns are figures, rows, the share of the width of each column, a heading."""

    koppen: tuple[Tekst, ...]
    getallen: tuple[bool, ...]
    rijen: tuple[tuple[Waarde, ...], ...]
    breedtes: tuple[int, ...]
    kop: Tekst = Tekst("", "")


@dataclass(frozen=True, slots=True)
class Afzender:
    """How a municipality is reached by who gets a letter, from a day."""

    gemeentecode: str
    vanaf: date
    retouradres: str
    telefoon: str
    mail: str


def lees_afzenders(document: Mapping[str, Any]) -> tuple[Afzender, ...]:
    """The senders of the file; raises `ValueError` for one that has no complete address, telephone and mail."""
    uit = []
    for rij in document.get("afzender", ()):
        leeg = [
            naam
            for naam in ("gemeentecode", "retouradres", "telefoon", "mail")
            if not str(rij.get(naam, "")).strip()
        ]
        if leeg:
            raise ValueError(f"afzender {rij.get('gemeentecode', '?')}: vul in {', '.join(leeg)}")
        uit.append(
            Afzender(rij["gemeentecode"], rij["vanaf"], rij["retouradres"], rij["telefoon"], rij["mail"])
        )
    return tuple(uit)


def afzender_op(afzenders: Sequence[Afzender], gemeentecode: str, dag: date) -> Afzender | None:
    """How a municipality is reached on a day, as it said itself; None while it did not."""
    eigen = [rij for rij in afzenders if rij.gemeentecode == gemeentecode and rij.vanaf <= dag]
    return max(eigen, key=lambda rij: rij.vanaf) if eigen else None


def opmaak(
    tekst: Brieftekst,
    waarden: Mapping[str, Waarde],
    aan: Sequence[str],
    dag: date,
    tabel: Brieftabel | None = None,
    kenmerken: Sequence[tuple[str, str]] = (),
    engels: Brieftekst | None = None,
    afzender: Afzender | None = None,
) -> dict[str, Any]:
    """One letter as the page of letters takes it; `engels` is set behind it as a translation."""
    retour, voet = f"Gemeente {waarden['gemeente']}", f"Gemeente {waarden['gemeente']}, schuldhulp"
    if afzender is not None:
        retour = f"Retour: {afzender.retouradres}"
        voet = " · ".join((voet, afzender.retouradres, afzender.telefoon, afzender.mail))
    delen = [
        _deel(deel, waarden, dag, tabel, kenmerken, afzender) | {"voet": voet}
        for deel in (tekst, engels)
        if deel is not None
    ]
    return {"retour": retour, "geadresseerde": list(aan), "delen": delen}


def _deel(
    tekst: Brieftekst,
    waarden: Mapping[str, Waarde],
    dag: date,
    tabel: Brieftabel | None,
    kenmerken: Sequence[tuple[str, str]],
    afzender: Afzender | None,
) -> dict[str, Any]:
    taal = tekst.taal
    nl = taal == "nl"
    beste = "Geachte heer, mevrouw," if tekst.id in AAN_SCHULDEISERS else f"Beste {waarden['naam']},"
    college = Tekst(
        f"{waarden['consulent']}, namens het college van burgemeester en wethouders van {waarden['gemeente']}",
        f"{waarden['consulent']}, on behalf of the municipal executive of {waarden['gemeente']}",
    )
    alineas = [] if nl else [{"kop": "", "tekst": VERTALING, "taal": taal}]
    alineas += [
        {
            "kop": kop,
            "tekst": vul_in(alinea, waarden, taal),
            "taal": "nl" if alinea in VRIJ else taal,
        }
        for kop, alinea in tekst.alineas
        if vul_in(alinea, waarden, taal)
    ]
    deel: dict[str, Any] = {
        "taal": taal,
        "dienst": "Schuldhulp" if nl else "Debt assistance",
        "kenmerken": [
            {"naam": "Datum" if nl else "Date", "waarde": voluit(dag, taal)},
            {"naam": "Ons kenmerk" if nl else "Our reference", "waarde": waarden["zaaknummer"]},
            *({"naam": naam, "waarde": waarde} for naam, waarde in kenmerken),
            *(
                [
                    {
                        "naam": "Bel of mail" if nl else "Call or mail",
                        "waarde": f"{afzender.telefoon}, {afzender.mail}",
                    }
                ]
                if afzender is not None
                else []
            ),
        ],
        "onderwerp": vul_in(tekst.onderwerp, waarden, taal),
        "aanhef": beste if nl else f"Dear {waarden['naam']},",
        "alineas": alineas,
        "groet": "Met vriendelijke groet," if nl else "Yours sincerely,",
        "ondertekening": waarden.get("bank") or op_schrift(college, taal),
        "uitleg": [],
    }
    if tabel is not None:
        deel["tabel"] = {
            "kop": op_schrift(tabel.kop, taal),
            "breedtes": list(tabel.breedtes),
            "koppen": [op_schrift(kop, taal) for kop in tabel.koppen],
            "getallen": list(tabel.getallen),
            "rijen": [[op_schrift(cel, taal) for cel in rij] for rij in tabel.rijen],
        }
    return deel
