"""Figures of the demo world: residents from the world itself, and a publication in each month that it lives."""

from __future__ import annotations

from collections import Counter
from datetime import date

from samenhang.demo.inrichting import Inrichting
from samenhang.demo.wereld.modellen import Wereld
from samenhang.kernel.organisaties.queries import systeem
from samenhang.schemes.vroegsignalering import actions


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


def stel_vast(inrichting: Inrichting, wereld: Wereld) -> None:
    """What the duty does on the first of a month, for every municipality."""
    for gemeente in wereld.gemeenten:
        actions.stel_cijfers_vast(systeem(inrichting.organisaties[gemeente.code]))


def telt_vandaag(dag: date, laatste: date) -> bool:
    """Figures come on the first of each month, and on the last day that the world lives."""
    return dag.day == 1 or dag == laatste
