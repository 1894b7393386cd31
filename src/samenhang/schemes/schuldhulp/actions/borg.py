"""The credit is asked of the credit bank, and the guarantee of the fund; then what the fund said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.scheme import Niets, veld
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.verstrekkingen.actions import bevestig_ontvangst, draag_over
from samenhang.kernel.verstrekkingen.models import Aard, UitgaandeOverdracht
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from samenhang.schemes.schuldhulp.actions.gedeeld import ingevuld, keuze, niet_in_toekomst, weiger
from samenhang.schemes.schuldhulp.domain import antwoord
from samenhang.schemes.schuldhulp.domain.kredietaanvraag import DOEL, Kredietaanvraag
from samenhang.schemes.schuldhulp.domain.lijsten import BORGUITKOMSTEN
from samenhang.schemes.schuldhulp.domain.waarborg import Beslissing, Stand
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Borg
from samenhang.schemes.schuldhulp.scheme import SCHEME
from samenhang.schemes.schuldhulp.schuldeisers import wie

TAAK = "borg_volgen"


@dataclass(frozen=True, slots=True)
class Borguitkomst:
    """What the fund said, when, and what the credit bank wrote about it."""

    uitkomst: str = veld("Wat zei het Waarborgfonds?", "What did the guarantee fund say?", keuzes=tuple(BORGUITKOMSTEN.items()))  # fmt: skip
    op: date = veld("Op welke dag?", "On which day?", vandaag=True)
    bevestigd_door: str = veld(
        "Wie bij de kredietbank bevestigde dit?", "Who at the credit bank confirmed this?", hoogstens=200,
        uitleg=Tekst("Dit is ook de ontvangst van uw aanvraag.", "This is also the receipt of your application."),
    )  # fmt: skip
    toelichting: str = veld("Toelichting", "Explanation", standaard="", hoogstens=300)


@action(SCHEME, "borg aanvragen")
def vraag_borg(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Ask the credit bank for the credit that all creditors agreed to, and through it the fund for a guarantee.

    The application is a disclosure to another organisation: it goes once, after a decision of its own, and holds the
    figures of the calculation on which the proposal rested. Whether the fund accepts by itself or a person looks first
    is computed and kept with its trace. Raises `NietToegestaan` when nothing may go to the credit bank.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    dossier.zet_stap("borg_vragen")
    document, krediet = kredietdeel(dossier)
    vandaag = zaken.vandaag()
    vraag = {
        "kredietsom": krediet["bruto_kredietsom"],
        "looptijd_maanden": document["looptijd_maanden"],
        "datum": vandaag.isoformat(),
        "eerder_aangevraagd": any(rij.te_factureren_centen for rij in dossier.borgen),
    }
    uit = antwoord.bereken("waarborg", vraag)
    vanzelf = uit["beslissing"] == Beslissing.GEACCEPTEERD
    Borg.objects.met(dossier.toegang).create(
        **dossier.vast(),
        stand=Stand.AANGEVRAAGD if vanzelf else Stand.BEOORDEEL_AANVRAAG,
        kredietsom_centen=Bedrag.lees(krediet["bruto_kredietsom"]).centen,
        premie_centen=Bedrag.lees(uit["premie"]).centen,
        te_factureren_centen=Bedrag.lees(uit["te_factureren"]).centen,
        berekening={"document": vraag, "antwoord": uit},
        aangevraagd_op=vandaag,
    )
    if not dossier.borgen:
        _stuur(dossier, document, krediet)
    vraag_borg_na(dossier.zaak)
    return dossier.zaak


def vraag_borg_na(zaak: Zaak) -> None:
    """The task to hear what became of the application."""
    zaken.maak_taak(
        zaak, TAAK, Tekst("Vraag de kredietbank naar de borg", "Ask the credit bank about the guarantee"),
        None, zaak.behandelaar,
    )  # fmt: skip


@action(SCHEME, "borg vastleggen")
def leg_borg_vast(actor: Actor, zaak_id: UUID, invoer: Borguitkomst) -> Zaak:
    """Record what the fund said. A guarantee that is given lets the credit begin; one that is refused goes back a step.

    Only a guarantee that is given costs a premium; what was computed at the application stays beside what holds now.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    keuze("uitkomst", invoer.uitkomst, BORGUITKOMSTEN)
    niet_in_toekomst("op", invoer.op)
    door = ingevuld("bevestigd_door", invoer.bevestigd_door)
    borg = dossier.borg
    if dossier.zaak.stap != "borg_aangevraagd" or borg is None or borg.besloten_op is not None:
        raise Geweigerd("geen_aanvraag", Tekst("Er loopt geen aanvraag voor borg.", "No application for a guarantee runs."), status=409)  # fmt: skip
    if invoer.op < borg.aangevraagd_op:
        raise weiger("op", "datum_te_vroeg", "Deze dag ligt vóór de aanvraag. Controleer de dag.", "This day is before the application. Check the day.")  # fmt: skip
    borg.stand, borg.besloten_op, borg.toelichting = (
        invoer.uitkomst,
        invoer.op,
        invoer.toelichting.strip()[:300],
    )
    Borg.objects.met(dossier.toegang).filter(id=borg.id).update(
        stand=borg.stand, besloten_op=borg.besloten_op, toelichting=borg.toelichting, **_premie_na(borg)
    )
    for overdracht in kredietaanvragen(dossier.zaak):
        if overdracht.ontvangen is None:
            bevestig_ontvangst(overdracht, f"{door}, kredietbank", invoer.op)
    zaken.rond_taken_af(dossier.zaak, [TAAK])
    tekst = BORGUITKOMSTEN[invoer.uitkomst]
    if invoer.uitkomst == Stand.AFGEWEZEN:
        dossier.zet_stap("borg_missen", borg.toelichting)
    else:
        zaken.bewaar(dossier.zaak)
        zaken.schrijf_tijdlijn(dossier.zaak, "borg", tekst, borg.toelichting)
    return dossier.zaak


def _premie_na(borg: Borg) -> dict[str, Any]:
    """What of the premium is to be invoiced after the word of the fund, with its calculation."""
    if borg.stand != Stand.AFGEGEVEN:
        return {"te_factureren_centen": 0}
    vooraf = borg.berekening
    if vooraf["antwoord"]["beslissing"] != Beslissing.BEOORDELEN:
        return {}
    vraag = {**vooraf["document"], "goedgekeurd": True}
    uit = antwoord.bereken("waarborg", vraag)
    return {
        "te_factureren_centen": Bedrag.lees(uit["te_factureren"]).centen,
        "berekening": {"document": vraag, "antwoord": uit, "vooraf": vooraf},
    }


def kredietdeel(dossier: Dossier) -> tuple[dict[str, Any], dict[str, Any]]:
    """The credit of the calculation on which the proposal rested: the document that was asked, and the answer."""
    som = dossier.voorstelsom
    deel = next((rij for rij in som.delen if rij["naam"] == "krediet"), None) if som else None
    if deel is None:
        raise Geweigerd("geen_krediet", Tekst("De berekening van het voorstel kent geen krediet.", "The calculation of the proposal has no credit."), status=409)  # fmt: skip
    return deel["document"], deel["antwoord"]


def kredietaanvragen(zaak: Zaak) -> list[UitgaandeOverdracht]:
    """What went to the credit bank in this case; nothing of its content."""
    return list(UitgaandeOverdracht.objects.filter(zaak=zaak, soort=DOEL, aard=Aard.NIEUW).order_by("gemaakt", "id"))  # fmt: skip


def _stuur(dossier: Dossier, document: dict[str, Any], krediet: dict[str, Any]) -> None:
    zaak = dossier.zaak
    toegang: Toegang = toegang_tot(
        dossier.actor, zaak, leest=("naw", "contact", "schulden", "rekensom"), schrijft=("naw",), doel=DOEL
    )
    naw = Naw.objects.met(toegang).get()
    contact = Contactgegeven.objects.met(toegang).first()
    inhoud = Kredietaanvraag(
        zaaknummer=zaak.nummer,
        naam=naw.weergavenaam,
        geboortedatum=naw.geboortedatum,
        adres=naw.adresregel,
        telefoon=contact.telefoon if contact else "",
        email=contact.email if contact else "",
        netto_kredietsom=krediet["netto_kredietsom"],
        bruto_kredietsom=krediet["bruto_kredietsom"],
        maandtermijn=document["maandtermijn"],
        looptijd_maanden=int(document["looptijd_maanden"]),
        effectief_jaarpercentage=str(document["effectief_jaarpercentage"]),
        uitbetalingen=tuple(
            (wie(rij.schuldeiser).naam, Bedrag(rij.bedrag_centen).draad()) for rij in dossier.voorstellen
        ),
    )
    draag_over(zaak, DOEL, dossier.persoon, inhoud, toegang)
