"""What users do: one function per intention, in one transaction with its log rows."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from briefadres.domain.bewakers import AanvraagFeiten
from briefadres.models import Verblijf
from briefadres.scheme import SCHEME

from samenhang.kernel.basis import Geweigerd, Tekst, nieuw_id
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, toegang_tot_register, zaak_van


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """Who applies."""

    voorletters: str = veld("Voorletters", "Initials", hoogstens=40)
    achternaam: str = veld("Achternaam", "Surname", hoogstens=200)


@dataclass(frozen=True, slots=True)
class Onderzoek:
    """What was found out."""

    plek: str = veld("Waar slaapt de aanvrager?", "Where does the applicant sleep?", hoogstens=200)


@dataclass(frozen=True, slots=True)
class Besluit:
    """What is decided, and why."""

    toegekend: bool = veld("Krijgt de aanvrager een briefadres?", "Does the applicant get a letter address?")
    reden: str = veld("Motivering", "Motivation")


@action(SCHEME, "briefadres aanvragen")
def vraag_aan(actor: Actor, aanvraag: Aanvraag) -> Zaak:
    """Someone applies: a person, a case in its first step, and the term to decide in."""
    if not aanvraag.achternaam.strip():
        raise Geweigerd("naam_ontbreekt", Tekst("Vul de achternaam in.", "Enter the surname."))
    persoon_id = nieuw_id()
    toegang = toegang_tot_register(
        actor, SCHEME.naam, doel=SCHEME.doel, schrijft=("naw",), personen=[persoon_id]
    )
    Persoon.objects.create(
        id=persoon_id,
        organisatie_id=actor.organisatie,
        scheme=SCHEME.naam,
        sleutel=str(persoon_id),
        bekend_sinds=huidige_operatie().nu,
    )
    Naw.objects.met(toegang).create(
        organisatie_id=actor.organisatie,
        persoon_id=persoon_id,
        voorletters=aanvraag.voorletters.strip(),
        achternaam=aanvraag.achternaam.strip(),
    )
    huidige_operatie().raakt([persoon_id])
    zaak = zaken.open_zaak(
        SCHEME, actor.organisatie, [persoon_id], huishouden=None, prioriteit=1, volgorde=zaken.vandaag()
    )
    zaken.start_termijn(zaak, "beslissen", zaken.vandaag())
    return zaak


@action(SCHEME, "verblijf vastleggen")
def onderzoek(actor: Actor, zaak_id: UUID, invoer: Onderzoek) -> Zaak:
    """Record where the applicant sleeps; raises `StapOnmogelijk` when that was done before."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(actor, zaak, schrijft=("verblijf",))
    zaken.zet_stap(actor, zaak, "onderzoeken", AanvraagFeiten(verblijf_bekend=bool(invoer.plek.strip())))
    betrokkene = Betrokkene.objects.get(zaak=zaak)
    Verblijf.objects.met(toegang).create(
        organisatie_id=zaak.organisatie_id,
        persoon_id=betrokkene.persoon_id,
        zaak=zaak,
        plek=invoer.plek.strip(),
    )
    return zaak


@action(SCHEME, "besluit nemen")
def besluit(actor: Actor, zaak_id: UUID, invoer: Besluit) -> Zaak:
    """Decide, with a motivation; the case ends."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang = toegang_tot(actor, zaak, leest=("verblijf",), schrijft=("verblijf",))
    reden = zaken.reden_verplicht(invoer.reden)
    zaken.rond_termijn_af(zaak, "beslissen")
    zaken.zet_stap(actor, zaak, "besluiten", AanvraagFeiten(besluit_genomen=True), reden)
    Verblijf.objects.met(toegang).filter(zaak=zaak).update(toegekend=invoer.toegekend)
    return zaak
