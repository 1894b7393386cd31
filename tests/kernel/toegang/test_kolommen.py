"""The wall in SQLite: what the library itself refuses to who walks past the application."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.signals import request_started
from django.db import close_old_connections, connection

from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.personen.models import Persoon
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.kolommen import DICHT, Open, Tabel, tabel_van, zet
from samenhang.kernel.toegang.rijen import categorietabellen
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from tests.bouw import Gemeente, rij
from tests.staand import Stand, gemeente_met_zaak

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="alleen SQLite vraagt per kolom")

NAAM = "SELECT achternaam FROM persoonsgegevens_naw"


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Stand]], Stand]) -> Stand:
    return blijvend(lambda map_: gemeente_met_zaak(map_, rij(1)))


@pytest.fixture
def huis(stand: Stand, db: None) -> Gemeente:
    return stand[0]


@pytest.fixture
def zaak(stand: Stand, huis: Gemeente) -> Zaak:
    return Zaak.objects.get(id=stand[1])


def console(opdracht: str) -> list[Any]:
    """A statement past Django, in the connection that it uses."""
    return list(connection.connection.execute(opdracht).fetchall())


@contextmanager
def besluit(huis: Gemeente, zaak: Zaak, **vraag: Any) -> Iterator[Toegang]:
    with operatie("vroegsignalering", "proef", huis.sanne):
        yield toegang_tot(huis.sanne, zaak, **vraag)


@pytest.mark.parametrize("model", categorietabellen(Categorietabel), ids=lambda model: model.__name__)
@pytest.mark.parametrize("vorm", ["SELECT count(*) FROM {0}", "SELECT 1 WHERE EXISTS (SELECT id FROM {0})"])
def test_geen_enkele_categorietabel_gaat_open_zonder_besluit(db: None, model: Any, vorm: str) -> None:
    with pytest.raises(sqlite3.DatabaseError, match=r"prohibited|not authorized"):
        console(vorm.format(model._meta.db_table))


def test_een_rij_maken_wijzigen_of_wissen_kan_ook_niet(huis: Gemeente) -> None:
    for opdracht in (
        "UPDATE persoonsgegevens_naw SET achternaam = 'X'",
        "DELETE FROM persoonsgegevens_naw",
        "INSERT INTO persoonsgegevens_naw (id) VALUES ('x')",
    ):
        with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
            console(opdracht)


def test_na_een_besluit_is_alles_weer_dicht_ook_een_bewaarde_opdracht(huis: Gemeente, zaak: Zaak) -> None:
    with besluit(huis, zaak, leest=("naw",)) as toegang:
        rijen = Naw.objects.met(toegang).values_list("achternaam", flat=True)
        assert len(list(rijen)) == 1
        sql, waarden = rijen.query.sql_with_params()
        with pytest.raises(sqlite3.DatabaseError, match="prohibited"):
            connection.connection.execute(sql.replace("%s", "?"), waarden)


def test_elk_verzoek_begint_dicht_wat_er_ook_met_de_verbinding_gebeurde(huis: Gemeente) -> None:
    connection.connection.set_authorizer(None)
    assert console(NAAM)
    request_started.disconnect(close_old_connections)  # the test's own connection stays
    try:
        request_started.send(sender=None)
    finally:
        request_started.connect(close_old_connections)
    with pytest.raises(sqlite3.DatabaseError, match="prohibited"):
        console(NAAM)


def test_een_verwijzing_wordt_nagekeken_zonder_dat_iets_te_lezen_is(huis: Gemeente, zaak: Zaak) -> None:
    """Removing a person makes SQLite look in every category table for rows that refer to him."""
    persoon = Persoon.objects.earliest("bekend_sinds")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM personen_persoon WHERE id = %s AND 1 = 0", [persoon.id.hex])
    with pytest.raises(sqlite3.DatabaseError, match="prohibited"):
        console("SELECT persoon_id FROM persoonsgegevens_naw")


def test_de_val_een_bewaarde_opdracht_vraagt_opnieuw_als_het_besluit_wisselt() -> None:
    """Python keeps prepared statements. Changing only what the authorizer answers would let the kept one run on."""

    class Verbinding:
        connection = sqlite3.connect(":memory:")

    los = Verbinding()
    los.connection.execute("CREATE TABLE naw (id, achternaam)")
    los.connection.execute("INSERT INTO naw VALUES (1, 'Dijk')")
    tabellen = {"naw": Tabel("naw", frozenset({"id"}))}
    vraag = "SELECT achternaam FROM naw"

    mag = {"naw"}
    los.connection.set_authorizer(
        lambda actie, een, *_: sqlite3.SQLITE_OK if een != "naw" or mag else sqlite3.SQLITE_DENY
    )
    assert los.connection.execute(vraag).fetchall() == [("Dijk",)]
    mag.clear()
    assert los.connection.execute(vraag).fetchall() == [("Dijk",)], (
        "the trap is gone: this test can be simpler"
    )

    zet(los, lambda: tabellen, Open(leest=frozenset({"naw"})))
    assert los.connection.execute(vraag).fetchall() == [("Dijk",)]
    zet(los, lambda: tabellen, DICHT)
    with pytest.raises(sqlite3.DatabaseError, match="prohibited"):
        los.connection.execute(vraag)
    zet(los, lambda: tabellen, Open(sleutels=True))
    assert los.connection.execute("SELECT id FROM naw").fetchall() == [(1,)]
    with pytest.raises(sqlite3.DatabaseError, match="prohibited"):
        los.connection.execute(vraag)
    los.connection.close()


def test_alleen_sleutels_zeggen_waar_een_rij_bij_hoort() -> None:
    tabel = tabel_van(Contactgegeven)
    assert tabel.categorie == "contact"
    assert {"id", "organisatie_id", "persoon_id"} <= tabel.sleutels
    assert not {"telefoon", "email", "waarde", "soort"} & tabel.sleutels
