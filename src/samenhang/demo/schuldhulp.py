"""Debt assistance in the demo world: referrals are taken in, and residents who came by themselves are helped.

Every step goes through the verbs that users have, on its own day. The days count back from the last one, so that
whoever looks around finds each kind of work waiting.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.utils.timezone import localdate

from samenhang.demo.klok import Klok
from samenhang.demo.werkvloer import Werkvloer
from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.schuldhulp import queries
from samenhang.schemes.schuldhulp.actions.aanmelden import NieuweHulpvraag, leg_hulpvraag_vast, neem_over
from samenhang.schemes.schuldhulp.domain.rechtbank import LIJSTEN
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.handelingen import HANDELINGEN
from samenhang.schemes.schuldhulp.plichten import leg_achterstand_vast

WIE: Final = "thijs"
_BLIJFT_LIGGEN: Final = timedelta(days=2)
"""A referral waits this long before it is taken in; the newest wait for whoever looks around."""
_TOT_GESPREK: Final = timedelta(days=9)
"""So long after taking in the first talk is held, or earlier when the term ends."""
_MINUTEN: Final = 4
VANDAAG: Final = "vandaag"
"""In an input: the day on which it is done."""
_ZIN: Final = "De schulden zijn te hoog om zelf op te lossen. De inwoner heeft inkomen en wil meewerken."
_PLAN: Final = "De gemeente vraagt schuldeisers te wachten en regelt budgetbeheer.\nDe inwoner opent zijn post en maakt geen nieuwe schulden."


@dataclass(frozen=True, slots=True)
class Stap:
    """A verb with its input, so many days before the last day; `hulpvraag` and `antwoorden` are made below."""

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
        _schuld(27, "Woonstichting De Sluis", "concurrent", "5.000,00", "huur"),
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
        _schuld(wanneer - 7, "Woonstichting De Sluis", "concurrent", schuld, "huur"),
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


def _tot_antwoord(
    wanneer: int, naam: str, voorletters: str, netto: str, antwoorden: tuple[str, ...], dreiging: str = "geen"
) -> tuple[Stap, ...]:
    """From the request to the answers on an offer by saving, so many days before the last day."""
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
        _schuld(wanneer - 6, "Woonstichting De Sluis", "concurrent", "4.760,45", "huur"),
        Stap(wanneer - 7, "berekening", {"soort": "SB"}),
        Stap(wanneer - 8, "voorstel"),
        Stap(wanneer - 11, "antwoorden", {"antwoorden": antwoorden}),
    )  # fmt: skip


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
        *_tot_antwoord(54, "De Boer", "M. C.", "1.701,00", _NEE),
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
        *_tot_antwoord(53, "Van Dam", "S.", "1.640,00", _JA, "ontruiming")[:7],
        Stap(44, "rechter", {"soort": "287b"}),
        Stap(37, "uitspraak", {"uitkomst": "toegewezen", "op": VANDAAG}),
    ),
)  # fmt: skip
"""One saves, one has nothing to spare, one waits for the court, one is in the court route, one is protected by it."""
KREDIETEN: Final = (
    (*_tot_krediet(58, "Kuiper", "D.", "3.240,00"), _betaald(15)),
    (*_tot_krediet(57, "Martens", "E. J.", "4.105,60"), Stap(6, "achterstand")),
    (*_tot_krediet(56, "Osman", "F.", "2.870,10"), _betaald(13), Stap(9, "inlossing"), Stap(8, "kwijting"), Stap(7, "nazorg")),
)  # fmt: skip
"""One pays, one is in arrears, one came into money, paid off early and is rid of his debts."""


class Schuldhulp:
    """The consultant of the first municipality at work."""

    def __init__(self, vloer: Werkvloer, klok: Klok, einde: date) -> None:
        self._vloer, self._klok, self._einde = vloer, klok, einde
        self._verhalen = [list(verhaal) for verhaal in (*VERHALEN, *KREDIETEN, *REGELINGEN)]
        self._zaken: dict[int, UUID] = {}
        self._gesprekken: list[tuple[date, UUID]] = []

    def dag(self, dag: date) -> None:
        """Take in what came a few days ago, and do every step that is due."""
        self._klok.zet(dag, 300)
        thijs = self._vloer.actor(WIE, dag)
        for regel in queries.aanmeldingen(thijs):
            if localdate(regel.gestuurd) + _BLIJFT_LIGGEN <= dag:
                zaak = neem_over(thijs, regel.id)
                _doe(thijs, zaak.id, "oppakken", {}, dag)
                self._gesprekken.append((min(regel.uiterlijk, dag + _TOT_GESPREK), zaak.id))
        for wanneer, zaak_id in [deel for deel in self._gesprekken if deel[0] <= dag]:
            _doe(thijs, zaak_id, "gesprek", {"op": VANDAAG}, dag)
            self._gesprekken.remove((wanneer, zaak_id))
        minuut = 310
        for nummer, stappen in enumerate(self._verhalen):
            while stappen and (self._einde - dag).days <= stappen[0].dagen:
                stap = stappen.pop(0)
                minuut += _MINUTEN
                self._klok.zet(dag, minuut)
                self._stap(thijs, nummer, stap, dag)

    def _stap(self, thijs: Actor, nummer: int, stap: Stap, dag: date) -> None:
        if stap.wat == "hulpvraag":
            self._zaken[nummer] = leg_hulpvraag_vast(thijs, NieuweHulpvraag(**_gevuld(stap.invoer, dag))).id
        elif stap.wat == "antwoorden":
            dossier = queries.zaak(thijs, self._zaken[nummer]).dossier
            assert dossier is not None  # she treats it
            for rij, antwoord in zip(dossier.voorstellen, stap.invoer["antwoorden"], strict=False):
                invoer = {"voorstel": rij.id, "antwoord": antwoord, "op": VANDAAG, "via": "brief"}
                _doe(thijs, self._zaken[nummer], "antwoord", invoer, dag)
        elif stap.wat == "kwijtingen":
            dossier = queries.zaak(thijs, self._zaken[nummer]).dossier
            assert dossier is not None  # she treats it
            for deel in dossier.uitbetalingen:
                _doe(thijs, self._zaken[nummer], "kwijtingsbevestiging", {"uitbetaling": deel.id, "op": VANDAAG, "via": "brief"}, dag)  # fmt: skip
        elif stap.wat == "inlossing":
            dossier = queries.zaak(thijs, self._zaken[nummer]).dossier
            assert dossier is not None
            assert dossier.leenstand is not None  # a credit runs
            _doe(thijs, self._zaken[nummer], "inlossing", {"bedrag": dossier.leenstand.inlossom.draad(), "op": VANDAAG}, dag)  # fmt: skip
        elif stap.wat == "rechter":
            self._naar_rechter(thijs, self._zaken[nummer], stap.invoer["soort"], dag)
        elif stap.wat == "uitspraak":
            verzoek = _dossier(thijs, self._zaken[nummer]).verzoeken[-1].id
            _doe(thijs, self._zaken[nummer], "uitspraak", {"verzoek": verzoek, **stap.invoer}, dag)
        elif stap.wat == "achterstand":
            leg_achterstand_vast(self._zaken[nummer])
        else:
            _doe(thijs, self._zaken[nummer], stap.wat, stap.invoer, dag)

    def _naar_rechter(self, thijs: Actor, zaak: UUID, soort: str, dag: date) -> None:
        """Prepare a request, fill its checklist, and hand it in."""
        _doe(thijs, zaak, "verzoek", {"soort": soort, "rechtbank": "Rechtbank Waterrijk"}, dag)
        verzoek = _dossier(thijs, zaak).verzoeken[-1].id
        if soort == "287a":
            _doe(thijs, zaak, "wsnpvergelijking", {"verzoek": verzoek, "salaris": "75,00", "griffierecht": "0,00"}, dag)  # fmt: skip
        for deel in LIJSTEN[soort]:
            if not deel.feit:
                invoer = {
                    "verzoek": verzoek,
                    "onderdeel": deel.code,
                    "stand": "aanwezig",
                    "reden": "als bijlage",
                }
                _doe(thijs, zaak, "onderdeel", invoer, dag)
        _doe(thijs, zaak, "indiening", {"verzoek": verzoek, "op": VANDAAG}, dag)


def _dossier(thijs: Actor, zaak: UUID) -> Dossier:
    dossier = queries.zaak(thijs, zaak).dossier
    assert dossier is not None  # he treats it
    return dossier


def _doe(thijs: Actor, zaak: UUID, wat: str, invoer: dict[str, Any], dag: date) -> None:
    handeling = HANDELINGEN[wat]
    handeling.doe(thijs, zaak, handeling.invoer(**_gevuld(invoer, dag)))


def _gevuld(invoer: dict[str, Any], dag: date) -> dict[str, Any]:
    return {naam: dag if waarde == VANDAAG else waarde for naam, waarde in invoer.items()}
