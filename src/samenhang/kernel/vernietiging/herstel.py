"""A restored backup is treated too: what the register outside the database says was destroyed, goes again.

A line of the register that the database does not know was written after the backup was made. What it names is
erased once more, whatever step it stands in, and the line becomes a record again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.vernietiging import register
from samenhang.kernel.vernietiging.models import Vernietiging
from samenhang.kernel.vernietiging.plicht import (
    HANDELING,
    NEDERLAND,
    Bewaarregel,
    Werk,
    begin_werk,
    bewaarregels,
    leg_vast,
)

BROK = 500
Wisser = Callable[[Werk, list[UUID]], None]
"""Erases the things of these ids that are still there, with all that hangs on them; what is gone is no fault."""

_WISSERS: dict[tuple[str, str], Wisser] = {}
_bekend: tuple[object, ...] = ()


def registreer_wisser(scheme_naam: str, soort: str, wisser: Wisser) -> None:
    """How a scheme erases one kind of thing by its id."""
    _WISSERS[scheme_naam, soort] = wisser


def _onbekende_regels(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Lines of the register that this database does not know; a file that did not change is read once."""
    global _bekend
    pad = register.plek()
    merk = (str(pad), pad.stat().st_mtime_ns, pad.stat().st_size) if pad.exists() else (str(pad), 0, 0)
    if merk == _bekend:
        return []
    gevonden = list(islice(_onbekend(), hoogstens))
    if not gevonden:
        _bekend = merk
    return gevonden


def _onbekend() -> Iterable[str]:
    regels = register.lees()
    while brok := list(islice(regels, BROK)):
        nummers = [UUID(regel["id"]) for regel in brok]
        weten = set(Vernietiging.objects.filter(id__in=nummers).values_list("id", flat=True))
        hier = set(
            Organisatie.objects.filter(id__in={regel["organisatie"] for regel in brok}).values_list("id", flat=True)
        )  # fmt: skip
        yield from (
            regel["id"] for regel, nummer in zip(brok, nummers, strict=True)
            if nummer not in weten and UUID(regel["organisatie"]) in hier
        )  # fmt: skip


def _wis_opnieuw(item: str) -> None:
    regel = next(regel for regel in register.lees() if regel["id"] == item)
    organisatie = Organisatie.objects.get(id=regel["organisatie"])
    register.van_regel(regel, organisatie).save(force_insert=True)
    bewaarregel = next((r for r in bewaarregels(regel["scheme"]) if r.uitkomst == regel["regel"]), None)
    if bewaarregel is not None:
        _wis(bewaarregel, organisatie, regel)


def _wis(bewaarregel: Bewaarregel, organisatie: Organisatie, regel: dict[str, Any]) -> None:
    per_soort: dict[str, list[UUID]] = defaultdict(list)
    for soort, nummer in regel["wat"]:
        per_soort[soort].append(UUID(nummer))
    om: AbstractContextManager[object] = operatie(bewaarregel.scheme, HANDELING, systeem(organisatie))
    with om:
        werk = begin_werk(bewaarregel, organisatie, bewaarregel.grens(datetime.now(NEDERLAND).date()))
        for soort, nummers in per_soort.items():
            _WISSERS[bewaarregel.scheme, soort](werk, nummers)
        if werk.telling.total():
            leg_vast(werk, bewaarregel, eerder=datetime.fromisoformat(regel["moment"]))


NA_HERSTEL = registreer(Plicht("vernietiging.na-herstel", _onbekende_regels, _wis_opnieuw))
