"""After the rows the bytes: what was deleted must not be left in the files of the database."""

from __future__ import annotations

from django.apps import apps
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.utils import timezone

from samenhang.kernel.vernietiging.models import Vernietiging

WACHT_OP_SLOT = "10s"
"""A table in use is waited for this long; then the duty tries again later, so that nobody waits for it."""

GROEIT_ALLEEN = ("logboek", "cijfers", "contenttypes", "auth", "sessions")
"""Apps whose tables hold no register data that is ever deleted by retention."""


LEGE_KOLOMMEN = """
SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relpages = 0
  AND c.relname = ANY(%s)
  AND a.atttypid IN ('varchar'::regtype, 'text'::regtype, 'jsonb'::regtype, 'bytea'::regtype)
"""
"""Of every empty table: `pg_stats`, which knows where samples are, hides them from who is held to row-level security."""


EIGENAAR = """
SELECT bool_and(pg_has_role(relowner, 'USAGE')) FROM pg_class
WHERE relname = ANY(%s) AND relnamespace = current_schema()::regnamespace
"""


class Bezet(Exception):
    """Someone was reading, so the bytes could not all be cleared yet: tried again later."""


def tabellen() -> list[str]:
    """The tables that PostgreSQL must write anew, by name."""
    modellen = apps.get_models(include_auto_created=True)
    return sorted({m._meta.db_table for m in modellen if m._meta.app_label not in GROEIT_ALLEEN})


def mag_vegen() -> bool:
    """Whether this role may write the tables anew: on PostgreSQL only their owner."""
    if connection.vendor == "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute(EIGENAAR, [tabellen()])
        return bool(cursor.fetchone()[0])


def veeg() -> int:
    """Clear what was deleted out of the database's files, and note it; outside any transaction. Gives of how many.

    SQLite zeroes freed pages itself (secure_delete); what is left is its write-ahead log. PostgreSQL leaves the
    bytes of dead rows in the page, in indexes and in the samples of its planner, also after a plain VACUUM:
    so the tables are written anew and the samples taken again. Raises `Bezet` when it was not complete.
    """
    rijen = list(Vernietiging.objects.filter(uitgeveegd__isnull=True).values_list("id", flat=True))
    if not rijen:
        return 0
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if cursor.fetchone()[0]:
                raise Bezet
        else:
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [WACHT_OP_SLOT])
            try:
                for tabel in tabellen():
                    cursor.execute(f"VACUUM (FULL, ANALYZE) {connection.ops.quote_name(tabel)}")
                _vergeet_monsters(cursor)
                cursor.execute("VACUUM (FULL) pg_catalog.pg_statistic")
            finally:
                cursor.execute("RESET lock_timeout")
    Vernietiging.objects.filter(id__in=rijen).update(uitgeveegd=timezone.now())
    return len(rijen)


def _vergeet_monsters(cursor: CursorWrapper) -> None:
    """Drop the planner's samples of tables that are empty now: ANALYZE leaves those as they were.

    Setting a column to the type that it has is the way that needs no superuser.
    """
    cursor.execute(LEGE_KOLOMMEN, [tabellen()])
    for tabel, kolom, soort in cursor.fetchall():
        naam = connection.ops.quote_name
        cursor.execute(f"ALTER TABLE {naam(tabel)} ALTER COLUMN {naam(kolom)} TYPE {soort}")
