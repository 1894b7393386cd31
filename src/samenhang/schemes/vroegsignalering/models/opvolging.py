"""The follow-up of a melding: attempts, offer, help that runs, outcome."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.versleuteld import VersleuteldeTekst
from samenhang.kernel.zaken.models import Zaak


class Contactpoging(Categorietabel):
    """One attempt to reach a household; its rows, one per person, share a `groep`.

    A correction adds a new attempt and marks the old one with when, by whom and why: it stays readable and
    counts no more. Only rows with `vervallen_op` empty count. `tekstversie` names the text of a letter.
    """

    CATEGORIE = "opvolging"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    groep = models.UUIDField(default=nieuw_id, editable=False)
    soort = models.CharField(max_length=20)
    datum = models.DateField()
    dagdeel = models.CharField(max_length=10)
    bereikt = models.BooleanField()
    notitie = VersleuteldeTekst(max_length=500, blank=True)
    tekstversie = models.CharField(max_length=40, blank=True)
    door = models.CharField(max_length=200)
    vastgelegd = models.DateTimeField()
    vervangt = models.UUIDField(null=True, blank=True)
    vervallen_op = models.DateTimeField(null=True, blank=True)
    vervallen_door = models.CharField(max_length=200, blank=True)
    vervallen_reden = VersleuteldeTekst(max_length=300, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        indexes: ClassVar[list[Any]] = [models.Index(fields=["zaak", "datum"], name="poging_in_zaak")]


class Aanbod(Categorietabel):
    """The offer of help: which text, when, by which channel, and the answer."""

    CATEGORIE = "opvolging"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    tekstversie = models.CharField(max_length=40)
    datum = models.DateField()
    kanaal = models.CharField(max_length=20)
    aanvaard_op = models.DateField(null=True, blank=True)
    afgewezen_op = models.DateField(null=True, blank=True)
    dreiging = models.BooleanField(null=True, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak", "persoon", "datum", "kanaal"], name="een_aanbod_per_dag")
        ]


class Reactie(Categorietabel):
    """A resident responded himself to an offer that another body mailed: when, how, and when he likes to be called."""

    CATEGORIE = "opvolging"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    route = models.CharField(max_length=20)
    datum = models.DateField()
    kanaal = models.CharField(max_length=20)
    dagdeel = models.CharField(max_length=10, blank=True)
    door = models.CharField(max_length=200)
    vastgelegd = models.DateTimeField()

    class Meta(Categorietabel.Meta):
        abstract = False


class LopendeHulp(Categorietabel):
    """Help that already runs: the debt counsellor who takes over, or another kind of support (never its content)."""

    CATEGORIE = "opvolging"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=30)
    hulpverlener = models.CharField(max_length=200, blank=True)
    gesproken_op = models.DateField()
    neemt_over = models.BooleanField(default=False)
    door = models.CharField(max_length=200)

    class Meta(Categorietabel.Meta):
        abstract = False


class Uitkomst(Categorietabel):
    """How a melding ended, in the words of the national data model.

    `definitief` is False while a second reader still has to agree.
    """

    CATEGORIE = "uitkomst"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    resultaat = models.CharField(max_length=60)
    datum = models.DateField()
    door = models.CharField(max_length=200)
    moment = models.DateTimeField(null=True)
    door_medewerker = models.UUIDField(null=True, blank=True)
    definitief = models.BooleanField(default=True)
    tweede_lezer = models.CharField(max_length=200, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
