"""Debt assistance of the demo world on its own: every route has a case, on days that can be."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from samenhang.demo.klok import Klok, lopend
from samenhang.demo.schuldhulp import Schuldhulp
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.schuldhulp.models import Schuldeiser
from tests.schemes.schuldhulp import wereld as w

EINDE = date(2026, 11, 24)


class _Vloer:
    """One worker who treats everything."""

    def __init__(self, gemeente: w.Gemeente) -> None:
        self._gemeente = gemeente

    def actor(self, naam: str, dag: date) -> Any:
        return w.als(self._gemeente.noor)


@pytest.mark.django_db
def test_elke_weg_van_de_schuldhulp_heeft_een_zaak_in_het_heden() -> None:
    from django.utils import timezone

    gemeente = w.maak_gemeente()
    klok = Klok(timezone.now())
    vloer: Any = _Vloer(gemeente)
    with lopend(klok):
        leven = Schuldhulp(vloer, klok, EINDE)
        for terug in range(60, -1, -1):
            dag = EINDE - timedelta(days=terug)
            if standaardkalender().is_werkdag(dag):
                leven.dag(dag)
    stappen = Counter(Zaak.objects.filter(scheme="schuldhulp").values_list("stap", flat=True))
    for stap in ("sparen", "lopend", "dwangakkoord_verzocht", "wsnp", "stabilisatie", "inventarisatie", "voorstel", "krediet_actief", "nazorg"):  # fmt: skip
        assert stappen[stap] >= 1, stap
    beschermd = Zaak.objects.get(termijnen__regel="moratorium-287b")
    assert beschermd.termijnen.get(regel="moratorium-287b").einde > EINDE + timedelta(days=120)
    spaart = Zaak.objects.get(stap="sparen")
    stand = w.open_dossier_buiten(w.als(gemeente.noor), spaart.id).spaarstand
    assert (stand.gespaard.draad(), stand.achterstand.draad()) == ("227.14", "0.00")
    assert Schuldeiser.objects.filter(naam="Belastingdienst").count() == 1
