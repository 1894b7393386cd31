"""The list of open cases, and one case for who treats it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from samenhang.kernel.logboek.operatie import query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.rechten.models import Vertegenwoordiging, Vertegenwoordigingswijzer
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.lijst import Zaakkeuze, Zaakregel, bladzijde, kies
from samenhang.kernel.zaken.models import Tijdlijnregel, Zaak, ZaakTermijn
from samenhang.kernel.zaken.namens import lopende_vertegenwoordiging
from samenhang.kernel.zaken.queries import betrokkenheid, toegang_tot, zaak_van
from samenhang.schemes.schuldhulp.domain.bewakers import HulpFeiten
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Beschikking, Hulpvraag
from samenhang.schemes.schuldhulp.scheme import SCHEME, VERTEGENWOORDIGING, WERKER


@dataclass(frozen=True, slots=True)
class Zaakbeeld:
    """A case as one actor sees it; `dossier` only for who treats it while it runs."""

    zaak: Zaak
    naam: str
    termijnen: tuple[ZaakTermijn, ...]
    tijdlijn: tuple[Tijdlijnregel, ...] = ()
    dossier: Dossier | None = None
    telefoon: str = ""
    email: str = ""
    geboren: str = ""
    adres: str = ""
    hulpvraag: Hulpvraag | None = None
    beschikkingen: tuple[Beschikking, ...] = ()
    feiten: HulpFeiten | None = None
    vertegenwoordigd: tuple[Vertegenwoordiging, ...] = ()


@query(SCHEME, "zaken bekijken")
def zaken(
    actor: Actor, keuze: Zaakkeuze | None = None, *, begin: int = 0, aantal: int = 50
) -> tuple[list[Zaakregel], int]:
    """A page of the open cases of the organisation, what is due first on top; and how many.

    With a step or a search also the closed ones that this actor treated.
    """
    rol_vereist(actor, SCHEME.naam, WERKER)
    keuze = keuze or Zaakkeuze()
    eigen = Q(behandelaar_id=actor.medewerker_id)
    welke = Q(gesloten__isnull=True)
    if keuze.stap or keuze.zoek:
        welke |= eigen
    alle = Zaak.objects.filter(welke, scheme=SCHEME.naam, organisatie_id=actor.organisatie)
    return bladzijde(actor, SCHEME, kies(alle, actor, SCHEME, keuze, eigen), begin=begin, aantal=aantal)


@query(SCHEME, "zaak bekijken")
def zaak(actor: Actor, zaak_id: UUID) -> Zaakbeeld:
    """The case for this actor: everything for who treats it, of a closed one the request and decisions, else the name."""
    gevonden = zaak_van(actor, SCHEME.naam, zaak_id)
    termijnen = tuple(gevonden.termijnen.order_by("einde", "id"))
    if betrokkenheid(actor, gevonden) != "behandelaar":
        toegang = toegang_tot(actor, gevonden, leest=("naw",), doel="werkverdeling")
        return Zaakbeeld(gevonden, _naam(toegang), termijnen)
    tijdlijn = tuple(gevonden.tijdlijn.all())
    if gevonden.gesloten is not None:
        toegang = toegang_tot(actor, gevonden, leest=("naw", "hulpvraag"))
        return Zaakbeeld(
            gevonden,
            _naam(toegang),
            termijnen,
            tijdlijn,
            hulpvraag=Hulpvraag.objects.met(toegang).filter(zaak=gevonden).first(),
            beschikkingen=tuple(Beschikking.objects.met(toegang).filter(zaak=gevonden).order_by("moment")),
        )
    dossier = open_dossier(actor, zaak_id).gelezen()
    naw = Naw.objects.met(dossier.toegang).first()
    contact = Contactgegeven.objects.met(dossier.toegang).first()
    return Zaakbeeld(
        gevonden,
        naw.weergavenaam if naw else "",
        termijnen,
        tijdlijn,
        dossier,
        contact.telefoon if contact else "",
        contact.email if contact else "",
        naw.geboortedatum.isoformat() if naw and naw.geboortedatum else "",
        naw.adresregel if naw else "",
        dossier.hulpvraag,
        tuple(dossier.beschikkingen),
        dossier.feiten(),
        _vertegenwoordigd(actor, dossier),
    )


def _vertegenwoordigd(actor: Actor, dossier: Dossier) -> tuple[Vertegenwoordiging, ...]:
    """Who represents the resident today; looked up only where somebody ever was recorded."""
    if not Vertegenwoordigingswijzer.objects.filter(zaak=dossier.zaak).exists():
        return ()
    toegang = toegang_tot(
        actor, dossier.zaak, leest=("instemming",), doel=VERTEGENWOORDIGING, personen=[dossier.persoon]
    )
    return tuple(lopende_vertegenwoordiging(dossier.zaak, toegang))


def _naam(toegang: Toegang) -> str:
    naw = Naw.objects.met(toegang).first()
    return naw.weergavenaam if naw else ""
