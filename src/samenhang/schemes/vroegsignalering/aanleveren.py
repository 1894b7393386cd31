"""Receiving a partner's file: kept, checked, matched into persons and households, or refused with its reason.

Receiving and checking are two transactions; registering is part of the second, or for a large delivery some more
(docs/adr/0032). A process that is killed in between loses nothing: a duty goes on where it was. Files of one
municipality are registered one after the other, because each is matched against everything that was known before.
"""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

import duckdb
from django.utils import timezone

from samenhang.kernel.aanlevering import opslag, voortgang
from samenhang.kernel.aanlevering.models import AanleverFout, Aanlevering
from samenhang.kernel.aanlevering.ontvangst import Bestand, Ontvangst
from samenhang.kernel.aanlevering.ontvangst import ontvang as ontvang_bestand
from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Taal, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.stapel import BROK, voeg_in
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering import inschrijven, inschrijving
from samenhang.schemes.vroegsignalering.bestand import BestandGeweigerd, lees
from samenhang.schemes.vroegsignalering.bestand.wissen import schrijf_zonder_bezwaren
from samenhang.schemes.vroegsignalering.feiten import feiten_voor
from samenhang.schemes.vroegsignalering.models import Partnerafspraak
from samenhang.schemes.vroegsignalering.stapel import open_stapel

__all__ = ["AanleveringGeweigerd", "Bestand", "Ontvangst", "lever", "lever_aan", "ontvang", "verwerk"]

NAAM = "vroegsignalering"
GROOT = 2 * 1024 * 1024
"""Bytes (some 8,000 rows): what a door leaves to a duty, so that nobody waits for the answer."""

GEHEUGEN = "240MB"
"""What checking a file may hold before it spills, however many rows it has: what 250,000 rows take, so that a million
take no more. Spilling costs a hundredth of the processor time."""


class AanleveringGeweigerd(Geweigerd):
    """A delivery was refused as a whole. Its hash and this reason are kept under `aanlevering`, nothing else."""

    def __init__(self, aanlevering: Aanlevering) -> None:
        tekst = Tekst(aanlevering.reden_nl, aanlevering.reden_en)
        fouten = tuple(
            Fout(
                fout.code,
                Tekst(fout.tekst, fout.text),
                Plaats(aanlevering.bestandsnaam, fout.regel, fout.kolom, fout.plek),
            )
            for fout in aanlevering.fouten.all()
        )
        super().__init__(aanlevering.code, tekst, fouten=fouten)
        self.aanlevering = aanlevering

    def probleem(self, taal: Taal | str = Taal.NL) -> dict[str, Any]:
        """The problem document, with the delivery under which the refusal can be found again."""
        return super().probleem(taal) | {"aanlevering": str(self.aanlevering.id)}


def lever_aan(
    actor: Actor, partner_id: UUID, bestand: Bestand, gemeente_id: UUID | None = None
) -> Aanlevering:
    """`lever`, for who does not care whether the file was new."""
    return lever(actor, partner_id, bestand, gemeente_id).aanlevering


def lever(
    actor: Actor,
    partner_id: UUID,
    bestand: Bestand,
    gemeente_id: UUID | None = None,
    hoor: voortgang.Hoor | None = None,
    *,
    wacht: bool = True,
) -> Ontvangst:
    """Receive a partner's file and process it, or leave the processing to a duty (`bestand.achtergrond`).

    Without `wacht` it is not waited for: a delivery of more than one portion comes back `gekeurd`, and one behind
    which another is still being registered comes back `ontvangen`; a duty goes on with both.

    The same file again gives the same delivery and changes nothing. A refused file raises
    `AanleveringGeweigerd`. `gemeente_id` is needed of a partner that delivers to several municipalities. `hoor`
    hears how far processing is. Source: Bgs art. 2 and 3.
    """
    ontvangst = ontvang(actor, partner_id, bestand, gemeente_id)
    aanlevering = ontvangst.aanlevering
    onaf = aanlevering.status == "gekeurd" if wacht else False
    if onaf or (aanlevering.status == "ontvangen" and not aanlevering.achtergrond):
        aanlevering = verwerk(actor, aanlevering.id, hoor, wacht=wacht)
    if aanlevering.status == "geweigerd":
        raise AanleveringGeweigerd(aanlevering)
    return Ontvangst(aanlevering, ontvangst.nieuw)


@action(NAAM, "aanlevering ontvangen")
def ontvang(actor: Actor, partner_id: UUID, bestand: Bestand, gemeente_id: UUID | None = None) -> Ontvangst:
    """Keep the raw file under its hash; a known hash gives the known delivery."""
    gemeente = _gemeente(actor, partner_id, gemeente_id)
    ontvangst = ontvang_bestand(NAAM, gemeente, partner_id, bestand)
    huidige_operatie().verandert(
        aanlevering=str(ontvangst.aanlevering.id), hash=ontvangst.aanlevering.hash, nieuw=ontvangst.nieuw
    )
    return ontvangst


def _gemeente(actor: Actor, partner_id: UUID, gemeente_id: UUID | None) -> UUID:
    """The municipality for which the actor may deliver a file of this partner."""
    afspraken = Partnerafspraak.objects.filter(partner_id=partner_id, van__lte=timezone.localdate())
    if actor.organisatiesoort == "gemeente":
        rol_vereist(actor, NAAM, "intake", "systeem")
        afspraken = afspraken.filter(gemeente_id=actor.organisatie)
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
        if gemeente_id is not None:
            afspraken = afspraken.filter(gemeente_id=gemeente_id)
    gemeenten = dict(afspraken.order_by("gemeente__naam").values_list("gemeente_id", "gemeente__naam"))
    if not gemeenten:
        raise Geweigerd(
            "F10",
            Tekst(
                "Er is geen geldende afspraak met deze partner. Leg eerst een afspraak vast.",
                "There is no agreement in force with this partner. Record one first.",
            ),
        )
    if len(gemeenten) > 1:
        namen = ", ".join(gemeenten.values())
        raise Geweigerd(
            "gemeente_onduidelijk",
            Tekst(
                f"U levert aan meer gemeenten. Kies er één: {namen}.",
                f"You deliver to several municipalities. Choose one: {namen}.",
            ),
        )
    return next(iter(gemeenten))


def verwerk(
    actor: Actor, aanlevering_id: UUID, hoor: voortgang.Hoor | None = None, *, wacht: bool = True
) -> Aanlevering:
    """Check the file and take its signals into the register, or refuse it as a whole. With `wacht` it goes on until
    the last portion is in, and first waits for what the municipality received before; else it is one step.

    Safe to call again: what was done stays done, and a step that was interrupted starts over.
    """
    aanlevering = _stap(actor, aanlevering_id, hoor)
    while wacht and aanlevering.status in ("ontvangen", "gekeurd"):
        if aanlevering.status == "ontvangen" and (eerder := _eerder(aanlevering)) is not None:
            schrijf_verder(actor, eerder)
        aanlevering = _stap(actor, aanlevering_id, hoor)
    return aanlevering


def _stap(actor: Actor, aanlevering_id: UUID, hoor: voortgang.Hoor | None) -> Aanlevering:
    if Aanlevering.objects.filter(id=aanlevering_id, status="gekeurd").exists():
        return schrijf_verder(actor, aanlevering_id, hoor)
    try:
        return _verwerk(actor, aanlevering_id, hoor)
    except BestandGeweigerd as weigering:
        return _weiger(actor, aanlevering_id, weigering)


def _eerder(aanlevering: Aanlevering) -> UUID | None:
    """Another delivery that is being registered at this municipality: the next is matched with all of it."""
    gemeente = Aanlevering.objects.filter(ontvanger=aanlevering.ontvanger_id, scheme=NAAM, status="gekeurd")
    return gemeente.exclude(id=aanlevering.id).values_list("id", flat=True).first()


@action(NAAM, "aanlevering inschrijven")
def schrijf_verder(actor: Actor, aanlevering_id: UUID, hoor: voortgang.Hoor | None = None) -> Aanlevering:
    """Take the next portion of a checked delivery into the register; of another nothing happens."""
    gemeente, aanlevering = _op_slot(aanlevering_id)
    if aanlevering.status != "gekeurd":
        return aanlevering
    if not inschrijving.heeft_rijen(aanlevering) and opslag.plek(aanlevering.id) is not None:
        return _begin_opnieuw(aanlevering)
    return inschrijving.schrijf_portie(aanlevering, _beslis(actor, gemeente), hoor)


@action(NAAM, "aanlevering weigeren")
def _weiger(actor: Actor, aanlevering_id: UUID, weigering: BestandGeweigerd) -> Aanlevering:
    aanlevering = Aanlevering.objects.select_for_update().get(id=aanlevering_id)
    if aanlevering.status != "ontvangen":
        return aanlevering
    aanlevering.status, aanlevering.code = "geweigerd", weigering.code
    aanlevering.reden_nl, aanlevering.reden_en = weigering.tekst.nl, weigering.tekst.en
    aanlevering.verwerkt = huidige_operatie().nu
    aanlevering.save()
    AanleverFout.objects.bulk_create(
        [
            AanleverFout(
                aanlevering=aanlevering,
                regel=fout.plaats.regel,
                kolom=fout.plaats.kolom[:60],
                plek=fout.plaats.plek[:120],
                code=fout.code,
                tekst=fout.tekst.nl,
                text=fout.tekst.en,
            )
            for fout in weigering.fouten
        ]
    )
    huidige_operatie().verandert(aanlevering=str(aanlevering.id), code=weigering.code)
    opslag.vernietig(aanlevering_id)
    return aanlevering


@action(NAAM, "aanlevering verwerken")
def _verwerk(actor: Actor, aanlevering_id: UUID, hoor: voortgang.Hoor | None) -> Aanlevering:
    gemeente, aanlevering = _op_slot(aanlevering_id)
    if aanlevering.status != "ontvangen":
        return aanlevering
    if _eerder(aanlevering) is not None:
        aanlevering.achtergrond = True
        aanlevering.save(update_fields=["achtergrond"])
        return aanlevering
    pad = opslag.plek(aanlevering.id)
    if pad is None:
        raise inschrijving.bestand_weg()
    toegang = _beslis(actor, gemeente)
    operatie = huidige_operatie()
    vandaag = timezone.localtime(operatie.nu).date()
    feiten, beleid = feiten_voor(aanlevering, toegang, vandaag)
    with (
        voortgang.Voortgang(aanlevering.id, hoor) as stand,
        open_stapel(geheugen=GEHEUGEN) as verbinding,
        inschrijving.rijen_opzij(verbinding, aanlevering),
    ):
        uitkomst = lees(
            verbinding,
            [pad],
            beleid=beleid,
            peildatum=vandaag,
            kalender=standaardkalender(),
            feiten=feiten,
            meld=partial(stand.meld, "lezen"),
        )
        _bewaar_fouten(verbinding, aanlevering)
        groot = inschrijving.is_groot(verbinding)
        if groot:
            inschrijving.bewaar_rijen(verbinding, aanlevering)
        else:
            verbinding.execute("RESET memory_limit")
            inschrijving.houd_in_geheugen(verbinding)
            inschrijven.schrijf_in(verbinding, aanlevering, toegang, stand.meld)
    aanlevering.gekeurd = timezone.now()
    aanlevering.status, aanlevering.verwerkt = (
        ("gekeurd", None) if groot else ("verwerkt", aanlevering.gekeurd)
    )
    aanlevering.ingeschreven = 0 if groot else uitkomst.geaccepteerd
    aanlevering.ingeschreven_tot = 0
    aanlevering.gelezen, aanlevering.geaccepteerd = uitkomst.gelezen, uitkomst.geaccepteerd
    aanlevering.afgekeurd, aanlevering.dubbel = uitkomst.afgekeurd, uitkomst.dubbel
    aanlevering.save()
    operatie.verandert(aanlevering=str(aanlevering.id), geaccepteerd=uitkomst.geaccepteerd)
    return aanlevering


def _begin_opnieuw(aanlevering: Aanlevering) -> Aanlevering:
    """A backup was restored that has the raw file and not its good rows: it is checked again. What is in the register
    counts as known then, so that nothing comes in twice."""
    aanlevering.fouten.all().delete()
    aanlevering.status, aanlevering.achtergrond, aanlevering.gekeurd = "ontvangen", True, None
    aanlevering.ingeschreven = aanlevering.ingeschreven_tot = 0
    aanlevering.save()
    huidige_operatie().verandert(aanlevering=str(aanlevering.id))
    return aanlevering


def _op_slot(aanlevering_id: UUID) -> tuple[Organisatie, Aanlevering]:
    """The receiving municipality and the delivery, both locked until the end of the operation."""
    ontvanger = Organisatie.objects.filter(ontvangen_aanleveringen=aanlevering_id)
    gemeente = ontvanger.select_for_update(of=("self",), no_key=True).get()
    rijen = Aanlevering.objects.select_for_update(of=("self",)).select_related("afzender", "ontvanger")
    return gemeente, rijen.get(id=aanlevering_id)


def _beslis(actor: Actor, gemeente: Organisatie) -> Toegang:
    return toegang_tot_register(
        _als_ontvanger(actor, gemeente),
        NAAM,
        doel="aanlevering",
        leest=("naw", "contact", "signaal"),
        schrijft=("naw", "contact", "signaal"),
    )


def _als_ontvanger(actor: Actor, gemeente: Organisatie) -> Actor:
    """Processing is the municipality's own act, also when the partner uploads: the partner sees nothing of it."""
    return actor if actor.organisatie_id == gemeente.id else systeem(gemeente, actor.trace)


def _bewaar_fouten(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering) -> None:
    """Store what is wrong. Who objected (R32) is erased from the raw file at once, before anything else can fail.

    The emptied rows still refuse with R32, so that starting over after a kill counts the same.
    """
    cursor = verbinding.execute(
        "SELECT regel, kolom, plek, code, tekst, text FROM melding ORDER BY regel NULLS FIRST, code, kolom"
    )
    while rijen := cursor.fetchmany(BROK):
        voeg_in(
            AanleverFout,
            ("regel", "kolom", "plek", "code", "tekst", "text"),
            rijen,
            aanlevering_id=aanlevering.id,
        )
    bezwaar = verbinding.execute("SELECT 1 FROM fouten WHERE code = 'R32' LIMIT 1").fetchone()
    pad = opslag.plek(aanlevering.id)
    if pad is not None and bezwaar:
        schoon = opslag.vervang(
            aanlevering.id,
            partial(schrijf_zonder_bezwaren, pad),
            ".json" if pad.suffix == ".json" else ".csv",
        )
        aanlevering.ruw_hash_na_wissen = schoon
        huidige_operatie().verandert(ruw_hash=[aanlevering.hash, schoon])
