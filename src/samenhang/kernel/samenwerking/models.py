"""Agreements, their parties and signatures. Rows are added only: triggers refuse any change on both databases."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie


class Samenwerkingsafspraak(models.Model):
    """One version of an agreement: its content as it is signed, and the SHA-256 of that.

    `reeks` is the id of the first version; a later one names it, and replaces what came before once all have signed.
    Nothing in it is about a resident.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    reeks = models.UUIDField()
    versie = models.PositiveIntegerField()
    inhoud: models.JSONField[Any, Any] = models.JSONField()
    som = models.CharField(max_length=64)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    opsteller = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    gemaakt = models.DateTimeField()
    gemaakt_door = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["reeks", "versie"], name="een_samenwerkingsafspraak_per_versie")
        ]

    @property
    def kenmerk(self) -> str:
        """By which people name it, whatever its version."""
        return f"SA-{self.reeks.hex[-8:].upper()}"


class Afspraakpartij(models.Model):
    """An organisation that takes part in a version, and the role that signs for it there."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    afspraak = models.ForeignKey(Samenwerkingsafspraak, on_delete=models.PROTECT, related_name="partijen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="afspraken")
    rol = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["afspraak", "organisatie"], name="een_keer_partij")
        ]


class Afspraakhandtekening(models.Model):
    """That a party signed: who, in which role, when, and the SHA-256 of what he saw.

    On paper: on which day, the SHA-256 of the scan that is kept elsewhere, and who recorded that here.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    partij = models.OneToOneField(Afspraakpartij, on_delete=models.PROTECT, related_name="handtekening")
    naam = models.CharField(max_length=200)
    rol = models.CharField(max_length=40)
    som = models.CharField(max_length=64)
    moment = models.DateTimeField()
    papier_dag = models.DateField(null=True)
    papier_som = models.CharField(max_length=64, default="")
    vastgelegd_door = models.CharField(max_length=200, default="")


class Afspraakeinde(models.Model):
    """That a party ends a version before its last day: the last day that it holds for anyone, why, and who says so.

    The earliest day of several counts.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    partij = models.ForeignKey(Afspraakpartij, on_delete=models.PROTECT, related_name="eindes")
    laatste_dag = models.DateField()
    reden = models.CharField(max_length=500)
    naam = models.CharField(max_length=200)
    moment = models.DateTimeField()


class Afspraakeindegehoord(models.Model):
    """That a party heard of an end: who there, and since when that is known here."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    einde = models.ForeignKey(Afspraakeinde, on_delete=models.PROTECT, related_name="gehoord")
    partij = models.ForeignKey(Afspraakpartij, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=200)
    moment = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["einde", "partij"], name="een_keer_einde_gehoord")
        ]
