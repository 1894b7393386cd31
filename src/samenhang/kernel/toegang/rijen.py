"""The wall in PostgreSQL: row-level security on every category table, made from its declaration.

The wall in the connection (`muur.py`) stands in this process; this one stands in the database, and holds for
whoever comes there: a console, a report tool, a statement that slipped past Django. Each statement that a
decision opened carries that decision along as settings that live as long as its transaction. The policies show
the rows of the category, the register and the persons in those settings, and none without them. They are FORCED,
so that the owner of the tables is held to them as well.

The application keeps its own conditions: they are the first wall, and what lets the planner use an index.
"""

from __future__ import annotations

import hashlib
from typing import Any
from weakref import WeakKeyDictionary

from django.apps import apps
from django.db import models

from samenhang.kernel.toegang.poort import Toegang

LEEST, SCHRIJFT, REGISTER, PERSONEN = (
    f"samenhang.{naam}" for naam in ("leest", "schrijft", "register", "personen")
)
"""The settings of a transaction: categories to read and to write, the register, and whose rows."""

IEDEREEN = "*"
"""Every person of the register: what a decision gives only to who sees whole registers."""

OPDRACHTEN = {
    "zien": ("SELECT", LEEST, "USING ({0})"),
    "maken": ("INSERT", SCHRIJFT, "WITH CHECK ({0})"),
    "wijzigen": ("UPDATE", SCHRIJFT, "USING ({0}) WITH CHECK ({0})"),
    "wissen": ("DELETE", SCHRIJFT, "USING ({0})"),
}
"""The policies by name: what they are for, which setting opens them, how they are written."""

_STAND = """
SELECT c.relrowsecurity AND c.relforcerowsecurity, coalesce(array_agg(obj_description(p.oid, 'pg_policy')), '{}')
FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid
WHERE c.oid = to_regclass(%s)
GROUP BY c.oid
"""

_voorzetsels: WeakKeyDictionary[Toegang, dict[bool, str]] = WeakKeyDictionary()


def regel(model: Any, opener: str) -> str:
    """The condition that a row must meet; each setting is read once in a statement, not once a row."""
    return (
        f"'{model.CATEGORIE}' = ANY (string_to_array((SELECT current_setting('{opener}', true)), ','))"
        f" AND organisatie_id = (SELECT nullif(current_setting('{REGISTER}', true), '')::uuid)"
        f" AND ((SELECT current_setting('{PERSONEN}', true)) = '{IEDEREEN}' OR EXISTS ("
        f"SELECT 1 FROM unnest((SELECT CASE current_setting('{PERSONEN}', true) WHEN '{IEDEREEN}' THEN NULL"
        f" ELSE string_to_array(current_setting('{PERSONEN}', true), ',')::uuid[] END)) AS wie(id)"
        " WHERE wie.id = persoon_id))"
    )


def opdrachten_voor(model: Any) -> dict[str, str]:
    """The policies of a category table, by name."""
    tabel = model._meta.db_table
    return {
        naam: f'CREATE POLICY {naam} ON "{tabel}" FOR {soort} {vorm.format(regel(model, opener))}'
        for naam, (soort, opener, vorm) in OPDRACHTEN.items()
    }


def open_tabellen(verbinding: Any, modellen: list[Any]) -> list[str]:
    """Which of these category tables stand in PostgreSQL without the policies of their declaration, FORCED."""
    return [model._meta.db_table for model in modellen if not _staat(verbinding, model)]


def zet_regels(verbinding: Any, modellen: list[Any]) -> None:
    """Give these category tables the policies of their declaration; one that has them already is left alone.

    Only the owner of the tables can, so it goes with the migrations.
    """
    with verbinding.cursor() as cursor:
        for model in modellen:
            if _staat(verbinding, model):
                continue
            tabel = model._meta.db_table
            cursor.execute("SELECT polname FROM pg_policy WHERE polrelid = to_regclass(%s)", [f'"{tabel}"'])
            for (oud,) in cursor.fetchall():
                cursor.execute(f'DROP POLICY "{oud}" ON "{tabel}"')
            for naam, sql in opdrachten_voor(model).items():
                cursor.execute(sql)
                cursor.execute(f"COMMENT ON POLICY {naam} ON \"{tabel}\" IS '{_merk(sql)}'")
            cursor.execute(f'ALTER TABLE "{tabel}" ENABLE ROW LEVEL SECURITY')
            cursor.execute(f'ALTER TABLE "{tabel}" FORCE ROW LEVEL SECURITY')


def _staat(verbinding: Any, model: Any) -> bool:
    """Whether the table has exactly its policies, and is held to them; also when the table itself does not stand."""
    with verbinding.cursor() as cursor:
        cursor.execute(_STAND, [f'"{model._meta.db_table}"'])
        stand = cursor.fetchone()
    merken = sorted(map(_merk, opdrachten_voor(model).values()))
    return stand is None or (stand[0] and sorted(merk or "" for merk in stand[1]) == merken)


def _merk(sql: str) -> str:
    """Stands with a policy: whether it is the one of the declaration is seen without reading its text back."""
    return hashlib.sha256(sql.encode()).hexdigest()[:32]


def na_migratie(basis: type[models.Model] | None, app_config: Any, using: str) -> None:
    """The category tables of an app, after it was migrated."""
    from django.db import connections, transaction

    modellen = [model for model in app_config.get_models() if basis and issubclass(model, basis)]
    if modellen and connections[using].vendor == "postgresql":
        with transaction.atomic(using=using):
            zet_regels(connections[using], modellen)


def categorietabellen(basis: type[models.Model]) -> list[Any]:
    """Every category table of this deployment."""
    return [model for model in apps.get_models() if issubclass(model, basis)]


def voorzetsel(toegang: Toegang, schrijft: bool) -> str:
    """The statement that tells the database under which decision the next one runs, to the end of its transaction.

    What changes rows may look at what it may write; what only reads may write nothing.
    """
    gemaakt = _voorzetsels.setdefault(toegang, {})
    if schrijft not in gemaakt:
        personen = IEDEREEN if toegang.personen is None else ",".join(sorted(map(str, toegang.personen)))
        leest = toegang.leest | toegang.schrijft if schrijft else toegang.leest
        waarden = {
            LEEST: ",".join(sorted(leest)),
            SCHRIJFT: ",".join(sorted(toegang.schrijft)) if schrijft else "",
            REGISTER: str(toegang.organisatie_id),
            PERSONEN: personen,
        }
        zetten = (f"set_config('{naam}', '{_letterlijk(waarde)}', true)" for naam, waarde in waarden.items())
        gemaakt[schrijft] = f"SELECT {', '.join(zetten)}; "
    return gemaakt[schrijft]


def _letterlijk(waarde: str) -> str:
    """A value between quotes; ids and names of categories hold none, and what does is refused here."""
    if "'" in waarde or "\\" in waarde or "%" in waarde:
        raise ValueError("een naam van een categorie bevat geen aanhalingsteken, schuine streep of procent")
    return waarde


def voer_uit_onder(
    toegang: Toegang, schrijft: bool, voer_uit: Any, sql: str, parameters: Any, veel: bool, context: Any
) -> Any:
    """Run a statement with its decision before it, in one round trip; there is no moment in which it can be forgotten.

    Nothing is remembered of what was set: a savepoint that is rolled back takes the settings with it, and a pooled
    connection keeps none. A statement that the driver sends in its own way (many sets of values, a cursor in the
    database) gets them by a statement of its own.
    """
    cursor = context["cursor"].cursor
    zet = voorzetsel(toegang, schrijft)
    if veel or getattr(cursor, "name", None):
        context["connection"].connection.execute(zet)
        return voer_uit(sql, parameters, veel, context)
    uitkomst = voer_uit(zet + sql, parameters, veel, context)
    cursor.nextset()
    return uitkomst
