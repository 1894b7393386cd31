"""The tables of supervision. Points and judgements only grow (see the migration): nobody rewrites what was found."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id


class Toetspunt(models.Model):
    """Something in the log that the data protection officer must look at: what, when, who, in which case, and why.

    `sleutel` makes it findable once: the operation of an emergency use, the first row of a run of refusals, user with
    scheme and day of a volume. `operaties` are the rows of the audit log that it rests on, `vergeleken` the figures
    and thresholds as they were then, `uiterlijk` the last day to review it. No resident stands here.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie_id = models.UUIDField()
    scheme = models.CharField(max_length=40)
    soort = models.CharField(max_length=20)
    sleutel = models.CharField(max_length=120)
    moment = models.DateTimeField()
    gebruiker_id = models.UUIDField()
    gebruiker = models.CharField(max_length=200)
    rollen = models.CharField(max_length=200)
    zaak_id = models.UUIDField(null=True)
    aantal = models.PositiveIntegerField()
    vergeleken: models.JSONField[Any, Any] = models.JSONField(default=dict)
    operaties: models.JSONField[Any, Any] = models.JSONField(default=list)
    gevonden = models.DateTimeField()
    uiterlijk = models.DateField()
    norm = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["organisatie_id", "soort", "sleutel"], name="een_toetspunt_per_sleutel"
            )
        ]
        indexes: ClassVar[list[Any]] = [models.Index(fields=["organisatie_id", "-id"], name="toetspunt_van")]


class Toetsoordeel(models.Model):
    """What a supervisor concluded about a point, and why. One per point, for good."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    toetspunt = models.OneToOneField(Toetspunt, on_delete=models.PROTECT, related_name="oordeel")
    oordeel = models.CharField(max_length=20)
    motivering = models.CharField(max_length=1000)
    door = models.CharField(max_length=200)
    door_id = models.UUIDField()
    moment = models.DateTimeField()


class Toetstaak(models.Model):
    """The task that a point becomes when its review is late; `klaar` when it was reviewed after all."""

    toetspunt = models.OneToOneField(Toetspunt, on_delete=models.PROTECT, related_name="taak")
    gemaakt = models.DateTimeField()
    klaar = models.DateTimeField(null=True)


class Doorzien(models.Model):
    """One row: up to which moment the audit log was looked through, and which row was the newest then."""

    tot = models.UUIDField()
    moment = models.DateTimeField()
