"""A guaranteed credit that went wrong: a claim on the fund, and what the fund said about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.normen import norm
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.gedeeld import keuze, niet_in_toekomst, weiger
from samenhang.schemes.schuldhulp.domain import antwoord
from samenhang.schemes.schuldhulp.domain.lening import claimdelen
from samenhang.schemes.schuldhulp.domain.lijsten import CLAIMREDENEN, CLAIMUITKOMSTEN
from samenhang.schemes.schuldhulp.domain.waarborg import Stand
from samenhang.schemes.schuldhulp.dossier import open_dossier
from samenhang.schemes.schuldhulp.models import Borg
from samenhang.schemes.schuldhulp.scheme import SCHEME

CRITERIUM = "waarborg.claim_maanden_achterstand"
TAAK = "claim_volgen"


@dataclass(frozen=True, slots=True)
class Borgclaim:
    """Why the credit cannot be collected, and what was done about it; the fund asks both."""

    reden: str = veld("Waarom is het krediet oninbaar?", "Why can the credit not be collected?", keuzes=tuple(CLAIMREDENEN.items()))  # fmt: skip
    aanmaning_op: date = veld("Aangemaand op", "Reminded on")
    ingebreke_op: date = veld("In gebreke gesteld op", "Given notice of default on")
    opgeeist_op: date = veld("Hele krediet opgeëist op", "Whole credit claimed on")


@dataclass(frozen=True, slots=True)
class Claimuitkomst:
    """What the fund said about the claim."""

    uitkomst: str = veld("Wat zei het Waarborgfonds?", "What did the guarantee fund say?", keuzes=tuple(CLAIMUITKOMSTEN.items()))  # fmt: skip
    op: date = veld("Op welke dag?", "On which day?", vandaag=True)


@action(SCHEME, "borg claimen")
def claim_borg(actor: Actor, zaak_id: UUID, invoer: Borgclaim) -> Zaak:
    """Claim what is open of a guaranteed credit: possible once it is as late as the fund asks, and was claimed in full.

    The amount is computed from the credit by the fund's own formula, and kept with its trace.
    """
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    keuze("reden", invoer.reden, CLAIMREDENEN)
    niet_in_toekomst("opgeeist_op", invoer.opgeeist_op)
    borg, krediet, stand = dossier.borg, dossier.krediet, dossier.leenstand
    if borg is None or krediet is None or stand is None or dossier.zaak.stap != "krediet_achterstand":
        raise Geweigerd("geen_achterstand", Tekst("Er is geen krediet met achterstand.", "There is no credit in arrears."), status=409)  # fmt: skip
    if not krediet.ingang < invoer.aanmaning_op <= invoer.ingebreke_op <= invoer.opgeeist_op:
        raise weiger(
            "opgeeist_op", "volgorde_onjuist", "Eerst aanmanen, dan in gebreke stellen, dan opeisen, alle na het begin van het krediet.",
            "First remind, then give notice of default, then claim in full, all after the begin of the credit.",
        )  # fmt: skip
    vandaag = zaken.vandaag()
    nodig = norm(CRITERIUM, vandaag)
    if stand.maanden_achter < int(nodig.waarde):
        raise Geweigerd(
            "claim_te_vroeg",
            Tekst(f"De oudste termijn is {stand.maanden_achter} maanden te laat; het fonds vraagt er {nodig.waarde} ({nodig.status}).", f"The oldest instalment is {stand.maanden_achter} months late; the fund asks {nodig.waarde} ({nodig.status})."),
            status=409,
        )  # fmt: skip
    delen = claimdelen(stand)
    vraag = {
        "netto_kredietsom": Bedrag(krediet.netto_centen).draad(),
        "afgeloste_hoofdsom": delen.afgeloste_hoofdsom.draad(),
        "verschuldigde_kredietvergoeding": delen.verschuldigde_kredietvergoeding.draad(),
        "vervroegde_aflossing": delen.vervroegde_aflossing.draad(),
        "lopende_rente": delen.lopende_rente.draad(),
        "stand": borg.stand,
    }
    uit = antwoord.bereken("claim", vraag)
    Borg.objects.met(dossier.toegang).filter(id=borg.id).update(
        stand=Stand.BEOORDEEL_UITBETALING,
        claim={
            "document": vraag,
            "antwoord": uit,
            "reden": invoer.reden,
            "aanmaning_op": invoer.aanmaning_op.isoformat(),
            "ingebreke_op": invoer.ingebreke_op.isoformat(),
            "opgeeist_op": invoer.opgeeist_op.isoformat(),
            "criterium": {"maanden": nodig.waarde, "bron": nodig.bron, "status": nodig.status},
        },
        claim_centen=Bedrag.lees(uit["claim"]).centen,
        claim_op=vandaag,
    )
    zaken.bewaar(dossier.zaak)
    som = Bedrag.lees(uit["claim"]).scherm()
    zaken.schrijf_tijdlijn(dossier.zaak, "claim", Tekst(f"{som} geclaimd bij het Waarborgfonds", f"{som} claimed from the guarantee fund"))  # fmt: skip
    vraag_claim_na(dossier.zaak)
    return dossier.zaak


def vraag_claim_na(zaak: Zaak) -> None:
    """The task to hear what became of the claim."""
    zaken.maak_taak(zaak, TAAK, Tekst("Vraag het Waarborgfonds naar de claim", "Ask the guarantee fund about the claim"), None, zaak.behandelaar)  # fmt: skip


@action(SCHEME, "claim vastleggen")
def leg_claim_vast(actor: Actor, zaak_id: UUID, invoer: Claimuitkomst) -> Zaak:
    """Record what the fund said: paid, or refused, and then the guarantee stands as it did."""
    dossier = open_dossier(actor, zaak_id, schrijft=("schulden",), op_slot=True)
    keuze("uitkomst", invoer.uitkomst, CLAIMUITKOMSTEN)
    niet_in_toekomst("op", invoer.op)
    borg = dossier.borg
    if borg is None or borg.stand != Stand.BEOORDEEL_UITBETALING or borg.claim_op is None:
        raise Geweigerd("geen_claim", Tekst("Er loopt geen claim.", "No claim runs."), status=409)
    if invoer.op < borg.claim_op:
        raise weiger("op", "datum_te_vroeg", "Deze dag ligt vóór de claim. Controleer de dag.", "This day is before the claim. Check the day.")  # fmt: skip
    betaald = invoer.uitkomst == Stand.UITBETAALD
    Borg.objects.met(dossier.toegang).filter(id=borg.id).update(
        stand=Stand.UITBETAALD if betaald else Stand.AFGEGEVEN, uitbetaald_op=invoer.op if betaald else None
    )
    zaken.rond_taken_af(dossier.zaak, [TAAK])
    zaken.bewaar(dossier.zaak)
    zaken.schrijf_tijdlijn(dossier.zaak, "claim", CLAIMUITKOMSTEN[invoer.uitkomst])
    return dossier.zaak
