"""Taking in what was handed over, whether it comes from another scheme of the own organisation or as a message.

Within one organisation the hand-over itself waits; from another it came as a message. For who takes it in there is
no difference: an offer with a number, its content, and a case that comes of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.uitwisseling.models import InkomendBericht, InkomendeInhoud
from samenhang.kernel.verstrekkingen.models import Aard, Opname, OverdrachtInhoud, UitgaandeOverdracht
from samenhang.kernel.verstrekkingen.opnemen import laatste_inhoud, neem_op, wachtend
from samenhang.kernel.zaken.models import Zaak


@dataclass(frozen=True, slots=True)
class Aanbod:
    """What waits to be taken in: one of the two, with when it was sent."""

    id: UUID
    gemaakt: datetime
    overdracht: UitgaandeOverdracht | None = None
    bericht: InkomendBericht | None = None


def aangeboden(organisatie_id: UUID, scheme_naam: str, soort: str) -> list[Aanbod]:
    """All that waits for this scheme of the organisation, the oldest first."""
    eigen = [Aanbod(rij.id, rij.gemaakt, overdracht=rij) for rij in wachtend(organisatie_id, scheme_naam, soort)]  # fmt: skip
    berichten = [
        Aanbod(rij.id, rij.gemaakt, bericht=rij) for rij in _berichten(organisatie_id, scheme_naam, soort)
    ]
    return sorted([*eigen, *berichten], key=lambda aanbod: (aanbod.gemaakt, aanbod.id))


def inhoud_van(toegang: Toegang, aanbod: Aanbod) -> tuple[dict[str, Any], UUID] | None:
    """What was sent, with the corrections since, and whom it is about in the register where it stands; None once erased."""
    if aanbod.overdracht is not None:
        eerste = OverdrachtInhoud.objects.met(toegang).filter(overdracht=aanbod.overdracht).first()
        inhoud = laatste_inhoud(toegang, aanbod.overdracht)
        return None if eerste is None or inhoud is None else (inhoud, eerste.persoon_id)
    bericht = aanbod.bericht
    assert bericht is not None  # one of the two
    verbeterd = InkomendBericht.objects.filter(
        partner_id=bericht.partner_id, betreft=bericht.nummer, aard=Aard.CORRECTIE, gewist__isnull=True
    ).order_by("-gemaakt", "-id")
    for rij in (*verbeterd, bericht):
        gevonden = InkomendeInhoud.objects.met(toegang).filter(bericht=rij).first()
        if gevonden is not None:
            return gevonden.inhoud, gevonden.persoon_id
    return None


def aanbod_op_slot(
    actor: Actor, toegang: Toegang, scheme_naam: str, soort: str, nummer: UUID
) -> tuple[Aanbod, dict[str, Any]]:
    """What waits under this number, locked, with its content. Raises `Geweigerd` (404) when it waits no more."""
    aanbod: Aanbod | None = None
    eigen = wachtend(actor.organisatie, scheme_naam, soort).select_for_update(of=("self",)).filter(id=nummer).first()  # fmt: skip
    if eigen is not None:
        aanbod = Aanbod(eigen.id, eigen.gemaakt, overdracht=eigen)
    else:
        rij = _berichten(actor.organisatie, scheme_naam, soort).select_for_update(of=("self",)).filter(id=nummer).first()  # fmt: skip
        aanbod = Aanbod(rij.id, rij.gemaakt, bericht=rij) if rij is not None else None
    gevonden = inhoud_van(toegang, aanbod) if aanbod is not None else None
    if aanbod is None or gevonden is None:
        raise Geweigerd(
            "aanmelding_onbekend",
            Tekst(
                "Deze aanmelding is er niet (meer): een collega nam haar over, of de afzender trok haar in.",
                "This referral is not here (any more): a colleague took it in, or the sender recalled it.",
            ),
            status=404,
        )
    return aanbod, gevonden[0]


def neem_aanbod_op(actor: Actor, aanbod: Aanbod, zaak: Zaak, toegang: Toegang) -> list[UUID]:
    """Record which case came of it, and end the waiting: confirmed within the organisation, and of a message the
    content is erased, because it stands in the case now; gives who that was about. Needs writing of "naw".
    """
    if aanbod.overdracht is not None:
        neem_op(actor, aanbod.overdracht, zaak)
        return []
    bericht = aanbod.bericht
    assert bericht is not None  # one of the two
    Opname.objects.create(overdracht=bericht.id, zaak=zaak.id)
    return wis_bericht(bericht, toegang)


def wis_bericht(bericht: InkomendBericht, toegang: Toegang) -> list[UUID]:
    """Erase the content of a message and of its corrections; gives who was known by it. That they came in stays."""
    alle = InkomendBericht.objects.filter(partner_id=bericht.partner_id, betreft=bericht.nummer)
    nummers = [bericht.id, *alle.values_list("id", flat=True)]
    InkomendeInhoud.objects.met(toegang).filter(bericht_id__in=nummers).delete()
    InkomendBericht.objects.filter(id__in=nummers, gewist__isnull=True).update(gewist=huidige_operatie().nu)
    wie = Persoon.objects.filter(
        organisatie_id=toegang.organisatie_id,
        scheme=bericht.scheme,
        sleutel__startswith=f"bericht-{bericht.nummer.hex}-",
    )
    return list(wie.values_list("id", flat=True))


def afzender_van(zaak_id: UUID) -> tuple[bool, Organisatie | None]:
    """Whether a case came of a hand-over, and from which other organisation; None is the own one.

    It stays known when the sender has erased what it sent.
    """
    nummer = Opname.objects.filter(zaak=zaak_id).values_list("overdracht", flat=True).first()
    if nummer is None:
        return False, None
    rij = InkomendBericht.objects.select_related("partner__ander").filter(id=nummer).first()
    return True, rij.partner.ander if rij is not None else None


def _berichten(organisatie_id: UUID, scheme_naam: str, soort: str) -> QuerySet[InkomendBericht]:
    """New messages of this kind that were neither taken in, nor erased."""
    return (
        InkomendBericht.objects.filter(
            partner__organisatie_id=organisatie_id, scheme=scheme_naam, soort=soort, aard=Aard.NIEUW, gewist__isnull=True
        )
        .exclude(id__in=Opname.objects.values("overdracht"))
        .order_by("gemaakt", "id")
    )  # fmt: skip
