"""Points and judgements only grow: triggers on both databases."""

from django.db import migrations

from samenhang.kernel.toezicht.groei import weg, zet


class Migration(migrations.Migration):
    dependencies = [("toezicht", "0001_initial"), ("logboek", "0002_alleen_toevoegen")]
    operations = [migrations.RunPython(zet, weg)]
