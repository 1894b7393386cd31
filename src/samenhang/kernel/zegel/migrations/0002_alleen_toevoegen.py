"""Leaves, subtrees, checkpoints and countersignatures only grow: triggers on both databases."""

from django.db import migrations

from samenhang.kernel.zegel.groei import weg, zet


class Migration(migrations.Migration):
    dependencies = [("zegel", "0001_initial"), ("logboek", "0002_alleen_toevoegen")]
    operations = [migrations.RunPython(zet, weg)]
