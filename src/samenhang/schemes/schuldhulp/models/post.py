"""Rounds of letters to creditors. What a letter says follows from the offer and the text of its day."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.plichten.brievenrondes import Opdracht, Ronde


class Postronde(Ronde):
    """Letters to creditors that somebody sent together, over all his cases: proposals, or reminders."""

    soort = models.CharField(max_length=20)

    class Meta(Ronde.Meta):
        abstract = False
        ordering: ClassVar[list[str]] = ["-id"]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["medewerker", "-id"], name="postrondes_van_medewerker")
        ]


class Postbrief(Opdracht):
    """One letter in a round: about which offer."""

    ronde = models.ForeignKey(Postronde, on_delete=models.PROTECT, related_name="brieven")
    voorstel = models.UUIDField(db_index=True)

    class Meta(Opdracht.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["ronde", "voorstel"], name="een_keer_in_een_postronde"),
            models.UniqueConstraint(
                fields=["voorstel"], condition=models.Q(status="wacht"), name="een_wachtende_postbrief"
            ),
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["id"], condition=models.Q(status="wacht"), name="post_te_maken")
        ]
