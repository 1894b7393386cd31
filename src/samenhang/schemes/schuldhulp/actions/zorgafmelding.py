"""Out of the defaulter scheme of health insurance: only the insurer can deregister someone, so ask him and keep track."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.normen import NormOntbreekt, norm
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.actions.gedeeld import ingevuld, keuze, niet_in_toekomst, weiger
from samenhang.schemes.schuldhulp.domain.lijsten import AFMELDUITKOMSTEN
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Zorgafmelding
from samenhang.schemes.schuldhulp.scheme import SCHEME

TAAK = "zorgafmelding"
DAGEN, PREMIE = "zorgafmelding.dagen", "zorgafmelding.premie_per_maand"


@dataclass(frozen=True, slots=True)
class Afmelduitkomst:
    """What became of it, on which day, and what the insurer said."""

    uitkomst: str = veld(
        "Wat is de uitkomst?", "What is the outcome?", keuzes=tuple(AFMELDUITKOMSTEN.items())
    )
    op: date = veld("Op welke dag?", "On which day?", vandaag=True)
    toelichting: str = veld("Toelichting", "Explanation", standaard="", hoogstens=300, uitleg=Tekst("Verplicht als de verzekeraar weigert.", "Required when the insurer refuses."))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Afmeldingsfout:
    """Why what was recorded of the insurer is wrong."""

    reden: str = veld("Wat ging er mis?", "What went wrong?", hoogstens=300)


def vraag_afmelding(dossier: Dossier) -> Zorgafmelding:
    """Note that the insurer must be asked, by when, and what the resident pays a month until it is done.

    The amount is that of the norm of today, with its source and status; without one it is not known, and never guessed.
    """
    vandaag = zaken.vandaag()
    uiterlijk = vandaag + timedelta(days=int(norm(DAGEN, vandaag).waarde))
    try:
        premie = norm(PREMIE, vandaag)
        centen, bron = premie.bedrag().centen, {"norm": PREMIE, "vanaf": premie.vanaf.isoformat(), "bron": premie.bron, "status": premie.status}  # fmt: skip
    except NormOntbreekt:
        centen, bron = None, {"norm": PREMIE, "status": "norm_ontbreekt"}
    rij: Zorgafmelding = Zorgafmelding.objects.met(dossier.toegang).create(
        **dossier.vast(), gevraagd_op=vandaag, uiterlijk=uiterlijk, premie_centen=centen, premie_bron=bron
    )
    _vraag_na(dossier, rij)
    return rij


def _vraag_na(dossier: Dossier, rij: Zorgafmelding) -> None:
    """The task to ask the insurer, with what it saves a month."""
    premie = rij.premie
    scheelt = "" if premie is None else f": {premie.scherm()} per maand"
    less = "" if premie is None else f": {premie.scherm()} a month"
    zaken.maak_taak(
        dossier.zaak,
        TAAK,
        Tekst(
            f"Vraag de zorgverzekeraar de inwoner af te melden bij het CAK{scheelt}",
            f"Ask the health insurer to deregister the resident at the CAK{less}",
        ),
        rij.uiterlijk,
        dossier.zaak.behandelaar,
    )


@action(SCHEME, "afmelding zorgverzekeraar vastleggen")
def leg_afmelding_vast(actor: Actor, zaak_id: UUID, invoer: Afmelduitkomst) -> Zaak:
    """Record whether the insurer deregistered the resident; the task is done, and a refusal says why."""
    dossier = open_dossier(actor, zaak_id, schrijft=("hulpvraag",), op_slot=True)
    rij = dossier.zorgafmelding
    if rij is None or rij.uitkomst:
        raise Geweigerd("geen_zorgafmelding", Tekst("Er is geen afmelding bij de zorgverzekeraar die nog openstaat.", "There is no deregistration at the health insurer that is still open."), status=409)  # fmt: skip
    uitkomst = keuze("uitkomst", invoer.uitkomst, AFMELDUITKOMSTEN)
    niet_in_toekomst("op", invoer.op)
    if invoer.op < rij.gevraagd_op:
        raise weiger("op", "datum_te_vroeg", "Deze dag ligt vóór het begin van de stabilisatie. Controleer de dag.", "This day is before the stabilisation began. Check the day.")  # fmt: skip
    waarom = ingevuld("toelichting", invoer.toelichting, 300) if uitkomst == "geweigerd" else invoer.toelichting.strip()[:300]  # fmt: skip
    Zorgafmelding.objects.met(dossier.toegang).filter(id=rij.id).update(
        uitkomst=uitkomst, uitkomst_op=invoer.op, toelichting=waarom
    )
    zaken.rond_taken_af(dossier.zaak, [TAAK])
    zaken.bewaar(dossier.zaak)
    tekst = AFMELDUITKOMSTEN[uitkomst]
    zaken.schrijf_tijdlijn(dossier.zaak, "zorgafmelding", Tekst(f"Zorgverzekeraar: {tekst.nl.lower()}", f"Health insurer: {tekst.en.lower()}"))  # fmt: skip
    return dossier.zaak


@action(SCHEME, "afmelding zorgverzekeraar terugnemen")
def neem_afmelding_terug(actor: Actor, zaak_id: UUID, invoer: Afmeldingsfout) -> Zaak:
    """What was recorded of the insurer is wrong: he is asked again, by the same last day. The wrong row is kept."""
    dossier = open_dossier(actor, zaak_id, schrijft=("hulpvraag",), op_slot=True)
    reden = zaken.reden_verplicht(invoer.reden)
    rij = dossier.zorgafmelding
    if rij is None or not rij.uitkomst:
        raise Geweigerd("geen_uitkomst", Tekst("Er is nog niets van de zorgverzekeraar vastgelegd.", "Nothing of the health insurer was recorded yet."), status=409)  # fmt: skip
    opnieuw: Zorgafmelding = Zorgafmelding.objects.met(dossier.toegang).create(
        **dossier.vast(),
        gevraagd_op=rij.gevraagd_op,
        uiterlijk=rij.uiterlijk,
        premie_centen=rij.premie_centen,
        premie_bron=rij.premie_bron,
    )
    _vraag_na(dossier, opnieuw)
    zaken.bewaar(dossier.zaak)
    was = AFMELDUITKOMSTEN[rij.uitkomst]
    zaken.schrijf_tijdlijn(dossier.zaak, "zorgafmelding", Tekst(f"Was een vergissing: {was.nl.lower()}", f"Was a mistake: {was.en.lower()}"), reden)  # fmt: skip
    return dossier.zaak
