"""Reading the logs: the person his own lines, the auditor decisions without content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.logboek.operatie import betrokkene, operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie

TOEZICHT = ("auditor", "fg")
HOOGSTENS = 200


@dataclass(frozen=True, slots=True)
class EigenRegel:
    """One line for the person: when, what, by which organisation in which role, of which kind of data, why."""

    moment: datetime
    naam: str
    organisatie: str
    rol: str
    categorieen: tuple[str, ...]
    grondslagen: str
    doel: str


def over_mij(actor: Actor) -> list[EigenRegel]:
    """Who processed my data: the lines of the person himself, newest first. Looking here is itself logged."""
    if actor.persoon_id is None:
        raise Geweigerd(
            "geen_inwoner", Tekst("Deze pagina is voor inwoners.", "This page is for residents."), status=403
        )
    with operatie("kernel", "eigen logboek bekijken", actor) as op:
        op.raakt([actor.persoon_id])
        rijen = Verwerking.objects.filter(betrokkene=betrokkene(actor.persoon_id)).order_by("-start")[
            :HOOGSTENS
        ]
        namen: dict[UUID, str] = dict(Organisatie.objects.values_list("id", "naam"))
        return [
            EigenRegel(
                moment=rij.start,
                naam=rij.naam,
                organisatie=namen.get(rij.organisatie_id, "") if rij.organisatie_id else "",
                rol=rij.rol,
                categorieen=tuple(filter(None, rij.categorieen.split(","))),
                grondslagen=rij.grondslagen,
                doel=rij.doel,
            )
            for rij in rijen
        ]


def audit(actor: Actor, *, zoek: str = "", uitkomst: str = "") -> list[Auditregel]:
    """The audit log of the own organisation, newest first, for an auditor or data protection officer."""
    if not any(rol in rollen for rollen in actor.rollen.values() for rol in TOEZICHT):
        raise Geweigerd(
            "rol_ontbreekt",
            Tekst(
                "Het auditlog is voor de auditor en de functionaris gegevensbescherming.",
                "The audit log is for the auditor and the data protection officer.",
            ),
            status=403,
        )
    with operatie("kernel", "auditlog bekijken", actor):
        regels = Auditregel.objects.filter(organisatie_id=actor.organisatie_id)
        if uitkomst in ("verleend", "geweigerd"):
            regels = regels.filter(uitkomst=uitkomst)
        if zoek:
            regels = regels.filter(gebruiker=zoek) | regels.filter(naam=zoek)
        return list(regels.order_by("-moment", "-id")[:HOOGSTENS])
