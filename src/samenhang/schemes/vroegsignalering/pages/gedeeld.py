"""What the pages of this scheme share: parsing a form's choice or day, and saying what was done."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import get_language

from samenhang.kernel.basis import Geweigerd, Tekst

WERKERS = ("vroegsignaleerder", "teamleider")


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
