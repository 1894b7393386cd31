"""The tables of the scheme. What holds personal data derives from `Categorietabel` and names its category."""

from __future__ import annotations

from django.db import models

from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.zaken.models import Zaak


class Verblijf(Categorietabel):
    """Where the applicant sleeps, as he told it, and what was decided on it."""

    CATEGORIE = "verblijf"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    plek = models.CharField(max_length=200)
    toegekend = models.BooleanField(null=True, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
