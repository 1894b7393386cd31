"""Putting off to tell a person that his data are used; schemes call these inside their own actions.

Source: UAVG art. 41 and AVG art. 23 (both unverified); which grounds there are, a scheme declares.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.rechten.models import Informering, Uitstel
from samenhang.kernel.scheme import scheme
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.actions.gedeeld import bewaar, schrijf_tijdlijn, vandaag
from samenhang.kernel.zaken.actions.taken import maak_taak, rond_taken_af
from samenhang.kernel.zaken.models import UITSTEL, Zaak

REDEN_MINSTENS: Final = 20
"""Characters of a reason: enough to be a sentence; the person reads it later."""
REDEN_HOOGSTENS: Final = 1000
VERLOPEN, VERTELD = "verlopen", "verteld"
"""How a postponement ended."""


@dataclass(frozen=True, slots=True)
class Uitstelvraag:
    """Until when someone is not told, on which declared ground, why, and in which role that was decided."""

    tot: date
    grond: str
    reden: str
    mandaat: str


def stel_informeren_uit(zaak: Zaak, persoon_id: UUID, vraag: Uitstelvraag, toegang: Toegang) -> Uitstel:
    """Put off telling this person, once; until it ends he reads nothing of the case on his own page or in his log.

    Raises `Geweigerd` for a ground that the scheme does not declare, a day that has passed or is too far, a reason
    that is no sentence, who was told already, and a second time. Needs reading and writing of "informeren".
    """
    gronden = {grond.naam: grond for grond in scheme(zaak.scheme).uitstelgronden}
    grond = gronden.get(vraag.grond)
    if grond is None:
        keuzes = ", ".join(gronden)
        raise _onjuist(
            "grond",
            "keuze_onjuist",
            f'"{vraag.grond[:40]}" is geen grond om het informeren uit te stellen. Kies uit: {keuzes}.',
            f'"{vraag.grond[:40]}" is no ground to put off informing. Choose from: {keuzes}.',
        )
    dagen = (vraag.tot - vandaag()).days
    if not 0 < dagen <= grond.hoogstens:
        raise _onjuist(
            "tot",
            "uitstel_te_lang",
            f"Uitstel duurt op deze grond ten minste een dag en ten hoogste {grond.hoogstens} dagen. Kies een andere dag.",
            f"On this ground a postponement lasts at least one day and at most {grond.hoogstens} days. Choose another day.",
        )
    reden = " ".join(vraag.reden.split())
    if not REDEN_MINSTENS <= len(reden) <= REDEN_HOOGSTENS:
        raise _onjuist(
            "reden",
            "reden_ontbreekt",
            f"Schrijf in ten minste één zin en hoogstens {REDEN_HOOGSTENS} tekens waarom; de inwoner leest dit later.",
            f"Write why in at least one sentence and at most {REDEN_HOOGSTENS} characters; the resident reads this later.",
        )
    eigen = {"zaak": zaak, "persoon_id": persoon_id}
    if Informering.objects.met(toegang).filter(**eigen).exists():
        raise _kan_niet(
            "al_geinformeerd",
            "Deze inwoner is al geïnformeerd; uitstellen kan niet meer.",
            "This resident was informed already; it cannot be put off any more.",
        )
    if Uitstel.objects.met(toegang).filter(**eigen).exists():
        raise _kan_niet(
            "al_uitgesteld",
            "Het informeren van deze inwoner is al eens uitgesteld; het wordt niet verlengd.",
            "Informing this resident was put off before; it is not extended.",
        )
    operatie = huidige_operatie()
    rij: Uitstel = Uitstel.objects.met(toegang).create(
        **eigen,
        organisatie_id=zaak.organisatie_id,
        tot=vraag.tot,
        grond=grond.naam,
        artikel=grond.artikel,
        reden=reden,
        mandaat=vraag.mandaat,
        moment=operatie.nu,
        vastgelegd_door=operatie.actor.naam[:200],
    )
    maak_taak(
        zaak,
        UITSTEL,
        Tekst("Informeer de inwoner, of laat het uitstel aflopen", "Inform the resident, or let the postponement end"),
        vraag.tot,
        zaak.behandelaar,
    )  # fmt: skip
    bewaar(zaak)
    schrijf_tijdlijn(zaak, UITSTEL, Tekst("Informeren uitgesteld", "Informing put off"))
    operatie.verandert(uitstel=[None, vraag.tot.isoformat()], grond=grond.naam)
    return rij


def laat_uitstel_verlopen(zaak: Zaak, toegang: Toegang) -> list[UUID]:
    """End the postponements of a case whose last day has passed; gives who must be told now.

    Twice is as once. Needs reading and writing of "informeren".
    """
    voorbij = Uitstel.objects.met(toegang).filter(zaak=zaak, geeindigd__isnull=True, tot__lt=vandaag())
    wie = list(voorbij.order_by("persoon_id").values_list("persoon_id", flat=True))
    if wie:
        _beeindig(zaak, wie, VERLOPEN, toegang)
        schrijf_tijdlijn(
            zaak, UITSTEL, Tekst("Uitstel van informeren verlopen", "Postponement of informing lapsed")
        )
    return wie


def uitstel_eindigt_met_vertellen(zaak: Zaak, persoon_id: UUID, toegang: Toegang) -> None:
    """He was told: a postponement that runs for him ends."""
    _beeindig(zaak, [persoon_id], VERTELD, toegang)


def _beeindig(zaak: Zaak, wie: list[UUID], einde: str, toegang: Toegang) -> None:
    open_ = Uitstel.objects.met(toegang).filter(zaak=zaak, geeindigd__isnull=True)
    if open_.filter(persoon_id__in=wie).update(geeindigd=huidige_operatie().nu, einde=einde):
        rond_taken_af(zaak, [UITSTEL])
        for tot in open_.order_by("tot").values_list("tot", flat=True):
            titel = Tekst("Informeer de inwoner, of laat het uitstel aflopen", "Inform the resident, or let the postponement end")  # fmt: skip
            maak_taak(zaak, UITSTEL, titel, tot, zaak.behandelaar)


def _onjuist(kolom: str, code: str, nl: str, en: str) -> Geweigerd:
    tekst = Tekst(nl, en)
    return Geweigerd.bij(kolom, code, tekst)


def _kan_niet(code: str, nl: str, en: str) -> Geweigerd:
    return Geweigerd(code, Tekst(nl, en), status=409)
