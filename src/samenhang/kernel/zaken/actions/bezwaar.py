"""An objection (AVG art. 21) in a case, from its receipt to the decision; schemes call these inside their own actions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.rechten.domain.bezwaar import GRONDEN
from samenhang.kernel.rechten.domain.toestemming import ELK
from samenhang.kernel.rechten.models import Bezwaar
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.actions.gedeeld import bewaar, vandaag
from samenhang.kernel.zaken.actions.taken import maak_taak, rond_taken_af
from samenhang.kernel.zaken.actions.termijnen import rond_termijn_af, start_termijn
from samenhang.kernel.zaken.models import Zaak

MOTIVERING_MINSTENS: Final = 20
"""Characters of a motivation: enough to be a sentence (Awb 3:46 asks a sound one)."""


def leg_bezwaar_vast(
    zaak: Zaak, personen: Iterable[UUID], toelichting: str, toegang: Toegang, *, waartegen: str = ELK
) -> None:
    """An objection of these persons: from now on nothing goes onward, and a task and a term wait for the decision.

    `waartegen`: a part that the scheme lets one object to, instead of everything. The scheme declares the term "bezwaar". Raises `Geweigerd` when one is open. Needs reading and writing of
    "bezwaar".
    """
    if _open_bezwaar(zaak, toegang).exists():
        raise Geweigerd(
            "al_bezwaar",
            Tekst("Uw bezwaar is al ontvangen.", "Your objection was already received."),
            status=409,
        )
    Bezwaar.objects.met(toegang).bulk_create(
        [
            Bezwaar(
                organisatie_id=zaak.organisatie_id,
                persoon_id=persoon,
                zaak=zaak,
                datum=vandaag(),
                waartegen=waartegen,
                toelichting=toelichting[:2000],
            )
            for persoon in personen
        ]
    )
    if zaak.termijnen.filter(regel="bezwaar", klaar__isnull=True).exists():
        bewaar(zaak)  # another of the case objected before: one decision, by the earliest day
        return
    start_termijn(zaak, "bezwaar", vandaag())
    maak_taak(zaak, "bezwaar", Tekst("Beslis op het bezwaar", "Decide on the objection"), vandaag(), None)
    bewaar(zaak)


def trek_bezwaar_in(zaak: Zaak, persoon_id: UUID, toegang: Toegang) -> None:
    """The person takes his open objection back; its task and term end, and it stays on record.

    Raises `Geweigerd` when none is open. Needs reading and writing of "bezwaar".
    """
    rijen = _open_bezwaar(zaak, toegang).filter(persoon_id=persoon_id)
    _gewijzigd(rijen.update(ingetrokken=vandaag()))
    huidige_operatie().verandert(bezwaar=["open", "ingetrokken"])
    _bezwaar_klaar(zaak)


def laat_doorgaan(zaak: Zaak, grond: str, omdat: str, toegang: Toegang) -> None:
    """Record the compelling ground on which what was objected to goes on until the decision; the person reads why.

    Raises `Geweigerd` for a ground that is none, without a reason of a sentence, or when no objection is open. Needs
    reading and writing of "bezwaar".
    """
    if grond not in GRONDEN:
        tekst = Tekst(f"Kies uit: {', '.join(GRONDEN)}.", f"Choose from: {', '.join(GRONDEN)}.")
        fout = Fout("keuze_onjuist", tekst, Plaats(kolom="grond"))
        raise Geweigerd(fout.code, fout.tekst, fouten=(fout,))
    omdat = _motivering(omdat)
    _gewijzigd(_open_bezwaar(zaak, toegang).update(doorgaan_grond=grond, doorgaan_omdat=omdat))
    huidige_operatie().verandert(omdat[:300], bezwaar_doorgaan=grond)


def beslis_over_bezwaar(
    zaak: Zaak, toegewezen: bool, motivering: str, toegang: Toegang, *, stopt: str = "", overleg: str = ""
) -> None:
    """Decide the open objections of a case, with a motivation that the person reads; ends their task and term.

    `stopt`: what stops when it is granted in part; `overleg`: whom the decider consulted. Raises `Geweigerd` without a motivation of a sentence, or when none is open. Needs writing of "bezwaar".
    """
    motivering = _motivering(motivering)
    operatie = huidige_operatie()
    _gewijzigd(
        _open_bezwaar(zaak, toegang).update(
            beslist_op=vandaag(),
            toegewezen=toegewezen,
            stopt=stopt,
            overleg=overleg,
            motivering=motivering,
            beslist_door=operatie.actor.naam,
        )
    )
    operatie.verandert(motivering[:300], bezwaar=["open", "toegewezen" if toegewezen else "afgewezen"])
    _bezwaar_klaar(zaak)


def besluit_vooraf(zaak: Zaak, motivering: str, toegang: Toegang) -> tuple[list[Bezwaar], str]:
    """The objections that a decision now would decide, and its motivation; raises what deciding would. Needs reading of "bezwaar"."""
    motivering = _motivering(motivering)
    rijen = list(_open_bezwaar(zaak, toegang).order_by("datum", "id"))
    _gewijzigd(len(rijen))
    return rijen, motivering


def _open_bezwaar(zaak: Zaak, toegang: Toegang) -> QuerySet[Bezwaar]:
    rijen: QuerySet[Bezwaar] = Bezwaar.objects.met(toegang).filter(
        zaak=zaak, beslist_op__isnull=True, ingetrokken__isnull=True
    )
    return rijen


def _gewijzigd(aantal: int) -> None:
    if not aantal:
        raise Geweigerd(
            "geen_bezwaar",
            Tekst("Er ligt geen bezwaar om op te beslissen.", "There is no objection to decide on."),
            status=409,
        )


def _bezwaar_klaar(zaak: Zaak) -> None:
    rond_taken_af(zaak, ["bezwaar"])
    rond_termijn_af(zaak, "bezwaar", opslaan=False)


def _motivering(tekst: str) -> str:
    if len(tekst := tekst.strip()) < MOTIVERING_MINSTENS:
        raise Geweigerd(
            "motivering_ontbreekt",
            Tekst(
                "Motiveer het besluit in ten minste één zin; de inwoner leest haar.",
                "Give a motivation of at least one sentence; the resident reads it.",
            ),
        )
    return tekst[:4000]
