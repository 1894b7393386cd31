"""What users read: the work stock, a melding, deliveries, doubtful pairs, the resident's own page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import Bedrag, Fout, Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.personen.models import Zoeksleutel
from samenhang.kernel.personen.zoeken import gevraagde_termen, zoekwaarde
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.scheme import Overgang
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import Betrokkene, Taak, Tijdlijnregel, Zaak, ZaakTermijn
from samenhang.kernel.zaken.queries import betrokkenheid, toegang_tot, toegang_tot_register, zaak_van
from samenhang.kernel.zaken.toestand import keuzes
from samenhang.schemes.vroegsignalering.domain.bewakers import MeldingFeiten
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN, past
from samenhang.schemes.vroegsignalering.models import (
    Aanbod,
    Bezwaar,
    Contactpoging,
    Partnerafspraak,
    Signaal,
    SignaalNaam,
    Twijfelpaar,
    Uitkomst,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME

LIJST = 100
EIGEN = ("behandelaar", "taak")
CATEGORIEEN = ("naw", "contact", "signaal", "opvolging", "uitkomst")


@dataclass(frozen=True, slots=True)
class Filter:
    """The filters of the work stock; `na` continues after the last row of a page (prioriteit, volgorde, id)."""

    stap: str = ""
    behandelaar: str = ""
    prioriteit: int | None = None
    zoek: str = ""
    te_laat: bool = False
    na: str = ""
    aantal: int = LIJST


@dataclass(frozen=True, slots=True)
class WerkRij:
    """One row of the work stock."""

    id: UUID
    nummer: str
    stap: str
    prioriteit: int
    naam: str
    adres: str
    behandelaar: str
    termijn: date | None
    geopend: datetime
    bladwijzer: str


@query(SCHEME, "werkvoorraad bekijken")
def werkvoorraad(actor: Actor, filter_: Filter) -> list[WerkRij]:
    """The cases of the organisation in the order of the published rules, at most `aantal` at once.

    One statement: it starts from the name table, so that the decision bounds what the list can hold.
    """
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="werkverdeling", leest=("naw",))
    zaken = Zaak.objects.filter(organisatie_id=actor.organisatie, scheme=SCHEME.naam)
    zaken = zaken.filter(stap=filter_.stap) if filter_.stap else zaken.exclude(stap="gesloten")
    if filter_.behandelaar == "mij":
        zaken = zaken.filter(behandelaar_id=actor.medewerker_id)
    elif filter_.behandelaar == "niemand":
        zaken = zaken.filter(behandelaar__isnull=True)
    elif filter_.behandelaar:
        zaken = zaken.filter(behandelaar_id=_uuid(filter_.behandelaar))
    if filter_.prioriteit is not None:
        zaken = zaken.filter(prioriteit=filter_.prioriteit)
    if filter_.te_laat:
        zaken = zaken.filter(volgende_termijn__lt=timezone.localdate())
    if filter_.zoek:
        zaken = zaken.filter(_gezocht(actor, filter_.zoek))
    if filter_.na:
        prioriteit, volgorde, sleutel = _cursor(filter_.na)
        zaken = zaken.filter(
            Q(prioriteit__gt=prioriteit)
            | Q(prioriteit=prioriteit, volgorde__gt=volgorde)
            | Q(prioriteit=prioriteit, volgorde=volgorde, id__gt=sleutel)
        )
    velden = (
        "id",
        "nummer",
        "stap",
        "prioriteit",
        "volgorde",
        "volgende_termijn",
        "geopend",
        "behandelaar__naam",
        "betrokkenen__persoon_id",
    )
    rijen = list(zaken.order_by("prioriteit", "volgorde", "id").values_list(*velden)[: filter_.aantal * 3])
    eerste: dict[UUID, Any] = {}
    for rij in rijen:
        eerste.setdefault(rij[0], rij)
    gekozen = list(eerste.values())[: filter_.aantal]
    personen = [rij[8] for rij in gekozen if rij[8]]
    namen = {naw.persoon_id: naw for naw in Naw.objects.met(toegang).filter(persoon_id__in=personen)}
    huidige_operatie().raakt(personen)
    return [_werkrij(rij, namen.get(rij[8])) for rij in gekozen]


def _werkrij(rij: tuple[Any, ...], naw: Naw | None) -> WerkRij:
    return WerkRij(
        id=rij[0],
        nummer=rij[1],
        stap=rij[2],
        prioriteit=rij[3],
        naam=naw.weergavenaam if naw else "",
        adres=f"{naw.adresregel}, {naw.postcode} {naw.woonplaats}" if naw else "",
        behandelaar=rij[7] or "",
        termijn=rij[5],
        geopend=rij[6],
        bladwijzer=f"{rij[3]}_{rij[4]}_{rij[0]}",
    )


def _gezocht(actor: Actor, invoer: str) -> Q:
    """Search inside the own cases and tasks only: by number, or blind by name, birth date or address."""
    eigen = Q(behandelaar_id=actor.medewerker_id) | Q(
        taken__behandelaar_id=actor.medewerker_id, taken__klaar__isnull=True
    )
    geheim = settings.SECRET_KEY.encode()
    waarden = [
        zoekwaarde(geheim, str(actor.organisatie), soort, tekst) for soort, tekst in gevraagde_termen(invoer)
    ]
    personen = Zoeksleutel.objects.filter(organisatie_id=actor.organisatie, waarde__in=waarden).values(
        "persoon_id"
    )
    return Q(nummer=invoer.strip().upper()) | (eigen & Q(betrokkenen__persoon_id__in=personen))


def _uuid(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise Geweigerd(
            "filter_onjuist", Tekst(f'"{tekst}" is geen geldige keuze.', f'"{tekst}" is not a valid choice.')
        ) from fout


def _cursor(tekst: str) -> tuple[int, date, UUID]:
    try:
        prioriteit, volgorde, sleutel = tekst.split("_")
        return int(prioriteit), date.fromisoformat(volgorde), UUID(sleutel)
    except ValueError as fout:
        raise Geweigerd(
            "cursor_onjuist",
            Tekst(
                "Deze bladwijzer bestaat niet. Begin weer bij de eerste bladzijde.",
                "This cursor does not exist. Start again at the first page.",
            ),
        ) from fout


@dataclass(frozen=True, slots=True)
class SignaalBeeld:
    """A signal as its case shows it."""

    partner: str
    partner_soort: str
    soort: str
    bedrag: Bedrag
    datum: date
    dreiging: str
    datum_dreiging: date | None
    maanden: int | None


@dataclass(frozen=True, slots=True)
class PersoonBeeld:
    """A person in a case, with only what was granted."""

    id: UUID
    naam: str
    geboortedatum: date | None
    adres: str
    telefoon: str = ""
    email: str = ""
    signalen: tuple[SignaalBeeld, ...] = ()


@dataclass(frozen=True, slots=True)
class ZaakBeeld:
    """Everything a case page or API answer shows; categories that were refused are empty and named in `geweigerd`."""

    zaak: Zaak
    personen: tuple[PersoonBeeld, ...]
    pogingen: Sequence[Contactpoging]
    aanbiedingen: Sequence[Aanbod]
    bezwaren: Sequence[Bezwaar]
    uitkomst: Uitkomst | None
    feiten: MeldingFeiten
    keuzes: Sequence[tuple[Overgang, tuple[Fout, ...]]]
    termijnen: Sequence[ZaakTermijn]
    taken: Sequence[Taak]
    tijdlijn: Sequence[Tijdlijnregel]
    geweigerd: tuple[tuple[str, str], ...] = ()
    adres: str = field(default="")


@query(SCHEME, "melding bekijken")
def melding(actor: Actor, zaak_id: UUID) -> ZaakBeeld:
    """A melding with everything the actor may see of it; raises `NietToegestaan` when that is nothing.

    Who does not treat it sees what is needed to divide the work: name and address.
    """
    zaak = zaak_van(actor, SCHEME.naam, zaak_id)
    doel = (
        "inzage"
        if actor.organisatie_id is None
        else SCHEME.doel
        if betrokkenheid(actor, zaak) in EIGEN
        else "werkverdeling"
    )
    personen = None if actor.organisatie_id is not None else [actor.persoon_id] if actor.persoon_id else []
    toegang = toegang_tot(actor, zaak, leest=CATEGORIEEN, doel=doel, gedeeltelijk=True, personen=personen)
    return _beeld(actor, zaak, toegang)


def _beeld(actor: Actor, zaak: Zaak, toegang: Toegang) -> ZaakBeeld:
    leest = toegang.leest
    pogingen = (
        list(Contactpoging.objects.met(toegang).filter(zaak=zaak).order_by("-datum", "-vastgelegd"))
        if "opvolging" in leest
        else []
    )
    aanbiedingen = (
        list(Aanbod.objects.met(toegang).filter(zaak=zaak).order_by("-datum")) if "opvolging" in leest else []
    )
    bezwaren = (
        list(Bezwaar.objects.met(toegang).filter(zaak=zaak).order_by("-datum"))
        if "opvolging" in leest
        else []
    )
    uitkomst = (
        Uitkomst.objects.met(toegang).filter(zaak=zaak).order_by("-datum").first()
        if "uitkomst" in leest
        else None
    )
    mensen = _personen(zaak, toegang)
    wat = feiten_van(zaak, pogingen, aanbiedingen, bezwaren, uitkomst)
    return ZaakBeeld(
        zaak=zaak,
        personen=mensen,
        pogingen=_eens(pogingen),
        aanbiedingen=_eens(aanbiedingen),
        bezwaren=bezwaren,
        uitkomst=uitkomst,
        feiten=wat,
        keuzes=keuzes(SCHEME.zaak, zaak.stap, actor.rollen.get(SCHEME.naam, ()), wat)
        if actor.organisatie_id
        else (),
        termijnen=list(zaak.termijnen.order_by("klaar", "einde")),
        taken=list(zaak.taken.select_related("behandelaar").order_by("klaar", "uiterlijk")),
        tijdlijn=list(zaak.tijdlijn.all()),
        geweigerd=toegang.besluit.geweigerd,
        adres=mensen[0].adres if mensen else "",
    )


def _eens(rijen: list[Any]) -> list[Any]:
    """Rows that are kept once per person of the household are shown once."""
    gezien, uniek = set(), []
    for rij in rijen:
        sleutel = (
            rij.datum,
            getattr(rij, "soort", getattr(rij, "kanaal", "")),
            getattr(rij, "dagdeel", ""),
            getattr(rij, "vastgelegd", None),
        )
        if sleutel not in gezien:
            gezien.add(sleutel)
            uniek.append(rij)
    return uniek


def _personen(zaak: Zaak, toegang: Toegang) -> tuple[PersoonBeeld, ...]:
    if "naw" not in toegang.leest:
        return ()
    contact = (
        {rij.persoon_id: rij for rij in Contactgegeven.objects.met(toegang)}
        if "contact" in toegang.leest
        else {}
    )
    signalen: dict[UUID, list[SignaalBeeld]] = {}
    if "signaal" in toegang.leest:
        for rij in (
            Signaal.objects.met(toegang)
            .filter(zaak=zaak)
            .select_related("partner")
            .order_by("-datum_signaal", "signaal_id")
        ):
            beeld = SignaalBeeld(
                rij.partner.naam,
                rij.partner_soort,
                rij.soort_signaal,
                Bedrag(rij.bedrag_centen),
                rij.datum_signaal,
                rij.dreiging,
                rij.datum_dreiging,
                rij.aantal_maanden,
            )
            signalen.setdefault(rij.persoon_id, []).append(beeld)
    mensen = []
    for naw in Naw.objects.met(toegang).order_by("persoon_id"):
        bereik = contact.get(naw.persoon_id)
        mensen.append(
            PersoonBeeld(
                id=naw.persoon_id,
                naam=naw.weergavenaam,
                geboortedatum=naw.geboortedatum,
                adres=f"{naw.adresregel}, {naw.postcode} {naw.woonplaats}",
                telefoon=bereik.telefoon if bereik else "",
                email=bereik.email if bereik else "",
                signalen=tuple(signalen.get(naw.persoon_id, ())),
            )
        )
    return tuple(mensen)


def feiten_van(
    zaak: Zaak,
    pogingen: Sequence[Contactpoging],
    aanbiedingen: Sequence[Aanbod],
    bezwaren: Sequence[Bezwaar],
    uitkomst: Uitkomst | None,
) -> MeldingFeiten:
    """The facts on which the guards of a melding decide."""
    bereikt = any(poging.bereikt for poging in pogingen)
    dagdelen = frozenset(poging.dagdeel for poging in pogingen)
    unieke = {(poging.datum, poging.soort, poging.dagdeel) for poging in pogingen}
    resultaat = RESULTATEN.get(uitkomst.resultaat) if uitkomst else None
    return MeldingFeiten(
        inwoner_bevestigd=not zaak.taken.filter(soort="brp", klaar__isnull=True).exists(),
        bezwaar_open=any(bezwaar.beslist_op is None for bezwaar in bezwaren),
        poging_bereikt=bereikt,
        aanbod_gedaan=bool(aanbiedingen),
        dreiging_gevraagd=any(aanbod.dreiging is not None for aanbod in aanbiedingen),
        uitkomst_gekozen=resultaat is not None,
        uitkomst_past=resultaat is not None and past(resultaat, bereikt, dagdelen, len(unieke)),
    )


@dataclass(frozen=True, slots=True)
class MijnWerk:
    """The start page of a worker: what is mine and due, my tasks, and what waits for anyone."""

    zaken: list[WerkRij]
    taken: list[Taak]
    niet_toegewezen: int
    twijfel: int
    te_laat: int


@query(SCHEME, "mijn werk bekijken")
def mijn_werk(actor: Actor) -> MijnWerk:
    """Own cases by next term, own tasks, and counts of what waits."""
    eigen = Zaak.objects.filter(organisatie_id=actor.organisatie, scheme=SCHEME.naam).exclude(stap="gesloten")
    mag_lezen = actor.heeft_rol(SCHEME.naam, "vroegsignaleerder", "teamleider")
    zaken = werkvoorraad(actor, Filter(behandelaar="mij", aantal=50)) if mag_lezen else []
    return MijnWerk(
        zaken=sorted(zaken, key=lambda rij: (rij.termijn is None, rij.termijn, rij.prioriteit)),
        taken=list(
            Taak.objects.filter(behandelaar_id=actor.medewerker_id, klaar__isnull=True)
            .select_related("zaak")
            .order_by("uiterlijk")[:50]
        ),
        niet_toegewezen=eigen.filter(behandelaar__isnull=True).count(),
        twijfel=len(twijfelparen(actor)) if actor.heeft_rol(SCHEME.naam, "intake") else 0,
        te_laat=eigen.filter(
            behandelaar_id=actor.medewerker_id, volgende_termijn__lt=timezone.localdate()
        ).count(),
    )


@dataclass(frozen=True, slots=True)
class Twijfel:
    """A doubtful pair, side by side: as each partner sent it."""

    id: UUID
    zekerheid: float
    links: SignaalNaam
    rechts: SignaalNaam
    links_partner: str
    rechts_partner: str


@query(SCHEME, "twijfelparen bekijken")
def twijfelparen(actor: Actor, aantal: int = 50) -> list[Twijfel]:
    """Pairs that wait for a judgement, the most likely first."""
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="aanlevering", leest=("naw", "signaal"))
    paren = list(Twijfelpaar.objects.met(toegang).filter(oordeel="").order_by("-zekerheid", "id")[:aantal])
    signaal_ids = [nummer for paar in paren for nummer in (paar.links_id, paar.rechts_id)]
    namen = {
        naam.signaal_id: naam for naam in SignaalNaam.objects.met(toegang).filter(signaal_id__in=signaal_ids)
    }
    partners = dict(
        Signaal.objects.met(toegang).filter(id__in=signaal_ids).values_list("id", "partner__naam")
    )
    huidige_operatie().raakt(naam.persoon_id for naam in namen.values())
    return [
        Twijfel(
            paar.id,
            paar.zekerheid,
            namen[paar.links_id],
            namen[paar.rechts_id],
            partners[paar.links_id],
            partners[paar.rechts_id],
        )
        for paar in paren
    ]


def aanleveringen(actor: Actor) -> list[Aanlevering]:
    """The deliveries that the actor's organisation received, or sent when it is a partner. No personal data."""
    rol_vereist(actor, SCHEME.naam, "intake", "teamleider", "beleid", "partner")
    eigen = (
        Q(afzender_id=actor.organisatie_id)
        if actor.heeft_rol(SCHEME.naam, "partner")
        else Q(ontvanger_id=actor.organisatie_id)
    )
    return list(
        Aanlevering.objects.filter(eigen, scheme=SCHEME.naam).select_related("afzender", "ontvanger")[:200]
    )


def aanlevering(actor: Actor, aanlevering_id: UUID) -> Aanlevering:
    """One delivery of the own organisation, sent or received; else not found."""
    for rij in aanleveringen(actor):
        if rij.id == aanlevering_id:
            return rij
    raise Geweigerd(
        "aanlevering_onbekend",
        Tekst("Deze aanlevering bestaat niet.", "This delivery does not exist."),
        status=404,
    )


def partners(actor: Actor) -> list[Partnerafspraak]:
    """The agreements of the own municipality, or the partner's own."""
    eigen = (
        Q(partner_id=actor.organisatie)
        if actor.heeft_rol(SCHEME.naam, "partner")
        else Q(gemeente_id=actor.organisatie)
    )
    return list(
        Partnerafspraak.objects.filter(eigen)
        .select_related("partner", "gemeente")
        .order_by("partner__naam", "-versie")
    )


def collegas(actor: Actor) -> list[Medewerker]:
    """Workers of the own organisation who can treat a melding."""
    return list(
        Medewerker.objects.filter(
            organisatie_id=actor.organisatie,
            rollen__scheme=SCHEME.naam,
            rollen__rol__in=("vroegsignaleerder", "teamleider"),
            rollen__tot__isnull=True,
        )
        .distinct()
        .order_by("naam")
    )


@query(SCHEME, "mijn gegevens bekijken")
def mijn_zaken(actor: Actor) -> list[ZaakBeeld]:
    """The resident's own cases, with his own data only; an empty list when there are none."""
    if actor.persoon_id is None:
        return []
    zaken = list(
        Zaak.objects.filter(
            id__in=Betrokkene.objects.filter(persoon_id=actor.persoon_id).values("zaak_id"),
            scheme=SCHEME.naam,
        )
    )
    beelden = []
    for zaak in zaken:
        toegang = toegang_tot(
            actor,
            zaak,
            leest=CATEGORIEEN,
            doel="inzage",
            gedeeltelijk=True,
            personen=[actor.persoon_id],
        )
        beelden.append(_beeld(actor, zaak, toegang))
    return beelden
