"""What stood in a case before it was changed, corrected or taken back."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.toegang.versleuteld import VersleuteldeJson, VersleuteldeTekst
from samenhang.schemes.schuldhulp.models.basis import InZaak


class EerdereWaarde(InZaak):
    """An earlier value, field by field as texts, with why it went. Rows are never changed.

    `wat` is the kind of thing (the keys of `EERDER`), `over` the row that it was. Without a reason something happened
    since, such as a creditor who confirmed a debt; with one it was recorded by mistake.
    """

    CATEGORIE = "schulden"

    wat = models.CharField(max_length=20)
    over = models.UUIDField()
    was = VersleuteldeJson()
    reden = VersleuteldeTekst(max_length=300, blank=True)

    class Meta(InZaak.Meta):
        abstract = False
        indexes: ClassVar[list[Any]] = [models.Index(fields=["zaak", "moment"], name="eerdere_waarden_van")]
