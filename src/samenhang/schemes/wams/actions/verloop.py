"""Evaluating, adjusting, scaling down, closing, stopping; and extending a term."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Niets, Reden, veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.wams.actions.gedeeld import keuze, noemt_geen_ander, zin
from samenhang.schemes.wams.actions.gezin import vast
from samenhang.schemes.wams.domain.planzinnen import OORDELEN
from samenhang.schemes.wams.dossier import HULPVRAGER, Dossier, open_dossier
from samenhang.schemes.wams.models import Doel, Evaluatie
from samenhang.schemes.wams.scheme import SCHEME

VERLENGBAAR = {
    regel.naam: regel.titel for regel in SCHEME.termijnen if regel.verlenging and regel.naam != "bezwaar"
}


@dataclass(frozen=True, slots=True)
class Evaluatieinvoer:
    """How it goes with the goals, as it was said together."""

    oordeel: str = veld(
        "Hoe staat het met de doelen?", "How are the goals doing?", keuzes=tuple(OORDELEN.items())
    )
    tekst: str = veld("Wat gaat goed en wat nog niet?", "What goes well and what does not yet?", regels=4, hoogstens=1000)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verlenging:
    """Which term, and why it is extended."""

    termijn: str = veld("Welke termijn?", "Which term?", keuzes=tuple(VERLENGBAAR.items()))
    reden: str = veld("Reden", "Reason")


@action(SCHEME, "plan evalueren")
def evalueer(actor: Actor, zaak_id: UUID, invoer: Evaluatieinvoer) -> Zaak:
    """Record how it goes; the term for it is met."""
    dossier = open_dossier(actor, zaak_id, schrijft=("afspraken",), op_slot=True)
    zaak = dossier.zaak
    keuze("oordeel", invoer.oordeel, OORDELEN)
    tekst = noemt_geen_ander("tekst", zin("tekst", invoer.tekst), dossier.hulpvrager, dossier.niet_mee)
    over = [persoon for persoon, rol in dossier.rollen.items() if rol == HULPVRAGER]
    Evaluatie.objects.met(dossier.toegang).bulk_create(
        [Evaluatie(**vast(dossier, p), tekst=tekst) for p in over]
    )
    Doel.objects.met(dossier.toegang).filter(zaak=zaak).update(oordeel=invoer.oordeel)
    zaken.rond_termijn_af(zaak, "evaluatie", opslaan=False)
    zaken.zet_stap(actor, zaak, "evalueren", replace(dossier.feiten(), evaluatie=True))
    return zaak


@action(SCHEME, "plan bijstellen")
def stel_bij(actor: Actor, zaak_id: UUID, invoer: Reden) -> Zaak:
    """Back to the plan: goals and agreements are added and read along again."""
    return _verder(open_dossier(actor, zaak_id, op_slot=True), "bijstellen", invoer.reden)


@action(SCHEME, "aanpak afschalen")
def schaal_af(actor: Actor, zaak_id: UUID, invoer: Reden) -> Zaak:
    """The joint approach is no longer needed: parties go on by themselves."""
    return _verder(open_dossier(actor, zaak_id, op_slot=True), "afschalen", invoer.reden)


@action(SCHEME, "aanpak afsluiten")
def sluit_af(actor: Actor, zaak_id: UUID, invoer: Niets) -> Zaak:
    """Close the case: from now on it is shielded for everybody but the resident."""
    return _verder(open_dossier(actor, zaak_id, op_slot=True), "afsluiten", "afgeschaald")


@action(SCHEME, "aanpak stoppen")
def stop(actor: Actor, zaak_id: UUID, invoer: Reden) -> Zaak:
    """Stop before the end, because the resident no longer wants it or it makes no sense: closed and shielded."""
    return _verder(open_dossier(actor, zaak_id, op_slot=True), "stoppen", invoer.reden)


def _verder(dossier: Dossier, overgang: str, reden: str) -> Zaak:
    zaken.zet_stap(dossier.actor, dossier.zaak, overgang, dossier.feiten(), zaken.reden_verplicht(reden))
    return dossier.zaak


@action(SCHEME, "termijn verlengen")
def verleng(actor: Actor, zaak_id: UUID, invoer: Verlenging) -> Zaak:
    """Use the one extension of a term, with a reason."""
    dossier = open_dossier(actor, zaak_id, op_slot=True)
    keuze("termijn", invoer.termijn, VERLENGBAAR)
    zaken.verleng(dossier.zaak, invoer.termijn, invoer.reden)
    return dossier.zaak
