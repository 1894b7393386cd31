"""Who is who: doubtful pairs, persons that were joined, and what the BRP said."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from django.db import models

from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.versleuteld import VersleuteldeJson, VersleuteldeTekst
from samenhang.schemes.vroegsignalering.models.signalen import ReactieNaam, Signaal


class Twijfelpaar(Categorietabel):
    """Two signals, two responses of residents, or one of each, that may be of one person: a worker judges once, and is
    never asked again. On the left `links` or `links_reactie` is filled, on the right `rechts` or `reactie`; of a signal
    and a response the signal stands on the left. `meting` is what its explanation is made of, as it was when it was asked.
    """

    CATEGORIE = "naw"

    links = models.ForeignKey(Signaal, on_delete=models.PROTECT, null=True, related_name="+")
    links_reactie = models.ForeignKey(ReactieNaam, on_delete=models.PROTECT, null=True, related_name="+")
    rechts = models.ForeignKey(Signaal, on_delete=models.PROTECT, null=True, related_name="+")
    reactie = models.ForeignKey(ReactieNaam, on_delete=models.PROTECT, null=True, related_name="+")
    rechts_persoon = models.ForeignKey("personen.Persoon", on_delete=models.PROTECT, related_name="+")
    zekerheid = models.FloatField()
    meting = VersleuteldeJson(default=dict)
    oordeel = models.CharField(max_length=10, blank=True)
    reden = models.CharField(max_length=300, blank=True)
    door = models.CharField(max_length=200, blank=True)
    moment = models.DateTimeField(null=True, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["links", "rechts"], name="een_keer_gevraagd"),
            models.UniqueConstraint(fields=["links", "reactie"], name="een_keer_gevraagd_bij_reactie"),
            models.CheckConstraint(
                condition=models.Q(rechts__isnull=True, reactie__isnull=False)
                | models.Q(rechts__isnull=False, reactie__isnull=True),
                name="twee_kanten",
            ),
            models.UniqueConstraint(
                fields=["links_reactie", "reactie"], name="een_keer_gevraagd_bij_reacties"
            ),
            models.CheckConstraint(
                condition=models.Q(links__isnull=False, links_reactie__isnull=True)
                | models.Q(links__isnull=True, links_reactie__isnull=False, reactie__isnull=False),
                name="linkerkant",
            ),
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["organisatie", "oordeel", "-zekerheid"], name="twijfel_te_beoordelen")
        ]

    @property
    def links_van(self) -> tuple[type[Signaal | ReactieNaam], UUID | None]:
        """The table and the id of the left one."""
        return (ReactieNaam, self.links_reactie_id) if self.links_reactie_id else (Signaal, self.links_id)

    @property
    def rechts_van(self) -> tuple[type[Signaal | ReactieNaam], UUID | None]:
        """The table and the id of the right one."""
        return (ReactieNaam, self.reactie_id) if self.reactie_id else (Signaal, self.rechts_id)


class Samenvoeging(Categorietabel):
    """Two persons turned out to be one: `persoon` stays, `weg` went. `verplaatst` names every row that moved.

    Undone by the same list; the row itself stays, so that the history can be told.
    """

    CATEGORIE = "naw"

    weg = models.ForeignKey("personen.Persoon", on_delete=models.PROTECT, related_name="+")
    paar = models.ForeignKey(Twijfelpaar, on_delete=models.PROTECT, related_name="+")
    verplaatst: models.JSONField[Any, Any] = models.JSONField(default=dict)
    door = models.CharField(max_length=200)
    moment = models.DateTimeField()
    ongedaan_door = models.CharField(max_length=200, blank=True)
    ongedaan_op = models.DateTimeField(null=True, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = False


class BrpAntwoord(Categorietabel):
    """What the BRP said about a person: by the connected source, or looked up and entered by hand.

    The newest answer counts. `gegevens` holds the name and address as the BRP has them, as far as needed to
    compare; `verschillen` names the causes of doubt.
    """

    CATEGORIE = "naw"

    uitkomst = models.CharField(max_length=20)
    bron = models.CharField(max_length=20)
    moment = models.DateTimeField()
    door = models.CharField(max_length=200)
    toelichting = VersleuteldeTekst(max_length=300, blank=True)
    gegevens = VersleuteldeJson(default=dict)
    verschillen: models.JSONField[Any, Any] = models.JSONField(default=list)

    class Meta(Categorietabel.Meta):
        abstract = False
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["persoon", "-moment"], name="brp_van_persoon"),
            models.Index(fields=["organisatie", "uitkomst"], name="brp_uitkomst"),
        ]
