"""The audit log knows who carried something out, on which legal bases, with which consent, and whether in an emergency.

Columns with a constant default are added where they stand: no table is rebuilt, the triggers stay, and a leaf of the
seal leaves out what is empty, so that older rows keep theirs.
"""

from typing import Any

from django.db import migrations, models

TABEL = "logboek_auditregel"
KOLOMMEN = (
    ("uitvoerder", "varchar(200)", "''"),
    ("grondslagen", "varchar(200)", "''"),
    ("instemming", "varchar(300)", "''"),
    ("uitstel", "varchar(10)", "''"),
    ("nood", "bool", "false"),
)


def erbij(apps: Any, schema_editor: Any) -> None:
    """Add the columns."""
    for naam, soort, leeg in KOLOMMEN:
        schema_editor.execute(f"ALTER TABLE {TABEL} ADD COLUMN {naam} {soort} NOT NULL DEFAULT {leeg}")


def eraf(apps: Any, schema_editor: Any) -> None:
    """Take them away, for going back."""
    for naam, _, _ in KOLOMMEN:
        schema_editor.execute(f"ALTER TABLE {TABEL} DROP COLUMN {naam}")


def _tekst(lengte: int) -> models.CharField:
    return models.CharField(max_length=lengte, blank=True, db_default="")


class Migration(migrations.Migration):
    dependencies = [("logboek", "0002_alleen_toevoegen")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(erbij, eraf)],
            state_operations=[
                migrations.AddField("auditregel", "uitvoerder", _tekst(200)),
                migrations.AddField("auditregel", "grondslagen", _tekst(200)),
                migrations.AddField("auditregel", "instemming", _tekst(300)),
                migrations.AddField("auditregel", "uitstel", _tekst(10)),
                migrations.AddField(
                    "auditregel", "nood", models.BooleanField(default=False, db_default=False)
                ),
            ],
        )
    ]
