"""Receiving a partner's file: kept, checked, matched into persons and households, or refused with its reason.

Receiving and processing are two transactions. A process that is killed in between loses nothing: the file
stands as received and a duty finishes it.
"""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

import duckdb
from django.db import IntegrityError, transaction
from django.utils import timezone

from samenhang.kernel.aanlevering import opslag
from samenhang.kernel.aanlevering.models import AanleverFout, Aanlevering
from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering import inschrijven
from samenhang.schemes.vroegsignalering.bestand import BestandGeweigerd, RegisterFeiten, laad_beleid, lees
from samenhang.schemes.vroegsignalering.models import Partnerafspraak, Signaal

NAAM = "vroegsignalering"


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file at the door: where it stands now and what its sender calls it."""

    pad: Path
    naam: str
    kanaal: str


def lever_aan(actor: Actor, partner_id: UUID, bestand: Bestand) -> Aanlevering:
    """Receive a partner's file for the actor's municipality and process it.

    The same file again gives the same delivery and changes nothing. A refused file raises its
    `BestandGeweigerd`; of it only hash and reason stay. Source: Bgs art. 2 and 3.
    """
    aanlevering = ontvang(actor, partner_id, bestand)
    if aanlevering.status == "ontvangen":
        aanlevering = verwerk(actor, aanlevering.id)
    if aanlevering.status == "geweigerd":
        raise Geweigerd(aanlevering.code, Tekst(aanlevering.reden_nl, aanlevering.reden_en))
    return aanlevering


@action(NAAM, "aanlevering ontvangen")
def ontvang(actor: Actor, partner_id: UUID, bestand: Bestand) -> Aanlevering:
    """Keep the raw file under its hash; a known hash gives the known delivery."""
    gemeente_id, afspraak = _afspraak(actor, partner_id)
    with bestand.pad.open("rb") as bron:
        som = hashlib.file_digest(bron, "sha256").hexdigest()
    sleutel = {"scheme": NAAM, "ontvanger_id": gemeente_id, "afzender_id": afspraak.partner_id, "hash": som}
    bekend = Aanlevering.objects.filter(**sleutel).first()
    if bekend is not None:
        return bekend
    aanlevering = Aanlevering(
        **sleutel,
        bestandsnaam=Path(bestand.naam).name[:200],
        omvang=bestand.pad.stat().st_size,
        kanaal=bestand.kanaal,
        ontvangen=huidige_operatie().nu,
    )
    opslag.bewaar(aanlevering.id, bestand.pad, ".xlsx" if bestand.naam.lower().endswith(".xlsx") else ".csv")
    try:
        with transaction.atomic():
            aanlevering.save(force_insert=True)
    except IntegrityError:
        opslag.vernietig(aanlevering.id)
        return Aanlevering.objects.get(**sleutel)
    return aanlevering


def _afspraak(actor: Actor, partner_id: UUID) -> tuple[UUID, Partnerafspraak]:
    """The municipality and the agreement under which the actor may deliver for this partner."""
    vandaag = timezone.localdate()
    lopend = Partnerafspraak.objects.filter(partner_id=partner_id, van__lte=vandaag).order_by("-versie")
    if actor.organisatiesoort == "gemeente":
        rol_vereist(actor, NAAM, "intake", "systeem")
        lopend = lopend.filter(gemeente_id=actor.organisatie_id)
    else:
        rol_vereist(actor, NAAM, "partner")
        if actor.organisatie_id != partner_id:
            raise Geweigerd(
                "partner_onjuist",
                Tekst(
                    "U levert alleen voor uw eigen organisatie.",
                    "You deliver for your own organisation only.",
                ),
                status=403,
            )
    afspraak = lopend.first()
    if afspraak is None or (afspraak.tot is not None and afspraak.tot < vandaag):
        raise Geweigerd(
            "F10",
            Tekst(
                "Er is geen geldende afspraak met deze partner. Leg eerst een afspraak vast.",
                "There is no agreement in force with this partner. Record one first.",
            ),
        )
    return afspraak.gemeente_id, afspraak


def verwerk(actor: Actor, aanlevering_id: UUID) -> Aanlevering:
    """Check the file and take its signals into the register, all in one transaction; or refuse it as a whole."""
    try:
        return _verwerk(actor, aanlevering_id)
    except BestandGeweigerd as weigering:
        return _weiger(actor, aanlevering_id, weigering)


@action(NAAM, "aanlevering weigeren")
def _weiger(actor: Actor, aanlevering_id: UUID, weigering: BestandGeweigerd) -> Aanlevering:
    aanlevering = Aanlevering.objects.select_for_update().get(id=aanlevering_id)
    aanlevering.status, aanlevering.code = "geweigerd", weigering.code
    aanlevering.reden_nl, aanlevering.reden_en = weigering.tekst.nl, weigering.tekst.en
    aanlevering.verwerkt = huidige_operatie().nu
    aanlevering.save()
    opslag.vernietig(aanlevering_id)
    return aanlevering


@action(NAAM, "aanlevering verwerken")
def _verwerk(actor: Actor, aanlevering_id: UUID) -> Aanlevering:
    aanlevering = (
        Aanlevering.objects.select_for_update().select_related("afzender", "ontvanger").get(id=aanlevering_id)
    )
    if aanlevering.status != "ontvangen":
        return aanlevering
    pad = opslag.plek(aanlevering.id)
    if pad is None:
        raise Geweigerd(
            "bestand_weg",
            Tekst(
                "Het ontvangen bestand is er niet meer. Lever het opnieuw.",
                "The received file is gone. Deliver it again.",
            ),
            status=409,
        )
    systeemactor = _als_ontvanger(actor, aanlevering.ontvanger)
    toegang = toegang_tot_register(
        systeemactor,
        NAAM,
        doel="aanlevering",
        leest=("naw", "contact", "signaal"),
        schrijft=("naw", "contact", "signaal"),
    )
    vandaag: date = timezone.localtime(huidige_operatie().nu).date()
    with (
        tempfile.TemporaryDirectory(prefix="samenhang-") as map_,
        duckdb.connect(":memory:", config={"temp_directory": map_}) as verbinding,
    ):
        uitkomst = lees(
            verbinding,
            [pad],
            beleid=laad_beleid(vandaag),
            peildatum=vandaag,
            kalender=standaardkalender(),
            feiten=_feiten(aanlevering, toegang),
        )
        _bewaar_fouten(verbinding, aanlevering)
        inschrijven.schrijf_in(verbinding, aanlevering, toegang)
    aanlevering.status = "verwerkt"
    aanlevering.verwerkt = huidige_operatie().nu
    aanlevering.gelezen, aanlevering.geaccepteerd = uitkomst.gelezen, uitkomst.geaccepteerd
    aanlevering.afgekeurd, aanlevering.dubbel = uitkomst.afgekeurd, uitkomst.dubbel
    aanlevering.save()
    return aanlevering


def _als_ontvanger(actor: Actor, gemeente: Organisatie) -> Actor:
    """Processing is the municipality's own act, also when the partner uploads: the partner sees nothing of it."""
    return actor if actor.organisatie_id == gemeente.id else systeem(gemeente, actor.trace)


def _feiten(aanlevering: Aanlevering, toegang: Toegang) -> RegisterFeiten:
    """What the register knows of this partner: numbers, agreement, earlier signals."""
    afspraak = (
        Partnerafspraak.objects.filter(gemeente=aanlevering.ontvanger, partner=aanlevering.afzender)
        .order_by("-versie")
        .first()
    )
    assert afspraak is not None  # received under an agreement
    eerder = Signaal.objects.met(toegang).filter(partner=aanlevering.afzender)
    return RegisterFeiten(
        nummers=frozenset({aanlevering.afzender.kvk or ""}),
        soort=afspraak.soort,
        gemeentecode=aanlevering.ontvanger.gemeentecode or "",
        kolommen=frozenset(afspraak.kolommen) if afspraak.kolommen else None,
        klantnummer_toegestaan=afspraak.klantnummer_toegestaan,
        bekend=[
            (nummer, som, klant, status not in ("niet_opgepakt", "ingetrokken"))
            for nummer, som, klant, status in eerder.values_list(
                "signaal_id", "inhoud_hash", "klantnummer", "status"
            )
        ],
        eigen_maildomein=afspraak.maildomein,
    )


def _bewaar_fouten(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering) -> None:
    rijen = verbinding.execute(
        "SELECT regel, kolom, code, tekst, text FROM fouten ORDER BY regel, code, kolom"
    ).fetchall()
    AanleverFout.objects.bulk_create(
        [
            AanleverFout(aanlevering=aanlevering, regel=regel, kolom=kolom, code=code, tekst=tekst, text=text)
            for regel, kolom, code, tekst, text in rijen
        ],
        batch_size=1000,
    )
    bezwaren = {regel for regel, _, code, _, _ in rijen if code == "R32"}
    if bezwaren:
        opslag.zonder_regels(aanlevering.id, bezwaren)
        pad = opslag.plek(aanlevering.id)
        if pad is not None:
            with pad.open("rb") as bron:
                aanlevering.ruw_hash_na_wissen = hashlib.file_digest(bron, "sha256").hexdigest()
