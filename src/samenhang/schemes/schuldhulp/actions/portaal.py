"""The creditor's portal: an account gets its own offers, answers them and sends a statement of claim.

What stands in the portal is a copy of what the letter to this creditor says; nothing of another creditor is in the
category that the permit of a creditor opens. His answer is written into the case by the system of the municipality.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.scheme import veld
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.schuldhulp.actions.antwoord import boek_antwoord
from samenhang.schemes.schuldhulp.actions.gedeeld import bedrag, ingevuld, keuze, weiger
from samenhang.schemes.schuldhulp.domain.lijsten import PORTAALANTWOORDEN, SCHULDEISERSOORTEN
from samenhang.schemes.schuldhulp.domain.opgavestuk import MEESTE, soort_van, veilige_naam
from samenhang.schemes.schuldhulp.dossier import Dossier
from samenhang.schemes.schuldhulp.models import (
    Aanbod,
    Opgavestuk,
    Portaalwijzer,
    Rekensom,
    Schuldeiser,
    Voorstel,
)
from samenhang.schemes.schuldhulp.portaal import aanbod_onbekend, open_aanbod
from samenhang.schemes.schuldhulp.scheme import SCHEME, WERKER
from samenhang.schemes.schuldhulp.schuldeisers import wie

TAAK = "opgave_wijkt_af"


@dataclass(frozen=True, slots=True)
class Portaalantwoord:
    """What the creditor answers; a reason with a refusal, an amount when the claim is another one."""

    antwoord: str = veld(
        "Wat is uw antwoord?", "What is your answer?", keuzes=tuple(PORTAALANTWOORDEN.items())
    )
    reden: str = veld("Waarom weigert u?", "Why do you refuse?", standaard="", regels=3, hoogstens=1000, uitleg=Tekst("Nodig als u weigert.", "Needed when you refuse."))  # fmt: skip
    bedrag: str = veld("Hoe hoog is uw vordering?", "What is your claim?", standaard="", hoogstens=20, uitleg=Tekst("Nodig als uw vordering een ander bedrag is.", "Needed when your claim is another amount."))  # fmt: skip


@action(SCHEME, "schuldeiser aansluiten")
def sluit_aan(actor: Actor, schuldeiser_id: UUID, kvk: str) -> Schuldeiser:
    """Give a creditor an account of an organisation that logs in here, by its KvK number; empty takes it away.

    Offers from now on stand in its portal; those of before do not. Raises `Geweigerd` for a creditor or number that is
    not known, or an organisation that is no creditor.
    """
    rol_vereist(actor, SCHEME.naam, WERKER)
    rij = Schuldeiser.objects.select_for_update().filter(id=schuldeiser_id, organisatie_id=actor.organisatie).first()  # fmt: skip
    if rij is None:
        raise Geweigerd("schuldeiser_onbekend", Tekst("Deze schuldeiser is er niet.", "This creditor is not here."), status=404)  # fmt: skip
    account = None
    if kvk.strip():
        account = Organisatie.objects.filter(
            kvk=kvk.strip(), soort__in=SCHULDEISERSOORTEN, actief=True
        ).first()
        if account is None:
            raise weiger("kvk", "account_onbekend", "Met dit KvK-nummer logt hier geen schuldeiser in. Vraag de beheerder de organisatie aan te maken.", "No creditor logs in here with this registration number. Ask the administrator to make the organisation.")  # fmt: skip
        if rij.knooppunt:
            raise weiger("kvk", "krijgt_berichten", "Deze schuldeiser krijgt berichten via het knooppunt. Zet dat eerst uit: hij antwoordt langs één weg.", "This creditor gets messages through the node. Switch that off first: he answers by one way.")  # fmt: skip
    huidige_operatie().verandert(
        account=[str(rij.account_id) if rij.account_id else "", str(account.id) if account else ""]
    )
    rij.account = account
    rij.save(update_fields=["account"])
    return rij


def zet_in_portaal(dossier: Dossier, rijen: Sequence[Voorstel], som: Rekensom) -> None:
    """Copy the offers to creditors with an account into their portal; part of sending the proposal."""
    aanboden = []
    naw = Naw.objects.met(dossier.toegang).filter(persoon_id=dossier.persoon).first()
    for rij in rijen:
        account = wie(rij.schuldeiser).account_id
        if account is None:
            continue
        kenmerken = [s.kenmerk for s in dossier.open_schulden if wie(s.schuldeiser).id == wie(rij.schuldeiser).id and s.rang == rij.rang and s.kenmerk]  # fmt: skip
        aanboden.append(
            Aanbod(
                **dossier.vast(),
                account_id=account,
                voorstel=rij.id,
                zaaknummer=dossier.zaak.nummer,
                naam=naw.weergavenaam if naw else "",
                kenmerk=", ".join(kenmerken)[:200],
                rang=rij.rang,
                regeling=som.regeling,
                vordering_centen=rij.vordering_centen,
                bedrag_centen=rij.bedrag_centen,
                percentage=rij.percentage,
                verstuurd_op=rij.verstuurd_op,
                uiterlijk=rij.uiterlijk,
            )
        )
    Aanbod.objects.met(dossier.toegang).bulk_create(aanboden)
    Portaalwijzer.objects.bulk_create(
        Portaalwijzer(id=deel.id, account_id=deel.account_id, gemeente_id=dossier.zaak.organisatie_id, zaak=dossier.zaak, persoon=dossier.persoon)
        for deel in aanboden
    )  # fmt: skip


@action(SCHEME, "voorstel beantwoorden")
def beantwoord(actor: Actor, aanbod_id: UUID, invoer: Portaalantwoord) -> Aanbod:
    """The creditor accepts, refuses with a reason, or says that his claim is another amount.

    Accepting and refusing are final and stand in the case at once; another amount is a task for who treats it. A second
    answer, an offer that was taken back and one of another creditor are refused.
    """
    deel = open_aanbod(actor, aanbod_id, schrijft=True)
    antwoord = keuze("antwoord", invoer.antwoord, PORTAALANTWOORDEN)
    reden = ingevuld("reden", invoer.reden, 1000) if antwoord == "geweigerd" else ""
    opgave = bedrag("bedrag", invoer.bedrag) if antwoord == "bedrag_wijkt_af" else None
    rij, zaak = deel.aanbod, deel.zaak
    if rij.vervallen or zaak.stap != "voorstel":
        raise Geweigerd("aanbod_vervallen", Tekst("Dit voorstel geldt niet meer. U hoeft niets te doen.", "This proposal no longer holds. You need not do anything."), status=409)  # fmt: skip
    if rij.antwoord in ("akkoord", "geweigerd"):
        raise Geweigerd("al_beantwoord", Tekst("U hebt al geantwoord. Neem contact op met de gemeente als dat anders moet.", "You answered already. Contact the municipality when that must change."), status=409)  # fmt: skip
    if opgave is not None and opgave == rij.vordering:
        raise weiger("bedrag", "zelfde_bedrag", "Dit is het bedrag dat er al staat. Kies akkoord of weigeren.", "This is the amount that stands there already. Accept or refuse.")  # fmt: skip
    vandaag = zaken.vandaag()
    Aanbod.objects.met(deel.toegang).filter(id=rij.id).update(
        antwoord=antwoord, antwoord_op=vandaag, reden=reden, opgave_centen=opgave.centen if opgave else None
    )
    gemeente = Organisatie.objects.get(id=zaak.organisatie_id)
    naam = Organisatie.objects.get(id=actor.organisatie).naam
    if opgave is None:
        in_zaak = toegang_tot(systeem(gemeente), zaak, leest=("schulden",), schrijft=("schulden",), doel="antwoorden")  # fmt: skip
        gedaan = Voorstel.objects.met(in_zaak).select_related("schuldeiser__samen_met").get(id=rij.voorstel, zaak=zaak, vervallen=False)  # fmt: skip
        boek_antwoord(
            in_zaak, zaak, gedaan, antwoord=antwoord, op=vandaag, via="portaal", door=naam, toelichting=reden, naam=naam
        )  # fmt: skip
    else:
        zaken.maak_taak(
            zaak,
            TAAK,
            Tekst(f"{naam} noemt een ander bedrag: {opgave.scherm()}", f"{naam} states another amount: {opgave.scherm()}"),
            rij.uiterlijk,
            zaak.behandelaar,
        )  # fmt: skip
        zaken.bewaar(zaak)
        tekst = PORTAALANTWOORDEN[antwoord]
        zaken.schrijf_tijdlijn(
            zaak, "antwoord", Tekst(f"{naam}: {tekst.nl.lower()}", f"{naam}: {tekst.en.lower()}")
        )
    rij.antwoord, rij.antwoord_op, rij.reden = antwoord, vandaag, reden
    rij.opgave_centen = opgave.centen if opgave else None
    return rij


@action(SCHEME, "opgave insturen")
def stuur_opgave(actor: Actor, aanbod_id: UUID, naam: str, inhoud: bytes) -> Opgavestuk:
    """Keep a statement of claim with an offer: a PDF, PNG or JPEG that can do nothing, of 2 MB at most, five in all.

    The same file again changes nothing and is refused. Raises `Geweigerd` as `soort_van`.
    """
    deel = open_aanbod(actor, aanbod_id, schrijft=True)
    soort = soort_van(inhoud)
    if deel.aanbod.vervallen or deel.zaak.stap != "voorstel":
        raise Geweigerd("aanbod_vervallen", Tekst("Dit voorstel geldt niet meer. U hoeft niets te doen.", "This proposal no longer holds. You need not do anything."), status=409)  # fmt: skip
    er_zijn = list(
        Opgavestuk.objects.met(deel.toegang).filter(aanbod=deel.aanbod.id).values_list("som", flat=True)
    )
    som = hashlib.sha256(inhoud).hexdigest()
    if som in er_zijn:
        raise Geweigerd("stuk_bekend", Tekst("Dit bestand hebt u al gestuurd.", "You sent this file already."), status=409)  # fmt: skip
    if len(er_zijn) >= MEESTE:
        raise Geweigerd("te_veel_stukken", Tekst(f"Bij een voorstel horen hoogstens {MEESTE} bestanden. Voeg ze samen.", f"With a proposal go {MEESTE} files at most. Merge them."), status=409)  # fmt: skip
    operatie = huidige_operatie()
    stuk: Opgavestuk = Opgavestuk.objects.met(deel.toegang).create(
        organisatie_id=deel.zaak.organisatie_id,
        persoon_id=deel.aanbod.persoon_id,
        zaak=deel.zaak,
        moment=operatie.nu,
        door=actor.naam,
        aanbod=deel.aanbod.id,
        bestandsnaam=veilige_naam(naam, soort),
        soort=soort,
        grootte=len(inhoud),
        som=som,
        inhoud=b64encode(inhoud).decode(),
    )
    zaken.bewaar(deel.zaak)
    wie_ = Organisatie.objects.get(id=actor.organisatie).naam
    zaken.schrijf_tijdlijn(
        deel.zaak, "opgave", Tekst(f"{wie_} stuurde een opgave", f"{wie_} sent a statement")
    )
    return stuk


__all__ = ["Portaalantwoord", "aanbod_onbekend", "beantwoord", "sluit_aan", "stuur_opgave", "zet_in_portaal"]
