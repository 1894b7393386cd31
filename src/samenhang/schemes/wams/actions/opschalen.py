"""A case moves up to a Zorg- en Veiligheidshuis: a disclosure of what is chosen and needed, never a copy of the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.scheme import veld
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.verstrekkingen.actions import draag_over, hef_voorwaarden_op, stel_voorwaarde
from samenhang.kernel.verstrekkingen.actions.voorwaarden import bronregister, gesteld_over
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, Soort
from samenhang.kernel.verstrekkingen.models import Voorwaarde
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.wams.actions.gedeeld import ingevuld, keuze, niet_in_toekomst, weiger, zin
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN
from samenhang.schemes.wams.domain.melding import WIJZEN
from samenhang.schemes.wams.domain.opschaling import (
    GAAT_MEE,
    OPSCHALING,
    VRAAGT_AKKOORD,
    WET,
    Opgeschaald,
    Punten,
)
from samenhang.schemes.wams.dossier import geen_instemming, open_dossier
from samenhang.schemes.wams.models import AANDACHTSPUNTEN
from samenhang.schemes.wams.scheme import SCHEME

_LEEG = Tekst("Leeg: gaat niet mee.", "Empty: does not go along.")


def _nodig(naam: str) -> str:
    wat = LEEFGEBIEDEN[naam]
    nl, en = f"{wat.nl}: waarom nodig?", f"{wat.en}: why needed?"
    tekst: str = veld(nl, en, standaard="", hoogstens=300, uitleg=_LEEG)
    return tekst


@dataclass(frozen=True, slots=True)
class Opschaling:
    """Who moves up, why, what he was told, and of each kind of data that goes along why it is needed."""

    persoon: UUID = veld("Om wie gaat het?", "Whom is it about?", bron="deelnemers")
    waarom: str = veld(
        "Waarom kan dit niet zonder Zorg- en Veiligheidshuis?", "Why can this not do without a Care and Safety House?", regels=4, hoogstens=1000,
        uitleg=Tekst("De inwoner leest dit.", "The resident reads this."),
    )  # fmt: skip
    verteld_hoe: str = veld("Hoe is het de inwoner verteld?", "How was the resident told?", keuzes=tuple(WIJZEN.items()))  # fmt: skip
    verteld_op: date = veld("Wanneer?", "When?", vandaag=True)
    wonen: str = _nodig("wonen")
    inkomen: str = _nodig("inkomen")
    onderwijs: str = _nodig("onderwijs")
    hulp: str = _nodig("hulp")
    gezondheid: str = _nodig("gezondheid")
    veiligheid: str = _nodig("veiligheid")


@dataclass(frozen=True, slots=True)
class Bronakkoord:
    """Which source agrees that what it told of someone goes onward."""

    persoon: UUID = veld("Over wie?", "About whom?", bron="deelnemers")
    over: str = veld("Welke gegevens?", "Which data?", keuzes=tuple((naam, LEEFGEBIEDEN[naam]) for naam in GAAT_MEE))  # fmt: skip
    akkoord_van: str = veld(
        "Wie is bij de bron akkoord?", "Who at the source agrees?", hoogstens=200,
        uitleg=Tekst("Naam en organisatie; blijft bewaard.", "Name and organisation; stays on record."),
    )  # fmt: skip


@action(SCHEME, "opschalen naar zorg- en veiligheidshuis")
def schaal_op(actor: Actor, zaak_id: UUID, invoer: Opschaling) -> Zaak:
    """Hand one person over to the Zorg- en Veiligheidshuis: who he is, why, and what was chosen with its necessity.

    A disclosure with a decision of its own (WGS art. 2.25): refused without the agreement of the alliance, against what
    a source asked, without its agreement on special data, when he was not told, and while an objection is open. What
    was not chosen does not go; debts never do. The case itself goes on.
    """
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaak, lid = dossier.zaak, dossier.lid(invoer.persoon)
    waarom = zin("waarom", invoer.waarom)
    keuze("verteld_hoe", invoer.verteld_hoe, WIJZEN)
    niet_in_toekomst("verteld_op", invoer.verteld_op)
    nodig = {
        naam: ingevuld(naam, tekst, 300) for naam in GAAT_MEE if (tekst := getattr(invoer, naam).strip())
    }
    if zonder := set(nodig) - dossier.instemming(invoer.persoon):
        raise geen_instemming(lid, frozenset(zonder))
    wie = invoer.persoon
    gaat = frozenset({"naw", "contact", *nodig})
    toegang = dossier.toegang_tot(wie, leest=gaat)
    naw = Naw.objects.met(toegang).filter(persoon_id=wie).first()
    contact = Contactgegeven.objects.met(toegang).filter(persoon_id=wie).first()
    inhoud = Opgeschaald(
        zaaknummer=zaak.nummer,
        naam=naw.weergavenaam if naw else lid.naam,
        geboortedatum=naw.geboortedatum if naw else lid.geboortedatum,
        adres=naw.adresregel if naw else "",
        telefoon=contact.telefoon if contact else "",
        email=contact.email if contact else "",
        waarom=waarom,
        verteld_op=invoer.verteld_op,
        verteld_hoe=invoer.verteld_hoe,
        noodzaak=tuple(nodig.items()),
        **{naam: _punten(toegang, zaak, lid.naam, naam) for naam in nodig},
    )
    bewaart = bronregister(zaak, wie)
    bekend = replace(dossier.vastgelegd(wie), voorwaarde_bron=_zonder_akkoord(bewaart, wie, nodig))
    huis = Organisatie.objects.get(id=zaak.organisatie_id)
    draag_over(
        zaak, OPSCHALING, wie, inhoud, bewaart, huis, bekend=bekend, noodzaak=gaat, gelezen=toegang.leest
    )
    zaken.bewaar(zaak)
    return zaak


@action(SCHEME, "akkoord van de bron vastleggen")
def leg_akkoord_vast(actor: Actor, zaak_id: UUID, invoer: Bronakkoord) -> Zaak:
    """Record that the source of data agrees that they go onward: what it asked is lifted, and who agreed is kept.

    For special data the law itself asks that agreement, whether or not the source set a condition.
    """
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaak, wie = dossier.zaak, invoer.persoon
    dossier.lid(wie)
    keuze("over", invoer.over, GAAT_MEE)
    akkoord_van = ingevuld("akkoord_van", invoer.akkoord_van, 200)
    toegang = bronregister(zaak, wie)
    if invoer.over in _zonder_akkoord(toegang, wie, {invoer.over}):
        gesteld = Gesteld(invoer.over, Soort.NIET_VERDER, WET)
        if gesteld not in gesteld_over(toegang, wie):
            stel_voorwaarde(zaak, wie, gesteld, toegang)
    hef_voorwaarden_op(zaak, wie, invoer.over, akkoord_van, toegang)
    zaken.bewaar(zaak)
    return zaak


def _punten(toegang: Toegang, zaak: Zaak, naam: str, gebied: str) -> Punten:
    """What is recorded of him in one domain; refuses a domain of which there is nothing."""
    rijen = AANDACHTSPUNTEN[gebied].objects.met(toegang).filter(zaak=zaak).order_by("moment", "id")
    punten = tuple((rij.tekst, rij.bron) for rij in rijen)
    if not punten:
        wat = LEEFGEBIEDEN[gebied]
        raise weiger(
            gebied, "niets_vastgelegd", f"Hierover is bij {naam} niets vastgelegd: {wat.nl.lower()}. Laat het veld leeg.",
            f"Nothing is recorded of {naam} about this: {wat.en.lower()}. Leave the field empty.",
        )  # fmt: skip
    return punten


def _zonder_akkoord(toegang: Toegang, wie: UUID, over: Iterable[str]) -> frozenset[str]:
    """Of these the special data of which no source agreed yet that they go onward."""
    akkoord = Voorwaarde.objects.met(toegang).filter(persoon_id=wie, opgeheven__isnull=False)
    return (VRAAGT_AKKOORD & frozenset(over)) - frozenset(akkoord.values_list("over", flat=True))
