"""The request for help, what was decided on it, and which referral it came from."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.toegang.versleuteld import VersleuteldeTekst
from samenhang.schemes.schuldhulp.models.basis import InZaak


class Hulpvraag(InZaak):
    """The request for help: from which day the statutory term runs, which threats there are, when the talks were.

    `bronnummer` is the number of the case in early detection from which it was handed over.
    """

    CATEGORIE = "hulpvraag"

    bron = models.CharField(max_length=20)
    gevraagd_op = models.DateField()
    dreigingen: models.JSONField[Any, Any] = models.JSONField(default=list)
    bronnummer = models.CharField(max_length=20, blank=True)
    achterstanden: models.JSONField[Any, Any] = models.JSONField(default=list)
    gesprek_op = models.DateField(null=True, blank=True)
    gestabiliseerd_op = models.DateField(null=True, blank=True)
    nazorg_op = models.DateField(null=True, blank=True)

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak"], name="een_hulpvraag_per_zaak")
        ]


class Beschikking(InZaak):
    """A decision with its motivation: admission with the plan of approach, refusal, or ending. Rows are never changed."""

    CATEGORIE = "hulpvraag"

    soort = models.CharField(max_length=20)
    motivering = VersleuteldeTekst(max_length=2000)
    plan = VersleuteldeTekst(max_length=2000, blank=True)
    bekendgemaakt_op = models.DateField()
    bezwaar_tot = models.DateField()

    class Meta(InZaak.Meta):
        abstract = False
