"""The resident's objection, and the decision on it."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.plichten.uitstel import BRIEF
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME

POST: Final = Tekst("Post het besluit op het bezwaar (bij het bezwaar, als PDF)", "Post the decision on the objection (at the objection, as PDF)")  # fmt: skip
"""Task: the decision counts from when it is sent."""


@action(SCHEME, "bezwaar maken")
def maak_bezwaar(actor: Actor, zaak_id: UUID, toelichting: str) -> Zaak:
    """The resident objects (AVG art. 21): contact stops until it is decided, within a month."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    zelf = actor.organisatie_id is None and actor.persoon_id
    wie = [zelf] if zelf else personen_van(zaak)
    # Of himself alone: whether a housemate objected is not his to hear, and no reason to refuse him.
    toegang = toegang_tot(
        actor, zaak, schrijft=("bezwaar",), leest=("bezwaar",), doel="inzage" if zelf else "", personen=wie
    )
    zaken.leg_bezwaar_vast(zaak, wie, toelichting, toegang)
    zaken.schrijf_tijdlijn(
        zaak, "bezwaar", Tekst("Bezwaar ontvangen; contact gestopt", "Objection received; contact stopped")
    )
    return zaak


@action(SCHEME, "beslissen op bezwaar")
def beslis_op_bezwaar(actor: Actor, zaak_id: UUID, toegewezen: bool, motivering: str) -> Zaak:
    """A team lead decides, by letter. Refused: with a motivation, and contact may go on. Granted: contact stops for good.

    A granted melding is closed by its handler or at once when nobody treats it, and erased by its retention term.
    Source: AVG art. 21 and 12(3); a decision in the sense of the Awb (UAVG art. 34), made known by sending it (Awb 3:41).
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(
        actor, zaak, leest=("naw", "opvolging", "bezwaar"), schrijft=("bezwaar",), doel="bezwaar"
    )
    zaken.beslis_over_bezwaar(zaak, toegewezen, motivering, toegang)
    tekst = Tekst("Bezwaar toegewezen: geen contact meer", "Objection granted: no more contact")
    if not toegewezen:
        tekst = Tekst("Bezwaar afgewezen", "Objection refused")
    zaken.schrijf_tijdlijn(zaak, "bezwaar", tekst)
    zaken.maak_taak(zaak, BRIEF, POST, zaken.vandaag(), zaak.behandelaar)
    if toegewezen and zaak.gesloten is None:
        zaken.maak_taak(
            zaak,
            "afronden",
            Tekst("Rond af: het bezwaar is toegewezen", "Close: the objection was granted"),
            zaken.vandaag(),
            zaak.behandelaar,
        )
    zaken.bewaar(zaak, "volgende_termijn")
    return zaak
