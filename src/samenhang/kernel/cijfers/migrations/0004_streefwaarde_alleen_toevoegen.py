"""A target stays as it was set: triggers refuse UPDATE and DELETE on both databases."""

from django.db import migrations

TABEL = "cijfers_streefwaarde"


def zet(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            f"CREATE TRIGGER {TABEL}_vast BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABEL} "
            "FOR EACH STATEMENT EXECUTE FUNCTION cijfers_weiger()"
        )
        return
    for wat in ("UPDATE", "DELETE"):
        schema_editor.execute(
            f"CREATE TRIGGER {TABEL}_geen_{wat.lower()} BEFORE {wat} ON {TABEL} "
            "BEGIN SELECT RAISE(ABORT, 'een streefwaarde verandert niet (a target does not change)'); END"
        )


def weg(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABEL}_vast ON {TABEL}")
        return
    for wat in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABEL}_geen_{wat}")


class Migration(migrations.Migration):
    dependencies = [("cijfers", "0003_streefwaarde")]
    operations = [migrations.RunPython(zet, weg)]
