"""The first talk, the threats, and what is decided on the request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Reden, veld
from samenhang.kernel.termijnen import bereken
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.aanmelden import GEWOON, NEE_OF_WELKE, SPOED
from samenhang.schemes.schuldhulp.actions.beeindigen import SCHRIJFT, laat_niets_uitgaan
from samenhang.schemes.schuldhulp.actions.gedeeld import keuze, niet_in_toekomst, weiger, zin
from samenhang.schemes.schuldhulp.brieven import maak_brief
from samenhang.schemes.schuldhulp.domain.bewakers import Uitspraak
from samenhang.schemes.schuldhulp.domain.lijsten import ALLE_DREIGINGEN, BRIEFTALEN, EINDREDENEN
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Beschikking, Besluitafschrift, Hulpvraag
from samenhang.schemes.schuldhulp.models.rechtbank import als_afschrift
from samenhang.schemes.schuldhulp.scheme import SCHEME

GEWONE_TERMIJN, KORTE_TERMIJN = "eerste-gesprek", "eerste-gesprek-dreigend"


@dataclass(frozen=True, slots=True)
class Dreiging:
    """What threatens, since when that is known."""

    dreiging: str = veld("Wat dreigt er?", "What threatens?", keuzes=NEE_OF_WELKE)
    bekend_op: date = veld("Sinds wanneer weet u dat?", "Since when do you know?", vandaag=True)


@dataclass(frozen=True, slots=True)
class Gesprek:
    """When the first talk was."""

    op: date = veld("Wanneer was het gesprek?", "When was the talk?", vandaag=True)


@dataclass(frozen=True, slots=True)
class Brieftaal:
    """In which language the resident wants his letters."""

    taal: str = veld("In welke taal wil de inwoner brieven?", "In which language does the resident want letters?", keuzes=tuple(BRIEFTALEN.items()))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Toelating:
    """Why the resident is admitted, and the plan of approach."""

    motivering: str = veld("Motivering", "Motivation", regels=4, hoogstens=2000, uitleg=Tekst("De inwoner leest dit.", "The resident reads this."))  # fmt: skip
    plan: str = veld(
        "Plan van aanpak", "Plan of approach", regels=6, hoogstens=2000,
        uitleg=Tekst("Wat doet de gemeente, wat doet de inwoner? De beslagvrije voet blijft vrij (Wgs art. 4a lid 5).", "What does the municipality do, what does the resident do? The protected earnings stay free (Wgs art. 4a lid 5)."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Afwijzing:
    """Why the resident is not admitted."""

    motivering: str = veld("Motivering", "Motivation", regels=4, hoogstens=2000, uitleg=Tekst("De inwoner leest dit.", "The resident reads this."))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Beeindiging:
    """Why the assistance ends: a code, and the motivation of the decision."""

    einde: str = veld("Waarom stopt de schuldhulp?", "Why does the assistance end?", keuzes=tuple(EINDREDENEN.items()))  # fmt: skip
    motivering: str = veld("Motivering", "Motivation", regels=4, hoogstens=2000, uitleg=Tekst("De inwoner leest dit.", "The resident reads this."))  # fmt: skip


@action(SCHEME, "dreiging wijzigen")
def wijzig_dreiging(actor: Actor, zaak_id: UUID, invoer: Dreiging) -> Zaak:
    """A threat comes up, gets a name, or is gone; the term for the first talk follows.

    A threat that comes up later starts the short term on the day it is known, and never makes the term longer; when
    it is gone, four weeks from the request hold again.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("hulpvraag",), op_slot=True)
    zaak, vraag = dossier.zaak, dossier.hulpvraag
    keuze("dreiging", invoer.dreiging, dict(NEE_OF_WELKE))
    niet_in_toekomst("bekend_op", invoer.bekend_op)
    if zaak.stap != "gemeld":
        raise Geweigerd(
            "na_gesprek",
            Tekst("Het eerste gesprek is al geweest: een dreiging verandert de termijn niet meer.", "The first talk was held already: a threat no longer changes the term."),
            status=409,
        )  # fmt: skip
    if invoer.bekend_op < vraag.gevraagd_op:
        raise weiger("bekend_op", "datum_te_vroeg", "Deze dag ligt vóór de hulpvraag. Kies die dag of een latere.", "This day is before the request. Choose that day or a later one.")  # fmt: skip
    nieuw = [] if invoer.dreiging == "geen" else [invoer.dreiging]
    Hulpvraag.objects.met(dossier.toegang).filter(zaak=zaak).update(dreigingen=nieuw)
    loopt = zaak.termijnen.filter(regel__in=(GEWONE_TERMIJN, KORTE_TERMIJN), klaar__isnull=True).get()
    if nieuw and loopt.regel == GEWONE_TERMIJN:
        zaken.vervroeg_termijn(
            zaak, loopt, KORTE_TERMIJN, invoer.bekend_op, SCHEME.termijn(KORTE_TERMIJN).lengte
        )
    elif not nieuw and loopt.regel == KORTE_TERMIJN:
        loopt.klaar, loopt.vervallen = zaken.vandaag(), True
        loopt.save(update_fields=["klaar", "vervallen"])
        zaken.start_termijn(zaak, GEWONE_TERMIJN, vraag.gevraagd_op)
        zaken.zet_volgende_termijn(zaak)
    zaak.prioriteit = SPOED if nieuw else GEWOON
    zaken.bewaar(zaak, "prioriteit")
    wat = ALLE_DREIGINGEN[nieuw[0]] if nieuw else Tekst("geen", "none")
    zaken.schrijf_tijdlijn(
        zaak, "dreiging", Tekst(f"Dreiging: {wat.nl.lower()}", f"Threat: {wat.en.lower()}")
    )
    return zaak


@action(SCHEME, "brieftaal kiezen")
def kies_brieftaal(actor: Actor, zaak_id: UUID, invoer: Brieftaal) -> Zaak:
    """From now on letters to the resident are in Dutch, or in Dutch with English behind it; a decision that went out stays."""
    dossier = open_dossier(actor, zaak_id, schrijft=("hulpvraag",), op_slot=True)
    taal = keuze("taal", invoer.taal, BRIEFTALEN)
    Hulpvraag.objects.met(dossier.toegang).filter(zaak=dossier.zaak).update(brieftaal=taal)
    zaken.bewaar(dossier.zaak)
    wat = BRIEFTALEN[taal]
    zaken.schrijf_tijdlijn(
        dossier.zaak, "brieftaal", Tekst(f"Brieven: {wat.nl.lower()}", f"Letters: {wat.en.lower()}")
    )
    return dossier.zaak


@action(SCHEME, "eerste gesprek vastleggen")
def leg_gesprek_vast(actor: Actor, zaak_id: UUID, invoer: Gesprek) -> Zaak:
    """The first talk was held: its term is met, and that for the decision runs from the day of the talk."""
    dossier = open_dossier(actor, zaak_id, schrijft=("hulpvraag",), op_slot=True)
    niet_in_toekomst("op", invoer.op)
    if invoer.op < dossier.hulpvraag.gevraagd_op:
        raise weiger("op", "datum_te_vroeg", "Het gesprek ligt vóór de hulpvraag. Controleer de dag.", "The talk is before the request. Check the day.")  # fmt: skip
    dossier.zet_stap("gesprek_voeren", vanaf=invoer.op)
    Hulpvraag.objects.met(dossier.toegang).filter(zaak=dossier.zaak).update(gesprek_op=invoer.op)
    return dossier.zaak


@action(SCHEME, "toelating besluiten")
def laat_toe(actor: Actor, zaak_id: UUID, invoer: Toelating) -> Zaak:
    """Admit the resident, by a decision with motivation and plan of approach; he can object for six weeks."""
    dossier = open_dossier(actor, zaak_id, schrijft=("hulpvraag",), op_slot=True)
    besluit = _besluit(dossier, "toelating", invoer.motivering, zin("plan", invoer.plan))
    dossier.zet_stap("toelaten", feiten=dossier.feiten(besluit))
    return dossier.zaak


@action(SCHEME, "afwijzing besluiten")
def wijs_af(actor: Actor, zaak_id: UUID, invoer: Afwijzing) -> Zaak:
    """Refuse the request, by a decision with motivation; the case ends and the resident can object for six weeks."""
    dossier = open_dossier(actor, zaak_id, schrijft=("hulpvraag",), op_slot=True)
    dossier.zet_stap("afwijzen", feiten=dossier.feiten(_besluit(dossier, "afwijzing", invoer.motivering)))
    return dossier.zaak


@action(SCHEME, "schuldhulp beeindigen")
def beeindig(actor: Actor, zaak_id: UUID, invoer: Beeindiging) -> Zaak:
    """End the assistance in any step, by a decision with motivation."""
    dossier = open_dossier(actor, zaak_id, schrijft=("hulpvraag", *SCHRIJFT), op_slot=True)
    keuze("einde", invoer.einde, EINDREDENEN)
    besluit = _besluit(dossier, "beeindiging", invoer.motivering)
    wsnp_mist = dossier.zaak.stap == "wsnp_verzocht" and dossier.uitspraak is Uitspraak.AFGEWEZEN
    laat_niets_uitgaan(dossier, "gesloten")
    dossier.zet_stap(
        "wsnp_missen" if wsnp_mist else "beeindigen", EINDREDENEN[invoer.einde].nl, dossier.feiten(besluit)
    )
    return dossier.zaak


@action(SCHEME, "intrekking vastleggen")
def trek_in(actor: Actor, zaak_id: UUID, invoer: Reden) -> Zaak:
    """The resident withdraws; that is his right, and asks no decision."""
    dossier = open_dossier(actor, zaak_id, schrijft=SCHRIJFT, op_slot=True)
    laat_niets_uitgaan(dossier, "gesloten")
    dossier.zet_stap("intrekken", zaken.reden_verplicht(invoer.reden))
    return dossier.zaak


@action(SCHEME, "overlijden vastleggen")
def leg_overlijden_vast(actor: Actor, zaak_id: UUID, invoer: Reden) -> Zaak:
    """The resident died: the case ends, and nothing more goes to him or to creditors."""
    dossier = open_dossier(actor, zaak_id, schrijft=SCHRIJFT, op_slot=True)
    laat_niets_uitgaan(dossier, "gesloten")
    dossier.zet_stap("overlijden", zaken.reden_verplicht(invoer.reden))
    return dossier.zaak


@action(SCHEME, "zaak opschorten")
def schort_op(actor: Actor, zaak_id: UUID, invoer: Reden) -> Zaak:
    """Suspend the case, such as for an application that is not complete (Awb 4:15); terms that may stand still do."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaken.schort_op(dossier.zaak, invoer.reden)
    return dossier.zaak


@action(SCHEME, "zaak hervatten")
def hervat(actor: Actor, zaak_id: UUID, invoer: Reden) -> Zaak:
    """Resume the case; terms that stood still get their new end."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    zaken.hervat(dossier.zaak, invoer.reden)
    return dossier.zaak


def _besluit(dossier: Dossier, soort: str, motivering: str, plan: str = "") -> Beschikking:
    """The decision, announced today; the day until which the resident can object is computed (Awb 6:7 and 6:8)."""
    vandaag = zaken.vandaag()
    bezwaar = bereken(SCHEME.termijn("bezwaar"), vandaag, standaardkalender(), []).einde
    besluit: Beschikking = Beschikking.objects.met(dossier.toegang).create(
        **dossier.vast(),
        soort=soort,
        motivering=zin("motivering", motivering),
        plan=plan,
        bekendgemaakt_op=vandaag,
        bezwaar_tot=bezwaar,
    )
    dossier.vernieuw("beschikkingen")
    Besluitafschrift.objects.met(dossier.toegang).create(
        **dossier.vast(), van=besluit.id, **als_afschrift(maak_brief(dossier, soort))
    )
    return besluit
