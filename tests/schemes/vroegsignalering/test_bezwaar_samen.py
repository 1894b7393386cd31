"""Two persons of one case who both object (AVG art. 21), one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest
import time_machine

from samenhang.kernel.organisaties.actor import Actor
from samenhang.schemes.vroegsignalering import actions, queries
from tests.bouw import maak_gemeente, rij
from tests.schemes.vroegsignalering.brievenwereld import tekst, zet_afzender
from tests.staand import maak_zaak

pytestmark = pytest.mark.django_db


def test_wie_na_een_huisgenoot_bezwaar_maakte_leest_in_zijn_eigen_brief_dat_het_later_wordt(
    tmp_path: Path,
) -> None:
    gemeente = maak_gemeente()
    samen = {"achternaam": "Terpstra", "telefoon": "0612345678"}
    zaak = maak_zaak(
        gemeente,
        tmp_path,
        rij(1, voorletters="A.", geboortedatum="1970-02-03", **samen),
        rij(2, voorletters="B.", geboortedatum="1972-11-30", **samen),
    )
    zet_afzender(gemeente)
    actions.leg_brp_vast(gemeente.sanne, zaak.id, "inwoner")
    een, twee = (
        Actor(None, "inwoner", None, "", persoon_id=wie)
        for wie in zaak.betrokkenen.order_by("persoon_id").values_list("persoon_id", flat=True)
    )
    actions.maak_bezwaar(een, zaak.id, "")
    with time_machine.travel("2026-12-01T10:00:00+01:00"):
        actions.maak_bezwaar(twee, zaak.id, "")
        reden = "Wij wachten op wat de verhuurder hierover schrijft."
        actions.verleng(gemeente.sanne, zaak.id, "bezwaar", reden)
    allen = tekst(queries.bericht_later(gemeente.sanne, zaak.id))
    for wie, van, ander in ((een, "24 november", "1 december"), (twee, "1 december", "24 november")):
        assert f"Op {van} 2026" in allen
        eigen = tekst(queries.bericht_later(wie, zaak.id))
        assert f"Op {van} 2026" in eigen
        assert f"Op {ander} 2026" not in eigen
        assert "uiterlijk 24 februari 2027" in eigen
