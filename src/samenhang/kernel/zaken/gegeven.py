"""What a scheme records about a person in a case."""

from __future__ import annotations

from django.db import models

from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.zaken.models import Zaak


class InZaak(Categorietabel):
    """Something about a person in a case, with when and by whom it was recorded."""

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    moment = models.DateTimeField()
    door = models.CharField(max_length=200)

    class Meta(Categorietabel.Meta):
        abstract = True
