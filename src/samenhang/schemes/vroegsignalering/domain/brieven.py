"""Letters to residents: which text holds on a day, what is filled in, and who gets none and why. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.datum import voluit

INVULLINGEN: Final = frozenset({"bronnen", "aanbod", "bereikbaar", "naam"})
"""What a text may leave open between braces."""

TALEN: Final = {
    "beide": Tekst("Nederlands, met Engels erachter", "Dutch, with English behind it"),
    "nl": Tekst("alleen Nederlands", "Dutch only"),
    "en": Tekst("alleen Engels", "English only"),
}
DREIGING: Final = "dreiging"
"""The `kanaal` of a letter that goes with any route, but only when something may be lost."""
INFORMEREN: Final = "informeren"
"""The `kanaal` of the letter that only tells someone that his data are used: it goes with any route and in any step."""
STAPPEN: Final = ("open", "benaderen")
"""The steps in which somebody is written to."""


@dataclass(frozen=True, slots=True)
class Brieftekst:
    """The text of a letter in one language."""

    onderwerp: str
    alineas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """One version of a letter, from a day; `kanaal` is the part of the route that it belongs to."""

    id: str
    versie: str
    vanaf: date
    kanaal: str
    status: str
    titel: Tekst
    tekst: dict[str, Brieftekst]


@dataclass(frozen=True, slots=True)
class Uitleg:
    """What stands under every letter in one language (AVG art. 14), with salutation and regards."""

    kop: str
    alineas: tuple[str, ...]
    aanhef: str
    groet: str


@dataclass(frozen=True, slots=True)
class Afzender:
    """Who writes: what the municipality decided about its letters, on a day."""

    naam: str
    dienst: Tekst
    retouradres: str
    telefoon: str
    mail: str

    def ontbreekt(self) -> tuple[Tekst, ...]:
        """What must be filled in before a letter can go."""
        nodig = {
            "retouradres": Tekst("het retouradres", "the return address"),
            "telefoon": Tekst("het telefoonnummer", "the telephone number"),
            "mail": Tekst("het e-mailadres", "the e-mail address"),
        }
        return tuple(titel for naam, titel in nodig.items() if not getattr(self, naam))

    def bereikbaar(self, taal: str) -> str:
        """How to reach the municipality, as a sentence."""
        if taal == "nl":
            return f"Bel {self.telefoon} of mail naar {self.mail}."
        return f"Call {self.telefoon} or mail {self.mail}."


def lees_sjablonen(document: dict[str, Any]) -> tuple[tuple[Sjabloon, ...], dict[str, Uitleg]]:
    """The letters and their explanation from their data file; raises `ValueError` on an unknown blank."""
    sjablonen = tuple(
        Sjabloon(
            rij["id"], rij["versie"], rij["vanaf"], rij["kanaal"], rij["status"], Tekst(**rij["titel"]),
            {taal: Brieftekst(rij[taal]["onderwerp"], tuple(rij[taal]["alineas"])) for taal in ("nl", "en")},
        )
        for rij in document["sjabloon"]
    )  # fmt: skip
    uitleg = {
        taal: Uitleg(deel["kop"], tuple(deel["alineas"]), deel["aanhef"], deel["groet"])
        for taal, deel in ((taal, document["uitleg"][taal]) for taal in ("nl", "en"))
    }
    for sjabloon in sjablonen:
        for tekst in sjabloon.tekst.values():
            _alleen_bekend((tekst.onderwerp, *tekst.alineas))
    for deel in uitleg.values():
        _alleen_bekend((deel.aanhef, *deel.alineas))
    return sjablonen, uitleg


def _alleen_bekend(teksten: Iterable[str]) -> None:
    for tekst in teksten:
        vreemd = set(re.findall(r"{([^}]*)}", tekst)) - INVULLINGEN
        if vreemd:
            raise ValueError(f"onbekende invulling {sorted(vreemd)} in: {tekst[:60]}")


def geldend(sjablonen: Sequence[Sjabloon], dag: date) -> dict[str, Sjabloon]:
    """The version of each letter that holds on a day, by its id, in the order of the file."""
    nieuwste: dict[str, Sjabloon] = {}
    for sjabloon in sjablonen:
        if sjabloon.vanaf <= dag and (
            sjabloon.id not in nieuwste or nieuwste[sjabloon.id].vanaf <= sjabloon.vanaf
        ):
            nieuwste[sjabloon.id] = sjabloon
    return nieuwste


@dataclass(frozen=True, slots=True)
class Briefstand:
    """How a case stands, as far as it decides whether a letter goes.

    `kanalen`: the route of its class. `pogingen`: kinds that were tried; `teksten`: letters it got; `wacht`: one is
    being made now.
    """

    kanalen: frozenset[str]
    pogingen: frozenset[str] = frozenset()
    teksten: frozenset[str] = frozenset()
    wacht: bool = False
    inwoner: bool = True
    bezwaar: bool = False
    opgeschort: bool = False
    heeft_signaal: bool = True
    dreiging: bool = False
    minderjarig: bool = False
    adres_volledig: bool = True
    uitgesteld: bool = False


REDENEN: Final = {
    "wacht": Tekst("deze melding staat al in een ronde die nog loopt", "this case is in a round that still runs"),
    "brp": Tekst("de BRP moet eerst bevestigen dat de inwoner hier woont", "the BRP must first confirm that the resident lives here"),
    "bezwaar": Tekst("de inwoner maakte bezwaar: geen contact", "the resident objected: no contact"),
    "geen_signaal": Tekst("de partner trok het signaal in", "the partner withdrew the signal"),
    "uitgesteld": Tekst("het informeren is uitgesteld", "informing is put off"),
    "opgeschort": Tekst("de melding staat stil", "the case stands still"),
    "minderjarig": Tekst("jonger dan 18 volgens het signaal: beoordeel dit zelf", "under 18 according to the signal: judge this yourself"),
    "adres": Tekst("het adres is niet volledig", "the address is incomplete"),
    "had_al": Tekst("kreeg deze brief al", "got this letter before"),
    "geen_dreiging": Tekst("er is geen dreiging gemeld", "no threat was reported"),
    "route": Tekst("hoort niet bij de route van deze prioriteit", "not part of the route of this priority"),
    "niet_gebeld": Tekst("er is nog niet gebeld", "nobody called yet"),
    "al_bezocht": Tekst("er is al een huisbezoek geweest", "there was a home visit already"),
    "stap": Tekst("de melding is verder of afgerond", "the case has moved on or was closed"),
    "niet_van_u": Tekst("de melding is niet (meer) van wie de ronde begon", "the case is not (any more) of who began the round"),
}  # fmt: skip
"""Why somebody gets no letter, as the look before sending says it."""


def reden_geen_brief(stand: Briefstand, sjabloon: Sjabloon) -> str:
    """The first reason why this letter does not go, in the order of `REDENEN`; empty when it goes."""
    bezwaren = {
        "wacht": stand.wacht,
        "brp": not stand.inwoner,
        "bezwaar": stand.bezwaar,
        "geen_signaal": not stand.heeft_signaal,
        "uitgesteld": stand.uitgesteld,
        "opgeschort": stand.opgeschort,
        "minderjarig": stand.minderjarig,
        "adres": not stand.adres_volledig,
        "had_al": sjabloon.id in stand.teksten,
        "geen_dreiging": sjabloon.kanaal == DREIGING and not stand.dreiging,
        "route": sjabloon.kanaal not in (DREIGING, INFORMEREN, *stand.kanalen),
        "niet_gebeld": sjabloon.kanaal == "Telefoon" and "Telefoon" not in stand.pogingen,
        "al_bezocht": sjabloon.kanaal == "Huisbezoek" and "Huisbezoek" in stand.pogingen,
    }
    return next((reden for reden, waar in bezwaren.items() if waar), "")


def opsomming(namen: Sequence[str], taal: str) -> str:
    """Names as a sentence holds them: `A, B en C`, each once."""
    uniek = list(dict.fromkeys(namen))
    if len(uniek) < 2:
        return "".join(uniek)
    return f"{', '.join(uniek[:-1])} {'en' if taal == 'nl' else 'and'} {uniek[-1]}"


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """What one letter is filled in with."""

    geadresseerde: tuple[str, ...]
    naam: str
    bronnen: tuple[str, ...]
    kenmerk: str
    ondertekenaar: str


def opmaak(
    sjabloon_tekst: dict[str, Brieftekst],
    uitleg: dict[str, Uitleg],
    afzender: Afzender,
    aanbod: Tekst,
    taal: str,
    dag: date,
    brief: Ingevuld,
) -> dict[str, Any]:
    """One letter as the typesetter takes it: the addressee and a part per language."""
    talen = ("nl", "en") if taal == "beide" else (taal,)
    return {
        "retour": f"Retour: {afzender.retouradres}",
        "geadresseerde": list(brief.geadresseerde),
        "delen": [_deel(sjabloon_tekst[t], uitleg[t], afzender, aanbod, t, dag, brief) for t in talen],
    }


def _deel(
    tekst: Brieftekst,
    uitleg: Uitleg,
    afzender: Afzender,
    aanbod: Tekst,
    taal: str,
    dag: date,
    brief: Ingevuld,
) -> dict[str, Any]:
    in_te_vullen = {
        "bronnen": opsomming(brief.bronnen, taal),
        "aanbod": aanbod.in_taal(taal),
        "bereikbaar": afzender.bereikbaar(taal),
        "naam": brief.naam,
    }

    def vul(zin: str) -> str:
        return re.sub(r"{(\w+)}", lambda m: in_te_vullen[m[1]], zin)

    naam_datum, naam_kenmerk = ("Datum", "Ons kenmerk") if taal == "nl" else ("Date", "Our reference")
    gewoon = [{"kop": "", "tekst": vul(alinea)} for alinea in tekst.alineas]
    juridisch = [
        {"kop": uitleg.kop if nummer == 0 else "", "tekst": vul(alinea)}
        for nummer, alinea in enumerate(uitleg.alineas)
    ]
    return {
        "taal": taal,
        "kenmerken": [
            {"naam": naam_datum, "waarde": voluit(dag, taal)},
            {"naam": naam_kenmerk, "waarde": brief.kenmerk},
        ],
        "onderwerp": vul(tekst.onderwerp),
        "aanhef": vul(uitleg.aanhef),
        "alineas": gewoon,
        "uitleg": juridisch,
        "groet": uitleg.groet,
        "ondertekening": f"{brief.ondertekenaar}, {afzender.naam}",
        "voet": f"{afzender.telefoon} · {afzender.mail}",
        "dienst": afzender.dienst.in_taal(taal),
    }
