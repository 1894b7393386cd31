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
from samenhang.schemes.schuldhulp.actions.gedeeld import keuze, niet_in_toekomst, weiger, zin
from samenhang.schemes.schuldhulp.bezwaarzaak import Bezwaarzaak, open_bezwaren
from samenhang.schemes.schuldhulp.domain.bezwaar import (
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
WELK = ("Welk bezwaar?", "Which objection?")


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
class Herstelvraag:
    """Until when the resident can add what is missing; the term stands still meanwhile."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")
    uiterlijk: date = veld("Uiterlijk aangevuld", "Added by", vandaag=True)


@dataclass(frozen=True, slots=True)
class Herstel:
    """That what was missing came in."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")
    op: date = veld("Ontvangen op", "Received on", vandaag=True)
    gronden: str = veld("Waarom is de inwoner het niet eens?", "Why does the resident disagree?", regels=5, hoogstens=4000)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bezwaarkeuze:
    """Which objection."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")


@dataclass(frozen=True, slots=True)
class Verdaging:
    """Why the decision is put off for six weeks."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")
    reden: str = veld("Waarom?", "Why?", regels=2, hoogstens=500, uitleg=Tekst("De inwoner leest dit (Awb 7:10 lid 5).", "The resident reads this (Awb 7:10 lid 5)."))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Uitstelinvoer:
    """Further delay, on one of the grounds that the law knows."""

    bezwaar: UUID = veld(*WELK, bron="bezwaren")
    tot: date = veld("Uitstel tot en met", "Delay up to", vandaag=True)
    grond: str = veld("Op welke grond?", "On which ground?", keuzes=tuple(UITSTEL.items()))


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
    Bezwaarschrift.objects.met(zaak.toegang).create(
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
    zaken.maak_taak(zaak.zaak, HOOR, Tekst("Nodig de inwoner uit om te worden gehoord over zijn bezwaar", "Invite the resident to be heard about his objection"), einde.einde, None)  # fmt: skip
    zaken.bewaar(zaak.zaak)
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst("Bezwaar ontvangen; het besluit blijft gelden", "Objection received; the decision stays in force"))  # fmt: skip


@action(SCHEME, "aanvulling bezwaar vragen")
def vraag_herstel(actor: Actor, zaak_id: UUID, invoer: Herstelvraag) -> Zaak:
    """Ask the resident to add what is missing; the term stands still from tomorrow until he did, or until that day (Awb 7:10 lid 2)."""
    zaak = open_bezwaren(actor, zaak_id)
    rij = zaak.open_bezwaar(invoer.bezwaar)
    morgen = zaken.vandaag() + timedelta(days=1)
    if invoer.uiterlijk < morgen:
        raise weiger("uiterlijk", "datum_te_vroeg", "Geef de inwoner tijd: kies een dag na vandaag.", "Give the resident time: choose a day after today.")  # fmt: skip
    if rij.loop.pauzes and rij.loop.pauzes[-1][1] >= zaken.vandaag():
        raise Geweigerd("herstel_loopt", Tekst("De inwoner heeft al tijd om aan te vullen.", "The resident already has time to add."), status=409)  # fmt: skip
    rij.pauzes = [*rij.pauzes, [morgen.isoformat(), invoer.uiterlijk.isoformat()]]
    zaak.bewaar(rij, "pauzes")
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst(f"Aanvulling gevraagd, uiterlijk {invoer.uiterlijk}; de beslistermijn staat stil", f"Addition asked, by {invoer.uiterlijk}; the term stands still"))  # fmt: skip
    return zaak.zaak


@action(SCHEME, "aanvulling bezwaar ontvangen")
def ontvang_herstel(actor: Actor, zaak_id: UUID, invoer: Herstel) -> Zaak:
    """What was missing came in: the term runs on from that day."""
    zaak = open_bezwaren(actor, zaak_id)
    rij = zaak.open_bezwaar(invoer.bezwaar)
    niet_in_toekomst("op", invoer.op)
    pauzes = rij.loop.pauzes
    if not pauzes or invoer.op < pauzes[-1][0]:
        raise Geweigerd("geen_herstel", Tekst("Er is geen aanvulling gevraagd, of deze dag ligt ervoor.", "No addition was asked, or this day is before it."), status=409)  # fmt: skip
    rij.pauzes = [[van.isoformat(), tot.isoformat()] for van, tot in hersteld(pauzes, invoer.op)]
    rij.gronden = zin("gronden", invoer.gronden, 4000)
    zaak.bewaar(rij, "pauzes", "gronden")
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst("Bezwaar aangevuld; de beslistermijn loopt verder", "Objection completed; the term runs on"))  # fmt: skip
    return zaak.zaak


@action(SCHEME, "commissie bezwaar instellen")
def stel_commissie_in(actor: Actor, zaak_id: UUID, invoer: Bezwaarkeuze) -> Zaak:
    """An advisory committee hears and advises (Awb 7:13): the term is twelve weeks instead of six."""
    zaak = open_bezwaren(actor, zaak_id)
    rij = zaak.open_bezwaar(invoer.bezwaar)
    if rij.commissie:
        raise Geweigerd("al_commissie", Tekst("De commissie adviseert al.", "The committee advises already."), status=409)  # fmt: skip
    rij.commissie = True
    oud = zaak.zaak.termijnen.get(id=rij.termijn)
    oud.klaar, oud.vervallen = zaken.vandaag(), True
    oud.save(update_fields=["klaar", "vervallen"])
    rij.termijn = zaken.start_termijn(zaak.zaak, regel_van(rij.loop), rij.loop.vanaf).id
    zaak.bewaar(rij, "commissie", "termijn")
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst("Een commissie adviseert over het bezwaar: twaalf weken", "A committee advises on the objection: twelve weeks"))  # fmt: skip
    return zaak.zaak


@action(SCHEME, "bezwaar verdagen")
def verdaag(actor: Actor, zaak_id: UUID, invoer: Verdaging) -> Zaak:
    """Put the decision off for six weeks, once, before the term is over; the resident reads why (Awb 7:10 lid 3 and 5)."""
    zaak = open_bezwaren(actor, zaak_id)
    rij = zaak.open_bezwaar(invoer.bezwaar)
    if rij.verdaagd_om:
        raise Geweigerd("al_verdaagd", Tekst("Verdagen kan één keer. Verder uitstel kan alleen op een grond van de wet.", "Putting off is possible once. Further delay is possible on a ground of the law only."), status=409)  # fmt: skip
    _niet_over(rij)
    rij.verdaagd_om = zin("reden", invoer.reden, 500)
    zaak.bewaar(rij, "verdaagd_om")
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst(f"Beslissing op bezwaar verdaagd tot en met {rij.uiterlijk}", f"Decision on the objection put off up to {rij.uiterlijk}"), rij.verdaagd_om)  # fmt: skip
    return zaak.zaak


@action(SCHEME, "bezwaar uitstellen")
def stel_uit(actor: Actor, zaak_id: UUID, invoer: Uitstelinvoer) -> Zaak:
    """Further delay, on a ground of Awb 7:10 lid 4."""
    zaak = open_bezwaren(actor, zaak_id)
    rij = zaak.open_bezwaar(invoer.bezwaar)
    keuze("grond", invoer.grond, UITSTEL)
    _niet_over(rij)
    if invoer.tot <= rij.uiterlijk:
        raise weiger("tot", "datum_te_vroeg", f"De termijn loopt al tot en met {rij.uiterlijk}. Kies een latere dag.", f"The term already runs up to {rij.uiterlijk}. Choose a later day.")  # fmt: skip
    if invoer.tot > zaken.vandaag() + timedelta(days=366):
        raise weiger("tot", "datum_te_laat", "Dat is meer dan een jaar. Kies een eerdere dag.", "That is more than a year. Choose an earlier day.")  # fmt: skip
    rij.uitstel_tot, rij.uitstel_grond = invoer.tot, invoer.grond
    zaak.bewaar(rij, "uitstel_tot", "uitstel_grond")
    zaken.schrijf_tijdlijn(zaak.zaak, "bezwaar", Tekst(f"Beslissing op bezwaar uitgesteld tot en met {rij.uiterlijk}", f"Decision on the objection delayed up to {rij.uiterlijk}"), UITSTEL[invoer.grond].nl)  # fmt: skip
    return zaak.zaak


def _niet_over(rij: Bezwaarschrift) -> None:
    if rij.uiterlijk < zaken.vandaag():
        raise Geweigerd("termijn_voorbij", Tekst(f"De termijn eindigde op {rij.uiterlijk}: verlengen kan niet meer.", f"The term ended on {rij.uiterlijk}: it can no longer be extended."), status=409)  # fmt: skip
