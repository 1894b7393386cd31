"""What was counted and published, per organisation, month and vintage. Publications are added, never changed (see the migration)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie


class Inwonertal(models.Model):
    """The residents of a municipality from a day, with its source; a correction is a new row of a later moment."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="inwonertallen")
    vanaf = models.DateField()
    aantal = models.PositiveIntegerField()
    bron = models.CharField(max_length=200)
    vastgelegd = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["organisatie", "vanaf"], name="inwonertal_op")]


HERKOMST_HOOGSTENS = 120


class Telling(models.Model):
    """The latest exact counts of a month, for the organisation's own eyes: replaced at each count, never published.

    `herkomst` says which other program or document counted, of a month before this register; empty: it was counted here.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    scheme = models.CharField(max_length=40)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="tellingen")
    maand = models.DateField()
    peildatum = models.DateField()
    inwoners = models.PositiveIntegerField(null=True)
    tellingen: models.JSONField[Any, Any] = models.JSONField()
    herkomst = models.CharField(max_length=HERKOMST_HOOGSTENS, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["scheme", "organisatie", "maand"], name="een_telling_per_maand")
        ]


class Vaststelling(models.Model):
    """The counts of one month at one vintage: exact (to compare later ones with), and what was published of them.

    `gepubliceerd` holds per group the classes that were published at this very vintage, null where hidden: a
    division that the small-number protection held back is absent, and stands in an earlier row. `inwoners` is the
    number that was used. A figure is computed from `gepubliceerd` and `inwoners` only, and so can be computed again.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    scheme = models.CharField(max_length=40)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="vaststellingen")
    maand = models.DateField()
    peildatum = models.DateField()
    inwoners = models.PositiveIntegerField(null=True)
    tellingen: models.JSONField[Any, Any] = models.JSONField()
    gepubliceerd: models.JSONField[Any, Any] = models.JSONField()
    definities = models.CharField(max_length=64)
    herkomst = models.CharField(max_length=HERKOMST_HOOGSTENS, blank=True)
    vastgesteld = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["scheme", "organisatie", "maand", "peildatum"], name="een_vaststelling_per_peildatum"
            )
        ]


class Streefwaarde(models.Model):
    """A target of the organisation itself for one figure, from a day; a correction is a new row of a later moment."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    scheme = models.CharField(max_length=40)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="streefwaarden")
    indicator = models.CharField(max_length=60)
    vanaf = models.DateField()
    waarde = models.DecimalField(max_digits=8, decimal_places=2)
    reden = models.CharField(max_length=300)
    door = models.CharField(max_length=200)
    vastgelegd = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["organisatie", "scheme", "indicator", "vanaf"], name="streefwaarde_op")
        ]
