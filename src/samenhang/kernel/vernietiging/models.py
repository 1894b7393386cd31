"""The record of a destruction: what kind, how many, under which rule, when, by whom. It names nobody."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.zaken.models import Zaak


class Vernietiging(models.Model):
    """One thing was destroyed. `aantallen` counts rows and files by kind; `operatie_id` joins the audit log.

    `wat` lists the kind and the id of each case, signal or delivery that went: random numbers that name nobody,
    by which a restored backup is cleared again. `op` is the day that counted as today; `vervroegd` when an operator
    named a later day than the real one; `na_herstel` when it had been destroyed before and a backup brought it back.
    `geregistreerd` is when it was written to the register outside the database, `uitgeveegd` when the
    database file no longer held the bytes.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    operatie_id = models.UUIDField(db_index=True)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    scheme = models.CharField(max_length=40)
    regel = models.CharField(max_length=40)
    artikel = models.CharField(max_length=200)
    status = models.CharField(max_length=20)
    termijn = models.CharField(max_length=40)
    moment = models.DateTimeField()
    door = models.CharField(max_length=200)
    aantallen: models.JSONField[Any, Any] = models.JSONField(default=dict)
    wat: models.JSONField[Any, Any] = models.JSONField(default=list)
    op = models.DateField(null=True)
    vervroegd = models.BooleanField(default=False)
    na_herstel = models.BooleanField(default=False)
    geregistreerd = models.DateTimeField(null=True)
    uitgeveegd = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["organisatie", "-id"], name="vernietiging_van_organisatie"),
            models.Index(
                fields=["id"],
                condition=models.Q(geregistreerd__isnull=True),
                name="vernietiging_te_registreren",
            ),
            models.Index(
                fields=["id"], condition=models.Q(uitgeveegd__isnull=True), name="vernietiging_uit_te_vegen"
            ),
        ]


class Nagekeken(models.Model):
    """A register was looked through for one rule on a day, where only a decision can tell what has expired."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    scheme = models.CharField(max_length=40)
    regel = models.CharField(max_length=40)
    dag = models.DateField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisatie", "scheme", "regel"], name="een_keer_nagekeken")
        ]


class Sleutelwissing(models.Model):
    """The keys of one person or one case are to be destroyed, or were. `merk` is the mark in the vault: it names nobody.

    Written with the destruction itself, carried out after it is certain; it stays, so that a vault that is put back
    from a copy loses these keys again.
    """

    merk = models.CharField(max_length=64, primary_key=True)
    moment = models.DateTimeField()
    gedaan = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["merk"], condition=models.Q(gedaan__isnull=True), name="sleutels_te_wissen")
        ]


class Vasthouding(models.Model):
    """A case that is kept past its retention term: on which ground (name of a norm), why, until when that is looked at.

    It holds until someone ends it; `herzien_op` is a day to look at it again, on which nothing happens by itself.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="+")
    grond = models.CharField(max_length=40)
    artikel = models.CharField(max_length=200)
    reden = models.CharField(max_length=300)
    herzien_op = models.DateField()
    moment = models.DateTimeField()
    door = models.CharField(max_length=200)
    opgeheven = models.DateTimeField(null=True)
    opgeheven_door = models.CharField(max_length=200, blank=True)
    opgeheven_reden = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["zaak"], condition=models.Q(opgeheven__isnull=True), name="een_keer_vastgehouden"
            )
        ]
