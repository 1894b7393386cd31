"""The verbs on a case, as data: each door makes its form, body or options from them."""

from __future__ import annotations

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, Niets, Reden
from samenhang.kernel.zaken.taken import taakhandeling
from samenhang.kernel.zaken.verbeteren import verbeterhandelingen
from samenhang.schemes.zvh import actions
from samenhang.schemes.zvh.dossier import open_casus
from samenhang.schemes.zvh.scheme import SCHEME

_ALLE = (
    Handeling("informeren", Tekst("Leg vast dat het de inwoner is verteld", "Record that the resident was told"), Tekst("De termijn voor het informeren is dan gehaald.", "The term for informing is then met."), actions.Verteld, actions.informeer, nieuw=True),
    Handeling("afspraak", Tekst("Leg een afspraak vast", "Record an agreement"), Tekst("De inwoner ziet de afspraak op zijn pagina.", "The resident sees it on his page."), actions.NieuweAfspraak, actions.leg_afspraak_vast, nieuw=True),
    Handeling("partij", Tekst("Zet een partij aan tafel", "Let a party come to the table"), Tekst("Die partij ziet wat u hieronder nodig noemt, en niet meer; de inwoner leest het.", "That party sees what you call needed below, and no more; the resident reads it."), actions.Tafelplaats, actions.zet_aan_tafel, nieuw=True),
    Handeling("partij-weg", Tekst("Laat een partij van tafel gaan", "Let a party leave the table"), Tekst("Die partij ziet meteen niets meer.", "That party sees nothing any more at once."), actions.Vertrek, actions.laat_gaan),
    Handeling("bronakkoord", Tekst("De bron is akkoord", "The source agrees"), Tekst("Partijen die het nodig hebben zien het daarna.", "Parties that need it see it after that."), actions.Bronakkoord, actions.leg_akkoord_vast),
    Handeling("inbreng", Tekst("Breng iets in", "Bring something in"), Tekst("De procesregisseur en de inwoner lezen het, en andere partijen die het nodig hebben.", "The process director and the resident read it, and other parties that need it."), actions.Inbreng, actions.breng_in, nieuw=True),
    Handeling("vrijgave", Tekst("Laat uw voorwaarde vervallen", "Lift your condition"), Tekst("Andere partijen die het nodig hebben zien daarna wat u inbracht.", "Other parties that need it see what you brought in after that."), Niets, actions.laat_vervallen),
    Handeling("uitvoeren", Tekst("Begin de uitvoering", "Begin carrying out"), Tekst("De casus staat daarna op uitvoering.", "The case is then being carried out."), Niets, actions.voer_uit),
    Handeling("overleggen", Tekst("Overleg opnieuw", "Consult again"), Tekst("De casus staat daarna weer op overleg.", "The case is then in consultation again."), Reden, actions.overleg_opnieuw),
    Handeling("afsluiten", Tekst("Sluit de casus af", "Close the case"), Tekst("Daarna ziet alleen de inwoner haar nog.", "After that only the resident sees it."), Reden, actions.sluit_af),
    Handeling("bezwaar", Tekst("Maak bezwaar", "Object"), Tekst("Andere organisaties zien dit niet tot wij hebben beslist, binnen een maand.", "Other organisations do not see this until we have decided, within a month."), actions.Bezwaarinvoer, actions.maak_bezwaar, nieuw=True),
    Handeling("bezwaar-intrekken", Tekst("Trek uw bezwaar in", "Withdraw your objection"), Tekst("Daarna gaat verder wat stilstond.", "After that what stood still goes on."), Niets, actions.trek_bezwaar_in),
    Handeling("bezwaar-doorgaan", Tekst("Laat het doorgaan tot het besluit", "Let it go on until the decision"), Tekst("De inwoner leest waarom; partijen zien wat zij zagen.", "The resident reads why; parties see what they saw."), actions.Doorgaan, actions.ga_door),
    Handeling("bezwaar-besluit", Tekst("Beslis op het bezwaar", "Decide on the objection"), Tekst("De inwoner leest uw besluit op zijn pagina.", "The resident reads your decision on his page."), actions.Bezwaarbesluit, actions.beslis_op_bezwaar),
    taakhandeling(SCHEME, lambda actor, zaak_id: open_casus(actor, zaak_id, op_slot=True).zaak),
    *verbeterhandelingen(SCHEME, lambda actor, zaak_id: open_casus(actor, zaak_id, op_slot=True).zaak),
)  # fmt: skip
HANDELINGEN = {handeling.naam: handeling for handeling in _ALLE}
VOLGENDE = {
    "zvh_overleg": ("afspraak", "partij", "informeren", "uitvoeren"),
    "zvh_uitvoering": ("afspraak", "partij", "overleggen", "afsluiten"),
}
"""What the process director can do in each step, the first thing first."""
OOK = {
    "zvh_overleg": ("partij-weg", "bronakkoord", "bezwaar", "afsluiten"),
    "zvh_uitvoering": ("partij-weg", "bronakkoord", "bezwaar", "informeren"),
}
"""What else he can do."""
VAN_INWONER = ("bezwaar", "bezwaar-intrekken")
"""The verbs of the resident on his own page, beside asking for a correction."""
VAN_LEIDER = ("bezwaar-besluit", "bezwaar-doorgaan")
"""The verbs of who decides on an objection."""
VAN_PARTIJ = ("inbreng", "vrijgave")
"""The verbs of a party at the table."""
VAN_ANDEREN = ("bezwaar-intrekken", *VAN_LEIDER, *VAN_PARTIJ)
"""What is done elsewhere than on the page of the case."""
