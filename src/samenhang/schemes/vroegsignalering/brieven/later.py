"""The letter that the answer to an objection comes later, and why (AVG art. 12 lid 3): fixed sentences and the reason.

It says nothing of bills or of other persons: who opens the letter may be another than the addressee.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.basis.datum import voluit
from samenhang.kernel.documenten import BRIEF, VERTALING, maak_pdf
from samenhang.schemes.vroegsignalering.domain.brieven import Afzender

ONDERWERP: Final = Tekst("Wij antwoorden later op uw bezwaar", "We answer your objection later")
_GEEN: Final = Tekst("", "")


@dataclass(frozen=True, slots=True)
class Uitstelbericht:
    """From whom, about which case; until when the answer was due, until when it is, and why."""

    afzender: Afzender
    nummer: str
    was: date
    tot: date
    reden: str
    wie: str
    dag: date


def zet_uitstelbericht(
    bericht: Uitstelbericht, aan: Sequence[tuple[date, tuple[str, ...]]], *, voorbeeld: bool = False
) -> bytes:
    """The PDF/UA-1, a letter for each addressee (the day of his objection; name, then address) with English behind the Dutch.

    `voorbeeld` prints across it that it was not sent.
    """
    gegevens = {
        "titel": ONDERWERP.nl,
        "taal": "nl",
        "voorbeeld": "VOORBEELD" if voorbeeld else "",
        "afzender": {"naam": bericht.afzender.naam},
        "brieven": [
            {
                "retour": f"Retour: {bericht.afzender.retouradres}" if bericht.afzender.retouradres else bericht.afzender.naam,
                "geadresseerde": [regel for regel in regels if regel],
                "delen": [_deel(bericht, bezwaar_van, regels[0], taal) for taal in ("nl", "en")],
            }
            for bezwaar_van, regels in aan
        ],
    }  # fmt: skip
    return maak_pdf(BRIEF, gegevens, bericht.dag)


def _alineas(bericht: Uitstelbericht, bezwaar_van: date) -> list[tuple[Tekst, Tekst]]:
    def d(dag: date) -> Tekst:
        return Tekst(voluit(dag, "nl"), voluit(dag, "en"))

    van, was, tot = d(bezwaar_van), d(bericht.was), d(bericht.tot)
    return [
        (_GEEN, Tekst(f"Op {van.nl} ontvingen wij uw bezwaar. Wij zouden uiterlijk {was.nl} antwoorden. Dat wordt later: u krijgt ons antwoord uiterlijk {tot.nl}. Dat mag één keer, als wij u op tijd vertellen waarom (AVG artikel 12 lid 3).", f"On {van.en} we received your objection. We were to answer by {was.en}. It will be later: you get our answer by {tot.en}. That is allowed once, if we tell you in time why (GDPR article 12(3)).")),
        (Tekst("Waarom het later wordt", "Why it is later"), Tekst(bericht.reden, bericht.reden)),
        (Tekst("Tot ons antwoord", "Until our answer"), Tekst("Tot dan bieden wij u geen hulp aan en geven wij niets over u door.", "Until then we offer you no help and pass nothing on about you.")),
        (Tekst("Zijn wij te laat?", "Are we late?"), Tekst(f"Hebt u na {tot.nl} nog geen antwoord? Dan kunt u ons schrijven dat wij te laat zijn. Beslissen wij ook in de twee weken daarna niet, dan krijgt u een vergoeding voor elke dag (Algemene wet bestuursrecht artikel 4:17). U kunt ook klagen bij de Autoriteit Persoonsgegevens.", f"Do you have no answer after {tot.en}? Then you can write to us that we are late. If we do not decide in the two weeks after that either, you get a compensation for each day (Algemene wet bestuursrecht article 4:17). You can also complain to the Dutch data protection authority (Autoriteit Persoonsgegevens).")),
    ]  # fmt: skip


def _deel(bericht: Uitstelbericht, bezwaar_van: date, naam: str, taal: str) -> dict[str, Any]:
    def t(nl: str, en: str) -> str:
        return nl if taal == "nl" else en

    afzender = bericht.afzender
    bereikbaar = [deel for deel in (afzender.telefoon, afzender.mail) if deel]
    vooraf = [] if taal == "nl" else [{"kop": "", "tekst": VERTALING, "taal": taal}]
    return {
        "taal": taal,
        "dienst": afzender.dienst.in_taal(taal),
        "kenmerken": [
            {"naam": t("Datum", "Date"), "waarde": voluit(bericht.dag, taal)},
            {"naam": t("Ons kenmerk", "Our reference"), "waarde": bericht.nummer},
            *([{"naam": t("Bel of mail", "Call or mail"), "waarde": ", ".join(bereikbaar)}] if bereikbaar else []),
        ],
        "onderwerp": ONDERWERP.in_taal(taal),
        "aanhef": t(f"Beste {naam},", f"Dear {naam},"),
        "alineas": [
            *vooraf,
            *(
                {
                    "kop": kop.in_taal(taal),
                    "tekst": tekst.in_taal(taal),
                    "taal": "nl" if tekst.nl == bericht.reden else taal,
                }
                for kop, tekst in _alineas(bericht, bezwaar_van)
            ),
        ],
        "groet": t("Met vriendelijke groet,", "Yours sincerely,"),
        "ondertekening": f"{bericht.wie}, {afzender.naam}",
        "uitleg": [],
        "voet": " · ".join((afzender.naam, *bereikbaar)),
    }  # fmt: skip
