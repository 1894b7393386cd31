"""What the resident pays on the credit, or saves, by hand; arrears, what was agreed about them, and paying off early."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.gedeeld import bedrag, niet_in_toekomst, uit, weiger
from samenhang.schemes.schuldhulp.actions.spaarstand import (
    CONTACT,
    KWIJTEN,
    SPAART,
    controleer_reservering,
    volg_sparen,
)
from samenhang.schemes.schuldhulp.domain.lening import NIETS
from samenhang.schemes.schuldhulp.domain.waarborg import Stand
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Betaaluitstel, Betaling, Borg, Krediet
from samenhang.schemes.schuldhulp.scheme import SCHEME

LOOPT = ("krediet_actief", "krediet_achterstand")
TERMIJN = "krediettermijn"
LANGSTE_UITSTEL = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Betalinginvoer:
    """What came in, and when; the number of the bank keeps it from being recorded twice."""

    bedrag: str = veld("Bedrag", "Amount", hoogstens=20)
    op: date = veld("Ontvangen op", "Received on", vandaag=True)
    transactie: str = veld(
        "Transactienummer van de bank", "Transaction number of the bank", standaard="", hoogstens=64,
        uitleg=Tekst("Met dit nummer telt dezelfde betaling uit een bestand niet nog eens.", "With this number the same payment in a file does not count again."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Terugboeking:
    """Which payment did not stand, and why."""

    betaling: UUID = veld("Welke betaling?", "Which payment?", bron="betalingen")
    reden: str = veld("Waarom?", "Why?", hoogstens=300)


@dataclass(frozen=True, slots=True)
class Achterstandsregeling:
    """By when the arrears are paid, and what was agreed."""

    tot: date = veld("Ingelopen op", "Paid up by")
    afspraak: str = veld("Wat is afgesproken?", "What was agreed?", hoogstens=300)


@dataclass(frozen=True, slots=True)
class Inlossing:
    """The one payment that closes the credit."""

    bedrag: str = veld("Bedrag", "Amount", hoogstens=20)
    op: date = veld("Ontvangen op", "Received on", vandaag=True)


@action(SCHEME, "betaling vastleggen")
def leg_betaling_vast(actor: Actor, zaak_id: UUID, invoer: Betalinginvoer) -> Zaak:
    """Record a payment; it fills the oldest instalment first, and arrears that are paid are over."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    som = bedrag("bedrag", invoer.bedrag)
    boek(dossier, som, invoer.op, invoer.transactie.strip())
    return dossier.zaak


@action(SCHEME, "betaling terugboeken")
def boek_terug(actor: Actor, zaak_id: UUID, invoer: Terugboeking) -> Zaak:
    """A payment did not stand, such as a direct debit that was reversed: it stays to be seen and counts no more."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    spaart = dossier.zaak.stap in SPAART
    krediet = None if spaart else lopend(dossier)
    rij = uit("betaling", [deel for deel in dossier.betalingen if deel.vervallen_op is None], invoer.betaling)
    reden = zaken.reden_verplicht(invoer.reden)[:300]
    if spaart and rij.bedrag > dossier.nog_uit_te_delen:
        raise Geweigerd("al_uitgekeerd", Tekst("Dit bedrag is al uitgekeerd aan de schuldeisers. Leg vast wat nog ontbreekt als achterstand, en betaal niets dubbel terug.", "This amount was paid to the creditors already. Record what is missing as arrears, and pay nothing back twice."), status=409)  # fmt: skip
    Betaling.objects.met(dossier.toegang).filter(id=rij.id).update(vervallen_op=zaken.vandaag(), reden=reden)
    if krediet is not None and rij.soort == "inlossing":
        Krediet.objects.met(dossier.toegang).filter(id=krediet.id).update(ingelost_op=None)
    zaken.schrijf_tijdlijn(dossier.zaak, "betaling", Tekst(f"{rij.bedrag.scherm()} teruggeboekt", f"{rij.bedrag.scherm()} reversed"), reden)  # fmt: skip
    dossier.vernieuw("betalingen", "krediet")
    _volg(dossier)
    return dossier.zaak


@action(SCHEME, "achterstand regelen")
def regel_achterstand(actor: Actor, zaak_id: UUID, invoer: Achterstandsregeling) -> Zaak:
    """Agree by when what is late is paid; until then it is no arrears, and the credit or the arrangement runs on."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    vandaag, spaar = zaken.vandaag(), dossier.spaarstand
    if dossier.zaak.stap not in SPAART:
        lopend(dossier)
    if dossier.zaak.stap != "krediet_achterstand" and (spaar is None or spaar.achterstand == NIETS):
        raise Geweigerd("geen_achterstand", Tekst("Er is geen achterstand om te regelen.", "There are no arrears to arrange."), status=409)  # fmt: skip
    if not vandaag < invoer.tot <= vandaag + LANGSTE_UITSTEL:
        raise weiger("tot", "datum_onjuist", "Kies een dag na vandaag, binnen een jaar.", "Choose a day after today, within a year.")  # fmt: skip
    Betaaluitstel.objects.met(dossier.toegang).create(
        **dossier.vast(), gemaakt=vandaag, tot=invoer.tot, toelichting=zaken.reden_verplicht(invoer.afspraak)[:300]
    )  # fmt: skip
    dossier.vernieuw("uitstel")
    _volg(dossier)
    return dossier.zaak


@action(SCHEME, "krediet inlossen")
def los_in(actor: Actor, zaak_id: UUID, invoer: Inlossing) -> Zaak:
    """Close the credit with one payment: principal and interest up to the day it came in, and not a cent more or less."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    krediet, som = lopend(dossier), bedrag("bedrag", invoer.bedrag)
    niet_in_toekomst("op", invoer.op)
    later = [rij for rij in dossier.betalingen if rij.vervallen_op is None and rij.ontvangen_op > invoer.op]
    stand = dossier.leenstand_op(invoer.op)
    assert stand is not None  # a credit that runs
    if later or invoer.op < krediet.ingang:
        raise weiger("op", "datum_te_vroeg", "Na deze dag is nog betaald, of het krediet was er nog niet. Kies een latere dag.", "There was a payment after this day, or the credit was not there yet. Choose a later day.")  # fmt: skip
    if som != stand.inlossom or som == NIETS:
        raise weiger("bedrag", "inlossom_anders", f"Om op {invoer.op} in te lossen is {stand.inlossom.scherm()} nodig.", f"To close it on {invoer.op} takes {stand.inlossom.scherm()}.")  # fmt: skip
    _schrijf(dossier, som, invoer.op, "inlossing", "", None)
    Krediet.objects.met(dossier.toegang).filter(id=krediet.id).update(ingelost_op=invoer.op)
    dossier.vernieuw("krediet")
    volg_termijn(dossier)
    return dossier.zaak


def lopend(dossier: Dossier) -> Krediet:
    """The credit of a case on which is paid; raises `Geweigerd` where there is none, or nothing is left to pay."""
    if dossier.zaak.stap not in LOOPT or dossier.krediet is None:
        raise Geweigerd("geen_krediet", Tekst("Er loopt geen krediet in deze zaak.", "No credit runs in this case."), status=409)  # fmt: skip
    return dossier.krediet


def boek(dossier: Dossier, som: Bedrag, op: date, transactie: str, bestand: UUID | None = None) -> None:
    """Record a payment of who may, and let term and step follow. Raises `Geweigerd` for what cannot be a payment."""
    if dossier.zaak.stap in SPAART:
        controleer_reservering(dossier, som, op)
        _niet_dubbel(dossier, transactie)
        _schrijf(dossier, som, op, "reservering", transactie, bestand)
        volg_sparen(dossier)
        return
    krediet = lopend(dossier)
    stand = dossier.leenstand
    assert stand is not None  # a credit that runs
    niet_in_toekomst("op", op)
    if op < krediet.ingang:
        raise weiger("op", "datum_te_vroeg", f"Het krediet begon op {krediet.ingang}. Controleer de dag.", f"The credit began on {krediet.ingang}. Check the day.")  # fmt: skip
    if som == NIETS:
        raise weiger("bedrag", "bedrag_nul", "Een betaling is meer dan nul.", "A payment is more than nothing.")  # fmt: skip
    if som > stand.openstaand:
        raise weiger(
            "bedrag", "meer_dan_open", f"Er staat nog {stand.openstaand.scherm()} open. Leg dat vast en betaal de rest terug.",
            f"Only {stand.openstaand.scherm()} is still to be paid. Record that and pay the rest back.",
        )  # fmt: skip
    _niet_dubbel(dossier, transactie)
    _schrijf(dossier, som, op, "termijn", transactie, bestand)
    volg_termijn(dossier)


def _volg(dossier: Dossier) -> None:
    volg_sparen(dossier) if dossier.zaak.stap in SPAART else volg_termijn(dossier)


def _niet_dubbel(dossier: Dossier, transactie: str) -> None:
    if transactie and Betaling.objects.met(dossier.toegang).filter(transactie=transactie).exists():
        raise weiger("transactie", "transactie_bekend", "Deze betaling is al vastgelegd.", "This payment was recorded already.")  # fmt: skip


def _schrijf(
    dossier: Dossier, som: Bedrag, op: date, soort: str, transactie: str, bestand: UUID | None
) -> None:
    try:
        with transaction.atomic():
            Betaling.objects.met(dossier.toegang).create(
                **dossier.vast(),
                ontvangen_op=op,
                bedrag_centen=som.centen,
                soort=soort,
                transactie=transactie,
                bestand=bestand,
            )
    except IntegrityError as dubbel:  # only the database sees the payments of other cases
        raise weiger(
            "transactie", "transactie_elders", "Dit transactienummer hoort bij een andere zaak. Controleer het nummer.",
            "This transaction number belongs to another case. Check the number.",
        ) from dubbel  # fmt: skip
    dossier.vernieuw("betalingen")
    zaken.schrijf_tijdlijn(dossier.zaak, "betaling", Tekst(f"{som.scherm()} ontvangen", f"{som.scherm()} received"))  # fmt: skip


def volg_termijn(dossier: Dossier) -> None:
    """Let the case follow its credit: the term of the next instalment, arrears that are over, and what is left to do."""
    zaak, stand = dossier.zaak, dossier.leenstand
    assert stand is not None  # a credit that runs
    if zaak.stap == "krediet_achterstand" and not stand.achter_termijnen:
        zaken.rond_taken_af(zaak, [CONTACT])
        dossier.zet_stap("inlopen", feiten=dossier.krediet_feiten())
    volgende = stand.volgende.vervalt if stand.volgende and not stand.voldaan else None
    open_ = zaak.termijnen.filter(regel=TERMIJN, klaar__isnull=True).first()
    if open_ is not None and open_.start != volgende:
        zaken.rond_termijn_af(zaak, TERMIJN)
        open_ = None
    if open_ is None and volgende is not None and zaak.stap == "krediet_actief":
        zaken.start_termijn(zaak, TERMIJN, volgende)
    taak = zaak.taken.filter(soort=KWIJTEN, klaar__isnull=True).exists()
    if stand.voldaan and not taak:
        _eindig_borg(dossier)
        zaken.maak_taak(zaak, KWIJTEN, Tekst("Alles is betaald: stel de kwijting vast", "All was paid: record the discharge"), zaken.vandaag(), zaak.behandelaar)  # fmt: skip
    elif taak and not stand.voldaan:
        zaken.rond_taken_af(zaak, [KWIJTEN])
        Borg.objects.met(dossier.toegang).filter(zaak=zaak, stand=Stand.BEEINDIGD).update(stand=Stand.AFGEGEVEN)  # fmt: skip
    zaken.bewaar(zaak)


def _eindig_borg(dossier: Dossier) -> None:
    """Nothing is left to guarantee."""
    Borg.objects.met(dossier.toegang).filter(zaak=dossier.zaak, stand=Stand.AFGEGEVEN).update(stand=Stand.BEEINDIGD)  # fmt: skip


def loopt_achter(dossier: Dossier) -> None:
    """The grace of an instalment passed and it is not paid: arrears, with a task and a term for who treats the case."""
    zaak, stand = dossier.zaak, dossier.leenstand
    assert stand is not None  # a credit that runs
    if not stand.achter_termijnen or zaak.stap != "krediet_actief":
        volg_termijn(dossier)
        return
    zaken.rond_termijn_af(zaak, TERMIJN, opslaan=False)
    dossier.zet_stap("achterlopen", feiten=dossier.krediet_feiten())
    zaken.zet_volgende_termijn(zaak)
    zaken.maak_taak(
        zaak, CONTACT, Tekst(f"Bel over de achterstand van {stand.achterstand.scherm()}", f"Call about the arrears of {stand.achterstand.scherm()}"),
        zaken.vandaag(), zaak.behandelaar,
    )  # fmt: skip
