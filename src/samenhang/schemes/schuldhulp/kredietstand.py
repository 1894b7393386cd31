"""From the rows of a credit or an arrangement by saving to how it stands: `domain/` computes, this reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from samenhang.kernel.basis import Bedrag
from samenhang.schemes.schuldhulp.domain.lening import Afspraak, Leenstand, Ontvangst, Uitstel, stand_van
from samenhang.schemes.schuldhulp.domain.sparen import Capaciteit, Spaarafspraak, Spaarstand
from samenhang.schemes.schuldhulp.domain.sparen import spaarstand as bereken_spaarstand
from samenhang.schemes.schuldhulp.models import Betaaluitstel, Betaling, Hercontrole, Krediet, Spaarregeling


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


def spaarafspraak_van(regeling: Spaarregeling, controles: Sequence[Hercontrole]) -> Spaarafspraak:
    """The agreement of an arrangement by saving, with every check of capacity."""
    begin = Capaciteit(regeling.ingang, Bedrag(regeling.capaciteit_centen))
    later = (Capaciteit(rij.op, rij.capaciteit) for rij in controles)
    return Spaarafspraak(regeling.ingang, regeling.maanden, (begin, *later))


def spaarstand(
    regeling: Spaarregeling,
    controles: Sequence[Hercontrole],
    betalingen: Sequence[Betaling],
    uitstel: Sequence[Betaaluitstel],
    dag: date,
) -> Spaarstand:
    """How an arrangement by saving stands on a day."""
    return bereken_spaarstand(
        spaarafspraak_van(regeling, controles),
        ontvangsten_van(betalingen),
        [Uitstel(rij.gemaakt, rij.tot) for rij in uitstel],
        dag,
    )
