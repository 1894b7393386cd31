"""Sending notices of destruction to partners: from their table, signed, until the receipt is in, as hand-overs go.

A notice has no content about a person: the number of the hand-over and of its case, the day and the article.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.logboek.operatie import KERNEL, operatie
from samenhang.kernel.organisaties.queries import systeem
from samenhang.kernel.uitwisseling.bezorgen import bezorg_bij, partner_van, volgende_poging
from samenhang.kernel.uitwisseling.domain.bericht import Bericht
from samenhang.kernel.uitwisseling.models import Uitwisselpartner
from samenhang.kernel.verstrekkingen.actions import som_van
from samenhang.kernel.verstrekkingen.actions.vernietigbericht import bevestigd
from samenhang.kernel.verstrekkingen.models import Vernietigbericht

log = logging.getLogger("samenhang.uitwisseling")


def te_bezorgen(nu: datetime, hoogstens: int) -> Iterable[str]:
    """Notices to a partner that have no receipt and whose next attempt is due, the oldest first."""
    partners = Uitwisselpartner.objects.filter(
        organisatie_id=OuterRef("organisatie_id"),
        ander_id=OuterRef("ontvanger_id"),
        beeindigd__isnull=True,
        sinds__lte=OuterRef("vernietigd"),
    )
    rijen = (
        Vernietigbericht.objects.filter(Exists(partners), ontvangen__isnull=True)
        .filter(Q(niet_voor__isnull=True) | Q(niet_voor__lte=nu))
        .order_by("vernietigd", "id")
    )
    return [str(nummer) for nummer in rijen.values_list("id", flat=True)[:hoogstens]]


def begin(item: str) -> None:
    """Note an attempt; the call itself is made outside the transaction."""
    rij = Vernietigbericht.objects.select_for_update().get(id=UUID(item))
    Vernietigbericht.objects.filter(id=rij.id).update(
        loopt=True, pogingen=F("pogingen") + 1, niet_voor=volgende_poging(rij.pogingen, timezone.now())
    )


def bezorg_begonnen() -> None:
    """Send what the duty noted, one by one, the oldest first."""
    lopend = Vernietigbericht.objects.filter(loopt=True, ontvangen__isnull=True).order_by("vernietigd", "id")
    for rij in list(lopend.select_related("organisatie", "ontvanger")):
        try:
            bewijs = bezorg_bij(partner_van(rij.organisatie_id, rij.ontvanger_id), _bericht(rij))
        except Geweigerd as fout:
            log.warning("vernietigbericht %s niet bezorgd: %s", rij.id, fout.code)
            Vernietigbericht.objects.filter(id=rij.id).update(
                loopt=False, fout_nl=fout.tekst.nl[:500], fout_en=fout.tekst.en[:500]
            )
        else:
            _bezorgd(rij, bewijs)


def _bericht(rij: Vernietigbericht) -> Bericht:
    assert rij.ontvanger is not None  # a partner is known
    inhoud = {
        "meldingnummer": rij.zaaknummer,
        "vernietigd_op": timezone.localdate(rij.vernietigd).isoformat(),
    }
    return Bericht(
        nummer=rij.id,
        van=rij.organisatie.oin or "",
        aan=rij.ontvanger.oin or "",
        scheme=rij.naar_scheme,
        soort=rij.soort,
        aard="vernietiging",
        betreft=rij.overdracht,
        gemaakt=rij.vernietigd,
        artikel=rij.artikel,
        voorwaarden=(),
        som=som_van(inhoud),
        inhoud=inhoud,
    )


def _bezorgd(rij: Vernietigbericht, bewijs: str) -> None:
    """Store the receipt: once, whichever worker comes with it."""
    assert rij.ontvanger is not None  # a partner is known
    with operatie(KERNEL, "vernietigbericht bevestigen", systeem(rij.organisatie)) as op:
        vast = Vernietigbericht.objects.select_for_update().get(id=rij.id)
        if vast.ontvangen is None:
            bevestigd(vast, f"{rij.ontvanger.onderscheidend}, per bericht", op.nu)
        Vernietigbericht.objects.filter(id=rij.id).update(
            loopt=False, ontvangstbewijs=bewijs, fout_nl="", fout_en=""
        )
