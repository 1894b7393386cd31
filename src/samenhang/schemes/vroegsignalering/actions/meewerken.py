"""Working together on a melding: who takes part, tasks, the plan."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.queries import rollen_op
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering.actions.zaak import eigen_zaak, rond_verzoektermijn_af
from samenhang.schemes.vroegsignalering.queries.melding import UIT_STAP
from samenhang.schemes.vroegsignalering.scheme import SCHEME

HELPERS = ("vroegsignaleerder", "teamleider")


@action(SCHEME, "collega laten deelnemen")
def laat_deelnemen(actor: Actor, zaak_id: UUID, medewerker_id: UUID, reden: str) -> Zaak:
    """A colleague helps: he sees name, contact and attempts, no amounts, until his part ends."""
    zaak = eigen_zaak(actor, zaak_id)
    wie = zaken.collega(actor.organisatie, medewerker_id)
    rollen = rollen_op(wie.id, timezone.localdate()).get(SCHEME.naam, frozenset())
    rol = next((rol for rol in HELPERS if rol in rollen), None)
    if rol is None:
        raise Geweigerd(
            "rol_ontbreekt",
            Tekst(
                f"{wie.naam} heeft geen rol waarmee iemand kan meewerken.",
                f"{wie.naam} holds no role with which someone can help.",
            ),
        )
    zaken.laat_deelnemen(zaak, wie, rol, "taak", reden)
    return zaak


@action(SCHEME, "deelname beëindigen")
def beeindig_deelname(actor: Actor, zaak_id: UUID, deelname_id: UUID, reden: str) -> Zaak:
    """A colleague's part ends; he no longer sees the melding's data from now on."""
    zaak = eigen_zaak(actor, zaak_id)
    zaken.beeindig_deelname(zaak, deelname_id, reden)
    return zaak


@action(SCHEME, "taak maken")
def maak_taak(
    actor: Actor, zaak_id: UUID, titel: str, uiterlijk: date | None, medewerker_id: UUID | None
) -> Zaak:
    """Put a task into the melding, for a colleague who takes part or for whoever handles it."""
    zaak = eigen_zaak(actor, zaak_id)
    titel = titel.strip()
    if not titel:
        raise Geweigerd("titel_ontbreekt", Tekst("Zeg wat er moet gebeuren.", "Say what must be done."))
    wie = None if medewerker_id is None else zaken.collega(actor.organisatie, medewerker_id)
    zaken.maak_taak(zaak, "eigen", Tekst(titel[:200], titel[:200]), uiterlijk, wie or zaak.behandelaar)
    zaken.schrijf_tijdlijn(zaak, "taak", Tekst("Taak gemaakt", "Task made"))
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "taak afronden")
def rond_taak_af(actor: Actor, zaak_id: UUID, taak_id: UUID) -> Zaak:
    """A task is done. What a step of its own answers, such as the BRP check, is done there."""
    zaak = eigen_zaak(actor, zaak_id)
    if zaak.taken.filter(id=taak_id, soort__in=UIT_STAP).exists():
        raise Geweigerd(
            "taak_volgt_uit_stap",
            Tekst(
                "Deze taak is klaar zodra u de handeling zelf doet.",
                "This task is done once you do the action itself.",
            ),
            status=409,
        )
    klaar = zaken.rond_taak_af(zaak, taak_id)
    rond_verzoektermijn_af(zaak, klaar.soort)
    zaken.bewaar(zaak, "volgende_termijn")
    return zaak


@action(SCHEME, "taak toewijzen")
def geef_taak(actor: Actor, zaak_id: UUID, taak_id: UUID, medewerker_id: UUID | None) -> Zaak:
    """Give a task to a colleague, or to nobody."""
    zaak = eigen_zaak(actor, zaak_id)
    wie = None if medewerker_id is None else zaken.collega(actor.organisatie, medewerker_id)
    zaken.geef_taak(zaak, taak_id, wie)
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "afspraak maken")
def maak_afspraak(actor: Actor, zaak_id: UUID, planzin: str, wie: str, uiterlijk: date | None) -> Zaak:
    """Add an agreement to the plan, from the scheme's phrases."""
    zaak = eigen_zaak(actor, zaak_id)
    zaken.maak_afspraak(zaak, planzin, wie, uiterlijk)
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "afspraak afronden")
def rond_afspraak_af(actor: Actor, zaak_id: UUID, afspraak_id: UUID) -> Zaak:
    """An agreement was kept."""
    zaak = eigen_zaak(actor, zaak_id)
    zaken.rond_afspraak_af(zaak, afspraak_id)
    zaken.bewaar(zaak)
    return zaak
