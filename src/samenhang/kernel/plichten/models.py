"""Who is working on which item of which duty, what keeps failing, and which terms were reminded of."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.zaken.models import Taak, ZaakTermijn


class PlichtItem(models.Model):
    """One item in hand. It exists only while someone works on it or after it failed.

    Its row is locked for as long as the work lasts. `bezet_tot` is when another may try after a worker died,
    `niet_voor` when a failed item is tried again. `fout` holds no data of persons.
    """

    plicht = models.CharField(max_length=60)
    item = models.CharField(max_length=100)
    pogingen = models.PositiveIntegerField(default=0)
    bezet_tot = models.DateTimeField(null=True, blank=True)
    niet_voor = models.DateTimeField(null=True, blank=True)
    fout = models.TextField(blank=True)
    fout_en = models.TextField(blank=True)
    bijgewerkt = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["plicht", "item"], name="een_keer_per_item")
        ]


class Herinnering(models.Model):
    """A term was reminded of by a task: once per term, and again when its end has moved."""

    termijn = models.ForeignKey(ZaakTermijn, on_delete=models.CASCADE, related_name="herinneringen")
    einde = models.DateField()
    taak = models.OneToOneField(Taak, on_delete=models.CASCADE, related_name="herinnering")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["termijn", "einde"], name="een_herinnering_per_einde")
        ]
