"""The letter of a decision on an objection (AVG art. 21), made from what is recorded, as PDF/UA; for every register the same."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.datum import voluit
from samenhang.kernel.basis.regelmap import regelmap
from samenhang.kernel.documenten import BRIEF, VERTALING, maak_pdf
from samenhang.kernel.rechten.domain.besluittekst import (
    MOTIVERING,
    Besluittekst,
    besluittekst_op,
    lees_besluitteksten,
    vul_in,
)
from samenhang.kernel.rechten.models import Bezwaar
from samenhang.kernel.rechten.rechtsmiddelen import rechtsmiddel_van

_NOG_ONBEKEND: Final = "(naam en adres van de inwoner)"


@dataclass(frozen=True, slots=True)
class Briefhoofd:
    """Who writes about which case, of which register: the name of the body, its service, where it is reached."""

    register: str
    naam: str
    dienst: Tekst
    nummer: str
    retour: str = ""
    bereikbaar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Besluit:
    """One decision: when was objected, when and by whom it was decided, whether it was granted, and why.

    `aan` is the name and the lines of the address; empty for who may not know them and looks at the letter beforehand.
    """

    aan: tuple[str, ...]
    bezwaar_van: date
    besloten: date
    toegewezen: bool
    motivering: str
    wie: str


def laatst_besloten(rijen: Iterable[Bezwaar]) -> list[Bezwaar]:
    """The objections on which was decided last, together. Raises `Geweigerd` (409) when on none was."""
    besloten = [rij for rij in rijen if rij.beslist_op is not None]
    if not besloten:
        raise Geweigerd(
            "geen_besluit",
            Tekst(
                "Er is niet op een bezwaar beslist; er is geen brief.",
                "No objection was decided on; there is no letter.",
            ),
            status=409,
        )
    laatste = max(besloten, key=lambda rij: (rij.beslist_op, rij.datum, rij.id))
    wat = (laatste.beslist_op, laatste.toegewezen, laatste.motivering)
    return [rij for rij in besloten if (rij.beslist_op, rij.toegewezen, rij.motivering) == wat]


def besluit_van(rij: Bezwaar, aan: Sequence[str]) -> Besluit:
    """A decision as it is recorded, to this name and address."""
    assert rij.beslist_op is not None  # decided
    return Besluit(
        tuple(aan), rij.datum, rij.beslist_op, bool(rij.toegewezen), rij.motivering, rij.beslist_door
    )


def zet_besluiten(
    hoofd: Briefhoofd, besluiten: Sequence[Besluit], *, taal: str = "en", voorbeeld: bool = False
) -> bytes:
    """The PDF/UA-1, a letter for each: in Dutch, and with "en" an English translation behind it.

    `voorbeeld` prints across it that it was not sent.
    """
    talen = ("nl", "en") if taal == "en" else ("nl",)
    gegevens = {
        "titel": _tekst(hoofd, besluiten[0]).onderwerp.nl,
        "taal": "nl",
        "voorbeeld": "VOORBEELD" if voorbeeld else "",
        "afzender": {"naam": hoofd.naam},
        "brieven": [
            {
                "retour": f"Retour: {hoofd.retour}" if hoofd.retour else hoofd.naam,
                "geadresseerde": [regel for regel in besluit.aan if regel] or [_NOG_ONBEKEND],
                "delen": [_deel(hoofd, besluit, deel) for deel in talen],
            }
            for besluit in besluiten
        ],
    }
    return maak_pdf(BRIEF, gegevens, besluiten[0].besloten)


@cache
def _teksten() -> tuple[Besluittekst, ...]:
    return lees_besluitteksten(
        tomllib.loads((regelmap() / "brieven" / "avg-besluit.toml").read_text("utf-8"))
    )


def _tekst(hoofd: Briefhoofd, besluit: Besluit) -> Besluittekst:
    uitkomst = "toegewezen" if besluit.toegewezen else "afgewezen"
    return besluittekst_op(_teksten(), hoofd.register, uitkomst, besluit.besloten)


def _deel(hoofd: Briefhoofd, besluit: Besluit, taal: str) -> dict[str, Any]:
    def t(nl: str, en: str) -> str:
        return nl if taal == "nl" else en

    tekst = _tekst(hoofd, besluit)
    waarden = {
        "bezwaar_van": voluit(besluit.bezwaar_van, taal),
        "besloten": voluit(besluit.besloten, taal),
        "motivering": besluit.motivering,
        "rechtsmiddel": rechtsmiddel_van(besluit.besloten).brief.in_taal(taal),
    }
    naam = besluit.aan[0] if besluit.aan else t("heer, mevrouw", "Sir, Madam")
    bereikbaar = [deel for deel in hoofd.bereikbaar if deel]
    vragen = t(
        "Bel de gemeente en noem ons kenmerk. Over uw gegevens kunt u ook onze functionaris gegevensbescherming vragen stellen.",
        "Call the municipality and give our reference. About your data you can also ask our data protection officer.",
    )
    return {
        "taal": taal,
        "dienst": hoofd.dienst.in_taal(taal),
        "kenmerken": [
            {"naam": t("Datum", "Date"), "waarde": voluit(besluit.besloten, taal)},
            {"naam": t("Ons kenmerk", "Our reference"), "waarde": hoofd.nummer},
            *([{"naam": t("Bel of mail", "Call or mail"), "waarde": ", ".join(bereikbaar)}] if bereikbaar else []),
        ],
        "onderwerp": tekst.onderwerp.in_taal(taal),
        "aanhef": t(f"Beste {naam},", f"Dear {naam},"),
        "alineas": [
            *([{"kop": "", "tekst": VERTALING, "taal": taal}] if taal == "en" else []),
            *(
                {
                    "kop": kop.in_taal(taal),
                    "tekst": vul_in(alinea.in_taal(taal), waarden),
                    "taal": "nl" if alinea.nl == MOTIVERING else taal,
                }
                for kop, alinea in tekst.alineas
            ),
            *([] if bereikbaar else [{"kop": t("Hebt u vragen?", "Do you have questions?"), "tekst": vragen, "taal": taal}]),
        ],
        "groet": t("Met vriendelijke groet,", "Yours sincerely,"),
        "ondertekening": f"{besluit.wie}, {hoofd.naam}",
        "uitleg": [],
        "voet": " · ".join((hoofd.naam, *bereikbaar)),
    }  # fmt: skip
