"""Judging doubtful pairs: one person or two, at once and for good, until someone undoes it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.models import Samenvoeging, Twijfelpaar
from samenhang.schemes.vroegsignalering.samenvoegen import haal_uiteen, voeg_samen
from samenhang.schemes.vroegsignalering.scheme import SCHEME

HERSTELBAAR = timedelta(days=30)
"""How long a judgement can be taken back; later the matcher and the case have built upon it."""

SAMENVOEGEN = ("naw", "contact", "signaal", "opvolging", "uitkomst", "instemming", "informeren", "bezwaar")


def register_van(actor: Actor) -> Toegang:
    """To merge persons their rows move, also those that the intake may not read: the system moves them."""
    gemeente = Organisatie.objects.select_for_update(no_key=True).get(id=actor.organisatie)
    return toegang_tot_register(
        systeem(gemeente, actor.trace),
        SCHEME.naam,
        doel="samenvoegen",
        leest=SAMENVOEGEN,
        schrijft=SAMENVOEGEN,
    )


@action(SCHEME, "twijfelpaar beoordelen")
def beoordeel(actor: Actor, paar_id: UUID, zelfde: bool, reden: str = "") -> Twijfelpaar:
    """Judge a doubtful pair. It takes effect at once and holds in every later run.

    "Same" merges the two persons: the one known longest keeps his id and gets signals, name, contact, search
    keys and cases of the other. "Different" keeps them apart for ever.
    """
    rol_vereist(actor, SCHEME.naam, "intake", "systeem")
    toegang = register_van(actor)
    paar = _paar(toegang, paar_id)
    if paar.oordeel:
        raise Geweigerd(
            "al_beoordeeld",
            Tekst(f"{paar.door} heeft dit paar al beoordeeld.", f"{paar.door} already judged this pair."),
            status=409,
        )
    operatie = huidige_operatie()
    oordeel = "zelfde" if zelfde else "ander"
    operatie.raakt((paar.persoon_id, paar.rechts_persoon_id))
    operatie.verandert(reden, oordeel=["", oordeel], paar=str(paar.id))
    _zet(toegang, paar, oordeel, actor.naam, reden)
    if zelfde:
        voeg_samen(toegang, paar, actor.naam)
    return paar


@action(SCHEME, "oordeel terugnemen")
def neem_oordeel_terug(actor: Actor, paar_id: UUID, reden: str) -> Twijfelpaar:
    """Take a judgement back within a month: merged persons part again, and the pair waits for a new judgement.

    Raises `Geweigerd` (409) when it is too long ago, or when a later merge was built upon it: undo that first.
    """
    rol_vereist(actor, SCHEME.naam, "intake", "systeem")
    if not reden.strip():
        raise Geweigerd("reden_ontbreekt", Tekst("Geef een reden.", "Give a reason."))
    toegang = register_van(actor)
    paar = _paar(toegang, paar_id)
    operatie = huidige_operatie()
    if not paar.oordeel or paar.moment is None:
        raise Geweigerd(
            "niet_beoordeeld",
            Tekst("Dit paar is nog niet beoordeeld.", "This pair has not been judged yet."),
            status=409,
        )
    if paar.moment < operatie.nu - HERSTELBAAR:
        raise Geweigerd(
            "te_lang_geleden",
            Tekst(
                "Dit oordeel is ouder dan 30 dagen en kan niet meer worden teruggenomen.",
                "This judgement is more than 30 days old and can no longer be taken back.",
            ),
            status=409,
        )
    operatie.verandert(reden, oordeel=[paar.oordeel, ""], paar=str(paar.id))
    samenvoeging = Samenvoeging.objects.met(toegang).filter(paar=paar, ongedaan_op__isnull=True).first()
    if samenvoeging is not None:
        haal_uiteen(toegang, samenvoeging, actor.naam)
        operatie.raakt((samenvoeging.persoon_id, samenvoeging.weg_id))
    operatie.raakt((paar.persoon_id, paar.rechts_persoon_id))
    _zet(toegang, paar, "", "", "")
    return paar


def _paar(toegang: Toegang, paar_id: UUID) -> Twijfelpaar:
    paar: Twijfelpaar | None = (
        Twijfelpaar.objects.met(toegang).select_for_update(of=("self",)).filter(id=paar_id).first()
    )
    if paar is None:
        raise Geweigerd(
            "paar_onbekend", Tekst("Dit paar bestaat niet.", "This pair does not exist."), status=404
        )
    return paar


def _zet(toegang: Toegang, paar: Twijfelpaar, oordeel: str, door: str, reden: str) -> None:
    paar.oordeel, paar.door, paar.reden = oordeel, door, reden.strip()[:300]
    paar.moment = huidige_operatie().nu if oordeel else None
    Twijfelpaar.objects.met(toegang).filter(id=paar.id).update(
        oordeel=paar.oordeel, door=paar.door, reden=paar.reden, moment=paar.moment
    )
