"""Reading organisations and building the `Actor` of a request."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Bewijs, Gebruiker, Medewerker, Organisatie, Rolvervulling


def rollen_op(medewerker_id: UUID, dag: date) -> dict[str, frozenset[str]]:
    """The roles someone holds on a day, by scheme."""
    rollen: dict[str, set[str]] = defaultdict(set)
    for rij in Rolvervulling.objects.filter(medewerker_id=medewerker_id, van__lte=dag):
        if rij.geldt_op(dag):
            rollen[rij.scheme].add(rij.rol)
    return {naam: frozenset(namen) for naam, namen in rollen.items()}


def actor_van(gebruiker: Gebruiker, dag: date, *, trace: str = "", kanaal: str = "web") -> Actor:
    """The actor behind an account: a worker with today's roles, or a resident."""
    medewerker = Medewerker.objects.select_related("organisatie").filter(gebruiker=gebruiker).first()
    if medewerker is None:
        return Actor(
            gebruiker.id,
            str(gebruiker),
            None,
            "",
            persoon_id=gebruiker.persoon_id,
            trace=trace,
            kanaal=kanaal,
        )
    return Actor(
        gebruiker_id=gebruiker.id,
        naam=medewerker.naam,
        organisatie_id=medewerker.organisatie_id,
        organisatiesoort=medewerker.organisatie.soort,
        rollen=rollen_op(medewerker.id, dag),
        medewerker_id=medewerker.id,
        persoon_id=gebruiker.persoon_id,
        trace=trace,
        kanaal=kanaal,
    )


def actor_bij_bewijs(bewijs: str, nu: datetime, *, trace: str = "") -> Actor | None:
    """The actor behind a bearer token, in one statement; None when unknown, expired or withdrawn."""
    rij = (
        Bewijs.objects.select_related("sleutel__medewerker__organisatie")
        .filter(
            hash=hashlib.sha256(bewijs.encode()).hexdigest(),
            verloopt__gt=nu,
            sleutel__ingetrokken__isnull=True,
        )
        .first()
    )
    if rij is None:
        return None
    medewerker = rij.sleutel.medewerker
    rollen: Iterable[tuple[str, list[str]]] = rij.rollen
    return Actor(
        gebruiker_id=medewerker.gebruiker_id,
        naam=medewerker.naam,
        organisatie_id=medewerker.organisatie_id,
        organisatiesoort=medewerker.organisatie.soort,
        rollen={naam: frozenset(namen) for naam, namen in rollen},
        medewerker_id=medewerker.id,
        trace=trace,
        kanaal="api",
    )


def systeem(organisatie: Organisatie, trace: str = "") -> Actor:
    """The actor of a duty: the organisation's own system, whose every step is logged as such."""
    return Actor(
        gebruiker_id=None,
        naam="systeem",
        organisatie_id=organisatie.id,
        organisatiesoort=organisatie.soort,
        rollen=_SysteemRollen(),
        trace=trace,
        kanaal="plicht",
    )


class _SysteemRollen(dict[str, frozenset[str]]):
    """A duty holds the role `systeem` in every scheme."""

    def get(self, sleutel: str, standaard: object = None) -> frozenset[str]:
        """Always the role `systeem`."""
        return frozenset({"systeem"})
