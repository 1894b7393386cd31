"""What is recorded in a case about someone, as far as a decision opened it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samenhang.kernel.toegang import Toegang
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.zvh.models import GEGEVENS, INBRENGTABELLEN


@dataclass(frozen=True, slots=True)
class Gegeven:
    """Something that came along or was brought in: of which kind, from whom, and why it is needed."""

    leefgebied: str
    tekst: str
    bron: str
    nodig: str


def gegevens_van(toegang: Toegang, zaak: Zaak, noodzaak: Mapping[str, str]) -> tuple[Gegeven, ...]:
    """What this decision opens, kind by kind: what came along with the necessity given, what a party brought in with its own."""
    mee = [
        Gegeven(soort, rij.tekst, rij.bron, noodzaak[soort])
        for soort, model in GEGEVENS.items()
        if soort in toegang.leest and soort in noodzaak
        for rij in model.objects.met(toegang).filter(zaak=zaak).order_by("moment", "id")
    ]
    ingebracht = [
        Gegeven(soort, rij.tekst, rij.bron, rij.nodig)
        for soort, model in INBRENGTABELLEN.items()
        if soort in toegang.leest
        for rij in model.objects.met(toegang).filter(zaak=zaak).order_by("moment", "id")
    ]
    return (*mee, *ingebracht)
