"""Signals as they came in, with the name and address that the partner sent."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.zaken.models import Zaak


class Signaal(Categorietabel):
    """One arrears of one partner, as accepted."""

    CATEGORIE = "signaal"

    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+", db_index=False)
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+", db_index=False)
    aanlevering = models.ForeignKey(Aanlevering, on_delete=models.PROTECT, related_name="+")
    regel = models.PositiveIntegerField()
    partner = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    partner_soort = models.CharField(max_length=10)
    signaal_id = models.CharField(max_length=40)
    soort_signaal = models.CharField(max_length=20)
    grondslag = models.CharField(max_length=40, default="", db_default="")
    klantnummer = models.CharField(max_length=30, blank=True)
    bedrag_centen = models.PositiveIntegerField()
    aantal_maanden = models.PositiveIntegerField(null=True, blank=True)
    ontstaansdatum = models.DateField(null=True, blank=True)
    datum_signaal = models.DateField()
    dreiging = models.CharField(max_length=20)
    datum_dreiging = models.DateField(null=True, blank=True)
    warme_overdracht = models.BooleanField(default=False)
    minderjarig = models.BooleanField(default=False)
    status = models.CharField(max_length=20, default="geldig")
    reden = models.CharField(max_length=40, blank=True)
    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, null=True, related_name="+")
    inhoud_hash = models.CharField(max_length=32)
    ontvangen = models.DateTimeField()
    zekerheid = models.FloatField(default=1.0)

    class Meta(Categorietabel.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["organisatie", "partner", "signaal_id"], name="een_signaal_per_nummer"
            )
        ]
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["persoon", "datum_signaal"], name="signaal_van_persoon"),
            models.Index(fields=["organisatie", "status"], name="signaal_status"),
        ]


class Schrijfwijze(Categorietabel):
    """A name, an address and ways to reach somebody, as they were given: what matching compares."""

    CATEGORIE = "naw"

    achternaam = models.CharField(max_length=200)
    tussenvoegsel = models.CharField(max_length=20, blank=True)
    voorletters = models.CharField(max_length=40, blank=True)
    voornaam = models.CharField(max_length=200, blank=True)
    geboortedatum = models.DateField(null=True, blank=True)
    straat = models.CharField(max_length=80)
    huisnummer = models.PositiveIntegerField()
    huisletter = models.CharField(max_length=1, blank=True)
    toevoeging = models.CharField(max_length=4, blank=True)
    postcode = models.CharField(max_length=6)
    woonplaats = models.CharField(max_length=80)
    telefoon = models.CharField(max_length=80, blank=True)
    email = models.CharField(max_length=254, blank=True)

    class Meta(Categorietabel.Meta):
        abstract = True


class SignaalNaam(Schrijfwijze):
    """How a partner wrote it with a signal."""

    signaal = models.OneToOneField(Signaal, on_delete=models.PROTECT, related_name="+")

    class Meta(Schrijfwijze.Meta):
        abstract = False


class ReactieNaam(Schrijfwijze):
    """How a resident gave it when he responded himself, on `datum`; it goes when his case goes."""

    zaak = models.ForeignKey(Zaak, on_delete=models.PROTECT, related_name="+")
    datum = models.DateField()

    class Meta(Schrijfwijze.Meta):
        abstract = False
