"""The list of cases: who waits, by term."""

from __future__ import annotations

from django.db.models import Q

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.lijst import Zaakkeuze, Zaakregel, bladzijde, kies
from samenhang.kernel.zaken.models import Deelname, Zaak
from samenhang.kernel.zaken.queries import zaak_onbekend
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


@query(SCHEME, "zaken bekijken")
def zaken(
    actor: Actor, keuze: Zaakkeuze | None = None, *, begin: int = 0, aantal: int = 50
) -> tuple[list[Zaakregel], int]:
    """A page of the open cases that wait for this actor's role, what is due first on top; and how many there are."""
    rol_vereist(actor, SCHEME.naam, *PER_ROL)
    stappen = {
        stap for rol, van_rol in PER_ROL.items() if actor.heeft_rol(SCHEME.naam, rol) for stap in van_rol
    }
    if actor.medewerker_id is None:
        raise zaak_onbekend()
    mee = Deelname.objects.filter(medewerker_id=actor.medewerker_id, tot__isnull=True).values("zaak_id")
    eigen = Q(behandelaar_id=actor.medewerker_id) | Q(id__in=mee)
    alle = Zaak.objects.filter(
        eigen | Q(stap__in=stappen), scheme=SCHEME.naam, organisatie_id=actor.organisatie, gesloten__isnull=True
    )  # fmt: skip
    gekozen = kies(alle, actor, SCHEME, keuze or Zaakkeuze(), eigen)
    return bladzijde(actor, SCHEME, gekozen, begin=begin, aantal=aantal, rol=HULPVRAGER)
