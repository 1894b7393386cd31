"""The calculations of the register under other norms: what was asked, and what became of each case. No amounts."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.zaken.models import Zaak


class Normherziening(models.Model):
    """All calculations that can still be replaced, done again under the norms of a day: asked by whom and why, and
    whether the new ones are taken over. Nothing of whom they are.

    `gerekend` and `afgerond` are when the last case was calculated, and when the last was taken over.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    naar = models.DateField()
    reden = models.CharField(max_length=300)
    begonnen = models.DateTimeField()
    door = models.CharField(max_length=200)
    gerekend = models.DateTimeField(null=True, blank=True)
    overname = models.DateTimeField(null=True, blank=True)
    overname_door = models.CharField(max_length=200, blank=True)
    afgerond = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-begonnen", "-id"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["organisatie"],
                condition=models.Q(gerekend__isnull=True)
                | models.Q(overname__isnull=False, afgerond__isnull=True),
                name="een_normherziening_tegelijk",
            )
        ]


class Herzieningsregel(models.Model):
    """One case in a revision: what became of it, which outcomes differ and through which norms; no amounts of anyone.

    `code` is why it could not be calculated, `rekensom` the calculation that it was compared with.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    herziening = models.ForeignKey(Normherziening, on_delete=models.CASCADE, related_name="regels")
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="+")
    stand = models.CharField(max_length=20)
    velden: models.JSONField[Any, Any] = models.JSONField(default=list)
    normen: models.JSONField[Any, Any] = models.JSONField(default=list)
    code = models.CharField(max_length=60, blank=True)
    rekensom = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["herziening", "stand", "id"], name="herziening_stand")
        ]
