"""The main menu: flat while it is short, by register when one person works in several."""

from __future__ import annotations

import uuid

import pytest

from samenhang.kernel.organisaties.actor import Actor
from samenhang.web.menu import VANAF, menu_voor


def als_actor(**rollen: tuple[str, ...]) -> Actor:
    """A worker with these roles by register."""
    return Actor(
        uuid.uuid4(),
        "noor",
        uuid.uuid4(),
        "gemeente",
        {naam: frozenset(deel) for naam, deel in rollen.items()},
    )


@pytest.fixture
def leider() -> Actor:
    """A team leader in three registers."""
    return als_actor(vroegsignalering=("teamleider",), schuldhulp=("teamleider",), wams=("teamleider",))


def test_wie_in_een_register_werkt_ziet_een_rij() -> None:
    menu = menu_voor(als_actor(schuldhulp=("schuldhulpverlener",)), "/schuldhulp/zaken")
    assert menu.groepen == []
    assert next((punt.pad, hier) for punt, hier in menu.punten) == ("/schuldhulp/zaken", True)
    assert len(menu.punten) < VANAF


def test_wie_in_meer_registers_werkt_ziet_ze_per_register(leider: Actor) -> None:
    menu = menu_voor(leider, "/vroegsignalering/cijfers")
    titels = [groep.titel.nl for groep in menu.groepen]
    assert titels[0] == "Vroegsignalering van schulden"
    assert titels[-1] == "Beheer en toezicht"
    assert len(titels) == len(set(titels))
    (hier,) = [groep for groep in menu.groepen if groep.hier]
    assert [punt.pad for punt, waar in hier.punten if waar] == ["/vroegsignalering/cijfers"]
    assert menu.punten == hier.punten
    in_groepen = [punt.pad for groep in menu.groepen for punt, _ in groep.punten]
    assert len(in_groepen) == len(set(in_groepen)) >= VANAF


def test_op_een_pagina_buiten_het_menu_staan_alleen_de_registers(leider: Actor) -> None:
    menu = menu_voor(leider, "/instellingen")
    assert menu.punten == []
    assert [groep.hier for groep in menu.groepen] == [False] * len(menu.groepen)


def test_men_begint_bij_het_werk_van_elke_dag(leider: Actor) -> None:
    assert menu_voor(leider, "/").begin == "/vroegsignalering/mijn-werk"
    assert menu_voor(als_actor(), "/").begin == ""
