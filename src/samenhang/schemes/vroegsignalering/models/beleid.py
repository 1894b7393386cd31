"""What a municipality decided: agreements with partners and its own rules, by version."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie


class Partnerafspraak(models.Model):
    """The agreement of a municipality with a partner: which columns, thresholds, period and feedback, from when.

    Replaced by a next version, never edited. `kolommen` empty: every column that the format knows. An empty
    threshold or number of days: what the municipality's own policy says.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gemeente = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="afspraken_als_gemeente")
    partner = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="afspraken_als_partner")
    soort = models.CharField(max_length=10)
    versie = models.PositiveIntegerField(default=1)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    kolommen: models.JSONField[Any, Any] = models.JSONField(default=list)
    klantnummer_toegestaan = models.BooleanField(default=True)
    terugkoppeling: models.JSONField[Any, Any] = models.JSONField(default=list)
    maildomein = models.CharField(max_length=100, blank=True)
    drempel_centen = models.PositiveIntegerField(null=True, blank=True)
    minimum_dagen = models.PositiveIntegerField(null=True, blank=True)
    maximum_dagen = models.PositiveIntegerField(null=True, blank=True)
    minimum_maanden = models.PositiveIntegerField(null=True, blank=True)
    bewaar_dagen = models.PositiveIntegerField(default=30)
    reden = models.CharField(max_length=300, blank=True)
    door = models.CharField(max_length=200, blank=True)
    gemaakt = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["gemeente", "partner", "versie"], name="een_afspraak_per_versie")
        ]


class Contacttekstversie(models.Model):
    """What is said, sent or left behind by one way of contact, from a day; a correction of a day is a next version."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gemeente = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20)
    vanaf = models.DateField()
    versie = models.PositiveIntegerField(default=1)
    nl = models.TextField()
    en = models.TextField()
    onderwerp_nl = models.CharField(max_length=100, blank=True)
    onderwerp_en = models.CharField(max_length=100, blank=True)
    reden = models.CharField(max_length=300)
    door = models.CharField(max_length=200)
    gemaakt = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-vanaf", "-versie"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["gemeente", "soort", "vanaf", "versie"], name="een_contacttekst_per_dag_en_versie"
            )
        ]


class Beleidsset(models.Model):
    """The municipality's own published rules for follow-up, from a day; older sets keep what was decided then.

    A correction of the same day is a next version; nothing is edited or removed. `regels` holds what
    `domain.beleidsregels` makes of it, in its wire form.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    gemeente = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="beleidssets")
    vanaf = models.DateField()
    versie = models.PositiveIntegerField(default=1)
    drempel_centen = models.PositiveIntegerField()
    regels: models.JSONField[Any, Any] = models.JSONField(default=dict)
    vastgesteld_door = models.CharField(max_length=200)
    door = models.CharField(max_length=200, blank=True)
    reden = models.CharField(max_length=300)
    gemaakt = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-vanaf", "-versie"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["gemeente", "vanaf", "versie"], name="een_beleidsset_per_dag_en_versie"
            )
        ]
