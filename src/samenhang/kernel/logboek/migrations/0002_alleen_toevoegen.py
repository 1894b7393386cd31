"""Both logs only grow: triggers on both databases; on PostgreSQL each row knows its transaction, for the sealer."""

from django.db import migrations

from samenhang.kernel.logboek.groei import volgorde, weg, zet, zonder_volgorde


class Migration(migrations.Migration):
    dependencies = [("logboek", "0001_initial")]
    operations = [
        migrations.RunPython(zet, weg),
        migrations.RunPython(volgorde, zonder_volgorde),
    ]
