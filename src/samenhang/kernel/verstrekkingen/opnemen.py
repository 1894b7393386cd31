"""Taking in, as a case, what another scheme of the same organisation handed over."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from samenhang.kernel.basis import Fout, Geweigerd, Plaats, Tekst
from samenhang.kernel.organisaties.actor import Actor
from samenhang.kernel.scheme import scheme
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.verstrekkingen.actions.ontvangst import bevestig_ontvangst
from samenhang.kernel.verstrekkingen.actions.voorwaarden import neem_voorwaarden_mee
from samenhang.kernel.verstrekkingen.models import Aard, Opname, OverdrachtInhoud, UitgaandeOverdracht
from samenhang.kernel.zaken.actions import vandaag
from samenhang.kernel.zaken.models import Zaak


def wachtend(organisatie_id: UUID, scheme_naam: str, soort: str) -> QuerySet[UitgaandeOverdracht]:
    """Hand-overs of this kind to this scheme of the organisation that were neither taken in nor recalled."""
    return (
        UitgaandeOverdracht.objects.filter(
            zaak__organisatie_id=organisatie_id, naar_scheme=scheme_naam, soort=soort, aard=Aard.NIEUW, ontvangen__isnull=True
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


def niet_meer_hier() -> Geweigerd:
    """The refusal (404) for a hand-over that is not for this organisation, or waits no more."""
    tekst = Tekst(
        "Deze aanmelding is er niet (meer): een collega nam haar over, of de afzender trok haar in. Vernieuw de lijst.",
        "This referral is not here (any more): a colleague took it in, or the sender recalled it. Reload the list.",
    )
    plaats = Plaats(kolom="aanmelding")
    return Geweigerd(
        "aanmelding_onbekend", tekst, fouten=(Fout("aanmelding_onbekend", tekst, plaats),), status=404
    )


def op_te_nemen(
    actor: Actor, toegang: Toegang, scheme_naam: str, soort: str, overdracht_id: UUID
) -> tuple[UitgaandeOverdracht, dict[str, Any]]:
    """A hand-over that waits, locked, with its content. Raises `Geweigerd` (404) for one that is not for this
    organisation, or waits no more."""
    rijen = wachtend(actor.organisatie, scheme_naam, soort).select_for_update(of=("self",))
    rij = rijen.filter(id=overdracht_id).first()
    inhoud = laatste_inhoud(toegang, rij) if rij else None
    if rij is None or inhoud is None:
        raise niet_meer_hier()
    return rij, inhoud


def neem_op(actor: Actor, overdracht: UitgaandeOverdracht, zaak: Zaak) -> None:
    """Record which case came of it, let what the sources asked bind there too, and confirm its receipt to the sender."""
    Opname.objects.create(overdracht=overdracht.id, zaak=zaak.id)
    neem_voorwaarden_mee(zaak, overdracht)
    naam = scheme(zaak.scheme).titel.nl.lower()
    bevestig_ontvangst(overdracht, f"{actor.naam}, {naam}", vandaag())
