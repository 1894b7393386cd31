"""Tables that hold personal data: closed, unless a `Toegang` opens them.

A model that derives from `Categorietabel` cannot be queried by its manager: every path that Django itself
takes (`objects`, related lookups, saves) raises `ToegangOntbreekt`. `met(toegang)` gives the rows that the
decision opened. The AST check in `controle.py` keeps other paths (raw SQL, bare querysets) out of the code.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self, TypeVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.toegang.poort import NietToegestaan, Toegang

M = TypeVar("M", bound="Categorietabel")


class ToegangOntbreekt(Exception):
    """Code tried to reach a category table without a decision: a fault in the program, not of the user."""


class OpenQuerySet(models.QuerySet[M]):
    """The rows that one decision opened. Writing needs the category among what it may write."""

    _toegang: Toegang | None = None

    def _clone(self) -> Self:
        kopie: Self = super()._clone()  # type: ignore[misc]
        kopie._toegang = self._toegang
        return kopie

    def _schrijfbaar(self) -> None:
        categorie = self.model.CATEGORIE
        if self._toegang is None or categorie not in self._toegang.schrijft:
            raise NietToegestaan(((categorie, "geen_grondslag"),))

    def create(self, **velden: Any) -> M:
        """Store one row in the register of the decision."""
        return self.bulk_create([self.model(**velden)])[0]

    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        """Store rows; each must be of the decision's register and persons."""
        self._schrijfbaar()
        rijen = list(objs)
        for rij in rijen:
            self._hoort_erbij(rij)
        return super().bulk_create(rijen, *args, **kwargs)

    def _hoort_erbij(self, rij: M) -> None:
        toegang = self._toegang
        assert toegang is not None  # _schrijfbaar has refused before
        binnen = rij.organisatie_id == toegang.organisatie_id
        if toegang.personen is not None:
            binnen = binnen and rij.persoon_id in toegang.personen
        if not binnen:
            raise NietToegestaan(((self.model.CATEGORIE, "niet_betrokken"),))

    def update(self, **velden: Any) -> int:
        """Change the opened rows."""
        self._schrijfbaar()
        return super().update(**velden)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Remove the opened rows: retention and correction only."""
        self._schrijfbaar()
        aantal = self._raw_delete(self.db)
        return aantal, {self.model._meta.label: aantal}


class GeslotenManager(models.Manager[M]):
    """The only manager of a category table."""

    def get_queryset(self) -> models.QuerySet[M]:
        """Closed: every use without a `Toegang` ends here."""
        raise ToegangOntbreekt(f"{self.model.__name__}: lees met {self.model.__name__}.objects.met(toegang)")

    def met(self, toegang: Toegang) -> OpenQuerySet[M]:
        """The rows of this category that the decision opened."""
        categorie = self.model.CATEGORIE
        if categorie not in toegang.leest and categorie not in toegang.schrijft:
            raise NietToegestaan(((categorie, "geen_grondslag"),))
        rijen: OpenQuerySet[M] = OpenQuerySet(self.model, using=self._db)
        rijen = rijen.filter(organisatie_id=toegang.organisatie_id)
        if toegang.personen is not None:
            rijen = rijen.filter(persoon_id__in=toegang.personen)
        rijen._toegang = toegang
        return rijen


class Categorietabel(models.Model):
    """Base of every table with personal data. `CATEGORIE` names what a decision must grant.

    No reverse relations: a query on another table cannot wander in.
    """

    CATEGORIE: ClassVar[str] = ""

    id = models.UUIDField(primary_key=True, default=nieuw_id, editable=False)
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[GeslotenManager[Any]] = GeslotenManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"
