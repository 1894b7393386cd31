"""What the desk does with a report: tell the reporter, pass it on, or have it investigated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.wams.actions.gedeeld import collega_met_rol, keuze, niet_in_toekomst
from samenhang.schemes.wams.domain.melding import BESTEMMINGEN
from samenhang.schemes.wams.dossier import open_dossier
from samenhang.schemes.wams.models import Melding
from samenhang.schemes.wams.scheme import AMBTSHALVE, SCHEME


@dataclass(frozen=True, slots=True)
class Bericht:
    """When the reporter was told that the report was taken up; never what became of it."""

    op: date = veld("Op", "On", vandaag=True)


@dataclass(frozen=True, slots=True)
class Doorgeleiding:
    """Where the report goes, and why."""

    bestemming: str = veld("Waarheen?", "Where to?", keuzes=tuple(BESTEMMINGEN.items()))
    reden: str = veld("Waarom past dat?", "Why does that fit?", uitleg=Tekst("Staat in de tijdlijn.", "Goes into the timeline."))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Onderzoeker:
    """Who investigates."""

    medewerker: UUID = veld("Wie onderzoekt?", "Who investigates?", bron="onderzoekers")


@action(SCHEME, "melder berichten")
def bericht_melder(actor: Actor, zaak_id: UUID, invoer: Bericht) -> Zaak:
    """Record that the reporter was told that the report was taken up."""
    dossier = open_dossier(actor, zaak_id, schrijft=("melding",), op_slot=True)
    niet_in_toekomst("op", invoer.op)
    open_ = Melding.objects.met(dossier.toegang).filter(zaak=dossier.zaak, melder_bericht_op__isnull=True)
    if not open_.exclude(melder_soort="inwoner").update(melder_bericht_op=invoer.op):
        raise Geweigerd(
            "melder_weet_het", Tekst("De melder weet het al, of is de inwoner zelf.", "The reporter knows already, or is the resident."), status=409
        )  # fmt: skip
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, "melder", Tekst("Melder bericht gegeven", "Reporter told"))
    return dossier.zaak


@action(SCHEME, "melding doorgeleiden")
def geleid_door(actor: Actor, zaak_id: UUID, invoer: Doorgeleiding) -> Zaak:
    """Pass the report on: the case ends here and is shielded. What goes elsewhere is said by the resident himself."""
    dossier = open_dossier(actor, zaak_id, schrijft=("melding",), op_slot=True)
    keuze("bestemming", invoer.bestemming, BESTEMMINGEN)
    reden = zaken.reden_verplicht(invoer.reden)
    Melding.objects.met(dossier.toegang).filter(zaak=dossier.zaak).update(bestemming=invoer.bestemming)
    zaken.zet_stap(actor, dossier.zaak, "doorgeleiden", replace(dossier.feiten(), bestemming=True), reden)
    return dossier.zaak


@action(SCHEME, "onderzoek beginnen")
def begin_onderzoek(actor: Actor, zaak_id: UUID, invoer: Onderzoeker) -> Zaak:
    """Route A: together with who asks for help, who agreed and was told."""
    return _naar_onderzoek(actor, zaak_id, invoer, "onderzoeken")


@action(SCHEME, "ambtshalve beginnen")
def begin_ambtshalve(actor: Actor, zaak_id: UUID, invoer: Onderzoeker) -> Zaak:
    """Route B: without a request for help, because a professional asked. Refused as long as the Wams is no law."""
    return _naar_onderzoek(actor, zaak_id, invoer, "ambtshalve")


def _naar_onderzoek(actor: Actor, zaak_id: UUID, invoer: Onderzoeker, overgang: str) -> Zaak:
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaak = dossier.zaak
    wie = collega_met_rol(zaak, invoer.medewerker, "onderzoeker")
    zaken.zet_stap(actor, zaak, overgang, dossier.feiten())
    zaak.soort = AMBTSHALVE if overgang == "ambtshalve" else ""
    zaken.bewaar(zaak, "soort")
    zaken.wijs_toe(zaak, wie, "onderzoeker", "onderzoek")
    zaken.start_termijn(zaak, "onderzoek", zaken.vandaag())
    return zaak
