"""A scheme's list of cases over the API: one question and one answer for all of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from samenhang.api.schemas import Bladvraag, Bladzijde, Uitvoer
from samenhang.kernel.basis.bladwijzer import bladwijzer, lees_bladwijzer
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.zaken.lijst import Zaakkeuze, Zaaklijst


class Zaakvraag(Bladvraag):
    """Which cases: the own ones, of one step, overdue, or those that a search finds."""

    eigen: bool = False
    stap: Annotated[str, Field(max_length=40, examples=["triage"])] = ""
    zoek: Annotated[
        str,
        Field(
            max_length=100,
            description="Zaaknummer, of in eigen zaken een achternaam, geboortedatum of adres",
        ),
    ] = ""
    te_laat: bool = False


class ZaakregelUit(Uitvoer):
    """A case in a list."""

    id: UUID
    nummer: Annotated[str, Field(examples=["MP26-7K3M9QT"])]
    stap: Annotated[str, Field(examples=["triage"])]
    naam: str
    eigen: bool
    behandelaar: str | None
    volgende_termijn: date | None


class ZakenUit(Bladzijde[ZaakregelUit]):
    """A page of cases, what is due first on top."""

    totaal: int
    volgende: str | None


def zakenblad(actor: Actor, lijst: Zaaklijst, vraag: Zaakvraag) -> ZakenUit:
    """The page that was asked for."""
    begin = int(str(lees_bladwijzer(vraag.na, int)[0])) if vraag.na else 0
    keuze = Zaakkeuze(vraag.eigen, vraag.stap, vraag.zoek, vraag.te_laat)
    rijen, totaal = lijst(actor, keuze, begin=begin, aantal=vraag.aantal)
    einde = begin + len(rijen)
    return ZakenUit(
        items=[ZaakregelUit(**rij.document()) for rij in rijen],
        totaal=totaal,
        volgende=bladwijzer(einde) if einde < totaal else None,
    )
