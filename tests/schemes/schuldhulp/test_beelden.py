"""The pictures of a case: they come from its own calculation, and say the day without debt."""

from __future__ import annotations

from typing import Any

import pytest

from samenhang.kernel.organisaties.models import Gebruiker
from samenhang.kernel.zaken.models import Betrokkene
from samenhang.schemes.schuldhulp.actions import berekenen
from samenhang.schemes.schuldhulp.domain.inwonertekst import NOG_NIET, WAAR
from samenhang.schemes.schuldhulp.domain.proces import LOPENDE_STAPPEN
from samenhang.schemes.schuldhulp.pages.mijn import VERWACHT
from samenhang.schemes.schuldhulp.pages.rekensom import rekenbeelden
from tests.schemes.schuldhulp import wereld as w

pytestmark = pytest.mark.django_db


def beeld(soort: str, rente: str = "", inkomen: str = "1.846,00") -> Any:
    gemeente = w.maak_gemeente()
    zaak = w.met_schulden(gemeente, inkomen)
    berekenen.bereken(w.als(gemeente.noor), zaak.id, berekenen.Rekenkeuze(soort, rente))
    dossier = w.open_dossier_buiten(w.als(gemeente.noor), zaak.id)
    pagina = w.web(gemeente.noor).get(f"/schuldhulp/zaken/{zaak.id}").content.decode()
    return rekenbeelden(dossier.rekensommen)[0], pagina


def test_een_krediet_toont_saldo_verdeling_en_looptijd() -> None:
    som, pagina = beeld("SK", "8,0")
    saldo, verdeling, looptijd = som.grafieken
    assert saldo.titel.nl == "Een krediet van €\N{NO-BREAK SPACE}4.797,92 is afgelost op wo 24 mei 2028"
    assert [reeks.waarden[-1] for reeks in saldo.reeksen] == [0]
    assert sum(verdeling.reeksen[0].waarden) == pytest.approx(4797.92)
    assert looptijd.titel.nl.startswith("18 maanden langer betalen brengt schuldeisers ")
    assert pagina.count("<figure") >= 3
    assert len(looptijd.reeksen[0].waarden) == 3
    assert "Kredietvergoeding" in pagina
    assert not som.vorige
    assert ">Vorige<" not in pagina


def test_sparen_toont_wat_er_nog_te_sparen_is() -> None:
    som, pagina = beeld("SB")
    saldo, _, looptijd = som.grafieken
    assert saldo.titel.nl == "Schuldenvrij op wo 24 mei 2028 als het nu begint"
    assert list(saldo.reeksen[0].waarden)[:2] == [5096.52, 4813.38]
    assert saldo.reeksen[0].waarden[-1] == 0
    assert [len(reeks.waarden) for reeks in looptijd.reeksen] == [2, 2], (
        "wat er wordt betaald, en wat schuldeisers krijgen"
    )
    assert "redietvergoeding" not in pagina, "wie spaart leent niets"


def test_zonder_afloscapaciteit_is_er_geen_looptijd_te_kiezen() -> None:
    som, _ = beeld("SB", inkomen="1.498,00")
    assert (som.regeling.nl, som.grafieken) == ("0%-aanbod", [])


def eigen_pagina(zaak: Any) -> str:
    wie = Betrokkene.objects.get(zaak=zaak).persoon_id
    inwoner = Gebruiker.objects.create_user(f"i-{zaak.id}@test.invalid", naam="R. de Wit", persoon_id=wie)
    return str(w.web(inwoner).get("/schuldhulp/mijn").content.decode())


def test_de_inwoner_leest_wat_hij_gaat_betalen_en_wie_wacht() -> None:
    gemeente = w.maak_gemeente()
    zaak = w.voorgesteld(gemeente)
    eerste = w.open_dossier_buiten(w.als(gemeente.noor), zaak.id).voorstellen[0]
    w.doe(gemeente, zaak, "antwoord", voorstel=eerste.id, antwoord="akkoord", op=w.vandaag(), via="brief")
    pagina = eigen_pagina(zaak)
    for zin in (
        "Er ligt een voorstel bij uw schuldeisers",
        "Wat is de volgende datum?",
        "Wie heeft nog niet geantwoord?",
        "<li>Noordlicht Energie</li>".replace("<li>", '<li translate="no">'),
        "Belastingdienst</span>: Akkoord",
        "283,14",
        "18 maanden",
        "wo 24 mei 2028",
    ):
        assert zin in pagina, zin
    assert pagina.count("<figure") == 2


def test_voor_het_voorstel_staat_er_waarom_het_nog_niet_bekend_is() -> None:
    pagina = eigen_pagina(w.toegelaten(w.maak_gemeente()))
    assert NOG_NIET["toegelaten"].nl in pagina
    assert "<figure" not in pagina


def test_elke_stap_zegt_wat_hij_betaalt_of_waarom_dat_nog_niet_kan() -> None:
    betaalt = ("krediet_actief", "krediet_achterstand", "sparen", "lopend", "afgerond_kwijting", "nazorg")
    assert {*NOG_NIET, *VERWACHT, *betaalt} == set(LOPENDE_STAPPEN)
    assert set(LOPENDE_STAPPEN) <= set(WAAR)
