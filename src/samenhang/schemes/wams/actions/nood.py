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
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.plichten import verplichtingen
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.wams.actions.gedeeld import keuze, weiger, zin
from samenhang.schemes.wams.deelname import feiten_voor, vraagt, zaak_als_deelnemer
from samenhang.schemes.wams.domain.leefgebieden import LEEFGEBIEDEN
from samenhang.schemes.wams.domain.partijen import DEELNEMER
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


CONFLICT_WAT: Final[dict[str, Tekst]] = {naam: WAT[naam] for naam in ("gezondheid", "veiligheid")}
"""What a party from outside can ask to be opened, one at a time."""


@dataclass(frozen=True, slots=True)
class Conflictvraag:
    """Of whom, what, what the danger is, and why a professional secret must give way now."""

    persoon: UUID = veld("Over wie?", "About whom?", bron="delers")
    wat: str = veld("Wat hebt u nodig?", "What do you need?", keuzes=tuple(CONFLICT_WAT.items()))
    gevaar: str = veld(
        "Welk gevaar is er als er wordt gezwegen?",
        "What is the danger of keeping silent?",
        keuzes=tuple(GEVAAR.items()),
    )
    waarom: str = veld(
        "Waarom moet het beroepsgeheim wijken, en kan toestemming niet worden gevraagd?",
        "Why must the professional secret give way, and can consent not be asked?", regels=3, hoogstens=250,
        uitleg=Tekst("De toezichthouder van de gemeente en de inwoner lezen dit.", "The supervisor of the municipality and the resident read this."),
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


@action(SCHEME, "bij conflict van plichten inzien")
def zie_bij_conflict(actor: Actor, zaak_id: UUID, invoer: Conflictvraag) -> Noodbeeld:
    """A party that takes part opens one kind of data of one person, because keeping a professional secret would harm someone.

    Narrower than what the coordinator may in an emergency: while the plan is carried out only, and of who shares
    something with the party; anybody else does not exist for it. It is written down first, as with `zie_in_nood`; the
    supervisor of the municipality sees it, and its coordinator gets the task to tell the person. Raises `Geweigerd`:
    400 without a danger and a reason, `NietToegestaan` (403) in another step or for another kind of party.
    """
    zaak = zaak_als_deelnemer(actor, zaak_id, op_slot=True)
    keuze("wat", invoer.wat, CONFLICT_WAT)
    keuze("gevaar", invoer.gevaar, GEVAAR)
    waarom = zin("waarom", invoer.waarom, 250)
    feiten = feiten_voor(zaak, actor.organisatiesoort, actor.organisatienaam).get(invoer.persoon)
    if feiten is None or not vraagt(actor.organisatiesoort, feiten):
        raise _persoon_onbekend()
    toegang = toegang_tot(actor, zaak, leest={invoer.wat}, doel=DOEL, personen=[invoer.persoon], nood=True)
    wat, gevaar = CONFLICT_WAT[invoer.wat], GEVAAR[invoer.gevaar]
    tekst = Tekst(
        f"Bekeken door een partij, wegens een conflict van plichten: {wat.nl.lower()}. {gevaar.nl}",
        f"Looked at by a party, for a conflict of duties: {wat.en.lower()}. {gevaar.en}",
    )
    zaken.schrijf_tijdlijn(zaak, DOEL, tekst, waarom)
    huidige_operatie().verandert(gevaar=invoer.gevaar, wat=invoer.wat)
    uiterlijk = _uiterlijk(toegang)
    titel = Tekst(
        "Vertel de inwoner dat een partij keek, wegens een conflict van plichten",
        "Tell the resident that a party looked, for a conflict of duties",
    )
    zaken.maak_taak(zaak, VERTEL, titel, uiterlijk, zaak.behandelaar)
    rijen = AANDACHTSPUNTEN[invoer.wat].objects.met(toegang).filter(zaak=zaak).order_by("moment", "id")
    return Noodbeeld(zaak, "", None, invoer.wat, "", tuple(rij.tekst for rij in rijen), uiterlijk)


def kan_conflict(soort: str, stap: str) -> bool:
    """Whether the permits give this kind of party anything on a conflict of duties in this step."""
    return any(
        regel.scheme == SCHEME.naam
        and DOEL in regel.doelen
        and soort in regel.organisaties
        and stap in regel.stappen
        and (DEELNEMER, DEELNEMER) in regel.wie
        for regel in beslistabel().regels.values()
    )


def _hoort_erbij(zaak: Zaak, persoon: UUID) -> None:
    if not Betrokkene.objects.filter(zaak=zaak, persoon_id=persoon).exists():
        raise _persoon_onbekend()


def _persoon_onbekend() -> Geweigerd:
    return weiger("persoon", "persoon_onbekend", "Deze persoon hoort niet bij deze zaak. Kies iemand uit het gezin.", "This person does not belong to this case. Choose someone of the family.")  # fmt: skip


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
