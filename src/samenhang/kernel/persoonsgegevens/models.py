"""The category tables that the kernel keeps. One current row per person; corrections go through actions.

A reference without an index of its own has one that begins with it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.toegang.categorietabel import Categorietabel


class Naw(Categorietabel):
    """Name, birth date and current address of a person, as the register knows them."""

    CATEGORIE = "naw"

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+", db_index=False)
    voorletters = models.CharField(max_length=40, blank=True)
    voornaam = models.CharField(max_length=200, blank=True)
    tussenvoegsel = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=200)
    geboortedatum = models.DateField(null=True, blank=True)
    straat = models.CharField(max_length=80, blank=True)
    huisnummer = models.PositiveIntegerField(null=True, blank=True)
    huisletter = models.CharField(max_length=1, blank=True)
    toevoeging = models.CharField(max_length=4, blank=True)
    postcode = models.CharField(max_length=6, blank=True)
    woonplaats = models.CharField(max_length=80, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["persoon"], name="een_naw_per_persoon")
        ]

    @property
    def weergavenaam(self) -> str:
        """The name as it stands on a letter: initials or given name, prefix, surname."""
        return " ".join(
            deel for deel in (self.voorletters or self.voornaam, self.tussenvoegsel, self.achternaam) if deel
        )

    @property
    def adresregel(self) -> str:
        """Street, number with letter and addition."""
        nummer = f"{self.huisnummer or ''}{self.huisletter}"
        return " ".join(
            deel
            for deel in (self.straat, f"{nummer}-{self.toevoeging}" if self.toevoeging else nummer)
            if deel
        )


class Adres(Categorietabel):
    """Where a person lives from a day, and up to and including a day once he has moved.

    The open row is the address that stands in `Naw`; `adressen.py` keeps the two equal.
    """

    CATEGORIE = "naw"

    straat = models.CharField(max_length=80, blank=True)
    huisnummer = models.PositiveIntegerField(null=True, blank=True)
    huisletter = models.CharField(max_length=1, blank=True)
    toevoeging = models.CharField(max_length=4, blank=True)
    postcode = models.CharField(max_length=6, blank=True)
    woonplaats = models.CharField(max_length=80, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["persoon"], condition=models.Q(tot__isnull=True), name="een_adres_tegelijk"
            ),
            models.CheckConstraint(
                condition=models.Q(tot__isnull=True) | models.Q(tot__gte=models.F("van")),
                name="adres_tot_na_van",
            ),
        ]


class Contactgegeven(Categorietabel):
    """How to reach a person."""

    CATEGORIE = "contact"

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+", db_index=False)
    telefoon = models.CharField(max_length=80, blank=True)
    email = models.CharField(max_length=254, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["persoon"], name="een_contactgegeven_per_persoon")
        ]
