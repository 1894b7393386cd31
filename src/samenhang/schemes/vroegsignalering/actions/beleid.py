"""The municipality's own rules: proposed, looked at, decided, published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db.models import Max
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action, huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.personen.models import HuishoudenLid
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.actions.oppakken import als_gegeven
from samenhang.schemes.vroegsignalering.beleid import eigen_grenzen, regels_op
from samenhang.schemes.vroegsignalering.domain import beleidsregels
from samenhang.schemes.vroegsignalering.domain.beleidsregels import Beleidsregels, Verschil
from samenhang.schemes.vroegsignalering.domain.cak import GRONDSLAGEN
from samenhang.schemes.vroegsignalering.domain.terugblik import (
    Bekeken,
    Terugblik,
    kijk_terug,
    maand_eerder,
)
from samenhang.schemes.vroegsignalering.models import Beleidsset, Signaal
from samenhang.schemes.vroegsignalering.scheme import SCHEME

LANGST_TERUG: Final = 2
"""Years: rules look back 24 months at most for what was reported before."""


@dataclass(frozen=True, slots=True)
class Beleidsvoorstel:
    """A set of rules as someone proposes it. `regels` in wire form; what it does not name stays as it is.

    `terugwerkend`: it is meant to begin in the past.
    """

    vanaf: date
    regels: Mapping[str, Any]
    vastgesteld_door: str
    reden: str
    terugwerkend: bool = False


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """What a proposal would change, and what it would have made of the past month's signals."""

    regels: Beleidsregels
    verschillen: list[Verschil]
    terugblik: Terugblik


@query(SCHEME, "beleid vergelijken")
def vergelijk_beleid(actor: Actor, voorstel: Beleidsvoorstel) -> Voorbeeld:
    """What would change against the rules of that day, and what they would have made of the past month's signals.

    Stores nothing. The policy officer sees counts and a list without names or numbers; the signals themselves are
    read by the municipality's own system.
    """
    rol_vereist(actor, SCHEME.naam, "beleid", "systeem")
    oud = regels_op(actor.organisatie, voorstel.vanaf)
    gemeente = Organisatie.objects.get(id=actor.organisatie)
    nieuw = _lees(voorstel, oud, gemeente.gemeentecode or "")
    toegang = toegang_tot_register(
        systeem(gemeente, actor.trace), SCHEME.naam, doel="aanlevering", leest=("signaal",)
    )
    sinds = maand_eerder(vandaag())
    blik = kijk_terug(_bekeken(toegang, gemeente.id, sinds), oud, nieuw, sinds, standaardkalender())
    return Voorbeeld(nieuw, beleidsregels.verschillen(oud, nieuw), blik)


def _bekeken(toegang: Toegang, gemeente_id: UUID, sinds: date) -> list[Bekeken]:
    """The signals since that day, with those of the same people before it."""
    vanaf = date(sinds.year - LANGST_TERUG, sinds.month, sinds.day)
    rijen = (
        Signaal.objects.met(toegang)
        .filter(datum_signaal__gte=vanaf)
        .exclude(status="ingetrokken")
        .order_by("datum_signaal", "signaal_id")
    )
    thuis = dict(
        HuishoudenLid.objects.filter(
            tot__isnull=True, huishouden__organisatie_id=gemeente_id
        ).values_list("persoon_id", "huishouden_id")
    )  # fmt: skip
    grenzen = eigen_grenzen(gemeente_id)
    recent = {rij.persoon_id for rij in rijen if rij.datum_signaal >= sinds}
    huizen = {thuis.get(persoon, persoon) for persoon in recent}
    return [
        Bekeken(
            gegeven=als_gegeven(rij),
            persoon=str(rij.persoon_id),
            huis=str(thuis.get(rij.persoon_id, rij.persoon_id)),
            ontvangen=timezone.localtime(rij.ontvangen).date(),
            ontstaansdatum=rij.ontstaansdatum,
            grenzen=grenzen(rij.partner_id, rij.datum_signaal),
            meetelt=rij.datum_signaal >= sinds,
        )
        for rij in rijen
        if thuis.get(rij.persoon_id, rij.persoon_id) in huizen
    ]


@action(SCHEME, "beleid vaststellen")
def stel_beleid_vast(actor: Actor, voorstel: Beleidsvoorstel) -> Beleidsset:
    """Record a set of rules from a day. A set for a day that has one is its correction; nothing is overwritten.

    What was decided under the old rules stays decided. Raises `Geweigerd` with one `Fout` per field, without a
    reason, and for a day in the past that is not marked as meant.
    """
    rol_vereist(actor, SCHEME.naam, "beleid", "systeem")
    if not voorstel.reden.strip() or not voorstel.vastgesteld_door.strip():
        raise Geweigerd(
            "reden_ontbreekt",
            Tekst(
                "Geef de reden en wie het beleid heeft vastgesteld; beide worden gepubliceerd.",
                "Give the reason and who decided the policy; both are published.",
            ),
        )
    if voorstel.vanaf < vandaag() and not voorstel.terugwerkend:
        raise Geweigerd(
            "ingang_in_verleden",
            Tekst(
                "De ingangsdatum ligt in het verleden. Vink aan dat dat zo bedoeld is en geef de reden.",
                "The first day lies in the past. Tick that this is meant and give the reason.",
            ),
        )
    gemeente = Organisatie.objects.select_for_update(no_key=True).get(id=actor.organisatie)
    oud = regels_op(gemeente.id, voorstel.vanaf)
    regels = _lees(voorstel, oud, gemeente.gemeentecode or "")
    bestaand = Beleidsset.objects.filter(gemeente=gemeente, vanaf=voorstel.vanaf)
    hoogste = bestaand.aggregate(hoogste=Max("versie"))["hoogste"] or 0
    operatie = huidige_operatie()
    rij = Beleidsset.objects.create(
        gemeente=gemeente,
        vanaf=voorstel.vanaf,
        versie=hoogste + 1,
        drempel_centen=regels.drempel.centen,
        regels=regels.draad(),
        vastgesteld_door=voorstel.vastgesteld_door.strip()[:200],
        door=actor.naam[:200],
        reden=voorstel.reden.strip()[:300],
        gemaakt=operatie.nu,
    )
    operatie.verandert(
        voorstel.reden,
        beleid=str(rij.id),
        vanaf=voorstel.vanaf.isoformat(),
        **{v.wat.nl: [v.was[:200], v.wordt[:200]] for v in beleidsregels.verschillen(oud, regels)},
    )
    return rij


def _cakroute_mag(route: str, dag: date) -> None:
    """Refuse a route of which the legal basis cannot carry it on that day, with what is in the way."""
    basis = beslistabel().grondslagen[GRONDSLAGEN["wanbetalerslijst"]]
    if route == "wanbetalerslijst" and not basis.in_werking_op(dag):
        tekst = Tekst(
            f"De lijst van wanbetalers kan nog niet aan. De grondslag ({basis.artikel}) is een concept: waarvoor de lijst mag worden gebruikt, is nog niet nagelezen. En zij bevat het burgerservicenummer, waarvoor dit register geen afgeschermde plek heeft. Kies voorlopig: alleen wie zelf reageert.",
            f"The list of defaulters cannot be switched on yet. Its basis ({basis.artikel}) is a concept: what the list may be used for has not been read yet. And it holds the citizen service number, for which this register has no shielded place. For now choose: only who responds.",
        )
        raise Geweigerd.bij("cak", "grondslag_concept", tekst, status=409)


def _lees(voorstel: Beleidsvoorstel, oud: Beleidsregels, gemeentecode: str) -> Beleidsregels:
    from samenhang.schemes.vroegsignalering.bestand import laad_beleid

    regels = beleidsregels.lees(voorstel.regels, oud)
    _cakroute_mag(regels.cak, voorstel.vanaf)
    bekend = laad_beleid(voorstel.vanaf).experimenten
    vreemd = [naam for naam in regels.experimenten if naam not in bekend]
    if vreemd:
        raise Geweigerd(
            "beleid_onjuist",
            Tekst(
                f"Onbekende regeling: {', '.join(vreemd)}. Kies uit {', '.join(sorted(bekend))}.",
                f"Unknown regulation: {', '.join(vreemd)}. Choose from {', '.join(sorted(bekend))}.",
            ),
        )
    for naam in regels.experimenten:
        if naam not in oud.experimenten and gemeentecode not in bekend[naam].gemeenten:
            tekst = Tekst(
                f"{bekend[naam].artikel} noemt uw gemeente niet in onze regels. Laat een jurist de regeling nalezen en de gemeente in beleid.toml zetten.",
                f"{bekend[naam].artikel} does not name your municipality in our rules. Have a lawyer read the regulation and put the municipality into beleid.toml.",
            )
            raise Geweigerd.bij("experimenten", "gemeente_niet_genoemd", tekst, status=409)
    return regels
