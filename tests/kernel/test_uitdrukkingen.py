"""What is made a column at a time is what Python would have made value by value."""

from __future__ import annotations

import hmac as echt
from uuid import UUID, uuid4

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenhang.kernel.basis import nieuw_id
from samenhang.kernel.logboek.pseudoniem import betrokkene, pseudoniem
from samenhang.kernel.stapel.uitdrukkingen import dag, hmac, nieuwe_id, sleutelhelften, spannummer


@pytest.fixture(scope="module")
def motor() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def test_ids_gaan_op_met_hun_nummer_en_zijn_van_nu(motor: duckdb.DuckDBPyConnection) -> None:
    voor = nieuw_id()
    rijen = motor.execute(f"SELECT {nieuwe_id('range')} FROM range(10000)").fetchall()
    ids = [UUID(nummer) for (nummer,) in rijen]
    assert ids == sorted(set(ids))
    assert {(nummer.version, nummer.variant) for nummer in ids} == {(7, "specified in RFC 4122")}
    assert voor.int >> 80 <= ids[0].int >> 80 <= (nieuw_id().int >> 80)


def test_een_span_heeft_zestien_cijfers_en_is_elk_anders(motor: duckdb.DuckDBPyConnection) -> None:
    rijen = motor.execute(f"SELECT {spannummer()} FROM range(1000)").fetchall()
    assert len({int(span, 16) for (span,) in rijen if len(span) == 16}) == 1000


@given(sleutel=st.binary(min_size=1, max_size=130), bericht=st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_de_som_onder_een_sleutel_is_hmac(sleutel: bytes, bericht: str) -> None:
    binnen, buiten = sleutelhelften(sleutel)
    uit = duckdb.execute(
        f"SELECT {hmac('encode($tekst)', '$binnen', '$buiten')}",
        {"tekst": bericht, "binnen": binnen, "buiten": buiten},
    ).fetchone()
    assert uit == (echt.digest(sleutel, bericht.encode(), "sha256").hex(),)


def test_het_pseudoniem_in_het_logboek_is_hetzelfde(motor: duckdb.DuckDBPyConnection) -> None:
    wie = uuid4()
    som, parameters = pseudoniem("$wie")
    assert motor.execute(f"SELECT {som}", parameters | {"wie": wie.hex}).fetchone() == (betrokkene(wie),)


def test_een_dag_is_iso_en_leeg_blijft_leeg(motor: duckdb.DuckDBPyConnection) -> None:
    rijen = motor.execute(f"SELECT {dag('d')} FROM (VALUES (DATE '0950-02-03'), (NULL)) t(d)").fetchall()
    assert rijen == [("0950-02-03",), (None,)]
