"""What a resident sees of his own debt assistance."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Naw
from samenhang.kernel.rechten.domain.toestemming import geldend
from samenhang.kernel.rechten.feiten import als_woord
from samenhang.kernel.rechten.models import Toestemming, Vertegenwoordiging
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Betrokkene, Zaak, ZaakTermijn
from samenhang.kernel.zaken.namens import lopende_vertegenwoordiging, toegang_namens, wie_ik_vertegenwoordig
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
    vertegenwoordigd: tuple[Vertegenwoordiging, ...] = ()


@dataclass(frozen=True, slots=True)
class Vertegenwoordigde:
    """Somebody on whose behalf this one may look now."""

    persoon: UUID
    naam: str


@query(SCHEME, "mijn schuldhulp bekijken")
def mijn_schuldhulp(actor: Actor) -> list[EigenHulp]:
    """The resident's own cases, the newest first."""
    return [_hulp(dossier, zelf=True) for dossier in _eigen(actor)]


@query(SCHEME, "wie ik in de schuldhulp vertegenwoordig bekijken")
def vertegenwoordigden(actor: Actor) -> list[Vertegenwoordigde]:
    """On whose behalf this one may look today."""
    uit = {}
    for _, persoon, toegang in wie_ik_vertegenwoordig(actor, SCHEME.naam, ("naw",)):
        naw = Naw.objects.met(toegang).filter(persoon_id=persoon).first()
        uit[persoon] = naw.weergavenaam if naw else ""
    return [Vertegenwoordigde(persoon, naam) for persoon, naam in uit.items() if naam]


@query(SCHEME, "schuldhulp namens een inwoner bekijken")
def namens(actor: Actor, persoon: UUID) -> tuple[str, list[EigenHulp]]:
    """The name and the cases of whom this one represents; a look on that resident's own log.

    Raises `Geweigerd` (404) for who represents him not, or not any more.
    """
    dossiers = _namens(actor, persoon)
    naw = Naw.objects.met(dossiers[0].toegang).filter(persoon_id=persoon).first()
    return naw.weergavenaam if naw else "", [_hulp(dossier, zelf=False) for dossier in dossiers]


@query(SCHEME, "mijn brief bekijken")
def mijn_brief(actor: Actor, zaak_id: UUID, soort: str) -> bytes:
    """A letter of an own case. Raises `Geweigerd` (404) for a case or letter that is not there, or is not to him."""
    return _brief(_eigen(actor), zaak_id, soort)


@query(SCHEME, "brief namens een inwoner bekijken")
def brief_namens(actor: Actor, persoon: UUID, zaak_id: UUID, soort: str) -> bytes:
    """A letter to whom this one represents. Raises `Geweigerd` (404) as `mijn_brief`, and for who represents him not."""
    return _brief(_namens(actor, persoon), zaak_id, soort)


def _brief(dossiers: list[Dossier], zaak_id: UUID, soort: str) -> bytes:
    dossier = next((deel for deel in dossiers if deel.zaak.id == zaak_id), None)
    if dossier is None or soort in AAN_SCHULDEISERS:
        raise zaak_onbekend()
    return lees_brief(dossier, soort)


def _hulp(dossier: Dossier, *, zelf: bool) -> EigenHulp:
    zaak, toegang = dossier.zaak, dossier.toegang
    antwoorden = Toestemming.objects.met(toegang).filter(zaak=zaak) if zelf else ()
    stemt_in = bool(geldend(map(als_woord, antwoorden), DOEL, AAN, huidige_operatie().nu))
    return EigenHulp(
        dossier.gelezen(),
        zaak.behandelaar.naam if zaak.behandelaar and not zaak.gesloten else "",
        tuple(zaak.termijnen.filter(klaar__isnull=True).order_by("einde", "id")),
        tuple(UitgaandeOverdracht.objects.filter(zaak=zaak).order_by("gemaakt")),
        tuple(Bezwaarschrift.objects.met(toegang).filter(zaak=zaak).order_by("moment", "id")),
        stemt_in,
        tuple(lopende_vertegenwoordiging(zaak, toegang)) if zelf else (),
    )


def _namens(actor: Actor, persoon: UUID) -> list[Dossier]:
    gevonden = toegang_namens(actor, SCHEME.naam, persoon, (*INHOUD, "bezwaarschrift"))
    return [Dossier(actor, zaak, toegang, persoon, vandaag()) for zaak, toegang in gevonden]


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
