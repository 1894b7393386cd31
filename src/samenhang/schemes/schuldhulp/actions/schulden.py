"""Debts: to whom, how much, of which rank, and how sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.eerder import bewaar_eerder
from samenhang.schemes.schuldhulp.actions.gedeeld import (
    bedrag,
    ingevuld,
    keuze,
    niet_in_toekomst,
    uit,
    weiger,
)
from samenhang.schemes.schuldhulp.domain.lijsten import RANGEN, SCHULDSTANDEN
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Schuld
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import vind_of_maak, wie

OPEN_INVENTARIS = ("gesprek_gevoerd", "toegelaten", "stabilisatie", "inventarisatie")
"""The steps in which debts change: after the first talk and while no proposal stands."""
_LEEG = Tekst("Leeg: het bedrag is nog niet bekend.", "Empty: the amount is not known yet.")


@dataclass(frozen=True, slots=True)
class Schuldinvoer:
    """A debt as it is known."""

    schuldeiser: str = veld("Schuldeiser", "Creditor", hoogstens=200, uitleg=Tekst("De organisatie bij wie de schuld is.", "The organisation to which it is owed."))  # fmt: skip
    rang: str = veld(
        "Welke voorrang heeft de schuld?", "Which rank has the debt?", keuzes=tuple(RANGEN.items())
    )
    peildatum: date = veld("Peildatum", "Reference date", vandaag=True)
    bedrag: str = veld("Bedrag", "Amount", standaard="", hoogstens=20, uitleg=_LEEG)
    kenmerk: str = veld("Kenmerk", "Reference", standaard="", hoogstens=60)
    kvk: str = veld("KvK-nummer", "Chamber of Commerce number", standaard="", hoogstens=8)


@dataclass(frozen=True, slots=True)
class Schuldwijziging:
    """What changed about a debt: the creditor confirmed it, it is disputed, or it lapsed."""

    schuld: UUID = veld("Welke schuld?", "Which debt?", bron="schulden")
    stand: str = veld("Hoe staat het ermee?", "How does it stand?", keuzes=tuple(SCHULDSTANDEN.items()))
    peildatum: date = veld("Peildatum", "Reference date", vandaag=True)
    bedrag: str = veld("Bedrag", "Amount", standaard="", hoogstens=20, uitleg=Tekst("Leeg: het blijft zoals het was.", "Empty: it stays as it was."))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Schuldfout:
    """What is wrong with a debt as it was entered; what is left empty stays as it was."""

    schuld: UUID = veld("Welke schuld?", "Which debt?", bron="schulden")
    reden: str = veld("Wat ging er mis?", "What went wrong?", hoogstens=300)
    geen_schuld: bool = veld(
        "Is dit geen schuld van deze inwoner?", "Is this no debt of this resident?", standaard=False,
        uitleg=Tekst("Bij ja telt zij niet meer mee. Bij nee verandert alleen wat u hieronder invult.", "With yes it counts no more. With no only what you fill in below changes."),
    )  # fmt: skip
    schuldeiser: str = veld("Schuldeiser", "Creditor", standaard="", hoogstens=200)
    rang: str = veld("Voorrang", "Rank", standaard="", keuzes=(("", Tekst("zoals het was", "as it was")), *RANGEN.items()))  # fmt: skip
    bedrag: str = veld("Bedrag", "Amount", standaard="", hoogstens=20)
    kenmerk: str = veld("Kenmerk", "Reference", standaard="", hoogstens=60)
    peildatum: date | None = veld("Peildatum", "Reference date", standaard=None)


@action(SCHEME, "schuld vastleggen")
def leg_schuld_vast(actor: Actor, zaak_id: UUID, invoer: Schuldinvoer) -> Zaak:
    """Record a debt. Who owes the same creditor twice gives each debt a reference of its own."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    inventaris_open(dossier)
    kvk = invoer.kvk.strip()
    if kvk and not re.fullmatch(r"[0-9]{8}", kvk):
        raise weiger("kvk", "kvk_onjuist", "Een KvK-nummer heeft acht cijfers. Verbeter het of laat het leeg.", "A Chamber of Commerce number has eight digits. Correct it or leave it empty.")  # fmt: skip
    schuldeiser = vind_of_maak(dossier.zaak.organisatie_id, ingevuld("schuldeiser", invoer.schuldeiser), kvk)
    kenmerk = " ".join(invoer.kenmerk.split())[:60]
    if any(rij.schuldeiser_id == schuldeiser.id and rij.kenmerk == kenmerk for rij in dossier.schulden):
        raise _schuld_bekend()
    Schuld.objects.met(dossier.toegang).create(
        **dossier.vast(),
        schuldeiser=schuldeiser,
        kenmerk=kenmerk,
        bedrag_centen=bedrag("bedrag", invoer.bedrag).centen if invoer.bedrag.strip() else None,
        peildatum=niet_in_toekomst("peildatum", invoer.peildatum),
        rang=keuze("rang", invoer.rang, RANGEN),
        stand="opgegeven",
    )
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, "schuld", Tekst("Schuld vastgelegd", "Debt recorded"))
    return dossier.zaak


@action(SCHEME, "schuld wijzigen")
def wijzig_schuld(actor: Actor, zaak_id: UUID, invoer: Schuldwijziging) -> Zaak:
    """A creditor confirms a debt, it turns out disputed, or it lapses; what stood there is kept."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    inventaris_open(dossier)
    rij = uit("schuld", dossier.schulden, invoer.schuld)
    keuze("stand", invoer.stand, SCHULDSTANDEN)
    centen = bedrag("bedrag", invoer.bedrag).centen if invoer.bedrag.strip() else rij.bedrag_centen
    if invoer.stand == "bevestigd" and centen is None:
        raise weiger("bedrag", "bedrag_ontbreekt", "Een bevestigde schuld heeft een bedrag. Vul het in.", "A confirmed debt has an amount. Enter it.")  # fmt: skip
    wordt = {
        "stand": invoer.stand,
        "bedrag_centen": centen,
        "peildatum": niet_in_toekomst("peildatum", invoer.peildatum),
    }
    if any(getattr(rij, naam) != waarde for naam, waarde in wordt.items()):
        bewaar_eerder(dossier, "schuld", rij.id, zoals_het_was(rij))
    Schuld.objects.met(dossier.toegang).filter(id=rij.id).update(**wordt)
    zaken.bewaar(dossier.zaak)
    stand = SCHULDSTANDEN[invoer.stand]
    zaken.schrijf_tijdlijn(dossier.zaak, "schuld", Tekst(f"Schuld: {stand.nl.lower()}", f"Debt: {stand.en.lower()}"))  # fmt: skip
    return dossier.zaak


@action(SCHEME, "schuld verbeteren")
def verbeter_schuld(actor: Actor, zaak_id: UUID, invoer: Schuldfout) -> Zaak:
    """A debt was entered wrongly: creditor, rank, amount, reference or day is put right, or it was no debt of this resident.

    What stood there stays to be seen, with the reason. A calculation over it no longer holds.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    inventaris_open(dossier)
    rij = uit("schuld", dossier.schulden, invoer.schuld)
    reden = zaken.reden_verplicht(invoer.reden)[:300]
    wordt = _verbeterd(dossier, rij, invoer)
    if not wordt:
        raise weiger("schuldeiser", "niets_te_verbeteren", "Hiermee verandert er niets. Vul in wat er anders moet.", "This changes nothing. Fill in what must be different.")  # fmt: skip
    bewaar_eerder(dossier, "schuld", rij.id, zoals_het_was(rij), reden)
    Schuld.objects.met(dossier.toegang).filter(id=rij.id).update(**wordt)
    zaken.bewaar(dossier.zaak)
    tekst = Tekst("Schuld verbeterd", "Debt corrected") if not invoer.geen_schuld else Tekst("Schuld was een vergissing", "Debt was a mistake")  # fmt: skip
    zaken.schrijf_tijdlijn(dossier.zaak, "schuld", tekst, reden)
    return dossier.zaak


def _verbeterd(dossier: Dossier, rij: Schuld, invoer: Schuldfout) -> dict[str, Any]:
    """The columns that change."""
    if invoer.geen_schuld:
        return {"stand": "vervallen"} if rij.stand != "vervallen" else {}
    nieuw: dict[str, Any] = {}
    if invoer.schuldeiser.strip():
        naam = ingevuld("schuldeiser", invoer.schuldeiser)
        nieuw["schuldeiser_id"] = vind_of_maak(dossier.zaak.organisatie_id, naam).id
    if invoer.rang:
        nieuw["rang"] = keuze("rang", invoer.rang, RANGEN)
    if invoer.bedrag.strip():
        nieuw["bedrag_centen"] = bedrag("bedrag", invoer.bedrag).centen
    if invoer.kenmerk.strip():
        nieuw["kenmerk"] = " ".join(invoer.kenmerk.split())[:60]
    if invoer.peildatum is not None:
        nieuw["peildatum"] = niet_in_toekomst("peildatum", invoer.peildatum)
    wordt = {naam: waarde for naam, waarde in nieuw.items() if getattr(rij, naam) != waarde}
    sleutel = wordt.get("schuldeiser_id", rij.schuldeiser_id), wordt.get("kenmerk", rij.kenmerk)
    if any(
        (ander.schuldeiser_id, ander.kenmerk) == sleutel for ander in dossier.schulden if ander.id != rij.id
    ):
        raise _schuld_bekend()
    return wordt


def _schuld_bekend() -> Geweigerd:
    return weiger("kenmerk", "schuld_bekend", "Deze schuld staat er al. Geef een tweede schuld een eigen kenmerk, of wijzig de eerste.", "This debt is there already. Give a second debt its own reference, or change the first.")  # fmt: skip


def zoals_het_was(rij: Schuld) -> dict[str, Bedrag | date | str | None]:
    """A debt field by field."""
    return {
        "schuldeiser": wie(rij.schuldeiser).naam,
        "kenmerk": rij.kenmerk,
        "bedrag": None if rij.bedrag_centen is None else Bedrag(rij.bedrag_centen),
        "peildatum": rij.peildatum,
        "rang": rij.rang,
        "stand": rij.stand,
    }


def inventaris_open(dossier: Dossier) -> None:
    """Refuse a change of debts while a proposal stands or before the first talk: amounts that were offered stay."""
    if dossier.zaak.stap not in OPEN_INVENTARIS:
        raise Geweigerd(
            "inventaris_dicht",
            Tekst(
                "In deze stap veranderen de schulden niet. Neem eerst het voorstel terug, of voer eerst het gesprek.",
                "In this step the debts do not change. First take the proposal back, or hold the talk.",
            ),
            status=409,
        )
