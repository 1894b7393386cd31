"""How this scheme carries out its retention rules: files, signals without a case, and closed cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from samenhang.kernel.aanlevering import opslag
from samenhang.kernel.aanlevering.models import AanleverFout, Aanlevering
from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.uitwisseling.models import InkomendBericht, InkomendeInhoud
from samenhang.kernel.vernietiging.herstel import registreer_wisser
from samenhang.kernel.vernietiging.models import Nagekeken
from samenhang.kernel.vernietiging.plicht import Bewaarregel, Grens, Werk, registreer_bewaarregel
from samenhang.kernel.vernietiging.vasthouden import vastgehouden
from samenhang.kernel.vernietiging.wissen import wis, wis_personen, wis_zaak
from samenhang.kernel.verstrekkingen.actions.ontvangst import onbevestigd
from samenhang.kernel.zaken.models import Betrokkene, Taak, Tijdlijnregel, Zaak
from samenhang.kernel.zaken.toestand import mogelijk
from samenhang.schemes.vroegsignalering import rapport
from samenhang.schemes.vroegsignalering.beleid import afspraak_op
from samenhang.schemes.vroegsignalering.bestand.codes import zin
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import Signaalstand, nieuws
from samenhang.schemes.vroegsignalering.inschrijven import geheugen
from samenhang.schemes.vroegsignalering.models import (
    Partnerafspraak,
    Signaal,
    Terugkoppelbericht,
    Terugkoppeling,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME

AFGEROND = ("gesloten", "teruggekoppeld")
NIET_OPGEPAKT = ("niet_opgepakt", "geen_inwoner", "overleden", "ingetrokken")
ALLES = ("naw", "contact", "signaal", "opvolging", "uitkomst", "instemming", "informeren", "bezwaar")
BROK = 500
"""Signals that one operation erases: a national register is done in pieces, each with its record."""
Kiezer = Callable[[Toegang, Grens], Iterator[tuple[UUID, UUID]]]
"""Which signals have expired, each with its person."""
Verlopen = Callable[[Grens, int], Iterable[str]]
BEWAAR_DAGEN = 30
"""How long a raw file is kept when no agreement says so."""


def _voor(dag: date) -> Q:
    return Q(ontvangen__lt=begin_van(dag + timedelta(days=1)))


# --- the partner's raw file and the rows that were refused ---


def _oude_bestanden(grens: Grens, hoogstens: int) -> Iterable[str]:
    """Deliveries whose raw file is older than the agreement says, or without one than the rule; the receipt stays."""
    dagen: dict[tuple[UUID, UUID], int] = {}
    for gemeente, partner, bewaar in Partnerafspraak.objects.order_by("versie").values_list(
        "gemeente_id", "partner_id", "bewaar_dagen"
    ):
        dagen[gemeente, partner] = bewaar
    kortste = min((*dagen.values(), BEWAAR_DAGEN))
    bewaard = Aanlevering.objects.filter(
        _voor(grens.vandaag - timedelta(days=kortste)), scheme=SCHEME.naam, ruw_vernietigd__isnull=True
    ).exclude(status__in=("ontvangen", "gekeurd"))
    if grens.organisatie is not None:
        bewaard = bewaard.filter(ontvanger_id=grens.organisatie)
    verlopen: list[str] = []
    for nummer, ontvanger, afzender, ontvangen in bewaard.order_by("ontvangen").values_list(
        "id", "ontvanger_id", "afzender_id", "ontvangen"
    ):
        hoelang = timedelta(days=dagen.get((ontvanger, afzender), BEWAAR_DAGEN))
        if timezone.localtime(ontvangen).date() + hoelang < grens.vandaag and len(verlopen) < hoogstens:
            verlopen.append(str(nummer))
    return verlopen


def _van_aanlevering(item: str) -> Organisatie:
    return Aanlevering.objects.select_related("ontvanger").get(id=UUID(item)).ontvanger


def _wis_bestand(werk: Werk, item: str) -> None:
    """Destroy the raw file, the reports, and the cell values that messages quoted; counts and codes stay."""
    aanlevering = Aanlevering.objects.select_for_update().get(id=UUID(item))
    werk.telling["bestand"] += opslag.vernietig(aanlevering.id)
    werk.telling["fouttekst"] += aanlevering.fouten.count()
    werk.ging("aanlevering", [aanlevering.id])
    rapport.vernietig(aanlevering.id)
    for code in aanlevering.fouten.order_by().values_list("code", flat=True).distinct():
        if not code.startswith("F"):
            tekst = zin(code, "…", "…")
            AanleverFout.objects.filter(aanlevering=aanlevering, code=code).update(
                tekst=tekst.nl, text=tekst.en
            )
    aanlevering.ruw_vernietigd = timezone.localdate()
    aanlevering.save(update_fields=["ruw_vernietigd"])


# --- signals that came into no case ---


def _registers(regel: str) -> Verlopen:
    """Municipalities that had a delivery that old, each once a day: only a decision may see what of it is left."""

    def verlopen(grens: Grens, hoogstens: int) -> Iterable[str]:
        if grens.organisatie is not None:
            return [str(grens.organisatie)]
        oud = Aanlevering.objects.filter(_voor(grens.dag), ontvanger_id=OuterRef("id"), scheme=SCHEME.naam)
        gedaan = Nagekeken.objects.filter(
            organisatie_id=OuterRef("id"), scheme=SCHEME.naam, regel=regel, dag=grens.vandaag
        )
        rijen = Organisatie.objects.filter(Exists(oud)).exclude(Exists(gedaan))
        return [str(nummer) for nummer in rijen.order_by("id").values_list("id", flat=True)[:hoogstens]]

    return verlopen


def _organisatie(item: str) -> Organisatie:
    return Organisatie.objects.get(id=UUID(item))


def _niet_opgepakt(toegang: Toegang, grens: Grens) -> Iterator[tuple[UUID, UUID]]:
    """Signals that were not taken up and told to the partner that long ago, or of which nothing may be told."""
    verteld = Terugkoppeling.objects.met(toegang).filter(signaal_id=OuterRef("id"))
    soorten: dict[UUID, frozenset[str]] = {}
    rijen = (
        Signaal.objects.met(toegang)
        .filter(_voor(grens.dag), status__in=NIET_OPGEPAKT, zaak__isnull=True)
        .exclude(Exists(verteld.filter(datum__gt=grens.dag)))
        .order_by("id")
        .values_list("id", "persoon_id", "partner_id", "status", "reden", Exists(verteld))
    )
    for nummer, persoon, partner, status, reden, is_verteld in rijen.iterator(chunk_size=2000):
        if partner not in soorten:
            afspraak = afspraak_op(toegang.organisatie_id, partner, grens.vandaag)
            soorten[partner] = frozenset(afspraak.terugkoppeling if afspraak else ())
        nieuw = nieuws(Signaalstand(status, reden))
        if is_verteld or nieuw is None or nieuw.soort not in soorten[partner]:
            yield nummer, persoon


def _blijven_liggen(toegang: Toegang, grens: Grens) -> Iterator[tuple[UUID, UUID]]:
    """Signals in whatever step that are in no case, that long after they were received."""
    rijen = Signaal.objects.met(toegang).filter(_voor(grens.dag), zaak__isnull=True)
    yield from rijen.order_by("id").values_list("id", "persoon_id").iterator(chunk_size=2000)


def _signaalregel(uitkomst: str, kies: Kiezer) -> Bewaarregel:
    """A rule over signals without a case: in pieces, until nothing is left of what `kies` finds."""

    def vernietig(werk: Werk, item: str) -> None:
        rijen = list(islice(kies(werk.toegang, werk.grens), BROK + 1))
        if len(rijen) <= BROK and werk.grens.organisatie is None:
            Nagekeken.objects.update_or_create(
                organisatie=werk.organisatie,
                scheme=SCHEME.naam,
                regel=uitkomst,
                defaults={"dag": werk.grens.vandaag},
            )
        _wis_signalen(werk, rijen[:BROK])

    def tel(toegang: Toegang, grens: Grens) -> int:
        return sum(1 for _ in kies(toegang, grens))

    return Bewaarregel(
        SCHEME.naam, uitkomst, _registers(uitkomst), _organisatie, vernietig, ("signaal",), ALLES, tel
    )


def _wis_signalen(werk: Werk, rijen: list[tuple[UUID, UUID]]) -> None:
    if not rijen:
        return
    nummers, personen = [nummer for nummer, _ in rijen], [persoon for _, persoon in rijen]
    werk.raakt(personen)
    werk.ging("signaal", nummers)
    _wis_uit_berichten(werk, nummers)
    wis(werk.toegang, Signaal, nummers, werk.telling)
    geheugen.vergeet(werk.organisatie.id)
    _wis_wie_niets_meer_heeft(werk, personen)


def _wis_uit_berichten(werk: Werk, signalen: list[UUID]) -> None:
    """Take the lines about these signals out of the messages to partners: the partner's number is of someone."""
    per_bericht: dict[UUID, set[str]] = defaultdict(set)
    regels = Terugkoppeling.objects.met(werk.toegang).filter(signaal_id__in=signalen)
    for bericht, nummer in regels.values_list("bericht_id", "partner_signaal_id"):
        per_bericht[bericht].add(nummer)
    for bericht in Terugkoppelbericht.objects.select_for_update().filter(id__in=per_bericht):
        weg = per_bericht[bericht.id]
        over = [regel for regel in bericht.regels if regel["signaalId"] not in weg]
        werk.telling["berichtregel"] += len(bericht.regels) - len(over)
        bericht.regels = over
        bericht.save(update_fields=["regels"])


# --- closed cases ---


def _gesloten(grens: Grens, *, met_hulp: bool) -> QuerySet[Zaak]:
    """Cases closed that long that nothing holds: no open objection, no open case at home, nothing under way."""
    zelfde_huis = Zaak.objects.filter(huishouden_id=OuterRef("huishouden_id"), scheme=SCHEME.naam)
    aanvaard = Exists(Tijdlijnregel.objects.filter(zaak_id=OuterRef("id"), wat="aanvaarden"))
    bezwaar = Taak.objects.filter(zaak_id=OuterRef("id"), soort="bezwaar", klaar__isnull=True)
    rijen = (
        Zaak.objects.filter(
            scheme=SCHEME.naam, stap__in=AFGEROND, gesloten__lt=begin_van(grens.dag + timedelta(days=1))
        )
        .filter(aanvaard if met_hulp else ~aanvaard)
        .exclude(Exists(bezwaar) | vastgehouden())
        .exclude(Exists(zelfde_huis.exclude(stap__in=(*AFGEROND, "vernietigd"))))
        .exclude(Exists(onbevestigd().filter(zaak_id=OuterRef("id"))))
    )
    return rijen if grens.organisatie is None else rijen.filter(organisatie_id=grens.organisatie)


def _zaakregel(uitkomst: str, *, met_hulp: bool) -> Bewaarregel:
    def verlopen(grens: Grens, hoogstens: int) -> Iterable[str]:
        rijen = _gesloten(grens, met_hulp=met_hulp).order_by("gesloten", "id")
        return [str(nummer) for nummer in rijen.values_list("id", flat=True)[:hoogstens]]

    def vernietig(werk: Werk, item: str) -> None:
        zaak = Zaak.objects.select_for_update().get(id=UUID(item))
        if (
            _gesloten(werk.grens, met_hulp=met_hulp).filter(id=zaak.id).exists()
        ):  # still, now that it is locked
            mogelijk(SCHEME.zaakproces, zaak.stap, "vernietigen", ("systeem",), None)
            _wis_zaak(werk, zaak)

    return Bewaarregel(SCHEME.naam, uitkomst, verlopen, _van_zaak, vernietig, ("signaal",), ALLES)


def _van_zaak(item: str) -> Organisatie:
    return Zaak.objects.select_related("organisatie").get(id=UUID(item)).organisatie


def _wis_zaak(werk: Werk, zaak: Zaak) -> None:
    signalen = list(Signaal.objects.met(werk.toegang).filter(zaak_id=zaak.id).values_list("id", flat=True))
    _wis_uit_berichten(werk, signalen)
    personen = wis_zaak(werk.toegang, zaak, werk.telling)
    geheugen.vergeet(werk.organisatie.id)
    werk.raakt(personen)
    werk.ging("zaak", [zaak.id])
    zaak.stap, zaak.huishouden, zaak.behandelaar, zaak.volgende_termijn = "vernietigd", None, None, None
    zaak.gesloten = zaak.gesloten or timezone.now()
    zaak.save(update_fields=["stap", "huishouden", "behandelaar", "volgende_termijn", "gesloten"])
    werk.telling["zaak"] += 1
    _wis_wie_niets_meer_heeft(werk, personen)


def _wis_wie_niets_meer_heeft(werk: Werk, personen: list[UUID]) -> None:
    """Persons who are in no case and of whom no signal is left go altogether."""
    betrokken = set(Betrokkene.objects.filter(persoon_id__in=personen).values_list("persoon_id", flat=True))
    gemeld = set(
        Signaal.objects.met(werk.toegang).filter(persoon_id__in=personen).values_list("persoon_id", flat=True)
    )
    over = set(personen) - betrokken - gemeld
    if over:
        wis_personen(werk.toegang, over, werk.telling)


# --- what a restored backup brought back ---


def _bestanden_opnieuw(werk: Werk, nummers: list[UUID]) -> None:
    bewaard = Aanlevering.objects.filter(id__in=nummers, ruw_vernietigd__isnull=True)
    for nummer in list(bewaard.exclude(status__in=("ontvangen", "gekeurd")).values_list("id", flat=True)):
        _wis_bestand(werk, str(nummer))


def _signalen_opnieuw(werk: Werk, nummers: list[UUID]) -> None:
    rijen = Signaal.objects.met(werk.toegang).filter(id__in=nummers)
    _wis_signalen(werk, list(rijen.values_list("id", "persoon_id")))


def _zaken_opnieuw(werk: Werk, nummers: list[UUID]) -> None:
    for zaak in Zaak.objects.select_for_update().filter(id__in=nummers).exclude(stap="vernietigd"):
        _wis_zaak(werk, zaak)


registreer_wisser(SCHEME.naam, "aanlevering", _bestanden_opnieuw)
registreer_wisser(SCHEME.naam, "signaal", _signalen_opnieuw)
registreer_wisser(SCHEME.naam, "zaak", _zaken_opnieuw)

# --- what came in as a message ---


def _oude_berichten(grens: Grens, hoogstens: int) -> Iterable[str]:
    rijen = InkomendBericht.objects.filter(
        scheme=SCHEME.naam, ontvangen__lt=begin_van(grens.dag + timedelta(days=1)), gewist__isnull=True
    )
    if grens.organisatie is not None:
        rijen = rijen.filter(partner__organisatie_id=grens.organisatie)
    return [
        str(nummer) for nummer in rijen.order_by("ontvangen", "id").values_list("id", flat=True)[:hoogstens]
    ]


def _van_bericht(item: str) -> Organisatie:
    return (
        InkomendBericht.objects.select_related("partner__organisatie").get(id=UUID(item)).partner.organisatie
    )


def _wis_bericht(werk: Werk, item: str) -> None:
    """Its content goes, and who was known by it alone; that something came in stays."""
    rij = InkomendBericht.objects.select_for_update().get(id=UUID(item))
    werk.ging("bericht", [rij.id])
    werk.telling["inkomendeinhoud"] += (
        InkomendeInhoud.objects.met(werk.toegang).filter(bericht=rij).delete()[0]
    )
    rij.gewist = timezone.now()
    rij.save(update_fields=["gewist"])
    personen = Persoon.objects.filter(
        organisatie=werk.organisatie, scheme=SCHEME.naam, sleutel__startswith=f"bericht-{rij.nummer.hex}-"
    )
    werk.raakt(wie := list(personen.values_list("id", flat=True)))
    _wis_wie_niets_meer_heeft(werk, wie)


def _berichten_opnieuw(werk: Werk, nummers: list[UUID]) -> None:
    for nummer in InkomendBericht.objects.filter(id__in=nummers, gewist__isnull=True).values_list(
        "id", flat=True
    ):
        _wis_bericht(werk, str(nummer))


registreer_wisser(SCHEME.naam, "bericht", _berichten_opnieuw)

REGELS = tuple(
    registreer_bewaarregel(regel)
    for regel in (
        Bewaarregel(
            SCHEME.naam, "quarantaine", _oude_bestanden, _van_aanlevering, _wis_bestand, ("signaal",)
        ),
        _signaalregel("niet_opgepakt", _niet_opgepakt),
        _signaalregel("blijven_liggen", _blijven_liggen),
        Bewaarregel(
            SCHEME.naam, "ontvangen_bericht", _oude_berichten, _van_bericht, _wis_bericht, ("signaal",), ALLES
        ),
        _zaakregel("gesloten_zonder_hulp", met_hulp=False),
        _zaakregel("hulp_aanvaard", met_hulp=True),
    )
)
