"""A credit that runs: what was paid of which instalment, what is late, what closes it, and when it ends. Pure.

A payment fills the oldest instalment first, within it the interest and then the principal. No interest is asked for
being late (policy); an instalment for which something was agreed falls due on the day of that agreement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.termijnen import maanden_later
from samenhang.schemes.schuldhulp.domain.getallen import helft_omhoog

NIETS: Final = Bedrag(0)


@dataclass(frozen=True, slots=True)
class Afspraak:
    """What was agreed: net credit, instalment, first day, and per month interest and principal as calculated."""

    netto: Bedrag
    maandtermijn: Bedrag
    ingang: date
    schema: tuple[tuple[Bedrag, Bedrag], ...]

    def vervaldag(self, nummer: int) -> date:
        """The day on which an instalment falls due; the end of a short month is its last day (R8)."""
        return maanden_later(self.ingang, nummer)


@dataclass(frozen=True, slots=True)
class Ontvangst:
    """What came in on a day."""

    op: date
    bedrag: Bedrag


@dataclass(frozen=True, slots=True)
class Uitstel:
    """On `gemaakt` was agreed that everything late by then is paid by `tot`."""

    gemaakt: date
    tot: date


@dataclass(frozen=True, slots=True)
class Termijnstand:
    """One instalment: when it falls due, its parts, what of it was paid and by when; `vervalt` counts an agreement."""

    nummer: int
    vervaldag: date
    vervalt: date
    rente: Bedrag
    aflossing: Bedrag
    betaald: Bedrag
    voldaan_op: date | None

    @property
    def bedrag(self) -> Bedrag:
        """What the instalment is."""
        return self.rente + self.aflossing

    @property
    def open(self) -> Bedrag:
        """What of it is still to be paid."""
        return self.bedrag - self.betaald

    @property
    def rente_betaald(self) -> Bedrag:
        """The interest in what was paid."""
        return min(self.betaald, self.rente)

    @property
    def aflossing_betaald(self) -> Bedrag:
        """The principal in what was paid."""
        return self.betaald - self.rente_betaald


@dataclass(frozen=True, slots=True)
class Leenstand:
    """How a credit stands on a day.

    `openstaand` is what the instalments still ask, `hoofdsom` the principal in it, `achterstand` what is late since
    `achter_sinds`, `inlossom` what would close the credit today, `schuldenvrij` the day without debt when from now on
    the agreed instalment is paid.
    """

    dag: date
    termijnen: tuple[Termijnstand, ...]
    betaald: Bedrag
    openstaand: Bedrag
    hoofdsom: Bedrag
    achterstand: Bedrag
    achter_sinds: date | None
    achter_termijnen: int
    volgende: Termijnstand | None
    inlossom: Bedrag
    lopende_rente: Bedrag
    schuldenvrij: date
    ingelost: bool

    @property
    def voldaan(self) -> bool:
        """Whether nothing is left to pay."""
        return self.ingelost or self.openstaand == NIETS

    @property
    def maanden_achter(self) -> int:
        """How many whole months the oldest instalment is late."""
        if self.achter_sinds is None:
            return 0
        maanden = 0
        while maanden_later(self.achter_sinds, maanden + 1) <= self.dag:
            maanden += 1
        return maanden


def stand_van(
    afspraak: Afspraak,
    ontvangsten: Sequence[Ontvangst],
    uitstel: Sequence[Uitstel],
    dag: date,
    *,
    ingelost: bool = False,
) -> Leenstand:
    """The credit on a day, from the agreement and what came in. `ingelost`: a payment closed it early."""
    termijnen = _verdeeld(afspraak, sorted(ontvangsten, key=lambda deel: deel.op), uitstel)
    betaald = Bedrag(sum(deel.bedrag.centen for deel in ontvangsten))
    if ingelost:
        return Leenstand(dag, termijnen, betaald, NIETS, NIETS, NIETS, None, 0, None, NIETS, NIETS, max(deel.op for deel in ontvangsten), True)  # fmt: skip
    open_ = [deel for deel in termijnen if deel.open > NIETS]
    laat = [deel for deel in open_ if deel.vervalt < dag]
    openstaand = Bedrag(sum(deel.open.centen for deel in open_))
    lopend = _lopende_rente(afspraak, termijnen, dag)
    vervallen = Bedrag(sum(deel.rente.centen for deel in termijnen if deel.vervaldag <= dag))
    inlossom = max(NIETS, min(openstaand, afspraak.netto + vervallen + lopend - betaald))
    return Leenstand(
        dag=dag,
        termijnen=termijnen,
        betaald=betaald,
        openstaand=openstaand,
        hoofdsom=afspraak.netto - Bedrag(sum(deel.aflossing_betaald.centen for deel in termijnen)),
        achterstand=Bedrag(sum(deel.open.centen for deel in laat)),
        achter_sinds=min((deel.vervalt for deel in laat), default=None),
        achter_termijnen=len(laat),
        volgende=open_[0] if open_ else None,
        inlossom=inlossom,
        lopende_rente=lopend,
        schuldenvrij=_schuldenvrij(afspraak, termijnen, openstaand, dag),
        ingelost=False,
    )


@dataclass(frozen=True, slots=True)
class Claimdelen:
    """What a claim on the guarantee fund is computed from (its specification of 2022)."""

    afgeloste_hoofdsom: Bedrag
    verschuldigde_kredietvergoeding: Bedrag
    vervroegde_aflossing: Bedrag
    lopende_rente: Bedrag


def claimdelen(stand: Leenstand) -> Claimdelen:
    """Principal repaid on instalments that fell due, interest due and unpaid, what was paid ahead, running interest."""
    vervallen = [deel for deel in stand.termijnen if deel.vervaldag <= stand.dag]
    vooruit = [deel for deel in stand.termijnen if deel.vervaldag > stand.dag]
    return Claimdelen(
        afgeloste_hoofdsom=Bedrag(sum(deel.aflossing_betaald.centen for deel in vervallen)),
        verschuldigde_kredietvergoeding=Bedrag(
            sum((deel.rente - deel.rente_betaald).centen for deel in vervallen)
        ),
        vervroegde_aflossing=Bedrag(sum(deel.betaald.centen for deel in vooruit)),
        lopende_rente=stand.lopende_rente,
    )


def saldo_op(afspraak: Afspraak, ontvangsten: Sequence[Ontvangst], nummer: int) -> Bedrag:
    """The principal that was still owed at the end of the day on which an instalment fell due."""
    dag = afspraak.vervaldag(nummer)
    tot = [deel for deel in ontvangsten if deel.op <= dag]
    return afspraak.netto - Bedrag(
        sum(deel.aflossing_betaald.centen for deel in _verdeeld(afspraak, tot, ()))
    )


def verloop(
    afspraak: Afspraak, ontvangsten: Sequence[Ontvangst], stand: Leenstand
) -> list[tuple[date, Bedrag, Bedrag]]:
    """Per month: its last day to pay, the principal owed after it as agreed, and as it is or will be.

    What will be supposes that from now on the agreed instalment comes every month; who is late pays longer.
    """
    binnen, over = list(ontvangsten), stand.openstaand
    uit: list[tuple[date, Bedrag, Bedrag]] = []
    gepland, nummer = afspraak.netto, 0
    while nummer < len(afspraak.schema) or over > NIETS:
        nummer += 1
        dag = afspraak.vervaldag(nummer)
        if nummer <= len(afspraak.schema):
            gepland -= afspraak.schema[nummer - 1][1]
        if (
            dag >= stand.dag
            and over > NIETS
            and stand.volgende is not None
            and nummer >= stand.volgende.nummer
        ):
            deel = min(over, afspraak.maandtermijn)
            over -= deel
            binnen.append(Ontvangst(dag, deel))
        einde = stand.ingelost and max(deel.op for deel in ontvangsten) <= dag
        uit.append((dag, gepland, NIETS if einde else saldo_op(afspraak, binnen, nummer)))
    return uit


def _verdeeld(
    afspraak: Afspraak, ontvangsten: Sequence[Ontvangst], uitstel: Sequence[Uitstel]
) -> tuple[Termijnstand, ...]:
    """What came in over the instalments, the oldest first; one is met on the day of the payment that filled it."""
    over, plek = [deel.bedrag.centen for deel in ontvangsten], 0
    uit: list[Termijnstand] = []
    for nummer, (rente, aflossing) in enumerate(afspraak.schema, 1):
        nodig, betaald, voldaan_op = (rente + aflossing).centen, 0, None
        while plek < len(over) and betaald < nodig:
            deel = min(over[plek], nodig - betaald)
            betaald += deel
            over[plek] -= deel
            if betaald == nodig:
                voldaan_op = ontvangsten[plek].op
            if over[plek] == 0:
                plek += 1
        vervaldag = afspraak.vervaldag(nummer)
        vervalt = max([vervaldag, *(deel.tot for deel in uitstel if vervaldag <= deel.gemaakt)])
        uit.append(Termijnstand(nummer, vervaldag, vervalt, rente, aflossing, Bedrag(betaald), voldaan_op))
    return tuple(uit)


def _lopende_rente(afspraak: Afspraak, termijnen: Sequence[Termijnstand], dag: date) -> Bedrag:
    """Interest of the month that runs, by days and half up: from the last day on which one fell due up to `dag`."""
    lopend = next((deel for deel in termijnen if deel.vervaldag > dag), None)
    vorige = afspraak.vervaldag(lopend.nummer - 1) if lopend else dag
    if lopend is None or dag <= vorige:
        return NIETS
    return Bedrag(helft_omhoog(lopend.rente.centen * (dag - vorige).days, (lopend.vervaldag - vorige).days))


def _schuldenvrij(
    afspraak: Afspraak, termijnen: Sequence[Termijnstand], openstaand: Bedrag, dag: date
) -> date:
    if openstaand == NIETS:
        return max((deel.voldaan_op for deel in termijnen if deel.voldaan_op), default=dag)
    nog = -(-openstaand.centen // afspraak.maandtermijn.centen)
    eerste = 1
    while afspraak.vervaldag(eerste) < dag:
        eerste += 1
    betaald = next(deel.nummer for deel in termijnen if deel.open > NIETS)
    return afspraak.vervaldag(max(eerste, betaald) + nog - 1)
