"""The objection and the decision on it."""

from __future__ import annotations

from dataclasses import dataclass

from samenhang.kernel.basis import Tekst
from samenhang.kernel.scheme import Handeling, veld
from samenhang.schemes.vroegsignalering import actions, queries


@dataclass(frozen=True, slots=True)
class BezwaarInvoer:
    """Why, when the resident wants to say so."""

    toelichting: str = veld("Waarom?", "Why?", standaard="", regels=3, hoogstens=2000)


@dataclass(frozen=True, slots=True)
class BezwaarBesluit:
    """Granted or refused, and why."""

    toegewezen: bool = veld("Krijgt de inwoner gelijk?", "Is the objection granted?")
    motivering: str = veld(
        "Motivering", "Motivation", regels=5, hoogstens=4000,
        uitleg=Tekst("De inwoner leest dit in de brief en op zijn eigen pagina. Schrijf in gewone taal.", "The resident reads this in the letter and on his own page. Use plain words."),
    )  # fmt: skip


BEZWAAR = (
    Handeling(
        "bezwaar", Tekst("Maak bezwaar", "Object"),
        Tekst("Er is geen contact tot erover is beslist, uiterlijk over een maand.", "There is no contact until it is decided, within a month."),
        BezwaarInvoer, lambda actor, zaak, i: actions.maak_bezwaar(actor, zaak, i.toelichting), pad="bezwaren", nieuw=True,
    ),
    Handeling(
        "bezwaar-beslissen", Tekst("Beslis op het bezwaar", "Decide on the objection"),
        Tekst("De inwoner krijgt een brief. Krijgt hij gelijk, dan stopt het contact voorgoed.", "The resident gets a letter. When it is granted, contact stops for good."),
        BezwaarBesluit, lambda actor, zaak, i: actions.beslis_op_bezwaar(actor, zaak, i.toegewezen, i.motivering),
        pad="bezwaarbesluit", vooraf=queries.besluitbrief_vooraf,
    ),
)  # fmt: skip
