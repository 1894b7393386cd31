"""The calculation of a case with its recorded data: capacity, then credit or saving, then who gets what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
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
from samenhang.schemes.schuldhulp.actions.gedeeld import keuze, weiger
from samenhang.schemes.schuldhulp.domain import antwoord
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Rekensom
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie
from samenhang.schemes.schuldhulp.vorderingen import vorderingsnaam

MAANDEN = 18
BELEID = "nvvk-2024-07"
SOORTEN = {
    "SK": Tekst("Saneringskrediet", "Consolidation credit"),
    "SB": Tekst("Schuldbemiddeling (sparen)", "Arrangement by saving"),
}


@dataclass(frozen=True, slots=True)
class Rekenkeuze:
    """Which arrangement is calculated; without capacity it is a zero offer, whatever was chosen."""

    soort: str = veld("Welke regeling?", "Which arrangement?", keuzes=tuple(SOORTEN.items()))
    rente: str = veld(
        "Effectieve rente per jaar (%)", "Effective rate a year (%)", standaard="", hoogstens=8,
        uitleg=Tekst("Alleen bij een krediet.", "For a credit only."),
    )  # fmt: skip
    reden: str = veld("Waarom rekent u opnieuw?", "Why do you calculate again?", standaard="", uitleg=Tekst("Nodig vanaf de tweede berekening.", "Needed from the second calculation on."))  # fmt: skip


@action(SCHEME, "berekening maken")
def bereken(actor: Actor, zaak_id: UUID, invoer: Rekenkeuze) -> Zaak:
    """Calculate with what is recorded now, and keep the answers with their trace. A calculation never changes.

    Raises `Geweigerd` where a figure is missing, and whatever the arithmetic refuses, with its remedy.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("rekensom",), op_slot=True)
    keuze("soort", invoer.soort, SOORTEN)
    vorige = dossier.rekensom
    reden = invoer.reden.strip()[:300]
    if vorige is not None and not reden:
        raise weiger("reden", "reden_ontbreekt", "Schrijf waarom u opnieuw rekent; het staat naast de vorige uitkomst.", "Write why you calculate again; it stands beside the previous outcome.")  # fmt: skip
    leg_vast(dossier, reken(dossier, invoer.soort, invoer.rente.strip().replace(",", ".")), reden, actor.naam)
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, "berekening", Tekst("Berekening gemaakt", "Calculation made"), reden)
    return dossier.zaak


def leg_vast(dossier: Dossier, delen: dict[str, Any], reden: str, door: str) -> None:
    """Keep what `reken` gave as the next calculation of the case: it names the one before, and never changes."""
    vorige = dossier.rekensom
    Rekensom.objects.met(dossier.toegang).create(
        **dossier.vast() | {"door": door},
        vorige=vorige.id if vorige else None,
        reden=reden,
        regeling=delen["regeling"],
        pot_centen=Bedrag.lees(delen["pot"]).centen,
        gegevens=dossier.gegevens_hash,
        delen=delen["berekeningen"],
    )


def reken(dossier: Dossier, soort: str, rente: str, dag: date | None = None) -> dict[str, Any]:
    """The answers of the arithmetic, each with the document that it answers; the pot is what creditors get together.

    Under the norms of today, or of `dag`.
    """
    huis, vandaag = dossier.huishouden, (dag or zaken.vandaag()).isoformat()
    if huis is None:
        raise _mist("Leg eerst het huishouden vast.", "First record the household.")
    if not dossier.lopende_inkomens:
        raise _mist("Leg eerst een inkomen vast.", "First record an income.")
    vorderingen = _vorderingen(dossier)
    stappen: list[dict[str, Any]] = []

    def vraag(naam: str, document: dict[str, Any]) -> dict[str, Any]:
        uit = antwoord.bereken(naam, document)
        stappen.append({"naam": naam, "document": document, "antwoord": uit})
        return uit

    capaciteit = _capaciteit(dossier, huis.situatie, Bedrag(huis.vtlb_centen), vandaag, vraag)
    per_maand = Bedrag.lees(capaciteit["capaciteit"])
    if capaciteit["type"] == "SA":
        return {"regeling": "SA", "pot": "0.00", "berekeningen": stappen}
    if soort == "SB":
        pot = per_maand * MAANDEN
    else:
        if not rente:
            raise weiger("rente", "rente_ontbreekt", "Vul de rente van de kredietbank in, of kies sparen.", "Enter the rate of the credit bank, or choose saving.")  # fmt: skip
        krediet = vraag(
            "krediet",
            {
                "maandtermijn": per_maand.draad(),
                "looptijd_maanden": MAANDEN,
                "effectief_jaarpercentage": rente,
                "datum": vandaag,
                "capaciteit": per_maand.draad(),
            },
        )
        pot = Bedrag.lees(krediet["netto_kredietsom"])
    vraag("verdeling", {"pot": pot.draad(), "vorderingen": vorderingen, "datum": vandaag})
    return {"regeling": soort, "pot": pot.draad(), "berekeningen": stappen}


def _capaciteit(
    dossier: Dossier,
    situatie: str,
    vtlb: Bedrag,
    dag: str,
    vraag: Callable[[str, dict[str, Any]], dict[str, Any]],
) -> dict[str, Any]:
    """What can be repaid; with the protected earnings where the policy has a floor, which stays above them."""
    document = {
        "netto_inkomen": dossier.inkomen.draad(),
        "vtlb": vtlb.draad(),
        "beleid": BELEID,
        "datum": dag,
    }
    try:
        return vraag("capaciteit", document)
    except Geweigerd as weigering:
        if weigering.code != "bvv_nodig":
            raise
    bvv = vraag("bvv", {"leefsituatie": situatie, "netto_inkomen": dossier.inkomen.draad(), "datum": dag})
    return vraag("capaciteit", document | {"bvv": bvv["beslagvrije_voet"]})


def _vorderingen(dossier: Dossier) -> list[dict[str, str]]:
    """One claim per creditor and rank: what stands at duplicates, and several debts at one creditor, count together."""
    if not dossier.open_schulden:
        raise _mist("Leg eerst de schulden vast.", "First record the debts.")
    if onbekend := [wie(rij.schuldeiser).naam for rij in dossier.open_schulden if rij.bedrag_centen is None]:
        namen = ", ".join(dict.fromkeys(onbekend))
        raise _mist(f"Van deze schulden is het bedrag nog niet bekend: {namen}. Vul het in, of laat de schuld vervallen.", f"Of these debts the amount is not known yet: {namen}. Enter it, or let the debt lapse.")  # fmt: skip
    samen: dict[tuple[str, str], int] = defaultdict(int)
    for rij in dossier.open_schulden:
        samen[vorderingsnaam(wie(rij.schuldeiser).naam, rij.rang), rij.rang] += rij.bedrag_centen or 0
    return [
        {"id": naam, "bedrag": Bedrag(centen).draad(), "rang": rang}
        for (naam, rang), centen in sorted(samen.items())
    ]


def _mist(nl: str, en: str) -> Geweigerd:
    return Geweigerd("gegevens_ontbreken", Tekst(nl, en), status=409)
