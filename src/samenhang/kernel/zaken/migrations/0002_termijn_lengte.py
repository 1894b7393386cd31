from django.db import migrations, models


def uit_het_spoor(apps, schema_editor):
    """Terms that run already kept the length they began with in the first line of their explanation."""
    termijnen = apps.get_model("zaken", "ZaakTermijn").objects
    for termijn in termijnen.iterator():
        if termijn.spoor and "lengte" in termijn.spoor[0]:
            termijn.lengte = termijn.spoor[0].pop("lengte")
            termijn.save(update_fields=["lengte", "spoor"])


class Migration(migrations.Migration):
    dependencies = [("zaken", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="zaaktermijn",
            name="lengte",
            field=models.PositiveIntegerField(db_default=0),
        ),
        migrations.RunPython(uit_het_spoor, migrations.RunPython.noop),
    ]
