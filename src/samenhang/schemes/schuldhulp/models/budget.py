"""What comes in and what is left to live on."""

from __future__ import annotations

from django.db import models

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.toegang.versleuteld import VersleuteldeTekst
from samenhang.schemes.schuldhulp.models.basis import InZaak


class Huishouden(InZaak):
    """In which household situation someone lives, and what is left to live on. The newest row holds."""

    CATEGORIE = "budget"

    situatie = models.CharField(max_length=20)
    kinderen = models.PositiveSmallIntegerField(default=0)
    vtlb_centen = models.BigIntegerField()
    vtlb_op = models.DateField()

    class Meta(InZaak.Meta):
        abstract = False

    @property
    def vtlb(self) -> Bedrag:
        """What is left to live on a month."""
        return Bedrag(self.vtlb_centen)


class Inkomen(InZaak):
    """An income a month, net, with the evidence that was seen. One that ended keeps its row.

    `vervallen_op` and `reden`: it was recorded by mistake, and counts for no day.
    """

    CATEGORIE = "budget"

    soort = models.CharField(max_length=20)
    netto_centen = models.BigIntegerField()
    bewijs = models.CharField(max_length=20)
    bewijs_op = models.DateField()
    tot = models.DateField(null=True, blank=True)
    vervallen_op = models.DateField(null=True, blank=True)
    reden = VersleuteldeTekst(max_length=300, blank=True)

    class Meta(InZaak.Meta):
        abstract = False

    @property
    def netto(self) -> Bedrag:
        """What comes in a month."""
        return Bedrag(self.netto_centen)
