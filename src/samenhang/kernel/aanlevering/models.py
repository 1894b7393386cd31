"""Deliveries and what was wrong in them. The raw file stands in `opslag.py`; no cell of it stands here."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie

STATUSSEN = ("ontvangen", "gekeurd", "verwerkt", "geweigerd")
"""Kept; checked and answered, while its good rows are being registered in portions; all in; refused as a whole."""


class Aanlevering(models.Model):
    """One delivered file. The same file again (same hash, receiver and sender) is the same delivery.

    `ingeschreven` of its `geaccepteerd` rows are in the register, those up to line `ingeschreven_tot`: the next
    portion goes on from there, whoever does it.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    scheme = models.CharField(max_length=40)
    ontvanger = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="ontvangen_aanleveringen"
    )
    afzender = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, related_name="verzonden_aanleveringen"
    )
    bestandsnaam = models.CharField(max_length=200)
    hash = models.CharField(max_length=64)
    omvang = models.PositiveBigIntegerField()
    kanaal = models.CharField(max_length=10)
    ontvangen = models.DateTimeField()
    status = models.CharField(max_length=10, default="ontvangen")
    gekeurd = models.DateTimeField(null=True, blank=True)
    verwerkt = models.DateTimeField(null=True, blank=True)
    code = models.CharField(max_length=20, blank=True)
    reden_nl = models.TextField(blank=True)
    reden_en = models.TextField(blank=True)
    gelezen = models.PositiveIntegerField(default=0)
    geaccepteerd = models.PositiveIntegerField(default=0)
    afgekeurd = models.PositiveIntegerField(default=0)
    dubbel = models.PositiveIntegerField(default=0)
    ingeschreven = models.PositiveIntegerField(default=0)
    ingeschreven_tot = models.PositiveIntegerField(default=0)
    ruw_hash_na_wissen = models.CharField(max_length=64, blank=True)
    ruw_vernietigd = models.DateField(null=True, blank=True)
    door = models.CharField(max_length=200, blank=True)
    achtergrond = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-ontvangen", "-id"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["scheme", "ontvanger", "afzender", "hash"], name="een_aanlevering_per_bestand"
            )
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["scheme", "ontvanger", "-ontvangen"], name="aanlevering_ontvangen"),
            models.Index(fields=["status", "ontvangen"], name="aanlevering_onaf"),
        ]


class AanleverFout(models.Model):
    """One thing wrong in a delivery: line, column, code and sentence; the value in it is shortened and masked.

    `plek` is the place in the file's own terms: a cell (`C14`), a JSON pointer; empty when line and column say it.
    """

    aanlevering = models.ForeignKey(Aanlevering, on_delete=models.CASCADE, related_name="fouten")
    regel = models.PositiveIntegerField(null=True)
    kolom = models.CharField(max_length=60, blank=True)
    plek = models.CharField(max_length=120, blank=True, db_default="")
    code = models.CharField(max_length=10)
    tekst = models.TextField()
    text = models.TextField()

    class Meta:
        ordering: ClassVar[list[str]] = ["regel", "code", "kolom", "id"]
        indexes: ClassVar[list[Any]] = [models.Index(fields=["aanlevering", "code"], name="fout_per_code")]
