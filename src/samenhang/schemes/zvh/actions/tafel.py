"""Who comes to the table, what that party may see and why, and what it brings in itself."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN, Organisatie
from samenhang.kernel.scheme import Niets, veld
from samenhang.kernel.toegang.redenen import REDENEN
from samenhang.kernel.verstrekkingen.actions import hef_voorwaarden_op, stel_voorwaarde
from samenhang.kernel.verstrekkingen.actions.voorwaarden import bronregister, gesteld_over
from samenhang.kernel.verstrekkingen.domain.voorwaarden import Gesteld, Soort
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot
from samenhang.schemes.zvh.actions.invoer import fout, ingevuld, keuze
from samenhang.schemes.zvh.domain.bezwaar import dicht_voor_partij
from samenhang.schemes.zvh.domain.gegevens import GEBIEDEN
from samenhang.schemes.zvh.domain.tafel import DEELNEMER, INBRENG, TAFELGENOOT, TE_KIEZEN, VERDER
from samenhang.schemes.zvh.dossier import gedekt, open_casus
from samenhang.schemes.zvh.models import INBRENGTABELLEN, HuisPartij
from samenhang.schemes.zvh.scheme import SCHEME
from samenhang.schemes.zvh.tafel import feiten_voor, hoogstens, partijen, zaak_aan_tafel

SOORTEN = GEBIEDEN | INBRENG
_LEEG = Tekst("Leeg: deze partij ziet het niet.", "Empty: this party does not see it.")


def _nodig(naam: str) -> str:
    wat = SOORTEN[naam]
    nl, en = f"{wat.nl}: waarom nodig voor deze partij?", f"{wat.en}: why needed for this party?"
    tekst: str = veld(nl, en, standaard="", hoogstens=300, uitleg=_LEEG)
    return tekst


@dataclass(frozen=True, slots=True)
class Tafelplaats:
    """Who comes to the table, and of each kind of data why that party needs it."""

    medewerker: UUID = veld("Wie komt aan tafel?", "Who comes to the table?", bron="tafelpartijen")
    naw: str = veld(
        "Waarom moet deze partij weten om wie het gaat?", "Why must this party know whom it is about?", hoogstens=300,
        uitleg=Tekst("De inwoner leest dit.", "The resident reads this."),
    )  # fmt: skip
    wonen: str = _nodig("wonen")
    veiligheid: str = _nodig("veiligheid")
    politie: str = _nodig("politie")
    justitie: str = _nodig("justitie")


@dataclass(frozen=True, slots=True)
class Vertrek:
    """Who leaves the table, and why."""

    deelname: UUID = veld("Wie gaat van tafel?", "Who leaves the table?", bron="tafelgenoten")
    reden: str = veld("Waarom?", "Why?", uitleg=Tekst("Staat in de tijdlijn.", "Goes into the timeline."))


@dataclass(frozen=True, slots=True)
class Bronakkoord:
    """Which source agrees that what it told goes on to a party at the table."""

    over: str = veld("Welke gegevens?", "Which data?", keuzes=tuple(SOORTEN.items()))
    akkoord_van: str = veld(
        "Wie is bij de bron akkoord?", "Who at the source agrees?", hoogstens=200,
        uitleg=Tekst("Naam en organisatie; blijft bewaard.", "Name and organisation; stays on record."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inbreng:
    """What a party knows, why the table needs it, and whether another party may see it."""

    tekst: str = veld(
        "Wat wilt u inbrengen?", "What do you want to bring in?", regels=4, hoogstens=1000,
        uitleg=Tekst("Alleen over deze inwoner; hij of zij leest het.", "About this resident only; he or she reads it."),
    )  # fmt: skip
    nodig: str = veld("Waarom is dit hier nodig?", "Why is this needed here?", hoogstens=300)
    verder: str = veld("Mag een andere partij het zien?", "May another party see it?", keuzes=tuple(VERDER.items()))  # fmt: skip


@action(SCHEME, "partij aan tafel zetten")
def zet_aan_tafel(actor: Actor, zaak_id: UUID, invoer: Tafelplaats) -> Zaak:
    """Let a worker of another organisation take part: it sees what was chosen, each with its necessity, and nothing else.

    Refused for a kind of data that this kind of party never gets, for what the resident objects to, and without an
    agreement between it and the house.
    """
    casus = open_casus(actor, zaak_id, schrijft=("afspraken",), op_slot=True)
    zaak = casus.zaak
    wie = partijen(zaak.organisatie_id, zaken.vandaag()).get(invoer.medewerker)
    if wie is None:
        raise fout(
            "medewerker", "partij_onbekend", "Deze persoon komt hier niet aan tafel. Kies iemand uit de lijst.",
            "This person does not come to a table here. Choose someone of the list.",
        )  # fmt: skip
    soort, mag = ORGANISATIESOORTEN[wie.organisatie.soort], hoogstens(wie.organisatie.soort).leest
    nodig = {"naw": ingevuld("naw", invoer.naw, 300)}
    if "contact" in mag:
        nodig["contact"] = nodig["naw"]
    for naam in TE_KIEZEN:
        if not (tekst := getattr(invoer, naam).strip()):
            continue
        if naam not in mag:
            raise fout(
                naam, "partij_krijgt_dit_niet", f"{soort.nl} krijgt dit hier nooit: {SOORTEN[naam].nl.lower()}. Laat het veld leeg.",
                f"{soort.en} never gets this here: {SOORTEN[naam].en.lower()}. Leave the field empty.",
            )  # fmt: skip
        nodig[naam] = ingevuld(naam, tekst, 300)
    if not gedekt(zaak, wie.organisatie_id):
        raise fout(
            "medewerker", "afspraak_ontbreekt", f"{wie.organisatie.naam} tekende geen afspraak van het samenwerkingsverband. Regel dat eerst bij Samenwerking.",
            f"{wie.organisatie.naam} signed no agreement of the alliance. Arrange that first under Cooperation.",
        )  # fmt: skip
    dicht = dicht_voor_partij(rij.standpunt for rij in casus.bezwaren)
    if stil := sorted(dicht & nodig.keys(), key=lambda naam: naam != "naw"):
        raise fout(
            "medewerker" if stil[0] == "naw" else stil[0],
            "bezwaar",
            REDENEN["bezwaar"].nl,
            REDENEN["bezwaar"].en,
        )
    deelname = zaken.laat_deelnemen(zaak, wie, TAFELGENOOT, DEELNEMER, "aan tafel")
    HuisPartij.objects.met(casus.toegang).create(
        organisatie_id=zaak.organisatie_id,
        persoon_id=casus.persoon,
        zaak=zaak,
        moment=huidige_operatie().nu,
        door=actor.naam,
        deelname=deelname.id,
        partij=wie.organisatie.naam[:200],
        noodzaak=nodig,
    )
    return zaak


@action(SCHEME, "partij van tafel laten gaan")
def laat_gaan(actor: Actor, zaak_id: UUID, invoer: Vertrek) -> Zaak:
    """The part of a party in the case ends: at its next request it sees nothing."""
    zaak = open_casus(actor, zaak_id, op_slot=True).zaak
    zaken.beeindig_deelname(zaak, invoer.deelname, invoer.reden)
    return zaak


@action(SCHEME, "akkoord van de bron in het huis vastleggen")
def leg_akkoord_vast(actor: Actor, zaak_id: UUID, invoer: Bronakkoord) -> Zaak:
    """Record that a source agrees that what it told goes on to the table: what it asked is lifted, who agreed is kept."""
    casus = open_casus(actor, zaak_id, op_slot=True)
    keuze("over", invoer.over, SOORTEN)
    akkoord_van = ingevuld("akkoord_van", invoer.akkoord_van, 200)
    register = bronregister(casus.zaak, casus.persoon)
    hef_voorwaarden_op(casus.zaak, casus.persoon, invoer.over, akkoord_van, register)
    zaken.bewaar(casus.zaak)
    return casus.zaak


@action(SCHEME, "inbreng aan tafel vastleggen")
def breng_in(actor: Actor, zaak_id: UUID, invoer: Inbreng) -> Zaak:
    """A party records what it knows itself, in its own kind of data; it may ask that no other party gets it.

    Police data on Wpg art. 20, data of the prosecution on Wjsg art. 39f: each with its necessity.
    """
    zaak = zaak_aan_tafel(actor, zaak_id, op_slot=True)
    tekst, nodig = ingevuld("tekst", invoer.tekst, 1000), ingevuld("nodig", invoer.nodig, 300)
    keuze("verder", invoer.verder, VERDER)
    partij, soort = _eigen(actor)
    (persoon,) = personen_van(zaak)
    toegang = toegang_tot(
        actor, zaak, schrijft={soort}, personen=[persoon], bekend=feiten_voor(zaak, persoon, partij), noodzaak={soort}
    )  # fmt: skip
    INBRENGTABELLEN[soort].objects.met(toegang).create(
        organisatie_id=zaak.organisatie_id,
        persoon_id=persoon,
        zaak=zaak,
        moment=huidige_operatie().nu,
        door=actor.naam,
        tekst=tekst,
        bron=partij.naam[:200],
        nodig=nodig,
    )
    if invoer.verder == "nee":
        gesteld, register = Gesteld(soort, Soort.NIET_VERDER, partij.naam[:200]), bronregister(zaak, persoon)
        if gesteld not in gesteld_over(register, persoon):
            stel_voorwaarde(zaak, persoon, gesteld, register)
    zaken.bewaar(zaak)
    zaken.schrijf_tijdlijn(
        zaak, "inbreng", Tekst(f"{partij.naam} bracht iets in", f"{partij.naam} brought something in")
    )
    return zaak


@action(SCHEME, "voorwaarde aan tafel laten vervallen")
def laat_vervallen(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """A party lifts what it asked about what it brought in: other parties that need it see it from now on.

    Raises `Geweigerd` (409) when it asked nothing.
    """
    zaak = zaak_aan_tafel(actor, zaak_id, op_slot=True)
    partij, soort = _eigen(actor)
    (persoon,) = personen_van(zaak)
    hef_voorwaarden_op(zaak, persoon, soort, actor.naam, bronregister(zaak, persoon), bron=partij.naam[:200])
    zaken.bewaar(zaak)
    return zaak


def _eigen(actor: Actor) -> tuple[Organisatie, str]:
    """The party of who acts, and the kind of data that it brings in."""
    partij = Organisatie.objects.get(id=actor.organisatie)
    return partij, partij.soort
