"""Calculations, and the offers that rest on them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.toegang.versleuteld import VersleuteldeJson, VersleuteldeTekst
from samenhang.schemes.schuldhulp.models.basis import InZaak
from samenhang.schemes.schuldhulp.models.schulden import Schuldeiser


class Rekensom(InZaak):
    """A calculation over the data of a case as they were: capacity, credit or saving, distribution, each with its trace.

    `gegevens` is the hash of those data: a calculation holds as long as they stay the same. Rows are never changed; a
    new one names its predecessor and the reason.
    """

    CATEGORIE = "rekensom"

    vorige = models.UUIDField(null=True, blank=True)
    reden = VersleuteldeTekst(max_length=300, blank=True)
    regeling = models.CharField(max_length=2)
    pot_centen = models.BigIntegerField()
    gegevens = models.CharField(max_length=64)
    delen = VersleuteldeJson()

    class Meta(InZaak.Meta):
        abstract = False


class Voorstel(InZaak):
    """What one creditor was offered in a round, and what he answered; all of a round are made at once or not at all.

    `ronde` is the id of the operation that made them, `bedrag_centen` what he gets of `vordering_centen`, `adres` where
    his letter went, `kenmerk` under which he knows the claim.
    """

    CATEGORIE = "schulden"

    ronde = models.UUIDField(db_index=True)
    rekensom = models.UUIDField()
    schuldeiser = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    rang = models.CharField(max_length=20)
    vordering_centen = models.BigIntegerField()
    bedrag_centen = models.BigIntegerField()
    percentage = models.CharField(max_length=10)
    adres = VersleuteldeTekst(max_length=200, blank=True)
    kenmerk = VersleuteldeTekst(max_length=200, blank=True)
    verstuurd_op = models.DateField()
    uiterlijk = models.DateField()
    gerappelleerd_op = models.DateField(null=True, blank=True)
    antwoord = models.CharField(max_length=20, blank=True)
    antwoord_op = models.DateField(null=True, blank=True)
    via = models.CharField(max_length=20, blank=True)
    vervallen = models.BooleanField(default=False)

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["ronde", "schuldeiser", "rang"], name="een_voorstel_per_ronde")
        ]
