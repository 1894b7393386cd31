"""The list of open cases, and one case for who treats it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import Betrokkene, Tijdlijnregel, Zaak, ZaakTermijn
from samenhang.kernel.zaken.queries import betrokkenheid, toegang_tot, toegang_tot_register, zaak_van
from samenhang.schemes.schuldhulp.domain.bewakers import HulpFeiten
from samenhang.schemes.schuldhulp.dossier import Dossier, open_dossier
from samenhang.schemes.schuldhulp.models import Beschikking, Hulpvraag
from samenhang.schemes.schuldhulp.scheme import SCHEME, WERKER


@dataclass(frozen=True, slots=True)
class Zaakregel:
    """A case in the list: who, how it stands, who treats it."""

    zaak: Zaak
    naam: str
    eigen: bool


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


@query(SCHEME, "zaken bekijken")
def zaken(
    actor: Actor, *, van_mij: bool = False, begin: int = 0, aantal: int = 50
) -> tuple[list[Zaakregel], int]:
    """A page of the open cases of the organisation, or of the own ones, what is due first on top; and how many."""
    rol_vereist(actor, SCHEME.naam, WERKER)
    gekozen = Zaak.objects.filter(scheme=SCHEME.naam, organisatie_id=actor.organisatie, gesloten__isnull=True)
    if van_mij:
        gekozen = gekozen.filter(behandelaar_id=actor.medewerker_id)
    orde = (F("termijn_of_nooit").asc(), "prioriteit", "volgorde_of_nooit", "id")
    rijen = list(gekozen.select_related("behandelaar").order_by(*orde)[begin : begin + aantal])
    wie = dict(Betrokkene.objects.filter(zaak__in=rijen).values_list("zaak_id", "persoon_id"))
    toegang = toegang_tot_register(
        actor, SCHEME.naam, doel="werkverdeling", leest=("naw",), personen=wie.values()
    )
    huidige_operatie().raakt(wie.values())
    namen = {naw.persoon_id: naw.weergavenaam for naw in Naw.objects.met(toegang)}
    return [
        Zaakregel(rij, namen.get(wie.get(rij.id), ""), rij.behandelaar_id == actor.medewerker_id)
        for rij in rijen
    ], gekozen.count()


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
    )


def _naam(toegang: Toegang) -> str:
    naw = Naw.objects.met(toegang).first()
    return naw.weergavenaam if naw else ""
