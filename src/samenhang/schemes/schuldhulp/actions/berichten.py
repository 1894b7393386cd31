"""Messages to creditors through the node: made in the transaction of what they say, sent by a duty.

`saldoverzoek` asks creditors what is owed; a proposal goes along by itself to who gets messages. What nobody fetched is
sent again or goes by letter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst, nieuw_id
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.scheme import Niets, veld
from samenhang.kernel.termijnen import bereken
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.gedeeld import keuze, uit, weiger
from samenhang.schemes.schuldhulp.domain.knooppuntbericht import DEELNEMER, SALDOVERZOEK, VOORSTEL
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.knooppunt.adres import doet_mee
from samenhang.schemes.schuldhulp.knooppunt.klok import werk_klok_bij
from samenhang.schemes.schuldhulp.models import (
    Knooppuntbericht,
    Knooppuntinhoud,
    Rekensom,
    Schuldeiser,
    Voorstel,
)
from samenhang.schemes.schuldhulp.scheme import SCHEME, WERKER
from samenhang.schemes.schuldhulp.schuldeisers import wie

AFHANDELINGEN = {
    "opnieuw": Tekst("Stuur het opnieuw", "Send it again"),
    "brief": Tekst("Het gaat per brief", "It goes by letter"),
}
OPEN = ("wacht", "ligt_klaar", "opgehaald")
"""A message in one of these can still be answered."""


@dataclass(frozen=True, slots=True)
class Berichtafhandeling:
    """What is done with a message that nobody fetched."""

    bericht: UUID = veld("Welk bericht?", "Which message?", bron="berichten")
    hoe: str = veld("Wat doet u ermee?", "What do you do with it?", keuzes=tuple(AFHANDELINGEN.items()))


@action(SCHEME, "schuldeiser op knooppunt zetten")
def zet_op_knooppunt(actor: Actor, schuldeiser_id: UUID, aan: bool, kvk: str = "") -> Schuldeiser:
    """Let a creditor get messages through the node, under his registration number, or no longer.

    Raises `Geweigerd` for a creditor that is not known, has no number, or answers in the portal: he answers by one way.
    """
    rol_vereist(actor, SCHEME.naam, WERKER)
    rij = Schuldeiser.objects.select_for_update().filter(id=schuldeiser_id, organisatie_id=actor.organisatie).first()  # fmt: skip
    if rij is None:
        raise Geweigerd("schuldeiser_onbekend", Tekst("Deze schuldeiser is er niet.", "This creditor is not here."), status=404)  # fmt: skip
    kvk = kvk.strip() or rij.kvk
    if aan and not DEELNEMER.fullmatch(kvk):
        raise weiger("kvk", "kvk_onjuist", "Aan het knooppunt doet een schuldeiser mee met zijn KvK-nummer van acht cijfers. Vul het in.", "A creditor takes part in the node with his registration number of eight digits. Enter it.")  # fmt: skip
    if aan and rij.account_id:
        raise weiger("knooppunt", "heeft_portaal", "Deze schuldeiser antwoordt in het portaal. Haal zijn account eerst weg: hij antwoordt langs één weg.", "This creditor answers in the portal. Take his account away first: he answers by one way.")  # fmt: skip
    if aan and not doet_mee(Organisatie.objects.get(id=actor.organisatie)):
        raise weiger("knooppunt", "knooppunt_ontbreekt", "Uw gemeente is niet aangesloten op het knooppunt. Vraag uw beheerder (SAMENHANG_KNOOPPUNT).", "Your municipality is not connected to the node. Ask your administrator (SAMENHANG_KNOOPPUNT).")  # fmt: skip
    huidige_operatie().verandert(knooppunt=[rij.knooppunt, aan], kvk=[rij.kvk, kvk])
    rij.knooppunt, rij.kvk = aan, kvk
    rij.save(update_fields=["knooppunt", "kvk"])
    return rij


@action(SCHEME, "saldo opvragen")
def vraag_saldo(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Ask every creditor who gets messages what is owed to him; who was asked and can still answer is not asked again."""
    dossier = open_dossier(actor, zaak_id, schrijft=("aanbod",), op_slot=True)
    if dossier.zaak.stap != "inventarisatie":
        raise Geweigerd("inventaris_dicht", Tekst("Opgaven vraagt u tijdens de inventarisatie.", "Statements are asked for during the inventory."), status=409)  # fmt: skip
    gevraagd = {rij.schuldeiser_id for rij in dossier.berichten if rij.soort == SALDOVERZOEK and rij.stand in OPEN}  # fmt: skip
    per_eiser: dict[UUID, list[Any]] = {}
    for schuld in dossier.open_schulden:
        eiser = wie(schuld.schuldeiser)
        if eiser.knooppunt and eiser.id not in gevraagd:
            per_eiser.setdefault(eiser.id, []).append(schuld)
    if not per_eiser:
        raise Geweigerd("niemand_te_vragen", Tekst("Er is geen schuldeiser die berichten krijgt en nog niet gevraagd is.", "There is no creditor who gets messages and was not asked yet."), status=409)  # fmt: skip
    vandaag = zaken.vandaag()
    uiterlijk = _einde("schuldeiser-reactie", vandaag)
    berichten = [
        _bericht(dossier, wie(rijen[0].schuldeiser), SALDOVERZOEK, uiterlijk, {"vorderingen": [
            {"kenmerk": rij.kenmerk, "actueelVorderingsbedrag": None if rij.bedrag_centen is None else Bedrag(rij.bedrag_centen).draad()}
            for rij in rijen
        ]})
        for rijen in per_eiser.values()
    ]  # fmt: skip
    _leg_klaar(dossier, berichten)
    zaken.bewaar(dossier.zaak)
    n = len(berichten)
    zaken.schrijf_tijdlijn(dossier.zaak, "saldo", Tekst(f"Opgave gevraagd aan {n} schuldeisers", f"Statement asked of {n} creditors"))  # fmt: skip
    return dossier.zaak


@action(SCHEME, "bericht afhandelen")
def handel_bericht_af(actor: Actor, zaak_id: UUID, invoer: Berichtafhandeling) -> Zaak:
    """Send a message again that was deleted, or that nobody fetches, under a new number; or note that it goes by letter."""
    dossier = open_dossier(actor, zaak_id, schrijft=("aanbod",), op_slot=True)
    rij = uit("bericht", [deel for deel in dossier.berichten if deel.uitgaand], invoer.bericht)
    keuze("hoe", invoer.hoe, AFHANDELINGEN)
    if rij.stand not in ("ligt_klaar", "gewist"):
        raise Geweigerd("bericht_afgehandeld", Tekst("Dit bericht is al opgehaald, beantwoord of afgehandeld.", "This message was fetched, answered or dealt with already."), status=409)  # fmt: skip
    rij.vervangen = huidige_operatie().nu
    rij.save(update_fields=["vervangen"])
    if invoer.hoe == "opnieuw":
        inhoud = Knooppuntinhoud.objects.met(dossier.toegang).get(bericht=rij.id).inhoud
        nieuw = Knooppuntbericht(
            organisatie_id=rij.organisatie_id,
            schuldeiser_id=rij.schuldeiser_id,
            zaak=dossier.zaak,
            uitgaand=True,
            soort=rij.soort,
            voorstel=rij.voorstel,
            gemaakt=huidige_operatie().nu,
            uiterlijk=rij.uiterlijk,
        )
        _leg_klaar(dossier, [(nieuw, inhoud)])
    dossier.vernieuw("berichten")
    werk_klok_bij(dossier.zaak)
    zaken.bewaar(dossier.zaak)
    naam, hoe = rij.schuldeiser.naam, AFHANDELINGEN[invoer.hoe]
    zaken.schrijf_tijdlijn(dossier.zaak, "bericht", Tekst(f"Bericht aan {naam}: {hoe.nl.lower()}", f"Message to {naam}: {hoe.en.lower()}"))  # fmt: skip
    return dossier.zaak


def maak_voorstelberichten(dossier: Dossier, rijen: Sequence[Voorstel], som: Rekensom) -> None:
    """A message with each offer to a creditor who gets messages; part of sending the proposal."""
    per_rang = {rang: [rij for rij in rijen if rij.rang == rang] for rang in ("preferent", "concurrent")}
    totalen = {
        rang: {
            "schuldeisers": len({rij.schuldeiser_id for rij in deel}),
            "schulden": Bedrag(sum(rij.vordering_centen for rij in deel)).draad(),
        }
        for rang, deel in per_rang.items()
    }
    berichten = []
    for rij in rijen:
        eiser = wie(rij.schuldeiser)
        if not eiser.knooppunt:
            continue
        eigen = [s.kenmerk for s in dossier.open_schulden if wie(s.schuldeiser).id == eiser.id and s.rang == rij.rang and s.kenmerk]  # fmt: skip
        inhoud = {
            "regeling": som.regeling,
            "vordering": {
                "kenmerken": eigen,
                "vorderingstype": rij.rang,
                "actueelVorderingsbedrag": Bedrag(rij.vordering_centen).draad(),
                "afkooppercentage": rij.percentage,
                "prognoseEindbedrag": Bedrag(rij.bedrag_centen).draad(),
            },
            "totalen": totalen,
        }
        berichten.append(_bericht(dossier, eiser, VOORSTEL, rij.uiterlijk, inhoud, rij.id))
    _leg_klaar(dossier, berichten)


def trek_berichten_in(zaak: Zaak) -> None:
    """Nothing of what was offered is sent any more, and nobody is warned about it."""
    rijen = Knooppuntbericht.objects.filter(
        zaak=zaak.id, uitgaand=True, soort=VOORSTEL, beantwoord__isnull=True
    )
    rijen.filter(vervangen__isnull=True).update(ingetrokken=huidige_operatie().nu)
    werk_klok_bij(zaak)


def beantwoord_bericht(zaak: Zaak, voorstel_id: UUID) -> None:
    """The creditor answered otherwise: nothing is expected of his message any more."""
    rijen = Knooppuntbericht.objects.filter(zaak=zaak, voorstel=voorstel_id, uitgaand=True)
    if rijen.filter(beantwoord__isnull=True, vervangen__isnull=True).update(beantwoord=huidige_operatie().nu):
        werk_klok_bij(zaak)


def _bericht(
    dossier: Dossier, eiser: Schuldeiser, soort: str, uiterlijk: date, inhoud: Mapping[str, Any], voorstel: UUID | None = None
) -> tuple[Knooppuntbericht, dict[str, Any]]:  # fmt: skip
    naw = Naw.objects.met(dossier.toegang).filter(persoon_id=dossier.persoon).first()
    wie_het_is = {
        "zaaknummer": dossier.zaak.nummer,
        "naam": naw.weergavenaam if naw else "",
        "geboortedatum": naw.geboortedatum.isoformat() if naw and naw.geboortedatum else None,
    }
    rij = Knooppuntbericht(
        id=nieuw_id(),
        organisatie_id=dossier.zaak.organisatie_id,
        schuldeiser=eiser,
        zaak=dossier.zaak,
        uitgaand=True,
        soort=soort,
        voorstel=voorstel,
        gemaakt=huidige_operatie().nu,
        uiterlijk=uiterlijk,
    )
    return rij, wie_het_is | dict(inhoud)


def _leg_klaar(dossier: Dossier, berichten: Sequence[tuple[Knooppuntbericht, dict[str, Any]]]) -> None:
    Knooppuntbericht.objects.bulk_create(rij for rij, _ in berichten)
    Knooppuntinhoud.objects.met(dossier.toegang).bulk_create(
        [Knooppuntinhoud(**dossier.vast(), bericht=rij.id, inhoud=inhoud) for rij, inhoud in berichten]
    )


def _einde(regel: str, vanaf: date) -> date:
    einde = bereken(SCHEME.termijn(regel), vanaf, standaardkalender(), []).einde
    assert not hasattr(einde, "hour")  # the rule is in working days
    return einde
