"""The course of a melding: steps aside, closing with a second reader, reopening, suspending, extending a term."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.plichten.uitstel import BRIEF
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.actions.zaak import (
    CONTACT,
    betrokkenen,
    eigen_zaak,
    keuze,
    niet_in_toekomst,
    zaak_met_toegang,
    zet_stap,
)
from samenhang.schemes.vroegsignalering.bezwaaruitstel import TERMIJN, controleer_uitstel
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN, TRAJECTEN, Uitkomstsoort
from samenhang.schemes.vroegsignalering.models import LopendeHulp, Uitkomst
from samenhang.schemes.vroegsignalering.queries.feiten import Feitenlezer
from samenhang.schemes.vroegsignalering.scheme import SCHEME

POST: Final = Tekst("Post de brief: het antwoord op het bezwaar komt later (bij Termijnen, als PDF)", "Post the letter: the answer to the objection comes later (under Terms, as PDF)")  # fmt: skip
"""Task: the resident is told in time that his answer comes later."""


@action(SCHEME, "al bekend vastleggen")
def leg_bekend_vast(
    actor: Actor, zaak_id: UUID, hulpverlener: str, gesproken_op: date, neemt_over: bool
) -> Zaak:
    """The resident is known to debt assistance: only after contact with that counsellor, who takes over (Z12)."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id, leest=CONTACT)
    niet_in_toekomst(gesproken_op)
    _leg_hulp_vast(actor, zaak, toegang, "schuldhulp", hulpverlener, gesproken_op, neemt_over)
    if zaak.stap == "open":
        zet_stap(actor, zaak, toegang, "al_bekend")
    return zaak


@action(SCHEME, "ander traject vastleggen")
def leg_traject_vast(actor: Actor, zaak_id: UUID, traject: str, gesproken_op: date) -> Zaak:
    """Other support runs. A bewindvoerder is none (Z06): he administers, he does not help out of debt."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id, leest=CONTACT)
    keuze("traject", traject, TRAJECTEN)
    niet_in_toekomst(gesproken_op)
    _leg_hulp_vast(actor, zaak, toegang, traject, "", gesproken_op, True)
    if zaak.stap == "open" or traject == "bewindvoerder":
        zet_stap(actor, zaak, toegang, "ander_traject")
    return zaak


def _leg_hulp_vast(
    actor: Actor, zaak: Zaak, toegang: Toegang, soort: str, wie: str, dag: date, neemt_over: bool
) -> None:
    LopendeHulp.objects.met(toegang).bulk_create(
        [
            LopendeHulp(
                organisatie_id=zaak.organisatie_id,
                persoon_id=persoon,
                zaak=zaak,
                soort=soort,
                hulpverlener=wie.strip()[:200],
                gesproken_op=dag,
                neemt_over=neemt_over,
                door=actor.naam,
            )
            for persoon in betrokkenen(zaak)
        ]
    )


@action(SCHEME, "melding afronden")
def rond_af(actor: Actor, zaak_id: UUID, resultaat: str, reden: str) -> Zaak:
    """Close the melding with a result that fits what was recorded (Z01, Z02, Z06, Z12, Z13).

    A referral without the resident (group U) needs a second reader first: see `vraag_tweede_lezer`.
    """
    zaak, toegang = zaak_met_toegang(actor, zaak_id, schrijft=("opvolging", "uitkomst"))
    sluit(actor, zaak, toegang, resultaat, reden)
    return zaak


def sluit(actor: Actor, zaak: Zaak, toegang: Toegang, resultaat: str, reden: str) -> None:
    """Record the result for every person of the melding and close it; the result must fit the facts."""
    reden = zaken.reden_verplicht(reden)
    feiten = Feitenlezer(zaak, toegang)
    voorstel = feiten.laatste_uitkomst
    if voorstel is not None and not voorstel.definitief and voorstel.resultaat == resultaat:
        if voorstel.tweede_lezer:
            Uitkomst.objects.met(toegang).filter(zaak=zaak, moment=voorstel.moment).update(definitief=True)
    else:
        feiten.__dict__["laatste_uitkomst"] = _schrijf_uitkomst(actor, zaak, toegang, resultaat)
    zet_stap(actor, zaak, toegang, "sluiten", reden, feiten=feiten)
    zaken.rond_taken_af(zaak, ["brp", "brp_oordeel", "terugbellen", "tweede_lezer"])


def _schrijf_uitkomst(
    actor: Actor, zaak: Zaak, toegang: Toegang, resultaat: str, definitief: bool = True
) -> Uitkomst:
    if resultaat not in RESULTATEN:
        raise Geweigerd(
            "keuze_onjuist", Tekst("Kies een uitkomst uit de lijst.", "Choose a result from the list.")
        )
    rijen = [
        Uitkomst(
            organisatie_id=zaak.organisatie_id,
            persoon_id=persoon,
            zaak=zaak,
            resultaat=resultaat,
            datum=zaken.vandaag(),
            moment=huidige_operatie().nu,
            door=actor.naam,
            door_medewerker=actor.medewerker_id,
            definitief=definitief,
        )
        for persoon in betrokkenen(zaak)
    ]
    Uitkomst.objects.met(toegang).bulk_create(rijen)
    return rijen[0]


@action(SCHEME, "tweede lezer vragen")
def vraag_tweede_lezer(actor: Actor, zaak_id: UUID, medewerker_id: UUID, reden: str) -> Zaak:
    """Propose a referral without the resident, and ask a team lead to read along; he takes part from now."""
    zaak, toegang = zaak_met_toegang(actor, zaak_id, schrijft=("opvolging", "uitkomst"))
    reden = zaken.reden_verplicht(reden)
    if medewerker_id == actor.medewerker_id:
        raise Geweigerd(
            "zelf_tweede_lezer",
            Tekst("Een tweede lezer is iemand anders.", "A second reader is someone else."),
        )
    lezer = zaken.collega(actor.organisatie, medewerker_id)
    _schrijf_uitkomst(actor, zaak, toegang, "zonder_inwoner", definitief=False)
    if not zaak.deelnames.filter(medewerker=lezer, tot__isnull=True).exists():
        zaken.laat_deelnemen(zaak, lezer, "teamleider", "taak", reden)
    zaken.maak_taak(
        zaak,
        "tweede_lezer",
        Tekst("Lees mee: verwijzing zonder de inwoner", "Read along: referral without the resident"),
        zaken.vandaag(),
        lezer,
    )
    zaken.schrijf_tijdlijn(zaak, "tweede_lezer", Tekst("Tweede lezer gevraagd", "Second reader asked"), reden)
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "tweede lezing vastleggen")
def lees_mee(actor: Actor, zaak_id: UUID, akkoord: bool, reden: str) -> Zaak:
    """The second reader agrees or not; only someone else than who proposed it, and only a team lead."""
    zaak, toegang = zaak_met_toegang(
        actor, zaak_id, leest=("naw", "opvolging", "uitkomst", "bezwaar"), schrijft=("uitkomst",)
    )
    reden = zaken.reden_verplicht(reden)
    voorstel = Feitenlezer(zaak, toegang).laatste_uitkomst
    open_voorstel = (
        voorstel is not None
        and not voorstel.definitief
        and RESULTATEN[voorstel.resultaat].soort is Uitkomstsoort.ZONDER_INWONER
    )
    if voorstel is None or not open_voorstel:
        raise Geweigerd(
            "geen_voorstel",
            Tekst("Er ligt geen voorstel om mee te lezen.", "There is no proposal to read."),
            status=409,
        )
    if voorstel.door_medewerker == actor.medewerker_id or not actor.heeft_rol(SCHEME.naam, "teamleider"):
        raise Geweigerd(
            "zelf_tweede_lezer",
            Tekst(
                "Een tweede lezer is een andere collega, met de rol teamleider.",
                "A second reader is another colleague, with the role of team lead.",
            ),
            status=403,
        )
    rijen = Uitkomst.objects.met(toegang).filter(zaak=zaak, moment=voorstel.moment)
    if akkoord:
        rijen.update(tweede_lezer=actor.naam)
    else:
        rijen.delete()
    zaken.rond_taken_af(zaak, ["tweede_lezer"])
    tekst = Tekst("Tweede lezer akkoord", "Second reader agrees")
    if not akkoord:
        tekst = Tekst("Tweede lezer niet akkoord", "Second reader does not agree")
    zaken.schrijf_tijdlijn(zaak, "tweede_lezer", tekst, reden)
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "melding heropenen")
def heropen(actor: Actor, zaak_id: UUID, reden: str) -> Zaak:
    """The resident answers after all: contacting starts again."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(actor, zaak, leest=("naw", "opvolging", "uitkomst", "bezwaar"))
    zet_stap(actor, zaak, toegang, "heropenen", zaken.reden_verplicht(reden))
    return zaak


@action(SCHEME, "melding opschorten")
def schort_op(actor: Actor, zaak_id: UUID, reden: str) -> Zaak:
    """Suspend the melding; only terms that may stand still do so."""
    zaak = eigen_zaak(actor, zaak_id)
    zaken.schort_op(zaak, reden)
    return zaak


@action(SCHEME, "melding hervatten")
def hervat(actor: Actor, zaak_id: UUID, reden: str) -> Zaak:
    """Resume the melding; terms that stood still get their new end."""
    zaak = eigen_zaak(actor, zaak_id)
    zaken.hervat(zaak, reden)
    return zaak


@action(SCHEME, "termijn verlengen")
def verleng(actor: Actor, zaak_id: UUID, regel: str, reden: str) -> Zaak:
    """Use the one extension that the rule of a running term allows; others are refused.

    Of the answer to an objection the resident gets a letter with the reason, to be posted: within the month, and not after
    it (AVG art. 12 lid 3).
    """
    zaak = eigen_zaak(actor, zaak_id)
    if regel == TERMIJN:
        controleer_uitstel(zaak, reden)
    zaken.verleng(zaak, regel, reden)
    if regel == TERMIJN:
        zaken.maak_taak(zaak, BRIEF, POST, zaken.vandaag(), zaak.behandelaar)
    return zaak
