"""How much one call asks of the database: the ceilings of the API and of the busiest pages, and that rows do not count."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import actions
from tests.api.wereld import BASIS, Wereld, wereld
from tests.tellen import hoogstens

__all__ = ["wereld"]

pytestmark = pytest.mark.django_db
POGING = {"soort": "Telefoon", "datum": "2026-11-24", "dagdeel": "Ochtend", "bereikt": False}
FILTERS = {
    "filter van 100": "behandelaar=mij&prioriteit={prioriteit}&soort=enkelvoudig&volgorde=-termijn",
    "filter op stap": "stap=open&volgorde=behandelaar",
    "filter op collega": "behandelaar={sanne}&teLaat=false",
    "zoeken op naam": "zoek=Terpstraaa",
}
PAGINAS = {
    "werkvoorraad": "werkvoorraad?alles=ja",
    "mijn werk": "mijn-werk",
    "agenda": "agenda",
    "zaakpagina": "meldingen/{zaak}",
}
PAGINA_HOOGSTENS = {"werkvoorraad": 12, "mijn werk": 20, "agenda": 10, "zaakpagina": 16}


def tel(hoogste: int, roep: Callable[..., Any], *wat: Any, **hoe: Any) -> int:
    with hoogstens(hoogste) as telling:
        antwoord = roep(*wat, **hoe)
    assert antwoord.status_code < 300, antwoord.content
    return len(telling)


def test_elke_aanroep_blijft_onder_zijn_plafond(wereld: Wereld, capsys: pytest.CaptureFixture[str]) -> None:
    """The figures are printed; what a list shows is asserted too, so that a count is not low because nothing came."""
    client, gevuld = wereld.client, f"{BASIS}/meldingen?aantal=100"
    zaak = f"{BASIS}/meldingen/{wereld.zaken[0].id}"
    sanne = str(wereld.gemeente.sanne.medewerker_id)
    lijst = client.get(gevuld).json()["items"]
    assert len(lijst) == 100
    gemeten = {
        "ophalen": tel(8, client.get, zaak),
        "lijst van 100": tel(6, client.get, gevuld),
    }
    for naam, vraag in FILTERS.items():
        pad = f"{gevuld}&{vraag}".format(sanne=sanne, prioriteit=lijst[0]["prioriteit"])
        assert len(client.get(pad).json()["items"]) == (1 if "zoek=" in pad else 100), naam
        gemeten[naam] = tel(6, client.get, pad)
    pad = f"{gevuld}&behandelaar=mij&partner=energie"
    stappen = Zaak.objects.values("stap").distinct().count()
    assert len(client.get(pad).json()["items"]) == 100
    gemeten["filter op partner"] = tel(6 + stappen, client.get, pad)
    for naam, nummer, anders, kop in (
        ("maken", 1, {}, {}),
        ("maken en bereikt", 2, {"bereikt": True}, {}),
        ("maken met sleutel", 3, {"bereikt": True}, {"idempotency-key": "opdrachten-1"}),
    ):
        actions.bevestig_inwoner(wereld.gemeente.sanne, wereld.zaken[nummer].id, True)
        pad, lijf = (
            f"{BASIS}/meldingen/{wereld.zaken[nummer].id}/contactpogingen",
            json.dumps(POGING | anders),
        )
        gemeten[naam] = tel(14, client.post, pad, lijf, content_type="application/json", headers=kop)
    with capsys.disabled():
        print("\nopdrachten API:", ", ".join(f"{naam} {aantal}" for naam, aantal in gemeten.items()))


def test_een_pagina_kost_evenveel_bij_drie_als_bij_honderd_rijen(
    wereld: Wereld, capsys: pytest.CaptureFixture[str]
) -> None:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=wereld.gemeente.sanne.gebruiker_id))
    paden = {
        naam: f"/vroegsignalering/{pad.format(zaak=wereld.zaken[0].id)}" for naam, pad in PAGINAS.items()
    }
    client.get(paden["agenda"])  # the first request of a session stores the session too
    vol = {naam: tel(PAGINA_HOOGSTENS[naam], client.get, pad) for naam, pad in paden.items()}
    for dagdeel in ("Ochtend", "Middag", "Avond"):
        poging = POGING | {"soort": "Huisbezoek", "dagdeel": dagdeel}
        pad = f"{BASIS}/meldingen/{wereld.zaken[0].id}/contactpogingen"
        assert wereld.client.post(pad, json.dumps(poging), content_type="application/json").status_code == 201
    over = [zaak.id for zaak in wereld.zaken[:3]]
    Zaak.objects.exclude(id__in=over).update(stap="gesloten", gesloten=timezone.now(), behandelaar=None)
    leeg = {naam: tel(PAGINA_HOOGSTENS[naam], client.get, pad) for naam, pad in paden.items()}
    assert leeg == vol
    with capsys.disabled():
        print("\nopdrachten pagina's:", ", ".join(f"{naam} {aantal}" for naam, aantal in vol.items()))
