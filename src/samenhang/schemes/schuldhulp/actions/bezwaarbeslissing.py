"""Hearing who objected, the decision on the objection, and what being late costs (Awb 7:2 to 7:12, 4:17).

Who took a decision does not decide on an objection to it (Awb 10:3 lid 3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.normen import norm
from samenhang.kernel.normen.dwangsom import WACHT
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.termijnen import bereken
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.bezwaar import HOOR, Bezwaarkeuze, deel_mee
from samenhang.schemes.schuldhulp.actions.gedeeld import (
    bedrag,
    ingevuld,
    keuze,
    niet_in_toekomst,
    weiger,
    zin,
)
from samenhang.schemes.schuldhulp.bezwaarbrieven import BESLUIT, HOORZITTING
from samenhang.schemes.schuldhulp.bezwaartijd import WELK, Mededeling
from samenhang.schemes.schuldhulp.bezwaarzaak import Bezwaarzaak, dwangsom_van, open_bezwaren
from samenhang.schemes.schuldhulp.domain.bewakers import Besluitstand, HulpFeiten
from samenhang.schemes.schuldhulp.domain.bezwaar import (
    HOREN,
    KOSTEN,
    NIET_GEVRAAGD,
    PAST_BIJ,
    PUNTEN,
    PUNTNORM,
    STEL_VAST,
    TOEGEKEND,
    UITKOMSTEN,
    had_kans,
    op_tijd,
)
from samenhang.schemes.schuldhulp.models import Bezwaarschrift
from samenhang.schemes.schuldhulp.scheme import SCHEME

BESLIS, VOER_UIT, BETAAL = "bezwaar_beslissen", "bezwaar_uitvoeren", "bezwaar_kosten"
"""Tasks: decide, carry out the decision, pay the costs."""
HERROEPEN = {("afwijzing", "besluit_afgewezen"): "afwijzing_herroepen", ("beeindiging", "beeindigd"): "beeindiging_herroepen"}  # fmt: skip
"""By the decision and the step in which it left the case: the way back."""

_TIJD: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class Hoorzitting:
    """When and where the resident can tell his side."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")
    op: date = veld("Wanneer?", "When?", vandaag=True)
    om: str = veld(
        "Hoe laat?", "At what time?", hoogstens=5, uitleg=Tekst("Bijvoorbeeld 13:30.", "For example 13:30.")
    )
    waar: str = veld("Waar?", "Where?", hoogstens=200)


@dataclass(frozen=True, slots=True)
class Gehoord:
    """How hearing went, with its report; or on which ground there was none."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")
    horen: str = veld("Is de inwoner gehoord?", "Was the resident heard?", keuzes=tuple(HOREN.items()))
    verslag: str = veld("Verslag of toelichting", "Report or explanation", regels=6, hoogstens=4000, uitleg=Tekst("De inwoner leest dit (Awb 7:7).", "The resident reads this (Awb 7:7)."))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ingebrekestelling:
    """When the resident told in writing that the decision is late."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")
    op: date = veld("Ontvangen op", "Received on", vandaag=True)


@dataclass(frozen=True, slots=True)
class Beslissing:
    """What is decided on the objection, and why."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")
    uitkomst: str = veld("Wat beslist u?", "What do you decide?", keuzes=tuple(UITKOMSTEN.items()))
    motivering: str = veld("Motivering", "Motivation", regels=8, hoogstens=4000, uitleg=Tekst("De inwoner leest dit. Bij gegrond: wat er in de plaats komt.", "The resident reads this. When well-founded: what comes instead."))  # fmt: skip
    kosten: str = veld("Vergoeding van kosten?", "Compensation of costs?", standaard=NIET_GEVRAAGD, keuzes=tuple(KOSTEN.items()), uitleg=Tekst("Alleen als hij erom vroeg, en bij een vergoeding alleen als het besluit wordt herroepen.", "Only when he asked for it, and with a compensation only when the decision is revoked."))  # fmt: skip
    punten: str = veld("Waarvoor had hij hulp van een ander?", "For what did another help him?", standaard="1", keuzes=tuple(PUNTEN.items()))  # fmt: skip
    kostenbedrag: str = veld("Of het bedrag zelf", "Or the amount itself", standaard="", hoogstens=20, uitleg=Tekst("Laat leeg om met de norm van vandaag te rekenen.", "Leave empty to compute by the norm of today."))  # fmt: skip


@action(SCHEME, "hoorzitting plannen")
def plan_hoorzitting(actor: Actor, zaak_id: UUID, invoer: Hoorzitting) -> Zaak:
    """Invite the resident; the papers can be seen for at least a week before (Awb 7:4 lid 2)."""
    zaak = open_bezwaren(actor, zaak_id)
    deel_mee(zaak, nodig_uit(zaak, invoer))
    zaken.rond_taken_af(zaak.zaak, [HOOR])
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst(f"Hoorzitting gepland op {invoer.op} om {invoer.om}", f"Hearing planned on {invoer.op} at {invoer.om}"))  # fmt: skip
    return zaak.zaak


def nodig_uit(zaak: Bezwaarzaak, invoer: Hoorzitting) -> Mededeling:
    """When and where he can tell his side, in memory. Raises `Geweigerd` for a day within a week or a time that is none."""
    rij = zaak.open_bezwaar(invoer.bezwaar)
    waar = ingevuld("waar", invoer.waar)
    if invoer.op < zaken.vandaag() + timedelta(weeks=1):
        raise weiger("op", "datum_te_vroeg", "De inwoner kan de stukken ten minste een week inzien (Awb 7:4 lid 2). Kies een dag over een week of later.", "The resident can see the papers for at least a week (Awb 7:4 lid 2). Choose a day a week from now or later.")  # fmt: skip
    if not _TIJD.fullmatch(invoer.om):
        raise weiger("om", "tijd_onjuist", f"{invoer.om[:5]!r} is geen tijd. Schrijf uren en minuten, bijvoorbeeld 13:30.", f"{invoer.om[:5]!r} is no time. Write hours and minutes, for example 13:30.")  # fmt: skip
    rij.hoorzitting_op, rij.hoorzitting_om, rij.hoorzitting_waar = invoer.op, invoer.om, waar
    rij.uitgenodigd_op = zaken.vandaag()
    velden = ("hoorzitting_op", "hoorzitting_om", "hoorzitting_waar", "uitgenodigd_op")
    return Mededeling(rij, velden, HOORZITTING, {})


@action(SCHEME, "horen vastleggen")
def leg_horen_vast(actor: Actor, zaak_id: UUID, invoer: Gehoord) -> Zaak:
    """Record the report of the hearing, or on which ground nobody was heard (Awb 7:3 and 7:7)."""
    zaak = open_bezwaren(actor, zaak_id)
    rij = zaak.open_bezwaar(invoer.bezwaar)
    rij.horen = keuze("horen", invoer.horen, HOREN)
    rij.verslag = zin("verslag", invoer.verslag, 4000)
    if rij.horen == "gehoord" and (rij.hoorzitting_op is None or rij.hoorzitting_op > zaken.vandaag()):
        raise Geweigerd("geen_hoorzitting", Tekst("Er is nog geen hoorzitting geweest. Plan er eerst een.", "There has been no hearing yet. Plan one first."), status=409)  # fmt: skip
    zaak.bewaar(rij, "horen", "verslag")
    zaken.rond_taken_af(zaak.zaak, [HOOR])
    zaken.maak_taak(zaak.zaak, BESLIS, Tekst("Beslis op het bezwaar", "Decide on the objection"), rij.uiterlijk, None)  # fmt: skip
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", HOREN[rij.horen])
    return zaak.zaak


@action(SCHEME, "ingebrekestelling vastleggen")
def leg_ingebrekestelling_vast(actor: Actor, zaak_id: UUID, invoer: Ingebrekestelling) -> Zaak:
    """A written notice that the decision is late came in: two weeks later each day costs a penalty (Awb 4:17, 7:14).

    One that comes before the term is over has no consequence, and is refused.
    """
    zaak = open_bezwaren(actor, zaak_id, zelf=True)
    rij = zaak.open_bezwaar(invoer.bezwaar)
    niet_in_toekomst("op", invoer.op)
    if rij.in_gebreke_op is not None:
        raise Geweigerd("al_in_gebreke", Tekst("De ingebrekestelling is al ontvangen.", "The notice was received already."), status=409)  # fmt: skip
    if invoer.op <= rij.uiterlijk:
        raise weiger("op", "niet_te_laat", f"De termijn loopt tot en met {rij.uiterlijk}; eerder heeft een ingebrekestelling geen gevolg.", f"The term runs up to {rij.uiterlijk}; before that a notice has no consequence.")  # fmt: skip
    rij.in_gebreke_op = invoer.op
    zaak.bewaar(rij, "in_gebreke_op")
    eerste = invoer.op + WACHT
    zaken.maak_taak(zaak.zaak, BESLIS, Tekst(f"Beslis op het bezwaar: vanaf {eerste} kost elke dag een dwangsom", f"Decide on the objection: from {eerste} each day costs a penalty"), eerste - timedelta(days=1), None)  # fmt: skip
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst("Ingebrekestelling ontvangen", "Notice of default received"))  # fmt: skip
    return zaak.zaak


@action(SCHEME, "bezwaar besluiten")
def beslis(actor: Actor, zaak_id: UUID, invoer: Beslissing) -> Zaak:
    """Decide on an objection, by letter; the resident can appeal to the court for six weeks.

    Nobody decides on an objection to his own decision. Hearing, or the ground for leaving it out, comes first. A decision
    that is revoked is a task for who treats the case; a penalty that ran is a task to establish it within two weeks (4:18).
    """
    zaak = open_bezwaren(actor, zaak_id)
    mededeling = neem_besluit(zaak, invoer)
    rij, vandaag = mededeling.rij, zaken.vandaag()
    deel_mee(zaak, mededeling)
    _sluit(zaak, rij)
    stand = dwangsom_van(rij)
    if stand is not None and stand.bedrag.centen:
        zaken.maak_taak(zaak.zaak, STEL_VAST, Tekst(f"Stel de dwangsom vast: {stand.bedrag.scherm()} (Awb 4:18)", f"Establish the penalty: {stand.bedrag.scherm()} (Awb 4:18)"), vandaag + timedelta(weeks=2), None)  # fmt: skip
    if rij.vergoeding is not None:
        zaken.maak_taak(zaak.zaak, BETAAL, Tekst(f"Betaal de kosten van het bezwaar: {rij.vergoeding.scherm()} (Awb 7:15)", f"Pay the costs of the objection: {rij.vergoeding.scherm()} (Awb 7:15)"), None, None)  # fmt: skip
    if rij.uitkomst == "gegrond":
        _herroep(zaak, rij)
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst(f"Beslist op bezwaar: {UITKOMSTEN[rij.uitkomst].nl.lower()}", f"Decided on the objection: {UITKOMSTEN[rij.uitkomst].en.lower()}"))  # fmt: skip
    return zaak.zaak


def neem_besluit(zaak: Bezwaarzaak, invoer: Beslissing) -> Mededeling:
    """What is decided and why, in memory. Raises `Geweigerd` for who may not decide, and for what does not fit."""
    rij = zaak.open_bezwaar(invoer.bezwaar)
    uitkomst = keuze("uitkomst", invoer.uitkomst, UITKOMSTEN)
    besluit = next(deel for deel in zaak.beschikkingen if deel.id == rij.besluit)
    if besluit.door == zaak.actor.naam or (zaak.zaak.behandelaar_id is not None and zaak.zaak.behandelaar_id == zaak.actor.medewerker_id):  # fmt: skip
        raise Geweigerd("eigen_besluit", Tekst("Wie het besluit nam of de zaak behandelt, beslist niet op het bezwaar (Awb 10:3 lid 3). Vraag een collega.", "Who took the decision or treats the case does not decide on the objection (Awb 10:3 lid 3). Ask a colleague."), status=409)  # fmt: skip
    if not rij.horen:
        raise Geweigerd("niet_gehoord", Tekst("Leg eerst vast of de inwoner is gehoord (Awb 7:2).", "First record whether the resident was heard (Awb 7:2)."), status=409)  # fmt: skip
    if uitkomst == "niet_ontvankelijk" and op_tijd(rij.bezwaar_tot, rij.ontvangen_op, rij.verzonden_op) and not had_kans(rij.loop, rij.gronden, rij.ontbreekt, zaken.vandaag()):  # fmt: skip
        raise Geweigerd("eerst_aanvullen", Tekst("Geef de inwoner eerst tijd om aan te vullen wat ontbreekt, en wacht die tijd af (Awb 6:6).", "First give the resident time to add what is missing, and wait for it to pass (Awb 6:6)."), status=409)  # fmt: skip
    past = PAST_BIJ.get(rij.horen, uitkomst)
    if past != uitkomst:
        raise weiger("uitkomst", "past_niet_bij_horen", f'Bij "{HOREN[rij.horen].nl}" past alleen: {UITKOMSTEN[past].nl}.', f'With "{HOREN[rij.horen].en}" goes only: {UITKOMSTEN[past].en}.')  # fmt: skip
    vandaag = zaken.vandaag()
    _zet_kosten(rij, uitkomst, invoer, vandaag)
    rij.uitkomst, rij.motivering, rij.besloten_op = (
        uitkomst,
        zin("motivering", invoer.motivering, 4000),
        vandaag,
    )
    rij.beroep_tot = bereken(SCHEME.termijn("beroep"), vandaag, standaardkalender(), []).einde
    velden = ("uitkomst", "motivering", "besloten_op", "beroep_tot", "kosten", "kosten_centen", "kosten_bron")
    return Mededeling(rij, velden, BESLUIT, {})


def _zet_kosten(rij: Bezwaarschrift, uitkomst: str, invoer: Beslissing, dag: date) -> None:
    """What is decided on the costs: an amount that is given, or points at the norm of the day. Raises `NormOntbreekt`."""
    rij.kosten = keuze("kosten", invoer.kosten, KOSTEN)
    keuze("punten", invoer.punten, PUNTEN)
    if rij.kosten != TOEGEKEND:
        return
    if uitkomst != "gegrond":
        raise weiger("kosten", "kosten_alleen_bij_herroepen", "Kosten worden alleen vergoed als het besluit wordt herroepen (Awb 7:15 lid 2).", "Costs are compensated only when the decision is revoked (Awb 7:15 lid 2).")  # fmt: skip
    if invoer.kostenbedrag.strip():
        rij.kosten_centen = bedrag("kostenbedrag", invoer.kostenbedrag).centen
        rij.kosten_bron = {"opgegeven": True}
        return
    punt = norm(PUNTNORM, dag)
    rij.kosten_centen = (Bedrag.lees(punt.waarde) * int(invoer.punten)).centen
    rij.kosten_bron = {"norm": PUNTNORM, "waarde": punt.waarde, "bron": punt.bron, "status": str(punt.status), "punten": invoer.punten}  # fmt: skip


@action(SCHEME, "bezwaar intrekken")
def trek_in(actor: Actor, zaak_id: UUID, invoer: Bezwaarkeuze) -> Zaak:
    """The resident withdraws his objection (Awb 6:21); the term ends."""
    zaak = open_bezwaren(actor, zaak_id, zelf=True)
    rij = zaak.open_bezwaar(invoer.bezwaar)
    rij.ingetrokken_op = zaken.vandaag()
    zaak.bewaar(rij, "ingetrokken_op")
    _sluit(zaak, rij)
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst("Bezwaar ingetrokken", "Objection withdrawn"))
    return zaak.zaak


def _sluit(zaak: Bezwaarzaak, rij: Bezwaarschrift) -> None:
    """The term is met and the tasks are done, unless another objection of the case still waits."""
    van_dit_bezwaar = [id_ for id_ in (rij.termijn, rij.aanvultermijn) if id_ is not None]
    lopend = zaak.zaak.termijnen.filter(id__in=van_dit_bezwaar, klaar__isnull=True)
    lopend.update(klaar=zaken.vandaag())
    if not any(deel.open for deel in zaak.bezwaren if deel.id != rij.id):
        zaken.rond_taken_af(zaak.zaak, [HOOR, BESLIS])
    zaken.zet_volgende_termijn(zaak.zaak)


def _herroep(zaak: Bezwaarzaak, rij: Bezwaarschrift) -> None:
    """The decision is revoked (Awb 7:11 lid 2): a case that it closed opens again, for who treated it."""
    overgang = HERROEPEN.get((rij.besluit_soort, zaak.zaak.stap))
    if overgang:
        zaken.zet_stap(zaak.actor, zaak.zaak, overgang, HulpFeiten(besluit=Besluitstand.ZONDER_PLAN), "bezwaar gegrond")  # fmt: skip
        if rij.besluit_soort == "afwijzing":
            zaken.start_termijn(zaak.zaak, "beslistermijn", zaken.vandaag())
    zaken.maak_taak(zaak.zaak, VOER_UIT, Tekst("Het bezwaar is gegrond: voer de nieuwe beslissing uit", "The objection is well-founded: carry out the new decision"), zaken.vandaag(), zaak.zaak.behandelaar)  # fmt: skip
