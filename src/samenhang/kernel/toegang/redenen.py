"""Why something is refused: each reason code with its sentence and the article it rests on. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.toegang.besluit import Besluit
from samenhang.kernel.toegang.grondslagen import Grondslag


def _reden(nl: str, en: str, artikel: str) -> tuple[Tekst, str]:
    return Tekst(nl, en), artikel


_ZINNEN: Final[dict[str, tuple[Tekst, str]]] = {
    "geen_grondslag": _reden(
        "Geen wet geeft deze rol voor dit doel toegang tot dit gegeven. Vraag het aan wie de zaak behandelt.",
        "No law gives this role access to this datum for this purpose. Ask who treats the case.",
        "AVG art. 6 lid 1",
    ),
    "grondslag_niet_in_werking": _reden(
        "De wet waarop dit zou rusten geldt vandaag niet. Kijk of een andere wet of instemming van de inwoner dit toelaat.",
        "The law on which this would rest is not in force today. Look whether another law or consent of the resident allows it.",
        "AVG art. 6 lid 3",
    ),
    "buiten_ceiling": _reden(
        "De wet die u noemt gaat niet zo ver: dit gegeven valt er voor u niet onder. Vraag minder, of noem een andere wet.",
        "The law that you name does not go that far: it does not cover this datum for you. Ask for less, or name another basis.",
        "AVG art. 6 lid 3",
    ),
    "niet_betrokken": _reden(
        "U bent niet bij deze zaak betrokken. Vraag de teamleider om u toe te wijzen.",
        "You are not involved in this case. Ask the team lead to assign you.",
        "AVG art. 5 lid 1 onder f",
    ),
    "stap": _reden(
        "In deze stap van de zaak is dit gegeven niet nodig. Kijk bij de zaak welke stap nu loopt.",
        "In this step of the case this datum is not needed. Look at the case to see which step it is in.",
        "AVG art. 5 lid 1 onder b",
    ),
    "geen_instemming": _reden(
        "De inwoner stemde er niet mee in dat u dit ziet, of trok dat in. Vraag het hem.",
        "The resident did not agree that you see this, or withdrew it. Ask him.",
        "AVG art. 6 lid 1 onder a",
    ),
    "niet_geinformeerd": _reden(
        "De inwoner is nog niet geïnformeerd, en het uitstel daarvan is er niet of is voorbij. Informeer hem eerst.",
        "The resident was not informed yet, and there is no postponement or it has ended. Inform him first.",
        "AVG art. 14 lid 3",
    ),
    "voorwaarde_bron": _reden(
        "Wie dit gegeven gaf, wil niet dat het verder gaat. Vraag het daar.",
        "Who supplied this datum does not want it to go onward. Ask there.",
        "WGS art. 1.5",
    ),
    "afspraak_ontbreekt": _reden(
        "Tussen deze organisaties geldt geen getekende samenwerkingsafspraak over dit gegeven. Vraag uw beheerder er een op te stellen.",
        "No signed agreement about this datum is in force between these organisations. Ask your administrator to draw one up.",
        "AVG art. 26",
    ),
    "categorie_gesloten": _reden(
        "Dit gegeven is afgeschermd.",
        "This datum is shielded.",
        "AVG art. 18 lid 2",
    ),
    "noodzaak_ontbreekt": _reden(
        "Schrijf per gegeven op waarom u het nodig hebt.",
        "Write for each datum why you need it.",
        "AVG art. 5 lid 1 onder c",
    ),
    "bezwaar": _reden(
        "De inwoner maakte bezwaar. Dit staat stil tot daarop is beslist, en blijft dicht als hij gelijk krijgt.",
        "The resident objected. This stands still until that is decided, and stays closed when he is right.",
        "AVG art. 21 lid 1",
    ),
    "leeftijd": _reden(
        "Wie jonger is dan twaalf of dit niet zelf kan beoordelen, vraagt inzage via zijn vertegenwoordiger.",
        "Who is under twelve or cannot judge this himself asks for access through his representative.",
        "Wmo 2015 art. 5.3.2",
    ),
    "vertegenwoordiging": _reden(
        "Een vertegenwoordiger krijgt inzage tot iemand zestien is, tenzij dat tegen diens belang is.",
        "A representative gets access until someone is sixteen, unless it is against that person's interest.",
        "Wmo 2015 art. 5.3.2",
    ),
    "maatregel": _reden(
        "Dit kan alleen voor wie de rechter tot curator of bewindvoerder benoemde, zolang dat loopt.",
        "This is for whom the court appointed as curator or administrator only, as long as that runs.",
        "BW art. 1:441 lid 1",
    ),
    "nood_ontbreekt": _reden(
        "Schrijf eerst op waarom dit niet kan wachten. De FG ziet dat meteen en kijkt het na.",
        "First write why this cannot wait. The data protection officer sees that at once and reviews it.",
        "AVG art. 6 lid 1 onder d",
    ),
    "tweede_lezer": _reden(
        "Dit mag pas als een collega heeft meegelezen en akkoord is. Vraag een collega.",
        "This is allowed only after a colleague has read along and agreed. Ask a colleague.",
        "AVG art. 32 lid 1",
    ),
    "categorie_onbekend": _reden(
        "Dit soort gegeven kent dit register niet. Kies een soort dat dit register heeft.",
        "This register does not know this kind of datum. Choose a kind that this register has.",
        "AVG art. 5 lid 1 onder c",
    ),
}

ARTIKELEN: Final[dict[str, str]] = {code: artikel for code, (_, artikel) in _ZINNEN.items()}
"""The article behind a reason code when no legal basis of the rules stands behind the refusal itself."""


def zin(code: str, artikel: str = "") -> Tekst:
    """The sentence of a reason code, with the article named; the general one unless another is given.

    Raises `KeyError` for a code that does not exist.
    """
    tekst, algemeen = _ZINNEN[code]
    return Tekst(f"{tekst.nl} ({artikel or algemeen})", f"{tekst.en} ({artikel or algemeen})")


REDENEN: Final[dict[str, Tekst]] = {code: zin(code) for code in _ZINNEN}
"""Reason codes of a refusal with their sentence."""


@dataclass(frozen=True, slots=True)
class Weigering:
    """One refused category: its reason code, the sentence for a person, and the articles behind it."""

    categorie: str
    code: str
    zin: Tekst
    artikelen: tuple[str, ...]


def weigeringen(besluit: Besluit, grondslagen: Mapping[str, Grondslag]) -> tuple[Weigering, ...]:
    """What a decision refused, in words; the articles are those of the bases in the way, else the general one."""
    uit = []
    for categorie, code in besluit.geweigerd:
        artikelen = tuple(grondslagen[wet].artikel for reden, wet in besluit.wetten if reden == code)
        uit.append(
            Weigering(categorie, code, zin(code, "; ".join(artikelen)), artikelen or (ARTIKELEN[code],))
        )
    return tuple(uit)
