"""With whom messages are exchanged, what was delivered, what came in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.versleuteld import VersleuteldeJson
from samenhang.kernel.verstrekkingen.models import UitgaandeOverdracht


class Uitwisselpartner(models.Model):
    """Another organisation, in another deployment, with which an organisation here exchanges hand-overs.

    `adres` is where its deployment is reached. What was handed over before `sinds` is not sent after all.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="wisselt_uit_met")
    ander = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    adres = models.CharField(max_length=200)
    sinds = models.DateTimeField()
    beeindigd = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["organisatie", "ander"],
                condition=models.Q(beeindigd__isnull=True),
                name="een_keer_partner",
            )
        ]


class Partnersleutel(models.Model):
    """A public key of a partner, as the line that its operator gave. More than one may hold while it changes keys."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    partner = models.ForeignKey(Uitwisselpartner, on_delete=models.PROTECT, related_name="sleutels")
    regel = models.CharField(max_length=300)
    toegevoegd = models.DateTimeField()
    toegevoegd_door = models.CharField(max_length=200)
    ingetrokken = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["partner", "regel"], name="een_keer_partnersleutel")
        ]


class Bezorging(models.Model):
    """How far the sending of a hand-over is. `loopt`: a worker is sending it, or died while it did.

    `fout` holds no data of persons.
    """

    overdracht = models.OneToOneField(
        UitgaandeOverdracht, on_delete=models.CASCADE, primary_key=True, related_name="bezorging"
    )
    pogingen = models.PositiveIntegerField(default=0)
    loopt = models.BooleanField(default=False)
    niet_voor = models.DateTimeField()
    bezorgd = models.DateTimeField(null=True, blank=True)
    ontvangstbewijs = models.TextField(default="", blank=True)
    fout_nl = models.CharField(max_length=500, default="", blank=True)
    fout_en = models.CharField(max_length=500, default="", blank=True)


class InkomendBericht(models.Model):
    """A hand-over that came in as a message: whose, of which kind, when; its content is a category table.

    `nummer` is that of the sender; the same one again is answered with the same receipt and stored once. `bewijs` is
    the message as its sender signed it, without the content. `gewist`: the sender took it back.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    partner = models.ForeignKey(Uitwisselpartner, on_delete=models.PROTECT, related_name="berichten")
    nummer = models.UUIDField()
    scheme = models.CharField(max_length=40)
    soort = models.CharField(max_length=40)
    aard = models.CharField(max_length=12)
    betreft = models.UUIDField(null=True, blank=True)
    artikel = models.CharField(max_length=200)
    voorwaarden: models.JSONField[Any, Any] = models.JSONField(default=list)
    som = models.CharField(max_length=64)
    gemaakt = models.DateTimeField()
    ontvangen = models.DateTimeField()
    handtekening = models.TextField()
    gewist = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["partner", "nummer"], name="een_keer_ontvangen")
        ]


class InkomendeInhoud(Categorietabel):
    """Exactly what came in, until it is taken back or its term ends."""

    CATEGORIE = "naw"

    bericht = models.ForeignKey(InkomendBericht, on_delete=models.PROTECT, related_name="+")
    inhoud = VersleuteldeJson()

    class Meta(Categorietabel.Meta):
        abstract = False
