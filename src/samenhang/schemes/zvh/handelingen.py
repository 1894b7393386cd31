"""The verbs on a case, as data: each door makes its form, body or options from them."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, Niets, Reden
from samenhang.schemes.zvh import actions

_ALLE = (
    Handeling("informeren", Tekst("Leg vast dat het de inwoner is verteld", "Record that the resident was told"), Tekst("De termijn voor het informeren is dan gehaald.", "The term for informing is then met."), actions.Verteld, actions.informeer, nieuw=True),
    Handeling("afspraak", Tekst("Leg een afspraak vast", "Record an agreement"), Tekst("De inwoner ziet de afspraak op zijn pagina.", "The resident sees it on his page."), actions.NieuweAfspraak, actions.leg_afspraak_vast, nieuw=True),
    Handeling("uitvoeren", Tekst("Begin de uitvoering", "Begin carrying out"), Tekst("De casus staat daarna op uitvoering.", "The case is then being carried out."), Niets, actions.voer_uit),
    Handeling("overleggen", Tekst("Overleg opnieuw", "Consult again"), Tekst("De casus staat daarna weer op overleg.", "The case is then in consultation again."), Reden, actions.overleg_opnieuw),
    Handeling("afsluiten", Tekst("Sluit de casus af", "Close the case"), Tekst("Daarna ziet alleen de inwoner haar nog.", "After that only the resident sees it."), Reden, actions.sluit_af),
)  # fmt: skip
HANDELINGEN = {handeling.naam: handeling for handeling in _ALLE}
VOLGENDE = {
    "zvh_overleg": ("afspraak", "informeren", "uitvoeren", "afsluiten"),
    "zvh_uitvoering": ("afsluiten", "afspraak", "informeren", "overleggen"),
}
"""What someone can do in each step, the first thing first."""
