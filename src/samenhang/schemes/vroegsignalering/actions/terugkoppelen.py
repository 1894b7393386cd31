"""Telling partners what became of their signals: within the agreement, from a closed list, nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Max
from django.utils.text import slugify

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.basis.tabelbestand import als_csv
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.poort import rol_vereist
from samenhang.kernel.zaken.actions import vandaag, zet_stap
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.beleid import afspraak_op
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import (
    Nieuws,
    Signaalstand,
    grenzen_van_maand,
    nieuws,
)
from samenhang.schemes.vroegsignalering.models import (
    Aanbod,
    Partnerafspraak,
    Signaal,
    Terugkoppelbericht,
    Terugkoppeling,
    Uitkomst,
)
from samenhang.schemes.vroegsignalering.queries.terugkoppeling import eigen_berichten
from samenhang.schemes.vroegsignalering.scheme import SCHEME

BROK = 900
PAUZE = timedelta(days=30)
"""After acceptance the partner pauses collection this long: a calendar-day agreement, no term of law."""


@action(SCHEME, "terugkoppelen aan partners")
def koppel_terug(actor: Actor, partner_id: UUID | None = None) -> list[Terugkoppelbericht]:
    """Make one message per partner with what is new about its signals; nothing new makes no message.

    What may be told is derived from how the signal stands, never typed: taken up or not, help accepted, closed.
    The cause stays here: who declined and who was not reached sound alike, as do all other reasons.
    Source: Bgs art. 17 lid 1; agreement with the partner.
    """
    rol_vereist(actor, SCHEME.naam, "intake", "teamleider", "systeem")
    gemeente = Organisatie.objects.select_for_update(no_key=True).get(id=actor.organisatie)
    toegang = toegang_tot_register(
        systeem(gemeente, actor.trace),
        SCHEME.naam,
        doel="terugkoppeling",
        leest=("signaal", "opvolging", "uitkomst"),
        schrijft=("signaal",),
    )
    partners = (
        Organisatie.objects.filter(afspraken_als_partner__gemeente=gemeente).distinct().order_by("naam")
    )
    if partner_id is not None:
        partners = partners.filter(id=partner_id)
    dicht = _dichte_zaken(gemeente, toegang)
    berichten = []
    for partner in partners:
        afspraak = afspraak_op(gemeente.id, partner.id, vandaag())
        if afspraak is not None and afspraak.terugkoppeling:
            regels = _nieuws(toegang, partner, frozenset(afspraak.terugkoppeling))
            if regels:
                berichten.append(_schrijf(toegang, gemeente, partner, afspraak, regels))
    _zet_stappen(gemeente, toegang, dicht, alle_partners=partner_id is None)
    huidige_operatie().verandert(berichten=[str(bericht.id) for bericht in berichten])
    return berichten


def _dichte_zaken(gemeente: Organisatie, toegang: Toegang) -> dict[UUID, list[UUID]]:
    """The signals, withdrawn ones aside, of each closed case about which partners may still have to hear."""
    zaken = Zaak.objects.filter(organisatie=gemeente, scheme=SCHEME.naam, stap="gesloten")
    signalen: dict[UUID, list[UUID]] = defaultdict(list)
    rijen = Signaal.objects.met(toegang).exclude(status="ingetrokken")
    for zaak, signaal in _per(rijen, "zaak_id", list(zaken.values_list("id", flat=True)), ("zaak_id", "id")):
        signalen[zaak].append(signaal)
    return signalen


def _zet_stappen(
    gemeente: Organisatie, toegang: Toegang, zaken: dict[UUID, list[UUID]], *, alle_partners: bool
) -> None:
    """Take the step "fed back" for each closed case of which everything was told that may be told.

    When all partners were told, that is so once anybody heard of the case: who did not hear has no agreement
    about it. When one was told, it is so when every signal of the case was fed back.
    """
    signalen = [signaal for van_zaak in zaken.values() for signaal in van_zaak]
    verteld = {
        signaal
        for (signaal,) in _per(Terugkoppeling.objects.met(toegang), "signaal_id", signalen, ("signaal_id",))
    }
    genoeg = any if alle_partners else all
    klaar = [zaak for zaak, van_zaak in zaken.items() if genoeg(s in verteld for s in van_zaak)]
    actor = systeem(gemeente)
    for begin in range(0, len(klaar), BROK):
        for zaak in Zaak.objects.select_for_update().filter(id__in=klaar[begin : begin + BROK]):
            zet_stap(actor, zaak, "terugkoppelen", None)


def _nieuws(toegang: Toegang, partner: Organisatie, soorten: frozenset[str]) -> list[tuple[Signaal, Nieuws]]:
    """What is new about the partner's signals and may be told, in the order of the partner's own numbers."""
    signalen = list(
        Signaal.objects.met(toegang)
        .filter(partner=partner)
        .exclude(status__in=("geldig", "inwoner", "onzeker", "te_matchen", "ingetrokken"))
        .order_by("signaal_id")
    )
    verteld: dict[UUID, set[str]] = defaultdict(set)
    for signaal_id, soort in (
        Terugkoppeling.objects.met(toegang).filter(partner=partner).values_list("signaal_id", "soort")
    ):
        verteld[signaal_id].add(soort)
    zaak_ids = sorted({signaal.zaak_id for signaal in signalen if signaal.zaak_id is not None})
    gesloten = _per(Zaak.objects.filter(gesloten__isnull=False), "id", zaak_ids, ("id",))
    aanvaard = {
        (zaak, persoon): dag
        for zaak, persoon, dag in _per(
            Aanbod.objects.met(toegang).filter(aanvaard_op__isnull=False),
            "zaak_id",
            zaak_ids,
            ("zaak_id", "persoon_id", "aanvaard_op"),
        )
    }
    dicht = {rij[0] for rij in gesloten}
    uitkomsten = {
        (zaak, persoon): resultaat
        for zaak, persoon, resultaat in _per(
            Uitkomst.objects.met(toegang).filter(definitief=True).order_by("datum", "id"),
            "zaak_id",
            zaak_ids,
            ("zaak_id", "persoon_id", "resultaat"),
        )
    }
    gevonden = []
    for signaal in signalen:
        sleutel = (signaal.zaak_id, signaal.persoon_id)
        stand = Signaalstand(
            status=signaal.status,
            reden=signaal.reden,
            aanvaard_op=aanvaard.get(sleutel),
            resultaat=uitkomsten.get(sleutel, "") if signaal.zaak_id in dicht else "",
        )
        nieuw = nieuws(stand)
        if nieuw is not None and nieuw.soort in soorten and nieuw.soort not in verteld[signaal.id]:
            gevonden.append((signaal, nieuw))
    return gevonden


def _per(rijen: object, veld: str, waarden: list[UUID], velden: tuple[str, ...]) -> Iterable[tuple]:  # type: ignore[type-arg]  # rows of different shapes
    """Rows whose `veld` is among many values, in statements of bounded size."""
    for begin in range(0, len(waarden), BROK):
        yield from rijen.filter(**{f"{veld}__in": waarden[begin : begin + BROK]}).values_list(*velden)  # type: ignore[attr-defined]  # a queryset of any table


def _schrijf(
    toegang: Toegang,
    gemeente: Organisatie,
    partner: Organisatie,
    afspraak: Partnerafspraak,
    regels: list[tuple[Signaal, Nieuws]],
) -> Terugkoppelbericht:
    operatie = huidige_operatie()
    hoogste = Terugkoppelbericht.objects.filter(gemeente=gemeente, partner=partner).aggregate(n=Max("nummer"))
    bericht = Terugkoppelbericht.objects.create(
        gemeente=gemeente,
        partner=partner,
        nummer=(hoogste["n"] or 0) + 1,
        afspraak=afspraak,
        gemaakt=operatie.nu,
        aantal=len(regels),
        regels=[],
    )
    dag: date = vandaag()
    bericht_regels = [
        {
            "signaalId": signaal.signaal_id,
            "soort": nieuw.soort,
            "datum": dag.isoformat(),
            "pauzeTot": (nieuw.aanvaard_op + PAUZE).isoformat() if nieuw.aanvaard_op else None,
        }
        for signaal, nieuw in regels
    ]
    Terugkoppeling.objects.met(toegang).bulk_create(
        [
            Terugkoppeling(
                organisatie=gemeente,
                persoon_id=signaal.persoon_id,
                bericht=bericht,
                signaal=signaal,
                partner=partner,
                partner_signaal_id=signaal.signaal_id,
                soort=nieuw.soort,
                datum=dag,
                pauze_tot=nieuw.aanvaard_op + PAUZE if nieuw.aanvaard_op else None,
            )
            for signaal, nieuw in regels
        ],
        batch_size=500,
    )
    bericht.regels = bericht_regels
    bericht.save(update_fields=["regels"])
    operatie.raakt(signaal.persoon_id for signaal, _ in regels)
    return bericht


@action(SCHEME, "terugkoppeling ophalen")
def haal_bericht_op(actor: Actor, bericht_id: UUID) -> Terugkoppelbericht:
    """One message exactly as it went: for the partner it is meant for, and for the municipality that sent it.

    The first time the partner fetches it is kept, as receipt.
    """
    bericht = eigen_berichten(actor).filter(id=bericht_id).first()
    if bericht is None:
        raise Geweigerd(
            "bericht_onbekend",
            Tekst("Dit bericht bestaat niet.", "This message does not exist."),
            status=404,
        )
    if actor.heeft_rol(SCHEME.naam, "partner") and bericht.opgehaald is None:
        bericht.opgehaald = huidige_operatie().nu
        bericht.save(update_fields=["opgehaald"])
    huidige_operatie().verandert(bericht=str(bericht.id))
    return bericht


TERUGKOPPELKOLOMMEN: Final = ("signaal_id", "soort", "datum", "pauze_tot")


@dataclass(frozen=True, slots=True)
class Terugkoppelbestand:
    """Everything that one partner was told by one municipality in a month, as it went: its own numbers, no name."""

    gemeente: Organisatie
    partner: Organisatie
    maand: str
    regels: tuple[Mapping[str, str | None], ...]

    @property
    def naam(self) -> str:
        """The name of the file: who for, who by, which month."""
        wie = self.partner.kvk or slugify(self.partner.naam)
        return f"terugkoppeling_{wie}_{self.gemeente.gemeentecode}_{self.maand}.csv"

    def als_csv(self) -> str:
        """The file: `signaal_id;soort;datum;pauze_tot`."""
        cellen = ((r["signaalId"], r["soort"], r["datum"], r["pauzeTot"]) for r in self.regels)
        return als_csv(TERUGKOPPELKOLOMMEN, cellen)


@action(SCHEME, "terugkoppeling ophalen")
def haal_maand_op(actor: Actor, partij_id: UUID, maand: str) -> Terugkoppelbestand:
    """The feedback of a month (`2026-11`, in Dutch time) between the actor's organisation and the other party.

    Only what the agreement of each message allowed. What a partner fetches is kept as receipt. Raises `Geweigerd` on
    what is no month, and when there never was an agreement between the two.
    """
    begin, eind = grenzen_van_maand(maand)
    is_partner = actor.heeft_rol(SCHEME.naam, "partner")
    gemeente_id, partner_id = (partij_id, actor.organisatie) if is_partner else (actor.organisatie, partij_id)
    afspraak = (
        Partnerafspraak.objects.filter(gemeente_id=gemeente_id, partner_id=partner_id)
        .select_related("gemeente", "partner")
        .first()
    )
    if afspraak is None:
        raise Geweigerd(
            "afspraak_onbekend",
            Tekst("Er is geen afspraak met deze partij.", "There is no agreement with this party."),
            status=404,
        )
    berichten = list(
        eigen_berichten(actor)
        .filter(gemeente_id=gemeente_id, partner_id=partner_id, gemaakt__gte=begin_van(begin), gemaakt__lt=begin_van(eind))
        .select_related("afspraak")
        .order_by("nummer")
    )  # fmt: skip
    if is_partner:
        Terugkoppelbericht.objects.filter(
            id__in=[bericht.id for bericht in berichten], opgehaald__isnull=True
        ).update(opgehaald=huidige_operatie().nu)
    huidige_operatie().verandert(maand=maand, berichten=[str(bericht.id) for bericht in berichten])
    return Terugkoppelbestand(
        afspraak.gemeente,
        afspraak.partner,
        maand,
        tuple(
            regel
            for bericht in berichten
            for regel in bericht.regels
            if regel["soort"] in bericht.afspraak.terugkoppeling
        ),
    )
