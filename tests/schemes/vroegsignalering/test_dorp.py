"""The figures of a village on two days (W20): who subtracts them finds no new family, behind no door."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from samenhang.cli.hoofd import hoofd
from samenhang.kernel.cijfers.vaststellen import bewaar_telling, stel_vast
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from tests.bouw import maak_gemeente
from tests.schemes.vroegsignalering.test_monitor import tel

pytestmark = pytest.mark.django_db
MAAND, EERST, LATER = date(2026, 10, 1), date(2026, 12, 1), date(2027, 1, 1)
KLEINST = 5
"""The smallest number, and the smallest difference, that is ever published."""


def dorp(hulp: int) -> dict[str, dict[str, int]]:
    """A village of which so many families accepted help in a month, beside seven who did not."""
    uit = tel(bereikt_hulp=hulp, bereikt_geen_hulp=7, niet_bereikt=20, enkelvoudig=27 + hulp)
    uit["meldingen"] |= {
        "": 27 + hulp,
        "niet_bereikt__geen_contact": 20,
        "bereikt_hulp__advies": hulp,
        "bereikt_geen_hulp__regelt_zelf": 7,
    }
    return uit


def cijfers(document: dict[str, Any]) -> dict[tuple[str, ...], tuple[int | None, int | None]]:
    """Numerator and denominator of each figure that a door gives, by indicator, class and month."""
    return {
        (rij["indicator"], rij.get("klasse") or "", rij.get("maand", "jaar")): (rij["teller"], rij["noemer"])
        for deel in ("jaarcijfers", "maandcijfers")
        for rij in document[deel]
    }


@pytest.mark.parametrize("erbij", [1, 2, 4])
def test_20_twee_peildata_verraden_geen_nieuw_gezin(erbij: int, capsys: pytest.CaptureFixture[str]) -> None:
    gemeente = maak_gemeente()
    actions.leg_inwonertal_vast(gemeente.teamleider, date(2025, 1, 1), 1_900, "CBS")
    client = Client()
    client.force_login(Gebruiker.objects.get(id=gemeente.teamleider.gebruiker_id))

    def opdracht() -> dict[str, Any]:
        with pytest.raises(SystemExit):
            hoofd([SCHEME.naam, "monitor", "--gemeente", "9901", "--jaar", "2026", "--json"])
        uit: dict[str, Any] = json.loads(capsys.readouterr().out)
        return uit

    deuren = {
        "api": lambda: client.get("/api/v1/vroegsignalering/monitor?jaar=2026").json(),
        "openbaar": lambda: Client().get("/api/v1/vroegsignalering/openbaar/monitor?gemeente=9901").json(),
        "pagina": lambda: client.get("/vroegsignalering/monitor?beeld=gepubliceerd&jaar=2026&uitvoer=json").json(),
        "opdracht": opdracht,
    }  # fmt: skip

    def zet(peildatum: date, hulp: int) -> tuple[dict[str, Any], Any]:
        stel_vast(SCHEME, gemeente.organisatie.id, MAAND, peildatum, dorp(hulp), timezone.now())
        bewaar_telling(SCHEME, gemeente.organisatie.id, MAAND, peildatum, dorp(hulp))
        intern = client.get("/api/v1/vroegsignalering/monitor/intern?jaar=2026").json()
        return {naam: cijfers(vraag()) for naam, vraag in deuren.items()}, cijfers(intern)

    eerst, intern_eerst = zet(EERST, 6)
    later, intern_later = zet(LATER, 6 + erbij)
    assert any(
        None not in (a, b) and 0 < abs(a - b) < KLEINST
        for sleutel in intern_eerst
        for a, b in zip(intern_eerst[sleutel], intern_later[sleutel], strict=True)
    ), "binnenshuis is het nieuwe gezin te zien: er valt iets te verraden"
    for deur, oud in eerst.items():
        assert any(teller for teller, _ in oud.values() if teller), f"{deur}: er is iets gepubliceerd"
        for sleutel, waarden in oud.items():
            for a, b in zip(waarden, later[deur][sleutel], strict=True):
                if a is not None and b is not None:
                    assert a == b or abs(a - b) >= KLEINST, (deur, sleutel, a, b)
