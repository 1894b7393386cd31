"""The resident's objection, and the decision on it."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.actions.zaak import betrokkenen
from samenhang.schemes.vroegsignalering.models import Bezwaar
from samenhang.schemes.vroegsignalering.scheme import SCHEME

MINSTENS = 20
"""Characters of a motivation: enough to be a sentence (Awb 3:46 asks a sound one)."""


@action(SCHEME, "bezwaar maken")
def maak_bezwaar(actor: Actor, zaak_id: UUID, toelichting: str) -> Zaak:
    """The resident objects (AVG art. 21): contact stops until it is decided, within a month."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(
        actor,
        zaak,
        schrijft=("opvolging",),
        leest=("opvolging",),
        doel="inzage" if actor.organisatie_id is None else "",
    )
    if Bezwaar.objects.met(toegang).filter(zaak=zaak, beslist_op__isnull=True).exists():
        raise Geweigerd(
            "al_bezwaar",
            Tekst("Uw bezwaar is al ontvangen.", "Your objection was already received."),
            status=409,
        )
    personen = [actor.persoon_id] if actor.organisatie_id is None and actor.persoon_id else betrokkenen(zaak)
    Bezwaar.objects.met(toegang).bulk_create(
        [
            Bezwaar(
                organisatie_id=zaak.organisatie_id,
                persoon_id=persoon,
                zaak=zaak,
                datum=zaken.vandaag(),
                toelichting=toelichting[:2000],
            )
            for persoon in personen
        ]
    )
    zaken.schrijf_tijdlijn(
        zaak, "bezwaar", Tekst("Bezwaar ontvangen; contact gestopt", "Objection received; contact stopped")
    )
    zaken.start_termijn(zaak, "bezwaar", zaken.vandaag())
    zaken.maak_taak(
        zaak, "bezwaar", Tekst("Beslis op het bezwaar", "Decide on the objection"), zaken.vandaag(), None
    )
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "beslissen op bezwaar")
def beslis_op_bezwaar(actor: Actor, zaak_id: UUID, toegewezen: bool, motivering: str) -> Zaak:
    """A team lead decides. Refused: with a motivation, and contact may go on. Granted: contact stops for good.

    A granted melding is closed by its handler or at once when nobody treats it, and erased by its retention term.
    Source: AVG art. 21 and 12(3); a decision in the sense of Awb 1:3.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(actor, zaak, leest=("naw", "opvolging"), schrijft=("opvolging",), doel="bezwaar")
    motivering = motivering.strip()
    if len(motivering) < MINSTENS:
        raise Geweigerd(
            "motivering_ontbreekt",
            Tekst(
                "Motiveer het besluit in ten minste één zin; de inwoner leest haar.",
                "Give a motivation of at least one sentence; the resident reads it.",
            ),
        )
    open_bezwaar = Bezwaar.objects.met(toegang).filter(zaak=zaak, beslist_op__isnull=True)
    gewijzigd = open_bezwaar.update(
        beslist_op=zaken.vandaag(),
        toegewezen=toegewezen,
        motivering=motivering[:4000],
        beslist_door=actor.naam,
    )
    if not gewijzigd:
        raise Geweigerd(
            "geen_bezwaar",
            Tekst("Er ligt geen bezwaar om op te beslissen.", "There is no objection to decide on."),
            status=409,
        )
    huidige_operatie().verandert(
        motivering[:300], bezwaar=["open", "toegewezen" if toegewezen else "afgewezen"]
    )
    zaken.rond_taken_af(zaak, ["bezwaar"])
    zaken.rond_termijn_af(zaak, "bezwaar", opslaan=False)
    tekst = Tekst("Bezwaar toegewezen: geen contact meer", "Objection granted: no more contact")
    if not toegewezen:
        tekst = Tekst("Bezwaar afgewezen", "Objection refused")
    zaken.schrijf_tijdlijn(zaak, "bezwaar", tekst)
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


def bezwaar_open(zaak: Zaak, toegang: Toegang, persoon_id: UUID) -> bool:
    """Whether an objection of this person in this case still waits for a decision."""
    return (
        Bezwaar.objects.met(toegang)
        .filter(zaak=zaak, persoon_id=persoon_id, beslist_op__isnull=True)
        .exists()
    )
