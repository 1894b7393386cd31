"""What a person agreed to, was told and objects to. Every row is about one person, in one case.

Rows are added; of a consent only its withdrawal is added later, of an objection only that it was withdrawn or goes on meanwhile, and the decision.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.rechten.domain.bezwaar import Standpunt
from samenhang.kernel.rechten.domain.toestemming import ELK
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.versleuteld import VersleuteldeTekst

BEZWAAR, INFORMEREN, INSTEMMING = "bezwaar", "informeren", "instemming"
"""The categories of these tables."""


class Toestemming(Categorietabel):
    """One answer: may these data (`over`) be used for this purpose, by or towards this kind of organisation (`aan`)?

    `doel` and `aan` may be "*": every one. `door_wie` names the representative who answered. `tekstversie` names the
    text that was read or shown. It holds from `moment` up to and including `tot`, unless `ingetrokken`. `bewijs` names
    the document on which `vastgelegd_door` saw on `bewijs_op` that he is of age, of whom no birth date was known.
    """

    CATEGORIE = INSTEMMING

    zaak = models.ForeignKey("zaken.Zaak", on_delete=models.PROTECT, related_name="+")
    over = models.CharField(max_length=40)
    doel = models.CharField(max_length=40)
    aan = models.CharField(max_length=40)
    antwoord = models.CharField(max_length=20)
    door = models.CharField(max_length=20)
    door_wie = models.CharField(max_length=200, blank=True)
    hoe = models.CharField(max_length=20)
    tekstversie = models.CharField(max_length=40)
    moment = models.DateTimeField()
    tot = models.DateField(null=True, blank=True)
    bewijs = models.CharField(max_length=20, blank=True)
    bewijs_op = models.DateField(null=True, blank=True)
    vastgelegd_door = models.CharField(max_length=200)
    ingetrokken = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.CharField(max_length=200, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        indexes: ClassVar[list[Any]] = [models.Index(fields=["persoon", "moment"], name="toestemming_van")]


class Vertegenwoordiging(Categorietabel):
    """That someone stands for this person: in which capacity, by which document, from and to when.

    `wie` is a person of the same case, or the account of somebody outside it; `naam` is his name. `geboren` is the birth
    date of who is represented, by which the rule is judged. `tegen_belang`: his looking was recorded as against the
    interest of this person, with why.
    """

    CATEGORIE = INSTEMMING

    zaak = models.ForeignKey("zaken.Zaak", on_delete=models.PROTECT, related_name="+")
    wie = models.UUIDField()
    naam = VersleuteldeTekst(max_length=200)
    hoedanigheid = models.CharField(max_length=20)
    geboren = models.DateField(null=True, blank=True)
    document = models.CharField(max_length=20)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    geeindigd = models.DateTimeField(null=True, blank=True)
    tegen_belang = models.BooleanField(default=False)
    tegen_belang_omdat = VersleuteldeTekst(max_length=300, blank=True)
    moment = models.DateTimeField()
    vastgelegd_door = models.CharField(max_length=200)

    class Meta(Categorietabel.Meta):
        abstract = False


class Vertegenwoordigingswijzer(models.Model):
    """In which cases someone may stand for another. It says neither for whom nor in which capacity.

    `wie` as in `Vertegenwoordiging`.
    """

    zaak = models.ForeignKey("zaken.Zaak", on_delete=models.CASCADE, related_name="+", db_index=False)
    wie = models.UUIDField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["wie", "zaak"], name="een_wijzer_per_zaak")
        ]


class Informering(Categorietabel):
    """That a person was told something about the use of his data: what (`waarover`), when, how, which text."""

    CATEGORIE = INFORMEREN

    zaak = models.ForeignKey("zaken.Zaak", on_delete=models.PROTECT, related_name="+")
    waarover = models.CharField(max_length=40)
    op = models.DateField()
    hoe = models.CharField(max_length=20)
    tekstversie = models.CharField(max_length=40, blank=True)
    moment = models.DateTimeField()
    vastgelegd_door = models.CharField(max_length=200)

    class Meta(Categorietabel.Meta):
        abstract = False


class Uitstel(Categorietabel):
    """That telling a person was put off: until when (`tot` counts itself), on which ground, why, by whose mandate.

    Once per person and case; it is never extended. It ends by itself after `tot`, or when he is told: `geeindigd`
    and `einde` ("verlopen" or "verteld"). The person reads it from then on.
    """

    CATEGORIE = INFORMEREN

    zaak = models.ForeignKey("zaken.Zaak", on_delete=models.PROTECT, related_name="+")
    tot = models.DateField()
    grond = models.CharField(max_length=40)
    artikel = models.CharField(max_length=200)
    reden = VersleuteldeTekst(max_length=1000)
    mandaat = models.CharField(max_length=40)
    moment = models.DateTimeField()
    vastgelegd_door = models.CharField(max_length=200)
    geeindigd = models.DateTimeField(null=True, blank=True)
    einde = models.CharField(max_length=20, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak", "persoon"], name="een_keer_uitgesteld")
        ]


class Bezwaar(Categorietabel):
    """An objection of the person (AVG art. 21), and what was decided on it; open or granted it stops forwarding.

    `waartegen` is "*" for all of it, or what the scheme lets one object to; `stopt` is what a decision stops, when that
    is less. `doorgaan_grond` and `doorgaan_omdat`: on which compelling ground, and why, it goes on until the decision.
    `overleg`: whom the decider consulted.
    """

    CATEGORIE = BEZWAAR

    zaak = models.ForeignKey("zaken.Zaak", on_delete=models.PROTECT, related_name="+")
    datum = models.DateField()
    waartegen = models.CharField(max_length=40, default=ELK)
    toelichting = VersleuteldeTekst(blank=True)
    ingetrokken = models.DateField(null=True, blank=True)
    doorgaan_grond = models.CharField(max_length=40, blank=True)
    doorgaan_omdat = VersleuteldeTekst(blank=True)
    beslist_op = models.DateField(null=True, blank=True)
    toegewezen = models.BooleanField(null=True, blank=True)
    stopt = models.CharField(max_length=40, blank=True)
    overleg = VersleuteldeTekst(blank=True)
    motivering = VersleuteldeTekst(blank=True)
    beslist_door = models.CharField(max_length=200, blank=True)

    @property
    def standpunt(self) -> Standpunt:
        """The objection as the rules look at it."""
        return Standpunt(
            waartegen=self.waartegen,
            ingetrokken=self.ingetrokken is not None,
            doorgaan=bool(self.doorgaan_grond),
            beslist=self.beslist_op is not None,
            toegewezen=bool(self.toegewezen),
            stopt=self.stopt,
        )

    @property
    def open(self) -> bool:
        """Whether it waits for a decision."""
        return self.beslist_op is None and self.ingetrokken is None

    class Meta(Categorietabel.Meta):
        abstract = False
