"""Which rows of the logs have no leaf yet, without a lock on who writes them and without losing one.

PostgreSQL: each row holds the number of its transaction (`transactie`, filled by the database). A transaction below
the horizon (`pg_snapshot_xmin`) has ended: its rows are visible or will never be. So a pass reads every visible row
from the horizon of the pass before that has no leaf; a transaction that commits late has a number at or above that
horizon and is read by a later pass, whatever the ids of its rows. A dump that was restored elsewhere begins anew
with low numbers: a horizon that lies before the one of last time says so, and then everything without a leaf is read,
once through in the order of those numbers; what is written meanwhile comes after that.

SQLite: one writer at a time, and the sealer is it. Rows are read in the order of their `rowid`, which is that of
committing. When the row read last is not where it was (VACUUM, a restore), everything without a leaf is read, once
through in that order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models, transaction

from samenhang.kernel.logboek.models import Auditregel, Verwerking
from samenhang.kernel.zegel.domain.regel import Kolom, regels
from samenhang.kernel.zegel.models import Blad

LOGS: dict[str, type[models.Model]] = {"audit": Auditregel, "verwerking": Verwerking}
"""The logs by the name that their leaves carry."""

Gelezen = dict[str, Any]
"""Up to where a log was read: `horizon`, with `na` when it stopped inside a transaction; or `rowid` with the `id` of
that row. `inhalen` while later rows may have a leaf already; on PostgreSQL it is the horizon at which that walk began,
and `tot` the number and id of the row it came to."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A log row that waits for its leaf: its log, its id, and the bytes of the leaf."""

    log: str
    rij_id: UUID
    inhoud: bytes


@cache
def kolommen(log: str) -> tuple[Kolom, ...]:
    """The columns of a log, by name, and how each is written in a leaf."""
    velden = sorted(LOGS[log]._meta.concrete_fields, key=lambda veld: str(veld.attname))
    return tuple(Kolom(str(veld.column), _soort(veld)) for veld in velden)


def _soort(veld: models.Field[Any, Any]) -> str:
    soorten: list[tuple[Any, str]] = [
        (models.UUIDField, "id"),
        (models.DateTimeField, "moment"),
        (models.JSONField, "json"),
        (models.BooleanField, "waarheid"),
        (models.IntegerField, "getal"),
        ((models.CharField, models.TextField), "tekst"),
    ]
    for soort, naam in soorten:
        if isinstance(veld, soort):
            return naam
    raise TypeError(f"{veld.name}: dit soort veld heeft nog geen vorm in een blad")


def noem(log: str, bij: str = "r") -> str:
    """The columns of a log for a SELECT, from the table under this alias.

    On SQLite a moment comes as the text that is stored: to parse it and write it again costs more than its hash.
    """
    als_tekst = "moment" if connection.vendor == "sqlite" else ""
    return ", ".join(
        f'{bij}."{kolom.naam}"' + (" || ''" if kolom.soort == als_tekst else "") for kolom in kolommen(log)
    )


def tabel(log: str) -> str:
    """The table of a log."""
    return str(LOGS[log]._meta.db_table)


_BLAD = Blad._meta.db_table
ZONDER_BLAD = f'NOT EXISTS (SELECT 1 FROM {_BLAD} b WHERE b.rij_id = r."id")'


def lees(log: str, gelezen: Gelezen, hoogstens: int) -> tuple[list[Regel], Gelezen]:
    """The next rows without a leaf, at most so many, and up to where the log has then been read."""
    if connection.vendor == "postgresql":
        return _lees_postgresql(log, gelezen, hoogstens)
    return _lees_sqlite(log, gelezen, hoogstens)


def wacht(log: str, gelezen: Gelezen) -> bool:
    """Whether any row waits for its leaf."""
    if "inhalen" in gelezen and connection.vendor == "postgresql":
        return True  # the pass that finds nothing more ends the walk
    if connection.vendor == "postgresql":
        hersteld = _horizon() < int(gelezen.get("horizon", 0))
        voorwaarde = ZONDER_BLAD if hersteld else f"{_vanaf(gelezen)} AND {ZONDER_BLAD}"
    elif _staat_er_nog(log, gelezen):
        voorwaarde = f"r.rowid > {int(gelezen['rowid'])}"
    else:
        voorwaarde = ZONDER_BLAD
    return bool(_langs_de_index(f"SELECT 1 FROM {tabel(log)} r WHERE {voorwaarde} LIMIT 1"))


def _lees_postgresql(log: str, gelezen: Gelezen, hoogstens: int) -> tuple[list[Regel], Gelezen]:
    horizon = _horizon()
    if "inhalen" in gelezen or horizon < int(gelezen.get("horizon", 0)):
        return _haal_in(log, gelezen, horizon, hoogstens)
    rijen = _op_volgorde(
        log, f"{_vanaf(gelezen)} AND r.transactie <= pg_current_xact_id()::text::bigint", hoogstens
    )
    regels_ = _regels(log, rijen)
    if len(rijen) == hoogstens and rijen[-1][-1] < horizon:
        return regels_, {"horizon": rijen[-1][-1], "na": str(rijen[-1][_plek(log)])}
    return regels_, {"horizon": horizon}


def _haal_in(log: str, gelezen: Gelezen, horizon: int, hoogstens: int) -> tuple[list[Regel], Gelezen]:
    """After a restore: every row without a leaf, one walk over all passes.

    What is written during the walk has a number from the horizon at its beginning on, and is read from there after it.
    A horizon before that beginning says that something was restored again: then the walk begins anew.
    """
    if int(gelezen.get("inhalen", horizon + 1)) > horizon:
        gelezen = {"horizon": gelezen.get("horizon", 0), "inhalen": horizon}
    voorbij = "TRUE"
    if "tot" in gelezen:
        nummer, id_ = gelezen["tot"]
        voorbij = f"(r.transactie, r.id) > ({int(nummer)}, '{UUID(id_)}'::uuid)"
    rijen = _op_volgorde(log, voorbij, hoogstens)
    if len(rijen) < hoogstens:
        return _regels(log, rijen), {"horizon": gelezen["inhalen"]}
    return _regels(log, rijen), gelezen | {"tot": [rijen[-1][-1], str(rijen[-1][_plek(log)])]}


def _op_volgorde(log: str, waar: str, hoogstens: int) -> list[tuple[Any, ...]]:
    return _langs_de_index(
        f"SELECT {noem(log)}, r.transactie FROM {tabel(log)} r WHERE {ZONDER_BLAD} AND {waar} "
        f"ORDER BY r.transactie, r.id LIMIT {int(hoogstens)}"
    )


def _vanaf(gelezen: Gelezen) -> str:
    """From the horizon on; of a transaction that has ended, only the rows behind the one that was read last."""
    begin = int(gelezen.get("horizon", 0))
    if "na" in gelezen:
        return f"(r.transactie, r.id) > ({begin}, '{UUID(gelezen['na'])}'::uuid)"
    return f"r.transactie >= {begin}"


def _horizon() -> int:
    """The number of the oldest transaction that still runs: all below it have ended."""
    return int(_vraag("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")[0][0])


def _lees_sqlite(log: str, gelezen: Gelezen, hoogstens: int) -> tuple[list[Regel], Gelezen]:
    op_rij = _staat_er_nog(log, gelezen)
    inhalen = not op_rij or "inhalen" in gelezen
    waar = f"r.rowid > {int(gelezen['rowid']) if op_rij else 0}" + (f" AND {ZONDER_BLAD}" if inhalen else "")
    rijen = _vraag(
        f"SELECT {noem(log)}, r.rowid FROM {tabel(log)} r WHERE {waar} ORDER BY r.rowid LIMIT {int(hoogstens)}"
    )
    if inhalen and len(rijen) < hoogstens:
        laatste = _vraag(f"SELECT rowid, id FROM {tabel(log)} ORDER BY rowid DESC LIMIT 1")
        return _regels(log, rijen), {"rowid": laatste[0][0], "id": laatste[0][1]} if laatste else {}
    if not rijen:
        return [], gelezen
    tot = {"rowid": rijen[-1][-1], "id": rijen[-1][_plek(log)]}
    return _regels(log, rijen), tot | {"inhalen": True} if inhalen else tot


def _staat_er_nog(log: str, gelezen: Gelezen) -> bool:
    """Whether the row that was read last is where it was."""
    if "rowid" not in gelezen:
        return False
    return _vraag(f"SELECT id FROM {tabel(log)} WHERE rowid = {int(gelezen['rowid'])}") == [(gelezen["id"],)]


def _regels(log: str, rijen: Sequence[Sequence[Any]]) -> list[Regel]:
    plek = _plek(log)
    inhoud = regels(log, kolommen(log), rijen)
    return [
        Regel(log, rij[plek] if isinstance(rij[plek], UUID) else UUID(rij[plek]), deel)
        for rij, deel in zip(rijen, inhoud, strict=True)
    ]


def _plek(log: str) -> int:
    return next(nummer for nummer, kolom in enumerate(kolommen(log)) if kolom.naam == "id")


def _langs_de_index(sql: str) -> list[tuple[Any, ...]]:
    """The answer, found by walking an index as far as is asked.

    PostgreSQL knows nothing yet of rows that were just written, takes a backlog for a handful, and would read and
    sort all of it for each pass: sealing a million rows took half as long again.
    """
    if connection.vendor != "postgresql":
        return _vraag(sql)
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute(_kies("off"))
        rijen = _vraag(sql)
        cursor.execute(_kies("DEFAULT"))
        return rijen


def _kies(stand: str) -> str:
    """Whether PostgreSQL may do anything but walk an index, until the end of the transaction or the next word."""
    wijzen = ("sort", "hashjoin", "mergejoin", "bitmapscan", "seqscan")
    return "".join(f"SET LOCAL enable_{wijze} = {stand}; " for wijze in wijzen)


def _vraag(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def ingevoegd(log: str, gelezen: Gelezen, moment: str, ouder_dan: datetime | None) -> list[UUID | str]:
    """Rows without a leaf that the sealer will not come to, or that are older than a moment; at most a hundred."""
    if connection.vendor == "postgresql":
        horizon = int(gelezen.get("horizon", 0))
        voorbij = f"r.transactie < {horizon}" if _horizon() >= horizon else "FALSE"
    else:
        voorbij = f"r.rowid <= {int(gelezen['rowid'])}" if _staat_er_nog(log, gelezen) else "FALSE"
    oud, waarden = "", []
    if ouder_dan is not None:
        oud, waarden = f' OR r."{moment}" < %s', [connection.ops.adapt_datetimefield_value(ouder_dan)]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT r.id FROM {tabel(log)} r WHERE ({voorbij}{oud}) AND {ZONDER_BLAD} LIMIT 100", waarden
        )
        return [rij[0] for rij in cursor.fetchall()]
