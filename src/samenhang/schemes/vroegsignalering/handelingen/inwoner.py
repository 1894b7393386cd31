"""What the resident does himself."""

from __future__ import annotations

from dataclasses import dataclass

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, Niets, veld
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.domain.inwonertekst import ONJUIST


@dataclass(frozen=True, slots=True)
class VerbeteringInvoer:
    """What is wrong."""

    wat: str = veld("Wat klopt er niet?", "What is wrong?", keuzes=ONJUIST)


INWONER = (
    Handeling(
        "hulp-ja", Tekst("Ja, ik wil hulp", "Yes, I want help"),
        Tekst("Wij bellen u, als het kan vandaag nog.", "We call you, today if possible."),
        Niets, lambda actor, zaak, i: actions.vraag_hulp(actor, zaak), pad="hulpvraag", nieuw=True,
    ),
    Handeling(
        "verbetering-vragen", Tekst("Er klopt iets niet", "Something is wrong"),
        Tekst("Wij nemen contact met u op en verbeteren het.", "We contact you and correct it."),
        VerbeteringInvoer, lambda actor, zaak, i: actions.vraag_verbetering(actor, zaak, i.wat), pad="verbeterverzoeken", nieuw=True,
    ),
    Handeling(
        "kopie-vragen", Tekst("Ik wil een kopie op papier", "I want a copy on paper"),
        Tekst("U krijgt uw kopie binnen een maand met de post.", "You receive your copy by mail within a month."),
        Niets, lambda actor, zaak, i: actions.vraag_kopie(actor, zaak), pad="kopieverzoeken", nieuw=True,
    ),
)  # fmt: skip
