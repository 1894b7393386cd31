"""Who is who: the id of each person and household by its key in the matching, as tables of the column engine.

`wie(sleutel, id, bekend, regel)` and `huis(sleutel, id, bekend, regel)`; an id has 32 digits, `bekend` means that the
register had it before, `regel` is the line with which someone new comes in. New ids go up with that line, so that all
that is written of them extends the indexes of the register at their end.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import duckdb
from django.utils import timezone

from samenhang.kernel.aanlevering.models import Aanlevering
from samenhang.kernel.basis import in_brokken
from samenhang.kernel.logboek.operatie import huidige_operatie
from samenhang.kernel.personen.huishoudens import zet_samenstelling
from samenhang.kernel.personen.models import Huishouden, HuishoudenLid, Persoon
from samenhang.kernel.stapel import BROK, brokken_van, stort
from samenhang.kernel.stapel.uitdrukkingen import nieuwe_id
from samenhang.schemes.vroegsignalering.bestand.tellen import tel
from samenhang.schemes.vroegsignalering.inschrijven.kolommen import als_tekst, cijfers, laad
from samenhang.schemes.vroegsignalering.inschrijven.portie import Portie

NAAM = "vroegsignalering"


def neem_bekende_personen(verbinding: duckdb.DuckDBPyConnection, organisatie: UUID) -> None:
    """Make `wie` with the persons whom the register of an organisation has."""
    eigen = Persoon.objects.filter(organisatie=organisatie, scheme=NAAM)
    _bekend(verbinding, "wie", eigen.values_list("sleutel", als_tekst("id")).iterator(BROK))


def neem_andere_personen(verbinding: duckdb.DuckDBPyConnection, organisatie: UUID) -> None:
    """Add to `wie`, which has those of known signals, whom the register has by another key of `uitkomst`: of whom there
    is no signal any more, since they were taken for another person."""
    sleutels = [
        sleutel
        for (sleutel,) in verbinding.execute(
            "SELECT DISTINCT persoon_id FROM uitkomst WHERE persoon_id NOT IN (SELECT sleutel FROM wie)"
        ).fetchall()
    ]
    eigen = Persoon.objects.filter(organisatie=organisatie, scheme=NAAM)
    rijen = (
        rij
        for brok in in_brokken(sleutels, 900)
        for rij in eigen.filter(sleutel__in=brok).values_list("sleutel", als_tekst("id"))
    )
    _bekend(verbinding, "wie_nog", rijen)
    verbinding.execute("INSERT INTO wie FROM wie_nog")


def kies_personen(verbinding: duckdb.DuckDBPyConnection, van: int) -> None:
    """Add to `wie` a person for each other key of `uitkomst`, coming in after line `van`."""
    verbinding.execute(
        f"""INSERT INTO wie SELECT persoon_id, {nieuwe_id("row_number() OVER (ORDER BY eerste, persoon_id) - 1")}, false,
            greatest(eerste, {int(van) + 1})
        FROM (SELECT u.persoon_id, min(coalesce(s.regel, 0)) AS eerste FROM uitkomst u LEFT JOIN signalen s USING (partner, signaal_id)
              WHERE u.persoon_id NOT IN (SELECT sleutel FROM wie) GROUP BY u.persoon_id)"""
    )


def kies_huishoudens(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering) -> None:
    """Make `huis`, `lid_erbij` (who is new in which household) and `verhuizing` (who was known and is in another)."""
    eigen = Huishouden.objects.filter(organisatie=aanlevering.ontvanger_id, scheme=NAAM)
    _bekend(verbinding, "huis", eigen.values_list("sleutel", als_tekst("id")).iterator(BROK))
    wonen: Iterable[tuple[str, str]] = ()
    if verbinding.execute("SELECT 1 FROM wie WHERE bekend LIMIT 1").fetchone():
        leden = HuishoudenLid.objects.filter(tot__isnull=True)
        # To look up each household takes five times as long as to pass all members by; others than ours find no household.
        if 2 * tel(verbinding, "SELECT count(*) FROM huis") < leden.count():
            leden = leden.filter(huishouden__in=eigen.values("id"))
        wonen = leden.values_list(als_tekst("huishouden_id"), als_tekst("persoon_id")).iterator(BROK)
    laad(verbinding, "lid_nu", {"huis": cijfers("huis"), "persoon": cijfers("persoon")}, wonen)
    verbinding.execute(
        "CREATE OR REPLACE TABLE woont AS SELECT h.sleutel, l.persoon AS id FROM lid_nu l JOIN huis h ON h.id = l.huis"
    )
    _blijf_wonen(verbinding)
    verbinding.execute(
        f"""INSERT INTO huis SELECT huishouden_id, {nieuwe_id("row_number() OVER (ORDER BY eerste) - 1")}, false, regel
        FROM (SELECT u.huishouden_id, min(w.id) AS eerste, min(w.regel) AS regel FROM uitkomst u JOIN wie w ON w.sleutel = u.persoon_id
              WHERE NOT w.bekend AND u.huishouden_id NOT IN (SELECT sleutel FROM huis) GROUP BY u.huishouden_id)"""
    )
    verbinding.execute(
        """CREATE OR REPLACE TABLE lid_erbij AS SELECT DISTINCT h.id AS huis, w.id AS persoon, w.regel
        FROM uitkomst u JOIN wie w ON w.sleutel = u.persoon_id
        JOIN huis h ON h.sleutel = u.huishouden_id WHERE NOT w.bekend ORDER BY w.id"""
    )
    verbinding.execute(
        """CREATE OR REPLACE TABLE verhuizing AS
        SELECT DISTINCT w.id, u.huishouden_id AS sleutel FROM uitkomst u JOIN wie w ON w.sleutel = u.persoon_id AND w.bekend
        LEFT JOIN woont n ON n.id = w.id WHERE n.sleutel IS DISTINCT FROM u.huishouden_id ORDER BY w.id"""
    )


def _blijf_wonen(verbinding: duckdb.DuckDBPyConnection) -> None:
    """A household keeps the key that most of its known members live under: who joins it does not move the others out,
    away from their case. A known key goes to one household, to that with most of its members.
    """
    verbinding.execute(
        """CREATE OR REPLACE TEMP TABLE blijft AS
        WITH u AS (SELECT DISTINCT huishouden_id, persoon_id FROM uitkomst),
            stem AS (SELECT u.huishouden_id, n.sleutel, count(*) AS n FROM u
                JOIN wie w ON w.sleutel = u.persoon_id AND w.bekend JOIN woont n ON n.id = w.id GROUP BY ALL),
            eigen AS (FROM stem QUALIFY row_number() OVER (PARTITION BY huishouden_id ORDER BY n DESC, huishouden_id = sleutel DESC, sleutel) = 1),
            gegeven AS (FROM eigen QUALIFY row_number() OVER (PARTITION BY sleutel ORDER BY n DESC, huishouden_id = sleutel DESC, huishouden_id) = 1),
            rest AS (SELECT DISTINCT huishouden_id FROM uitkomst
                WHERE huishouden_id IN (SELECT sleutel FROM gegeven) AND huishouden_id NOT IN (SELECT huishouden_id FROM gegeven))
        SELECT huishouden_id, sleutel FROM gegeven WHERE huishouden_id <> sleutel
        UNION ALL SELECT huishouden_id, 'H' || left(sha256(huishouden_id || '|' || 'anders'), 14) FROM rest"""
    )
    verbinding.execute(
        "UPDATE uitkomst SET huishouden_id = sleutel FROM blijft WHERE blijft.huishouden_id = uitkomst.huishouden_id"
    )


def schrijf_personen(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering, portie: Portie) -> None:
    """The new persons of a portion, their households, and that they belong to them."""
    dag = timezone.localdate(huidige_operatie().nu)

    def nieuwen(tabel: str) -> str:
        return f"SELECT id, sleutel FROM {tabel} WHERE NOT bekend AND {portie.waar()} ORDER BY id"

    stort(
        Persoon,
        ("id", "sleutel"),
        brokken_van(verbinding.execute(nieuwen("wie"))),
        organisatie_id=aanlevering.ontvanger_id,
        scheme=NAAM,
        bekend_sinds=huidige_operatie().nu,
    )
    stort(
        Huishouden,
        ("id", "sleutel"),
        brokken_van(verbinding.execute(nieuwen("huis"))),
        organisatie_id=aanlevering.ontvanger_id,
        scheme=NAAM,
    )
    erbij = verbinding.execute(f"SELECT huis, persoon FROM lid_erbij WHERE {portie.waar()} ORDER BY persoon")
    stort(HuishoudenLid, ("huishouden_id", "persoon_id"), brokken_van(erbij), van=dag)


def verhuis_bekenden(verbinding: duckdb.DuckDBPyConnection, aanlevering: Aanlevering) -> None:
    """Who was known and is in another household now, leaves the old one: dated sets, nothing is lost."""
    rijen = verbinding.execute("SELECT id, sleutel FROM verhuizing ORDER BY id").fetchall()
    dag = timezone.localdate(huidige_operatie().nu)
    woont = {UUID(persoon): huishouden for persoon, huishouden in rijen}
    zet_samenstelling(aanlevering.ontvanger_id, NAAM, woont, dag)


def _bekend(verbinding: duckdb.DuckDBPyConnection, tabel: str, rijen: Iterable[tuple[str, str]]) -> None:
    """Make a table of what the register has."""
    kolommen = {"sleutel": "sleutel", "id": cijfers("id"), "bekend": "true", "regel": "NULL::INTEGER"}
    laad(verbinding, tabel, kolommen, rijen)
