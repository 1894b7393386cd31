"""What a creditor with an account sees: his own offers, as they were made to him, and what he sent with them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.versleuteld import VersleuteldeTekst
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.models.basis import InZaak


class Aanbod(InZaak):
    """One offer as the letter to the creditor has it, and his answer. It holds nothing of other creditors.

    `voorstel` is the offer in the case from which it was copied; `naam` is how the letter calls the resident.
    """

    CATEGORIE = "aanbod"

    account = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    voorstel = models.UUIDField(unique=True)
    zaaknummer = models.CharField(max_length=20)
    naam = VersleuteldeTekst(max_length=400)
    kenmerk = models.CharField(max_length=200, blank=True)
    rang = models.CharField(max_length=20)
    regeling = models.CharField(max_length=2)
    vordering_centen = models.BigIntegerField()
    bedrag_centen = models.BigIntegerField()
    percentage = models.CharField(max_length=10)
    verstuurd_op = models.DateField()
    uiterlijk = models.DateField()
    antwoord = models.CharField(max_length=20, blank=True)
    antwoord_op = models.DateField(null=True, blank=True)
    reden = VersleuteldeTekst(max_length=1000, blank=True)
    opgave_centen = models.BigIntegerField(null=True, blank=True)
    vervallen = models.BooleanField(default=False)

    class Meta(InZaak.Meta):
        abstract = False

    @property
    def vordering(self) -> Bedrag:
        """What is owed to him by what is known."""
        return Bedrag(self.vordering_centen)

    @property
    def bedrag(self) -> Bedrag:
        """What he is offered."""
        return Bedrag(self.bedrag_centen)

    @property
    def opgave(self) -> Bedrag | None:
        """What he says is owed, when that is another amount."""
        return None if self.opgave_centen is None else Bedrag(self.opgave_centen)


class Opgavestuk(InZaak):
    """A statement of claim that a creditor sent: the file in base64, its kind as its bytes say, and its SHA-256."""

    CATEGORIE = "aanbod"

    aanbod = models.UUIDField(db_index=True)
    bestandsnaam = models.CharField(max_length=120)
    soort = models.CharField(max_length=40)
    grootte = models.PositiveIntegerField()
    som = models.CharField(max_length=64)
    inhoud = VersleuteldeTekst()

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["aanbod", "som"], name="een_opgavestuk_per_inhoud")
        ]


class Portaalwijzer(models.Model):
    """Which offers are for which account: numbers only, so that it can be asked before anything may be read."""

    id = models.UUIDField(primary_key=True)
    account = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    persoon = models.UUIDField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-id"]
