"""The tables of the scheme. What is about a resident hangs on him and names its category; creditors are organisations."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import Bedrag, nieuw_id
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.versleuteld import VersleuteldeJson, VersleuteldeTekst
from samenhang.kernel.zaken.models import Zaak


class _InZaak(Categorietabel):
    """Something about a person in a case, with when and by whom it was recorded."""

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    moment = models.DateTimeField()
    door = models.CharField(max_length=200)

    class Meta(Categorietabel.Meta):
        abstract = True


class Hulpvraag(_InZaak):
    """The request for help: from which day the statutory term runs, which threats there are, when the talks were.

    `bronnummer` is the number of the case in early detection from which it was handed over.
    """

    CATEGORIE = "hulpvraag"

    bron = models.CharField(max_length=20)
    gevraagd_op = models.DateField()
    dreigingen: models.JSONField[Any, Any] = models.JSONField(default=list)
    bronnummer = models.CharField(max_length=20, blank=True)
    achterstanden: models.JSONField[Any, Any] = models.JSONField(default=list)
    gesprek_op = models.DateField(null=True, blank=True)
    gestabiliseerd_op = models.DateField(null=True, blank=True)
    nazorg_op = models.DateField(null=True, blank=True)

    class Meta(_InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak"], name="een_hulpvraag_per_zaak")
        ]


class Opname(models.Model):
    """That a hand-over was taken in as a case. Numbers only: it stays when either case is erased."""

    overdracht = models.UUIDField(primary_key=True)
    zaak = models.UUIDField()


class Beschikking(_InZaak):
    """A decision with its motivation: admission with the plan of approach, refusal, or ending. Rows are never changed."""

    CATEGORIE = "hulpvraag"

    soort = models.CharField(max_length=20)
    motivering = VersleuteldeTekst(max_length=2000)
    plan = VersleuteldeTekst(max_length=2000, blank=True)
    bekendgemaakt_op = models.DateField()
    bezwaar_tot = models.DateField()

    class Meta(_InZaak.Meta):
        abstract = False


class Huishouden(_InZaak):
    """In which household situation someone lives, and what is left to live on. The newest row holds."""

    CATEGORIE = "budget"

    situatie = models.CharField(max_length=20)
    kinderen = models.PositiveSmallIntegerField(default=0)
    vtlb_centen = models.BigIntegerField()
    vtlb_op = models.DateField()

    class Meta(_InZaak.Meta):
        abstract = False

    @property
    def vtlb(self) -> Bedrag:
        """What is left to live on a month."""
        return Bedrag(self.vtlb_centen)


class Inkomen(_InZaak):
    """An income a month, net, with the evidence that was seen. One that ended keeps its row."""

    CATEGORIE = "budget"

    soort = models.CharField(max_length=20)
    netto_centen = models.BigIntegerField()
    bewijs = models.CharField(max_length=20)
    bewijs_op = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta(_InZaak.Meta):
        abstract = False

    @property
    def netto(self) -> Bedrag:
        """What comes in a month."""
        return Bedrag(self.netto_centen)


class Schuldeiser(models.Model):
    """An organisation to which residents of this municipality owe money.

    `samen_met`: a duplicate points to the one that stays. What stands at it counts there, and can be taken apart again.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=200)
    zoeknaam = models.CharField(max_length=200)
    kvk = models.CharField(max_length=8, blank=True)
    samen_met = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="dubbelen"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["naam", "id"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisatie", "naam"], name="een_schuldeiser_per_naam")
        ]

    def __str__(self) -> str:
        return self.naam


class Schuldeiserpaar(models.Model):
    """What was judged of two creditors that look alike: one and the same, or not."""

    links = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    rechts = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    zelfde = models.BooleanField()
    moment = models.DateTimeField()
    door = models.CharField(max_length=200)
    reden = models.CharField(max_length=300)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["links", "rechts"], name="een_oordeel_per_schuldeiserpaar")
        ]


class Schuld(_InZaak):
    """One debt: to whom, how much on which day, of which rank, and how sure it is. Without an amount it is unknown."""

    CATEGORIE = "schulden"

    schuldeiser = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    kenmerk = models.CharField(max_length=60, blank=True)
    bedrag_centen = models.BigIntegerField(null=True, blank=True)
    peildatum = models.DateField()
    rang = models.CharField(max_length=20)
    stand = models.CharField(max_length=20)
    bestand = models.CharField(max_length=64, blank=True)

    class Meta(_InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak", "schuldeiser", "kenmerk"], name="een_schuld_per_kenmerk")
        ]


class Rekensom(_InZaak):
    """A calculation over the data of a case as they were: capacity, credit or saving, distribution, each with its trace.

    `gegevens` is the hash of those data: a calculation holds as long as they stay the same. Rows are never changed; a
    new one names its predecessor and the reason.
    """

    CATEGORIE = "rekensom"

    vorige = models.UUIDField(null=True, blank=True)
    reden = VersleuteldeTekst(max_length=300, blank=True)
    regeling = models.CharField(max_length=2)
    pot_centen = models.BigIntegerField()
    gegevens = models.CharField(max_length=64)
    delen = VersleuteldeJson()

    class Meta(_InZaak.Meta):
        abstract = False


class Voorstel(_InZaak):
    """What one creditor was offered in a round, and what he answered; all of a round are made at once or not at all.

    `ronde` is the id of the operation that made them, `bedrag_centen` what he gets of `vordering_centen`.
    """

    CATEGORIE = "schulden"

    ronde = models.UUIDField(db_index=True)
    rekensom = models.UUIDField()
    schuldeiser = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    rang = models.CharField(max_length=20)
    vordering_centen = models.BigIntegerField()
    bedrag_centen = models.BigIntegerField()
    percentage = models.CharField(max_length=10)
    verstuurd_op = models.DateField()
    uiterlijk = models.DateField()
    gerappelleerd_op = models.DateField(null=True, blank=True)
    antwoord = models.CharField(max_length=20, blank=True)
    antwoord_op = models.DateField(null=True, blank=True)
    via = models.CharField(max_length=20, blank=True)
    vervallen = models.BooleanField(default=False)

    class Meta(_InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["ronde", "schuldeiser", "rang"], name="een_voorstel_per_ronde")
        ]


class Borg(_InZaak):
    """A guarantee asked of the fund for a credit: its state, what was asked, and the arithmetic with its trace.

    A refused one keeps its row; asking again is a new one, for which the premium is not invoiced twice. `claim` holds
    the arithmetic of a claim and what the fund asks about it.
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

    class Meta(_InZaak.Meta):
        abstract = False

    @property
    def premie(self) -> Bedrag:
        """The premium of the fund."""
        return Bedrag(self.premie_centen)

    @property
    def claimsom(self) -> Bedrag | None:
        """What was claimed."""
        return None if self.claim_centen is None else Bedrag(self.claim_centen)


class Krediet(_InZaak):
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

    class Meta(_InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak"], name="een_krediet_per_zaak")
        ]


class Uitbetaling(_InZaak):
    """What one creditor was paid at the start of the credit, and when he confirmed that the rest is forgiven."""

    CATEGORIE = "schulden"

    schuldeiser = models.ForeignKey(Schuldeiser, on_delete=models.PROTECT, related_name="+")
    rang = models.CharField(max_length=20)
    vordering_centen = models.BigIntegerField()
    bedrag_centen = models.BigIntegerField()
    betaald_op = models.DateField()
    kwijting_op = models.DateField(null=True, blank=True)
    kwijting_via = models.CharField(max_length=20, blank=True)

    class Meta(_InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak", "schuldeiser", "rang"], name="een_uitbetaling_per_eiser")
        ]


class Betaling(_InZaak):
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

    class Meta(_InZaak.Meta):
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


class Betaaluitstel(_InZaak):
    """An arrangement for arrears: what is late on `gemaakt` is paid by `tot`."""

    CATEGORIE = "schulden"

    gemaakt = models.DateField()
    tot = models.DateField()
    toelichting = VersleuteldeTekst(max_length=300)

    class Meta(_InZaak.Meta):
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
