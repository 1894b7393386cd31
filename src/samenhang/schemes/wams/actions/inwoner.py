"""What a resident does himself: object, and withdraw what he agreed to; and the decision on an objection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN
from samenhang.kernel.scheme import veld
from samenhang.kernel.toegang.dimensies import INZAGE
from samenhang.kernel.toegang.instemming import Antwoord
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_onbekend, zaak_van
from samenhang.schemes.wams.actions.gedeeld import ingevuld, keuze, weiger, zin
from samenhang.schemes.wams.actions.gezin import WAARMEE
from samenhang.schemes.wams.domain.partijen import PARTIJEN_VAN_BUITEN, TE_DELEN
from samenhang.schemes.wams.dossier import AAN
from samenhang.schemes.wams.models import Bezwaar, Instemming
from samenhang.schemes.wams.scheme import SCHEME

AAN_WIE = tuple((soort, ORGANISATIESOORTEN[soort]) for soort in (AAN, *PARTIJEN_VAN_BUITEN))


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


def _eigen(actor: Actor, zaak_id: UUID, categorie: str) -> tuple[Zaak, Any, dict[str, Any]]:
    """The case, the access of the resident to himself in it, and the fields of a row about him."""
    if actor.persoon_id is None:
        raise zaak_onbekend()
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(
        actor, zaak, leest=(categorie,), schrijft=(categorie,), doel=INZAGE, personen=[actor.persoon_id]
    )
    vast = {
        "organisatie_id": zaak.organisatie_id,
        "persoon_id": actor.persoon_id,
        "zaak": zaak,
        "moment": huidige_operatie().nu,
        "door": actor.naam,
    }
    return zaak, toegang, vast


@action(SCHEME, "bezwaar maken")
def maak_bezwaar(actor: Actor, zaak_id: UUID, invoer: Bezwaarinvoer) -> Zaak:
    """The resident objects (AVG art. 21): the plan stands still until it is decided, within a month."""
    zaak, toegang, vast = _eigen(actor, zaak_id, "bezwaar")
    tekst = ingevuld("tekst", invoer.tekst, 1000)
    if Bezwaar.objects.met(toegang).filter(zaak=zaak, beslist_op__isnull=True).exists():
        raise Geweigerd("al_bezwaar", Tekst("Uw bezwaar is al ontvangen.", "Your objection was already received."), status=409)  # fmt: skip
    Bezwaar.objects.met(toegang).create(**vast, tekst=tekst)
    if not zaak.termijnen.filter(regel="bezwaar", klaar__isnull=True).exists():
        zaken.start_termijn(zaak, "bezwaar", zaken.vandaag())
    zaken.maak_taak(
        zaak, "bezwaar", Tekst("Beslis op het bezwaar", "Decide on the objection"), zaken.vandaag(), None
    )
    zaken.schrijf_tijdlijn(zaak, "bezwaar", Tekst("Bezwaar ontvangen", "Objection received"))
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "instemming intrekken")
def trek_in(actor: Actor, zaak_id: UUID, invoer: Intrekking) -> Zaak:
    """The resident withdraws consent: from now on it is not shown any more; what was seen stays in the log."""
    zaak, toegang, vast = _eigen(actor, zaak_id, "instemming")
    keuze("waarmee", invoer.waarmee, WAARMEE | TE_DELEN)
    aan = keuze("aan", invoer.aan or AAN, dict(AAN_WIE))
    eerder = (
        Instemming.objects.met(toegang)
        .filter(zaak=zaak, categorie=invoer.waarmee, aan=aan)
        .order_by("moment", "id")
        .last()
    )
    if eerder is None or eerder.antwoord != Antwoord.GEGEVEN:
        raise weiger("waarmee", "niets_in_te_trekken", "Hier stemde u niet (meer) mee in.", "You did not agree to this (any more).")  # fmt: skip
    Instemming.objects.met(toegang).create(
        **vast, categorie=invoer.waarmee, aan=aan, antwoord="ingetrokken", gegeven_door="zelf", geboren=eerder.geboren
    )  # fmt: skip
    zaken.schrijf_tijdlijn(zaak, "instemming", Tekst("Instemming ingetrokken", "Consent withdrawn"))
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "bezwaar beslissen")
def beslis_op_bezwaar(actor: Actor, zaak_id: UUID, invoer: Bezwaarbesluit) -> Zaak:
    """A team lead decides, with a motivation. Granted: the plan stands still for good, and the case is stopped."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(actor, zaak, leest=("bezwaar",), schrijft=("bezwaar",), doel="bezwaar")
    motivering = zin("motivering", invoer.motivering)
    open_ = Bezwaar.objects.met(toegang).filter(zaak=zaak, beslist_op__isnull=True)
    if not open_.update(beslist_op=zaken.vandaag(), toegewezen=invoer.toegewezen, motivering=motivering):
        raise Geweigerd("geen_bezwaar", Tekst("Er ligt geen bezwaar om op te beslissen.", "There is no objection to decide on."), status=409)  # fmt: skip
    zaken.rond_taken_af(zaak, ["bezwaar"])
    zaken.rond_termijn_af(zaak, "bezwaar", opslaan=False)
    tekst = Tekst("Bezwaar afgewezen", "Objection refused")
    if invoer.toegewezen:
        tekst = Tekst("Bezwaar toegewezen: stop de zaak", "Objection granted: stop the case")
        if zaak.gesloten is None:
            zaken.maak_taak(zaak, "stoppen", tekst, zaken.vandaag(), zaak.behandelaar)
    zaken.schrijf_tijdlijn(zaak, "bezwaar", tekst)
    zaken.bewaar(zaak, "volgende_termijn")
    return zaak
