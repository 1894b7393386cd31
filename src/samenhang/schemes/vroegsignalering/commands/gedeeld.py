"""What the commands of this scheme share: whose register, which partner, a day, a document, what would change."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import typer

from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Geweigerd, Tekst

if TYPE_CHECKING:
    from samenhang.kernel.organisaties.models import Organisatie

GEMEENTE = typer.Option(help="Gemeentecode; nodig als er meer zijn / Municipality code", metavar="CODE")
JSON = typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
PROEF = typer.Option("--bekijk", help="Toon alleen wat er verandert / Only show what changes")


def kies_gemeente(code: str) -> Organisatie:
    """The municipality of a code, or the only one there is."""
    from samenhang.kernel.organisaties.models import Organisatie

    gemeenten = Organisatie.objects.filter(soort="gemeente", actief=True)
    if code:
        gemeenten = gemeenten.filter(gemeentecode=code)
    gevonden = list(gemeenten[:2])
    if len(gevonden) != 1:
        raise Geweigerd(
            "gemeente_onduidelijk",
            Tekst(
                "Er is niet precies één gemeente. Geef --gemeente met de viercijferige code.",
                "There is not exactly one municipality. Give --gemeente with its four-digit code.",
            ),
        )
    return gevonden[0]


def partner_van(gemeente: Organisatie, naam: str) -> Organisatie:
    """The partner of that name or trade register number with which the municipality has, or had, an agreement."""
    return _paar(naam, gemeente.gemeentecode or "")[1]


def gemeente_en_partner(code: str, naam: str) -> tuple[Organisatie, Organisatie]:
    """Whose register and which partner: without a code, the one municipality that has an agreement with him."""
    return _paar(naam, code)


def _paar(naam: str, code: str) -> tuple[Organisatie, Organisatie]:
    from django.db.models import Q

    from samenhang.schemes.vroegsignalering.models import Partnerafspraak

    afspraken = Partnerafspraak.objects.filter(gemeente__actief=True).select_related("gemeente", "partner")
    if code:
        afspraken = afspraken.filter(gemeente__gemeentecode=code)
    bedoeld = afspraken.filter(Q(partner__naam__iexact=naam) | Q(partner__kvk=naam))
    paren = {(rij.gemeente_id, rij.partner_id): (rij.gemeente, rij.partner) for rij in bedoeld}
    if len({partner for _, partner in paren}) != 1:
        namen = ", ".join(sorted({rij.partner.naam for rij in afspraken})) or "–"
        raise Geweigerd(
            "F10",
            Tekst(
                f"Partner {naam} is niet (eenduidig) bekend. Kies uit: {namen}.",
                f"Partner {naam} is not (uniquely) known. Choose from: {namen}.",
            ),
        )
    if len(paren) > 1:
        codes = ", ".join(
            sorted(f"{gemeente.gemeentecode} ({gemeente.naam})" for gemeente, _ in paren.values())
        )
        raise Geweigerd(
            "gemeente_onduidelijk",
            Tekst(
                f"{naam} levert aan meer gemeenten. Geef --gemeente met één van: {codes}.",
                f"{naam} delivers to several municipalities. Give --gemeente with one of: {codes}.",
            ),
        )
    return next(iter(paren.values()))


def als_id(waarde: str) -> UUID:
    """An id from the command line; `Geweigerd` when it is none."""
    try:
        return UUID(waarde)
    except ValueError as fout:
        raise Geweigerd(
            "id_onjuist",
            Tekst(f"{waarde} is geen geldig nummer (UUID).", f"{waarde} is not a valid id (UUID)."),
        ) from fout


def lees_document(pad: Path) -> dict[str, Any]:
    """The JSON object in a file; `Geweigerd` when it holds none."""
    try:
        document = json.loads(pad.read_text("utf-8"))
    except (OSError, ValueError) as fout:
        raise Geweigerd(
            "bestand_onleesbaar",
            Tekst(f"{pad} is geen leesbare JSON: {fout}.", f"{pad} is no readable JSON: {fout}."),
        ) from fout
    if not isinstance(document, dict):
        raise Geweigerd("bestand_onleesbaar", Tekst("Geef één JSON-object.", "Give one JSON object."))
    return document


def als_dag(waarde: object) -> date | None:
    """A day from a document or the command line; none for nothing; `Geweigerd` when it is no day."""
    try:
        return date.fromisoformat(str(waarde)) if waarde else None
    except ValueError as fout:
        raise Geweigerd(
            "datum_onjuist", Tekst(f"{waarde} is geen datum JJJJ-MM-DD.", f"{waarde} is no date YYYY-MM-DD.")
        ) from fout


def toon_verschillen(verschillen: list[Any], als_json: bool) -> None:
    """What a proposal would change."""
    if als_json:
        toon_json(
            {
                "verschillen": [
                    {"wat": v.wat.nl, "what": v.wat.en, "was": v.was, "wordt": v.wordt} for v in verschillen
                ]
            }
        )
        return
    for v in verschillen:
        was, wordt = v.was_leesbaar, v.wordt_leesbaar
        toon(Tekst(f"{v.wat.nl}: {was.nl} → {wordt.nl}", f"{v.wat.en}: {was.en} → {wordt.en}"))
