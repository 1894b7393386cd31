"""Who is working on which item of which duty, and what keeps failing."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models


class PlichtItem(models.Model):
    """The lease on one item. It exists only while someone works on it or after it failed."""

    plicht = models.CharField(max_length=60)
    item = models.CharField(max_length=100)
    pogingen = models.PositiveIntegerField(default=0)
    bezet_tot = models.DateTimeField(null=True, blank=True)
    niet_voor = models.DateTimeField(null=True, blank=True)
    fout = models.TextField(blank=True)
    bijgewerkt = models.DateTimeField(auto_now=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["plicht", "item"], name="een_keer_per_item")
        ]
