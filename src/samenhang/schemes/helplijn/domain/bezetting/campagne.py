"""Campaigns and other dated pushes on demand. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from samenhang.kernel.basis import Tekst
from samenhang.schemes.helplijn.domain.bezetting.lezen import Deel

MEESTE_CAMPAGNES: Final = 50
VRAAG = Tekst("Minder dan -100 % kan niet, en boven 900 % is het een andere lijn.", "Less than -100 % cannot be, and above 900 % it is another line.")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Campagne:
    """A period in which more (or fewer) people call; without `effect` (percent) it is estimated from earlier ones of its `soort`."""

    naam: str
    soort: str
    van: date
    tot: date
    effect: Decimal | None = None

    def geldt(self, dag: date) -> bool:
        """Whether it runs on that day."""
        return self.van <= dag <= self.tot


def lees_campagnes(deel: Deel, naam: str) -> tuple[Campagne, ...]:
    """The campaigns of a document; two at once are refused, because nobody can tell their effects apart."""

    def lees(rij: Deel) -> Campagne | None:
        titel = rij.tekst("naam")
        soort = rij.tekst("soort", 40, standaard="campagne")
        van, tot = rij.datum("van"), rij.datum("tot")
        effect = rij.percentage("effect_procent", -100, 900, VRAAG, mag_leeg=True)
        if van is None or tot is None:
            return None
        if tot < van:
            rij.fout("tot", "periode_omgekeerd", f"ligt voor het begin ({van}). Wissel de datums om.", f"is before the beginning ({van}). Swap the dates.")  # fmt: skip
            return None
        return Campagne(titel, soort, van, tot, effect)

    gelezen = list(deel.delen(naam, MEESTE_CAMPAGNES, lees))
    for nummer, een in enumerate(gelezen):
        for ander in gelezen[:nummer]:
            if een and ander and een.van <= ander.tot and ander.van <= een.tot:
                deel.lezing.fout("campagnes_tegelijk", f"{deel.plek}/{naam}/{nummer}", f"loopt tegelijk met {ander.naam}. Knip de periodes, of maak er één campagne van.", f"runs at the same time as {ander.naam}. Cut the periods, or make them one campaign.")  # fmt: skip
    return tuple(campagne for campagne in gelezen if campagne)


def op(campagnes: Sequence[Campagne], dag: date) -> Campagne | None:
    """The campaign that runs on a day."""
    return next((campagne for campagne in campagnes if campagne.geldt(dag)), None)
