"""Which hand-overs still wait for a receipt."""

from __future__ import annotations

from django.db.models import QuerySet

from samenhang.kernel.verstrekkingen.models import Aard, UitgaandeOverdracht


def onbevestigd() -> QuerySet[UitgaandeOverdracht]:
    """Hand-overs that nobody confirmed; of one that was recalled only the recall still counts."""
    return UitgaandeOverdracht.objects.filter(ontvangen__isnull=True).exclude(vervolg__aard=Aard.INTREKKING)
