"""What missing a term of decision may cost: the penalty of Awb 4:17. Pure but for the dated norms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.normen.normen import norm
from samenhang.kernel.termijnen import TermijnRegel

DAGEN = 42
SCHIJVEN = (
    (14, "dwangsom.dagbedrag.dag_1_14"),
    (28, "dwangsom.dagbedrag.dag_15_28"),
    (42, "dwangsom.dagbedrag.dag_29_42"),
)
WACHT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Gevolg:
    """What missing a term means on a day.

    `tekst` is the consequence that the rule names. With a penalty: what is owed so far, the most it can become,
    the first day owed (None while no notice of default was received), and the status of the amounts.
    """

    tekst: Tekst
    verschuldigd: Bedrag | None = None
    hoogstens: Bedrag | None = None
    eerste_dag: date | None = None
    status: str = ""


def gevolg(regel: TermijnRegel, einde: date, vandaag: date, ingebrekestelling: date | None = None) -> Gevolg:
    """The consequence of missing a term, with the exposure to a penalty where the Awb gives one.

    A day is owed from the day on which two weeks have passed since the later of the end of the term and the
    receipt of the notice of default, for at most 42 days; the Algemene termijnenwet does not apply to these. The
    amounts are those of the day of receipt. Raises `NormOntbreekt` when they are not known.
    Source: Awb 4:17 lid 1-3.
    """
    if not regel.dwangsom:
        return Gevolg(regel.gevolg)
    ontvangen = ingebrekestelling or max(vandaag, einde)
    bedragen = [norm(naam, ontvangen) for _, naam in SCHIJVEN]
    status = "bevestigd" if all(rij.status == "bevestigd" for rij in bedragen) else "ongeverifieerd"
    eerste = max(einde, ingebrekestelling) + WACHT if ingebrekestelling else None
    dagen = 0 if eerste is None else min(DAGEN, max(0, (vandaag - eerste).days + 1))
    return Gevolg(regel.gevolg, dwangsom_na(dagen, ontvangen), dwangsom_na(DAGEN, ontvangen), eerste, status)


def dwangsom_na(dagen: int, ontvangen: date) -> Bedrag:
    """The penalty after so many days, at the amounts of the day on which the notice was received."""
    som, vorige = Bedrag(0), 0
    for tot, naam in SCHIJVEN:
        som += norm(naam, ontvangen).bedrag() * max(0, min(dagen, tot) - vorige)
        vorige = tot
    return som
