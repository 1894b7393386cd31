"""A world that is made on any day is alive on that day, and never ahead of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from samenhang.demo.wereld import instelling_op, maak_wereld
from samenhang.demo.wereld.herstel import HERSTELBAAR, hersteld
from samenhang.demo.wereld.levensloop import brp_records


@pytest.mark.parametrize(
    "dag", [date(2026, 11, 24), date(2026, 11, 28), date(2026, 12, 11), date(2026, 12, 12), date(2027, 1, 1)]
)
def test_de_laatste_leveringen_zijn_vers_en_niets_ligt_in_de_toekomst(dag: date) -> None:
    wereld = maak_wereld(instelling_op(dag, huishoudens=1_500, druk=4.0))
    zonder_r12 = [
        regel.signaal
        for levering in (*wereld.deel.aanloop, *wereld.deel.leveringen)
        for regel in levering.regels
    ]
    laatste = max(signaal.datum for signaal in zonder_r12)
    assert dag - timedelta(days=17) <= laatste < dag
    records = brp_records(wereld.deel.huishoudens, wereld.deel.inwoners, wereld.deel.verblijven)
    assert max(record.van for record in records) <= dag


def test_dezelfde_peildatum_geeft_dezelfde_instelling() -> None:
    assert instelling_op(date(2026, 11, 28)) == instelling_op(date(2026, 12, 3))
    assert instelling_op(date(2026, 11, 28)).maanden == ("2026-10", "2026-11")


def test_een_partner_herstelt_wat_te_herstellen_is() -> None:
    wereld = maak_wereld(instelling_op(date(2026, 11, 28), huishoudens=2_000, druk=8.0))
    verbeterd = [nieuw for levering in wereld.deel.leveringen if (nieuw := hersteld(levering))]
    assert verbeterd
    for levering in verbeterd:
        for regel in levering.regels:
            assert not HERSTELBAAR.intersection(regel.codes)
            if regel.velden["bedrag_achterstand"]:
                assert regel.velden["huisnummer"].isdigit()
