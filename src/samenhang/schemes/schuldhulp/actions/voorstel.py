"""The proposal: to all creditors at once, their answers, a reminder, silence, and the outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Niets, Reden, veld
from samenhang.kernel.termijnen import bereken
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.antwoord import boek_antwoord
from samenhang.schemes.schuldhulp.actions.berichten import (
    beantwoord_bericht,
    maak_voorstelberichten,
    trek_berichten_in,
)
from samenhang.schemes.schuldhulp.actions.gedeeld import keuze, niet_in_toekomst, uit, weiger
from samenhang.schemes.schuldhulp.actions.portaal import zet_in_portaal
from samenhang.schemes.schuldhulp.domain.lijsten import ANTWOORDEN, DELENDE_RANGEN, WEGEN, WEIGERREDENEN
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Aanbod, Rekensom, Schuldeiser, Voorstel
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.schemes.schuldhulp.vorderingen import vorderingsnaam

ZELF = {naam: tekst for naam, tekst in ANTWOORDEN.items() if naam in ("akkoord", "geweigerd")}


@dataclass(frozen=True, slots=True)
class Antwoordinvoer:
    """What a creditor answered, when and by which way."""

    voorstel: UUID = veld("Welke schuldeiser?", "Which creditor?", bron="voorstellen")
    antwoord: str = veld("Wat is het antwoord?", "What is the answer?", keuzes=tuple(ZELF.items()))
    op: date = veld("Ontvangen op", "Received on", vandaag=True)
    via: str = veld("Hoe?", "How?", keuzes=tuple(WEGEN.items()))
    reden: str = veld(
        "Waarom weigert hij?", "Why does he refuse?", standaard="niet_genoemd", keuzes=tuple(WEIGERREDENEN.items()),
        uitleg=Tekst("Alleen bij een weigering; de rechter leest het.", "With a refusal only; the court reads it."),
    )  # fmt: skip
    toelichting: str = veld("Toelichting", "Explanation", standaard="", hoogstens=300)


@dataclass(frozen=True, slots=True)
class Rappel:
    """Who is reminded."""

    voorstel: UUID = veld("Welke schuldeiser?", "Which creditor?", bron="voorstellen")


@action(SCHEME, "voorstel sturen")
def stuur_voorstel(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Make the offers to all creditors in one go, from the last calculation; each may answer for ten working days.

    Everything is one transaction: a process that is killed made all of them or none, and doing it again sends
    nothing twice, since the step has changed. Guards: nothing unknown or disputed, and a calculation of today's data.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden", "aanbod"), op_slot=True)
    dossier.zet_stap("voorstellen")
    som = dossier.rekensom
    assert som is not None  # the guard S07
    vandaag = zaken.vandaag()
    uiterlijk = bereken(SCHEME.termijn("voorstel-reactie"), vandaag, standaardkalender(), []).einde
    krijgt = _uitkeringen(som)
    vorderingen: dict[tuple[UUID, str], int] = {}
    kenmerken: dict[tuple[UUID, str], list[str]] = {}
    namen: dict[UUID, Schuldeiser] = {}
    for rij in dossier.open_schulden:
        eiser = wie(rij.schuldeiser)
        namen[eiser.id] = eiser
        vorderingen[eiser.id, rij.rang] = vorderingen.get((eiser.id, rij.rang), 0) + (rij.bedrag_centen or 0)
        if rij.kenmerk:
            kenmerken.setdefault((eiser.id, rij.rang), []).append(rij.kenmerk)
    rijen = []
    for (eiser_id, rang), centen in vorderingen.items():
        if rang not in DELENDE_RANGEN:
            continue
        bedrag, percentage = krijgt.get(vorderingsnaam(namen[eiser_id].naam, rang), ("0.00", "0.00"))
        rijen.append(
            Voorstel(
                **dossier.vast(),
                ronde=huidige_operatie().id,
                rekensom=som.id,
                schuldeiser=namen[eiser_id],
                rang=rang,
                vordering_centen=centen,
                bedrag_centen=Bedrag.lees(bedrag).centen,
                percentage=percentage,
                adres=namen[eiser_id].adres,
                kenmerk=", ".join(kenmerken.get((eiser_id, rang), []))[:200],
                verstuurd_op=vandaag,
                uiterlijk=uiterlijk,
            )
        )
    if not rijen:
        raise Geweigerd(
            "niemand_doet_mee",
            Tekst("Er is geen schuld die in de regeling meedoet. Controleer de rangen.", "There is no debt that takes part. Check the ranks."),
            status=409,
        )  # fmt: skip
    Voorstel.objects.met(dossier.toegang).bulk_create(rijen)
    zet_in_portaal(dossier, rijen, som)
    maak_voorstelberichten(dossier, rijen, som)
    zaken.maak_taak(
        dossier.zaak, "voorstel_versturen", Tekst("Verstuur het voorstel aan elke schuldeiser", "Send the proposal to each creditor"),
        vandaag, dossier.zaak.behandelaar,
    )  # fmt: skip
    return dossier.zaak


@action(SCHEME, "antwoord vastleggen")
def leg_antwoord_vast(actor: Actor, zaak_id: UUID, invoer: Antwoordinvoer) -> Zaak:
    """Record what a creditor answered. Only who got an offer can answer; a later answer takes the place of silence."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden", "aanbod"), op_slot=True)
    rij = _voorstel(dossier, invoer.voorstel)
    keuze("antwoord", invoer.antwoord, ZELF)
    keuze("via", invoer.via, WEGEN)
    keuze("reden", invoer.reden, WEIGERREDENEN)
    niet_in_toekomst("op", invoer.op)
    if invoer.op < rij.verstuurd_op:
        raise weiger("op", "datum_te_vroeg", "Dit antwoord is van voor het voorstel. Controleer de dag.", "This answer is from before the proposal. Check the day.")  # fmt: skip
    boek_antwoord(
        dossier.toegang,
        dossier.zaak,
        rij,
        antwoord=invoer.antwoord,
        op=invoer.op,
        via=invoer.via,
        door=actor.naam,
        reden=invoer.reden,
        toelichting=invoer.toelichting,
    )
    Aanbod.objects.met(dossier.toegang).filter(voorstel=rij.id).update(
        antwoord=invoer.antwoord, antwoord_op=invoer.op
    )
    beantwoord_bericht(dossier.zaak, rij.id)
    return dossier.zaak


@action(SCHEME, "rappel vastleggen")
def rappelleer(actor: Actor, zaak_id: UUID, invoer: Rappel) -> Zaak:
    """Remind a creditor who did not answer; once a day at most, so that a repeat sends nothing twice."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    rij = _voorstel(dossier, invoer.voorstel)
    if rij.antwoord in ZELF or rij.gerappelleerd_op == zaken.vandaag():
        raise Geweigerd(
            "rappel_niet_nodig",
            Tekst("Deze schuldeiser antwoordde al, of is vandaag al herinnerd.", "This creditor answered already, or was reminded today."),
            status=409,
        )  # fmt: skip
    herinner(dossier, rij)
    return dossier.zaak


def herinner(dossier: Dossier, rij: Voorstel) -> None:
    """Note in the case that this creditor is reminded today."""
    naam = wie(rij.schuldeiser).naam
    Voorstel.objects.met(dossier.toegang).filter(id=rij.id).update(gerappelleerd_op=zaken.vandaag())
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, "rappel", Tekst(f"{naam} herinnerd", f"{naam} reminded"))


@action(SCHEME, "akkoord vaststellen")
def stel_akkoord_vast(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Every creditor agreed: the arrangement can begin."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    dossier.zet_stap("akkoord_vaststellen")
    zaken.rond_taken_af(dossier.zaak, ["voorstel_versturen"])
    return dossier.zaak


@action(SCHEME, "weigering vaststellen")
def stel_weigering_vast(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Every creditor answered or is late, and not all agree: silence counts as a refusal."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    dossier.zet_stap("weigering_vaststellen")
    zaken.rond_taken_af(dossier.zaak, ["voorstel_versturen"])
    return dossier.zaak


@action(SCHEME, "voorstel terugnemen")
def neem_terug(actor: Actor, zaak_id: UUID, invoer: Reden) -> Zaak:
    """Take the proposal back to the inventory. What was sent stays to be seen, and is never sent again."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden", "aanbod"), op_slot=True)
    reden = zaken.reden_verplicht(invoer.reden)
    dossier.zet_stap("terugnemen", reden)
    Voorstel.objects.met(dossier.toegang).filter(zaak=dossier.zaak).update(vervallen=True)
    Aanbod.objects.met(dossier.toegang).filter(zaak=dossier.zaak).update(vervallen=True)
    trek_berichten_in(dossier.zaak)
    zaken.rond_taken_af(dossier.zaak, ["voorstel_versturen"])
    return dossier.zaak


def _voorstel(dossier: Dossier, id_: UUID) -> Voorstel:
    if dossier.zaak.stap != "voorstel":
        raise Geweigerd("geen_voorstel", Tekst("Er loopt geen voorstel.", "No proposal runs."), status=409)
    return uit("voorstel", dossier.voorstellen, id_)


def _uitkeringen(som: Rekensom) -> dict[str, tuple[str, str]]:
    """What each claim gets by name, with its percentage for people."""
    for deel in som.delen:
        if deel["naam"] == "verdeling":
            return {rij["id"]: (rij["bedrag"], rij["percentage"]) for rij in deel["antwoord"]["uitkeringen"]}
    return {}
