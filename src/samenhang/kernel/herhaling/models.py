"""Keys that callers chose, with what was answered."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models


class Herhaalsleutel(models.Model):
    """One call under a key. `wie` is who called: a key means something to its own caller only.

    The row is written in the transaction of the call, so that it exists when, and only when, what was asked
    was done. `antwoord` is the body as it went out; answers of actions hold numbers and steps, no category.
    """

    wie = models.UUIDField()
    sleutel = models.CharField(max_length=200)
    vingerafdruk = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    kop: models.JSONField[Any, Any] = models.JSONField(default=dict)
    antwoord = models.BinaryField(default=b"")
    moment = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["wie", "sleutel"], name="een_keer_per_sleutel")
        ]
