"""What the pages of this scheme share: parsing a form's choice or day, and saying what was done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import get_language

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.web.formulieren import vertaald
from samenhang.web.onderdelen import Bladen

WERKERS = ("vroegsignaleerder", "teamleider")


def zonder(request: HttpRequest, *weg: str, **erbij: str) -> str:
    """The address of this list without these parameters and with those."""
    vraag = request.GET.copy()
    for naam in weg:
        vraag.pop(naam, None)
    for naam, waarde in erbij.items():
        vraag[naam] = waarde
    return f"?{vraag.urlencode()}"


def bladen(request: HttpRequest, blad: int, aantal: int, totaal: int) -> Bladen:
    """Where a list of numbered pages stands."""
    begin = (max(1, blad) - 1) * aantal
    return Bladen(
        van=min(begin + 1, totaal),
        tot=min(begin + aantal, totaal),
        totaal=totaal,
        vorige=zonder(request, blad=str(blad - 1)) if blad > 1 else "",
        volgende=zonder(request, blad=str(blad + 1)) if begin + aantal < totaal else "",
    )


def meld(request: HttpRequest, nl: str, en: str) -> None:
    messages.success(request, Tekst(nl, en).in_taal(get_language() or "nl"))


def als_uuid(waarde: str) -> UUID:
    try:
        return UUID(waarde)
    except ValueError as fout:
        raise Geweigerd(
            "keuze_onjuist",
            Tekst(
                "Deze keuze bestaat niet meer. Vernieuw de pagina.",
                "This choice no longer exists. Reload the page.",
            ),
        ) from fout


def als_dag(waarde: str) -> date:
    try:
        return date.fromisoformat(waarde)
    except ValueError as fout:
        raise Geweigerd(
            "datum_onjuist", Tekst("Vul een bestaande datum in.", "Enter an existing date.")
        ) from fout


@contextmanager
def fouten_in(formulier: forms.Form, velden: dict[str, str] | None = None) -> Iterator[list[bool]]:
    """Show a refusal of the action at the fields of the form; what the caller gets is empty when there was one.

    `velden` maps the name of a fault to the field that shows it. A refusal of the actor himself goes on.
    """
    goed = [True]
    try:
        yield goed
    except Geweigerd as weigering:
        if weigering.status not in (400, 409):
            raise
        goed.clear()
        for fout in weigering.fouten:
            veld = (velden or {}).get(fout.plaats.kolom, fout.plaats.kolom)
            formulier.add_error(veld if veld in formulier.fields else None, vertaald(fout.tekst))
        if not weigering.fouten:
            formulier.add_error(None, vertaald(weigering.tekst))
