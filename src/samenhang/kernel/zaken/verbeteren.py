"""Asking on one's own page that something is corrected (AVG art. 16), and the answer to it: one piece for every scheme.

What is wrong is chosen, not written: who treats the case asks the rest. The scheme declares the term "verbetering".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling, Scheme, veld
from samenhang.kernel.toegang.dimensies import INZAGE
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_onbekend, zaak_van

SOORT: Final = "verbetering"
"""The kind of the task, and the name of the term."""
ONJUIST: Final = {
    "naam": Tekst("mijn naam", "my name"),
    "geboortedatum": Tekst("mijn geboortedatum", "my birth date"),
    "adres": Tekst("mijn adres", "my address"),
    "contact": Tekst("mijn telefoonnummer of e-mailadres", "my telephone number or e-mail address"),
    "anders": Tekst("iets anders wat over mij is opgeschreven", "something else that was written about me"),
}
UITKOMSTEN: Final = {
    "verbeterd": Tekst("Verbeterd", "Corrected"),
    "niet_verbeterd": Tekst("Niet verbeterd", "Not corrected"),
}
MINSTENS: Final = 20
"""Characters of a reason why not: enough to be a sentence (AVG art. 12 lid 4)."""
Opener = Callable[[Actor, UUID], Zaak]
"""The case for who treats it, locked; a refusal for anybody else."""


@dataclass(frozen=True, slots=True)
class Verbeterverzoek:
    """What the resident says is wrong."""

    wat: str = veld("Wat klopt er niet?", "What is wrong?", keuzes=tuple(ONJUIST.items()))


@dataclass(frozen=True, slots=True)
class Verbeterantwoord:
    """What was done with it; who treats the case tells the resident."""

    uitkomst: str = veld("Wat deed u?", "What did you do?", keuzes=tuple(UITKOMSTEN.items()))
    toelichting: str = veld(
        "Waarom niet?", "Why not?", standaard="", regels=3, hoogstens=300,
        uitleg=Tekst("Alleen als u niets verbeterde.", "Only when you corrected nothing."),
    )  # fmt: skip


_VRAGEN: dict[str, Callable[[Actor, UUID, Verbeterverzoek], Zaak]] = {}


def vraag_van(scheme_naam: str) -> Callable[[Actor, UUID, Verbeterverzoek], Zaak]:
    """How a resident asks it in this register; `Geweigerd` (404) where that does not exist."""
    if scheme_naam not in _VRAGEN:
        raise zaak_onbekend()
    return _VRAGEN[scheme_naam]


def kan_vragen(scheme_naam: str) -> bool:
    """Whether this register takes such requests."""
    return scheme_naam in _VRAGEN


def gevraagd(zaak: Zaak) -> bool:
    """Whether a request waits for its answer."""
    return zaak.taken.filter(soort=SOORT, klaar__isnull=True).exists()


def verbeterhandelingen(sch: Scheme, open_: Opener) -> tuple[Handeling, Handeling]:
    """The two verbs for a scheme: the resident asks, who treats the case answers."""

    @action(sch, "verbetering vragen")
    def vraag(actor: Actor, zaak_id: UUID, invoer: Verbeterverzoek) -> Zaak:
        zaak = zaak_van(actor, sch.naam, zaak_id, op_slot=True)
        if actor.persoon_id is None:
            raise zaak_onbekend()
        toegang_tot(actor, zaak, leest=("naw",), doel=INZAGE, personen=[actor.persoon_id])
        if invoer.wat not in ONJUIST:
            raise _fout("wat", "keuze_onjuist", f"Kies uit: {', '.join(ONJUIST)}.", f"Choose from: {', '.join(ONJUIST)}.")  # fmt: skip
        if zaak.gesloten is not None:
            raise _kan_niet(
                "zaak_gesloten",
                "Dit is afgerond. Bel de gemeente als er iets niet klopt.",
                "This is closed. Call the municipality when something is wrong.",
            )
        if gevraagd(zaak):
            raise _kan_niet(
                "al_gevraagd",
                "Wij hebben dit al van u ontvangen en nemen contact op.",
                "We already received this from you and will contact you.",
            )
        wat = ONJUIST[invoer.wat]
        titel = Tekst(f"Klopt niet volgens de inwoner: {wat.nl}", f"Wrong, says the resident: {wat.en}")
        zaken.maak_taak(zaak, SOORT, titel, zaken.vandaag(), zaak.behandelaar)
        zaken.start_termijn(zaak, SOORT, zaken.vandaag())
        zaken.schrijf_tijdlijn(zaak, SOORT, titel)
        zaken.bewaar(zaak)
        return zaak

    @action(sch, "verbetering beantwoorden")
    def antwoord(actor: Actor, zaak_id: UUID, invoer: Verbeterantwoord) -> Zaak:
        zaak = open_(actor, zaak_id)
        if invoer.uitkomst not in UITKOMSTEN:
            raise _fout("uitkomst", "keuze_onjuist", f"Kies uit: {', '.join(UITKOMSTEN)}.", f"Choose from: {', '.join(UITKOMSTEN)}.")  # fmt: skip
        waarom = " ".join(invoer.toelichting.split())[:300]
        if invoer.uitkomst == "niet_verbeterd" and len(waarom) < MINSTENS:
            raise _fout(
                "toelichting", "motivering_ontbreekt", "Schrijf in ten minste één zin waarom niet; de inwoner hoort dit.",
                "Write why not in at least one sentence; the resident hears this.",
            )  # fmt: skip
        if not gevraagd(zaak):
            raise _kan_niet("niets_gevraagd", "De inwoner vroeg niet om verbetering. Vernieuw de pagina.", "The resident did not ask for a correction. Reload the page.")  # fmt: skip
        zaken.rond_taken_af(zaak, [SOORT])
        zaken.rond_termijn_af(zaak, SOORT, opslaan=False)
        uitkomst = UITKOMSTEN[invoer.uitkomst]
        zaken.schrijf_tijdlijn(zaak, SOORT, Tekst(f"Verzoek om verbetering: {uitkomst.nl.lower()}", f"Request for correction: {uitkomst.en.lower()}"), waarom)  # fmt: skip
        zaken.bewaar(zaak, "volgende_termijn")
        return zaak

    _VRAGEN[sch.naam] = vraag
    return (
        Handeling(
            SOORT,
            Tekst("Vraag om verbetering", "Ask for a correction"),
            Tekst("Wij bellen u en vragen hoe het wel is; u hoort binnen een maand wat wij deden.", "We call you and ask what is right; you hear within a month what we did."),
            Verbeterverzoek,
            vraag,
            nieuw=True,
        ),
        Handeling(
            "verbetering-antwoord",
            Tekst("Beantwoord het verzoek om verbetering", "Answer the request for correction"),
            Tekst("Vertel het de inwoner eerst; de termijn is dan gehaald.", "First tell the resident; the term is then met."),
            Verbeterantwoord,
            antwoord,
        ),
    )  # fmt: skip


def _fout(kolom: str, code: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(nl, en)
    return Geweigerd.bij(kolom, code, tekst)


def _kan_niet(code: str, nl: str, en: str) -> Geweigerd:
    return Geweigerd(code, Tekst(nl, en), status=409)
