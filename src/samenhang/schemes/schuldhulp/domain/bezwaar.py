"""An objection to a decision: until when it can be made, by when it is decided, and what being late costs. Pure.

Read in the Awb (BWBR0005537): art. 6:5 to 6:21, 7:2 to 7:14, 4:17 and 10:3. Article 7:14 leaves the penalty of paragraph
4.1.3.2 in force for decisions on objections. An objection stops nothing by itself (art. 6:16).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.kalender import Kalender
from samenhang.kernel.normen.dwangsom import DAGEN, WACHT
from samenhang.kernel.termijnen import Opschorting, Termijn, bereken
from samenhang.schemes.schuldhulp.domain.termijnen import TERMIJNEN

ZONDER_COMMISSIE, MET_COMMISSIE = "bezwaar-besluit", "bezwaar-besluit-commissie"
REGELS: Final = (ZONDER_COMMISSIE, MET_COMMISSIE)
"""The terms for deciding; the second once an advisory committee was set (Awb 7:13)."""
AANVULLEN: Final = "bezwaar-aanvulling"
"""The term within which he can add what is missing (Awb 6:6)."""
STEL_VAST: Final = "dwangsom_vaststellen"
"""Task: establish the penalty for deciding late (Awb 4:18)."""
POST: Final = timedelta(days=7)
"""What was posted in time may come this much later (Awb 6:9 lid 2)."""
_PER_NAAM: Final = {regel.naam: regel for regel in TERMIJNEN}

VIA: Final = {
    "brief": Tekst("Brief", "Letter"),
    "balie": Tekst("Afgegeven aan de balie", "Handed in at the desk"),
    "pagina": Tekst("Eigen pagina van de inwoner", "The resident's own page"),
}
HOREN: Final = {
    "gehoord": Tekst("De inwoner is gehoord", "The resident was heard"),
    "ziet_af": Tekst("De inwoner wil niet worden gehoord (Awb 7:3 onder c)", "The resident does not want to be heard (Awb 7:3 under c)"),
    "reageert_niet": Tekst("De inwoner reageerde niet op de uitnodiging (Awb 7:3 onder d)", "The resident did not answer the invitation (Awb 7:3 under d)"),
    "kennelijk_niet_ontvankelijk": Tekst("Kennelijk niet-ontvankelijk (Awb 7:3 onder a)", "Clearly inadmissible (Awb 7:3 under a)"),
    "kennelijk_ongegrond": Tekst("Kennelijk ongegrond (Awb 7:3 onder b)", "Clearly unfounded (Awb 7:3 under b)"),
    "tegemoet": Tekst("De gemeente komt er helemaal aan tegemoet (Awb 7:3 onder e)", "The municipality meets it in full (Awb 7:3 under e)"),
}  # fmt: skip
"""Whether the resident was heard, or on which ground not; the decision names it (Awb 7:12)."""
HOREN_BRIEF: Final = {
    "gehoord": Tekst("U hebt verteld wat u vindt. Het verslag staat op uw eigen pagina en krijgt u op verzoek thuis.", "You told us what you think. The report is on your own page; on request we send it to you."),
    "ziet_af": Tekst("U liet weten dat u niet gehoord wilt worden (artikel 7:3 onder c).", "You let us know that you do not want to be heard (article 7:3 under c)."),
    "reageert_niet": Tekst("U reageerde niet op onze uitnodiging om te worden gehoord (artikel 7:3 onder d).", "You did not answer our invitation to be heard (article 7:3 under d)."),
    "kennelijk_niet_ontvankelijk": Tekst("Wij hebben u niet gehoord, omdat meteen duidelijk was dat wij uw bezwaar niet kunnen behandelen (artikel 7:3 onder a).", "We did not hear you, because it was clear at once that we cannot deal with your objection (article 7:3 under a)."),
    "kennelijk_ongegrond": Tekst("Wij hebben u niet gehoord, omdat meteen duidelijk was dat uw bezwaar ongegrond is (artikel 7:3 onder b).", "We did not hear you, because it was clear at once that your objection is unfounded (article 7:3 under b)."),
    "tegemoet": Tekst("Wij hebben u niet gehoord, omdat u helemaal gelijk krijgt (artikel 7:3 onder e).", "We did not hear you, because we agree with you in full (article 7:3 under e)."),
}  # fmt: skip
"""The same to the resident himself, as the decision says it (Awb 7:12)."""
ONTBREEKT: Final = {
    "gronden": Tekst("Waarom hij het niet eens is (Awb 6:5 lid 1 onder d)", "Why he disagrees (Awb 6:5 lid 1 under d)"),
    "besluit": Tekst("Tegen welk besluit het is (onder c)", "Which decision it is about (under c)"),
    "naam_adres": Tekst("Zijn naam of adres (onder a)", "His name or address (under a)"),
    "datum": Tekst("De datum (onder b)", "The date (under b)"),
    "handtekening": Tekst("Zijn handtekening (lid 1)", "His signature (lid 1)"),
    "vertaling": Tekst("Een vertaling (lid 3)", "A translation (lid 3)"),
}  # fmt: skip
"""What an objection can lack, that its maker can add (Awb 6:5)."""
ONTBREEKT_BRIEF: Final = {
    "gronden": Tekst("waarom u het niet eens bent met het besluit", "why you disagree with the decision"),
    "besluit": Tekst("tegen welk besluit u bezwaar maakt", "which decision you object to"),
    "naam_adres": Tekst("uw naam en adres", "your name and address"),
    "datum": Tekst("de datum", "the date"),
    "handtekening": Tekst("uw handtekening", "your signature"),
    "vertaling": Tekst("een vertaling in het Nederlands", "a translation into Dutch"),
}
"""The same to the resident himself, within a sentence."""
OP_EIGEN_PAGINA: Final = Tekst("U kunt het ook op uw eigen pagina opschrijven. ", "You can also write it on your own page. ")  # fmt: skip
"""Within the letter that asks for it, where he can do so: his reasons."""
UITKOMSTEN: Final = {
    "gegrond": Tekst("Gegrond: het besluit wordt herroepen", "Well-founded: the decision is revoked"),
    "ongegrond": Tekst("Ongegrond: het besluit blijft", "Unfounded: the decision stays"),
    "niet_ontvankelijk": Tekst(
        "Niet-ontvankelijk: het wordt niet behandeld", "Inadmissible: it is not heard"
    ),
}
PAST_BIJ: Final = {
    "kennelijk_niet_ontvankelijk": "niet_ontvankelijk",
    "kennelijk_ongegrond": "ongegrond",
    "tegemoet": "gegrond",
}
"""Not hearing somebody on one of these grounds leaves one outcome."""
NIET_GEVRAAGD, TOEGEKEND = "niet_gevraagd", "toegekend"
KOSTEN: Final = {
    NIET_GEVRAAGD: Tekst("De inwoner vroeg er niet om", "The resident did not ask for it"),
    TOEGEKEND: Tekst("Hij krijgt een vergoeding (Awb 7:15 lid 2)", "He gets a compensation (Awb 7:15 lid 2)"),
    "geweigerd": Tekst("Hij krijgt geen vergoeding", "He gets no compensation"),
}
"""What is decided on the costs that the resident made for his objection; only on request, in the decision itself (Awb 7:15)."""
PUNTNORM: Final = "bezwaar.kosten_per_punt"
PUNTEN: Final = {
    "1": Tekst("Bezwaarschrift", "Objection"),
    "2": Tekst("Bezwaarschrift en hoorzitting", "Objection and hearing"),
}
"""For what a representative acted: a point each (Besluit proceskosten bestuursrecht)."""
UITSTEL: Final = {
    "instemming": Tekst("De inwoner stemt ermee in (Awb 7:10 lid 4 onder b)", "The resident agrees (Awb 7:10 lid 4 under b)"),
    "procedure": Tekst("Nodig voor een wettelijk voorschrift over de procedure (Awb 7:10 lid 4 onder c)", "Needed for a statutory rule of procedure (Awb 7:10 lid 4 under c)"),
}  # fmt: skip

UITSTEL_BRIEF: Final = {
    "instemming": Tekst("U vond het goed dat wij later beslissen. Dat staat hier nog eens op papier (artikel 7:10 lid 4 onder b). Klopt dit niet? Bel ons meteen.", "You agreed that we decide later. This puts it on paper (article 7:10 lid 4 under b). Is this wrong? Call us at once."),
    "procedure": Tekst("Wij moeten eerst nog iets doen wat de wet voorschrijft. Zonder dat mogen wij niet beslissen (artikel 7:10 lid 4 onder c).", "We must first do something that the law prescribes. Without it we may not decide (article 7:10 lid 4 under c)."),
}  # fmt: skip
"""The ground of further delay to the resident himself; he is told in writing (Awb 7:10 lid 5)."""


@dataclass(frozen=True, slots=True)
class Loop:
    """What decides by when an objection is decided.

    `bezwaar_tot`: the last day for objecting. `te_laat_ontvangen`: the day on which an objection came that was made after
    it. `pauzes`: waiting for a default to be mended (Awb 7:10 lid 2), both days
    included. `verdaagd`: put off for six weeks (lid 3). `uitstel_tot`: further delay, on a ground of lid 4.
    """

    bezwaar_tot: date
    commissie: bool = False
    pauzes: tuple[tuple[date, date], ...] = ()
    verdaagd: bool = False
    uitstel_tot: date | None = None
    te_laat_ontvangen: date | None = None

    @property
    def vanaf(self) -> date:
        """The day after which the term for deciding runs.

        Awb 7:10 lid 1 names the last day for objecting. An objection that is made later would then be decided late at once,
        or have little time; it counts from the day on which it came, whether it is excused or not (how the article is
        read here; not found in a source, so `ongeverifieerd`).
        """
        return self.te_laat_ontvangen or self.bezwaar_tot


def loop_van(bezwaar_tot: date, ontvangen: date, verzonden: date | None) -> Loop:
    """How an objection begins to run that came on a day."""
    te_laat = None if op_tijd(bezwaar_tot, ontvangen, verzonden) else ontvangen
    return Loop(bezwaar_tot, te_laat_ontvangen=te_laat)


def op_tijd(bezwaar_tot: date, ontvangen: date, verzonden: date | None) -> bool:
    """Whether an objection was made in time: received before the end, or posted before it and received within a week (Awb 6:9)."""
    gepost = verzonden is not None and verzonden <= bezwaar_tot and ontvangen <= bezwaar_tot + POST
    return ontvangen <= bezwaar_tot or gepost


def regel_van(loop: Loop) -> str:
    """The name of the term that runs."""
    return MET_COMMISSIE if loop.commissie else ZONDER_COMMISSIE


def uiterlijk(loop: Loop, kalender: Kalender) -> Termijn:
    """The last day for the decision, with how it came about: counted from the day after `Loop.vanaf`."""
    regel = _PER_NAAM[regel_van(loop)]
    lengte = regel.lengte + (regel.verlenging if loop.verdaagd else 0)
    pauzes = [Opschorting(van, tot, "Awb art. 6:6") for van, tot in loop.pauzes if van <= tot]
    termijn = bereken(replace(regel, lengte=lengte), loop.vanaf, kalender, pauzes)
    if loop.uitstel_tot is not None and loop.uitstel_tot > _dag(termijn):
        return replace(termijn, einde=loop.uitstel_tot)
    return termijn


def aanvultermijn(gevraagd: date, tot: date | None, kalender: Kalender) -> Termijn:
    """Until when he can add what is missing: the day that was chosen, or the usual term; never a day on which nobody works."""
    regel = _PER_NAAM[AANVULLEN]
    lengte = regel.lengte if tot is None else (tot - gevraagd).days
    return bereken(replace(regel, lengte=lengte), gevraagd, kalender)


def had_kans(loop: Loop, gronden: str, ontbreekt: str, vandaag: date) -> bool:
    """Whether he could add what is missing, as being declared inadmissible for it asks (Awb 6:6)."""
    if ontbreekt:
        return loop.pauzes[-1][1] < vandaag
    return bool(gronden)


def _dag(termijn: Termijn) -> date:
    assert not hasattr(termijn.einde, "hour")  # the term is in weeks
    return termijn.einde


def dagen_te_laat(einde: date, in_gebreke: date, tot: date) -> int:
    """Days for which a penalty is owed up to and including `tot`: the first is two weeks after the later of both days.

    At most 42 (Awb 4:17 lid 1 and 3).
    """
    eerste = max(einde, in_gebreke) + WACHT
    return min(DAGEN, max(0, (tot - eerste).days + 1))


def hersteld(pauzes: Sequence[tuple[date, date]], op: date) -> tuple[tuple[date, date], ...]:
    """The pauses once the default was mended on a day: the last one ends on the day before it."""
    *eerder, (van, tot) = pauzes
    return (*eerder, (van, min(tot, op - timedelta(days=1))))
