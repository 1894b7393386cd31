"""The duty of this scheme: a postponement that has passed ends by itself, and the resident is told."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.plichten.uitstel import BRIEF, uitstelplicht
from samenhang.kernel.plichten.uitvoerder import registreer
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import UITSTEL, Zaak
from samenhang.schemes.wams.scheme import SCHEME


def _vertel(zaak: Zaak, wie: list[UUID], toegang: Toegang) -> bool:
    """The resident reads it on his page from now on, which is recorded; who treats the case sends the letter."""
    for persoon in wie:
        zaken.leg_informeren_vast(zaak, persoon, "melding", zaken.vandaag(), "brief", toegang)
    if not zaak.taken.filter(soort=UITSTEL, klaar__isnull=True).exists():
        zaken.rond_termijn_af(zaak, "informeren", opslaan=False)
    brief = Tekst("Stuur de brief over de melding", "Send the letter about the report")
    zaken.maak_taak(zaak, BRIEF, brief, zaken.vandaag(), zaak.behandelaar)
    return True


UITSTEL_VERLOPEN = registreer(uitstelplicht(SCHEME.naam, _vertel))
