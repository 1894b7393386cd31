"""Debts: to whom, how much, of which rank, and how sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
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
from samenhang.schemes.schuldhulp.schuldeisers import vind_of_maak

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
        raise weiger("kenmerk", "schuld_bekend", "Deze schuld staat er al. Geef een tweede schuld een eigen kenmerk, of wijzig de eerste.", "This debt is there already. Give a second debt its own reference, or change the first.")  # fmt: skip
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
    """A creditor confirms a debt, it turns out disputed, or it lapses."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    inventaris_open(dossier)
    rij = uit("schuld", dossier.schulden, invoer.schuld)
    keuze("stand", invoer.stand, SCHULDSTANDEN)
    centen = bedrag("bedrag", invoer.bedrag).centen if invoer.bedrag.strip() else rij.bedrag_centen
    if invoer.stand == "bevestigd" and centen is None:
        raise weiger("bedrag", "bedrag_ontbreekt", "Een bevestigde schuld heeft een bedrag. Vul het in.", "A confirmed debt has an amount. Enter it.")  # fmt: skip
    Schuld.objects.met(dossier.toegang).filter(id=rij.id).update(
        stand=invoer.stand,
        bedrag_centen=centen,
        peildatum=niet_in_toekomst("peildatum", invoer.peildatum),
    )
    zaken.bewaar(dossier.zaak)
    stand = SCHULDSTANDEN[invoer.stand]
    zaken.schrijf_tijdlijn(dossier.zaak, "schuld", Tekst(f"Schuld: {stand.nl.lower()}", f"Debt: {stand.en.lower()}"))  # fmt: skip
    return dossier.zaak


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
