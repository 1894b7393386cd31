"""The list of cases: who waits, by term."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, Q

from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import Betrokkene, Deelname, Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register, zaak_onbekend
from samenhang.schemes.wams.domain.proces import BIJ_HET_MELDPUNT, IN_AANPAK, IN_ONDERZOEK, LOPEND
from samenhang.schemes.wams.dossier import HULPVRAGER
from samenhang.schemes.wams.scheme import SCHEME

PER_ROL = {
    "meldpunt": BIJ_HET_MELDPUNT,
    "onderzoeker": IN_ONDERZOEK,
    "coordinator": IN_AANPAK,
    "teamleider": LOPEND,
}
"""Which steps somebody sees in the list; his own cases always."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A case in the list: who it began with, how it stands, who treats it."""

    zaak: Zaak
    naam: str
    eigen: bool


@query(SCHEME, "zaken bekijken")
def zaken(
    actor: Actor, *, van_mij: bool = False, begin: int = 0, aantal: int = 50
) -> tuple[list[Regel], int]:
    """A page of the open cases that wait for this actor's role, what is due first on top; and how many there are."""
    rol_vereist(actor, SCHEME.naam, *PER_ROL)
    stappen = {
        stap for rol, van_rol in PER_ROL.items() if actor.heeft_rol(SCHEME.naam, rol) for stap in van_rol
    }
    if actor.medewerker_id is None:
        raise zaak_onbekend()
    mee = Deelname.objects.filter(medewerker_id=actor.medewerker_id, tot__isnull=True).values("zaak_id")
    eigen = Q(behandelaar_id=actor.medewerker_id) | Q(id__in=mee)
    gekozen = Zaak.objects.filter(
        eigen if van_mij else eigen | Q(stap__in=stappen), scheme=SCHEME.naam, organisatie_id=actor.organisatie, gesloten__isnull=True
    )  # fmt: skip
    orde = (F("termijn_of_nooit").asc(), F("geopend").asc(), "id")
    rijen = list(gekozen.select_related("behandelaar").order_by(*orde)[begin : begin + aantal])
    wie = dict(Betrokkene.objects.filter(zaak__in=rijen, rol=HULPVRAGER).values_list("zaak_id", "persoon_id"))
    toegang = toegang_tot_register(
        actor, SCHEME.naam, doel="werkverdeling", leest=("naw",), personen=wie.values()
    )
    huidige_operatie().raakt(wie.values())
    namen = {naw.persoon_id: naw.weergavenaam for naw in Naw.objects.met(toegang)}
    return [
        Regel(rij, namen.get(wie.get(rij.id), ""), rij.behandelaar_id == actor.medewerker_id) for rij in rijen
    ], gekozen.count()
