"""What a resident sees of his own debt assistance."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.rechten.domain.toestemming import geldend
from samenhang.kernel.rechten.feiten import als_woord
from samenhang.kernel.rechten.models import Toestemming
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Betrokkene, Zaak, ZaakTermijn
from samenhang.kernel.zaken.queries import toegang_tot, zaak_onbekend
from samenhang.schemes.schuldhulp.brieven import lees_brief
from samenhang.schemes.schuldhulp.domain.brieven import AAN_SCHULDEISERS
from samenhang.schemes.schuldhulp.domain.meervoudig import AAN, DOEL
from samenhang.schemes.schuldhulp.dossier import INHOUD, Dossier
from samenhang.schemes.schuldhulp.models import Bezwaarschrift
from samenhang.schemes.schuldhulp.scheme import SCHEME


@dataclass(frozen=True, slots=True)
class EigenHulp:
    """A case as the resident sees it, with who helps him, what runs, and when something went to the credit bank."""

    dossier: Dossier
    consulent: str
    termijnen: tuple[ZaakTermijn, ...]
    doorgegeven: tuple[UitgaandeOverdracht, ...]
    bezwaren: tuple[Bezwaarschrift, ...]
    stemt_in: bool
    """Whether he agrees now to being referred to the desk for multiple problems."""


@query(SCHEME, "mijn schuldhulp bekijken")
def mijn_schuldhulp(actor: Actor) -> list[EigenHulp]:
    """The resident's own cases, the newest first."""
    return [
        EigenHulp(
            dossier.gelezen(),
            dossier.zaak.behandelaar.naam if dossier.zaak.behandelaar and not dossier.zaak.gesloten else "",
            tuple(dossier.zaak.termijnen.filter(klaar__isnull=True).order_by("einde", "id")),
            tuple(UitgaandeOverdracht.objects.filter(zaak=dossier.zaak).order_by("gemaakt")),
            tuple(
                Bezwaarschrift.objects.met(dossier.toegang).filter(zaak=dossier.zaak).order_by("moment", "id")
            ),
            bool(
                geldend(
                    map(als_woord, Toestemming.objects.met(dossier.toegang).filter(zaak=dossier.zaak)),
                    DOEL,
                    AAN,
                    huidige_operatie().nu,
                )
            ),
        )
        for dossier in _eigen(actor)
    ]


@query(SCHEME, "mijn brief bekijken")
def mijn_brief(actor: Actor, zaak_id: UUID, soort: str) -> bytes:
    """A letter of an own case. Raises `Geweigerd` (404) for a case or letter that is not there, or is not to him."""
    dossier = next((deel for deel in _eigen(actor) if deel.zaak.id == zaak_id), None)
    if dossier is None or soort in AAN_SCHULDEISERS:
        raise zaak_onbekend()
    return lees_brief(dossier, soort)


def _eigen(actor: Actor) -> list[Dossier]:
    if actor.persoon_id is None:
        return []
    eigen = Betrokkene.objects.filter(persoon_id=actor.persoon_id).values("zaak_id")
    zaken = Zaak.objects.filter(id__in=eigen, scheme=SCHEME.naam)
    return [
        Dossier(
            actor,
            zaak,
            toegang_tot(actor, zaak, leest=(*INHOUD, "bezwaarschrift", "instemming"), doel="inzage", gedeeltelijk=True, personen=[actor.persoon_id]),
            actor.persoon_id,
            vandaag(),
        )
        for zaak in zaken.select_related("behandelaar", "organisatie").order_by("-geopend", "-id")
    ]  # fmt: skip
