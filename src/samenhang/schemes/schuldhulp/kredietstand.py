"""From the rows of a credit to how it stands: `domain/lening.py` computes, this reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from samenhang.kernel.basis import Bedrag
from samenhang.schemes.schuldhulp.domain.lening import Afspraak, Leenstand, Ontvangst, Uitstel, stand_van
from samenhang.schemes.schuldhulp.models import Betaaluitstel, Betaling, Krediet


def afspraak_van(krediet: Krediet) -> Afspraak:
    """The agreement of a credit."""
    return Afspraak(
        netto=Bedrag(krediet.netto_centen),
        maandtermijn=Bedrag(krediet.maandtermijn_centen),
        ingang=krediet.ingang,
        schema=tuple((Bedrag(rente), Bedrag(aflossing)) for rente, aflossing in krediet.schema),
    )


def ontvangsten_van(betalingen: Sequence[Betaling]) -> list[Ontvangst]:
    """What came in and was not taken back."""
    return [Ontvangst(rij.ontvangen_op, rij.bedrag) for rij in betalingen if rij.vervallen_op is None]


def leenstand(
    krediet: Krediet, betalingen: Sequence[Betaling], uitstel: Sequence[Betaaluitstel], dag: date
) -> Leenstand:
    """How the credit stands on a day."""
    return stand_van(
        afspraak_van(krediet),
        ontvangsten_van(betalingen),
        [Uitstel(rij.gemaakt, rij.tot) for rij in uitstel],
        dag,
        ingelost=krediet.ingelost_op is not None,
    )
