"""What a resident does himself besides objecting: say yes to help, say that something is wrong."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering.actions.zaak import keuze
from samenhang.schemes.vroegsignalering.domain.inwonertekst import ONJUIST, termijn_van
from samenhang.schemes.vroegsignalering.scheme import SCHEME


def _eigen(actor: Actor, zaak_id: UUID) -> Zaak:
    """The resident's own case, open and locked; nobody else passes."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    toegang_tot(
        actor, zaak, leest=("naw",), doel="inzage", personen=[actor.persoon_id] if actor.persoon_id else []
    )
    if zaak.gesloten is not None:
        raise Geweigerd(
            "zaak_gesloten",
            Tekst(
                "Deze melding is afgerond. Bel de gemeente als u iets wilt vragen.",
                "This case is closed. Call the municipality when you want to ask something.",
            ),
            status=409,
        )
    return zaak


def _vraag(zaak: Zaak, soort: str, titel: Tekst, tijdlijn: Tekst) -> None:
    """Put a task for the handler, due today, unless the same one is open; and start the term of its kind."""
    if zaak.taken.filter(soort=soort, klaar__isnull=True).exists():
        raise Geweigerd(
            "al_gevraagd",
            Tekst(
                "Wij hebben dit al van u ontvangen en nemen contact op.",
                "We already received this from you and will contact you.",
            ),
            status=409,
        )
    zaken.maak_taak(zaak, soort, titel, zaken.vandaag(), zaak.behandelaar)
    regel = termijn_van(soort)
    if regel and not zaak.termijnen.filter(regel=regel, klaar__isnull=True).exists():
        zaken.start_termijn(zaak, regel, zaken.vandaag())
    zaken.schrijf_tijdlijn(zaak, soort, tijdlijn)
    zaken.bewaar(zaak)


@action(SCHEME, "zelf hulp vragen")
def vraag_hulp(actor: Actor, zaak_id: UUID) -> Zaak:
    """The resident says yes: somebody must call him today. The statutory term starts when that is recorded."""
    zaak = _eigen(actor, zaak_id)
    _vraag(
        zaak,
        "wil_hulp",
        Tekst("De inwoner wil hulp: bel vandaag", "The resident wants help: call today"),
        Tekst("De inwoner vraagt zelf om hulp", "The resident asks for help"),
    )
    return zaak


@action(SCHEME, "verbetering vragen")
def vraag_verbetering(actor: Actor, zaak_id: UUID, wat: str) -> Zaak:
    """The resident says what is wrong (AVG art. 16); the handler asks the rest and corrects it."""
    zaak = _eigen(actor, zaak_id)
    onjuist = dict(ONJUIST)
    keuze("wat", wat, onjuist)
    titel = Tekst(
        f"Klopt niet volgens de inwoner: {onjuist[wat].nl}", f"Wrong, says the resident: {onjuist[wat].en}"
    )
    _vraag(zaak, f"onjuist_{wat}", titel, titel)
    return zaak


@action(SCHEME, "kopie vragen")
def vraag_kopie(actor: Actor, zaak_id: UUID) -> Zaak:
    """The resident wants his copy on paper (AVG art. 15 lid 3); it is sent within a month."""
    zaak = _eigen(actor, zaak_id)
    _vraag(
        zaak,
        "kopie",
        Tekst("Stuur de inwoner een kopie van zijn gegevens", "Send the resident a copy of his data"),
        Tekst("De inwoner vraagt een kopie op papier", "The resident asks for a copy on paper"),
    )
    return zaak
