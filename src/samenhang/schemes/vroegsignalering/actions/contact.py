"""Reaching the household: residence first, then attempts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering.actions.verloop import sluit
from samenhang.schemes.vroegsignalering.actions.zaak import betrokkenen, keuze, zaak_met_toegang, zet_stap
from samenhang.schemes.vroegsignalering.models import (
    Contactpoging,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME

SOORTEN_POGING = (
    "Telefoon",
    "Huisbezoek",
    "Brief",
    "Mail",
    "SMS/Whatsapp",
    "Kaartje",
    "Afspraak op locatie",
    "Overige",
)


DAGDELEN = ("Ochtend", "Middag", "Avond")


@dataclass(frozen=True, slots=True)
class Poging:
    """A contact attempt as someone records it."""

    soort: str
    datum: date
    dagdeel: str
    bereikt: bool


@action(SCHEME, "inwonerschap vastleggen")
def bevestig_inwoner(actor: Actor, zaak_id: UUID, woont_hier: bool, toelichting: str = "") -> Zaak:
    """Record what the BRP said. Confirmed: contacting starts. Not: the melding closes, no contact was made."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id, schrijft=("opvolging", "uitkomst"))
    zaken.rond_taken_af(zaak, ["brp"])
    if woont_hier:
        zaken.schrijf_tijdlijn(
            zaak, "brp", Tekst("BRP: woont op dit adres", "BRP: lives at this address"), toelichting[:300]
        )
        if zaak.stap == "open":
            zet_stap(actor, zaak, toegang, "benaderen")
    else:
        sluit(actor, zaak, toegang, "geen_inwoner", toelichting or "BRP")
    return zaak


@action(SCHEME, "contactpoging vastleggen")
def leg_contactpoging_vast(actor: Actor, zaak_id: UUID, poging: Poging) -> Zaak:
    """Record one attempt to reach the household; an attempt that reached it takes the melding to `bereikt`.

    Raises `StapOnmogelijk` when residence is not confirmed (Z03) or the melding is closed, `Geweigerd` (Z05) for a
    day in the future or before receipt. Source: Wgs art. 3 lid 1 onder b.
    """
    zaak, toegang = zaak_met_toegang(actor, zaak_id)
    keuze("soort", poging.soort, SOORTEN_POGING)
    keuze("dagdeel", poging.dagdeel, DAGDELEN)
    if not timezone.localtime(zaak.geopend).date() <= poging.datum <= zaken.vandaag():
        raise Geweigerd(
            "Z05",
            Tekst(
                "De datum ligt in de toekomst of vóór de ontvangst van het signaal.",
                "The date is in the future or before the signal was received.",
            ),
        )
    if zaak.stap == "open":
        zet_stap(actor, zaak, toegang, "benaderen")
    if zaak.stap == "gesloten":
        raise Geweigerd(
            "zaak_gesloten",
            Tekst("De melding is afgerond. Heropen haar eerst.", "The case is closed. Reopen it first."),
            status=409,
        )
    nu = huidige_operatie().nu
    Contactpoging.objects.met(toegang).bulk_create(
        [
            Contactpoging(
                organisatie_id=zaak.organisatie_id, persoon_id=persoon, zaak=zaak, soort=poging.soort, datum=poging.datum, dagdeel=poging.dagdeel,
                bereikt=poging.bereikt, door=actor.naam, vastgelegd=nu,
            )
            for persoon in betrokkenen(zaak)
        ]
    )  # fmt: skip
    hoe_nl, hoe_en = ("bereikt", "reached") if poging.bereikt else ("niet bereikt", "not reached")
    zaken.schrijf_tijdlijn(
        zaak,
        "contactpoging",
        Tekst(
            f"{poging.soort}, {poging.dagdeel.lower()}: {hoe_nl}",
            f"{poging.soort}, {poging.dagdeel.lower()}: {hoe_en}",
        ),
    )
    zaken.rond_termijn_af(zaak, "informeren")
    if poging.bereikt and zaak.stap == "benaderen":
        zet_stap(actor, zaak, toegang, "bereiken")
    return zaak
