"""The orders of the work stock that are used all day come from an index, so that a large register is as quick as a small one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenhang.schemes.vroegsignalering import actions, queries
from samenhang.schemes.vroegsignalering.domain.werkfilter import Filter
from tests.bouw import lever, maak_gemeente, rij


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("filter_", "index"),
    [
        (Filter(), "open_zaken"),
        (Filter(volgorde="-prioriteit"), "open_zaken"),
        (Filter(volgorde="termijn"), "open_termijn"),
        (Filter(volgorde="-termijn"), "open_termijn"),
        (Filter(stap="gesloten"), "werkvoorraad"),
        (Filter(behandelaar="mij", volgorde="termijn"), "mijn_werk"),
        (Filter(volgorde="geopend"), "open_geopend"),
        (Filter(volgorde="-nummer"), "open_nummer"),
        (Filter(volgorde="stap", stap="open"), "werkvoorraad"),
    ],
    ids=str,
)
def test_een_bladzijde_leest_een_index(filter_: Filter, index: str, schrijf: Callable[..., Path]) -> None:
    gemeente = maak_gemeente()
    lever(gemeente, schrijf(rij(1)))
    actions.pak_signalen_op(gemeente.intake)
    with CaptureQueriesContext(connection) as gevraagd:
        queries.werkvoorraad(gemeente.youssef, filter_)
    opdracht, *_ = (
        vraag["sql"] for vraag in gevraagd.captured_queries if 'FROM "zaken_zaak"' in vraag["sql"]
    )
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # with one row it would rather read the table and sort
            cursor.execute(
                "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off"
            )
            if filter_.behandelaar:  # and with one row the index of all open cases is as good as one's own
                index = "open_termijn"
        cursor.execute(f"EXPLAIN {'QUERY PLAN ' if connection.vendor == 'sqlite' else ''}{opdracht}")
        plan = "\n".join(str(regel) for regel in cursor.fetchall())
    assert index in plan, plan


@pytest.mark.django_db
@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL tells it only after a vacuum")
def test_tellen_en_de_orde_per_behandelaar_lezen_geen_tabel(schrijf: Callable[..., Path]) -> None:
    gemeente = maak_gemeente()
    lever(gemeente, schrijf(rij(1)))
    actions.pak_signalen_op(gemeente.intake)
    with CaptureQueriesContext(connection) as gevraagd:
        queries.werkvoorraad(gemeente.youssef, Filter(volgorde="behandelaar"))
        queries.mijn_werk(gemeente.youssef)
    tellen, orde = (
        next(vraag["sql"] for vraag in gevraagd.captured_queries if stukje in vraag["sql"])
        for stukje in ('"dringend"', "LIMIT 101")
    )
    for opdracht in (tellen, orde):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {opdracht}")
            plan = "\n".join(str(regel) for regel in cursor.fetchall())
        assert "COVERING INDEX open_zaken" in plan, plan
