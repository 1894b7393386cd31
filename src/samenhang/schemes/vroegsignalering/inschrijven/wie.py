"""Who is who: the id of each person and household by its key in the matching, as tables of the column engine.

`wie(sleutel, id, bekend)` and `huis(sleutel, id, bekend)`; an id has 32 digits, `bekend` means that the register had
it before. New ids go up with the line of the first signal, so that all that is written of them extends the indexes
of the register at their end.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from uuid import UUID

import duckdb
from django.utils import timezone

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.personen.huishoudens import zet_samenstelling
from samenhang.kernel.personen.models import Huishouden, HuishoudenLid, Persoon
from samenhang.kernel.stapel import BROK, brokken_van, stort
from samenhang.kernel.stapel.uitdrukkingen import nieuwe_id

NAAM = "vroegsignalering"


def zet_personen(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering) -> None:
    """Make `wie`, with a person in the register for each key of `uitkomst` that was new."""
    eigen = Persoon.objects.filter(organisatie=aanlevering.ontvanger_id, scheme=NAAM)
    _bekend(verbinding, "wie", eigen.values_list("sleutel", "id").iterator(BROK))
    verbinding.execute(
        f"""INSERT INTO wie SELECT persoon_id, {nieuwe_id("row_number() OVER (ORDER BY eerste, persoon_id) - 1")}, false
        FROM (SELECT u.persoon_id, min(s.regel) AS eerste FROM uitkomst u JOIN signalen s USING (partner, signaal_id)
              WHERE u.persoon_id NOT IN (SELECT sleutel FROM wie) GROUP BY u.persoon_id)"""
    )
    stort(
        Persoon,
        ("id", "sleutel"),
        brokken_van(verbinding.execute("SELECT id, sleutel FROM wie WHERE NOT bekend ORDER BY id")),
        organisatie_id=aanlevering.ontvanger_id,
        scheme=NAAM,
        bekend_sinds=huidige_operatie().nu,
    )


def zet_huishoudens(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering) -> None:
    """Households as dated sets: who is new comes in, who moved to another set leaves the old one."""
    dag = timezone.localdate(huidige_operatie().nu)
    eigen = Huishouden.objects.filter(organisatie=aanlevering.ontvanger_id, scheme=NAAM)
    _bekend(verbinding, "huis", eigen.values_list("sleutel", "id").iterator(BROK))
    verbinding.execute(
        f"""INSERT INTO huis SELECT huishouden_id, {nieuwe_id("row_number() OVER (ORDER BY eerste) - 1")}, false
        FROM (SELECT u.huishouden_id, min(w.id) AS eerste FROM uitkomst u JOIN wie w ON w.sleutel = u.persoon_id
              WHERE NOT w.bekend AND u.huishouden_id NOT IN (SELECT sleutel FROM huis) GROUP BY u.huishouden_id)"""
    )
    stort(
        Huishouden,
        ("id", "sleutel"),
        brokken_van(verbinding.execute("SELECT id, sleutel FROM huis WHERE NOT bekend ORDER BY id")),
        organisatie_id=aanlevering.ontvanger_id,
        scheme=NAAM,
    )
    nieuw = verbinding.execute(
        """SELECT DISTINCT h.id, w.id FROM uitkomst u JOIN wie w ON w.sleutel = u.persoon_id
        JOIN huis h ON h.sleutel = u.huishouden_id WHERE NOT w.bekend ORDER BY w.id"""
    )
    stort(HuishoudenLid, ("huishouden_id", "persoon_id"), brokken_van(nieuw), van=dag)
    zet_samenstelling(aanlevering.ontvanger_id, NAAM, _verhuisd(verbinding, aanlevering), dag)


def _verhuisd(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering) -> dict[UUID, str]:
    """The known persons who are in another household than before, with its key."""
    if verbinding.execute("SELECT 1 FROM wie WHERE bekend LIMIT 1").fetchone() is None:
        return {}
    leden = HuishoudenLid.objects.filter(
        huishouden__organisatie=aanlevering.ontvanger_id, persoon__scheme=NAAM, tot__isnull=True
    )
    _bekend(verbinding, "woont", leden.values_list("huishouden__sleutel", "persoon_id").iterator(BROK))
    rijen = verbinding.execute(
        """SELECT DISTINCT w.id, u.huishouden_id FROM uitkomst u JOIN wie w ON w.sleutel = u.persoon_id AND w.bekend
        LEFT JOIN woont n ON n.id = w.id WHERE n.sleutel IS DISTINCT FROM u.huishouden_id ORDER BY w.id"""
    ).fetchall()
    return {UUID(persoon): huishouden for persoon, huishouden in rijen}


def ids_van(verbinding: duckdb.DuckDBPyConnection, sleutels: Iterable[str]) -> dict[str, UUID]:
    """The ids of some persons by their key."""
    rijen = verbinding.execute(
        "SELECT sleutel, id FROM wie WHERE sleutel IN (SELECT unnest(?::VARCHAR[]))", [sorted(set(sleutels))]
    ).fetchall()
    return {sleutel: UUID(nummer) for sleutel, nummer in rijen}


def _bekend(verbinding: duckdb.DuckDBPyConnection, tabel: str, rijen: Iterable[tuple[str, UUID]]) -> None:
    """Make a table of what the register has, a piece at a time."""
    verbinding.execute(f"CREATE OR REPLACE TABLE {tabel} (sleutel VARCHAR, id VARCHAR, bekend BOOLEAN)")
    alle = iter(rijen)
    while brok := list(islice(alle, BROK)):
        verbinding.execute(
            f"INSERT INTO {tabel} SELECT unnest(?::VARCHAR[]), unnest(?::VARCHAR[]), true",
            [[sleutel for sleutel, _ in brok], [nummer.hex for _, nummer in brok]],
        )
