"""What was published, and a target that was set, stays as it was: triggers refuse UPDATE and DELETE on both databases."""

from django.db import migrations

TABELLEN = ("cijfers_vaststelling", "cijfers_inwonertal", "cijfers_streefwaarde")


def zet(apps, schema_editor):
    for tabel in TABELLEN:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                "CREATE OR REPLACE FUNCTION cijfers_weiger() RETURNS trigger LANGUAGE plpgsql AS "
                "$$BEGIN RAISE EXCEPTION 'wat is vastgesteld verandert niet (what was decided does not change)'; END$$"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE OR DELETE OR TRUNCATE ON {tabel} "
                "FOR EACH STATEMENT EXECUTE FUNCTION cijfers_weiger()"
            )
        else:
            for wat in ("UPDATE", "DELETE"):
                schema_editor.execute(
                    f"CREATE TRIGGER {tabel}_geen_{wat.lower()} BEFORE {wat} ON {tabel} "
                    "BEGIN SELECT RAISE(ABORT, 'wat is vastgesteld verandert niet (what was decided does not change)'); END"
                )


def weg(apps, schema_editor):
    for tabel in TABELLEN:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_vast ON {tabel}")
            schema_editor.execute("DROP FUNCTION IF EXISTS cijfers_weiger() CASCADE")
        else:
            for wat in ("update", "delete"):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_geen_{wat}")


class Migration(migrations.Migration):
    dependencies = [("cijfers", "0001_initial")]
    operations = [migrations.RunPython(zet, weg)]
