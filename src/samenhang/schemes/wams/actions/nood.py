"""Breaking glass: one datum of one person in danger, without consent; the supervisor sees it and the person is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven
from samenhang.kernel.scheme import veld
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.plichten import verplichtingen
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.wams.actions.gedeeld import keuze, zin
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN
from samenhang.schemes.wams.models import AANDACHTSPUNTEN, Gezinslid
from samenhang.schemes.wams.scheme import SCHEME

DOEL: Final = "nood"
VERTEL: Final = "vertel_inwoner"
WAT: Final[dict[str, Tekst]] = {
    "contact": Tekst("Waar iemand te bereiken is", "Where someone can be reached"),
    "gezondheid": LEEFGEBIEDEN["gezondheid"],
    "veiligheid": LEEFGEBIEDEN["veiligheid"],
}
"""What can be opened in an emergency, one at a time: no more than is needed."""
GEVAAR: Final[dict[str, Tekst]] = {
    "zelf": Tekst("De inwoner zelf is in levensgevaar", "The resident is in danger of life"),
    "kind": Tekst("Een kind is in ernstig gevaar", "A child is in serious danger"),
    "ander": Tekst("Een ander is in levensgevaar", "Another is in danger of life"),
}


@dataclass(frozen=True, slots=True)
class Noodvraag:
    """Of whom, what, what the danger is, and why it cannot wait for consent."""

    persoon: UUID = veld("Over wie?", "About whom?", bron="gezin")
    wat: str = veld("Wat hebt u nodig?", "What do you need?", keuzes=tuple(WAT.items()))
    gevaar: str = veld("Welk gevaar is er?", "What is the danger?", keuzes=tuple(GEVAAR.items()))
    waarom: str = veld(
        "Waarom kan dit niet wachten?", "Why can this not wait?", regels=3, hoogstens=250,
        uitleg=Tekst("De toezichthouder en de inwoner lezen dit.", "The supervisor and the resident read this."),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noodbeeld:
    """What was opened, and by when the person must be told."""

    zaak: Zaak
    naam: str
    geboortedatum: date | None
    wat: str
    telefoon: str
    punten: tuple[str, ...]
    vertellen_voor: date


@action(SCHEME, "in nood inzien")
def zie_in_nood(actor: Actor, zaak_id: UUID, invoer: Noodvraag) -> Noodbeeld:
    """Open one kind of data of one person of the family, because someone is in danger.

    It is written down first: the line in the timeline, the row in both logs and the task to tell the person stand or
    fall with the look. Raises `Geweigerd`: 400 without a danger and a reason, `NietToegestaan` (403) for who does not
    coordinate the case or in another step.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    keuze("wat", invoer.wat, WAT)
    keuze("gevaar", invoer.gevaar, GEVAAR)
    waarom = zin("waarom", invoer.waarom, 250)
    _hoort_erbij(zaak, invoer.persoon)
    toegang = toegang_tot(
        actor, zaak, leest={"gezin", invoer.wat}, doel=DOEL, personen=[invoer.persoon], nood=True
    )
    wat, gevaar = WAT[invoer.wat], GEVAAR[invoer.gevaar]
    tekst = Tekst(
        f"In nood bekeken: {wat.nl.lower()}. {gevaar.nl}",
        f"Looked at in an emergency: {wat.en.lower()}. {gevaar.en}",
    )
    zaken.schrijf_tijdlijn(zaak, DOEL, tekst, waarom)
    huidige_operatie().verandert(gevaar=invoer.gevaar, wat=invoer.wat)
    uiterlijk = _uiterlijk(toegang)
    titel = Tekst("Vertel de inwoner dat u in nood keek", "Tell the resident that you looked in an emergency")
    zaken.maak_taak(zaak, VERTEL, titel, uiterlijk, zaak.behandelaar)
    return _beeld(zaak, toegang, invoer, uiterlijk)


def _hoort_erbij(zaak: Zaak, persoon: UUID) -> None:
    if not Betrokkene.objects.filter(zaak=zaak, persoon_id=persoon).exists():
        raise Geweigerd(
            "persoon_onbekend",
            Tekst("Deze persoon hoort niet bij deze zaak. Kies iemand uit het gezin.", "This person does not belong to this case. Choose someone of the family."),
        )  # fmt: skip


def _uiterlijk(toegang: Toegang) -> date:
    """By when the person is told: the term that the legal basis starts."""
    rijen = verplichtingen(toegang.besluit.plichten, {}, standaardkalender(), huidige_operatie().nu)
    dag = next(rij.uiterlijk for rij in rijen if rij.naam == VERTEL)
    assert isinstance(dag, date)  # counted in months
    return dag


def _beeld(zaak: Zaak, toegang: Toegang, invoer: Noodvraag, uiterlijk: date) -> Noodbeeld:
    lid = Gezinslid.objects.met(toegang).filter(zaak=zaak).first()
    contact = Contactgegeven.objects.met(toegang).first() if invoer.wat == "contact" else None
    punten: tuple[str, ...] = ()
    if invoer.wat in AANDACHTSPUNTEN:
        rijen = AANDACHTSPUNTEN[invoer.wat].objects.met(toegang).filter(zaak=zaak).order_by("moment", "id")
        punten = tuple(rij.tekst for rij in rijen)
    return Noodbeeld(
        zaak,
        lid.naam if lid else "",
        lid.geboortedatum if lid else None,
        invoer.wat,
        contact.telefoon if contact else "",
        punten,
        uiterlijk,
    )
