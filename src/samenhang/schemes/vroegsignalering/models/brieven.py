"""Rounds of letters, their orders, and each letter as it went."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.plichten.brievenrondes import Opdracht, Ronde
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.zaken.models import Zaak


class Brievenronde(Ronde):
    """A round of letters that somebody sent: which text, in which languages.

    `afzender` and `tekst` hold what the letters have in common, as it was then.
    """

    gemeente = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    sjabloon = models.CharField(max_length=40)
    tekstversie = models.CharField(max_length=40)
    taal = models.CharField(max_length=10)
    afzender: models.JSONField[Any, Any] = models.JSONField(default=dict)
    tekst: models.JSONField[Any, Any] = models.JSONField(default=dict)

    class Meta(Ronde.Meta):
        abstract = False
        ordering: ClassVar[list[str]] = ["-id"]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["medewerker", "-id"], name="rondes_van_medewerker")
        ]


class Briefopdracht(Opdracht):
    """One household in a round."""

    ronde = models.ForeignKey(Brievenronde, on_delete=models.PROTECT, related_name="opdrachten")

    class Meta(Opdracht.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["ronde", "zaak"], name="een_keer_in_een_ronde"),
            models.UniqueConstraint(
                fields=["zaak"], condition=models.Q(status="wacht"), name="een_wachtende_brief"
            ),
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["id"], condition=models.Q(status="wacht"), name="brieven_te_maken")
        ]


class Brief(Categorietabel):
    """A letter as it went to one person: the lines on the envelope, and from which signals it names the senders.

    `groep` is that of the contact attempt that it is.
    """

    CATEGORIE = "naw"

    opdracht = models.ForeignKey(Briefopdracht, on_delete=models.PROTECT, related_name="+")
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    nummer = models.PositiveSmallIntegerField()
    groep = models.UUIDField()
    naam = models.CharField(max_length=300)
    geadresseerde: models.JSONField[Any, Any] = models.JSONField(default=list)
    signalen: models.JSONField[Any, Any] = models.JSONField(default=list)
    ondertekenaar = models.CharField(max_length=200)

    class Meta(Categorietabel.Meta):
        abstract = False
        indexes: ClassVar[list[Any]] = [models.Index(fields=["zaak"], name="brieven_van_zaak")]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["opdracht", "nummer"], name="een_brief_per_nummer")
        ]
