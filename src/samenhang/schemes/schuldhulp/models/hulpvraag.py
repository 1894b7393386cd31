"""The request for help, what was decided on it, and which referral it came from."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.toegang.versleuteld import VersleuteldeJson, VersleuteldeTekst
from samenhang.schemes.schuldhulp.models.basis import InZaak


class Hulpvraag(InZaak):
    """The request for help: from which day the statutory term runs, which threats there are, when the talks were.

    `bronnummer` is the number under which another scheme handed it over, `wens` what he told the helpline,
    `brieftaal` in which language he asked for letters: `nl`, or `en` for Dutch with English behind it.
    """

    CATEGORIE = "hulpvraag"

    bron = models.CharField(max_length=20)
    gevraagd_op = models.DateField()
    dreigingen: models.JSONField[Any, Any] = models.JSONField(default=list)
    bronnummer = models.CharField(max_length=20, blank=True)
    wens = VersleuteldeTekst(max_length=300, blank=True)
    brieftaal = models.CharField(max_length=2, default="nl")
    achterstanden: models.JSONField[Any, Any] = models.JSONField(default=list)
    gesprek_op = models.DateField(null=True, blank=True)
    gestabiliseerd_op = models.DateField(null=True, blank=True)
    nazorg_op = models.DateField(null=True, blank=True)

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak"], name="een_hulpvraag_per_zaak")
        ]


class Zorgafmelding(InZaak):
    """That the health insurer is asked to take the resident out of the defaulter scheme, by when, and what became of it.

    `premie_centen` is what it saves a month by the norm of that day, None when that norm is missing; `premie_bron` says
    which norm, its source and status.
    """

    CATEGORIE = "hulpvraag"

    gevraagd_op = models.DateField()
    uiterlijk = models.DateField()
    premie_centen = models.BigIntegerField(null=True, blank=True)
    premie_bron = VersleuteldeJson(default=dict)
    uitkomst = models.CharField(max_length=20, blank=True)
    uitkomst_op = models.DateField(null=True, blank=True)
    toelichting = VersleuteldeTekst(max_length=300, blank=True)

    class Meta(InZaak.Meta):
        abstract = False

    @property
    def premie(self) -> Bedrag | None:
        """What the resident pays a month as long as he is registered, when it is known."""
        return None if self.premie_centen is None else Bedrag(self.premie_centen)


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
