"""Tables that hold personal data: closed, unless a `Toegang` opens them.

A model that derives from `Categorietabel` cannot be queried by its manager: every path that Django itself
takes (`objects`, related lookups, saves) raises `ToegangOntbreekt`. `met(toegang)` gives the rows that the
decision opened. What walks around the manager meets the wall in the connection (`muur.py`); the AST check in
`controle.py` keeps such paths out of the code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, NoReturn, Self, TypeVar

from django.db import models

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.stapel import stort, voeg_in
from samenhang.kernel.toegang.muur import ToegangOntbreekt, onder
from samenhang.kernel.toegang.poort import NietToegestaan, Toegang, echt
from samenhang.kernel.toegang.versleuteld import dicht, open_rijen, sloten_bepaald_door, versleutelde_velden

M = TypeVar("M", bound="Categorietabel")

__all__ = ["Categorietabel", "GeslotenManager", "OpenQuerySet", "ToegangOntbreekt"]


class OpenQuerySet(models.QuerySet[M]):
    """The rows that one decision opened, as long as its operation lasts.

    Reading needs the category among what it may read, writing among what it may write.
    """

    _toegang: Toegang | None = None

    def _clone(self) -> Self:
        kopie: Self = super()._clone()  # type: ignore[misc]  # the stubs leave it out
        kopie._toegang = self._toegang
        return kopie

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        """A decision holds for one operation; it does not travel."""
        raise ToegangOntbreekt("een opvraging onder toegang is niet te kopiëren of te bewaren")

    def __deepcopy__(self, memo: Any) -> NoReturn:
        """As `__reduce_ex__`."""
        raise ToegangOntbreekt("een opvraging onder toegang is niet te kopiëren of te bewaren")

    def _onder(self, *, schrijft: bool = False) -> Toegang:
        """The decision, checked anew at every use."""
        toegang, categorie = self._toegang, self.model.CATEGORIE
        if toegang is None or not echt(toegang):
            raise ToegangOntbreekt(f"{self.model.__name__}: deze opvraging heeft geen geldige toegang")
        if categorie not in (toegang.schrijft if schrijft else toegang.leest):
            raise NietToegestaan(((categorie, "geen_grondslag"),))
        return toegang

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            with onder(self._onder()):
                super()._fetch_all()
            open_rijen(self._result_cache or ())
            return
        super()._fetch_all()

    def iterator(self, chunk_size: int | None = None) -> Iterator[M]:
        """The rows, without keeping them."""
        return iter(self._stroom(super().iterator(chunk_size)))

    def _stroom(self, rijen: Iterator[M]) -> Iterator[M]:
        toegang = self._onder()
        while True:
            with onder(toegang):
                rij = next(rijen, None)
            if rij is None:
                return
            open_rijen((rij,))
            yield rij

    def count(self) -> int:
        """How many rows."""
        with onder(self._onder()):
            return super().count()

    def exists(self) -> bool:
        """Whether there is a row."""
        with onder(self._onder()):
            return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Figures over the opened rows."""
        with onder(self._onder()):
            return super().aggregate(*args, **kwargs)

    def create(self, **velden: Any) -> M:
        """Store one row in the register of the decision."""
        return self.bulk_create([self.model(**velden)])[0]

    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        """Store rows; each must be of the decision's register and persons."""
        toegang = self._onder(schrijft=True)
        rijen = list(objs)
        for rij in rijen:
            binnen = rij.organisatie_id == toegang.organisatie_id
            if toegang.personen is not None:
                binnen = binnen and rij.persoon_id in toegang.personen
            if not binnen:
                raise NietToegestaan(((self.model.CATEGORIE, "niet_betrokken"),))
        with dicht(rijen), onder(toegang):
            return super().bulk_create(rijen, *args, **kwargs)

    def voeg_in(self, velden: Sequence[str], rijen: Iterable[Sequence[Any]], **vast: Any) -> int:
        """Store many rows without an object for each, as `kernel.stapel.voeg_in`; gives how many.

        They are stored in the register of the decision. A decision for named persons stores none this way.
        """
        toegang = self._in_stapels()
        with onder(toegang):
            return voeg_in(self.model, velden, rijen, **vast | {"organisatie_id": toegang.organisatie_id})

    def stort(self, velden: Sequence[str], brokken: Iterable[Sequence[tuple[Any, ...]]], **vast: Any) -> int:
        """The same for rows that are as the database takes them, as `kernel.stapel.stort`."""
        toegang = self._in_stapels()
        with onder(toegang):
            return stort(self.model, velden, brokken, **vast | {"organisatie_id": toegang.organisatie_id})

    def _in_stapels(self) -> Toegang:
        toegang = self._onder(schrijft=True)
        if toegang.personen is not None:
            raise NietToegestaan(((self.model.CATEGORIE, "niet_betrokken"),))
        if sloten_bepaald_door(self.model):
            raise ToegangOntbreekt(
                f"{self.model.__name__}: rijen met een versleutelde kolom gaan met bulk_create"
            )
        return toegang

    def update(self, **velden: Any) -> int:
        """Change the opened rows; they stay in the register and with the persons of the decision.

        What changes a locked text, or the lock of a row, is stored row by row.
        """
        toegang = self._onder(schrijft=True)
        for naam, grens in (
            ("organisatie", {toegang.organisatie_id}),
            ("persoon", toegang.personen),
        ):
            waarde = velden.get(naam, velden.get(f"{naam}_id"))
            if waarde is not None and grens is not None and getattr(waarde, "pk", waarde) not in grens:
                raise NietToegestaan(((self.model.CATEGORIE, "niet_betrokken"),))
        if sloten_bepaald_door(self.model).isdisjoint(velden):
            with onder(toegang):
                return super().update(**velden)
        return sum(self._werk_bij(toegang, rij, velden) for rij in list(self))

    def _werk_bij(self, toegang: Toegang, rij: M, velden: Mapping[str, Any]) -> int:
        for naam, waarde in velden.items():
            setattr(rij, naam, waarde)
        with dicht([rij]), onder(toegang):
            nieuw = dict(velden) | {
                veld.attname: getattr(rij, veld.attname) for veld in versleutelde_velden(self.model)
            }
            return super(OpenQuerySet, self.filter(pk=rij.pk)).update(**nieuw)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Remove the opened rows: retention and correction only."""
        with onder(self._onder(schrijft=True)):
            aantal = self._raw_delete(self.db)
        return aantal, {self.model._meta.label: aantal}

    def explain(self, *args: Any, **kwargs: Any) -> NoReturn:
        """No plan of a closed table."""
        raise ToegangOntbreekt("een categorietabel geeft geen uitleg van zijn opvraging")

    def using(self, alias: str | None) -> NoReturn:
        """A decision is noted in one database and holds there."""
        raise ToegangOntbreekt("een toegang geldt voor de database waarin zij is vastgelegd")


class GeslotenManager(models.Manager[M]):
    """The only manager of a category table."""

    def get_queryset(self) -> models.QuerySet[M]:
        """Closed: every use without a `Toegang` ends here."""
        raise ToegangOntbreekt(f"{self.model.__name__}: lees met {self.model.__name__}.objects.met(toegang)")

    def met(self, toegang: Toegang) -> OpenQuerySet[M]:
        """The rows of this category that the decision opened."""
        categorie = self.model.CATEGORIE
        if not echt(toegang):
            raise ToegangOntbreekt(f"{self.model.__name__}: deze toegang is niet (meer) geldig")
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
