"""Tables that only grow: triggers refuse UPDATE, DELETE and TRUNCATE, and on SQLite the replacing INSERT as well."""

from __future__ import annotations

from typing import Any

TABELLEN = ("logboek_verwerking", "logboek_auditregel")
"""The two logs."""
ZIN = "het logboek groeit alleen (the log only grows)"


def zet(apps: Any, schema_editor: Any) -> None:
    """Put the triggers of the logs in place; a migration that rebuilds one of them calls this again."""
    bewaak(schema_editor, TABELLEN)


def weg(apps: Any, schema_editor: Any) -> None:
    """Take the triggers of the logs away, for going back."""
    geef_vrij(schema_editor, TABELLEN)


def volgorde(apps: Any, schema_editor: Any) -> None:
    """PostgreSQL: each log row holds the number of its transaction, by which the sealer misses none."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for tabel in TABELLEN:
        schema_editor.execute(
            f"ALTER TABLE {tabel} ADD COLUMN transactie bigint NOT NULL "
            "DEFAULT (pg_current_xact_id()::text::bigint)"
        )
        schema_editor.execute(f"CREATE INDEX {tabel}_transactie ON {tabel} (transactie, id)")


def zonder_volgorde(apps: Any, schema_editor: Any) -> None:
    """Take that column away, for going back."""
    if schema_editor.connection.vendor == "postgresql":
        for tabel in TABELLEN:
            schema_editor.execute(f"ALTER TABLE {tabel} DROP COLUMN transactie")


def bewaak(schema_editor: Any, tabellen: tuple[str, ...], sleutel: str = "id") -> None:
    """Put triggers on tables, anew where they stood. `sleutel` is the column of their primary key."""
    geef_vrij(schema_editor, tabellen)
    voer_uit = schema_editor.execute
    if schema_editor.connection.vendor == "postgresql":
        voer_uit(
            "CREATE OR REPLACE FUNCTION logboek_weiger() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$BEGIN RAISE EXCEPTION '{ZIN}'; END$$"
        )
        for tabel in tabellen:
            voer_uit(
                f"CREATE TRIGGER {tabel}_groeit BEFORE UPDATE OR DELETE OR TRUNCATE ON {tabel} "
                "FOR EACH STATEMENT EXECUTE FUNCTION logboek_weiger()"
            )
        return
    for tabel in tabellen:
        for wat in ("UPDATE", "DELETE"):
            voer_uit(
                f"CREATE TRIGGER {tabel}_geen_{wat.lower()} BEFORE {wat} ON {tabel} "
                f"BEGIN SELECT RAISE(ABORT, '{ZIN}'); END"
            )
        voer_uit(
            f"CREATE TRIGGER {tabel}_geen_vervanging BEFORE INSERT ON {tabel} "
            f"WHEN EXISTS (SELECT 1 FROM {tabel} WHERE {sleutel} = NEW.{sleutel}) BEGIN SELECT RAISE(ABORT, '{ZIN}'); END"
        )


def geef_vrij(schema_editor: Any, tabellen: tuple[str, ...]) -> None:
    """Take the triggers away, for going back."""
    for tabel in tabellen:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_groeit ON {tabel}")
        else:
            for wat in ("update", "delete", "vervanging"):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_geen_{wat}")
