"""Another engine decides the same: the exported policy set under Cedar, on samples from the whole space."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from typing import Any

import cedarpy
import pytest

from samenhang.kernel.toegang import Beslistabel, Feiten, Verzoek, beslis
from samenhang.kernel.toegang.bewijs_voorwaarden import alsof_in_werking
from samenhang.kernel.toegang.cedar import cedar, cedar_verzoek
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.voorwaarden import gunstig
from tests.kernel.toegang.wams.scheme import wamstabel

NU = datetime(2026, 11, 27, 9, tzinfo=UTC)
TABELLEN = {
    "geinstalleerd": beslistabel,
    "wams": wamstabel,
    "wams-in-werking": lambda: alsof_in_werking(wamstabel()),
}


def steekproef(tabel: Beslistabel, aantal: int) -> list[tuple[Verzoek, Feiten]]:
    """Half of them cells that hold a permit, half any cell; facts that meet all conditions, some, or none."""
    kans = random.Random(20261127)
    vol, ruimtes = sorted(tabel.cellen), list(tabel.ruimtes.values())
    uit = []
    for nummer in range(aantal):
        ruimte = kans.choice(ruimtes)
        cel: Any = kans.choice(vol) if nummer % 2 else next(iter(kans.sample(_cellen(ruimte), 1)))
        alles = tabel.bekend(cel.scheme)
        verzoek = Verzoek(cel.scheme, cel.organisatiesoort, (cel.rol,), cel.doel, alles, alles)
        vraag, feiten = gunstig(verzoek, cel.betrokkenheid, cel.stap)
        deel = frozenset(naam for naam in alles if kans.random() < 0.5)
        for anders in (
            {"instemming": deel}, {"geinformeerd": False}, {"geinformeerd": False, "uitstel_tot": date(2026, 11, 27)},
            {"geinformeerd": False, "uitstel_tot": date(2026, 11, 26)}, {"bezwaar": True}, {"voorwaarde_bron": deel},
            {"gesloten": deel}, {"leeftijd": None}, {"leeftijd": 11}, {"leeftijd": 16}, {"wilsonbekwaam": True},
            {"tegen_belang": True}, {"maatregel": False}, {"nood": False}, {"tweede_lezer": False},
        ):  # fmt: skip
            if kans.random() < 0.15:
                feiten = feiten._replace(**anders)
        if kans.random() < 0.2:
            vraag = vraag._replace(noodzaak=deel)
        if kans.random() < 0.2:
            vraag = vraag._replace(grondslag=kans.choice(sorted(tabel.grondslagen)))
        uit.append((vraag, feiten))
    return uit


def _cellen(ruimte: Any) -> list[Any]:
    from samenhang.kernel.toegang.tabel import Cel

    kans = random.Random(7)
    delen = (ruimte.organisatiesoorten, ruimte.rollen, ruimte.doelen, ruimte.betrokkenheden, ruimte.stappen)
    return [Cel(ruimte.scheme, *(kans.choice(deel) for deel in delen)) for _ in range(50)]


@pytest.mark.parametrize("naam", TABELLEN)
def test_cedar_beslist_hetzelfde(naam: str) -> None:
    tabel = TABELLEN[naam]()
    beleid, mensen = cedarpy.PolicySet.from_str(cedar(tabel)), cedarpy.Entities.from_json_str("[]")
    toegestaan = 0
    for verzoek, feiten in steekproef(tabel, 120):
        besluit = beslis(verzoek, feiten, tabel, NU)
        for schrijven, verleend in ((False, besluit.leest), (True, besluit.schrijft)):
            for categorie in sorted(verzoek.leest)[::3]:
                vraag = cedar_verzoek(verzoek, feiten, NU.date(), categorie, schrijven=schrijven)
                antwoord = cedarpy.is_authorized(vraag, beleid, mensen)
                assert antwoord.allowed == (categorie in verleend), (verzoek, feiten, categorie)
                assert not antwoord.diagnostics.errors
                toegestaan += antwoord.allowed
    assert toegestaan > 20


def test_een_ontwerp_heeft_geen_beleid_en_dat_staat_erbij() -> None:
    tekst = cedar(wamstabel())
    assert "// wa-plan-wams: Wams (36295) art. I: Wmo 2015 art. 2.3a.3 is ontwerp" in tekst
    assert '@id("wa-plan-wams' not in tekst
    assert '@id("wa-plan-basis/leest")' in tekst
    assert tekst == cedar(wamstabel())


def test_een_andere_regel_geeft_een_ander_antwoord() -> None:
    """So that the comparison cannot pass by permitting nothing."""
    from dataclasses import replace

    tabel = wamstabel()
    zonder = replace(tabel, regels={k: r for k, r in tabel.regels.items() if k != "wa-leiding"})
    beleid = cedarpy.PolicySet.from_str(cedar(zonder))
    verzoek = Verzoek("wams", "gemeente", ("teamleider",), "leiding", frozenset({"naw"}))
    feiten = Feiten("organisatie", "plan")
    vraag = cedar_verzoek(verzoek, feiten, NU.date(), "naw", schrijven=False)
    assert beslis(verzoek, feiten, tabel, NU).volledig
    assert not cedarpy.is_authorized(vraag, beleid, cedarpy.Entities.from_json_str("[]")).allowed
