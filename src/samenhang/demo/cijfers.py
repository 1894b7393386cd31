"""Figures of the demo world: residents from the world itself, a publication in each month that it lives, a count at the end."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

from samenhang.demo.inrichting import Inrichting
from samenhang.demo.wereld.modellen import Wereld
from samenhang.kernel.organisaties.queries import systeem
from samenhang.schemes.vroegsignalering import actions

STREEFWAARDEN = (("bereik", "40"), ("acceptatie_van_bereikten", "50"), ("binnen_termijn", "95"))


def leg_inwonertallen_vast(inrichting: Inrichting, wereld: Wereld) -> None:
    """The number of residents per municipality, as the invented register has it."""
    aantallen: Counter[str] = Counter()
    for huishouden in wereld.deel.huishoudens:
        eerste = wereld.deel.verblijven[huishouden.huishouden_id][0]
        aantallen[eerste.woning.adres.gemeentecode] += len(huishouden.volwassenen) + len(huishouden.kinderen)
    for gemeente in wereld.gemeenten:
        if aantal := aantallen[gemeente.code]:
            actor = systeem(inrichting.organisaties[gemeente.code])
            actions.leg_inwonertal_vast(actor, inrichting.begin, aantal, "verzonnen bevolking")


def leg_streefwaarden_vast(inrichting: Inrichting, wereld: Wereld) -> None:
    """What the policy plan of each municipality aims at."""
    for gemeente in wereld.gemeenten:
        if gemeente.code in inrichting.beleidsmakers:
            actor = inrichting.beleid(gemeente.code, inrichting.begin)
            for indicator, waarde in STREEFWAARDEN:
                actions.leg_streefwaarde_vast(
                    actor,
                    indicator,
                    inrichting.begin,
                    Decimal(waarde),
                    "beleidsplan schuldhulpverlening, doel 3",
                )


def tel(inrichting: Inrichting, wereld: Wereld, dag: date) -> None:
    """What the duty does on the first of a month, for every municipality; on the last day they count for themselves."""
    for gemeente in wereld.gemeenten:
        actor = systeem(inrichting.organisaties[gemeente.code])
        if dag.day == 1:
            actions.stel_cijfers_vast(actor)
        else:
            actions.tel_cijfers(actor)


def telt_vandaag(dag: date, laatste: date) -> bool:
    """Figures come on the first of each month, and on the last day that the world lives."""
    return dag.day == 1 or dag == laatste
