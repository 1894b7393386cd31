"""The tables of the line. A contact holds nothing of the caller: no name, no number, no postcode.

Who wants the municipality to call him is in a case of his own, in category tables, for fourteen days at most.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Medewerker, Organisatie
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.versleuteld import VersleuteldeJson, VersleuteldeTekst
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.helplijn.domain.overdracht import HULPWENS


class Contact(models.Model):
    """That someone called: when, how, why, from which municipality, and where he went next.

    `nummer` is what the caller may quote when he calls again; it is drawn by lot and says nothing about him.
    `gevraagd` is the moment at which he asked for help, from which a term runs. `gemeentecode` is empty when he did
    not say where he lives. `warm`: the municipality was asked to call him; in which case, nothing here says.
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
    warm = models.BooleanField(default=False)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["organisatie", "-moment"], name="helplijn_contact_lijst")
        ]


class Hulpwens(Categorietabel):
    """What a caller wants help with and since when, and the consent on which it goes: which text, when, read by whom."""

    CATEGORIE = HULPWENS

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    wens = VersleuteldeTekst(max_length=300)
    gevraagd = models.DateTimeField()
    dreigingen = VersleuteldeJson(default=list)
    tekstversie = models.CharField(max_length=40)
    toegestemd = models.DateTimeField()
    gevraagd_door = models.CharField(max_length=200)
    ingetrokken = models.DateTimeField(null=True, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False


class Overdrachtstand(models.Model):
    """How a warm hand-over stands, without the caller: it stays for the figures when his case is destroyed.

    `zaak` is a number only, for the same reason.
    """

    zaak = models.UUIDField(primary_key=True)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    nummer = models.CharField(max_length=20, unique=True)
    gemeentecode = models.CharField(max_length=4)
    dringend = models.BooleanField()
    gemaakt = models.DateTimeField()
    stand = models.CharField(max_length=20)
    sinds = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["organisatie", "-gemaakt"], name="helplijn_overdracht_lijst")
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


class Postcodetabel(models.Model):
    """That a table of postcodes was loaded: of which day, from where, which file, by whom. The newest is in use."""

    peildatum = models.DateField(primary_key=True)
    bron = models.CharField(max_length=300)
    bestand = models.CharField(max_length=200)
    som = models.CharField(max_length=64)
    regels = models.PositiveIntegerField()
    gebieden = models.PositiveIntegerField()
    geladen = models.DateTimeField()
    door = models.CharField(max_length=200)


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
