"""`voeg_in` and `stort`: rows as plain tuples into the table of a model.

Django's own `bulk_create` makes an object per row and looks at every value of it several times, which costs
ten times what the database needs to store it. Here each column has one converter. Every statement goes by
Django's connection, so that the wall around personal data (`toegang.muur`), the triggers and the constraints
stand as ever. What a model does in `save` or by a signal does not happen, as in `bulk_create`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any
from uuid import UUID

from django.db import connections, models, router

from samenhang.kernel.basis import in_brokken, nieuw_id, nieuwe_ids

BROK = 5_000
"""Rows in one statement."""

_ALS_HET_IS = (
    models.CharField,
    models.TextField,
    models.IntegerField,
    models.FloatField,
    models.BooleanField,
    models.BinaryField,
)
"""Kinds of field of which the value goes to both databases as it is."""

_VAN_DE_DATABASE = (models.AutoField, models.GeneratedField)
"""Kinds of field that the database fills by itself."""


def voeg_in(
    tabel: type[models.Model],
    velden: Sequence[str],
    rijen: Iterable[Sequence[Any]],
    **vast: Any,
) -> int:
    """Insert rows whose values stand in the order of `velden` (names of columns: `persoon_id`); gives how many.

    `vast` holds what is the same in every row. A field that is not named gets its default; one without a
    default raises `ValueError`. Values are what the field itself would hold: `UUID` (or its 32 digits), `date`,
    `datetime` with its zone, text, number, truth.
    """
    verbinding = connections[router.db_for_write(tabel)]
    namen, vaste, makers = _vul_aan(tabel, velden, vast)
    om = [_omzetter(_veld(tabel, naam), verbinding) for naam in namen]
    staart = [_omgezet(tabel, naam, waarde, verbinding) for naam, waarde in vaste.items()]
    postgresql = verbinding.vendor == "postgresql"
    sql = (_sql_postgresql if postgresql else _sql_sqlite)(verbinding, tabel, namen, list(vaste))
    aantal = 0
    for brok in in_brokken(rijen, BROK):
        zuilen = [*zip(*brok, strict=True), *(maak(len(brok)) for maak in makers)]
        klaar = [zuil if zet is None else zet(zuil) for zuil, zet in zip(zuilen, om, strict=True)]
        with verbinding.cursor() as cursor:
            if postgresql:
                cursor.execute(sql, [*staart, *map(list, klaar)])
            else:
                cursor.executemany(sql, list(zip(*klaar, *map(repeat, staart), strict=False)))
        aantal += len(brok)
    return aantal


def brokken_van(cursor: Any) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a cursor that has a question out, in lists of at most `BROK`."""
    while brok := cursor.fetchmany(BROK):
        yield brok


def stort(
    tabel: type[models.Model],
    velden: Sequence[str],
    brokken: Iterable[Sequence[tuple[Any, ...]]],
    **vast: Any,
) -> int:
    """`voeg_in` of rows whose values already are as both databases take them: ids in 32 digits, days as ISO text.

    Nothing is looked at or made per value, so every column without a fixed default is named, the id included.
    """
    verbinding = connections[router.db_for_write(tabel)]
    namen, vaste, makers = _vul_aan(tabel, velden, vast)
    if makers:
        raise ValueError(f"{tabel.__name__}: noem ook {', '.join(namen[len(velden) :])}")
    staart = [_omgezet(tabel, naam, waarde, verbinding) for naam, waarde in vaste.items()]
    aantal = 0
    with verbinding.cursor() as cursor:
        if verbinding.vendor == "postgresql":
            sql = _sql_postgresql(verbinding, tabel, namen, list(vaste))
            for brok in brokken:
                cursor.execute(sql, [*staart, *map(list, zip(*brok, strict=True))])
                aantal += len(brok)
        else:
            sql = _sql_sqlite_vast(verbinding, cursor, tabel, namen, list(vaste), staart)
            for brok in brokken:
                cursor.executemany(sql, brok)
                aantal += len(brok)
    return aantal


def _vul_aan(
    tabel: type[models.Model], velden: Sequence[str], vast: Mapping[str, Any]
) -> tuple[list[str], dict[str, Any], list[Callable[[int], Sequence[Any]]]]:
    """The columns of each row, those that are the same everywhere, and what makes so many defaults per row."""
    namen, vaste, makers = list(velden), dict(vast), []
    for veld in tabel._meta.concrete_fields:
        if veld.attname in velden or veld.attname in vast or isinstance(veld, _VAN_DE_DATABASE):
            continue
        if veld.has_default() and callable(veld.default):
            namen.append(veld.attname)
            makers.append(nieuwe_ids if veld.default is nieuw_id else _maker(veld.default))
        elif veld.has_default() or veld.null or veld.blank:
            vaste[veld.attname] = veld.get_default()
        else:
            raise ValueError(f"{tabel.__name__}: {veld.attname} ontbreekt")
    return namen, vaste, makers


def _maker(maak: Callable[[], Any]) -> Callable[[int], Sequence[Any]]:
    return lambda aantal: [maak() for _ in range(aantal)]


def _veld(tabel: type[models.Model], naam: str) -> models.Field[Any, Any]:
    """The field of a column; of a reference, the field it refers to."""
    veld: Any = next(veld for veld in tabel._meta.concrete_fields if veld.attname == naam)
    while veld.remote_field is not None:
        veld = veld.target_field
    return veld  # type: ignore[no-any-return]  # `target_field` is not known to the stubs


def _omzetter(
    veld: models.Field[Any, Any], verbinding: Any
) -> Callable[[Sequence[Any]], Sequence[Any]] | None:
    """From the values of a field, a column of them, to those of the driver; None when they are the same."""
    if isinstance(veld, _ALS_HET_IS):
        return None
    if isinstance(veld, models.UUIDField | models.DateField) and verbinding.vendor == "postgresql":
        return None
    if isinstance(veld, models.UUIDField):
        return lambda zuil: [waarde.hex if type(waarde) is UUID else waarde for waarde in zuil]
    if isinstance(veld, models.DateField) and not isinstance(veld, models.DateTimeField):
        return lambda zuil: [waarde if waarde is None else waarde.isoformat() for waarde in zuil]
    return lambda zuil: [veld.get_db_prep_save(waarde, verbinding) for waarde in zuil]


def _omgezet(tabel: type[models.Model], naam: str, waarde: Any, verbinding: Any) -> Any:
    zet = _omzetter(_veld(tabel, naam), verbinding)
    return waarde if zet is None else zet([waarde])[0]


def _sql_sqlite(verbinding: Any, tabel: type[models.Model], namen: list[str], vaste: list[str]) -> str:
    """One prepared statement, run for each row."""
    plekken = ", ".join(["%s"] * len(namen + vaste))
    return _sql(verbinding, tabel, namen + vaste, f"VALUES ({plekken})")


def _sql_sqlite_vast(
    verbinding: Any,
    cursor: Any,
    tabel: type[models.Model],
    namen: list[str],
    vaste: list[str],
    staart: list[Any],
) -> str:
    """The same with what is equal in every row written out (by SQLite itself), so that it is not bound a million times."""
    letterlijk: list[str] = []
    if staart:
        cursor.execute(f"SELECT {', '.join(['quote(%s)'] * len(staart))}", staart)
        letterlijk = [tekst.replace("%", "%%") for tekst in cursor.fetchone()]
    plekken = ", ".join(["%s"] * len(namen) + letterlijk)
    return _sql(verbinding, tabel, namen + vaste, f"VALUES ({plekken})")


def _sql_postgresql(verbinding: Any, tabel: type[models.Model], namen: list[str], vaste: list[str]) -> str:
    """One statement with an array per column; what is the same everywhere goes over once."""
    soorten = {naam: _soort(tabel, naam, verbinding) for naam in namen + vaste}
    lijsten = ", ".join(f"%s::{soorten[naam]}[]" for naam in namen)
    gelijk = [f"%s::{soorten[naam]}" for naam in vaste]
    plekken = [f"k{plek}" for plek in range(len(namen))]
    bron = f"SELECT {', '.join(gelijk + plekken)} FROM unnest({lijsten}) AS r({', '.join(plekken)})"
    return _sql(verbinding, tabel, vaste + namen, bron)


def _kolom(tabel: type[models.Model], naam: str) -> str:
    return next(str(veld.column) for veld in tabel._meta.concrete_fields if veld.attname == naam)


def _soort(tabel: type[models.Model], naam: str, verbinding: Any) -> str:
    """The type of a column without its length: a cast to a length would cut off what is too long, not refuse it."""
    return str(_veld(tabel, naam).rel_db_type(verbinding)).partition("(")[0]


def _sql(verbinding: Any, tabel: type[models.Model], namen: list[str], bron: str) -> str:
    quote = verbinding.ops.quote_name
    kolommen = ", ".join(quote(_kolom(tabel, naam)) for naam in namen)
    return f"INSERT INTO {quote(tabel._meta.db_table)} ({kolommen}) {bron}"
