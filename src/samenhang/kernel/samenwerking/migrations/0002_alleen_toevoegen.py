"""An agreement, its parties and its signatures stay as they were: triggers refuse UPDATE and DELETE on both databases."""

from django.db import migrations

TABELLEN = (
    "samenwerking_samenwerkingsafspraak",
    "samenwerking_afspraakpartij",
    "samenwerking_afspraakhandtekening",
    "samenwerking_afspraakeinde",
    "samenwerking_afspraakeindegehoord",
)
ZIN = (
    "een samenwerkingsafspraak verandert niet, zij wordt vervangen (an agreement is replaced, never changed)"
)


def zet(apps, schema_editor):
    for tabel in TABELLEN:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                "CREATE OR REPLACE FUNCTION samenwerking_weiger() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$BEGIN RAISE EXCEPTION '{ZIN}'; END$$"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {tabel}_vast BEFORE UPDATE OR DELETE OR TRUNCATE ON {tabel} "
                "FOR EACH STATEMENT EXECUTE FUNCTION samenwerking_weiger()"
            )
        else:
            for wat in ("UPDATE", "DELETE"):
                schema_editor.execute(
                    f"CREATE TRIGGER {tabel}_geen_{wat.lower()} BEFORE {wat} ON {tabel} "
                    f"BEGIN SELECT RAISE(ABORT, '{ZIN}'); END"
                )


def weg(apps, schema_editor):
    for tabel in TABELLEN:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_vast ON {tabel}")
            schema_editor.execute("DROP FUNCTION IF EXISTS samenwerking_weiger() CASCADE")
        else:
            for wat in ("update", "delete"):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_geen_{wat}")


class Migration(migrations.Migration):
    dependencies = [("samenwerking", "0001_initial")]
    operations = [migrations.RunPython(zet, weg)]
