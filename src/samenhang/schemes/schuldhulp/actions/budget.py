"""Household, income with its evidence, and the steps that ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.gedeeld import bedrag, geheel, keuze, niet_in_toekomst, uit, weiger
from samenhang.schemes.schuldhulp.actions.zorgafmelding import vraag_afmelding
from samenhang.schemes.schuldhulp.domain.lijsten import BEWIJZEN, INKOMENS, SITUATIES, WANBETALER
from samenhang.schemes.schuldhulp.dossier import open_dossier
from samenhang.schemes.schuldhulp.models import Huishouden, Hulpvraag, Inkomen
from samenhang.schemes.schuldhulp.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class Huishoudeninvoer:
    """In which situation someone lives, and what he may keep a month."""

    situatie: str = veld(
        "Hoe woont de inwoner?", "How does the resident live?", keuzes=tuple(SITUATIES.items())
    )
    vtlb: str = veld(
        "Vrij te laten bedrag (vtlb) per maand", "Amount left to live on (vtlb) a month", hoogstens=20,
        uitleg=Tekst("De uitkomst van de landelijke vtlb-rekenmachine.", "The outcome of the national vtlb calculator."),
    )  # fmt: skip
    vtlb_op: date = veld("Berekend op", "Calculated on", vandaag=True)
    kinderen: str = veld("Kinderen onder 18", "Children under 18", standaard="0", hoogstens=2)


@dataclass(frozen=True, slots=True)
class Inkomeninvoer:
    """An income a month, and what showed it."""

    soort: str = veld("Soort inkomen", "Kind of income", keuzes=tuple(INKOMENS.items()))
    netto: str = veld("Netto per maand, met vakantiegeld", "Net a month, with holiday pay", hoogstens=20)
    bewijs: str = veld(
        "Welk bewijs hebt u gezien?", "Which evidence did you see?", keuzes=tuple(BEWIJZEN.items())
    )
    bewijs_op: date = veld("Datum van het bewijs", "Date of the evidence", vandaag=True)


@dataclass(frozen=True, slots=True)
class Inkomeneinde:
    """Which income ended, and on which day."""

    inkomen: UUID = veld("Welk inkomen stopte?", "Which income ended?", bron="inkomens")
    tot: date = veld("Laatste dag", "Last day", vandaag=True)


@dataclass(frozen=True, slots=True)
class Stabilisatie:
    """Whether the resident is in the defaulter scheme of health insurance."""

    wanbetaler: str = veld(
        "Staat de inwoner als wanbetaler bij het CAK?", "Is the resident registered as a defaulter at the CAK?", keuzes=tuple(WANBETALER.items()), standaard="onbekend",
        uitleg=Tekst("Bij ja of nog niet bekend krijgt u een taak: alleen de zorgverzekeraar kan afmelden.", "With yes or not known yet you get a task: only the health insurer can deregister."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stabiliteit:
    """Whether money is in balance, and creditors wait."""

    in_balans: bool = veld("Zijn inkomsten en uitgaven in balans?", "Are income and spending in balance?")
    pas_op_de_plaats: bool = veld("Is elke schuldeiser gevraagd te wachten?", "Was every creditor asked to wait?")  # fmt: skip


@action(SCHEME, "huishouden vastleggen")
def leg_huishouden_vast(actor: Actor, zaak_id: UUID, invoer: Huishoudeninvoer) -> Zaak:
    """Record the household as it is now; what was recorded before stays and no longer holds."""
    dossier = open_dossier(actor, zaak_id, schrijft=("budget",), op_slot=True)
    keuze("situatie", invoer.situatie, SITUATIES)
    kinderen = geheel("kinderen", invoer.kinderen or "0", 0, 20)
    if invoer.situatie in ("alleenstaande_ouder", "paar_met_kinderen") and kinderen == 0:
        raise weiger("kinderen", "kinderen_ontbreken", "Vul in hoeveel kinderen onder 18 er zijn.", "Enter how many children under 18 there are.")  # fmt: skip
    if invoer.situatie in ("alleenstaande", "paar") and kinderen:
        raise weiger("kinderen", "kinderen_passen_niet", "Er zijn kinderen onder 18: kies een huishouden met kinderen.", "There are children under 18: choose a household with children.")  # fmt: skip
    Huishouden.objects.met(dossier.toegang).create(
        **dossier.vast(),
        situatie=invoer.situatie,
        kinderen=kinderen,
        vtlb_centen=bedrag("vtlb", invoer.vtlb).centen,
        vtlb_op=niet_in_toekomst("vtlb_op", invoer.vtlb_op),
    )
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, "huishouden", Tekst("Huishouden vastgelegd", "Household recorded"))
    return dossier.zaak


@action(SCHEME, "inkomen vastleggen")
def leg_inkomen_vast(actor: Actor, zaak_id: UUID, invoer: Inkomeninvoer) -> Zaak:
    """Record an income with the evidence that was seen."""
    dossier = open_dossier(actor, zaak_id, schrijft=("budget",), op_slot=True)
    Inkomen.objects.met(dossier.toegang).create(
        **dossier.vast(),
        soort=keuze("soort", invoer.soort, INKOMENS),
        netto_centen=bedrag("netto", invoer.netto).centen,
        bewijs=keuze("bewijs", invoer.bewijs, BEWIJZEN),
        bewijs_op=niet_in_toekomst("bewijs_op", invoer.bewijs_op),
    )
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, "inkomen", Tekst("Inkomen vastgelegd", "Income recorded"))
    return dossier.zaak


@action(SCHEME, "inkomen beeindigen")
def beeindig_inkomen(actor: Actor, zaak_id: UUID, invoer: Inkomeneinde) -> Zaak:
    """An income ended: it counts no more after its last day, and stays to be seen."""
    dossier = open_dossier(actor, zaak_id, schrijft=("budget",), op_slot=True)
    rij = uit("inkomen", dossier.lopende_inkomens, invoer.inkomen)
    Inkomen.objects.met(dossier.toegang).filter(id=rij.id).update(tot=niet_in_toekomst("tot", invoer.tot))
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, "inkomen", Tekst("Inkomen gestopt", "Income ended"))
    return dossier.zaak


@action(SCHEME, "stabilisatie beginnen")
def begin_stabilisatie(actor: Actor, zaak_id: UUID, invoer: Stabilisatie) -> Zaak:
    """The stabilisation agreement is signed: money is brought into balance first; income and household are known.

    Who has one pays no premium to the CAK: asking the insurer to deregister him becomes a task with a term.
    """
    keuze("wanbetaler", invoer.wanbetaler, WANBETALER)
    dossier = open_dossier(actor, zaak_id, schrijft=("hulpvraag",), op_slot=True)
    dossier.zet_stap("stabiliseren")
    if invoer.wanbetaler != "nee":
        vraag_afmelding(dossier)
    return dossier.zaak


@action(SCHEME, "inventarisatie beginnen")
def begin_inventarisatie(actor: Actor, zaak_id: UUID, invoer: Stabiliteit) -> Zaak:
    """Money is in balance and creditors wait: ask every creditor for his statement, due in ten working days."""
    dossier = open_dossier(actor, zaak_id, schrijft=("hulpvraag",), op_slot=True)
    if invoer.in_balans and invoer.pas_op_de_plaats:
        Hulpvraag.objects.met(dossier.toegang).filter(zaak=dossier.zaak).update(gestabiliseerd_op=zaken.vandaag())  # fmt: skip
        dossier.hulpvraag.gestabiliseerd_op = zaken.vandaag()
    dossier.zet_stap("inventariseren")
    return dossier.zaak
