"""The house in the demo: one case is talked about, one referral waits, and each sees his own of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from samenhang.demo.huis import Huis
from samenhang.demo.inrichting import Inrichting
from samenhang.demo.klok import Klok, lopend
from samenhang.kernel.organisaties.models import Medewerker, Rolvervulling
from tests.schemes.wams import wereld as w
from tests.schemes.zvh.test_opschalen import regisseur

pytestmark = pytest.mark.django_db
EINDE = date(2026, 11, 24)
DREIGT = "twee keer met een mes"


def test_een_casus_loopt_en_een_wacht(settings: Any) -> None:
    settings.DEMO = True
    g = w.maak_gemeente()
    rollen = {"fatima": "meldpunt", "omar": "onderzoeker", "noor": "coordinator", "marloes": "teamleider", "ewa": "beheerder"}  # fmt: skip
    gebruikers = {naam: w.medewerker(g.organisatie, f"{naam}-demo", rol) for naam, rol in rollen.items()}
    gebruikers["ilse"] = regisseur(g)
    leider = Medewerker.objects.get(gebruiker=gebruikers["marloes"])
    Rolvervulling.objects.create(
        medewerker=leider, scheme="zvh", rol="teamleider", van=date(2026, 1, 1), mandaat="proef"
    )
    inrichting = Inrichting(date(2026, 1, 1), {"9901": g.organisatie}, gebruikers)
    klok = Klok(datetime(2026, 11, 24, 17, tzinfo=ZoneInfo("Europe/Amsterdam")))
    with lopend(klok):
        huis = Huis(inrichting, klok, EINDE)
        for terug in range(26, -1, -1):
            huis.dag(EINDE - timedelta(days=terug))
        huis.inwoners()
        ilse = w.web(gebruikers["ilse"])
        lijst = ilse.get("/zvh/casussen").content.decode()
        casus = ilse.get(f"/zvh/casussen/{huis.casus}").content.decode()
        tafel = {
            naam: w.web(inrichting.gebruikers[naam]).get(f"/zvh/tafel/{huis.casus}").content.decode()
            for naam in ("sjoerd", "vera")
        }
        bezwaren = w.web(gebruikers["marloes"]).get("/zvh/bezwaren").content.decode()
        zelf = w.web(inrichting.gebruikers["cor"]).get("/zvh/mijn").content.decode()
    assert "S. Vermeer" in lijst
    assert "contactverbod" not in lijst, "wat meekomt ziet zij pas na het toelaten"
    assert "ZV26-" in bezwaren
    assert "huurcontract" in casus
    assert "huurcontract" not in tafel["sjoerd"], "hij maakte daartegen bezwaar"
    assert "De huur is betaald" in zelf
    assert "zitting" in tafel["sjoerd"]
    assert "elf meldingen" in tafel["vera"]
    assert "ggz" not in "".join(tafel.values())
    for tekst in (casus, zelf, *tafel.values()):
        assert DREIGT in tekst
        assert "Vraagt de verhuurder" in tekst
