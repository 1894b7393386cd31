"""Debts, and the organisations to which they are owed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.schemes.schuldhulp.models.basis import InZaak


class Schuldeiser(models.Model):
    """An organisation to which residents of this municipality owe money.

    `adres`: where letters go, its lines apart.
    `account`: the organisation that logs in for it, and gets its offers in the portal. `knooppunt`: it gets messages, under
    its `kvk`. One of both, or neither: then everything goes by letter.
    `samen_met`: a duplicate points to the one that stays. What stands at it counts there, and can be taken apart again.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=200)
    zoeknaam = models.CharField(max_length=200)
    kvk = models.CharField(max_length=8, blank=True)
    adres = models.CharField(max_length=200, blank=True)
    knooppunt = models.BooleanField(default=False)
    account = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    samen_met = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="dubbelen"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["naam", "id"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisatie", "naam"], name="een_schuldeiser_per_naam")
        ]

    def __str__(self) -> str:
        return self.naam


class Schuldeiserpaar(models.Model):
    """What was judged of two creditors that look alike: one and the same, or not."""

    links = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    rechts = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    zelfde = models.BooleanField()
    moment = models.DateTimeField()
    door = models.CharField(max_length=200)
    reden = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["links", "rechts"], name="een_oordeel_per_schuldeiserpaar")
        ]


class Schuld(InZaak):
    """One debt: to whom, how much on which day, of which rank, and how sure it is. Without an amount it is unknown.

    `incassant`: who collects it for the creditor; what is offered goes to the creditor.
    """

    CATEGORIE = "schulden"

    schuldeiser = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    kenmerk = models.CharField(max_length=60, blank=True)
    incassant = models.CharField(max_length=200, blank=True)
    bedrag_centen = models.BigIntegerField(null=True, blank=True)
    peildatum = models.DateField()
    rang = models.CharField(max_length=20)
    stand = models.CharField(max_length=20)
    bestand = models.CharField(max_length=64, blank=True)

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak", "schuldeiser", "kenmerk"], name="een_schuld_per_kenmerk")
        ]
