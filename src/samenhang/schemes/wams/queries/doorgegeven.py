"""Whom another scheme passed on, waiting to be taken in as a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.verstrekkingen.models import OverdrachtInhoud
from samenhang.kernel.verstrekkingen.opnemen import laatste_inhoud, wachtend
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.wams.domain.overdracht import DOORGEGEVEN, lees_doorgegeven
from samenhang.schemes.wams.scheme import SCHEME

HOOGSTENS = 200


@dataclass(frozen=True, slots=True)
class Doorgegevenregel:
    """Who was passed on, by which scheme under which number, and when he asked for it."""

    id: UUID
    bron: str
    bronnummer: str
    naam: str
    gestuurd: datetime
    gevraagd_op: date


@query(SCHEME, "doorgegeven meldingen bekijken")
def doorgegeven(actor: Actor) -> list[Doorgegevenregel]:
    """Whom other schemes passed on to this organisation, who asked first on top. `Geweigerd` for who is not of the desk."""
    rol_vereist(actor, SCHEME.naam, "meldpunt")
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="melden", leest=("naw",))
    rijen = list(wachtend(actor.organisatie, SCHEME.naam, DOORGEGEVEN)[:HOOGSTENS])
    over = OverdrachtInhoud.objects.met(toegang).filter(overdracht__in=rijen)
    huidige_operatie().raakt(set(over.values_list("persoon_id", flat=True)))
    uit = []
    for rij in rijen:
        inhoud = laatste_inhoud(toegang, rij)
        if inhoud is not None:
            gelezen = lees_doorgegeven(inhoud)
            uit.append(
                Doorgegevenregel(
                    rij.id,
                    rij.van_scheme,
                    gelezen.meldingnummer,
                    gelezen.naam,
                    rij.gemaakt,
                    gelezen.gevraagd_op,
                )
            )
    return sorted(uit, key=lambda regel: (regel.gevraagd_op, regel.gestuurd))
