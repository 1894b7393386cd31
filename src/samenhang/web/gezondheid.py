"""Two questions of whoever keeps the service running: does the process live, and can it serve?"""

from __future__ import annotations

import os
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse

from samenhang.kernel.onderhoud import onderhoud


def leeft(request: HttpRequest) -> JsonResponse:
    """The process lives; when it does not answer, start it anew."""
    return JsonResponse({"status": "leeft"})


def klaar(request: HttpRequest) -> JsonResponse:
    """The process can serve: database, migrations and data folder are in order; else 503 with the reason.

    Under maintenance it still can, and says so: a proxy that took it out would show a page of its own.
    """
    stand = {"onderhoud": True} if onderhoud(settings.DATAMAP) else {}
    reden = _belemmering()
    if reden:
        return JsonResponse({"status": "niet klaar", "reden": reden} | stand, status=503)
    return JsonResponse({"status": "klaar"} | stand)


def _belemmering() -> str:
    """What stands in the way, as one word: nobody outside needs to know more."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not _gemigreerd():
            _gemigreerd.cache_clear()
            return "migraties"
    except DatabaseError:
        return "database"
    return "" if os.access(settings.DATAMAP, os.W_OK) else "gegevensmap"


@cache
def _gemigreerd() -> bool:
    """Whether the database is at the version of this code; once yes, asked no more."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
