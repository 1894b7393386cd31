"""The duties of this scheme: a postponement that has passed ends by itself, and the resident is told; a hand-over that
nobody confirmed is asked after."""

from __future__ import annotations

from uuid import UUID

from samenhang.kernel.basis import Tekst
from samenhang.kernel.plichten.ontvangst import ontvangstplicht
from samenhang.kernel.plichten.uitstel import BRIEF, uitstelplicht
from samenhang.kernel.plichten.uitvoerder import registreer
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import UITSTEL, Zaak
from samenhang.schemes.wams.scheme import SCHEME
from samenhang.schemes.wams.stukken.informeerbrief import VERSIE


def _vertel(zaak: Zaak, wie: list[UUID], toegang: Toegang) -> bool:
    """The letter of today is ready with who treats the case, and he reads it on his page from now on."""
    for persoon in wie:
        zaken.leg_informeren_vast(zaak, persoon, "melding", zaken.vandaag(), "brief", toegang, VERSIE)
    if not zaak.taken.filter(soort=UITSTEL, klaar__isnull=True).exists():
        zaken.rond_termijn_af(zaak, "informeren", opslaan=False)
    brief = Tekst(
        "Post vandaag de brief over de melding (bij het gezin, als PDF)",
        "Post the letter about the report today (at the family, as PDF)",
    )
    zaken.maak_taak(zaak, BRIEF, brief, zaken.vandaag(), zaak.behandelaar)
    return True


ONTVANGST_NAVRAGEN = registreer(ontvangstplicht(SCHEME))
UITSTEL_VERLOPEN = registreer(uitstelplicht(SCHEME.naam, _vertel))
