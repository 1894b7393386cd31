"""Every action and query of kernel and schemes is reached by page, API and command."""

from __future__ import annotations

from tools import deuren


def test_elke_actie_heeft_een_pagina_een_operatie_en_een_opdracht() -> None:
    assert deuren.gemist() == [], "python -m tools.deuren"


def test_geen_uitzondering_is_overbodig_of_zonder_reden() -> None:
    assert deuren.overbodig() == []
    assert all(len(reden) > 20 for reden in deuren.UITZONDERINGEN.values())


def test_de_lezer_ziet_acties_en_deuren() -> None:
    """So that the test above cannot pass by seeing nothing."""
    namen = {actie.naam for actie in deuren.acties()}
    assert len(namen) > 50
    assert "samenhang.schemes.vroegsignalering.actions.hulp.doe_aanbod" in namen
    for deur in deuren.DEUREN:
        assert any(soort == deur and len(bereikt) > 20 for (soort, _), bereikt in deuren.bereik().items()), (
            deur
        )
