"""What happens in the cases of debt assistance of the demo world: verbs with their input, so many days before the last day.

The days count back from the last one, so that whoever looks around finds each kind of work waiting.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

VANDAAG: Final = "vandaag"
"""In an input: the day on which it is done."""
VERHUURDER: Final = "Woonstichting De Sluis"
"""The creditor that has an account; its worker answers in the portal."""
_ZIN: Final = "De schulden zijn te hoog om zelf op te lossen. De inwoner heeft inkomen en wil meewerken."
_PLAN: Final = "De gemeente vraagt schuldeisers te wachten en regelt budgetbeheer.\nDe inwoner opent zijn post en maakt geen nieuwe schulden."


_NEE_ZIN: Final = "U hebt genoeg inkomen om de achterstand zelf in een halfjaar te betalen."
_GRONDEN: Final = "Mijn contract stopt over een maand. Dan kan ik de achterstand niet zelf betalen."
_VERSLAG: Final = (
    "De inwoner liet een brief van zijn werkgever zien waarin staat dat zijn contract niet wordt verlengd."
)


@dataclass(frozen=True, slots=True)
class Stap:
    """A verb with its input, so many days before the last day; some are more than a verb (schuldhulp.py)."""

    dagen: int
    wat: str
    invoer: dict[str, Any] = field(default_factory=dict)


def _schuld(dagen: int, wie: str, rang: str, bedrag: str, kenmerk: str = "") -> Stap:
    invoer = {"schuldeiser": wie, "rang": rang, "bedrag": bedrag, "kenmerk": kenmerk, "peildatum": VANDAAG}
    return Stap(dagen, "schuld", invoer)


def _begin(dagen: int, naam: str, voorletters: str, dreiging: str = "geen") -> Stap:
    return Stap(dagen, "hulpvraag", {"achternaam": naam, "voorletters": voorletters, "bron": "telefoon", "dreiging": dreiging, "gevraagd_op": VANDAAG})  # fmt: skip


_TOEGELATEN: Final = (
    Stap(50, "oppakken"),
    Stap(46, "gesprek", {"op": VANDAAG}),
    Stap(40, "toelating", {"motivering": _ZIN, "plan": _PLAN}),
)
_LOON: Final = {"soort": "loon", "bewijs": "loonstrook", "bewijs_op": VANDAAG}
_STABIEL: Final = (Stap(34, "stabilisatie", {"wanbetaler": "nee"}), Stap(28, "inventarisatie", {"in_balans": True, "pas_op_de_plaats": True}))  # fmt: skip
VERHALEN: Final = (
    (
        _begin(52, "Brouwer", "T."),
        *_TOEGELATEN,
        Stap(35, "huishouden", {"situatie": "alleenstaande", "vtlb": "1.562,86", "vtlb_op": VANDAAG}),
        Stap(35, "inkomen", {**_LOON, "netto": "1.846,00"}),
        *_STABIEL,
        _schuld(27, "Belastingdienst", "preferent", "2.000,00", "IB 2024"),
        _schuld(27, VERHUURDER, "concurrent", "5.000,00", "huur"),
        _schuld(26, "Noordlicht Energie", "concurrent", "3.000,00"),
        _schuld(26, "Zorgzeker Verzekeringen", "concurrent", "641,27"),
        Stap(20, "berekening", {"soort": "SB"}),
        Stap(12, "inkomen", {"soort": "toeslag", "netto": "50,00", "bewijs": "beschikking", "bewijs_op": VANDAAG}),
        Stap(12, "berekening", {"soort": "SK", "rente": "8,0", "reden": "Huurtoeslag erbij, en de kredietbank wil dit doen"}),
        Stap(7, "voorstel"),
        Stap(3, "antwoorden", {"antwoorden": ("akkoord", "akkoord", "geweigerd")}),
    ),
    (
        _begin(51, "Haddad", "S."),
        *_TOEGELATEN,
        Stap(35, "huishouden", {"situatie": "alleenstaande_ouder", "kinderen": "2", "vtlb": "2.104,00", "vtlb_op": VANDAAG}),
        Stap(35, "inkomen", {"soort": "uitkering", "netto": "2.090,00", "bewijs": "specificatie", "bewijs_op": VANDAAG}),
        *_STABIEL,
        _schuld(22, "Noordlicht Energie B.V.", "concurrent", "812,40"),
        _schuld(22, "Zonnestroom Direct", "concurrent", ""),
        _schuld(21, "Drinkwaterbedrijf Laagland", "concurrent", "190,75"),
    ),
    (_begin(9, "Visser", "A. M."), Stap(8, "oppakken"), Stap(5, "gesprek", {"op": VANDAAG})),
    (_begin(1, "Smit", "J.", "gas_stroom"),),
)  # fmt: skip


def _tot_krediet(wanneer: int, naam: str, voorletters: str, schuld: str) -> tuple[Stap, ...]:
    """From the request to one creditor, so many days before the last day; all creditors agree."""
    return (
        _begin(wanneer, naam, voorletters),
        Stap(wanneer, "oppakken"),
        Stap(wanneer - 2, "gesprek", {"op": VANDAAG}),
        Stap(wanneer - 3, "toelating", {"motivering": _ZIN, "plan": _PLAN}),
        Stap(wanneer - 4, "huishouden", {"situatie": "alleenstaande", "vtlb": "1.562,86", "vtlb_op": VANDAAG}),
        Stap(wanneer - 4, "inkomen", {**_LOON, "netto": "1.712,86"}),
        Stap(wanneer - 5, "stabilisatie"),
        Stap(wanneer - 6, "inventarisatie", {"in_balans": True, "pas_op_de_plaats": True}),
        _schuld(wanneer - 7, "Belastingdienst", "preferent", "1.480,00", "toeslagen"),
        _schuld(wanneer - 7, VERHUURDER, "concurrent", schuld, "huur"),
        Stap(wanneer - 7, "aansluiting"),
        _schuld(wanneer - 7, "Zorgzeker Verzekeringen", "concurrent", "912,35"),
        Stap(wanneer - 8, "berekening", {"soort": "SK", "rente": "6,0"}),
        Stap(wanneer - 9, "voorstel"),
        Stap(wanneer - 10, "antwoorden", {"antwoorden": ("akkoord", "akkoord", "akkoord")}),
        Stap(wanneer - 11, "akkoord"),
        Stap(wanneer - 12, "borg"),
        Stap(wanneer - 13, "borguitkomst", {"uitkomst": "AFGEGEVEN", "op": VANDAAG, "bevestigd_door": "M. de Boer"}),
        Stap(wanneer - 14, "krediet", {"ingang": VANDAAG, "bank": "Kredietbank Waterrijk"}),
        Stap(wanneer - 16, "kwijtingen"),
    )  # fmt: skip


def _betaald(dagen: int) -> Stap:
    return Stap(dagen, "betaling", {"bedrag": "150,00", "op": VANDAAG})


def _tot_voorstel(
    wanneer: int, naam: str, voorletters: str, netto: str, dreiging: str = "geen"
) -> tuple[Stap, ...]:
    """From the request to an offer by saving, so many days before the last day."""
    return (
        _begin(wanneer, naam, voorletters, dreiging),
        Stap(wanneer, "oppakken"),
        Stap(wanneer - 1, "gesprek", {"op": VANDAAG}),
        Stap(wanneer - 2, "toelating", {"motivering": _ZIN, "plan": _PLAN}),
        Stap(wanneer - 3, "huishouden", {"situatie": "alleenstaande", "vtlb": "1.562,86", "vtlb_op": VANDAAG}),
        Stap(wanneer - 3, "inkomen", {**_LOON, "netto": netto}),
        Stap(wanneer - 4, "stabilisatie"),
        Stap(wanneer - 5, "inventarisatie", {"in_balans": True, "pas_op_de_plaats": True}),
        _schuld(wanneer - 6, "Belastingdienst", "preferent", "2.210,00", "IB 2023"),
        _schuld(wanneer - 6, "Drinkwaterbedrijf Laagland", "concurrent", "388,20"),
        _schuld(wanneer - 6, VERHUURDER, "concurrent", "4.760,45", "huur"),
        Stap(wanneer - 7, "berekening", {"soort": "SB"}),
        Stap(wanneer - 8, "voorstel"),
    )  # fmt: skip


def _tot_antwoord(
    wanneer: int, naam: str, voorletters: str, netto: str, antwoorden: tuple[str, ...]
) -> tuple[Stap, ...]:
    """The same, and the answers of the creditors three days later."""
    antwoord = Stap(wanneer - 11, "antwoorden", {"antwoorden": antwoorden})
    return (*_tot_voorstel(wanneer, naam, voorletters, netto), antwoord)


_JA: Final = ("akkoord", "akkoord", "akkoord")
_NEE: Final = ("akkoord", "geweigerd", "akkoord")
REGELINGEN: Final = (
    (
        *_tot_antwoord(58, "Jansen", "L.", "1.790,00", _JA),
        Stap(46, "akkoord"),
        Stap(45, "regelingstart", {"ingang": VANDAAG, "hercontrole": "6"}),
        Stap(16, "betaling", {"bedrag": "227,14", "op": VANDAAG}),
        Stap(11, "uitdeling"),
    ),
    (
        *_tot_antwoord(55, "Yilmaz", "A.", "1.498,00", _JA),
        Stap(43, "akkoord"),
        Stap(42, "regelingstart", {"ingang": VANDAAG, "hercontrole": "12"}),
    ),
    (
        *_tot_antwoord(54, "de Boer", "M. C.", "1.701,00", _NEE),
        Stap(42, "weigering"),
        Stap(40, "rechter", {"soort": "287a"}),
    ),
    (
        *_tot_antwoord(57, "Pinas", "R.", "1.655,00", _NEE),
        Stap(45, "weigering"),
        Stap(43, "rechter", {"soort": "287a"}),
        Stap(22, "uitspraak", {"uitkomst": "afgewezen", "op": VANDAAG, "toelichting": "Het inkomen kan nog stijgen."}),
        Stap(21, "uitspraak", {"uitkomst": "toegewezen", "op": VANDAAG}),
    ),
    (
        *_tot_voorstel(53, "van Dam", "S.", "1.640,00", "ontruiming")[:7],
        Stap(44, "rechter", {"soort": "287b"}),
        Stap(37, "uitspraak", {"uitkomst": "toegewezen", "op": VANDAAG}),
    ),
)  # fmt: skip
"""One saves, one has nothing to spare, one waits for the court, one is in the court route, one is protected by it."""
KREDIETEN: Final = (
    (*_tot_krediet(58, "Kuiper", "D.", "3.240,00"), Stap(14, "bankbestand", {"bedrag": "150,00", "op": VANDAAG})),
    (*_tot_krediet(57, "Martens", "E. J.", "4.105,60"), Stap(6, "achterstand")),
    (*_tot_krediet(56, "Osman", "F.", "2.870,10"), _betaald(13), Stap(9, "inlossing"), Stap(8, "kwijting"), Stap(7, "nazorg")),
)  # fmt: skip
"""One pays, one is in arrears, one came into money, paid off early and is rid of his debts."""
PORTAAL: Final = (
    (
        *_tot_voorstel(31, "Meijer", "W.", "1.731,00"),
        Stap(19, "opgave", {"bedrag": "5.120,90"}),
        Stap(18, "terugneming", {"reden": "De verhuurder noemt een ander bedrag, met een opgave"}),
        Stap(18, "schuldwijziging", {"stand": "bevestigd", "bedrag": "5.120,90", "peildatum": VANDAAG}),
        Stap(17, "berekening", {"soort": "SB", "reden": "De huurschuld is hoger dan was opgegeven"}),
        Stap(5, "inkomen", {"soort": "toeslag", "netto": "84,00", "bewijs": "beschikking", "bewijs_op": VANDAAG}),
        Stap(5, "berekening", {"soort": "SB", "reden": "Zorgtoeslag erbij"}),
    ),
    (
        *_tot_voorstel(13, "Okafor", "C.", "1.688,00"),
        Stap(2, "antwoorden", {"antwoorden": ("akkoord", "akkoord")}),
    ),
    (
        *_tot_voorstel(14, "van Leeuwen", "P.", "1.802,00"),
        Stap(3, "opgave", {"bedrag": "4.990,45"}),
    ),
)  # fmt: skip
"""One took a proposal back and calculated again, of one the landlord has not answered, of one it states another amount."""
BERICHTEN: Final = (
    (
        _begin(40, "Nguyen", "T. H."),
        Stap(39, "oppakken"),
        Stap(37, "gesprek", {"op": VANDAAG}),
        Stap(35, "toelating", {"motivering": _ZIN, "plan": _PLAN}),
        Stap(33, "huishouden", {"situatie": "alleenstaande", "vtlb": "1.562,86", "vtlb_op": VANDAAG}),
        Stap(33, "inkomen", {**_LOON, "netto": "1.765,00"}),
        Stap(32, "stabilisatie"),
        Stap(30, "inventarisatie", {"in_balans": True, "pas_op_de_plaats": True}),
        _schuld(29, "Belastingdienst", "preferent", "940,00", "IB 2024"),
        _schuld(29, "Vechtdal Telecom", "concurrent", "1.210,00", "VT-20931"),
        _schuld(29, "Postorder De Zwaan", "concurrent", "", "klant 88412"),
        _schuld(29, "Fietsenwinkel Het Zadel", "concurrent", "640,00", "2025-117"),
        Stap(28, "knooppunt"),
        Stap(28, "saldoverzoek"),
        Stap(26, "saldoopgave", {"naam": "Vechtdal Telecom", "rang": "concurrent", "bedrag": "1256.40"}),
        Stap(25, "saldoopgave", {"naam": "Postorder De Zwaan", "rang": "concurrent", "bedrag": "2318.75"}),
        Stap(25, "saldoopgave", {"naam": "Fietsenwinkel Het Zadel", "rang": "concurrent", "bedrag": "640.00"}),
        Stap(20, "berekening", {"soort": "SB"}),
        Stap(7, "voorstel"),
        Stap(5, "berichtantwoord", {"naam": "Vechtdal Telecom", "antwoord": "akkoord"}),
        Stap(4, "berichtantwoord", {"naam": "Postorder De Zwaan", "antwoord": "geweigerd", "reden": "bod_te_laag", "toelichting": "Wij willen ten minste de helft."}),
    ),
)  # fmt: skip
"""Of one three creditors get messages: one agrees, one refuses, and one lets the proposal lie until it is nearly deleted."""
BEZWAREN: Final = (
    (
        _begin(40, "Alberts", "G."),
        Stap(39, "oppakken"),
        Stap(35, "gesprek", {"op": VANDAAG}),
        Stap(30, "afwijzing", {"motivering": _NEE_ZIN}),
        Stap(24, "bezwaar", {"gronden": _GRONDEN}),
        Stap(20, "hoorzitting", {"na": 7, "om": "13:30", "waar": "stadskantoor, kamer 2.14"}),
        Stap(7, "horen", {"horen": "gehoord", "verslag": _VERSLAG}),
    ),
    (
        _begin(38, "Bos", "H."),
        Stap(37, "oppakken"),
        Stap(34, "gesprek", {"op": VANDAAG}),
        Stap(29, "afwijzing", {"motivering": _NEE_ZIN}),
        Stap(23, "bezwaar", {"gronden": _GRONDEN}),
        Stap(12, "horen", {"horen": "ziet_af", "verslag": "De inwoner liet weten dat hij niet wil komen."}),
        Stap(10, "bezwaarbesluit", {"uitkomst": "gegrond", "motivering": "De stukken laten zien dat het inkomen stopt. Wij herroepen ons besluit en helpen u."}),
    ),
)  # fmt: skip
"""One objection was heard and waits for a decision; one was well-founded, and the case is open again."""
