"""Hand-overs that a scheme sends: a snapshot of exactly what goes, kept as outgoing until it is received; what was
refused; and the conditions of the source that bind what may go."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.samenwerking.models import Samenwerkingsafspraak
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.versleuteld import VersleuteldeJson
from samenhang.kernel.zaken.models import Zaak


class Aard(models.TextChoices):
    """A hand-over tells something new, tells what an earlier one should have said, or takes one back."""

    NIEUW = "nieuw"
    CORRECTIE = "correctie"
    INTREKKING = "intrekking"


class UitgaandeOverdracht(models.Model):
    """That a hand-over was made: kind, from, to, basis and state; its content is a category table.

    `categorieen` are those of what went, not of what the sender could read. `ontvanger` is who it is meant for, when
    that organisation is known here. `som` is the SHA-256 of the content, by which a receipt names what was received.
    `afspraak` is the agreement between the two organisations that was in force, when there was one. `herinnerd`: that nobody confirmed it in time was noticed. `betreft` is the first hand-over, of one that corrects
    or recalls it. `voorwaarden` are the conditions under which it went, as they travel. `besluit` is the decision that
    let it go: what was asked and given, by which rules on which legal bases.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="overdrachten")
    soort = models.CharField(max_length=40)
    aard = models.CharField(max_length=12, choices=Aard, default=Aard.NIEUW)
    betreft = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="vervolg"
    )
    van_scheme = models.CharField(max_length=40)
    naar_scheme = models.CharField(max_length=40)
    grondslag = models.CharField(max_length=40)
    categorieen = models.CharField(max_length=200)
    voorwaarden: models.JSONField[Any, Any] = models.JSONField(default=list)
    besluit: models.JSONField[Any, Any] = models.JSONField(default=dict)
    tabel_hash = models.CharField(max_length=64)
    gemaakt = models.DateTimeField()
    som = models.CharField(max_length=64, default="")
    ontvanger = models.ForeignKey(
        Organisatie, on_delete=models.PROTECT, null=True, blank=True, related_name="overdrachten_aan"
    )
    ontvangen = models.DateTimeField(null=True, blank=True)
    ontvangen_door = models.CharField(max_length=200, default="", blank=True)
    afspraak = models.ForeignKey(
        Samenwerkingsafspraak, on_delete=models.PROTECT, null=True, blank=True, related_name="overdrachten"
    )
    herinnerd = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["betreft"], condition=models.Q(aard=Aard.INTREKKING), name="een_keer_ingetrokken"
            ),
            models.CheckConstraint(
                condition=models.Q(aard=Aard.NIEUW, betreft__isnull=True)
                | (~models.Q(aard=Aard.NIEUW) & models.Q(betreft__isnull=False)),
                name="vervolg_betreft_iets",
            ),
        ]

    @property
    def categorielijst(self) -> list[str]:
        """The names of the categories of what went."""
        return self.categorieen.split(",") if self.categorieen else []


class OverdrachtInhoud(Categorietabel):
    """Exactly what went, as JSON of the declared dataclass."""

    CATEGORIE = "naw"

    overdracht = models.ForeignKey(UitgaandeOverdracht, on_delete=models.PROTECT, related_name="+")
    inhoud = VersleuteldeJson()

    class Meta(Categorietabel.Meta):
        abstract = False


class Opname(models.Model):
    """That a hand-over was taken in as a case. Numbers only: it stays when either case is erased."""

    overdracht = models.UUIDField(primary_key=True)
    zaak = models.UUIDField()


class Vernietigbericht(models.Model):
    """That a receiver must hear, or has heard, that the source destroyed what a hand-over came from.

    It names no person and refers to nothing that goes: `overdracht` is the number of the hand-over, `zaaknummer` that
    of the case. `ontvanger` is None for who is not known here: a worker tells him. The last fields tell how far sending
    it to another deployment is, as `Bezorging` does of a hand-over. The number follows from the hand-over, so that a
    restored backup tells nothing twice.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    ontvanger = models.ForeignKey(Organisatie, on_delete=models.PROTECT, null=True, related_name="+")
    operatie_id = models.UUIDField(db_index=True)
    overdracht = models.UUIDField(unique=True)
    zaaknummer = models.CharField(max_length=40)
    scheme = models.CharField(max_length=40)
    naar_scheme = models.CharField(max_length=40)
    soort = models.CharField(max_length=40)
    artikel = models.CharField(max_length=200, default="")
    vernietigd = models.DateTimeField()
    ontvangen = models.DateTimeField(null=True)
    ontvangen_door = models.CharField(max_length=200, default="")
    pogingen = models.PositiveIntegerField(default=0)
    loopt = models.BooleanField(default=False)
    niet_voor = models.DateTimeField(null=True)
    ontvangstbewijs = models.TextField(default="")
    fout_nl = models.CharField(max_length=500, default="")
    fout_en = models.CharField(max_length=500, default="")

    class Meta:
        indexes: ClassVar[list[Any]] = [
            models.Index(
                fields=["vernietigd"],
                condition=models.Q(ontvangen__isnull=True),
                name="vernietigbericht_open",
            )
        ]


class Voorwaarde(Categorietabel):
    """What the source of a category of someone's data asks of who has it; until the source agrees to lift it.

    Without a case it came along with a message. `per_rij`: the rows that it is about carry it themselves. Lifted, the
    source either agreed that it is passed on, and whoever gets it is bound in turn, or lifted it itself (`vervallen`):
    then it holds nowhere any more.
    """

    CATEGORIE = "naw"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    over = models.CharField(max_length=40)
    soort = models.CharField(max_length=20)
    bron = models.CharField(max_length=200)
    per_rij = models.BooleanField(default=False)
    gesteld = models.DateTimeField()
    gesteld_door = models.CharField(max_length=200)
    opgeheven = models.DateTimeField(null=True, blank=True)
    akkoord_van = models.CharField(max_length=200, default="", blank=True)
    vervallen = models.BooleanField(default=False)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["persoon", "over", "soort", "bron"],
                condition=models.Q(opgeheven__isnull=True),
                name="een_keer_gesteld",
            )
        ]


class Weigering(Categorietabel):
    """A disclosure that was asked for and refused: what, to whom, when and why. Shown to the person.

    `code` is the reason of the first category; `besluit` is the whole decision, as with what went.
    """

    CATEGORIE = "naw"

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=40)
    naar_scheme = models.CharField(max_length=40)
    grondslag = models.CharField(max_length=40)
    categorieen = models.CharField(max_length=200)
    code = models.CharField(max_length=40)
    besluit: models.JSONField[Any, Any] = models.JSONField(default=dict)
    moment = models.DateTimeField()

    class Meta(Categorietabel.Meta):
        abstract = False
