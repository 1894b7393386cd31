"""Both logs only grow: triggers refuse UPDATE and DELETE on both databases."""

from django.db import migrations

TABELLEN = ("logboek_verwerking", "logboek_auditregel")


def zet(apps, schema_editor):
    for tabel in TABELLEN:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                "CREATE OR REPLACE FUNCTION logboek_weiger() RETURNS trigger LANGUAGE plpgsql AS "
                "$$BEGIN RAISE EXCEPTION 'het logboek groeit alleen (the log only grows)'; END$$"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {tabel}_groeit BEFORE UPDATE OR DELETE OR TRUNCATE ON {tabel} "
                "FOR EACH STATEMENT EXECUTE FUNCTION logboek_weiger()"
            )
        else:
            for wat in ("UPDATE", "DELETE"):
                schema_editor.execute(
                    f"CREATE TRIGGER {tabel}_geen_{wat.lower()} BEFORE {wat} ON {tabel} "
                    "BEGIN SELECT RAISE(ABORT, 'het logboek groeit alleen (the log only grows)'); END"
                )


def weg(apps, schema_editor):
    for tabel in TABELLEN:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_groeit ON {tabel}")
            schema_editor.execute("DROP FUNCTION IF EXISTS logboek_weiger() CASCADE")
        else:
            for wat in ("update", "delete"):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_geen_{wat}")


class Migration(migrations.Migration):
    dependencies = [("logboek", "0001_initial")]
    operations = [migrations.RunPython(zet, weg)]
