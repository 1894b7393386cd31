"""The tables of the scheme. Every datum hangs on one person, and names its category."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Medewerker
from samenhang.kernel.toegang.versleuteld import VersleuteldeTekst
from samenhang.kernel.zaken.gegeven import InZaak
from samenhang.kernel.zaken.models import Zaak


class Melding(InZaak):
    """What was reported about someone: by whom, how, and in which words."""

    CATEGORIE = "melding"

    melder_soort = models.CharField(max_length=40)
    melder = models.CharField(max_length=200, blank=True)
    hoe = models.CharField(max_length=20)
    tekst = VersleuteldeTekst(max_length=2000)
    melder_bericht_op = models.DateField(null=True, blank=True)
    bestemming = models.CharField(max_length=40, blank=True)


class Bevinding(InZaak):
    """The conclusion of an investigation: which problems, whether and how they hang together; and why it came late."""

    CATEGORIE = "bevinding"

    samenhang = models.BooleanField()
    problemen = VersleuteldeTekst(max_length=1000)
    onderbouwing = VersleuteldeTekst(max_length=2000)
    binnen_termijn = models.BooleanField()
    te_laat_omdat = VersleuteldeTekst(max_length=300, blank=True)


class Gezinslid(InZaak):
    """Who belongs to the family: of who does not take part this name is all there is."""

    CATEGORIE = "gezin"

    naam = models.CharField(max_length=200)
    relatie = models.CharField(max_length=20)
    geboortedatum = models.DateField(null=True, blank=True)

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["zaak", "persoon"], name="een_keer_in_het_gezin")
        ]


class _Aandachtspunt(InZaak):
    """What is going on in one domain of someone's life, and which desk is on it.

    `voorwaarde` is what its source asks about passing it on, empty when nothing (`Soort` of the kernel).
    """

    tekst = VersleuteldeTekst(max_length=1000)
    bron = models.CharField(max_length=200)
    voorwaarde = models.CharField(max_length=20, default="", blank=True)

    class Meta(InZaak.Meta):
        abstract = True


class Wonen(_Aandachtspunt):
    """About housing."""

    CATEGORIE = "wonen"


class Onderwijs(_Aandachtspunt):
    """About school."""

    CATEGORIE = "onderwijs"


class Inkomen(_Aandachtspunt):
    """About work and income."""

    CATEGORIE = "inkomen"


class Schulden(_Aandachtspunt):
    """About debts."""

    CATEGORIE = "schulden"


class Hulp(_Aandachtspunt):
    """About help and care at home."""

    CATEGORIE = "hulp"


class Gezondheid(_Aandachtspunt):
    """About health."""

    CATEGORIE = "gezondheid"


class Veiligheid(_Aandachtspunt):
    """About safety."""

    CATEGORIE = "veiligheid"


class _Betrokkenheid(InZaak):
    """The bare fact that a desk is involved ("dat"), apart from what it does ("wat")."""

    leefgebied = models.CharField(max_length=40)
    loket = models.CharField(max_length=200)

    class Meta(InZaak.Meta):
        abstract = True


class Betrokkenheid(_Betrokkenheid):
    """That a desk is involved."""

    CATEGORIE = "betrokkenheid"


class GevoeligeBetrokkenheid(_Betrokkenheid):
    """That a desk is involved whose involvement tells of health or safety."""

    CATEGORIE = "betrokkenheid_gevoelig"


class Doel(InZaak):
    """What someone wants to reach, from the list of goals; `oordeel` is of the last evaluation."""

    CATEGORIE = "afspraken"

    doel = models.CharField(max_length=60)
    oordeel = models.CharField(max_length=20, blank=True)


class Overleg(models.Model):
    """A case meeting: when, and about which points; it names nobody."""

    zaak = models.ForeignKey(Zaak, on_delete=models.CASCADE, related_name="overleggen")
    dag = models.DateField()
    begonnen = models.DateTimeField(null=True, blank=True)
    gesloten = models.DateField(null=True, blank=True)
    gesloten_door = models.CharField(max_length=200, blank=True)


class Agendapunt(models.Model):
    """A point of a meeting, from the domains or the goals, and what came of it: no free text."""

    overleg = models.ForeignKey(Overleg, on_delete=models.CASCADE, related_name="agenda")
    onderwerp = models.CharField(max_length=40)
    uitkomst = models.CharField(max_length=20, blank=True)


class Genodigde(models.Model):
    """A worker who is invited to a meeting, of this organisation or another: it names nobody of the family.

    `komt` is his own answer; `aanwezig` is what the minutes say.
    """

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    overleg = models.ForeignKey(Overleg, on_delete=models.CASCADE, related_name="genodigden")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    uitgenodigd = models.DateTimeField()
    komt = models.CharField(max_length=10, blank=True)
    aanwezig = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["overleg", "medewerker"], name="een_keer_uitgenodigd")
        ]


class GenodigdeInwoner(InZaak):
    """Someone of the family who is invited to the meeting about his plan, and whether he was there."""

    CATEGORIE = "afspraken"

    overleg = models.ForeignKey(Overleg, on_delete=models.CASCADE, related_name="+")
    aanwezig = models.BooleanField(null=True, blank=True)

    class Meta(InZaak.Meta):
        abstract = False
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["overleg", "persoon"], name="een_keer_genodigd")
        ]


class Afspraak(InZaak):
    """Who does what by when for a goal, from the list of phrases; shown to others once a colleague read it.

    `overleg` is the meeting in which it was made.
    """

    CATEGORIE = "afspraken"

    doel = models.ForeignKey(Doel, on_delete=models.PROTECT, related_name="+")
    zin = models.CharField(max_length=60)
    wie = models.CharField(max_length=40)
    uiterlijk = models.DateField()
    gelezen_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    gelezen_op = models.DateField(null=True, blank=True)
    klaar = models.DateField(null=True, blank=True)
    overleg = models.ForeignKey(Overleg, on_delete=models.PROTECT, null=True, blank=True, related_name="+")


class Evaluatie(InZaak):
    """How it goes, as it was said together, on a day."""

    CATEGORIE = "afspraken"

    tekst = VersleuteldeTekst(max_length=1000)


AANDACHTSPUNTEN: dict[str, type[_Aandachtspunt]] = {
    model.CATEGORIE: model for model in (Wonen, Onderwijs, Inkomen, Schulden, Hulp, Gezondheid, Veiligheid)
}
"""The table of each domain."""
