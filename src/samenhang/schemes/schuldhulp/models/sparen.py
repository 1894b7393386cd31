"""An arrangement by saving or without capacity: its agreement, the checks of capacity, what creditors got on the way."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.toegang.versleuteld import VersleuteldeJson, VersleuteldeTekst
from samenhang.schemes.schuldhulp.models.basis import InZaak
from samenhang.schemes.schuldhulp.models.schulden import Schuldeiser


class Spaarregeling(InZaak):
    """What was agreed: kind (SB or SA), first day, months, capacity at the start, and how often capacity is checked."""

    CATEGORIE = "schulden"

    soort = models.CharField(max_length=2)
    rekensom = models.UUIDField()
    ingang = models.DateField()
    maanden = models.PositiveSmallIntegerField()
    hercontrole_maanden = models.PositiveSmallIntegerField()
    capaciteit_centen = models.BigIntegerField()

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak"], name="een_spaarregeling_per_zaak")
        ]


class Hercontrole(InZaak):
    """A check of capacity with the incomes of that day, with its calculation. It holds for the months after it."""

    CATEGORIE = "schulden"

    op = models.DateField()
    capaciteit_centen = models.BigIntegerField()
    berekening = VersleuteldeJson()
    toelichting = VersleuteldeTekst(max_length=300, blank=True)

    class Meta(InZaak.Meta):
        abstract = False

    @property
    def capaciteit(self) -> Bedrag:
        """What can be paid a month."""
        return Bedrag(self.capaciteit_centen)


class Uitdeling(InZaak):
    """What one creditor got of what was saved; all of a round are made at once or not at all."""

    CATEGORIE = "schulden"

    ronde = models.UUIDField(db_index=True)
    schuldeiser = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    rang = models.CharField(max_length=20)
    bedrag_centen = models.BigIntegerField()
    adres = VersleuteldeTekst(max_length=200, blank=True)
    uitgekeerd_op = models.DateField()

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["ronde", "schuldeiser", "rang"], name="een_uitdeling_per_ronde")
        ]
