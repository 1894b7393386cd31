"""Referrals of early detection that wait to be taken in as a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.logboek.operatie import huidige_operatie, query
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.termijnen import bereken
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.verstrekkingen.models import Aard, OverdrachtInhoud, UitgaandeOverdracht
from samenhang.kernel.zaken.queries import toegang_tot_register
from samenhang.schemes.schuldhulp.domain.aanmelding import lees_aanmelding
from samenhang.schemes.schuldhulp.models import Opname
from samenhang.schemes.schuldhulp.scheme import SCHEME

SOORT = "aanmelding"
HOOGSTENS = 200


@dataclass(frozen=True, slots=True)
class Aanmeldingregel:
    """A referral that waits: who, since when he wants help, whether something threatens, and the last day of the term."""

    id: UUID
    bronnummer: str
    naam: str
    gestuurd: datetime
    aanvaard_op: date
    dreiging: bool
    uiterlijk: date


def open_aanmeldingen(organisatie_id: UUID) -> QuerySet[UitgaandeOverdracht]:
    """The hand-overs of early detection of this municipality that were neither taken in nor recalled."""
    return (
        UitgaandeOverdracht.objects.filter(
            zaak__organisatie_id=organisatie_id, naar_scheme=SCHEME.naam, soort=SOORT, aard=Aard.NIEUW, ontvangen__isnull=True
        )
        .exclude(vervolg__aard=Aard.INTREKKING)
        .exclude(id__in=Opname.objects.values("overdracht"))
        .order_by("gemaakt", "id")
    )  # fmt: skip


def laatste_inhoud(toegang: Toegang, overdracht: UitgaandeOverdracht) -> dict[str, Any] | None:
    """What was sent, as it stands after the corrections that the sender sent since; None once it was erased."""
    rijen = OverdrachtInhoud.objects.met(toegang).filter(
        Q(overdracht=overdracht) | Q(overdracht__betreft=overdracht, overdracht__aard=Aard.CORRECTIE)
    )
    laatste = rijen.order_by("-overdracht__gemaakt", "-overdracht_id").first()
    return None if laatste is None else laatste.inhoud


def aanmelding_onbekend() -> Geweigerd:
    """The refusal of a referral that is not for this organisation, or waits no more."""
    return Geweigerd(
        "aanmelding_onbekend",
        Tekst(
            "Deze aanmelding is er niet (meer): een collega nam haar over, of de afzender trok haar in.",
            "This referral is not here (any more): a colleague took it in, or the sender recalled it.",
        ),
        status=404,
    )


@query(SCHEME, "aanmeldingen bekijken")
def aanmeldingen(actor: Actor) -> list[Aanmeldingregel]:
    """The referrals that wait, what is due first on top. The term runs from acceptance, not from today."""
    toegang = toegang_tot_register(actor, SCHEME.naam, doel="aanmelden", leest=("naw",))
    rijen = list(open_aanmeldingen(actor.organisatie)[:HOOGSTENS])
    eerste = dict(
        OverdrachtInhoud.objects.met(toegang)
        .filter(overdracht__in=rijen)
        .values_list("overdracht_id", "persoon_id")
    )
    huidige_operatie().raakt(eerste.values())
    uit = []
    for rij in rijen:
        inhoud = laatste_inhoud(toegang, rij)
        if inhoud is None:
            continue
        gelezen = lees_aanmelding(inhoud)
        regel = SCHEME.termijn("eerste-gesprek-dreigend" if gelezen.dreiging else "eerste-gesprek")
        einde = bereken(regel, gelezen.aanvaard_op, standaardkalender(), []).einde
        uit.append(
            Aanmeldingregel(
                rij.id,
                gelezen.meldingnummer,
                gelezen.naam,
                rij.gemaakt,
                gelezen.aanvaard_op,
                gelezen.dreiging,
                einde.date() if isinstance(einde, datetime) else einde,
            )
        )
    return sorted(uit, key=lambda regel: (regel.uiterlijk, regel.gestuurd))
