"""A report comes in, and the desk takes it up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst, nieuw_id
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.personen.zoeksleutels import maak_vindbaar
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.scheme import Niets, veld
from samenhang.kernel.verstrekkingen.opnemen import neem_op, op_te_nemen
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, toegang_tot_register, zaak_van
from samenhang.kernel.zaken.uitvoeren import controleer_invoer
from samenhang.schemes.wams.actions.gedeeld import ingevuld, keuze, niet_in_toekomst, zin
from samenhang.schemes.wams.domain.bewakers import WamsFeiten
from samenhang.schemes.wams.domain.melding import HOE, MELDERS, OVERGEDRAGEN
from samenhang.schemes.wams.domain.overdracht import DOORGEGEVEN, lees_doorgegeven
from samenhang.schemes.wams.models import Gezinslid, Melding
from samenhang.schemes.wams.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class NieuweMelding:
    """Who is reported on, by whom, how and why."""

    achternaam: str = veld("Achternaam", "Surname", hoogstens=200)
    tekst: str = veld("Wat is er aan de hand?", "What is going on?", regels=5, hoogstens=2000)
    melder_soort: str = veld("Wie meldt?", "Who reports?", keuzes=tuple(MELDERS.items()))
    hoe: str = veld("Hoe kwam de melding binnen?", "How did the report come in?", keuzes=tuple(HOE.items()))
    melder: str = veld(
        "Naam en organisatie van de melder", "Name and organisation of the reporter", standaard="", hoogstens=200,
        uitleg=Tekst("Nodig als een ander dan de inwoner meldt.", "Needed when someone other than the resident reports."),
    )  # fmt: skip
    voorletters: str = veld("Voorletters", "Initials", standaard="", hoogstens=40)
    geboortedatum: date | None = veld("Geboortedatum", "Birth date", standaard=None)
    telefoon: str = veld("Telefoon", "Telephone", standaard="", hoogstens=80)


@action(SCHEME, "melding vastleggen")
def leg_melding_vast(actor: Actor, invoer: NieuweMelding) -> Zaak:
    """Record a report about someone: a person, a case in its first step, and the term to tell him.

    Nothing that is known elsewhere is looked up: a report is about what the reporter says.
    """
    controleer_invoer(invoer)
    achternaam = ingevuld("achternaam", invoer.achternaam, 200)
    tekst = zin("tekst", invoer.tekst, 2000)
    keuze("melder_soort", invoer.melder_soort, MELDERS)
    keuze("hoe", invoer.hoe, HOE)
    melder = invoer.melder.strip()
    if invoer.melder_soort != "inwoner":
        melder = ingevuld("melder", melder, 200)
    if invoer.geboortedatum is not None:
        niet_in_toekomst("geboortedatum", invoer.geboortedatum)
    return _open(
        actor,
        Naw(voorletters=invoer.voorletters.strip(), achternaam=achternaam, geboortedatum=invoer.geboortedatum),
        Contactgegeven(telefoon=invoer.telefoon.strip()),
        Melding(melder_soort=invoer.melder_soort, melder=melder, hoe=invoer.hoe, tekst=tekst),
    )  # fmt: skip


@action(SCHEME, "melding overnemen")
def neem_over(actor: Actor, overdracht_id: UUID) -> Zaak:
    """Take in, as a report, someone whom another scheme passed on because he asked for it; the sender gets a receipt.

    Raises `Geweigerd` (404) for what is not for this organisation, or was taken in or recalled.
    """
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="melden", leest=("naw",))
    rij, inhoud = op_te_nemen(actor, toegang, SCHEME.naam, DOORGEGEVEN, overdracht_id)
    gelezen = lees_doorgegeven(inhoud)
    zaak = _open(
        actor,
        Naw(achternaam=gelezen.naam[:200], geboortedatum=gelezen.geboortedatum, straat=gelezen.adres[:80]),
        Contactgegeven(telefoon=gelezen.telefoon, email=gelezen.email),
        Melding(melder_soort=rij.van_scheme, melder=gelezen.meldingnummer, hoe=OVERGEDRAGEN, tekst=gelezen.vraag),
    )  # fmt: skip
    neem_op(actor, rij, zaak)
    return zaak


def _open(actor: Actor, naw: Naw, contact: Contactgegeven, melding: Melding) -> Zaak:
    """The person as this register knows him, his case in its first step, what was reported, and the term to tell him."""
    operatie, persoon_id = huidige_operatie(), nieuw_id()
    toegang = toegang_tot_register(
        actor, SCHEME.naam, doel="melden", schrijft=("naw", "contact", "melding", "gezin"), personen=[persoon_id]
    )  # fmt: skip
    Persoon.objects.create(
        id=persoon_id, organisatie_id=actor.organisatie, scheme=SCHEME.naam, sleutel=str(persoon_id), bekend_sinds=operatie.nu
    )  # fmt: skip

    def van_hem(rij: Any) -> Any:
        rij.organisatie_id, rij.persoon_id = actor.organisatie, persoon_id
        return rij

    Naw.objects.met(toegang).bulk_create([van_hem(naw)])
    maak_vindbaar(actor.organisatie, persoon_id, naw.achternaam, naw.geboortedatum)
    if contact.telefoon or contact.email:
        Contactgegeven.objects.met(toegang).bulk_create([van_hem(contact)])
    operatie.raakt([persoon_id])
    zaak = zaken.open_zaak(
        SCHEME, actor.organisatie, [persoon_id], huishouden=None, prioriteit=5, volgorde=zaken.vandaag()
    )
    vast = {"zaak": zaak, "moment": operatie.nu, "door": actor.naam}
    melding.zaak, melding.moment, melding.door = zaak, operatie.nu, actor.naam
    Melding.objects.met(toegang).bulk_create([van_hem(melding)])
    lid = Gezinslid(
        **vast,
        naam=" ".join(deel for deel in (naw.voorletters, naw.achternaam) if deel),
        relatie="hulpvrager",
        geboortedatum=naw.geboortedatum,
    )
    Gezinslid.objects.met(toegang).bulk_create([van_hem(lid)])
    zaken.start_termijn(zaak, "informeren", zaken.vandaag())
    return zaak


@action(SCHEME, "melding oppakken")
def pak_op(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Take a report that waits: from now on this worker treats it, and reads it."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang_tot(actor, zaak, leest=("naw",), doel="werkverdeling")
    if actor.medewerker_id is None:
        raise Geweigerd(
            "geen_medewerker", Tekst("Alleen een medewerker pakt een melding op.", "Only a worker takes up a report."), status=403
        )  # fmt: skip
    zaken.zet_stap(actor, zaak, "oppakken", WamsFeiten())
    zaken.wijs_toe(zaak, Medewerker.objects.get(id=actor.medewerker_id), "meldpunt", "opgepakt")
    return zaak
