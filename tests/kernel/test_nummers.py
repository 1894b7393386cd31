"""Case numbers: readable, checked, and never twice, also when several people open a case at once."""

from __future__ import annotations

import json
import re
import threading
from datetime import date

import pytest
from django.db import connection

from samenhang.kernel.logboek.operatie import operatie
from samenhang.kernel.zaken.actions import openen
from samenhang.kernel.zaken.models import Zaak
from samenhang.kernel.zaken.nummers import TEKENS, nieuw_nummer, nummer_klopt
from samenhang.schemes.vroegsignalering.scheme import SCHEME
from tests.bouw import maak_gemeente

ZELFDE, EIGEN = "VS26-0000000", "VS26-00000"


def test_het_controleteken_ziet_een_verkeerd_en_twee_verwisselde_tekens() -> None:
    goed = nieuw_nummer("VS", date(2026, 11, 24))
    assert nummer_klopt(goed)
    kop, rest = goed[:5], goed[5:]
    for plek in range(6):
        for teken in set(TEKENS) - {rest[plek]}:
            assert not nummer_klopt(kop + rest[:plek] + teken + rest[plek + 1 :])
        if plek < 5 and rest[plek] != rest[plek + 1]:
            assert not nummer_klopt(kop + rest[:plek] + rest[plek + 1] + rest[plek] + rest[plek + 2 :])


@pytest.mark.skipif(
    "connection.vendor == 'sqlite'",
    reason="de testdatabase staat in het geheugen; een SQLite-bestand laat schrijvers om de beurt (BEGIN IMMEDIATE)",
)
@pytest.mark.django_db(transaction=True)
def test_vier_tegelijk_die_hetzelfde_nummer_treffen_krijgen_elk_een_eigen(monkeypatch) -> None:
    """Four connections draw the same number first: one keeps it, three hear of it from the index and draw again."""
    gemeente, fouten = maak_gemeente(), list[BaseException]()
    samen, eigen = threading.Barrier(4, timeout=10), threading.local()

    def getrokken(letters: str, dag: object) -> str:
        eigen.keer += 1
        if eigen.keer == 1:
            samen.wait()
            return ZELFDE
        return f"{EIGEN}{eigen.nummer}{eigen.keer}"

    def open_een(nummer: int) -> None:
        eigen.keer, eigen.nummer = 0, nummer
        try:
            with operatie("vroegsignalering", "open", gemeente.sanne):
                openen.open_zaak(
                    SCHEME, gemeente.sanne.organisatie, [], huishouden=None, prioriteit=3, volgorde=None
                )
        except BaseException as fout:
            fouten.append(fout)
        finally:
            connection.close()

    monkeypatch.setattr(openen, "nieuw_nummer", getrokken)
    draden = [threading.Thread(target=open_een, args=(nummer,)) for nummer in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(20)
    assert fouten == []
    nummers = sorted(Zaak.objects.values_list("nummer", flat=True))
    assert len(set(nummers)) == 4
    assert nummers.count(ZELFDE) == 1


def test_elk_voorbeeld_in_de_beschrijving_van_de_api_is_een_nummer_dat_bestaan_kan() -> None:
    """Who tries the example of the documentation gets no refusal of its check character."""
    from samenhang.api.api import api
    from samenhang.kernel.zaken import nummers

    tekst = json.dumps(api.get_openapi_schema()) + (nummers.nieuw_nummer.__doc__ or "")
    voorbeelden = set(re.findall(r"\b[A-Z]{2}\d{2}-\w{7}\b", tekst))
    assert voorbeelden
    assert {nummer for nummer in voorbeelden if not nummer_klopt(nummer)} == set()
