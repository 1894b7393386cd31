"""The letter that tells somebody that there is a case about him (AVG art. 14 lid 1 and 2): fixed sentences only.

It names nobody else, neither who reported nor who else is in the family: who opens it may be another than the addressee.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.datum import voluit
from samenhang.kernel.documenten import BRIEF, VERTALING, maak_pdf

VERSIE: Final = "wams-informeren-1"
"""The version of the text; recorded with what somebody was told."""
ONDERWERP: Final = Tekst("Wij gebruiken gegevens over u", "We use data about you")


@dataclass(frozen=True, slots=True)
class Informeerbrief:
    """What the letter says: to whom, about which case, on which articles it rests, and whom to ask for.

    `adres` is empty when it is not known; `namens` is for a child, whose parent or guardian gets the letter;
    `uitgesteld` says that he is told later than usual.
    """

    gemeente: str
    nummer: str
    naam: str
    adres: Sequence[str]
    namens: bool
    wie: str
    artikelen: Sequence[str]
    jaren: int
    uitgesteld: bool
    dag: date


def zet(brief: Informeerbrief, taal: str) -> bytes:
    """The PDF/UA-1 of the letter in Dutch; with "en" an English translation stands behind it."""
    talen = ("nl", "en") if taal == "en" else ("nl",)
    aan = f"Aan de ouder(s) of voogd van {brief.naam}" if brief.namens else brief.naam
    gegevens = {
        "titel": ONDERWERP.nl,
        "taal": "nl",
        "voorbeeld": "",
        "afzender": {"naam": f"Gemeente {brief.gemeente}"},
        "brieven": [
            {
                "retour": f"Gemeente {brief.gemeente}",
                "geadresseerde": [aan, *brief.adres],
                "delen": [_deel(brief, deel) for deel in talen],
            }
        ],
    }
    return maak_pdf(BRIEF, gegevens, brief.dag)


def _deel(brief: Informeerbrief, taal: str) -> dict[str, Any]:
    def t(tekst: Tekst) -> str:
        return tekst.in_taal(taal)

    namen = {
        "nl": f"Beste ouder of voogd van {brief.naam},",
        "en": f"Dear parent or guardian of {brief.naam},",
    }
    aanhef = namen[taal] if brief.namens else t(Tekst(f"Beste {brief.naam},", f"Dear {brief.naam},"))
    vooraf = [{"kop": "", "tekst": VERTALING}] if taal == "en" else []
    return {
        "taal": taal,
        "dienst": t(Tekst("Hulp bij meer dan één probleem", "Help with more than one problem")),
        "kenmerken": [
            {"naam": t(Tekst("Datum", "Date")), "waarde": voluit(brief.dag, taal)},
            {"naam": t(Tekst("Ons kenmerk", "Our reference")), "waarde": brief.nummer},
        ],
        "onderwerp": t(ONDERWERP),
        "aanhef": aanhef,
        "alineas": [*vooraf, *({"kop": t(kop), "tekst": t(tekst)} for kop, tekst in _alineas(brief))],
        "groet": t(Tekst("Met vriendelijke groet,", "Yours sincerely,")),
        "ondertekening": f"{brief.wie}, {t(Tekst('gemeente', 'municipality of'))} {brief.gemeente}",
        "uitleg": [],
        "voet": f"Gemeente {brief.gemeente}",
    }


def _alineas(brief: Informeerbrief) -> list[tuple[Tekst, Tekst]]:
    """The paragraphs, each with its heading."""
    geen = Tekst("", "")
    over = Tekst(brief.naam, brief.naam) if brief.namens else Tekst("u", "you")
    uit = [
        (
            geen,
            Tekst(
                f"De gemeente kreeg een melding over {over.nl}. Iemand maakt zich zorgen, of vroeg om hulp. Wij kijken of hulp nodig is, en welke. Daarvoor gebruiken wij gegevens over {over.nl}.",
                f"The municipality received a report about {over.en}. Somebody is worried, or asked for help. We look whether help is needed, and which. For that we use data about {over.en}.",
            ),
        )
    ]
    if brief.uitgesteld:
        uit.append(
            (
                geen,
                Tekst(
                    "Wij vertellen dit later dan anders. Op uw eigen pagina leest u tot wanneer wij wachtten, waarom en wie dat besloot.",
                    "We tell you this later than usual. On your own page you read until when we waited, why, and who decided that.",
                ),
            )
        )
    artikelen = "; ".join(brief.artikelen)
    return [
        *uit,
        (
            Tekst("Wat wij gebruiken, en waarom dat mag", "What we use, and why that is allowed"),
            Tekst(
                f"Wij gebruiken alleen wat nodig is: naam, geboortedatum, adres en wat er aan de hand is. Dit mag volgens: {artikelen}. Niemand anders krijgt meer dan hij nodig heeft.",
                f"We use only what is needed: name, birth date, address and what is going on. This is allowed under: {artikelen}. Nobody else gets more than he needs.",
            ),
        ),
        (
            Tekst("Hoe lang wij het bewaren", "How long we keep it"),
            Tekst(
                f"Wij wissen het {brief.jaren} jaar nadat de zaak is afgesloten.",
                f"We destroy it {brief.jaren} years after the case is closed.",
            ),
        ),
        (
            Tekst("Wat u kunt doen", "What you can do"),
            Tekst(
                "Op uw eigen pagina bij de gemeente ziet u wat wij weten en wie er keek. U kunt het laten verbeteren, een kopie vragen en bezwaar maken. Dat kan ook aan de telefoon of op papier.",
                "On your own page at the municipality you see what we know and who looked. You can have it corrected, ask for a copy, and object. You can also do that by telephone or on paper.",
            ),
        ),
        (
            Tekst("Hebt u vragen?", "Do you have questions?"),
            Tekst(
                f"Bel de gemeente en vraag naar {brief.wie}. Noem ons kenmerk. Over uw gegevens kunt u ook onze functionaris gegevensbescherming vragen stellen. Een klacht kan naar de Autoriteit Persoonsgegevens.",
                f"Call the municipality and ask for {brief.wie}. Give our reference. About your data you can also ask our data protection officer. A complaint can go to the Dutch data protection authority (Autoriteit Persoonsgegevens).",
            ),
        ),
    ]
