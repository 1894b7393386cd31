"""The tables of the line. A contact holds nothing of the caller: no name, no number, no postcode."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Medewerker, Organisatie


class Contact(models.Model):
    """That someone called: when, how, why, from which municipality, and where he went next.

    `nummer` is what the caller may quote when he calls again; it is drawn by lot and says nothing about him.
    `gevraagd` is the moment at which he asked for help, from which a term runs. `gemeentecode` is empty when he did
    not say where he lives.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    nummer = models.CharField(max_length=20, unique=True)
    moment = models.DateTimeField()
    gevraagd = models.DateTimeField()
    kanaal = models.CharField(max_length=20)
    gemeentecode = models.CharField(max_length=4, blank=True, default="")
    redenen: models.JSONField[Any, Any] = models.JSONField(default=list)
    dreigingen: models.JSONField[Any, Any] = models.JSONField(default=list)
    uitgang = models.CharField(max_length=20)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["organisatie", "-moment"], name="helplijn_contact_lijst")
        ]


class Postcodegebied(models.Model):
    """In which municipalities a four-digit postcode lies, by a table of a day; loaded from a file with its source."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    postcode = models.CharField(max_length=4)
    gemeentecode = models.CharField(max_length=4)
    gemeentenaam = models.CharField(max_length=80)
    peildatum = models.DateField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["peildatum", "postcode", "gemeentecode"], name="helplijn_postcode_eenmaal"
            )
        ]


class Bezettingsscenario(models.Model):
    """A frozen question of a planner: counts and settings of a line, nothing of a caller or an employee.

    `som` is the hash of `invoer` and the file with counts; the same question is kept once per organisation.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=120)
    waarvoor = models.CharField(max_length=200)
    van = models.DateField()
    tot = models.DateField()
    invoer: models.JSONField[Any, Any] = models.JSONField()
    historie = models.TextField(blank=True, default="")
    som = models.CharField(max_length=64)
    gemaakt = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisatie", "som"], name="helplijn_scenario_eenmaal")
        ]


class Bezettingsrun(models.Model):
    """That an engine answered a scenario: with which version and seed, what it proved, and the whole answer."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    scenario = models.ForeignKey(Bezettingsscenario, on_delete=models.PROTECT, related_name="runs")
    motor = models.CharField(max_length=40)
    versie = models.CharField(max_length=40)
    zaad = models.PositiveIntegerField()
    stand = models.CharField(max_length=20)
    herhaalbaar = models.BooleanField()
    uitkomst: models.JSONField[Any, Any] = models.JSONField()
    som = models.CharField(max_length=64)
    gemaakt = models.DateTimeField()


class Bezettingsplan(models.Model):
    """The shifts of a run as a plan that a person may adopt: `concept`, `vastgesteld`, and later `vervangen`."""

    CONCEPT, VASTGESTELD, VERVANGEN = "concept", "vastgesteld", "vervangen"

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    run = models.OneToOneField(Bezettingsrun, on_delete=models.PROTECT, related_name="plan")
    staat = models.CharField(max_length=20, default=CONCEPT)
    vastgesteld = models.DateTimeField(null=True)
    vastgesteld_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+", null=True)
    vervangen_door = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True)
