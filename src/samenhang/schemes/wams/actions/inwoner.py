"""What a resident does himself: object, and withdraw what he agreed to; and the decision on an objection."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN
from samenhang.kernel.plichten.uitstel import BRIEF
from samenhang.kernel.rechten.domain.toestemming import geldend
from samenhang.kernel.rechten.feiten import als_woord
from samenhang.kernel.rechten.models import Toestemming
from samenhang.kernel.scheme import veld
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.dimensies import INZAGE
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_onbekend, zaak_van
from samenhang.schemes.wams.actions.gedeeld import ingevuld, keuze, weiger
from samenhang.schemes.wams.actions.gezin import WAARMEE
from samenhang.schemes.wams.domain.partijen import PARTIJEN_VAN_BUITEN, TE_DELEN
from samenhang.schemes.wams.dossier import AAN
from samenhang.schemes.wams.scheme import SCHEME

AAN_WIE = tuple((soort, ORGANISATIESOORTEN[soort]) for soort in (AAN, *PARTIJEN_VAN_BUITEN))

POST = Tekst("Post het besluit op het bezwaar (bij de zaak, als PDF)", "Post the decision on the objection (at the case, as PDF)")  # fmt: skip
"""Task: the decision counts from when it is sent. Before the case is stopped: a closed case opens for the resident only."""


@dataclass(frozen=True, slots=True)
class Bezwaarinvoer:
    """What the resident objects to."""

    tekst: str = veld(
        "Waar bent u het niet mee eens?", "What do you not agree with?", regels=4, hoogstens=1000
    )


@dataclass(frozen=True, slots=True)
class Intrekking:
    """What the resident does not agree to any more."""

    waarmee: str = veld("Waarmee stemt u niet meer in?", "What do you no longer agree to?", keuzes=tuple((WAARMEE | TE_DELEN).items()))  # fmt: skip
    aan: str = veld("Wie mag dit niet meer weten?", "Who may no longer know this?", keuzes=AAN_WIE, standaard=AAN)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bezwaarbesluit:
    """What is decided on the objection, and why."""

    toegewezen: bool = veld("Krijgt de inwoner gelijk?", "Is the resident right?")
    motivering: str = veld("Motivering", "Motivation", regels=4, hoogstens=1000, uitleg=Tekst("De inwoner leest dit.", "The resident reads this."))  # fmt: skip


def _eigen(actor: Actor, zaak_id: UUID, categorie: str) -> tuple[Zaak, UUID, Toegang]:
    """The case, the resident, and his access to himself in it."""
    if actor.persoon_id is None:
        raise zaak_onbekend()
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(
        actor, zaak, leest=(categorie,), schrijft=(categorie,), doel=INZAGE, personen=[actor.persoon_id]
    )
    return zaak, actor.persoon_id, toegang


@action(SCHEME, "bezwaar maken")
def maak_bezwaar(actor: Actor, zaak_id: UUID, invoer: Bezwaarinvoer) -> Zaak:
    """The resident objects (AVG art. 21): the plan stands still until it is decided, within a month."""
    zaak, wie, toegang = _eigen(actor, zaak_id, "bezwaar")
    zaken.leg_bezwaar_vast(zaak, [wie], ingevuld("tekst", invoer.tekst, 1000), toegang)
    zaken.schrijf_tijdlijn(zaak, "bezwaar", Tekst("Bezwaar ontvangen", "Objection received"))
    return zaak


@action(SCHEME, "instemming intrekken")
def trek_in(actor: Actor, zaak_id: UUID, invoer: Intrekking) -> Zaak:
    """The resident withdraws consent: from now on it is not shown any more; what was seen stays in the log."""
    zaak, wie, toegang = _eigen(actor, zaak_id, "instemming")
    keuze("waarmee", invoer.waarmee, WAARMEE | TE_DELEN)
    aan = keuze("aan", invoer.aan or AAN, dict(AAN_WIE))
    woorden = map(als_woord, Toestemming.objects.met(toegang).filter(zaak=zaak))
    if invoer.waarmee not in geldend(woorden, SCHEME.doel, aan, huidige_operatie().nu):
        raise weiger("waarmee", "niets_in_te_trekken", "Hier stemde u niet (meer) mee in.", "You did not agree to this (any more).")  # fmt: skip
    zaken.trek_toestemming_in(zaak, wie, toegang, over=[invoer.waarmee], aan=aan)
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "bezwaar beslissen")
def beslis_op_bezwaar(actor: Actor, zaak_id: UUID, invoer: Bezwaarbesluit) -> Zaak:
    """A team lead decides, by letter with a motivation. Granted: the plan stands still for good, and the case is stopped.

    Source: AVG art. 21 and 12(3) and (4); a decision in the sense of the Awb (UAVG art. 34), made known by sending it (Awb 3:41).
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(actor, zaak, leest=("bezwaar",), schrijft=("bezwaar",), doel="bezwaar")
    zaken.beslis_over_bezwaar(zaak, invoer.toegewezen, invoer.motivering, toegang)
    tekst = Tekst("Bezwaar afgewezen", "Objection refused")
    if invoer.toegewezen:
        tekst = Tekst("Bezwaar toegewezen: stop de zaak", "Objection granted: stop the case")
        if zaak.gesloten is None:
            zaken.maak_taak(zaak, "stoppen", tekst, zaken.vandaag(), zaak.behandelaar)
    zaken.schrijf_tijdlijn(zaak, "bezwaar", tekst)
    if zaak.gesloten is None:  # nobody but the resident opens a closed case; his own page has the letter
        zaken.maak_taak(zaak, BRIEF, POST, zaken.vandaag(), zaak.behandelaar)
    zaken.bewaar(zaak, "volgende_termijn")
    return zaak
