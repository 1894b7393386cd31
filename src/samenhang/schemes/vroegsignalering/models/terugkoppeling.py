"""What partners were told about their signals."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.schemes.vroegsignalering.models.beleid import Partnerafspraak
from samenhang.schemes.vroegsignalering.models.signalen import Signaal


class Terugkoppelbericht(models.Model):
    """One batch of feedback to one partner, numbered per municipality and partner.

    `regels` is the message exactly as it went: the partner's own signal numbers, no name and no address. The
    register's side of it, with the persons, is the category table `Terugkoppeling`.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gemeente = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    nummer = models.PositiveIntegerField()
    afspraak = models.ForeignKey(Partnerafspraak, on_delete=models.PROTECT, related_name="+")
    gemaakt = models.DateTimeField()
    aantal = models.PositiveIntegerField(default=0)
    regels: models.JSONField[Any, Any] = models.JSONField(default=list)
    opgehaald = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-gemaakt", "-nummer"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["gemeente", "partner", "nummer"], name="een_bericht_per_nummer")
        ]


class Terugkoppeling(Categorietabel):
    """What a partner was told about one of its signals, exactly as it went; later news is a new line."""

    CATEGORIE = "signaal"

    bericht = models.ForeignKey(Terugkoppelbericht, on_delete=models.PROTECT, related_name="+")
    signaal = models.ForeignKey(Signaal, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    partner_signaal_id = models.CharField(max_length=40)
    soort = models.CharField(max_length=30)
    datum = models.DateField()
    pauze_tot = models.DateField(null=True, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["signaal", "soort"], name="een_keer_teruggekoppeld")
        ]
