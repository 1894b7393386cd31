"""The counts behind the figures, and reading what was published of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Exists, Min, OuterRef
from django.utils import timezone

from samenhang.kernel.basis import Bedrag, Geweigerd, Tekst
from samenhang.kernel.cijfers.bescherming import GEHEEL, Tellingen
from samenhang.kernel.cijfers.models import Vaststelling
from samenhang.kernel.cijfers.publicatie import Publicatie, publicatie
from samenhang.kernel.cijfers.publicatie import interne_cijfers as van_binnen
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.models import Betrokkene, Tijdlijnregel, Zaak, ZaakTermijn
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.beleid import regels_per_dag
from samenhang.schemes.vroegsignalering.domain import opvolging
from samenhang.schemes.vroegsignalering.domain.cak import REAGEERDER
from samenhang.schemes.vroegsignalering.domain.tellingen import (
    DAGDEELCELLEN,
    POGINGCELLEN,
    TELGROEPEN,
    resultaatcel,
)
from samenhang.schemes.vroegsignalering.domain.uitkomsten import RESULTATEN
from samenhang.schemes.vroegsignalering.models import Aanbod, Contactpoging, Signaal, Uitkomst
from samenhang.schemes.vroegsignalering.scheme import SCHEME

LEZERS = ("beleid", "teamleider", "systeem")
TERUG = 13
"""How many months are counted again at each vintage: a year and the month to compare it with."""


def toegang_voor_cijfers(systeem: Actor) -> Toegang:
    """The access with which the organisation's own system counts: no names, addresses or contact details."""
    return toegang_tot_register(
        systeem, SCHEME.naam, doel="cijfers", leest=("signaal", "opvolging", "uitkomst")
    )


def maanden_om_te_tellen(toegang: Toegang, peildatum: date) -> list[date]:
    """The months with something in them, oldest first, at most `TERUG`; the running month is the last."""
    eerste = Signaal.objects.met(toegang).aggregate(eerste=Min("datum_signaal"))["eerste"]
    if eerste is None:
        return []
    einde = peildatum.year * 12 + peildatum.month - 1
    begin = max(eerste.year * 12 + eerste.month - 1, einde - TERUG + 1)
    return [date(nummer // 12, nummer % 12 + 1, 1) for nummer in range(begin, einde + 1)]


def tellingen(toegang: Toegang, maand: date) -> dict[str, Tellingen]:
    """The exact counts of a month, per group and class, as they stand now; whom they count is noted for the log."""
    volgende = date(maand.year + maand.month // 12, maand.month % 12 + 1, 1)
    cohort = list(
        Zaak.objects.filter(
            organisatie_id=toegang.organisatie_id,
            scheme=SCHEME.naam,
            geopend__gte=_begin(maand),
            geopend__lt=_begin(volgende),
        )
        .exclude(soort=REAGEERDER)  # without a signal it is no melding in the sense of the national figures
        .values_list("id", flat=True)
    )
    afloop = _afloop(toegang, cohort)
    opgepakt = [zaak for zaak, (hoe, _) in afloop.items() if hoe != "niet_opgepakt"]
    per_afloop = Counter(cel for hoe, resultaat in afloop.values() for cel in (hoe, resultaat))
    return {
        "signalen": _signalen(toegang, maand, volgende),
        "meldingen": _vul("meldingen", len(cohort), per_afloop + _samenstelling(toegang, cohort)),
        "pogingen": _pogingen(toegang, opgepakt),
        "aanvaardingen": _aanvaardingen(toegang, maand, volgende),
    }  # fmt: skip


def _begin(dag: date) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time.min))


def _vul(groep: str, geheel: int, geteld: Counter[str]) -> dict[str, int]:
    """Every declared class of a group with its count, zero included."""
    declaratie = next(g for g in TELGROEPEN if g.naam == groep)
    cellen = [cel.naam for deel in declaratie.uitsplitsingen for cel in deel.cellen]
    return {GEHEEL: geheel} | {naam: geteld[naam] for naam in cellen}


def _signalen(toegang: Toegang, maand: date, volgende: date) -> dict[str, int]:
    rijen = (
        Signaal.objects.met(toegang)
        .filter(datum_signaal__gte=maand, datum_signaal__lt=volgende)
        .exclude(status="ingetrokken")
        .values_list(
            "persoon_id", "partner_soort", "soort_signaal", "warme_overdracht", "status", "reden", "zaak_id"
        )
    )
    geteld: Counter[str] = Counter()
    personen, geheel = set(), 0
    for persoon_id, partnersoort, soort, warm, status, reden, zaak in rijen:
        geheel += 1
        personen.add(persoon_id)
        geteld[partnersoort] += 1
        if partnersoort == "energie":
            geteld["einde_levering" if soort == "einde_levering" else "energie_gewoon"] += 1
        if partnersoort == "huur":
            geteld["ontruiming" if soort == "ontruiming" else "huur_gewoon"] += 1
        geteld["warm" if warm else "niet_warm"] += 1
        geteld[_signaalstatus(status, reden, in_melding=zaak is not None)] += 1
    huidige_operatie().raakt(personen)
    return _vul("signalen", geheel, geteld)


def _signaalstatus(status: str, reden: str, *, in_melding: bool) -> str:
    """The class of a signal by what became of it; inside a case it counts as taken up (DDAS)."""
    if in_melding:
        return "opgepakt_signaal"
    if status in ("overleden", "geen_inwoner"):
        return f"signaal_{status}"
    if status == "niet_opgepakt":
        return f"signaal_{reden}" if reden in ("onterecht", "herhaald") else "signaal_andere_reden"
    return "nog_niet_opgepakt"


def _afloop(toegang: Toegang, cohort: list[UUID]) -> dict[UUID, tuple[str, str]]:
    """How each case of the month stands (not taken up, not reached, reached with or without help), and its result."""
    betrokken = Betrokkene.objects.filter(zaak_id__in=cohort).values_list("persoon_id", flat=True)
    huidige_operatie().raakt(betrokken)
    weer_open = Zaak.objects.filter(id__in=cohort, gesloten__isnull=True).values("id")
    resultaat = dict(
        Uitkomst.objects.met(toegang)
        .filter(zaak_id__in=cohort, definitief=True)
        .exclude(zaak_id__in=weer_open)
        .order_by("datum", "id")
        .values_list("zaak_id", "resultaat")
    )
    bereikt = set(
        Contactpoging.objects.met(toegang)
        .filter(zaak_id__in=cohort, bereikt=True, vervallen_op__isnull=True)
        .values_list("zaak_id", flat=True)
    )
    aanvaard = set(
        Aanbod.objects.met(toegang)
        .filter(zaak_id__in=cohort, aanvaard_op__isnull=False)
        .values_list("zaak_id", flat=True)
    )
    afloop = {}
    for zaak in cohort:
        uitkomst = RESULTATEN.get(resultaat.get(zaak, ""))
        if uitkomst is not None and uitkomst.groep == "N":
            hoe = "niet_opgepakt"
        elif zaak not in bereikt:
            hoe = "niet_bereikt"
        elif (uitkomst is not None and uitkomst.hulp) or zaak in aanvaard:
            hoe = "bereikt_hulp"
        else:
            hoe = "bereikt_geen_hulp"
        afloop[zaak] = hoe, resultaatcel(hoe, resultaat.get(zaak, ""))
    return afloop


def _samenstelling(toegang: Toegang, cohort: list[UUID]) -> Counter[str]:
    """Single, multiple, successive: by the signals of the household, as the rule of follow-up reads them."""
    bewoners: dict[UUID, set[UUID]] = defaultdict(set)
    for zaak, persoon in Betrokkene.objects.filter(zaak_id__in=cohort).values_list("zaak_id", "persoon_id"):
        bewoners[zaak].add(persoon)
    per_persoon: dict[UUID, list[Signaal]] = defaultdict(list)
    alle = {persoon for personen in bewoners.values() for persoon in personen}
    for signaal in Signaal.objects.met(toegang).filter(persoon_id__in=alle).exclude(status="ingetrokken"):
        per_persoon[signaal.persoon_id].append(signaal)
    geteld: Counter[str] = Counter()
    regels_op = regels_per_dag(toegang.organisatie_id)
    for zaak in cohort:
        signalen = [s for persoon in bewoners[zaak] for s in per_persoon[persoon]]
        eigen = [s for s in signalen if s.zaak_id == zaak]
        if not eigen:
            geteld["enkelvoudig"] += 1
            continue
        maand = min((s.datum_signaal.year, s.datum_signaal.month) for s in eigen)
        samen = [s for s in eigen if (s.datum_signaal.year, s.datum_signaal.month) == maand]
        eerder = [s.datum_signaal for s in signalen if s.zaak_id != zaak]
        regels = regels_op(min(s.datum_signaal for s in samen))
        soorten = opvolging.soort_melding([_gegeven(s) for s in samen], eerder, regels)
        if {"meervoudig", "opeenvolgend"} <= soorten:
            geteld["meervoudig_en_opeenvolgend"] += 1
        else:
            (soort,) = soorten
            geteld[soort if soort == "enkelvoudig" else f"alleen_{soort}"] += 1
    return geteld


def _gegeven(signaal: Signaal) -> opvolging.Gegeven:
    return opvolging.Gegeven(
        signaal.signaal_id,
        str(signaal.partner_id),
        signaal.partner_soort,
        signaal.soort_signaal,
        Bedrag(signaal.bedrag_centen),
        signaal.datum_signaal,
    )


def _pogingen(toegang: Toegang, zaken: list[UUID]) -> dict[str, int]:
    """Attempts on the cases taken up; one kept for each person of a household counts once, a corrected one not."""
    uniek = set(
        Contactpoging.objects.met(toegang)
        .filter(zaak_id__in=zaken, vervallen_op__isnull=True)
        .values_list("zaak_id", "soort", "datum", "dagdeel", "vastgelegd", "bereikt")
    )
    geteld: Counter[str] = Counter()
    for _zaak, soort, _datum, dagdeel, _moment, raak in uniek:
        geteld["poging_bereikte" if raak else "poging_vergeefs"] += 1
        geteld[POGINGCELLEN.get(soort, POGINGCELLEN["Overige"]).naam] += 1
        geteld[DAGDEELCELLEN[dagdeel].naam] += 1
    return _vul("pogingen", len(uniek), geteld)


def _aanvaardingen(toegang: Toegang, maand: date, volgende: date) -> dict[str, int]:
    """Acceptances of the month by their first talk: within its term, late, or not held while the term runs."""
    zaken = set(
        Aanbod.objects.met(toegang)
        .filter(aanvaard_op__gte=maand, aanvaard_op__lt=volgende)
        .exclude(zaak__soort=REAGEERDER)
        .values_list("zaak_id", flat=True)
    )
    einden = dict(
        ZaakTermijn.objects.filter(zaak_id__in=zaken, regel__startswith="eerste_gesprek")
        .order_by("start")
        .values_list("zaak_id", "einde")
    )
    gesprek = {
        zaak: timezone.localtime(moment).date()
        for zaak, moment in Tijdlijnregel.objects.filter(zaak_id__in=zaken, wat="gesprek_voeren")
        .order_by("-moment")
        .values_list("zaak_id", "moment")
    }
    vandaag = timezone.localtime(huidige_operatie().nu).date()
    geteld: Counter[str] = Counter()
    for zaak in zaken:
        einde, gevoerd = einden.get(zaak), gesprek.get(zaak)
        if einde is None or (gevoerd or vandaag) <= einde:
            geteld["op_tijd" if gevoerd else "loopt_nog"] += 1
        else:
            geteld["te_laat"] += 1
    return _vul("aanvaardingen", len(zaken), geteld)


@query(SCHEME, "cijfers bekijken")
def cijfers(actor: Actor, peildatum: date | None = None) -> Publicatie | None:
    """The published figures of the own municipality: protected, as anyone may have them."""
    rol_vereist(actor, SCHEME.naam, *LEZERS)
    return publicatie(SCHEME, actor.organisatie, peildatum)


@query(SCHEME, "interne cijfers bekijken")
def interne_cijfers(actor: Actor) -> Publicatie | None:
    """The figures of the own municipality as counted last: exact, running months too, not to be published.

    For who makes its policy and who leads the work; raises `Geweigerd` for others.
    """
    rol_vereist(actor, SCHEME.naam, *LEZERS)
    return van_binnen(SCHEME, actor.organisatie)


def openbare_cijfers(
    gemeentecode: str, peildatum: date | None = None
) -> tuple[Organisatie, Publicatie | None]:
    """The public figures of a municipality, for anyone; raises `Geweigerd` (404) for an unknown code."""
    gemeente = Organisatie.objects.filter(soort="gemeente", actief=True, gemeentecode=gemeentecode).first()
    if gemeente is None:
        raise Geweigerd(
            "gemeente_onbekend",
            Tekst("Deze gemeente is hier niet bekend.", "This municipality is not known here."),
            status=404,
        )
    return gemeente, publicatie(SCHEME, gemeente.id, peildatum, alleen_openbaar=True)


def gemeenten_met_cijfers() -> list[Organisatie]:
    """The municipalities that published something, by name."""
    iets = Vaststelling.objects.filter(organisatie_id=OuterRef("id"), scheme=SCHEME.naam)
    gemeenten = Organisatie.objects.filter(
        Exists(iets.exclude(gepubliceerd={})), soort="gemeente", actief=True
    )
    return list(gemeenten.order_by("naam", "gemeentecode"))


def gemeentecode_van(actor: Actor) -> str:
    """The code of the own municipality, by which anyone finds its public figures."""
    return Organisatie.objects.values_list("gemeentecode", flat=True).get(id=actor.organisatie) or ""
