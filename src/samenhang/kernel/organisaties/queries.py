"""Reading organisations and building the `Actor` of a request."""

from __future__ import annotations

import getpass
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import (
    Bewijs,
    Gebruiker,
    Medewerker,
    Organisatie,
    Rolvervulling,
    Toegangsstop,
)

HOEDANIGHEID = "hoedanigheid"
"""Session key: the employment as which someone acts (its id), or `ALS_INWONER`."""
ALS_INWONER = "inwoner"


def rollen_op(medewerker_id: UUID, dag: date) -> dict[str, frozenset[str]]:
    """The roles someone holds on a day, by scheme."""
    rollen: dict[str, set[str]] = defaultdict(set)
    for rij in Rolvervulling.objects.filter(medewerker_id=medewerker_id, van__lte=dag):
        if rij.geldt_op(dag):
            rollen[rij.scheme].add(rij.rol)
    return {naam: frozenset(namen) for naam, namen in rollen.items()}


def met_rol(
    beheerder_id: UUID, soorten: Collection[str], scheme: str, rol: str, dag: date
) -> dict[UUID, Medewerker]:
    """The workers with this role at organisations of these kinds that the municipality administers, by organisation and name."""
    rijen = Medewerker.objects.select_related("organisatie").filter(
        organisatie__beheerd_door_id=beheerder_id, organisatie__soort__in=soorten, organisatie__actief=True
    )
    return {
        wie.id: wie
        for wie in rijen.order_by("organisatie__naam", "naam")
        if wie.werkt_op(dag) and rol in rollen_op(wie.id, dag).get(scheme, frozenset())
    }


def is_gestopt(medewerker: str) -> Exists:
    """Whether the access of the worker in this column is stopped, as part of a query."""
    return Exists(Toegangsstop.objects.filter(medewerker_id=OuterRef(medewerker), opgeheven__isnull=True))


class ToegangGestopt(Geweigerd):
    """Something came out of the account that looks like misuse; the person himself hears that, and what to do."""

    status = 403

    def __init__(self) -> None:
        super().__init__(
            "toegang_gestopt",
            Tekst(
                "Uw toegang is gestopt: met uw account is meer opgevraagd dan bij uw werk hoort. Was u dat niet, of was "
                "het een vergissing? Bel de beheerder van de gemeente. Hij kijkt het na en opent uw toegang weer.",
                "Your access was stopped: more was asked for with your account than belongs to your work. Was it not you, "
                "or was it a mistake? Call the administrator of the municipality, who looks into it and reopens your access.",
            ),
        )


def weiger_wie_gestopt_is(actor: Actor) -> Actor:
    """The actor, unless his access is stopped (`ToegangGestopt`)."""
    if actor.medewerker_id is None:
        return actor
    if Toegangsstop.objects.filter(medewerker_id=actor.medewerker_id, opgeheven__isnull=True).exists():
        raise ToegangGestopt
    return actor


def hoedanigheden(gebruiker: Gebruiker, dag: date) -> list[Medewerker]:
    """The employments as which an account can act on a day, in order of organisation; `gestopt` of each."""
    rijen = (
        Medewerker.objects.annotate(gestopt=is_gestopt("id"))
        .select_related("organisatie")
        .filter(
            Q(tot__isnull=True) | Q(tot__gte=dag), gebruiker=gebruiker, organisatie__actief=True, van__lte=dag
        )
    )
    return list(rijen.order_by("organisatie__naam", "id"))


def actor_van(gebruiker: Gebruiker, dag: date, *, trace: str = "", kanaal: str = "web") -> Actor:
    """The actor behind an account: a worker at the first organisation where he works, or a resident.

    The web door lets who works for several choose (`hoedanigheden`, `actor_als`).
    """
    werkt = hoedanigheden(gebruiker, dag)
    if werkt:
        return actor_als(werkt[0], dag, trace=trace, kanaal=kanaal)
    return inwoner_van(gebruiker, trace=trace, kanaal=kanaal)


def actor_als(medewerker: Medewerker, dag: date, *, trace: str = "", kanaal: str = "web") -> Actor:
    """Someone acting in one employment, with the roles he holds in it on that day."""
    return Actor(
        gebruiker_id=medewerker.gebruiker_id,
        naam=medewerker.naam,
        organisatie_id=medewerker.organisatie_id,
        organisatiesoort=medewerker.organisatie.soort,
        rollen=rollen_op(medewerker.id, dag),
        medewerker_id=medewerker.id,
        trace=trace,
        kanaal=kanaal,
        organisatienaam=medewerker.organisatie.onderscheidend,
        uitvoerder=_terminal(kanaal),
    )


def _terminal(kanaal: str) -> str:
    """Who sits at the terminal, when a command acts in somebody's name."""
    return f"terminal ({getpass.getuser()})" if kanaal == "cli" else ""


class KiesEerst(Geweigerd):
    """Someone who can act in several capacities has not chosen one yet, or the chosen one has ended."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "kies_eerst",
            Tekst(
                "Kies eerst voor welke organisatie u werkt.", "First choose for which organisation you work."
            ),
        )


def actor_gekozen(
    gebruiker: Gebruiker, gekozen: str, dag: date, *, trace: str = "", kanaal: str = "web"
) -> tuple[Actor, bool]:
    """The actor in the capacity that was chosen (an employment's id, or `ALS_INWONER`), and whether there is a choice.

    Raises `KiesEerst` when there is a choice and it was not made, or when the chosen one has ended: nobody
    falls back silently on another organisation; `ToegangGestopt` when it was stopped.
    """
    werkt = hoedanigheden(gebruiker, dag)
    inwoner = gebruiker.persoon_id is not None
    meer = len(werkt) + inwoner > 1
    for medewerker in werkt:
        if str(medewerker.id) == gekozen or not meer:
            if getattr(medewerker, "gestopt", False):
                raise ToegangGestopt
            return actor_als(medewerker, dag, trace=trace, kanaal=kanaal), meer
    if werkt and not (inwoner and gekozen == ALS_INWONER):
        raise KiesEerst
    return inwoner_van(gebruiker, trace=trace, kanaal=kanaal), meer


def inwoner_van(gebruiker: Gebruiker, *, trace: str = "", kanaal: str = "web") -> Actor:
    """The resident behind an account, without organisation or roles."""
    return Actor(
        gebruiker.id,
        str(gebruiker),
        None,
        "",
        persoon_id=gebruiker.persoon_id,
        trace=trace,
        kanaal=kanaal,
        uitvoerder=_terminal(kanaal),
    )


def actor_bij_bewijs(bewijs: str, nu: datetime, *, scope: str = "", trace: str = "") -> Actor | None:
    """The actor behind a bearer token, in one statement; None when unknown, expired or withdrawn.

    Raises `Geweigerd` (403) when the token is not for `scope`, and when the worker's access is stopped.

    A token also ends with the employment, the organisation or the account behind it.
    """
    rij = (
        Bewijs.objects.annotate(gestopt=is_gestopt("sleutel__medewerker_id"))
        .select_related("sleutel__medewerker__organisatie", "sleutel__medewerker__gebruiker")
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
    if not mag_erin(medewerker.gebruiker) or not medewerker.organisatie.actief:
        return None
    if not medewerker.werkt_op(timezone.localdate(nu)):
        return None
    if rij.gestopt:
        raise ToegangGestopt
    if scope and scope not in rij.scopes.split():
        raise Geweigerd(
            "scope_ontbreekt",
            Tekst(
                f"Dit bewijs is niet voor {scope}. Vraag er een met de scope {scope}.",
                f"This token is not for {scope}. Ask for one with the scope {scope}.",
            ),
            status=403,
        )
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
        organisatienaam=medewerker.organisatie.onderscheidend,
        uitvoerder=f"sleutel {rij.sleutel.naam}",
    )


def mag_erin(gebruiker: Gebruiker | None) -> bool:
    """Whether an account may log in: it is active, and no persona outside the demo; no account is a machine's."""
    if gebruiker is None:
        return True
    return gebruiker.is_active and (settings.DEMO or not gebruiker.is_persona)


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
