"""Doing a declared verb on a case: the one way in for page, API and command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import Handeling, velden_van
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.versie import verwacht_versie

JAREN_TERUG: Final = 130
JAREN_VOORUIT: Final = 50
"""How far from today a day in a form can be: longer ago nobody alive was born, later no promise holds."""


def voer_uit(
    actor: Actor, handeling: Handeling, zaak_id: UUID, invoer: Any, versie: int | None = None
) -> Zaak:
    """Do it, and give the case as it stands after.

    `versie` is what the user looked at; when a colleague changed the case since, `ZaakVeranderd` is raised and
    nothing is stored. A text longer than its field, or a day that no life reaches, is refused at that field.
    """
    controleer_invoer(invoer)
    with verwacht_versie(zaak_id, versie):
        gedaan = handeling.doe(actor, zaak_id, invoer)
    return gedaan if isinstance(gedaan, Zaak) else Zaak.objects.get(id=zaak_id)


def lees_vooraf(actor: Actor, handeling: Handeling, zaak_id: UUID, invoer: Any) -> bytes:
    """The letter that doing it would make, as PDF; stores nothing, and refuses what doing it would refuse."""
    assert handeling.vooraf is not None  # its doors offer it only then
    controleer_invoer(invoer)
    return handeling.vooraf(actor, zaak_id, invoer)


def controleer_invoer(invoer: Any) -> None:
    """What holds for every field of an input behind every door; raises `Geweigerd` with all that do not fit."""
    fouten = tuple(_fouten(invoer))
    if fouten:
        raise Geweigerd(fouten[0].code, fouten[0].tekst, fouten=fouten)


def _fouten(invoer: Any) -> Iterator[Fout]:
    jaar = timezone.localdate().year
    for deel in velden_van(type(invoer)):
        waarde = getattr(invoer, deel.naam)
        plaats = Plaats(kolom=deel.naam)
        if isinstance(waarde, str) and len(waarde) > deel.veld.hoogstens:
            lang = deel.veld.hoogstens
            yield Fout("te_lang", Tekst(f"Maak de tekst korter: hoogstens {lang} tekens.", f"Make the text shorter: at most {lang} characters."), plaats)  # fmt: skip
        elif isinstance(waarde, date) and not -JAREN_TERUG <= waarde.year - jaar <= JAREN_VOORUIT:
            yield Fout("dag_te_ver", Tekst(f"Kijk het jaar na: {waarde.year} ligt te ver weg.", f"Check the year: {waarde.year} is too far away."), plaats)  # fmt: skip
