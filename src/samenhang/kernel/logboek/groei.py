"""Both logs only grow: triggers refuse UPDATE, DELETE and TRUNCATE, and on SQLite the replacing INSERT as well."""

from __future__ import annotations

from typing import Any

TABELLEN = ("logboek_verwerking", "logboek_auditregel")
ZIN = "het logboek groeit alleen (the log only grows)"


def zet(apps: Any, schema_editor: Any) -> None:
    """Put the triggers in place, anew where they stood; a migration that rebuilds a table calls this again."""
    weg(apps, schema_editor)
    voer_uit = schema_editor.execute
    if schema_editor.connection.vendor == "postgresql":
        voer_uit(
            "CREATE OR REPLACE FUNCTION logboek_weiger() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$BEGIN RAISE EXCEPTION '{ZIN}'; END$$"
        )
        for tabel in TABELLEN:
            voer_uit(
                f"CREATE TRIGGER {tabel}_groeit BEFORE UPDATE OR DELETE OR TRUNCATE ON {tabel} "
                "FOR EACH STATEMENT EXECUTE FUNCTION logboek_weiger()"
            )
        return
    for tabel in TABELLEN:
        for wat in ("UPDATE", "DELETE"):
            voer_uit(
                f"CREATE TRIGGER {tabel}_geen_{wat.lower()} BEFORE {wat} ON {tabel} "
                f"BEGIN SELECT RAISE(ABORT, '{ZIN}'); END"
            )
        voer_uit(
            f"CREATE TRIGGER {tabel}_geen_vervanging BEFORE INSERT ON {tabel} "
            f"WHEN EXISTS (SELECT 1 FROM {tabel} WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, '{ZIN}'); END"
        )


def weg(apps: Any, schema_editor: Any) -> None:
    """Take the triggers away, for going back."""
    for tabel in TABELLEN:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_groeit ON {tabel}")
        else:
            for wat in ("update", "delete", "vervanging"):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_geen_{wat}")
