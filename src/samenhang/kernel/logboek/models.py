"""The tables of both logs. Triggers refuse UPDATE and DELETE (see the migration)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id


class Verwerking(models.Model):
    """Processing log: someone processed data about one person, for which purpose, on which basis.

    Fields follow Logboek Dataverwerkingen (working version 0.8): trace and span, parent, name, start and
    end, status, processing activity, data subject. `betrokkene` is a pseudonym, keyed per deployment.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    operatie_id = models.UUIDField(db_index=True)
    trace_id = models.CharField(max_length=32)
    span_id = models.CharField(max_length=16)
    naam = models.CharField(max_length=100)
    start = models.DateTimeField()
    einde = models.DateTimeField()
    status = models.CharField(max_length=5)
    verwerkingsactiviteit = models.CharField(max_length=200)
    betrokkene = models.CharField(max_length=32)
    betrokkene_soort = models.CharField(max_length=40, default="persoon")
    scheme = models.CharField(max_length=40)
    doel = models.CharField(max_length=60)
    grondslagen = models.CharField(max_length=200)
    categorieen = models.CharField(max_length=300)
    organisatie_id = models.UUIDField(null=True)
    rol = models.CharField(max_length=100)

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["betrokkene", "-start"])]


class Auditregel(models.Model):
    """Audit log: one decision on access, granted or refused, or one action, with its reason and change.

    Fields follow NEN 7513: who, on whose behalf, in which role, on what, asked and granted, why.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    operatie_id = models.UUIDField(db_index=True)
    trace_id = models.CharField(max_length=32)
    moment = models.DateTimeField(db_index=True)
    naam = models.CharField(max_length=100)
    uitkomst = models.CharField(max_length=10)
    gebruiker_id = models.UUIDField(null=True)
    gebruiker = models.CharField(max_length=200)
    organisatie_id = models.UUIDField(null=True)
    rollen = models.CharField(max_length=200)
    kanaal = models.CharField(max_length=10)
    scheme = models.CharField(max_length=40)
    zaak_id = models.UUIDField(null=True, db_index=True)
    doel = models.CharField(max_length=60, blank=True)
    gevraagd = models.CharField(max_length=300, blank=True)
    verleend = models.CharField(max_length=300, blank=True)
    geweigerd: models.JSONField[Any, Any] = models.JSONField(default=list)
    regels = models.CharField(max_length=500, blank=True)
    tabel_hash = models.CharField(max_length=64, blank=True)
    reden = models.TextField(blank=True)
    wijziging: models.JSONField[Any, Any] = models.JSONField(default=dict)
    aantal_personen = models.PositiveIntegerField(default=0)
