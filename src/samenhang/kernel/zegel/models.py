"""The tables of the seal. Leaves, subtrees, checkpoints and countersignatures only grow (see the migration)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id


class Blad(models.Model):
    """A leaf of the tree: the row of which log it stands for, and its hash. Numbers run from 0 without a gap."""

    nummer = models.BigIntegerField(primary_key=True)
    log = models.CharField(max_length=10)
    rij_id = models.UUIDField(unique=True)
    hash = models.BinaryField(max_length=32)


class Tak(models.Model):
    """The root of a complete subtree of 2**hoogte leaves; kept for every eighth height."""

    hoogte = models.PositiveSmallIntegerField()
    nummer = models.BigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["hoogte", "nummer"], name="een_tak_per_plek")
        ]


class Zegelstand(models.Model):
    """One row: how many leaves there are, the right edge of the tree, and up to where each log was read.

    Everything in it can be computed again from leaves and rows; `controleer` does.
    """

    omvang = models.BigIntegerField(default=0)
    rand: models.JSONField[Any, Any] = models.JSONField(default=list)
    gelezen: models.JSONField[Any, Any] = models.JSONField(default=dict)


class Controlepunt(models.Model):
    """A signed statement of how large the log was, with which root, when: `nota` is what was signed, and by whom."""

    omvang = models.BigIntegerField(db_index=True)
    wortel = models.BinaryField(max_length=32)
    moment = models.DateTimeField()
    nota = models.TextField()


class Medeondertekening(models.Model):
    """A partner saw our checkpoint, checked that it continues the one before, and signed it."""

    controlepunt = models.ForeignKey(
        Controlepunt, on_delete=models.PROTECT, related_name="medeondertekeningen"
    )
    getuige = models.CharField(max_length=100)
    regel = models.CharField(max_length=400)
    moment = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["controlepunt", "regel"], name="een_keer_medeondertekend")
        ]


class Getuigenis(models.Model):
    """A checkpoint of a partner's log that we checked and countersigned; the newest is where its log must go on."""

    herkomst = models.CharField(max_length=100)
    omvang = models.BigIntegerField()
    wortel = models.BinaryField(max_length=32)
    nota = models.TextField()
    regel = models.CharField(max_length=400)
    moment = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["herkomst", "-id"], name="laatste_getuigenis")]


class Partnerstand(models.Model):
    """Where we are with a partner who countersigns: when we last asked, and what went wrong then."""

    naam = models.CharField(max_length=100, unique=True)
    gevraagd = models.DateTimeField()
    loopt = models.BooleanField(default=True)
    fout_nl = models.CharField(max_length=500, blank=True)
    fout_en = models.CharField(max_length=500, blank=True)


class Logcontrole(models.Model):
    """One check of the whole log: when it began and ended, how far it went, and what it found."""

    moment = models.DateTimeField()
    klaar = models.DateTimeField(null=True)
    door = models.CharField(max_length=200)
    omvang = models.BigIntegerField(default=0)
    controlepunten = models.BigIntegerField(default=0)
    milliseconden = models.PositiveIntegerField(default=0)
    bevindingen: models.JSONField[Any, Any] = models.JSONField(default=list)


class Logalarm(models.Model):
    """Something about the log that someone must look into: a check that failed, a log that split off.

    It stays open until a supervisor says what came of it.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    soort = models.CharField(max_length=40)
    onderwerp = models.CharField(max_length=200)
    tekst_nl = models.TextField()
    tekst_en = models.TextField()
    bewijs = models.TextField(blank=True)
    moment = models.DateTimeField()
    klaar = models.DateTimeField(null=True)
    klaar_door = models.CharField(max_length=200, blank=True)
    uitkomst = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["soort", "onderwerp"],
                condition=models.Q(klaar__isnull=True),
                name="een_open_alarm_per_onderwerp",
            )
        ]
