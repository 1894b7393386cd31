"""Messages to and from creditors: where each is, and what it says."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.versleuteld import VersleuteldeJson
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.models.basis import InZaak
from samenhang.schemes.schuldhulp.models.schulden import Schuldeiser


class Knooppuntbericht(models.Model):
    """Where a message is: numbers and moments only, so that a duty can ask what is due before anything may be read.

    `id` is the number of the message at the node. `loopt`: a worker is sending it, or died while it did. `vervalt` is
    the last day on which it lies there unfetched, `alarm` the day from which who treats the case must act.
    `betreft`: the message to which it is the answer; `voorstel`: the offer it makes. `uitkomst` says why an incoming one
    was not processed. `fout` holds no data of persons.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    schuldeiser = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    uitgaand = models.BooleanField()
    soort = models.CharField(max_length=20)
    betreft = models.UUIDField(null=True, blank=True, db_index=True)
    voorstel = models.UUIDField(null=True, blank=True)
    gemaakt = models.DateTimeField()
    uiterlijk = models.DateField(null=True, blank=True)
    pogingen = models.PositiveIntegerField(default=0)
    loopt = models.BooleanField(default=False)
    niet_voor = models.DateTimeField(null=True, blank=True)
    geplaatst = models.DateTimeField(null=True, blank=True)
    vervalt = models.DateField(null=True, blank=True)
    alarm = models.DateField(null=True, blank=True)
    gewaarschuwd = models.DateField(null=True, blank=True)
    stil_gemeld = models.DateField(null=True, blank=True)
    opgehaald = models.DateTimeField(null=True, blank=True)
    gewist = models.DateTimeField(null=True, blank=True)
    ingetrokken = models.DateTimeField(null=True, blank=True)
    vervangen = models.DateTimeField(null=True, blank=True)
    beantwoord = models.DateTimeField(null=True, blank=True)
    uitkomst = models.CharField(max_length=40, blank=True)
    fout_nl = models.CharField(max_length=500, default="", blank=True)
    fout_en = models.CharField(max_length=500, default="", blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-gemaakt", "-id"]

    @property
    def stand(self) -> str:
        """How it stands, as a name in `STANDEN`: what happened last counts."""
        if not self.uitgaand:
            return "niet_verwerkt" if self.uitkomst else "verwerkt"
        for naam, gebeurd in (
            ("beantwoord", self.beantwoord),
            ("vervangen", self.vervangen),
            ("ingetrokken", self.ingetrokken),
            ("opgehaald", self.opgehaald),
            ("gewist", self.gewist),
            ("ligt_klaar", self.geplaatst),
        ):
            if gebeurd is not None:
                return naam
        return "wacht"

    def blijft_liggen(self, vandaag: date) -> bool:
        """Whether who treats the case must act: it was deleted unfetched, or soon will be."""
        bijna = self.stand == "ligt_klaar" and self.alarm is not None and vandaag >= self.alarm
        return self.stand == "gewist" or bijna


class Knooppuntinhoud(InZaak):
    """Exactly what a message says, once per message."""

    CATEGORIE = "aanbod"

    bericht = models.UUIDField(unique=True)
    inhoud = VersleuteldeJson()

    class Meta(InZaak.Meta):
        abstract = False


class Knooppuntronde(models.Model):
    """When a municipality last asked the node what waits, and what went wrong; a message lies there a few days only."""

    organisatie = models.OneToOneField(
        Organisatie, on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    loopt = models.BooleanField(default=False)
    volgende = models.DateTimeField()
    gelukt = models.DateTimeField(null=True, blank=True)
    fout_nl = models.CharField(max_length=500, default="", blank=True)
    fout_en = models.CharField(max_length=500, default="", blank=True)
