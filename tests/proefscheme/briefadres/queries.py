"""What users read."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from briefadres.models import Verblijf
from briefadres.scheme import SCHEME

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot, toegang_tot_register, zaak_van


@dataclass(frozen=True, slots=True)
class Aanvraagbeeld:
    """An application as pages, API and command line show it."""

    zaak: Zaak
    naam: str
    plek: str = ""
    toegekend: bool | None = None


@query(SCHEME, "aanvragen bekijken")
def aanvragen(actor: Actor) -> list[Aanvraagbeeld]:
    """The applications of the organisation, oldest first."""
    toegang = toegang_tot_register(actor, SCHEME.naam, doel=SCHEME.doel, leest=("naw",))
    namen = {rij.persoon_id: rij.weergavenaam for rij in Naw.objects.met(toegang)}
    rijen = Betrokkene.objects.filter(zaak__scheme=SCHEME.naam, zaak__organisatie_id=actor.organisatie)
    return [
        Aanvraagbeeld(rij.zaak, namen.get(rij.persoon_id, ""))
        for rij in rijen.select_related("zaak").order_by("zaak__geopend", "id")
    ]


@query(SCHEME, "aanvraag bekijken")
def aanvraag(actor: Actor, zaak_id: UUID) -> Aanvraagbeeld:
    """One application with everything that the actor may see of it."""
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    toegang = toegang_tot(actor, zaak, leest=("naw", "verblijf"))
    naam = next((rij.weergavenaam for rij in Naw.objects.met(toegang)), "")
    verblijf = Verblijf.objects.met(toegang).filter(zaak=zaak).first()
    if verblijf is None:
        return Aanvraagbeeld(zaak, naam)
    return Aanvraagbeeld(zaak, naam, verblijf.plek, verblijf.toegekend)
