"""Tables of cases. They say that there is a case and how it stands; what it is about stands in category tables."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Final

from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Medewerker, Organisatie
from samenhang.kernel.personen.models import Huishouden, Persoon

NOOIT = date(9999, 12, 31)
"""Where a case without a date stands among those that have one: after all of them."""


def _of_nooit(veld: str) -> models.GeneratedField:
    """A date that the database keeps beside an optional one, never empty, so that an index gives the order."""
    return models.GeneratedField(
        expression=Coalesce(veld, models.Value(NOOIT)), output_field=models.DateField(), db_persist=True
    )


UITSTEL: Final = "uitstel"
"""The kind of task that stands open in a case while telling someone in it is put off, on the last day of that."""


class Zaak(models.Model):
    """A case: one scheme, one purpose, one organisation that answers for it.

    `soort` is what kind of case it is in the words of its scheme, for dividing the work.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    scheme = models.CharField(max_length=40)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="zaken")
    nummer = models.CharField(max_length=20, unique=True)
    stap = models.CharField(max_length=40)
    soort = models.CharField(max_length=60, blank=True)
    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, null=True, related_name="zaken")
    behandelaar = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="zaken"
    )
    geopend = models.DateTimeField()
    gesloten = models.DateTimeField(null=True, blank=True)
    opgeschort_sinds = models.DateField(null=True, blank=True)
    prioriteit = models.PositiveSmallIntegerField(default=9)
    volgorde = models.DateField(null=True, blank=True)
    volgende_termijn = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)
    volgorde_of_nooit = _of_nooit("volgorde")
    termijn_of_nooit = _of_nooit("volgende_termijn")

    class Meta:
        # Each order of the work stock is an index, but that by handler. The open cases also carry what counting them
        # asks, so that it reads no table (`gesloten` too: SQLite looks it up although the index implies it); those of
        # one worker stand together, by term.
        indexes: ClassVar[list[Any]] = [
            models.Index(
                fields=["organisatie", "scheme", "stap", "prioriteit", "volgorde_of_nooit", "id"],
                name="werkvoorraad",
            ),
            models.Index(
                fields=["organisatie", "scheme", "behandelaar", "termijn_of_nooit", "volgorde_of_nooit", "id"],
                condition=models.Q(gesloten__isnull=True),
                name="mijn_werk",
            ),
            models.Index(
                fields=[
                    "organisatie", "scheme", "prioriteit", "volgorde_of_nooit", "id", "behandelaar", "volgende_termijn",
                    "gesloten",
                ],
                condition=models.Q(gesloten__isnull=True),
                name="open_zaken",
            ),
            models.Index(
                fields=["organisatie", "scheme", "termijn_of_nooit", "volgorde_of_nooit", "id"],
                condition=models.Q(gesloten__isnull=True),
                name="open_termijn",
            ),
            models.Index(
                fields=["organisatie", "scheme", "geopend", "volgorde_of_nooit", "id"],
                condition=models.Q(gesloten__isnull=True),
                name="open_geopend",
            ),
            models.Index(
                fields=["organisatie", "scheme", "nummer", "volgorde_of_nooit", "id"],
                condition=models.Q(gesloten__isnull=True),
                name="open_nummer",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.nummer


class Betrokkene(models.Model):
    """A person whose case it is, with a role in it."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="betrokkenen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="betrokken_bij")
    rol = models.CharField(max_length=40, default="inwoner")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak", "persoon"], name="een_keer_betrokken")
        ]


class Deelname(models.Model):
    """Someone takes part in a case as (role, involvement), from a day, admitted by someone for a reason."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="deelnames")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="deelnames")
    rol = models.CharField(max_length=40)
    betrokkenheid = models.CharField(max_length=20)
    van = models.DateTimeField()
    tot = models.DateTimeField(null=True, blank=True)
    toegelaten_door = models.CharField(max_length=200)
    reden = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["zaak", "medewerker", "betrokkenheid"],
                condition=models.Q(tot__isnull=True),
                name="een_open_deelname",
            )
        ]


class ZaakTermijn(models.Model):
    """A term that runs, or ran, in a case, with the explanation of its end.

    `lengte` is the length it began with, in the unit of its rule: a later policy must not move a term that runs.
    `klaar` is the day it was met; with `vervallen` it was not met but ended with the case.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="termijnen")
    regel = models.CharField(max_length=40)
    start = models.DateField()
    lengte = models.PositiveIntegerField(db_default=0)
    einde = models.DateField()
    spoor: models.JSONField[Any, Any] = models.JSONField(default=list)
    klaar = models.DateField(null=True, blank=True)
    vervallen = models.BooleanField(default=False)
    verlengd = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["einde"], condition=models.Q(klaar__isnull=True), name="open_termijnen")
        ]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["zaak", "regel"],
                condition=models.Q(klaar__isnull=True),
                name="een_open_termijn_per_regel",
            )
        ]


class ZaakOpschorting(models.Model):
    """A suspension of the case; an open one has no last day."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="opschortingen")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=300)


class Taak(models.Model):
    """Something someone must do in a case by a day."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="taken")
    soort = models.CharField(max_length=40)
    titel_nl = models.CharField(max_length=200)
    titel_en = models.CharField(max_length=200)
    behandelaar = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="taken"
    )
    uiterlijk = models.DateField(null=True, blank=True)
    gemaakt = models.DateTimeField()
    gemaakt_door = models.CharField(max_length=200, blank=True)
    klaar = models.DateTimeField(null=True, blank=True)
    klaar_door = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes: ClassVar[list[Any]] = [
            models.Index(
                fields=["behandelaar", "uiterlijk"],
                condition=models.Q(klaar__isnull=True),
                name="open_taken",
            ),
            models.Index(
                fields=["soort", "uiterlijk"],
                condition=models.Q(klaar__isnull=True),
                name="open_taaksoorten",
            ),
        ]


class PlanRegel(models.Model):
    """One agreement in the plan of a case: what, by whom, by when. Chosen from the scheme's phrases, not free text."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="plan")
    afspraak = models.CharField(max_length=60)
    wie = models.CharField(max_length=40)
    uiterlijk = models.DateField(null=True, blank=True)
    klaar = models.DateField(null=True, blank=True)
    gemaakt = models.DateTimeField(default=timezone.now)
    door = models.CharField(max_length=200, default="")


class Toewijzing(models.Model):
    """That a case went from one worker to another; what was done in one go shares a `groep` and can be undone."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    groep = models.UUIDField(db_index=True)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="toewijzingen")
    van = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    naar = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    moment = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, null=True, related_name="+")
    reden = models.CharField(max_length=300)
    ongedaan = models.DateTimeField(null=True, blank=True)


class Tijdlijnregel(models.Model):
    """What happened in a case, in order, without content that needs a category."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="tijdlijn")
    moment = models.DateTimeField()
    wat = models.CharField(max_length=60)
    tekst_nl = models.CharField(max_length=300)
    tekst_en = models.CharField(max_length=300)
    door = models.CharField(max_length=200)
    reden = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-moment", "-id"]


class BewaardFilter(models.Model):
    """A worker's own view of the work stock: its filters and columns under a name."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="filters")
    scheme = models.CharField(max_length=40)
    naam = models.CharField(max_length=60)
    waarden: models.JSONField[Any, Any] = models.JSONField(default=dict)
    standaard = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["naam"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["medewerker", "scheme", "naam"], name="een_filter_per_naam"),
            models.UniqueConstraint(
                fields=["medewerker", "scheme"],
                condition=models.Q(standaard=True),
                name="een_standaardfilter",
            ),
        ]
