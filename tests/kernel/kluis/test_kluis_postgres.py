"""The same vault in a PostgreSQL database."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.kernel.kluis.test_kluis import (
    kluis,
    test_een_persoon_en_een_zaak_nemen_al_hun_sleutels_mee_en_geen_andere,
    test_een_sleutel_wordt_een_keer_gemaakt_en_is_van_een_slot_alleen,
    test_elk_deel_van_het_slot_telt,
    test_met_een_ander_geheim_gaat_de_kluis_niet_open,
    test_veel_sleutels_in_een_vraag,
    test_wat_vernietigd_is_komt_niet_terug_en_is_iets_anders_dan_onbekend,
    test_wie_tegelijk_een_sleutel_maakt_krijgt_dezelfde,
)

__all__ = [
    "kluis",
    "test_een_persoon_en_een_zaak_nemen_al_hun_sleutels_mee_en_geen_andere",
    "test_een_sleutel_wordt_een_keer_gemaakt_en_is_van_een_slot_alleen",
    "test_elk_deel_van_het_slot_telt",
    "test_met_een_ander_geheim_gaat_de_kluis_niet_open",
    "test_veel_sleutels_in_een_vraag",
    "test_wat_vernietigd_is_komt_niet_terug_en_is_iets_anders_dan_onbekend",
    "test_wie_tegelijk_een_sleutel_maakt_krijgt_dezelfde",
]
pytestmark = pytest.mark.skipif(
    not os.environ.get("DATABASE_URL", "").startswith("postgres"), reason="draait mee in het deel postgres"
)


@pytest.fixture
def waar(db: None) -> Iterator[str]:
    """A table in the database that the run was given; the tests' own database stands beside it."""
    import psycopg

    url = os.environ["DATABASE_URL"]
    yield url
    with psycopg.connect(url, autocommit=True) as verbinding:
        verbinding.execute("DROP TABLE kluis_sleutel")
