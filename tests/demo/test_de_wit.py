"""The family De Wit walks through its days, and everybody around it sees his own: one case, six pairs of eyes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from samenhang.demo.de_wit import DeWit
from samenhang.demo.inrichting import Inrichting
from samenhang.demo.klok import Klok, lopend
from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.zaken.models import Zaak
from tests.schemes.schuldhulp import wereld as sh
from tests.schemes.wams import wereld as w

pytestmark = pytest.mark.django_db
EINDE = date(2026, 11, 24)
PUNT = "Komt al vijf weken niet op school"


def test_iedereen_rond_het_gezin_ziet_het_zijne(settings: Any) -> None:
    settings.DEMO = True
    g = w.maak_gemeente()
    rollen = {"fatima": "meldpunt", "omar": "onderzoeker", "noor": "coordinator", "marloes": "teamleider"}
    gebruikers = {naam: w.medewerker(g.organisatie, f"{naam}-demo", rol) for naam, rol in rollen.items()}
    gebruikers["thijs"] = sh.medewerker(g.organisatie, "thijs-demo")
    inrichting = Inrichting(date(2026, 1, 1), {"9901": g.organisatie}, gebruikers)
    klok = Klok(datetime(2026, 11, 24, 17, tzinfo=ZoneInfo("Europe/Amsterdam")))
    with lopend(klok):
        de_wit = DeWit(inrichting, klok, EINDE)
        for terug in range(30, -1, -1):
            de_wit.dag(EINDE - timedelta(days=terug))
        de_wit.inwoners()
        zaak = Zaak.objects.get(id=de_wit.zaak)
        assert zaak.stap == "casusoverleg"
        pagina = {
            naam: w.web(wie).get(pad).content.decode()
            for naam, wie, pad in (
                ("noor", gebruikers["noor"], f"/wams/zaken/{zaak.id}/casusoverleg"),
                ("fatima", gebruikers["fatima"], f"/wams/zaken/{zaak.id}"),
                ("omar", gebruikers["omar"], f"/wams/zaken/{zaak.id}"),
                ("thijs", gebruikers["thijs"], "/schuldhulp/zaken"),
                ("els", Gebruiker.objects.get(naam="Els Kuipers"), f"/wams/overleggen/{zaak.id}"),
                *((naam, inrichting.gebruikers[naam], "/wams/mijn") for naam in ("ria", "daan", "jan")),
            )
        }
    assert {naam for naam, tekst in pagina.items() if PUNT in tekst} == {"noor", "els", "daan"}
    assert "uitgenodigd voor een overleg" in pagina["ria"]
    assert "uitgenodigd voor een overleg" in pagina["daan"]
    assert "Uw naam staat bij een gezin" in pagina["jan"]
    _ziet_haar_rechten(pagina["ria"])
    assert zaak.nummer in pagina["omar"]
    assert "Wit" in pagina["thijs"], "haar vraag om schuldhulp is daar een zaak"
    assert {naam for naam, tekst in pagina.items() if "ontruiming" in tekst} == {"noor", "ria"}


def _ziet_haar_rechten(tekst: str) -> None:
    """What is known, what she agreed to, what was refused and what went, her objection, and the way to who looked."""
    for deel in (
        "Wat wij over u weten", "Waarmee u instemt", "dit ging niet door", "aan schuldhulp dat u om hulp vraagt",
        "ontvangen door", "Bekijk wie er keek", "zomaar naar andere bureaus", "zonder dat u het vooraf hoort",
    ):  # fmt: skip
        assert deel in tekst, deel
