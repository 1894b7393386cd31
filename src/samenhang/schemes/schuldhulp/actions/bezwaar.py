"""An objection to a decision: received, completed, and by when it is decided (Awb 6:5 to 6:9 and 7:10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import veld
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp import bezwaartijd
from samenhang.schemes.schuldhulp.actions.gedeeld import keuze, niet_in_toekomst, weiger, zin
from samenhang.schemes.schuldhulp.bezwaarbrieven import ONTVANGST, verstuur
from samenhang.schemes.schuldhulp.bezwaartijd import (
    WELK,
    Adviesvraag,
    Herstelvraag,
    Mededeling,
    Uitstelinvoer,
    Verdaging,
    vraag_aanvulling,
    vraag_advies,
)
from samenhang.schemes.schuldhulp.bezwaarzaak import Bezwaarzaak, open_bezwaren
from samenhang.schemes.schuldhulp.domain.bezwaar import (
    AANVULLEN,
    UITSTEL,
    VIA,
    hersteld,
    loop_van,
    regel_van,
    uiterlijk,
)
from samenhang.schemes.schuldhulp.models import Bezwaarschrift
from samenhang.schemes.schuldhulp.scheme import SCHEME

HOOR = "bezwaar_horen"
"""Task: invite for the hearing."""


@dataclass(frozen=True, slots=True)
class Indiening:
    """An objection that came in. The grounds may follow: then a term is given to add them (Awb 6:6)."""

    besluit: UUID = veld("Tegen welk besluit?", "Against which decision?", bron="besluiten")
    ontvangen_op: date = veld("Ontvangen op", "Received on", vandaag=True)
    via: str = veld("Hoe kwam het binnen?", "How did it come in?", keuzes=tuple((naam, tekst) for naam, tekst in VIA.items() if naam != "pagina"))  # fmt: skip
    verzonden_op: date | None = veld("Op de post gedaan op", "Posted on", standaard=None, uitleg=Tekst("Alleen bij een brief: vóór het einde gepost en binnen een week ontvangen is op tijd (Awb 6:9).", "With a letter only: posted before the end and received within a week is in time (Awb 6:9)."))  # fmt: skip
    gronden: str = veld("Waarom is de inwoner het niet eens?", "Why does the resident disagree?", standaard="", regels=5, hoogstens=4000)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EigenBezwaar:
    """What the resident fills in on his own page."""

    besluit: UUID
    gronden: str


@dataclass(frozen=True, slots=True)
class Herstel:
    """That what was missing came in."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")
    op: date = veld("Ontvangen op", "Received on", vandaag=True)
    gronden: str = veld("Waarom is de inwoner het niet eens?", "Why does the resident disagree?", standaard="", regels=5, hoogstens=4000, uitleg=Tekst("Alleen als dit ontbrak, of als hij er iets aan toevoegt.", "Only when this was missing, or when he adds to it."))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bezwaarkeuze:
    """Which objection."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")


@action(SCHEME, "bezwaarschrift ontvangen")
def ontvang(actor: Actor, zaak_id: UUID, invoer: Indiening) -> Zaak:
    """Record an objection that came in on paper; the term for deciding runs, and who objected gets a confirmation (Awb 6:14)."""
    zaak = open_bezwaren(actor, zaak_id)
    keuze("via", invoer.via, VIA)
    niet_in_toekomst("ontvangen_op", invoer.ontvangen_op)
    if invoer.verzonden_op is not None and invoer.verzonden_op > invoer.ontvangen_op:
        raise weiger("verzonden_op", "datum_te_laat", "De brief is niet na ontvangst gepost. Controleer de dag.", "The letter was not posted after it was received. Check the day.")  # fmt: skip
    _leg_vast(zaak, invoer.besluit, invoer.via, invoer.ontvangen_op, invoer.verzonden_op, invoer.gronden.strip())  # fmt: skip
    return zaak.zaak


@action(SCHEME, "bezwaar indienen")
def dien_in(actor: Actor, zaak_id: UUID, invoer: EigenBezwaar) -> Zaak:
    """The resident objects on his own page, with his reasons."""
    zaak = open_bezwaren(actor, zaak_id, zelf=True)
    _leg_vast(zaak, invoer.besluit, "pagina", zaken.vandaag(), None, zin("gronden", invoer.gronden, 4000))
    return zaak.zaak


def _leg_vast(zaak: Bezwaarzaak, besluit_id: UUID, via: str, ontvangen: date, verzonden: date | None, gronden: str) -> None:  # fmt: skip
    besluit = next((rij for rij in zaak.beschikkingen if rij.id == besluit_id), None)
    if besluit is None:
        raise weiger("besluit", "besluit_onbekend", "Dit besluit is er niet in deze zaak.", "This decision is not in this case.")  # fmt: skip
    if ontvangen < besluit.bekendgemaakt_op:
        raise weiger("ontvangen_op", "datum_te_vroeg", "Deze dag ligt vóór het besluit. Controleer de dag.", "This day is before the decision. Check the day.")  # fmt: skip
    if any(rij.besluit == besluit.id and rij.ingetrokken_op is None for rij in zaak.bezwaren):
        raise Geweigerd("al_bezwaar", Tekst("Tegen dit besluit is al bezwaar gemaakt.", "An objection to this decision was made already."), status=409)  # fmt: skip
    loop = loop_van(besluit.bezwaar_tot, ontvangen, verzonden)
    einde = uiterlijk(loop, standaardkalender())
    termijn = zaken.start_termijn(zaak.zaak, regel_van(loop), loop.vanaf)
    rij: Bezwaarschrift = Bezwaarschrift.objects.met(zaak.toegang).create(
        **zaak.vast(),
        besluit=besluit.id,
        besluit_soort=besluit.soort,
        bezwaar_tot=besluit.bezwaar_tot,
        via=via,
        ontvangen_op=ontvangen,
        verzonden_op=verzonden,
        gronden=gronden,
        termijn=termijn.id,
        uiterlijk=einde.einde,
    )
    verstuur(zaak, rij, ONTVANGST)
    zaken.maak_taak(zaak.zaak, HOOR, Tekst("Nodig de inwoner uit om te worden gehoord over zijn bezwaar", "Invite the resident to be heard about his objection"), einde.einde, None)  # fmt: skip
    zaken.bewaar(zaak.zaak)
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst("Bezwaar ontvangen; het besluit blijft gelden", "Objection received; the decision stays in force"))  # fmt: skip


@action(SCHEME, "aanvulling bezwaar vragen")
def vraag_herstel(actor: Actor, zaak_id: UUID, invoer: Herstelvraag) -> Zaak:
    """Ask the resident by letter to add what is missing, within a term that runs on the clock of the case (Awb 6:6).

    The term for deciding stands still from tomorrow until he did, or until that day (Awb 7:10 lid 2).
    """
    zaak = open_bezwaren(actor, zaak_id)
    mededeling = vraag_aanvulling(zaak, invoer)
    rij, vandaag = mededeling.rij, zaken.vandaag()
    tot = rij.aanvullen_tot
    assert tot is not None  # it was just asked
    _sluit_aanvultermijn(zaak, rij)
    rij.aanvultermijn = zaken.start_termijn(zaak.zaak, AANVULLEN, vandaag, (tot - vandaag).days).id
    deel_mee(zaak, mededeling, "aanvultermijn")
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst(f"Aanvulling gevraagd, uiterlijk {tot}; de beslistermijn staat stil", f"Addition asked, by {tot}; the term stands still"))  # fmt: skip
    return zaak.zaak


@action(SCHEME, "aanvulling bezwaar ontvangen")
def ontvang_herstel(actor: Actor, zaak_id: UUID, invoer: Herstel) -> Zaak:
    """What was missing came in, on paper or by the resident on his own page: the term runs on from that day."""
    zaak = open_bezwaren(actor, zaak_id, zelf=True)
    rij = zaak.open_bezwaar(invoer.bezwaar)
    op = invoer.op if actor.organisatie_id else zaken.vandaag()
    niet_in_toekomst("op", op)
    pauzes = rij.loop.pauzes
    if not rij.ontbreekt or op < pauzes[-1][0] - timedelta(days=1):
        raise Geweigerd("geen_herstel", Tekst("Er is geen aanvulling gevraagd, of deze dag ligt ervoor.", "No addition was asked, or this day is before it."), status=409)  # fmt: skip
    if invoer.gronden.strip() or rij.ontbreekt == "gronden":
        rij.gronden = zin("gronden", invoer.gronden, 4000)
    rij.pauzes = [[van.isoformat(), tot.isoformat()] for van, tot in hersteld(pauzes, op)]
    _sluit_aanvultermijn(zaak, rij)
    rij.ontbreekt = ""
    zaak.bewaar(rij, "pauzes", "gronden", "ontbreekt")
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst("Bezwaar aangevuld; de beslistermijn loopt verder", "Objection completed; the term runs on"))  # fmt: skip
    return zaak.zaak


def _sluit_aanvultermijn(zaak: Bezwaarzaak, rij: Bezwaarschrift) -> None:
    if rij.aanvultermijn is not None:
        zaak.zaak.termijnen.filter(id=rij.aanvultermijn, klaar__isnull=True).update(klaar=zaken.vandaag())


@action(SCHEME, "commissie bezwaar instellen")
def stel_commissie_in(actor: Actor, zaak_id: UUID, invoer: Adviesvraag) -> Zaak:
    """An advisory committee hears and advises: the term is twelve weeks instead of six, and the resident gets a letter (Awb 7:13)."""
    zaak = open_bezwaren(actor, zaak_id)
    mededeling = vraag_advies(zaak, invoer)
    rij = mededeling.rij
    oud = zaak.zaak.termijnen.get(id=rij.termijn)
    oud.klaar, oud.vervallen = zaken.vandaag(), True
    oud.save(update_fields=["klaar", "vervallen"])
    rij.termijn = zaken.start_termijn(zaak.zaak, regel_van(rij.loop), rij.loop.vanaf).id
    deel_mee(zaak, mededeling, "termijn")
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst("Een commissie adviseert over het bezwaar: twaalf weken", "A committee advises on the objection: twelve weeks"))  # fmt: skip
    return zaak.zaak


@action(SCHEME, "bezwaar verdagen")
def verdaag(actor: Actor, zaak_id: UUID, invoer: Verdaging) -> Zaak:
    """Put the decision off for six weeks, once, before the term is over; the resident gets a letter (Awb 7:10 lid 3 and 5)."""
    zaak = open_bezwaren(actor, zaak_id)
    mededeling = bezwaartijd.verdaag(zaak, invoer)
    rij = mededeling.rij
    deel_mee(zaak, mededeling)
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst(f"Beslissing op bezwaar verdaagd tot en met {rij.uiterlijk}", f"Decision on the objection put off up to {rij.uiterlijk}"), rij.verdaagd_om)  # fmt: skip
    return zaak.zaak


@action(SCHEME, "bezwaar uitstellen")
def stel_uit(actor: Actor, zaak_id: UUID, invoer: Uitstelinvoer) -> Zaak:
    """Further delay, on a ground of Awb 7:10 lid 4; the resident gets a letter (lid 5)."""
    zaak = open_bezwaren(actor, zaak_id)
    mededeling = bezwaartijd.stel_uit(zaak, invoer)
    rij = mededeling.rij
    deel_mee(zaak, mededeling)
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst(f"Beslissing op bezwaar uitgesteld tot en met {rij.uiterlijk}", f"Decision on the objection delayed up to {rij.uiterlijk}"), UITSTEL[invoer.grond].nl)  # fmt: skip
    return zaak.zaak


def deel_mee(zaak: Bezwaarzaak, mededeling: Mededeling, *meer: str) -> None:
    """Store what changed, with the letter that tells it: both, or neither."""
    zaak.bewaar(mededeling.rij, *mededeling.velden, *meer)
    verstuur(zaak, mededeling.rij, mededeling.soort, mededeling.waarden)
