"""That a hand-over was received."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.scheme import scheme
from samenhang.kernel.verstrekkingen.actions.herstellen import titel_van
from samenhang.kernel.verstrekkingen.models import Aard, UitgaandeOverdracht
from samenhang.kernel.zaken.actions import rond_taak_af, rond_taken_af

TAAK: Final = "ontvangst"
"""The kind of task that asks after a receipt."""
WERKDAGEN: Final = 2
"""Within so many working days a receiver confirms; a choice of municipalities, no term of law."""


def onbevestigd() -> QuerySet[UitgaandeOverdracht]:
    """Hand-overs that nobody confirmed; of one that was recalled only the recall still counts."""
    return UitgaandeOverdracht.objects.filter(ontvangen__isnull=True).exclude(vervolg__aard=Aard.INTREKKING)


def bevestig_ontvangst(overdracht: UitgaandeOverdracht, door: str, op: date, som: str = "") -> None:
    """Record that the other side has it: who says so, on which day, and of which content when the receipt names it. The
    task that asks after it is done.

    Raises `Geweigerd` for a second receipt, one about another content, without a name, or on a day before it was
    sent or after today.
    """
    nu = huidige_operatie().nu
    if overdracht.ontvangen is not None:
        raise Geweigerd(
            "al_ontvangen",
            Tekst(
                f"Dit is al bevestigd op {timezone.localdate(overdracht.ontvangen):%d-%m-%Y} door {overdracht.ontvangen_door}.",
                f"This was confirmed on {timezone.localdate(overdracht.ontvangen)} by {overdracht.ontvangen_door}.",
            ),
            status=409,
        )
    if not door.strip():
        raise Geweigerd(
            "ontvanger_ontbreekt",
            Tekst("Schrijf wie de ontvangst bevestigt.", "Write who confirms the receipt."),
        )
    if som and som.strip().lower() != overdracht.som:
        raise Geweigerd(
            "andere_inhoud",
            Tekst(
                "De ontvangstbevestiging gaat over een andere inhoud. Geef de overdracht opnieuw door.",
                "The receipt is about another content. Pass the hand-over on again.",
            ),
            status=409,
        )
    if not timezone.localdate(overdracht.gemaakt) <= op <= timezone.localdate(nu):
        raise Geweigerd(
            "datum_onjuist",
            Tekst(
                "De dag van ontvangst ligt vóór het versturen of in de toekomst.",
                "The day of receipt is before sending or in the future.",
            ),
        )
    moment = nu if op == timezone.localdate(nu) else timezone.make_aware(datetime.combine(op, time(12)))
    overdracht.ontvangen = max(moment, overdracht.gemaakt)
    overdracht.ontvangen_door = door.strip()[:200]
    overdracht.save(update_fields=["ontvangen", "ontvangen_door"])
    _rond_vraag_af(overdracht)


def taaktitel(overdracht: UitgaandeOverdracht) -> Tekst:
    """What a task is called that asks after the receipt of this hand-over."""
    soorten = scheme(overdracht.van_scheme).stuurt
    titel = titel_van(overdracht.aard, next(o.titel for o in soorten if o.soort == overdracht.soort))
    return Tekst(
        f"Vraag of dit is ontvangen: {titel.nl.lower()}", f"Ask whether this was received: {titel.en.lower()}"
    )


def _rond_vraag_af(overdracht: UitgaandeOverdracht) -> None:
    """The task that asked after this one is done; when the case waits for no other receipt, each of them is.

    The last is for a hand-over that was recalled: of it only the receipt of the recall counts.
    """
    zaak = overdracht.zaak
    if not onbevestigd().filter(zaak=zaak).exists():
        rond_taken_af(zaak, [TAAK])
    elif overdracht.herinnerd:
        gevraagd = zaak.taken.filter(soort=TAAK, klaar__isnull=True, titel_nl=taaktitel(overdracht).nl)
        if taak := gevraagd.order_by("gemaakt").first():
            rond_taak_af(zaak, taak.id)
