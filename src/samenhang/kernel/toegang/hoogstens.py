"""What the permits in force give at most: no more than that is ever asked, or offered as a choice. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samenhang.kernel.toegang.tabel import Beslistabel


@dataclass(frozen=True, slots=True)
class Hoogstens:
    """What a kind of organisation can at most get and give, and on which legal basis."""

    leest: frozenset[str]
    schrijft: frozenset[str]
    grondslagen: tuple[str, ...]


def hoogstens(
    tabel: Beslistabel, scheme: str, doel: str, soort: str, wie: tuple[str, str], dag: date
) -> Hoogstens:
    """That of `wie` (role, involvement) of this kind of organisation, for this purpose, on the bases in force that day."""
    regels = [
        regel
        for regel in tabel.regels.values()
        if regel.scheme == scheme
        and doel in regel.doelen
        and soort in regel.organisaties
        and wie in regel.wie
        and tabel.grondslagen[regel.grondslag].in_werking_op(dag)
    ]
    return Hoogstens(
        frozenset().union(*(regel.leest for regel in regels)),
        frozenset().union(*(regel.schrijft for regel in regels)),
        tuple(sorted({regel.grondslag for regel in regels})),
    )
