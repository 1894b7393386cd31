"""Tables that say that a person is known, without saying anything about him.

A reference without an index of its own has one that begins with it. What is known stands in category tables (`persoonsgegevens.py` and the schemes'), which refer here.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie


class Persoon(models.Model):
    """A person in one register. `sleutel` is how the register's own matching names him, stable over time."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+", db_index=False)
    scheme = models.CharField(max_length=40)
    sleutel = models.CharField(max_length=100)
    bekend_sinds = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["organisatie", "scheme", "sleutel"], name="een_persoon_per_sleutel"
            )
        ]


class Huishouden(models.Model):
    """A dated set of persons at one address: an order of work, never a permission to see each other's data."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+", db_index=False)
    scheme = models.CharField(max_length=40)
    sleutel = models.CharField(max_length=100)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["organisatie", "scheme", "sleutel"], name="een_huishouden_per_sleutel"
            )
        ]


class HuishoudenLid(models.Model):
    """A person belongs to a household from a day, and up to and including a day once he has left."""

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="leden")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="lidmaatschappen")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["persoon"], condition=models.Q(tot__isnull=True), name="een_huishouden_tegelijk"
            ),
            models.CheckConstraint(
                condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("van")),
                name="huishouden_tot_na_van",
            ),
        ]


class Zoeksleutel(models.Model):
    """Blind index: a keyed hash of something people search by. Equality only; the hash tells nothing."""

    persoon = models.ForeignKey(Persoon, on_delete=models.CASCADE, related_name="+", db_index=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="+", db_index=False)
    waarde = models.CharField(max_length=32)

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["organisatie", "waarde"])]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["persoon", "waarde"], name="een_zoeksleutel_per_waarde")
        ]
