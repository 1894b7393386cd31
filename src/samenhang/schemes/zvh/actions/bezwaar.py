"""The resident's objection (AVG art. 21), and what a team lead decides on it; never who treats the case."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.domain.bezwaar import DEELS, GEGROND, GRONDEN, ONGEGROND, UITKOMSTEN
from samenhang.kernel.rechten.feiten import Vastgelegd
from samenhang.kernel.rechten.models import BEZWAAR, Bezwaar
from samenhang.kernel.scheme import Niets, veld
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.dimensies import INZAGE
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot, zaak_onbekend, zaak_van
from samenhang.schemes.zvh.actions.invoer import fout, ingevuld, keuze, zin
from samenhang.schemes.zvh.domain.bezwaar import ALLES, STOPT, WAARTEGEN, past_binnen
from samenhang.schemes.zvh.scheme import SCHEME

STOPPEN = "stoppen"
"""The kind of the task to close a case of which everything stops; what is left of it is erased after a month."""
_LEEST = Tekst("De inwoner leest dit.", "The resident reads this.")


@dataclass(frozen=True, slots=True)
class Bezwaarinvoer:
    """Against what the resident objects, and why."""

    waartegen: str = veld("Waartegen is het bezwaar?", "What is the objection against?", keuzes=tuple(WAARTEGEN.items()))  # fmt: skip
    waarom: str = veld(
        "Waarom?", "Why?", regels=4, hoogstens=1000,
        uitleg=Tekst("Schrijf wat er in deze situatie niet goed aan is.", "Write what is not right about it in this situation."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Doorgaan:
    """Why what was objected to cannot stand still until the decision."""

    grond: str = veld("Op welke grond?", "On which ground?", keuzes=tuple(GRONDEN.items()))
    omdat: str = veld("Waarom kan dit niet wachten?", "Why can this not wait?", regels=3, hoogstens=1000, uitleg=_LEEST)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bezwaarbesluit:
    """What is decided on the objection, after consulting whom, and why."""

    uitkomst: str = veld("Wat besluit u?", "What do you decide?", keuzes=tuple(UITKOMSTEN.items()))
    overleg: str = veld(
        "Met wie overlegde u?", "Whom did you consult?", hoogstens=300,
        uitleg=Tekst("De deelnemers die betrokken zijn (Besluit WGS art. 1.2 lid 2). De inwoner leest dit.", "The participants who are involved (Besluit WGS art. 1.2(2)). The resident reads this."),
    )  # fmt: skip
    motivering: str = veld("Waarom?", "Why?", regels=5, hoogstens=1000, uitleg=_LEEST)
    stopt: str = veld(
        "Wat stopt er?", "What stops?", standaard="", keuzes=tuple(STOPT.items()),
        uitleg=Tekst("Alleen bij deels gegrond.", "Only when partly well-founded."),
    )  # fmt: skip


@action(SCHEME, "bezwaar tegen het huis maken")
def maak_bezwaar(actor: Actor, zaak_id: UUID, invoer: Bezwaarinvoer) -> Zaak:
    """The resident objects: what he objects to goes to no party any more until it is decided, within a month.

    Who treats the case records an objection that came by telephone or on paper. Raises `Geweigerd` (409) when one is open, or the case is closed: nobody uses it any more then.
    """
    zaak, wie, toegang = _eigen(actor, zaak_id) if actor.persoon_id else _voor_inwoner(actor, zaak_id)
    keuze("waartegen", invoer.waartegen, WAARTEGEN)
    waarom = ingevuld("waarom", invoer.waarom, 1000)
    zaken.leg_bezwaar_vast(zaak, [wie], waarom, toegang, waartegen=invoer.waartegen)
    zaken.schrijf_tijdlijn(zaak, "bezwaar", Tekst("Bezwaar ontvangen", "Objection received"))
    return zaak


@action(SCHEME, "bezwaar tegen het huis intrekken")
def trek_bezwaar_in(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """The resident takes his objection back: what stood still goes on."""
    zaak, wie, toegang = _eigen(actor, zaak_id)
    zaken.trek_bezwaar_in(zaak, wie, toegang)
    zaken.schrijf_tijdlijn(zaak, "bezwaar", Tekst("Bezwaar ingetrokken", "Objection withdrawn"))
    zaken.bewaar(zaak, "volgende_termijn")
    return zaak


@action(SCHEME, "doorgaan ondanks bezwaar vastleggen")
def ga_door(actor: Actor, zaak_id: UUID, invoer: Doorgaan) -> Zaak:
    """A team lead records the compelling ground on which sharing goes on until the decision (AVG art. 18 lid 2)."""
    zaak, toegang = _van_leider(actor, zaak_id)
    zaken.laat_doorgaan(zaak, invoer.grond, zin("omdat", invoer.omdat), toegang)
    zaken.schrijf_tijdlijn(zaak, "bezwaar", Tekst("Gaat door tot het besluit op bezwaar", "Goes on until the decision on the objection"))  # fmt: skip
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "bezwaar tegen het huis beslissen")
def beslis_op_bezwaar(actor: Actor, zaak_id: UUID, invoer: Bezwaarbesluit) -> Zaak:
    """A team lead decides for all participants, after consulting them (Besluit WGS art. 1.2).

    Well-founded against everything: the house and its parties use nothing any more, and the case is to be closed.
    """
    zaak, toegang = _van_leider(actor, zaak_id)
    uitkomst = keuze("uitkomst", invoer.uitkomst, UITKOMSTEN)
    overleg, motivering = ingevuld("overleg", invoer.overleg, 300), zin("motivering", invoer.motivering)
    tegen = next((rij.waartegen for rij in Bezwaar.objects.met(toegang).filter(zaak=zaak) if rij.open), "")
    stopt = _stopt(uitkomst, invoer.stopt, tegen)
    zaken.beslis_over_bezwaar(zaak, uitkomst != ONGEGROND, motivering, toegang, stopt=stopt, overleg=overleg)
    besluit = UITKOMSTEN[uitkomst]
    zaken.schrijf_tijdlijn(zaak, "bezwaar", Tekst(f"Bezwaar {besluit.nl.partition(':')[0].lower()}", f"Objection {besluit.en.partition(':')[0].lower()}"))  # fmt: skip
    post = Tekst(
        "Post het besluit op het bezwaar (bij de casus, als PDF)",
        "Post the decision on the objection (at the case, as PDF)",
    )
    zaken.maak_taak(zaak, "brief", post, zaken.vandaag(), zaak.behandelaar)
    if uitkomst == GEGROND and tegen == ALLES:
        sluit = Tekst(
            "Sluit de casus: het bezwaar is gegrond", "Close the case: the objection is well-founded"
        )
        zaken.maak_taak(zaak, STOPPEN, sluit, zaken.vandaag(), zaak.behandelaar)
    zaken.bewaar(zaak, "volgende_termijn")
    return zaak


def _stopt(uitkomst: str, stopt: str, tegen: str) -> str:
    """The part that stops when it is partly well-founded; nothing else may name a part."""
    if uitkomst != DEELS:
        if stopt:
            raise fout("stopt", "stopt_onjuist", "Laat dit leeg: alleen bij deels gegrond kiest u wat stopt.", "Leave this empty: only when partly well-founded do you choose what stops.")  # fmt: skip
        return ""
    if tegen and not past_binnen(keuze("stopt", stopt, STOPT), tegen):
        raise fout("stopt", "stopt_onjuist", "Kies een deel van waartegen bezwaar is gemaakt, of kies gegrond.", "Choose a part of what was objected to, or choose well-founded.")  # fmt: skip
    return stopt


def _eigen(actor: Actor, zaak_id: UUID) -> tuple[Zaak, UUID, Toegang]:
    """The open case, the resident, and his access to his own objection."""
    if actor.persoon_id is None:
        raise zaak_onbekend()
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    if zaak.gesloten is not None:
        raise Geweigerd(
            "zaak_gesloten",
            Tekst(
                "Dit is afgerond: niemand gebruikt uw gegevens hier nog. Bel de gemeente als u wilt dat wij ze eerder wissen.",
                "This is closed: nobody uses your data here any more. Call the municipality when you want them erased earlier.",
            ),
            status=409,
        )
    toegang = toegang_tot(
        actor, zaak, leest=(BEZWAAR,), schrijft=(BEZWAAR,), doel=INZAGE, personen=[actor.persoon_id]
    )
    return zaak, actor.persoon_id, toegang


def _voor_inwoner(actor: Actor, zaak_id: UUID) -> tuple[Zaak, UUID, Toegang]:
    """The same for the process director who treats the case and writes down what the resident said."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    (persoon,) = personen_van(zaak)
    toegang = toegang_tot(
        actor, zaak, leest=(BEZWAAR,), schrijft=(BEZWAAR,), personen=[persoon], bekend=Vastgelegd()
    )
    return zaak, persoon, toegang


def _van_leider(actor: Actor, zaak_id: UUID) -> tuple[Zaak, Toegang]:
    """The case and its objections, for a team lead who does not treat it."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    return zaak, toegang_tot(actor, zaak, leest=(BEZWAAR,), schrijft=(BEZWAAR,), doel=BEZWAAR)
