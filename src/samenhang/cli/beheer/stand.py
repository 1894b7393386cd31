"""`samenhang beheer stand`: how this deployment stands, as figures for monitoring. No personal data."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated, Any

import typer

import samenhang
from samenhang.cli import django_aan
from samenhang.cli.uitvoer import toon, toon_json
from samenhang.kernel.basis import Tekst

LABELS = {
    "versie": Tekst("versie", "version"),
    "schemes": Tekst("schemes", "schemes"),
    "database": Tekst("database", "database"),
    "onderhoud": Tekst("onderhoud staat aan", "maintenance is on"),
    "migraties_open": Tekst("migraties nog te doen", "migrations to do"),
    "toegangstabel": Tekst("toegangstabel (hash)", "access table (hash)"),
    "plichten_mislukt": Tekst("plichten die mislukken", "duties that fail"),
    "plichten_bezet": Tekst("plichten in behandeling", "duties in hand"),
    "aanleveringen_onaf": Tekst("aanleveringen nog te verwerken", "deliveries to process"),
    "vernietigd_niet_gewist": Tekst("vernietigd, bytes nog niet gewist", "destroyed, bytes not cleared yet"),
    "vernietigd_niet_geregistreerd": Tekst(
        "vernietigd, nog niet in het register", "destroyed, not in the register yet"
    ),
    "vernietigberichten_open": Tekst(
        "berichten van vernietiging zonder ontvangst", "notices of destruction without receipt"
    ),
    "vernietigberichten_te_laat": Tekst("daarvan te laat", "of which overdue"),
    "logalarmen_open": Tekst("open alarmen over het logboek", "open alarms about the log"),
    "zaken_open": Tekst("open zaken", "open cases"),
    "termijnen_te_laat": Tekst("termijnen te laat", "terms overdue"),
    "vrije_ruimte_mb": Tekst("vrije schijfruimte (MB)", "free disk space (MB)"),
}


def stand(
    als_json: Annotated[
        bool, typer.Option("--json", help="Eén JSON-document op stdout / One JSON document on stdout")
    ] = False,
) -> None:
    """Toon hoe het ervoor staat, in cijfers voor bewaking / Show how it stands, in figures for monitoring."""
    django_aan()
    cijfers = cijfers_van_nu()
    if als_json:
        toon_json(cijfers)
        return
    for naam, waarde in cijfers.items():
        nl = en = ", ".join(waarde) if isinstance(waarde, list) else str(waarde)
        if isinstance(waarde, bool):
            nl, en = ("ja", "yes") if waarde else ("nee", "no")
        toon(Tekst(f"{LABELS[naam].nl:<32} {nl}", f"{LABELS[naam].en:<32} {en}"))


def cijfers_van_nu() -> dict[str, Any]:
    """The figures, each one cheap count."""
    from django.conf import settings
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.utils import timezone

    from samenhang.kernel.onderhoud import onderhoud

    uit: dict[str, Any] = {
        "versie": samenhang.__version__,
        "schemes": sorted(_schemes()),
        "database": connection.vendor,
        "onderhoud": onderhoud(settings.DATAMAP) is not None,
    }
    executor = MigrationExecutor(connection)
    uit["migraties_open"] = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if uit["migraties_open"]:
        return uit
    from samenhang.kernel.aanlevering.models import Aanlevering
    from samenhang.kernel.plichten.models import PlichtItem
    from samenhang.kernel.toegang.geldend import beslistabel
    from samenhang.kernel.vernietiging.models import Vernietiging
    from samenhang.kernel.verstrekkingen.queries import aantallen_vernietigberichten
    from samenhang.kernel.zaken.models import Zaak, ZaakTermijn
    from samenhang.kernel.zegel.models import Logalarm

    bericht_open, bericht_laat = aantallen_vernietigberichten()
    te_laat = ZaakTermijn.objects.filter(klaar__isnull=True, einde__lt=timezone.localdate())
    return uit | {
        "toegangstabel": beslistabel().hash[:16],
        "plichten_mislukt": PlichtItem.objects.exclude(fout="").count(),
        "plichten_bezet": PlichtItem.objects.filter(bezet_tot__gt=timezone.now()).count(),
        "aanleveringen_onaf": Aanlevering.objects.filter(status__in=("ontvangen", "gekeurd")).count(),
        "vernietigd_niet_gewist": Vernietiging.objects.filter(uitgeveegd__isnull=True).count(),
        "vernietigd_niet_geregistreerd": Vernietiging.objects.filter(geregistreerd__isnull=True).count(),
        "vernietigberichten_open": bericht_open,
        "vernietigberichten_te_laat": bericht_laat,
        "logalarmen_open": Logalarm.objects.filter(klaar__isnull=True).count(),
        "zaken_open": Zaak.objects.filter(gesloten__isnull=True).count(),
        "termijnen_te_laat": te_laat.count(),
        "vrije_ruimte_mb": shutil.disk_usage(Path(settings.DATAMAP)).free // 1_000_000,
    }


def _schemes() -> list[str]:
    from samenhang.kernel.scheme import geinstalleerde_schemes

    return list(geinstalleerde_schemes())
