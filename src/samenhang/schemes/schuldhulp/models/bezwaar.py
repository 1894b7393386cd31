"""An objection to a decision of a case, and the decision on it as it went out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from django.db import models

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.toegang.versleuteld import VersleuteldeJson, VersleuteldeTekst
from samenhang.schemes.schuldhulp.domain.bezwaar import Loop, loop_van
from samenhang.schemes.schuldhulp.models.basis import InZaak
from samenhang.schemes.schuldhulp.models.rechtbank import _Afschrift


class Bezwaarschrift(InZaak):
    """An objection to one decision (`besluit`), by when it must be decided, who was heard and what was decided.

    `hoorzitting_om` is its time (13:30), `uitgenodigd_op` the day of the invitation. `termijn` is the term of the case that counts for it. `in_gebreke_op`: when a written notice of default came in.
    `ontbreekt`: what the resident was asked to add, until he did; `aanvultermijn` is its term.
    `brieven`: each letter that went out, with its day, in their order; what they say stands in `Bezwaarafschrift`.
    `kosten`: what was decided on the costs of the objection, `kosten_centen` how much, `kosten_bron` what that rests on.
    `beroep_tot`: the last day for an appeal to the court against the decision on it.
    """

    CATEGORIE = "bezwaarschrift"

    besluit = models.UUIDField()
    besluit_soort = models.CharField(max_length=20)
    bezwaar_tot = models.DateField()
    via = models.CharField(max_length=20)
    ontvangen_op = models.DateField()
    verzonden_op = models.DateField(null=True, blank=True)
    gronden = VersleuteldeTekst(max_length=4000, blank=True)
    commissie = models.BooleanField(default=False)
    pauzes = VersleuteldeJson(default=list)
    ontbreekt = models.CharField(max_length=20, blank=True)
    aanvultermijn = models.UUIDField(null=True, blank=True)
    verdaagd_om = VersleuteldeTekst(max_length=500, blank=True)
    uitstel_tot = models.DateField(null=True, blank=True)
    uitstel_grond = models.CharField(max_length=20, blank=True)
    termijn = models.UUIDField()
    uiterlijk = models.DateField()
    hoorzitting_op = models.DateField(null=True, blank=True)
    hoorzitting_om = models.CharField(max_length=5, blank=True)
    hoorzitting_waar = models.CharField(max_length=200, blank=True)
    uitgenodigd_op = models.DateField(null=True, blank=True)
    horen = models.CharField(max_length=30, blank=True)
    verslag = VersleuteldeTekst(max_length=4000, blank=True)
    in_gebreke_op = models.DateField(null=True, blank=True)
    uitkomst = models.CharField(max_length=20, blank=True)
    motivering = VersleuteldeTekst(max_length=4000, blank=True)
    kosten = models.CharField(max_length=20, blank=True)
    kosten_centen = models.BigIntegerField(null=True, blank=True)
    kosten_bron = VersleuteldeJson(default=dict)
    besloten_op = models.DateField(null=True, blank=True)
    beroep_tot = models.DateField(null=True, blank=True)
    ingetrokken_op = models.DateField(null=True, blank=True)
    brieven = VersleuteldeJson(default=list)

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["besluit"], condition=models.Q(ingetrokken_op__isnull=True), name="een_bezwaar_per_besluit")
        ]  # fmt: skip

    @property
    def vergoeding(self) -> Bedrag | None:
        """What he gets for the costs of his objection."""
        return None if self.kosten_centen is None else Bedrag(self.kosten_centen)

    @property
    def open(self) -> bool:
        """Whether it still waits for a decision."""
        return self.besloten_op is None and self.ingetrokken_op is None

    @property
    def aanvullen_tot(self) -> date | None:
        """Until when he can add what is missing; None when nothing is asked of him."""
        return self.loop.pauzes[-1][1] if self.ontbreekt and self.open else None

    @property
    def loop(self) -> Loop:
        """What decides by when it is decided."""
        pauzes = tuple((date.fromisoformat(van), date.fromisoformat(tot)) for van, tot in self.pauzes)
        return replace(
            loop_van(self.bezwaar_tot, self.ontvangen_op, self.verzonden_op),
            commissie=self.commissie,
            pauzes=pauzes,
            verdaagd=bool(self.verdaagd_om),
            uitstel_tot=self.uitstel_tot,
        )


class Bezwaarafschrift(_Afschrift):
    """A letter about an objection (`van`) as it went out; `naam` is its kind, with a number from the second on."""

    CATEGORIE = "bezwaarschrift"

    van = models.UUIDField()
    naam = models.CharField(max_length=40)

    class Meta(_Afschrift.Meta):
        abstract = False
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["van", "naam"], name="een_afschrift_per_bezwaarbrief")
        ]
