"""The duties of this scheme: what the municipality says back is taken in, and the figures of a month are published."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localtime

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.cijfers.models import Vaststelling
from samenhang.kernel.cijfers.vaststellen import leg_vast
from samenhang.kernel.logboek.operatie import huidige_operatie, operatie
from samenhang.kernel.logboek.queries import begin_van
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.plichten.uitvoerder import Plicht, registreer
from samenhang.kernel.uitwisseling.opnemen import aanbod_op_slot, aangeboden, neem_aanbod_op
from samenhang.kernel.vernietiging.plicht import DOEL as DOEL_VERNIETIGEN
from samenhang.kernel.vernietiging.wissen import wis_personen
from samenhang.kernel.zaken import actions as zaken
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import personen_van, toegang_tot_register
from samenhang.schemes.helplijn.actions.overdracht import zet_stand
from samenhang.schemes.helplijn.domain.cijfers import publiceer
from samenhang.schemes.helplijn.domain.lijsten import UITGANGEN
from samenhang.schemes.helplijn.domain.overdracht import OPGEPAKT, UITKOMST, lees_terugmelding
from samenhang.schemes.helplijn.domain.proces import OVERDRACHT, STANDEN, VERLOPEN, OverdrachtFeiten
from samenhang.schemes.helplijn.models import Contact, Overdrachtstand
from samenhang.schemes.helplijn.queries.cijfers import NA, getelde_maanden, tot_op, van_op
from samenhang.schemes.helplijn.scheme import SCHEME
from samenhang.schemes.helplijn.vernietigen import ALLES

DOEL = "terugmelding"
DEFINITIES = hashlib.sha256(repr((sorted(UITGANGEN), sorted(STANDEN))).encode()).hexdigest()
"""A fingerprint of what a contact and a hand-over are counted by; reasons are dated data."""


def _wachtend(nu: datetime, hoogstens: int) -> Iterable[str]:
    gevonden = []
    for organisatie in Overdrachtstand.objects.values_list("organisatie_id", flat=True).distinct():
        for soort in (OPGEPAKT, UITKOMST):
            gevonden += [
                f"{organisatie}:{soort}:{aanbod.id}" for aanbod in aangeboden(organisatie, SCHEME.naam, soort)
            ]
    return gevonden[:hoogstens]


def _neem_op(item: str) -> None:
    organisatie, soort, nummer = item.split(":")
    actor = systeem(Organisatie.objects.get(id=UUID(organisatie)))
    with operatie(SCHEME.naam, "terugmelding verwerken", actor):
        toegang = toegang_tot_register(actor, SCHEME.naam, doel=DOEL, leest=("naw",), schrijft=("naw",))
        aanbod, inhoud = aanbod_op_slot(actor, toegang, SCHEME.naam, soort, UUID(nummer))
        zaaknummer, bereikt = lees_terugmelding(inhoud)
        zaak = (
            Zaak.objects.select_for_update(of=("self",))
            .filter(organisatie_id=actor.organisatie, scheme=SCHEME.naam, nummer=zaaknummer)
            .first()
        )
        if zaak is None:
            raise Geweigerd(
                "overdracht_onbekend",
                Tekst("Er is geen overdracht met dit nummer.", "There is no hand-over of this number."),
                status=404,
            )
        huidige_operatie().zaak_id = zaak.id
        _stap(actor, zaak, "oppakken" if bereikt is None else "bereiken" if bereikt else "niet-bereiken")
        if bijkomend := neem_aanbod_op(actor, aanbod, zaak, toegang):
            _wis(actor, bijkomend)


def _wis(actor: Actor, personen: Collection[UUID]) -> None:
    """A message is about somebody, also when it says nothing of him: who was known by it alone goes."""
    toegang = toegang_tot_register(actor, SCHEME.naam, doel=DOEL_VERNIETIGEN, schrijft=ALLES)
    wis_personen(toegang, personen, Counter())


def _stap(actor: Actor, zaak: Zaak, overgang: str) -> None:
    """Take the step when the hand-over is still before it; after its data went, only how it stands is kept."""
    naar = OVERDRACHT.overgang(overgang).naar
    if any(deel.naam == overgang for deel in OVERDRACHT.vanuit(zaak.stap)):
        zaken.zet_stap(actor, zaak, overgang, OverdrachtFeiten())
        huidige_operatie().raakt(personen_van(zaak))
        zet_stand(zaak)
    elif zaak.stap == "vernietigd" and (overgang != "oppakken" or not _is_verder(zaak)):
        zet_stand(zaak, naar)


def _is_verder(zaak: Zaak) -> bool:
    return Overdrachtstand.objects.filter(zaak=zaak.id).exclude(stand__in=("aangeboden", VERLOPEN)).exists()


def _te_tellen(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Lines with something to count whose figures were not set since their last month ran out."""
    dag = localtime(nu).date()
    sinds = tot_op(dag) + NA
    vak = (begin_van(van_op(dag)), begin_van(tot_op(dag)))
    iets = (
        Q(Exists(Contact.objects.filter(organisatie_id=OuterRef("id"), moment__range=vak)))
        | Q(Exists(Overdrachtstand.objects.filter(organisatie_id=OuterRef("id"), gemaakt__range=vak)))
    )  # fmt: skip
    al = Vaststelling.objects.filter(organisatie_id=OuterRef("id"), scheme=SCHEME.naam, peildatum__gte=sinds)
    lijnen = Organisatie.objects.filter(iets, actief=True).exclude(Exists(al))
    return [str(nummer) for nummer in lijnen.order_by("id").values_list("id", flat=True)[:hoogstens]]


def _tel(item: str) -> None:
    actor = systeem(Organisatie.objects.get(id=UUID(item)))
    with operatie(SCHEME.naam, "cijfers van de lijn vaststellen", actor):
        nu = huidige_operatie().nu
        dag = localtime(nu).date()
        for maand, tellingen in getelde_maanden(actor.organisatie, dag):

            def kies(eerder: Sequence[Vaststelling], nu_: dict[str, Any] = tellingen) -> Any:
                return publiceer(nu_, [(rij.tellingen, rij.gepubliceerd) for rij in eerder])

            leg_vast(SCHEME, actor.organisatie, maand, dag, tellingen, kies, DEFINITIES, nu)
        huidige_operatie().verandert(peildatum=["", dag.isoformat()])


CIJFERS_VASTSTELLEN = registreer(Plicht("helplijn.cijfers-vaststellen", _te_tellen, _tel))
TERUGMELDINGEN = registreer(Plicht("helplijn.terugmeldingen", _wachtend, _neem_op))
