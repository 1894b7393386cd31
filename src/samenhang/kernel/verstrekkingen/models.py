"""Hand-overs that a scheme sends: a snapshot of exactly what goes, kept as outgoing until it is received."""

from __future__ import annotations

from typing import Any

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.zaken.models import Zaak


class UitgaandeOverdracht(models.Model):
    """That a hand-over was made: kind, from, to, basis and state; its content is a category table.

    `categorieen` are those of what went, not of what the sender could read. `ontvanger` is who it is meant for, when
    that organisation is known here. `som` is the SHA-256 of the content, by which a receipt names what was received.
    `herinnerd`: that nobody confirmed it in time was noticed.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="overdrachten")
    soort = models.CharField(max_length=40)
    van_scheme = models.CharField(max_length=40)
    naar_scheme = models.CharField(max_length=40)
    grondslag = models.CharField(max_length=40)
    categorieen = models.CharField(max_length=200)
    tabel_hash = models.CharField(max_length=64)
    gemaakt = models.DateTimeField()
    som = models.CharField(max_length=64, default="")
    ontvanger = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, null=True, blank=True, related_name="overdrachten_aan"
    )
    ontvangen = models.DateTimeField(null=True, blank=True)
    ontvangen_door = models.CharField(max_length=200, default="", blank=True)
    herinnerd = models.DateTimeField(null=True, blank=True)


class OverdrachtInhoud(Categorietabel):
    """Exactly what went, as JSON of the declared dataclass."""

    CATEGORIE = "naw"

    overdracht = models.ForeignKey(UitgaandeOverdracht, on_delete=models.PROTECT, related_name="+")
    inhoud: models.JSONField[Any, Any] = models.JSONField()

    class Meta(Categorietabel.Meta):
        abstract = False
