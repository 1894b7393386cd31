"""The wall in PostgreSQL: what the database shows to who walks past the application (D1 and D3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction

from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.persoonsgegevens.models import Contactgegeven, Naw
from samenhang.kernel.toegang import Toegang
from samenhang.kernel.toegang.categorietabel import Categorietabel
from samenhang.kernel.toegang.rijen import (
    OPDRACHTEN,
    categorietabellen,
    opdrachten_voor,
    open_tabellen,
    voorzetsel,
    zet_regels,
)
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.kernel.zaken.queries import toegang_tot
from tests.bouw import Gemeente, rij
from tests.staand import Stand, gemeente_met_zaak

VERGEET = "SELECT " + ", ".join(
    f"set_config('samenhang.{naam}', '', true)" for naam in ("leest", "schrijft", "register", "personen")
)

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="alleen PostgreSQL beveiligt rijen")


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Stand]], Stand]) -> Stand:
    """A case of two persons at one address."""
    bakker = rij(2, achternaam="Bakker", tussenvoegsel="", voorletters="C.", geboortedatum="1990-01-02")
    return blijvend(lambda map_: gemeente_met_zaak(map_, rij(1), bakker))


@pytest.fixture
def huis(stand: Stand, db: None) -> Gemeente:
    return stand[0]


@pytest.fixture
def zaak(stand: Stand, huis: Gemeente) -> Zaak:
    return Zaak.objects.get(id=stand[1])


def console(*opdrachten: str) -> list[tuple[Any, ...]]:
    """What a statement gives in this transaction to who does not pass Django: the rows of the last one."""
    verbinding: Any = connection.connection
    cursor: Any = None
    for opdracht in opdrachten:
        cursor = verbinding.execute(opdracht)
    return list(cursor.fetchall()) if cursor.description else []


def tel(model: type[Categorietabel], *vooraf: str) -> int:
    return int(console(*vooraf, f"SELECT count(*) FROM {model._meta.db_table}")[0][0])


@contextmanager
def besluit(huis: Gemeente, zaak: Zaak, **vraag: Any) -> Iterator[Toegang]:
    with operatie("vroegsignalering", "proef", huis.sanne):
        yield toegang_tot(huis.sanne, zaak, **vraag)


def test_elke_categorietabel_heeft_regels_die_ook_voor_haar_eigenaar_gelden(db: None) -> None:
    tabellen = categorietabellen(Categorietabel)
    assert len(tabellen) >= 15
    assert open_tabellen(connection, tabellen) == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        assert {naam for (naam,) in cursor.fetchall()} == {model._meta.db_table for model in tabellen}
        cursor.execute("SELECT tablename, policyname, cmd FROM pg_policies")
        gevonden = set(cursor.fetchall())
    verwacht = {(m._meta.db_table, naam, soort) for m in tabellen for naam, (soort, *_) in OPDRACHTEN.items()}
    assert gevonden == verwacht


@pytest.mark.parametrize(
    "schade",
    [
        "DROP POLICY zien ON persoonsgegevens_naw",
        "ALTER TABLE persoonsgegevens_naw DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE persoonsgegevens_naw NO FORCE ROW LEVEL SECURITY",
        "CREATE POLICY erbij ON persoonsgegevens_naw USING (true)",
        "DROP POLICY zien ON persoonsgegevens_naw; CREATE POLICY zien ON persoonsgegevens_naw FOR SELECT USING (true)",
    ],
)
def test_een_tabel_die_open_ging_valt_op_en_de_volgende_migratie_sluit_haar(db: None, schade: str) -> None:
    console("SET CONSTRAINTS ALL IMMEDIATE", schade)
    assert open_tabellen(connection, [Naw, Contactgegeven]) == ["persoonsgegevens_naw"]
    from django.db.models.signals import post_migrate

    post_migrate.send(sender=Naw._meta.app_config, app_config=Naw._meta.app_config, using="default")
    assert open_tabellen(connection, [Naw, Contactgegeven]) == []


def test_wat_al_goed_staat_wordt_niet_aangeraakt(db: None) -> None:
    nummers = "SELECT oid FROM pg_policy ORDER BY oid"
    voor = console(nummers)
    zet_regels(connection, categorietabellen(Categorietabel))
    assert console(nummers) == voor


def test_de_regels_noemen_hun_categorie_en_lezen_elke_instelling_eens_per_opdracht(db: None) -> None:
    zien = opdrachten_voor(Contactgegeven)["zien"]
    assert "'contact' = ANY" in zien
    [plan] = console(VERGEET, "EXPLAIN (FORMAT JSON) SELECT 1 FROM persoonsgegevens_contactgegeven")
    assert "InitPlan" in str(plan)


def test_de_rol_van_de_proeven_is_aan_de_regels_gebonden(db: None) -> None:
    """Else everything here would pass without a wall."""
    [(super_, langs)] = console("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
    assert (super_, langs) == (False, False)


class TestEenBesluit:
    def test_zonder_besluit_ziet_een_console_niets(self, huis: Gemeente, zaak: Zaak) -> None:
        assert [tel(model, VERGEET) for model in categorietabellen(Categorietabel)] == [0] * len(
            categorietabellen(Categorietabel)
        )

    def test_een_besluit_toont_zijn_eigen_categorie_aan_wie_geen_voorwaarde_stelt(
        self, huis: Gemeente, zaak: Zaak
    ) -> None:
        with besluit(huis, zaak, leest=("naw",)) as toegang:
            assert tel(Naw, VERGEET, voorzetsel(toegang, False)) == 2
            assert tel(Contactgegeven) == 0

    def test_en_alleen_zijn_personen(self, huis: Gemeente, zaak: Zaak) -> None:
        een = Betrokkene.objects.filter(zaak=zaak).values_list("persoon_id", flat=True)[0]
        with besluit(huis, zaak, leest=("naw",), personen=[een]) as toegang:
            namen = console(
                VERGEET, voorzetsel(toegang, False), "SELECT persoon_id FROM persoonsgegevens_naw"
            )
            assert namen == [(een,)]
        with besluit(huis, zaak, leest=("naw",), personen=[]) as toegang:
            assert tel(Naw, voorzetsel(toegang, False)) == 0

    def test_en_alleen_zijn_register(self, huis: Gemeente, zaak: Zaak) -> None:
        with besluit(huis, zaak, leest=("naw",)) as toegang:
            zet = voorzetsel(toegang, False).replace(str(toegang.organisatie_id), str(uuid4()))
            assert tel(Naw, zet) == 0

    def test_wie_alleen_leest_kan_niets_wijzigen_of_wissen(self, huis: Gemeente, zaak: Zaak) -> None:
        with besluit(huis, zaak, leest=("naw",)) as toegang:
            console(voorzetsel(toegang, False))
            verbinding: Any = connection.connection
            assert verbinding.execute("UPDATE persoonsgegevens_naw SET achternaam = 'X'").rowcount == 0
            assert verbinding.execute("DELETE FROM persoonsgegevens_naw").rowcount == 0

    def test_wie_schrijft_kan_een_rij_op_slot_zetten(self, huis: Gemeente, zaak: Zaak) -> None:
        with besluit(huis, zaak, leest=("contact",), schrijft=("contact",)) as toegang:
            rijen = Contactgegeven.objects.met(toegang)
            assert len(rijen.select_for_update(of=("self",))) == rijen.count() > 0

    def test_een_rij_gaat_niet_naar_een_ander_register(self, huis: Gemeente, zaak: Zaak) -> None:
        with besluit(huis, zaak, schrijft=("contact",)) as toegang:
            persoon = next(iter(toegang.personen or ()))
            with pytest.raises(Exception, match="row-level security"), transaction.atomic():
                console(
                    voorzetsel(toegang, True),
                    "INSERT INTO persoonsgegevens_contactgegeven (id, organisatie_id, persoon_id)"
                    f" VALUES ('{uuid4()}', '{uuid4()}', '{persoon}')",
                )

    def test_na_een_teruggedraaid_punt_leest_hetzelfde_besluit_verder(
        self, huis: Gemeente, zaak: Zaak
    ) -> None:
        with besluit(huis, zaak, leest=("naw",)) as eerste:
            assert Naw.objects.met(eerste).count() == 2
            ander = toegang_tot(huis.sanne, zaak, leest=("naw",), personen=[])
            with transaction.atomic():
                assert Naw.objects.met(ander).count() == 0
                transaction.set_rollback(True)
            assert Naw.objects.met(eerste).count() == 2

    def test_een_stroom_ziet_zijn_rijen_ook_als_een_ander_besluit_ertussen_komt(
        self, huis: Gemeente, zaak: Zaak
    ) -> None:
        with besluit(huis, zaak, leest=("naw",)) as eerste:
            ander = toegang_tot(huis.sanne, zaak, leest=("naw",), personen=[])
            stroom = iter(Naw.objects.met(eerste).iterator(chunk_size=1))
            gelezen = [next(stroom)]
            assert Naw.objects.met(ander).count() == 0
            gelezen.extend(stroom)
            assert len(gelezen) == 2
