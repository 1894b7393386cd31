"""The referrals, the cases, and one case as the process director or the resident sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.rechten.models import BEZWAAR, Bezwaar, Informering
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.dimensies import INZAGE
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.toegang.redenen import REDENEN
from samenhang.kernel.verstrekkingen.models import OverdrachtInhoud
from samenhang.kernel.verstrekkingen.opnemen import laatste_inhoud, niet_meer_hier, wachtend
from samenhang.kernel.zaken.lijst import Zaakkeuze, Zaakregel, bladzijde, kies
from samenhang.kernel.zaken.models import Deelname, Taak, Tijdlijnregel, Zaak, ZaakTermijn
from samenhang.kernel.zaken.queries import toegang_tot, toegang_tot_register, zaak_onbekend
from samenhang.kernel.zaken.taken import open_taken
from samenhang.schemes.zvh.domain.bezwaar import dicht_voor_partij
from samenhang.schemes.zvh.domain.gegevens import OPSCHALING, lees_opgeschaald
from samenhang.schemes.zvh.domain.tafel import DEELNEMER
from samenhang.schemes.zvh.dossier import open_casus
from samenhang.schemes.zvh.models import HuisAfspraak, HuisPartij, Toelating
from samenhang.schemes.zvh.queries.gegevens import Gegeven, gegevens_van
from samenhang.schemes.zvh.scheme import SCHEME
from samenhang.schemes.zvh.tafel import zou_zien

HOOGSTENS = 200
ALLES = ("naw", "contact", "informeren", BEZWAAR, *(categorie.naam for categorie in SCHEME.categorieen))


@dataclass(frozen=True, slots=True)
class Aanmeldregel:
    """Who was referred, by which scheme under which number; nothing of why until he is admitted."""

    id: UUID
    bron: str
    bronnummer: str
    naam: str
    gestuurd: datetime


@dataclass(frozen=True, slots=True)
class Tafelgenoot:
    """A party that sits, or sat, at the table: which, what it sees now and why, and what it does not see now and why not.

    `naam` is empty for the resident: he reads which organisation it is. `tot`: it left.
    """

    deelname: UUID
    partij: str
    naam: str
    ziet: tuple[tuple[str, str], ...]
    ziet_niet: tuple[tuple[str, Tekst], ...]
    tot: datetime | None


@dataclass(frozen=True, slots=True)
class Casusbeeld:
    """A case as the process director sees it, or the resident himself."""

    zaak: Zaak
    naam: str
    telefoon: str
    toelating: Toelating
    gegevens: tuple[Gegeven, ...]
    afspraken: tuple[HuisAfspraak, ...]
    verteld: tuple[Informering, ...]
    termijnen: tuple[ZaakTermijn, ...]
    tafel: tuple[Tafelgenoot, ...] = ()
    bezwaren: tuple[Bezwaar, ...] = ()
    taken: tuple[Taak, ...] = ()
    tijdlijn: tuple[Tijdlijnregel, ...] = ()

    @property
    def open_bezwaar(self) -> Bezwaar | None:
        """The objection that waits for a decision."""
        return next((rij for rij in self.bezwaren if rij.open), None)

    @property
    def besloten(self) -> bool:
        """Whether an objection was decided on."""
        return any(rij.beslist_op is not None for rij in self.bezwaren)


@query(SCHEME, "aanmeldingen voor het huis bekijken")
def aanmeldingen(actor: Actor, alleen: UUID | None = None) -> list[Aanmeldregel]:
    """Who waits to be admitted, who came first on top; or `alleen` this one, `Geweigerd` (404) when it does not wait."""
    rol_vereist(actor, SCHEME.naam, "procesregisseur")
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="zvh_ontvangst", leest=("naw",))
    wacht = wachtend(actor.organisatie, SCHEME.naam, OPSCHALING)
    rijen = list((wacht if alleen is None else wacht.filter(id=alleen))[:HOOGSTENS])
    if alleen is not None and not rijen:
        raise niet_meer_hier()
    over = OverdrachtInhoud.objects.met(toegang).filter(overdracht__in=rijen)
    huidige_operatie().raakt(set(over.values_list("persoon_id", flat=True)))
    uit = []
    for rij in rijen:
        if (inhoud := laatste_inhoud(toegang, rij)) is not None:
            gelezen = lees_opgeschaald(inhoud)
            uit.append(Aanmeldregel(rij.id, rij.van_scheme, gelezen.zaaknummer, gelezen.naam, rij.gemaakt))
    return uit


@query(SCHEME, "casussen bekijken")
def casussen(
    actor: Actor, keuze: Zaakkeuze | None = None, *, begin: int = 0, aantal: int = 50
) -> tuple[list[Zaakregel], int]:
    """A page of the open cases, what is due first on top; and how many there are."""
    rol_vereist(actor, SCHEME.naam, "procesregisseur")
    if actor.medewerker_id is None:
        raise zaak_onbekend()
    alle = Zaak.objects.filter(scheme=SCHEME.naam, organisatie_id=actor.organisatie, gesloten__isnull=True)
    gekozen = kies(alle, actor, SCHEME, keuze or Zaakkeuze(), Q(behandelaar_id=actor.medewerker_id))
    return bladzijde(actor, SCHEME, gekozen, begin=begin, aantal=aantal)


@query(SCHEME, "casus bekijken")
def casus(actor: Actor, zaak_id: UUID) -> Casusbeeld:
    """One case with what came along; for who treats it, while it runs and the agreement of the alliance holds."""
    eigen = open_casus(actor, zaak_id)
    genoten = _tafel(eigen.zaak, eigen.persoon, eigen.toegang)
    return _beeld(
        eigen.zaak,
        eigen.inhoud(),
        eigen.toelating,
        eigen.afspraken,
        eigen.verteld,
        genoten,
        eigen.bezwaren,
        tuple(open_taken(eigen.zaak)),
    )


@query(SCHEME, "mijn casussen bekijken")
def mijn_casussen(actor: Actor) -> list[Casusbeeld]:
    """The resident's own cases: everything about himself, also after closing."""
    if actor.persoon_id is None:
        raise zaak_onbekend()
    rijen = Zaak.objects.filter(scheme=SCHEME.naam, betrokkenen__persoon_id=actor.persoon_id)
    uit = []
    for zaak in rijen.exclude(stap="vernietigd").order_by("gesloten", "-geopend"):
        toegang = toegang_tot(actor, zaak, leest=ALLES, doel=INZAGE, personen=[actor.persoon_id])
        toelating = Toelating.objects.met(toegang).get(zaak=zaak)
        afspraken = HuisAfspraak.objects.met(toegang).filter(zaak=zaak).order_by("uiterlijk", "id")
        verteld = Informering.objects.met(toegang).filter(zaak=zaak).order_by("op", "id")
        genoten = _tafel(zaak, actor.persoon_id, toegang, zelf=True)
        tegen = tuple(Bezwaar.objects.met(toegang).filter(zaak=zaak).order_by("datum", "id"))
        uit.append(_beeld(zaak, toegang, toelating, tuple(afspraken), tuple(verteld), genoten, tegen))
    return uit


def _tafel(zaak: Zaak, persoon: UUID, toegang: Toegang, *, zelf: bool = False) -> tuple[Tafelgenoot, ...]:
    """Who sits at the table and what each party gets now, by the decision that it gets itself.

    The resident (`zelf`) reads of who left, too, for what each party may see what it needs, and what it does not see
    because he objected.
    """
    mee = {
        rij.id: rij
        for rij in Deelname.objects.select_related("medewerker__organisatie").filter(
            zaak=zaak, betrokkenheid=DEELNEMER
        )
    }
    tegen = Bezwaar.objects.met(toegang).filter(zaak=zaak)
    dicht_door_bezwaar = dicht_voor_partij(rij.standpunt for rij in tegen) if zelf else frozenset()
    uit = []
    for rij in HuisPartij.objects.met(toegang).filter(zaak=zaak).order_by("moment", "id"):
        deelname = mee[rij.deelname]
        if deelname.tot is not None and not zelf:
            continue
        niet = tuple((soort, REDENEN["bezwaar"]) for soort in rij.noodzaak if soort in dicht_door_bezwaar)
        if not zelf:
            besluit = zou_zien(zaak, persoon, deelname.medewerker.organisatie, frozenset(rij.noodzaak))
            niet = tuple((soort, REDENEN[code]) for soort, code in besluit.geweigerd)
        dicht = {soort for soort, _ in niet}
        uit.append(
            Tafelgenoot(
                deelname=deelname.id,
                partij=rij.partij,
                naam="" if zelf else deelname.medewerker.naam,
                ziet=tuple(deel for deel in rij.noodzaak.items() if deel[0] not in dicht),
                ziet_niet=niet,
                tot=deelname.tot,
            )
        )
    return tuple(uit)


def _beeld(
    zaak: Zaak,
    toegang: Toegang,
    toelating: Toelating,
    afspraken: tuple[HuisAfspraak, ...],
    verteld: tuple[Informering, ...],
    tafel: tuple[Tafelgenoot, ...],
    bezwaren: tuple[Bezwaar, ...],
    taken: tuple[Taak, ...] = (),
) -> Casusbeeld:
    naw = Naw.objects.met(toegang).first()
    contact = Contactgegeven.objects.met(toegang).first()
    return Casusbeeld(
        zaak,
        naw.weergavenaam if naw else "",
        contact.telefoon if contact else "",
        toelating,
        gegevens_van(toegang, zaak, toelating.noodzaak),
        afspraken,
        verteld,
        tuple(zaak.termijnen.filter(klaar__isnull=True).order_by("einde")),
        tafel,
        bezwaren,
        taken,
        tuple(zaak.tijdlijn.all()),
    )
