"""Accepted signals become meldingen, one per household, by the published rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.utils import timezone

from samenhang.kernel.basis import Bedrag, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import action, huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.personen.models import HuishoudenLid
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.vroegsignalering.beleid import drempels, regels_per_dag
from samenhang.schemes.vroegsignalering.domain import opvolging
from samenhang.schemes.vroegsignalering.domain.beleidsregels import Beleidsregels
from samenhang.schemes.vroegsignalering.domain.cak import REAGEERDER
from samenhang.schemes.vroegsignalering.models import (
    Signaal,
)
from samenhang.schemes.vroegsignalering.scheme import SCHEME


@action(SCHEME, "signalen oppakken")
def pak_signalen_op(actor: Actor) -> int:
    """Take up accepted signals: below the threshold or repeated ones are closed with their reason, the others
    become meldingen, one per household, in the published order. Gives the number of new meldingen."""
    toegang = toegang_tot_register(
        actor, SCHEME.naam, doel="aanlevering", leest=("signaal", "naw"), schrijft=("signaal",)
    )
    drempel, regels = drempels(actor.organisatie), regels_per_dag(actor.organisatie)
    alle = list(
        Signaal.objects.met(toegang)
        .select_related("partner")
        .filter(aanlevering__status="verwerkt")  # a household is not judged by half of a file
        .exclude(status="ingetrokken")
        .order_by("datum_signaal", "signaal_id")
    )
    per_persoon: dict[UUID, list[Signaal]] = defaultdict(list)
    for signaal in alle:
        per_persoon[signaal.persoon_id].append(signaal)
    thuis = dict(
        HuishoudenLid.objects.filter(
            tot__isnull=True, huishouden__organisatie_id=actor.organisatie
        ).values_list("persoon_id", "huishouden_id")
    )
    per_huishouden: dict[UUID, list[Signaal]] = defaultdict(list)
    for signaal in alle:
        if signaal.status == "geldig":
            reden = opvolging.niet_oppakken(
                als_gegeven(signaal),
                drempel(signaal.partner_id, signaal.datum_signaal),
                [als_gegeven(ander) for ander in per_persoon[signaal.persoon_id]],
                regels(signaal.datum_signaal),
            )
            if reden:
                Signaal.objects.met(toegang).filter(id=signaal.id).update(status="niet_opgepakt", reden=reden)
            else:
                per_huishouden[thuis[signaal.persoon_id]].append(signaal)
    open_zaken = {
        zaak.huishouden_id: zaak
        for zaak in Zaak.objects.filter(
            organisatie_id=actor.organisatie, scheme=SCHEME.naam, huishouden__isnull=False
        ).filter(gesloten__isnull=True)
    }
    nieuw = 0
    for huishouden_id, signalen in sorted(per_huishouden.items()):
        zaak = open_zaken.get(huishouden_id)
        bewoners = [persoon for persoon, huis in thuis.items() if huis == huishouden_id]
        bekend = [signaal for persoon in bewoners for signaal in per_persoon[persoon]]
        if zaak is None:
            zaak = _open_melding(actor.organisatie, huishouden_id, signalen, bekend, regels)
            nieuw += 1
        else:
            _voeg_toe(zaak, signalen, bekend, regels)
        Signaal.objects.met(toegang).filter(id__in=[s.id for s in signalen]).update(
            status="in_melding", zaak=zaak
        )
    huidige_operatie().raakt({s.persoon_id for lijst in per_huishouden.values() for s in lijst})
    return nieuw


def als_gegeven(signaal: Signaal) -> opvolging.Gegeven:
    """A stored signal as the rules of follow-up look at it."""
    return opvolging.Gegeven(
        signaal_id=signaal.signaal_id,
        partner=str(signaal.partner_id),
        partner_soort=signaal.partner_soort,
        soort_signaal=signaal.soort_signaal,
        bedrag=Bedrag(signaal.bedrag_centen),
        datum_signaal=signaal.datum_signaal,
        dreiging=signaal.dreiging,
        datum_dreiging=signaal.datum_dreiging,
        warme_overdracht=signaal.warme_overdracht,
    )


def _open_melding(
    gemeente_id: UUID,
    huishouden_id: UUID,
    signalen: list[Signaal],
    alle: list[Signaal],
    regels_op: Callable[[date], Beleidsregels],
) -> Zaak:
    """One melding for a household, ordered by the rules that held on the day of its first signal."""
    keuze, soorten = _orde(signalen, alle, regels_op(min(signaal.datum_signaal for signaal in signalen)))
    ontvangen = _ontvangen(signalen)
    zaak = zaken.open_zaak(
        SCHEME,
        gemeente_id,
        [s.persoon_id for s in signalen],
        huishouden=None,
        prioriteit=keuze.klasse,
        volgorde=keuze.volgorde,
    )
    zaak.huishouden_id = huishouden_id
    zaak.soort = ",".join(sorted(soorten))
    zaak.save(update_fields=["huishouden", "soort"])
    _zeg_prioriteit(zaak, keuze)
    zaken.start_termijn(zaak, keuze.termijn, ontvangen, keuze.werkdagen)
    zaken.start_termijn(zaak, "informeren", ontvangen)
    zaken.maak_taak(
        zaak,
        "brp",
        Tekst(
            "Controleer in de BRP of de inwoner hier woont", "Check in the BRP that the resident lives here"
        ),
        ontvangen,
        None,
    )
    return zaak


def _voeg_toe(
    zaak: Zaak, signalen: list[Signaal], alle: list[Signaal], regels_op: Callable[[date], Beleidsregels]
) -> None:
    """Later signals join an open melding. It becomes more urgent when the rules of their day say so, never less;
    an offer that was still to be made is then due earlier."""
    Betrokkene.objects.bulk_create(
        [Betrokkene(zaak=zaak, persoon_id=s.persoon_id) for s in signalen], ignore_conflicts=True
    )
    zaken.schrijf_tijdlijn(zaak, "signaal", Tekst("Nieuw signaal toegevoegd", "New signal added"))
    eerste = min(signaal.datum_signaal for signaal in signalen)
    maand = [
        ander
        for ander in alle
        if ander.zaak_id == zaak.id
        and (ander.datum_signaal.year, ander.datum_signaal.month) == (eerste.year, eerste.month)
    ]
    keuze, soorten = _orde([*maand, *signalen], alle, regels_op(eerste))
    zaak.soort = ",".join(
        sorted({*zaak.soort.split(","), *soorten} - {"", "enkelvoudig", REAGEERDER}) or ["enkelvoudig"]
    )
    if (keuze.klasse, keuze.volgorde) < (zaak.prioriteit, zaak.volgorde or date.max):
        if keuze.klasse < zaak.prioriteit:
            _zeg_prioriteit(zaak, keuze)
        zaak.prioriteit, zaak.volgorde = keuze.klasse, keuze.volgorde
        aanbod = zaak.termijnen.filter(regel__in=opvolging.TERMIJNEN.values(), klaar__isnull=True).first()
        if aanbod is not None:
            zaken.vervroeg_termijn(zaak, aanbod, keuze.termijn, _ontvangen(signalen), keuze.werkdagen)
    zaken.bewaar(zaak, "prioriteit", "volgorde", "soort")


def _orde(
    signalen: list[Signaal], alle: list[Signaal], regels: Beleidsregels
) -> tuple[opvolging.Prioriteit, frozenset[str]]:
    """The class of these signals by the rules, beside what was known of the household before."""
    gegevens = [als_gegeven(signaal) for signaal in signalen]
    ids = {signaal.id for signaal in signalen}
    eerder = [signaal for signaal in alle if signaal.id not in ids]
    soorten = opvolging.soort_melding(gegevens, [signaal.datum_signaal for signaal in eerder], regels)
    hoger = bool(eerder) and max(s.bedrag_centen for s in signalen) > max(s.bedrag_centen for s in eerder)
    ontvangen = _ontvangen(signalen)
    return opvolging.prioriteit(gegevens, soorten, ontvangen, standaardkalender(), hoger, regels), soorten


def _ontvangen(signalen: list[Signaal]) -> date:
    """The day on which the first of them came in."""
    return timezone.localtime(min(signaal.ontvangen for signaal in signalen)).date()


def _zeg_prioriteit(zaak: Zaak, keuze: opvolging.Prioriteit) -> None:
    zaken.schrijf_tijdlijn(
        zaak,
        "prioriteit",
        Tekst(f"Prioriteit {keuze.klasse}: {keuze.reden.nl}", f"Priority {keuze.klasse}: {keuze.reden.en}"),
    )
