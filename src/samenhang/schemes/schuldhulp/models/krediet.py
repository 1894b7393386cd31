"""A credit: its guarantee, its agreement, what creditors got and what is paid on it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import Bedrag, nieuw_id
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.versleuteld import VersleuteldeJson, VersleuteldeTekst
from samenhang.schemes.schuldhulp.models.basis import InZaak
from samenhang.schemes.schuldhulp.models.schulden import Schuldeiser


class Borg(InZaak):
    """A guarantee asked of the fund for a credit: its state, what was asked, and the arithmetic with its trace.

    A refused one keeps its row; asking again is a new one, for which the premium is not invoiced twice. What is to be
    invoiced is zero until the fund accepts. `claim` holds the arithmetic of a claim and what the fund asks about it.
    """

    CATEGORIE = "schulden"

    stand = models.CharField(max_length=30)
    kredietsom_centen = models.BigIntegerField()
    premie_centen = models.BigIntegerField()
    te_factureren_centen = models.BigIntegerField()
    berekening = VersleuteldeJson()
    aangevraagd_op = models.DateField()
    besloten_op = models.DateField(null=True, blank=True)
    toelichting = VersleuteldeTekst(max_length=300, blank=True)
    claim = VersleuteldeJson(default=dict)
    claim_centen = models.BigIntegerField(null=True, blank=True)
    claim_op = models.DateField(null=True, blank=True)
    uitbetaald_op = models.DateField(null=True, blank=True)

    class Meta(InZaak.Meta):
        abstract = False

    @property
    def premie(self) -> Bedrag:
        """The premium of the fund."""
        return Bedrag(self.premie_centen)

    @property
    def te_factureren(self) -> Bedrag:
        """What of the premium the fund may invoice now."""
        return Bedrag(self.te_factureren_centen)

    @property
    def claimsom(self) -> Bedrag | None:
        """What was claimed."""
        return None if self.claim_centen is None else Bedrag(self.claim_centen)


class Krediet(InZaak):
    """The credit with which all creditors were paid off: the agreement, as the stored calculation has it.

    `schema` is a list of (interest, principal) in cents, one per month after `ingang`; it never changes. `ingelost_op`
    is the day on which one payment closed it early.
    """

    CATEGORIE = "schulden"

    rekensom = models.UUIDField()
    bank = models.CharField(max_length=200)
    netto_centen = models.BigIntegerField()
    vergoeding_centen = models.BigIntegerField()
    maandtermijn_centen = models.BigIntegerField()
    rente = models.CharField(max_length=10)
    hoogste_rente: models.JSONField[Any, Any] = models.JSONField()
    ingang = models.DateField()
    schema = VersleuteldeJson()
    ingelost_op = models.DateField(null=True, blank=True)

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak"], name="een_krediet_per_zaak")
        ]


class Uitbetaling(InZaak):
    """What one creditor was paid at the start of the credit, and when he confirmed that the rest is forgiven."""

    CATEGORIE = "schulden"

    schuldeiser = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    rang = models.CharField(max_length=20)
    vordering_centen = models.BigIntegerField()
    bedrag_centen = models.BigIntegerField()
    betaald_op = models.DateField()
    kwijting_op = models.DateField(null=True, blank=True)
    kwijting_via = models.CharField(max_length=20, blank=True)

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak", "schuldeiser", "rang"], name="een_uitbetaling_per_eiser")
        ]


class Betaling(InZaak):
    """What the resident paid on the credit. One that was taken back keeps its row, with the day and the reason.

    `transactie` is the number that the bank gave it: the same one is never recorded twice.
    """

    CATEGORIE = "schulden"

    ontvangen_op = models.DateField()
    bedrag_centen = models.BigIntegerField()
    soort = models.CharField(max_length=20)
    transactie = models.CharField(max_length=64, blank=True)
    bestand = models.UUIDField(null=True, blank=True)
    vervallen_op = models.DateField(null=True, blank=True)
    reden = VersleuteldeTekst(max_length=300, blank=True)

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["organisatie", "transactie"],
                condition=~models.Q(transactie=""),
                name="een_betaling_per_transactie",
            )
        ]

    @property
    def bedrag(self) -> Bedrag:
        """What was paid."""
        return Bedrag(self.bedrag_centen)


class Betaaluitstel(InZaak):
    """An arrangement for arrears: what is late on `gemaakt` is paid by `tot`."""

    CATEGORIE = "schulden"

    gemaakt = models.DateField()
    tot = models.DateField()
    toelichting = VersleuteldeTekst(max_length=300)

    class Meta(InZaak.Meta):
        abstract = False


class Betaalbestand(models.Model):
    """A file with payments that was read: how many were recorded, were known, were refused and why. Nothing of whom."""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=200)
    som = models.CharField(max_length=64)
    moment = models.DateTimeField()
    door = models.CharField(max_length=200)
    regels = models.PositiveIntegerField()
    klaar = models.DateTimeField(null=True, blank=True)
    geboekt = models.PositiveIntegerField(default=0)
    bekend = models.PositiveIntegerField(default=0)
    fouten: models.JSONField[Any, Any] = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar[list[str]] = ["-moment", "id"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisatie", "som"], name="een_betaalbestand_per_inhoud")
        ]
