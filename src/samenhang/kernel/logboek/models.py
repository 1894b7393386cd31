"""The tables of both logs. Triggers refuse UPDATE and DELETE (see the migration)."""

from __future__ import annotations

import os
from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id


def nieuw_zout() -> str:
    """Salt of a row, 128 bits: nobody can guess from a leaf of the tree what stood in its row."""
    return os.urandom(16).hex()


def zouten(aantal: int) -> list[str]:
    """The same for many rows at once."""
    toeval = os.urandom(16 * aantal).hex()
    return [toeval[n : n + 32] for n in range(0, 32 * aantal, 32)]


class Verwerking(models.Model):
    """Processing log: someone processed data about one person, for which purpose, on which basis.

    Fields follow Logboek Dataverwerkingen: trace and span (the standard's operation id), parent, resource (`bron`),
    name, start and end, status, processing activity (a URI), data subject and its kind, and the foreign operation
    that called: its processor (`elders`, a URI), trace and operation. `betrokkene` is a pseudonym, keyed per
    deployment. No user stands here: he is in the audit log, under the same operation id.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    operatie_id = models.UUIDField(db_index=True)
    trace_id = models.CharField(max_length=32)
    span_id = models.CharField(max_length=16)
    ouder_span_id = models.CharField(max_length=16, blank=True)
    bron = models.CharField(max_length=40, default="samenhang")
    elders = models.CharField(max_length=200, blank=True)
    elders_trace = models.CharField(max_length=32, blank=True)
    elders_operatie = models.CharField(max_length=16, blank=True)
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
    zout = models.CharField(max_length=32, default=nieuw_zout, editable=False)

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["betrokkene", "-start"])]


class Auditregel(models.Model):
    """Audit log: one decision on access, granted or refused, or one action, with its reason and change.

    Fields follow NEN 7513: when, what happened (`actie`: R for reading, U for recording too, E for what touches no
    category), in which system (`bron`), in whose name (`gebruiker`: who answers for it) and who or what carried it out
    for him (`uitvoerder`: a key, a terminal, another system; empty is himself), for which organisation, in which role
    and involvement, in which case and step, asked and granted, by which rule of which table on which legal bases,
    which duties follow, and why. The consent profile: `instemming` holds what was asked that the person agreed to,
    `uitstel` until when informing him was put off, as it was at the decision. `nood`: asked in an emergency.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    operatie_id = models.UUIDField(db_index=True)
    trace_id = models.CharField(max_length=32)
    span_id = models.CharField(max_length=16, blank=True)
    moment = models.DateTimeField(db_index=True)
    naam = models.CharField(max_length=100)
    actie = models.CharField(max_length=1, default="E")
    bron = models.CharField(max_length=40, default="samenhang")
    uitkomst = models.CharField(max_length=10)
    gebruiker_id = models.UUIDField(null=True)
    gebruiker = models.CharField(max_length=200)
    uitvoerder = models.CharField(max_length=200, blank=True, db_default="")
    organisatie_id = models.UUIDField(null=True)
    rollen = models.CharField(max_length=200)
    kanaal = models.CharField(max_length=10)
    scheme = models.CharField(max_length=40)
    zaak_id = models.UUIDField(null=True, db_index=True)
    betrokkenheid = models.CharField(max_length=20, blank=True)
    stap = models.CharField(max_length=40, blank=True)
    doel = models.CharField(max_length=60, blank=True)
    gevraagd = models.CharField(max_length=300, blank=True)
    verleend = models.CharField(max_length=300, blank=True)
    geweigerd: models.JSONField[Any, Any] = models.JSONField(default=list)
    regels = models.CharField(max_length=500, blank=True)
    grondslagen = models.CharField(max_length=200, blank=True, db_default="")
    plichten = models.CharField(max_length=200, blank=True)
    instemming = models.CharField(max_length=300, blank=True, db_default="")
    uitstel = models.CharField(max_length=10, blank=True, db_default="")
    nood = models.BooleanField(default=False, db_default=False)
    tabel_hash = models.CharField(max_length=64, blank=True)
    reden = models.TextField(blank=True)
    wijziging: models.JSONField[Any, Any] = models.JSONField(default=dict)
    aantal_personen = models.PositiveIntegerField(default=0)
    zout = models.CharField(max_length=32, default=nieuw_zout, editable=False)

    class Meta:
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["organisatie_id", "-id"], name="audit_van_organisatie")
        ]
