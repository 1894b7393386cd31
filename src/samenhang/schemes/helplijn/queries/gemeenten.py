"""Municipalities by postcode, from the newest table that was loaded; nothing here is about a person."""

from __future__ import annotations

from datetime import date

from django.db.models import Max, QuerySet

from samenhang.kernel.logboek.operatie import inzien
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.schemes.helplijn.models import Postcodegebied, Postcodetabel
from samenhang.schemes.helplijn.scheme import BEHEERDER, SCHEME


def peildatum() -> date | None:
    """The day of the table in use; None when none was loaded."""
    uit: date | None = Postcodegebied.objects.aggregate(op=Max("peildatum"))["op"]
    return uit


def _tabel() -> QuerySet[Postcodegebied]:
    """The rows of the table in use."""
    op = peildatum()
    return Postcodegebied.objects.none() if op is None else Postcodegebied.objects.filter(peildatum=op)


def gemeenten_bij(postcode: str) -> list[tuple[str, str]]:
    """Codes and names of the municipalities in which these four digits lie."""
    return list(
        _tabel()
        .filter(postcode=postcode)
        .order_by("gemeentenaam")
        .values_list("gemeentecode", "gemeentenaam")
    )


def namen() -> dict[str, str]:
    """Names of all municipalities in the table, and of those that are known as an organisation here."""
    uit = dict(
        Organisatie.objects.filter(soort="gemeente", gemeentecode__isnull=False)
        .order_by("naam")
        .values_list("gemeentecode", "naam")
    )
    uit |= dict(_tabel().values_list("gemeentecode", "gemeentenaam").distinct())
    return {code: naam for code, naam in uit.items() if code}


def bekende_gemeente(code: str) -> bool:
    """Whether some municipality has this code."""
    return (
        Organisatie.objects.filter(soort="gemeente", gemeentecode=code).exists()
        or _tabel().filter(gemeentecode=code).exists()
    )


@inzien(SCHEME, "postcodetabellen bekijken")
def postcodetabellen(actor: Actor) -> list[Postcodetabel]:
    """The tables that were loaded, the newest first: that one is in use."""
    rol_vereist(actor, SCHEME.naam, BEHEERDER)
    return list(Postcodetabel.objects.order_by("-peildatum")[:50])
