"""Asking the BRP whether the people of a melding live here, and judging what it answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import betrokkenheid, toegang_tot, zaak_van
from samenhang.schemes.vroegsignalering import brp
from samenhang.schemes.vroegsignalering.actions.brp import leg_brp_vast
from samenhang.schemes.vroegsignalering.actions.brpantwoord import (
    Antwoord,
    schrijf_antwoorden,
    schrijf_brp_op,
    sluit_vraag,
)
from samenhang.schemes.vroegsignalering.actions.zaak import betrokkenen, keuze, zet_stap
from samenhang.schemes.vroegsignalering.domain.brp import Brp, BrpOordeel, BrpUitkomst
from samenhang.schemes.vroegsignalering.domain.brpvergelijking import Uitslag, te_bewaren, vergelijk
from samenhang.schemes.vroegsignalering.models import BrpAntwoord
from samenhang.schemes.vroegsignalering.queries.brp import (
    DOEL,
    HAND,
    TE_BEOORDELEN,
    TE_VRAGEN,
    gezocht_van,
    laatste_antwoorden,
    wachtende_meldingen,
)
from samenhang.schemes.vroegsignalering.queries.feiten import brp_klopt
from samenhang.schemes.vroegsignalering.scheme import SCHEME

HOOGSTENS_IN_EEN_RONDE = 500


@dataclass(frozen=True, slots=True)
class Ronde:
    """What a round of checks did: cases asked, cases in which everybody lives here, cases that wait for a human."""

    gevraagd: int
    bevestigd: int
    te_beoordelen: int


@action(SCHEME, "BRP vragen")
def vraag_brp(actor: Actor, zaak_id: UUID) -> Zaak:
    """Ask the BRP about everybody in a melding who was not confirmed yet.

    Who certainly lives here is confirmed; every other answer waits for a human, with the causes named.
    """
    zaak, toegang = _open_voor_controle(actor, zaak_id)
    vraag_voor(actor, zaak, toegang, brp.bron())
    return zaak


def loop_brp_na(actor: Actor, hoogstens: int = HOOGSTENS_IN_EEN_RONDE) -> Ronde:
    """`vraag_brp` for every melding that waits for its check and that the actor may check, the most urgent first.

    Each melding is an operation of its own, with its own decision and log row: what was done when it is cut off
    is done, and the next round goes on.
    """
    brp.bron()
    ids = wachtende_meldingen(actor, hoogstens)
    bevestigd = sum(not _wacht(vraag_brp(actor, zaak_id)) for zaak_id in ids)
    return Ronde(len(ids), bevestigd, len(ids) - bevestigd)


def _wacht(zaak: Zaak) -> bool:
    return zaak.taken.filter(soort=TE_VRAGEN, klaar__isnull=True).exists()


def vraag_voor(actor: Actor, zaak: Zaak, toegang: Toegang, bron: Brp) -> None:
    """Ask one source about the persons of a case, store the answers, and go on when everybody lives here."""
    wie = betrokkenen(zaak)
    bekend = {
        persoon
        for persoon, rij in laatste_antwoorden(toegang, wie).items()
        if rij.uitkomst == BrpUitkomst.INWONER
    }
    gemeentecode = zaak.organisatie.gemeentecode or ""
    uitslagen: dict[UUID, Uitslag] = {}
    for persoon, gezocht in gezocht_van(toegang, [p for p in wie if p not in bekend]).items():
        uitslagen[persoon] = vergelijk(gezocht, bron.zoek(gezocht), gemeentecode)
    schrijf_antwoorden(
        actor,
        toegang,
        zaak.organisatie_id,
        (
            Antwoord(
                persoon,
                BrpUitkomst.INWONER if uitslag.zeker else BrpUitkomst.ONZEKER,
                bron.naam,
                gegevens=te_bewaren(uitslag),
                verschillen=uitslag.verschillen,
            )
            for persoon, uitslag in uitslagen.items()
        ),
    )
    zeker = sum(uitslag.zeker for uitslag in uitslagen.values())
    if uitslagen:
        zaken.schrijf_tijdlijn(
            zaak,
            "brp",
            Tekst(
                f"BRP gevraagd: {zeker} van {len(uitslagen)} zeker inwoner",
                f"BRP asked: {zeker} of {len(uitslagen)} certainly resident",
            ),
        )
    _rond_af_of_vraag(actor, zaak, toegang, wie)


@action(SCHEME, "BRP-antwoord beoordelen")
def beoordeel_brp(actor: Actor, zaak_id: UUID, persoon_id: UUID, oordeel: str, toelichting: str = "") -> Zaak:
    """Say of the latest answer about one person: it is him, doubt, or somebody else.

    "Bevestig" takes what the BRP says. Whoever handles the case decides that someone leaves it, because that may
    close it; intake confirms residents only. Doubt and somebody else keep the question open.
    """
    zaak, toegang = _open_voor_controle(actor, zaak_id)
    keuze("oordeel", oordeel, list(BrpOordeel))
    antwoord = laatste_antwoorden(toegang, [persoon_id]).get(persoon_id)
    if antwoord is None or antwoord.bron == HAND or antwoord.uitkomst != BrpUitkomst.ONZEKER:
        raise Geweigerd(
            "geen_brp_antwoord",
            Tekst(
                "Over deze persoon wacht geen antwoord van de BRP op een oordeel.",
                "No answer of the BRP about this person waits for a judgement.",
            ),
            status=409,
        )
    huidige_operatie().verandert(oordeel=["", oordeel])
    if oordeel != BrpOordeel.BEVESTIG:
        _houd_open(actor, toegang, antwoord, BrpOordeel(oordeel), toelichting)
        schrijf_brp_op(zaak, BrpOordeel(oordeel).titel, toelichting)
        return zaak
    voorstel = antwoord.gegevens.get("voorstel", "")
    if not voorstel:
        raise Geweigerd(
            "niemand_gevonden",
            Tekst(
                "De BRP gaf niemand; er is niets te bevestigen. Zoek zelf op en leg het vast.",
                "The BRP gave nobody; there is nothing to confirm. Look it up and record it.",
            ),
            status=409,
        )
    uitkomst = BrpUitkomst(voorstel)
    if betrokkenheid(actor, zaak) == "behandelaar":
        return leg_brp_vast(actor, zaak_id, uitkomst, toelichting, persoon_id)
    if uitkomst.weg:
        raise Geweigerd(
            "brp_behandelaar",
            Tekst(
                "Wie de melding behandelt beslist dat iemand haar verlaat. Zet de melding op naam.",
                "Whoever handles the case decides that someone leaves it. Put the case in a name.",
            ),
            status=409,
        )
    _herhaal(actor, toegang, antwoord, uitkomst, toelichting)
    schrijf_brp_op(zaak, uitkomst.titel, toelichting)
    _rond_af_of_vraag(actor, zaak, toegang, betrokkenen(zaak))
    return zaak


def _open_voor_controle(actor: Actor, zaak_id: UUID) -> tuple[Zaak, Toegang]:
    zaak = zaak_van(actor, SCHEME.naam, zaak_id, op_slot=True)
    return zaak, toegang_tot(actor, zaak, doel=DOEL, leest=("naw",), schrijft=("naw",))


def _houd_open(
    actor: Actor, toegang: Toegang, antwoord: BrpAntwoord, oordeel: BrpOordeel, toelichting: str
) -> None:
    """The question stays open; of somebody else nothing is kept."""
    ander = oordeel is BrpOordeel.ANDER
    if ander:
        BrpAntwoord.objects.met(toegang).filter(persoon_id=antwoord.persoon_id).update(gegevens={})
        antwoord.gegevens, antwoord.verschillen = {}, ["andere_persoon"]
    _herhaal(actor, toegang, antwoord, BrpUitkomst.ONZEKER, toelichting, oordeel)


def _herhaal(
    actor: Actor,
    toegang: Toegang,
    antwoord: BrpAntwoord,
    uitkomst: BrpUitkomst,
    toelichting: str,
    oordeel: BrpOordeel = BrpOordeel.BEVESTIG,
) -> None:
    """A new row with the same record and the outcome that a human gave it; the newest counts."""
    herhaald = Antwoord(
        antwoord.persoon_id,
        uitkomst,
        antwoord.bron,
        toelichting,
        {**antwoord.gegevens, "oordeel": str(oordeel)},
        antwoord.verschillen,
    )
    schrijf_antwoorden(actor, toegang, antwoord.organisatie_id, [herhaald])


def _rond_af_of_vraag(actor: Actor, zaak: Zaak, toegang: Toegang, wie: Iterable[UUID]) -> None:
    """When everybody lives here the question is closed; its handler starts contacting, others leave that to him."""
    if not brp_klopt(toegang, list(wie)):
        _vraag_oordeel(zaak)
        return
    if sluit_vraag(zaak) and betrokkenheid(actor, zaak) == "behandelaar":
        verder = toegang_tot(actor, zaak, leest=("naw", "signaal", "opvolging", "bezwaar"))
        zet_stap(actor, zaak, verder, "benaderen")


def _vraag_oordeel(zaak: Zaak) -> None:
    if not zaak.taken.filter(soort=TE_BEOORDELEN, klaar__isnull=True).exists():
        zaken.maak_taak(
            zaak,
            TE_BEOORDELEN,
            Tekst("Beoordeel het antwoord van de BRP", "Judge the answer of the BRP"),
            zaken.vandaag(),
            None,
        )
