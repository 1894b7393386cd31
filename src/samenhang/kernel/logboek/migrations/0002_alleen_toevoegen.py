"""Both logs only grow: triggers on both databases."""

from django.db import migrations

from samenhang.kernel.logboek.groei import weg, zet


class Migration(migrations.Migration):
    dependencies = [("logboek", "0001_initial")]
    operations = [migrations.RunPython(zet, weg)]
