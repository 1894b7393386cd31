"""Taking back what was recorded by mistake: an income, an answer, a discharge. What stood there stays to be seen, with why."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.eerder import bewaar_eerder
from samenhang.schemes.schuldhulp.actions.gedeeld import uit
from samenhang.schemes.schuldhulp.actions.krediet import TAAK, vraag_kwijting_na
from samenhang.schemes.schuldhulp.domain.lijsten import ANTWOORDEN, WEGEN
from samenhang.schemes.schuldhulp.dossier import open_dossier
from samenhang.schemes.schuldhulp.models import Aanbod, Inkomen, Uitbetaling, Voorstel, Weigering
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie

LEENT = ("krediet_actief", "krediet_achterstand")
WAAROM = ("Wat ging er mis?", "What went wrong?")


@dataclass(frozen=True, slots=True)
class Inkomenfout:
    """Which income was recorded by mistake, and why."""

    inkomen: UUID = veld("Welk inkomen?", "Which income?", bron="opgegeven_inkomens")
    reden: str = veld(*WAAROM, hoogstens=300)


@dataclass(frozen=True, slots=True)
class Antwoordfout:
    """Which answer was recorded by mistake, and why."""

    voorstel: UUID = veld("Welke schuldeiser?", "Which creditor?", bron="beantwoord")
    reden: str = veld(*WAAROM, hoogstens=300)


@dataclass(frozen=True, slots=True)
class Kwijtingfout:
    """Which discharge was recorded by mistake, and why."""

    uitbetaling: UUID = veld("Welke schuldeiser?", "Which creditor?", bron="gekweten")
    reden: str = veld(*WAAROM, hoogstens=300)


@action(SCHEME, "inkomen terugnemen")
def neem_inkomen_terug(actor: Actor, zaak_id: UUID, invoer: Inkomenfout) -> Zaak:
    """An income was never there: it counts for no day, and a calculation that used it no longer holds."""
    dossier = open_dossier(actor, zaak_id, schrijft=("budget",), op_slot=True)
    reden = zaken.reden_verplicht(invoer.reden)
    rij = uit("inkomen", [deel for deel in dossier.inkomens if deel.vervallen_op is None], invoer.inkomen)
    Inkomen.objects.met(dossier.toegang).filter(id=rij.id).update(
        vervallen_op=zaken.vandaag(), reden=reden[:300]
    )
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, "inkomen", Tekst("Inkomen was een vergissing", "Income was a mistake"), reden)  # fmt: skip
    return dossier.zaak


@action(SCHEME, "antwoord terugnemen")
def neem_antwoord_terug(actor: Actor, zaak_id: UUID, invoer: Antwoordfout) -> Zaak:
    """An answer that a worker wrote down was not given: the proposal waits for this creditor again.

    What a creditor answered himself, in the portal or by message, and silence after the last day are not undone here.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden", "aanbod"), op_slot=True)
    reden = zaken.reden_verplicht(invoer.reden)
    if dossier.zaak.stap != "voorstel":
        raise Geweigerd("geen_voorstel", Tekst("Er loopt geen voorstel.", "No proposal runs."), status=409)
    rij = uit("voorstel", [deel for deel in dossier.voorstellen if deel.antwoord], invoer.voorstel)
    if rij.via not in WEGEN:
        raise Geweigerd("antwoord_van_schuldeiser", Tekst("Dit antwoord gaf de schuldeiser zelf, of hij zweeg. Leg vast wat hij daarna antwoordt.", "The creditor gave this answer himself, or was silent. Record what he answers afterwards."), status=409)  # fmt: skip
    waarom = next((deel for deel in dossier.weigeringen if deel.voorstel == rij.id), None)
    eerder = {
        "schuldeiser": wie(rij.schuldeiser).naam,
        "antwoord": rij.antwoord,
        "op": rij.antwoord_op,
        "via": rij.via,
    }
    if waarom is not None:
        eerder |= {"reden": waarom.reden, "toelichting": waarom.toelichting}
    bewaar_eerder(dossier, "antwoord", rij.id, eerder, reden)
    Voorstel.objects.met(dossier.toegang).filter(id=rij.id).update(antwoord="", antwoord_op=None, via="")
    Weigering.objects.met(dossier.toegang).filter(voorstel=rij.id).delete()
    Aanbod.objects.met(dossier.toegang).filter(voorstel=rij.id).update(antwoord="", antwoord_op=None)
    huidige_operatie().verandert(antwoord=[rij.antwoord, ""])
    zaken.bewaar(dossier.zaak)
    naam, was = wie(rij.schuldeiser).naam, ANTWOORDEN[rij.antwoord]
    zaken.schrijf_tijdlijn(dossier.zaak, "antwoord", Tekst(f"{naam}: {was.nl.lower()} was een vergissing", f"{naam}: {was.en.lower()} was a mistake"), reden)  # fmt: skip
    return dossier.zaak


@action(SCHEME, "kwijting terugnemen")
def neem_kwijting_terug(actor: Actor, zaak_id: UUID, invoer: Kwijtingfout) -> Zaak:
    """A creditor did not confirm the discharge after all: it is asked again, and the case cannot end with it."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    reden = zaken.reden_verplicht(invoer.reden)
    if dossier.zaak.stap not in LEENT:
        raise Geweigerd("kwijting_vast", Tekst("De kwijting is al vastgesteld, of er is geen krediet.", "The discharge was recorded already, or there is no credit."), status=409)  # fmt: skip
    rij = uit("uitbetaling", [deel for deel in dossier.uitbetalingen if deel.kwijting_op], invoer.uitbetaling)
    was = {"schuldeiser": wie(rij.schuldeiser).naam, "kwijting_op": rij.kwijting_op, "via": rij.kwijting_via}
    bewaar_eerder(dossier, "kwijting", rij.id, was, reden)
    Uitbetaling.objects.met(dossier.toegang).filter(id=rij.id).update(kwijting_op=None, kwijting_via="")
    if not dossier.zaak.taken.filter(soort=TAAK, klaar__isnull=True).exists():
        vraag_kwijting_na(dossier.zaak)
    zaken.bewaar(dossier.zaak)
    naam = wie(rij.schuldeiser).naam
    zaken.schrijf_tijdlijn(dossier.zaak, "kwijting", Tekst(f"Kwijting van {naam} was een vergissing", f"Discharge by {naam} was a mistake"), reden)  # fmt: skip
    return dossier.zaak
