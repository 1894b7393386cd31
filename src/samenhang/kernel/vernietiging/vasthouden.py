"""Keeping a case past its retention term: a lawsuit, an inquiry, or because the resident asked for it.

What is held is passed by whatever the rules say has expired. A hold names its ground with the article, its reason,
and the day on which someone looks whether it is still needed; only a person ends it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.basis.regelmap import regelmap
from samenhang.kernel.logboek.operatie import KERNEL, action, huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.vernietiging.models import Vasthouding
from samenhang.kernel.vernietiging.queries import ROLLEN
from samenhang.kernel.zaken.actions.gedeeld import schrijf_tijdlijn, vandaag
from samenhang.kernel.zaken.models import Zaak

MAG_VASTHOUDEN = ("fg", "beheerder")
HOOGSTENS = timedelta(days=366)
KORTST, LANGST = 10, 300


@dataclass(frozen=True, slots=True)
class Grond:
    """A ground to keep a case: what it is called, its article, and whether that was read in the source."""

    titel: Tekst
    artikel: str
    status: str


@cache
def gronden() -> dict[str, Grond]:
    """The grounds by name, from rules/gronden/vasthouden.toml."""
    with (regelmap() / "gronden" / "vasthouden.toml").open("rb") as bestand:
        rijen = tomllib.load(bestand)["grond"]
    return {rij["naam"]: Grond(Tekst(**rij["titel"]), rij["artikel"], rij["status"]) for rij in rijen}


@dataclass(frozen=True, slots=True)
class Vasthoudbeeld:
    """A hold as it is shown: of which case, on which ground with its article, until when it is looked at."""

    id: UUID
    scheme: str
    zaak: str
    grond: Tekst
    artikel: str
    status: str
    reden: str
    herzien_op: date
    te_herzien: bool
    moment: datetime
    door: str


def vastgehouden() -> Exists:
    """For a query on cases: whether somebody holds the case. Every retention rule on cases leaves these out."""
    return Exists(Vasthouding.objects.filter(zaak_id=OuterRef("id"), opgeheven__isnull=True))


@query(KERNEL, "vasthoudingen bekijken")
def vasthoudingen(actor: Actor) -> tuple[Vasthoudbeeld, ...]:
    """What the own organisation holds, what must be looked at first on top. `Geweigerd` without a role for it."""
    schemes = actor.schemes_met(*ROLLEN)
    if not schemes:
        raise Geweigerd(
            "rol_ontbreekt",
            Tekst(
                "Dit is voor functionaris gegevensbescherming, auditor, beleid en beheer.",
                "This is for data protection officer, auditor, policy and administration.",
            ),
            status=403,
        )
    rijen = Vasthouding.objects.filter(
        organisatie_id=actor.organisatie, zaak__scheme__in=schemes, opgeheven__isnull=True
    ).select_related("zaak")
    return tuple(_beeld(rij) for rij in rijen.order_by("herzien_op", "id"))


@action(KERNEL, "zaak vasthouden")
def houd_vast(actor: Actor, zaaknummer: str, grond: str, reden: str, herzien_op: date) -> Vasthoudbeeld:
    """Keep a case past its term. Raises `Geweigerd` with the place of what is wrong; nothing is stored then."""
    zaak = _zaak(actor, zaaknummer)
    nu = huidige_operatie().nu
    fouten = [*_over_grond(grond), *_over_reden(reden), *_over_dag(herzien_op)]
    if fouten:
        raise Geweigerd(
            "invoer_onjuist",
            Tekst("Er is iets niet goed ingevuld. Er is niets vastgelegd.", "Something was not filled in right. Nothing was recorded."),
            fouten=tuple(fouten),
        )  # fmt: skip
    if Vasthouding.objects.filter(zaak=zaak, opgeheven__isnull=True).exists():
        raise Geweigerd(
            "al_vastgehouden",
            Tekst(
                f"{zaak.nummer} wordt al vastgehouden. Hef dat eerst op als de grond een andere is.",
                f"{zaak.nummer} is held already. End that first when the ground is another.",
            ),
            status=409,
        )
    rij = Vasthouding.objects.create(
        organisatie_id=zaak.organisatie_id,
        zaak=zaak,
        grond=grond,
        artikel=gronden()[grond].artikel,
        reden=reden.strip(),
        herzien_op=herzien_op,
        moment=nu,
        door=actor.naam,
    )
    waarom = gronden()[grond].titel
    titel = Tekst(f"Wordt langer bewaard: {waarom.nl}", f"Is kept longer: {waarom.en}")
    _noteer(zaak, titel, reden, vastgehouden=["", grond], herzien_op=herzien_op.isoformat())
    return _beeld(rij)


@action(KERNEL, "vasthouden opheffen")
def hef_op(actor: Actor, vasthouding_id: UUID, reden: str) -> Vasthoudbeeld:
    """End a hold: from now on the retention term of the case counts again; gives it as it was. Raises `Geweigerd` (404) for another's."""
    rij = (
        Vasthouding.objects.select_for_update(of=("self",))
        .select_related("zaak")
        .filter(id=vasthouding_id, organisatie_id=actor.organisatie, opgeheven__isnull=True)
        .first()
    )
    if rij is None:
        raise _onbekend()
    rol_vereist(actor, rij.zaak.scheme, *MAG_VASTHOUDEN)
    if fouten := tuple(_over_reden(reden)):
        raise Geweigerd(fouten[0].code, fouten[0].tekst, fouten=fouten)
    rij.opgeheven, rij.opgeheven_door, rij.opgeheven_reden = huidige_operatie().nu, actor.naam, reden.strip()
    rij.save(update_fields=["opgeheven", "opgeheven_door", "opgeheven_reden"])
    titel = Tekst("Wordt niet langer vastgehouden", "Is not held any longer")
    _noteer(rij.zaak, titel, reden, vastgehouden=[rij.grond, ""])
    return _beeld(rij)


def _zaak(actor: Actor, zaaknummer: str) -> Zaak:
    """A case of the own organisation that still has content; one refusal for everything else."""
    zaak = (
        Zaak.objects.select_for_update()
        .filter(nummer=zaaknummer.strip().upper(), organisatie_id=actor.organisatie)
        .exclude(stap="vernietigd")
        .first()
    )
    if zaak is None:
        raise _onbekend()
    rol_vereist(actor, zaak.scheme, *MAG_VASTHOUDEN)
    return zaak


def _onbekend() -> Geweigerd:
    return Geweigerd(
        "niet_gevonden",
        Tekst("Deze zaak kennen wij niet, of zij is al vernietigd.", "We do not know this case, or it was destroyed already."),
        status=404,
    )  # fmt: skip


def _over_grond(grond: str) -> list[Fout]:
    if grond in gronden():
        return []
    kies = ", ".join(gronden())
    return [
        Fout(
            "grond_onbekend",
            Tekst(f"Kies een grond: {kies}.", f"Choose a ground: {kies}."),
            Plaats(plek="/grond"),
        )
    ]


def _over_reden(reden: str) -> list[Fout]:
    if KORTST <= len(reden.strip()) <= LANGST:
        return []
    return [
        Fout(
            "reden_ontbreekt",
            Tekst(
                f"Schrijf een reden van {KORTST} tot {LANGST} tekens, zonder namen van inwoners.",
                f"Write a reason of {KORTST} to {LANGST} characters, without names of residents.",
            ),
            Plaats(plek="/reden"),
        )
    ]


def _over_dag(dag: date) -> list[Fout]:
    if vandaag() < dag <= vandaag() + HOOGSTENS:
        return []
    return [
        Fout(
            "dag_onjuist",
            Tekst(
                "Kies een dag na vandaag en binnen een jaar, waarop u bekijkt of dit nog nodig is.",
                "Choose a day after today and within a year, on which you look whether this is still needed.",
            ),
            Plaats(plek="/herzienOp"),
        )
    ]


def _noteer(zaak: Zaak, titel: Tekst, reden: str, **wijziging: Any) -> None:
    """The reason stands in the timeline of the case and goes with it; the audit log has the rest."""
    schrijf_tijdlijn(zaak, "vasthouden", titel, reden.strip())
    huidige_operatie().verandert(zaak=zaak.nummer, **wijziging)


def _beeld(rij: Vasthouding) -> Vasthoudbeeld:
    grond = gronden()[rij.grond]
    return Vasthoudbeeld(
        id=rij.id,
        scheme=rij.zaak.scheme,
        zaak=rij.zaak.nummer,
        grond=grond.titel,
        artikel=rij.artikel,
        status=grond.status,
        reden=rij.reden,
        herzien_op=rij.herzien_op,
        te_herzien=rij.herzien_op <= vandaag(),
        moment=rij.moment,
        door=rij.door,
    )
