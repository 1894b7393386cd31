"""An arrangement by saving, or without capacity: what is expected each month, what is late, what creditors get. Pure.

Every month asks what the resident can pay by the last check of his capacity; without capacity a month asks nothing.
What came in fills the oldest month first, and no interest is asked for being late.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.termijnen import maanden_later
from samenhang.schemes.schuldhulp.domain.lening import Ontvangst, Uitstel
from samenhang.schemes.schuldhulp.domain.rekenblad import Rekenblad
from samenhang.schemes.schuldhulp.domain.verdeling import DELEND, Vordering, verdeel

NIETS: Final = Bedrag(0)


@dataclass(frozen=True, slots=True)
class Capaciteit:
    """What can be paid a month, for the months that fall due after this day."""

    vanaf: date
    bedrag: Bedrag


@dataclass(frozen=True, slots=True)
class Spaarafspraak:
    """First day, number of months, and the capacities as they were checked, oldest first."""

    ingang: date
    maanden: int
    capaciteiten: tuple[Capaciteit, ...]

    def vervaldag(self, nummer: int) -> date:
        """The day on which a month falls due; the end of a short month is its last day (R8)."""
        return maanden_later(self.ingang, nummer)

    @property
    def einde(self) -> date:
        """The day on which the arrangement is over."""
        return self.vervaldag(self.maanden)

    def bedrag(self, nummer: int) -> Bedrag:
        """What a month asks."""
        dag = self.vervaldag(nummer)
        return [deel.bedrag for deel in self.capaciteiten if deel.vanaf < dag][-1]


@dataclass(frozen=True, slots=True)
class Spaarmaand:
    """One month: when it falls due, what it asks, what of it came; `vervalt` counts an agreement about arrears."""

    nummer: int
    vervaldag: date
    vervalt: date
    bedrag: Bedrag
    betaald: Bedrag

    @property
    def open(self) -> Bedrag:
        """What of it is still to come."""
        return self.bedrag - self.betaald


@dataclass(frozen=True, slots=True)
class Spaarstand:
    """How an arrangement stands on a day; `verwacht` is what all months ask together with the capacity of now."""

    dag: date
    maanden: tuple[Spaarmaand, ...]
    einde: date
    gespaard: Bedrag
    verwacht: Bedrag
    achterstand: Bedrag
    achter_sinds: date | None
    volgende: Spaarmaand | None

    @property
    def voldaan(self) -> bool:
        """Whether the term is over and nothing of it is still to come."""
        return self.dag >= self.einde and all(deel.open == NIETS for deel in self.maanden)


def spaarstand(
    afspraak: Spaarafspraak, ontvangsten: Sequence[Ontvangst], uitstel: Sequence[Uitstel], dag: date
) -> Spaarstand:
    """The arrangement on a day, from what was agreed, checked and received."""
    gespaard = sum(deel.bedrag.centen for deel in ontvangsten)
    over, maanden = gespaard, []
    for nummer in range(1, afspraak.maanden + 1):
        vervaldag, bedrag = afspraak.vervaldag(nummer), afspraak.bedrag(nummer)
        betaald = min(over, bedrag.centen)
        over -= betaald
        vervalt = max([vervaldag, *(deel.tot for deel in uitstel if vervaldag <= deel.gemaakt)])
        maanden.append(Spaarmaand(nummer, vervaldag, vervalt, bedrag, Bedrag(betaald)))
    laat = [deel for deel in maanden if deel.open > NIETS and deel.vervalt < dag]
    return Spaarstand(
        dag=dag,
        maanden=tuple(maanden),
        einde=afspraak.einde,
        gespaard=Bedrag(gespaard),
        verwacht=Bedrag(sum(deel.bedrag.centen for deel in maanden)),
        achterstand=Bedrag(sum(deel.open.centen for deel in laat)),
        achter_sinds=min((deel.vervalt for deel in laat), default=None),
        volgende=next((deel for deel in maanden if deel.open > NIETS and deel.vervalt >= dag), None),
    )


def uit_te_keren(
    gespaard: Bedrag, vorderingen: Sequence[Vordering], al: Mapping[str, Bedrag]
) -> dict[str, Bedrag]:
    """What each creditor gets now, so that with what he got before all of it is the distribution of what was saved.

    Adds up to what was saved and not yet paid out, to the cent. Nobody gets above his claim, and nobody has to give
    back: where the rounding of a larger pot asks a creditor for a cent, it comes off whoever gets most now.
    """
    delend = [deel for deel in vorderingen if deel.rang in DELEND]
    schuld = sum(deel.bedrag.centen for deel in delend)
    if gespaard.centen >= schuld:
        doel = {deel.id: deel.bedrag.centen for deel in delend}
    else:
        verdeling = verdeel(gespaard, delend, Rekenblad.leeg())
        doel = {deel.id: deel.bedrag.centen for deel in verdeling.uitkeringen}
    nu = {id_: max(0, centen - al.get(id_, NIETS).centen) for id_, centen in doel.items()}
    teveel = sum(nu.values()) - (sum(doel.values()) - sum(deel.centen for deel in al.values()))
    while teveel > 0:
        meest = max(nu, key=lambda id_: (nu[id_], id_))
        nu[meest] -= 1
        teveel -= 1
    return {id_: Bedrag(centen) for id_, centen in nu.items()}
