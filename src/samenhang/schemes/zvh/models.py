"""The tables of the scheme. Every datum hangs on one person, and names its category."""

from __future__ import annotations

from django.db import models

from samenhang.kernel.toegang.versleuteld import VersleuteldeJson, VersleuteldeTekst
from samenhang.kernel.zaken.gegeven import InZaak


class Toelating(InZaak):
    """Why somebody was referred and admitted, what he was told then, and why each kind of data is needed.

    `noodzaak` is a mapping of category to reason: what is not in it may not be read.
    """

    CATEGORIE = "toelating"

    bron = models.CharField(max_length=40)
    bronnummer = models.CharField(max_length=20)
    waarom = VersleuteldeTekst(max_length=1000)
    toegelaten_omdat = VersleuteldeTekst(max_length=1000)
    noodzaak = VersleuteldeJson()
    verteld_op = models.DateField()
    verteld_hoe = models.CharField(max_length=20)


class _Gegeven(InZaak):
    """What came along of one domain of someone's life, and whom it is from."""

    tekst = VersleuteldeTekst(max_length=1000)
    bron = models.CharField(max_length=200)

    class Meta(InZaak.Meta):
        abstract = True


class HuisWonen(_Gegeven):
    """About housing."""

    CATEGORIE = "wonen"


class HuisInkomen(_Gegeven):
    """About work and income."""

    CATEGORIE = "inkomen"


class HuisOnderwijs(_Gegeven):
    """About school."""

    CATEGORIE = "onderwijs"


class HuisHulp(_Gegeven):
    """About help and care at home."""

    CATEGORIE = "hulp"


class HuisGezondheid(_Gegeven):
    """About health."""

    CATEGORIE = "gezondheid"


class HuisVeiligheid(_Gegeven):
    """About safety."""

    CATEGORIE = "veiligheid"


class _Inbreng(_Gegeven):
    """What a party brought in itself, and why it is needed."""

    nodig = VersleuteldeTekst(max_length=300)

    class Meta(_Gegeven.Meta):
        abstract = True


class HuisPolitie(_Inbreng):
    """What the police brought in."""

    CATEGORIE = "politie"


class HuisJustitie(_Inbreng):
    """What the judicial authorities brought in."""

    CATEGORIE = "justitie"


class HuisPartij(InZaak):
    """That a party sits at the table: `noodzaak` says of each kind of data that it may see why it needs it."""

    CATEGORIE = "afspraken"

    deelname = models.UUIDField()
    partij = models.CharField(max_length=200)
    noodzaak = VersleuteldeJson()


class HuisAfspraak(InZaak):
    """Who does what by when, as it was agreed in the house."""

    CATEGORIE = "afspraken"

    wie = models.CharField(max_length=40)
    wat = VersleuteldeTekst(max_length=300)
    uiterlijk = models.DateField()


GEGEVENS: dict[str, type[_Gegeven]] = {
    model.CATEGORIE: model
    for model in (HuisWonen, HuisInkomen, HuisOnderwijs, HuisHulp, HuisGezondheid, HuisVeiligheid)
}
"""The table of each domain."""
INBRENGTABELLEN: dict[str, type[_Inbreng]] = {model.CATEGORIE: model for model in (HuisPolitie, HuisJustitie)}
"""The table of what each kind of party brings in."""
