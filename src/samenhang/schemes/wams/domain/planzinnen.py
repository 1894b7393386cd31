"""The phrases from which goals and agreements of a plan are made: no free text about a person reaches another party. Pure."""

from __future__ import annotations

from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Planzin

DOELEN: Final = {
    "rust_geld": Tekst("De vaste lasten worden op tijd betaald", "Fixed costs are paid on time"),
    "geen_nieuwe_schuld": Tekst("Er komen geen schulden bij", "No new debts arise"),
    "blijft_wonen": Tekst("Het gezin blijft in de woning", "The family stays in the home"),
    "naar_school": Tekst("Gaat elke dag naar school", "Goes to school every day"),
    "dagbesteding": Tekst("Heeft werk of een zinvolle dag", "Has work or a meaningful day"),
    "hulp_werkt": Tekst("Krijgt de hulp die past", "Gets the help that fits"),
    "veilig_thuis": Tekst("Thuis is het veilig en rustig", "Home is safe and calm"),
    "netwerk": Tekst("Heeft mensen om op terug te vallen", "Has people to fall back on"),
}
PLANZINNEN: Final = (
    Planzin("maakt_overzicht", Tekst("maakt een overzicht van inkomsten en uitgaven", "makes an overview of income and expenses")),
    Planzin("eerste_gesprek", Tekst("houdt een eerste gesprek over de schulden", "holds a first talk about the debts")),
    Planzin("regelt_betaling", Tekst("spreekt een betalingsregeling af", "agrees on a payment arrangement")),
    Planzin("vraagt_aan", Tekst("vraagt de regeling of voorziening aan", "applies for the scheme or provision")),
    Planzin("pauzeert", Tekst("pauzeert de invordering", "pauses collection")),
    Planzin("bezoekt", Tekst("komt elke week langs", "visits every week")),
    Planzin("belt", Tekst("belt elke week hoe het gaat", "calls every week how things are")),
    Planzin("begeleidt_school", Tekst("begeleidt de terugkeer naar school", "guides the return to school")),
    Planzin("zoekt_dagbesteding", Tekst("zoekt werk of dagbesteding", "looks for work or day activities")),
    Planzin("start_hulp", Tekst("begint met de hulp", "starts the help")),
    Planzin("neemt_deel", Tekst("komt naar de gesprekken", "comes to the talks")),
    Planzin("meldt_verandering", Tekst("laat het weten als er iets verandert", "tells when something changes")),
)  # fmt: skip
OORDELEN: Final = {
    "gehaald": Tekst("Gehaald", "Reached"),
    "op_weg": Tekst("Op weg", "On the way"),
    "niet_gehaald": Tekst("Niet gehaald", "Not reached"),
}
