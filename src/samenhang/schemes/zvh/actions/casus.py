"""A case from its admission to its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst, nieuw_id
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.personen.zoeksleutels import maak_vindbaar
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.rechten.domain.toestemming import HOE
from samenhang.kernel.scheme import Niets, Reden, veld
from samenhang.kernel.verstrekkingen.opnemen import neem_op, op_te_nemen
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.zvh.actions.invoer import fout, keuze, zin
from samenhang.schemes.zvh.brieven import VERSIE
from samenhang.schemes.zvh.domain.gegevens import GEBIEDEN, OPSCHALING, lees_opgeschaald
from samenhang.schemes.zvh.dossier import Casus, open_casus
from samenhang.schemes.zvh.models import GEGEVENS, HuisAfspraak, Toelating
from samenhang.schemes.zvh.scheme import SCHEME

PARTIJEN: Final = {
    "gemeente": Tekst("de gemeente", "the municipality"),
    "politie": Tekst("de politie", "the police"),
    "justitie": Tekst("justitie", "the judicial authorities"),
    "zorg": Tekst("de zorg", "care"),
    "inwoner": Tekst("de inwoner", "the resident"),
}
"""Who keeps an agreement: a party, never a name."""
MANIEREN: Final = {**HOE, "brief": Tekst("per brief", "by letter")}
"""How he is told; the letter is made from the case."""


@dataclass(frozen=True, slots=True)
class Toelatingsbesluit:
    """By what somebody is admitted."""

    toegelaten_omdat: str = veld(
        "Waarom laat u deze aanmelding toe?", "Why do you admit this referral?", regels=4, hoogstens=1000,
        uitleg=Tekst("Noem de criteria; de inwoner leest dit.", "Name the criteria; the resident reads this."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verteld:
    """How and when the resident was told that the house has his data."""

    hoe: str = veld("Hoe is het verteld?", "How was it told?", keuzes=tuple(MANIEREN.items()))
    op: date = veld("Wanneer?", "When?", vandaag=True)


@dataclass(frozen=True, slots=True)
class NieuweAfspraak:
    """Who does what by when."""

    wie: str = veld("Wie doet het?", "Who does it?", keuzes=tuple(PARTIJEN.items()))
    wat: str = veld("Wat is afgesproken?", "What was agreed?", hoogstens=300, uitleg=Tekst("Noem geen andere mensen.", "Name no other people."))  # fmt: skip
    uiterlijk: date = veld("Uiterlijk wanneer?", "By when?")


@action(SCHEME, "aanmelding toelaten")
def laat_toe(actor: Actor, overdracht_id: UUID, invoer: Toelatingsbesluit) -> Zaak:
    """Take in whom another scheme handed over: a new case and a new person here, with what came along and nothing else.

    The criteria of admission are recorded (Besluit WGS art. 1.10 lid 2). What a source asked travels along and binds
    here too. Raises `Geweigerd` (404) for what is not for this organisation, or was taken in or recalled.
    """
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="zvh_ontvangst", leest=("naw",))
    if actor.medewerker_id is None:
        raise Geweigerd(
            "geen_medewerker", Tekst("Alleen een medewerker laat iemand toe.", "Only a worker admits someone."), status=403
        )  # fmt: skip
    rij, document = op_te_nemen(actor, toegang, SCHEME.naam, OPSCHALING, overdracht_id)
    omdat = zin("toegelaten_omdat", invoer.toegelaten_omdat)
    gelezen = lees_opgeschaald(document)
    operatie, persoon = huidige_operatie(), nieuw_id()
    schrijft = toegang_tot_register(
        actor, SCHEME.naam, doel="zvh_ontvangst", schrijft=("naw", "contact", "toelating", *GEBIEDEN), personen=[persoon]
    )  # fmt: skip
    Persoon.objects.create(
        id=persoon, organisatie_id=actor.organisatie, scheme=SCHEME.naam, sleutel=str(persoon), bekend_sinds=operatie.nu
    )  # fmt: skip
    van_hem: dict[str, Any] = {"organisatie_id": actor.organisatie, "persoon_id": persoon}
    naw = Naw(
        **van_hem,
        achternaam=gelezen.naam[:200],
        geboortedatum=gelezen.geboortedatum,
        straat=gelezen.adres[:80],
    )
    Naw.objects.met(schrijft).bulk_create([naw])
    maak_vindbaar(actor.organisatie, persoon, naw.achternaam, naw.geboortedatum)
    if gelezen.telefoon or gelezen.email:
        contact = Contactgegeven(**van_hem, telefoon=gelezen.telefoon, email=gelezen.email)
        Contactgegeven.objects.met(schrijft).bulk_create([contact])
    operatie.raakt([persoon])
    zaak = zaken.open_zaak(
        SCHEME, actor.organisatie, [persoon], huishouden=None, prioriteit=3, volgorde=zaken.vandaag()
    )
    vast = {**van_hem, "zaak": zaak, "moment": operatie.nu, "door": actor.naam}
    Toelating.objects.met(schrijft).create(
        **vast,
        bron=rij.van_scheme,
        bronnummer=gelezen.zaaknummer,
        waarom=gelezen.waarom,
        toegelaten_omdat=omdat,
        noodzaak=dict(gelezen.noodzaak),
        verteld_op=gelezen.verteld_op,
        verteld_hoe=gelezen.verteld_hoe,
    )
    for gebied, punten in gelezen.punten.items():
        GEGEVENS[gebied].objects.met(schrijft).bulk_create(
            [GEGEVENS[gebied](**vast, tekst=tekst, bron=bron) for tekst, bron in punten]
        )
    zaken.start_termijn(zaak, "informeren", zaken.vandaag())
    zaken.wijs_toe(zaak, Medewerker.objects.get(id=actor.medewerker_id), "procesregisseur", "toegelaten")
    neem_op(actor, rij, zaak)
    return zaak


@action(SCHEME, "inwoner informeren over het huis")
def informeer(actor: Actor, zaak_id: UUID, invoer: Verteld) -> Zaak:
    """Record that the resident was told that the house has his data; the term for it is met."""
    casus = open_casus(actor, zaak_id, schrijft=("informeren",), op_slot=True)
    zaken.leg_informeren_vast(
        casus.zaak,
        casus.persoon,
        "zvh",
        invoer.op,
        invoer.hoe,
        casus.toegang,
        VERSIE if invoer.hoe == "brief" else "",
    )
    zaken.rond_termijn_af(casus.zaak, "informeren")
    return casus.zaak


@action(SCHEME, "afspraak in het huis vastleggen")
def leg_afspraak_vast(actor: Actor, zaak_id: UUID, invoer: NieuweAfspraak) -> Zaak:
    """Record who does what by when."""
    casus = open_casus(actor, zaak_id, schrijft=("afspraken",), op_slot=True)
    keuze("wie", invoer.wie, PARTIJEN)
    if not (wat := invoer.wat.strip()) or len(wat) > 300:
        raise fout("wat", "afspraak_onjuist", "Schrijf wat is afgesproken, in hoogstens 300 tekens.", "Write what was agreed, in at most 300 characters.")  # fmt: skip
    if invoer.uiterlijk < zaken.vandaag():
        raise fout("uiterlijk", "datum_voorbij", "Deze dag is voorbij. Vul vandaag of een latere dag in.", "This day has passed. Enter today or a later day.")  # fmt: skip
    HuisAfspraak.objects.met(casus.toegang).create(
        organisatie_id=casus.zaak.organisatie_id,
        persoon_id=casus.persoon,
        zaak=casus.zaak,
        moment=huidige_operatie().nu,
        door=actor.naam,
        wie=invoer.wie,
        wat=wat,
        uiterlijk=invoer.uiterlijk,
    )
    zaken.schrijf_tijdlijn(casus.zaak, "afspraak", Tekst("Afspraak vastgelegd", "Agreement recorded"))
    zaken.bewaar(casus.zaak)
    return casus.zaak


@action(SCHEME, "afspraken uitvoeren")
def voer_uit(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """From consultation to carrying out what was agreed."""
    return _verder(open_casus(actor, zaak_id, op_slot=True), "uitvoeren", "")


@action(SCHEME, "opnieuw overleggen")
def overleg_opnieuw(actor: Actor, zaak_id: UUID, invoer: Reden) -> Zaak:
    """Back to consultation, with a reason."""
    return _verder(
        open_casus(actor, zaak_id, op_slot=True), "overleggen", zaken.reden_verplicht(invoer.reden)
    )


@action(SCHEME, "casus afsluiten")
def sluit_af(actor: Actor, zaak_id: UUID, invoer: Reden) -> Zaak:
    """Close the case: from now on it is shielded for everybody but the resident."""
    return _verder(open_casus(actor, zaak_id, op_slot=True), "afsluiten", zaken.reden_verplicht(invoer.reden))


def _verder(casus: Casus, overgang: str, reden: str) -> Zaak:
    zaken.zet_stap(casus.actor, casus.zaak, overgang, casus.feiten(), reden)
    return casus.zaak
