"""Eviction and cut-off: the short target of the municipality, and the three working days that start at acceptance only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.organisaties.models import Gebruiker, Organisatie
from samenhang.kernel.zaken.models import Betrokkene, Zaak
from samenhang.schemes.vroegsignalering import aanleveren, actions, queries
from samenhang.schemes.vroegsignalering.domain.dreiging import Bedreigend, bedreigend
from samenhang.schemes.vroegsignalering.models import Partnerafspraak
from tests.bouw import Gemeente, lever, maak_gemeente, rij

Schrijf = Callable[..., Path]
VANDAAG = date(2026, 11, 24)
HUUR = {"partner": "99990011", "partner_soort": "huur", "aantal_herinneringen": "1"}


@pytest.mark.parametrize(
    ("soort", "dreiging", "oordeel"),
    [
        ("huur", "ontruiming", Bedreigend.JA),
        ("energie", "afsluiting", Bedreigend.JA),
        ("water", "afsluiting", Bedreigend.JA),
        ("zorg", "opzegging", Bedreigend.JA),
        ("energie", "opzegging", Bedreigend.NEE),
        ("huur", "opzegging", Bedreigend.MENS),
        ("anders", "iets nieuws", Bedreigend.MENS),
    ],
)
def test_wat_de_wet_van_een_gemelde_dreiging_maakt(soort: str, dreiging: str, oordeel: Bedreigend) -> None:
    gevonden = bedreigend(soort, dreiging)
    assert gevonden is not None
    assert gevonden[0] is oordeel


def test_zonder_dreiging_is_er_niets_te_beoordelen() -> None:
    assert bedreigend("huur", "geen") is None


@pytest.fixture
def gemeente() -> Gemeente:
    return maak_gemeente()


@pytest.fixture
def verhuurder(gemeente: Gemeente) -> Organisatie:
    verhuurder = Organisatie.objects.create(soort="verhuurder", naam="De Sluis", kvk="99990011")
    Partnerafspraak.objects.create(gemeente=gemeente.organisatie, partner=verhuurder, soort="huur", van=date(2026, 1, 1))  # fmt: skip
    return verhuurder


def neem(gemeente: Gemeente) -> Zaak:
    actions.pak_signalen_op(gemeente.intake)
    zaak = Zaak.objects.get(gesloten__isnull=True)
    actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")
    return zaak


def web(gemeente: Gemeente) -> Client:
    client = Client()
    client.force_login(Gebruiker.objects.get(id=gemeente.sanne.gebruiker_id))
    return client


def lopend(zaak: Zaak) -> dict[str, date]:
    return dict(zaak.termijnen.filter(klaar__isnull=True).values_list("regel", "einde"))


@pytest.mark.django_db
@pytest.mark.parametrize(("dag", "klasse", "werkdagen"), [("2026-12-08", 1, 3), ("2027-02-26", 2, 5)])
def test_een_ontruiming_krijgt_een_korte_streefdatum_en_nog_geen_wettelijke_klok(
    gemeente: Gemeente, verhuurder: Organisatie, schrijf: Schrijf, dag: str, klasse: int, werkdagen: int
) -> None:
    """Within 20 working days: 3; later: 5. Shown in the work stock, on the start page and on the case."""
    een = rij(1, **HUUR, soort_signaal="ontruiming", dreiging="ontruiming", datum_dreiging=dag, bedrag_achterstand="50.00")  # fmt: skip
    pad = schrijf(een, naam="huur.csv")
    aanleveren.lever_aan(gemeente.intake, verhuurder.id, aanleveren.Bestand(pad, pad.name, "test"))
    zaak = neem(gemeente)
    termijnen = lopend(zaak)
    assert zaak.prioriteit == klasse
    assert set(termijnen) == {f"aanbod_{klasse}", "informeren"}
    assert standaardkalender().werkdagen_tussen(VANDAAG, termijnen[f"aanbod_{klasse}"]) == werkdagen
    (rij_,) = queries.werkvoorraad(gemeente.sanne, queries.Filter(prioriteit=klasse))
    assert rij_.termijn == termijnen[f"aanbod_{klasse}"]
    assert termijnen[f"aanbod_{klasse}"] in {a.dag for a in queries.mijn_werk(gemeente.sanne).termijnen}
    kop = web(gemeente).get(f"/vroegsignalering/meldingen/{zaak.id}").content.decode()
    assert "ntruiming" in kop


@pytest.mark.django_db
def test_5_einde_levering_precies_twintig_werkdagen_vooraf_geeft_geen_waarschuwing_en_geen_klok(
    gemeente: Gemeente, schrijf: Schrijf
) -> None:
    """End on Friday 29 January 2027: signalled on 31 December = 20 working days; on 4 January = 19, W31."""
    basis: dict[str, Any] = {"soort_signaal": "einde_levering", "dreiging": "opzegging", "datum_dreiging": "2027-01-29", "ontstaansdatum": "2026-09-28"}  # fmt: skip
    lever(gemeente, schrijf(rij(1)))
    with time_machine.travel("2027-01-04T12:00:00+01:00"):
        pad = schrijf(
            rij(2, klantnummer="K1", **basis, datum_signaal="2026-12-31"),
            rij(3, klantnummer="K1", **basis, datum_signaal="2027-01-04"),
            naam="einde.csv",
        )
        levering = lever(gemeente, pad)
        assert [(f.regel, f.code) for f in levering.fouten.filter(code="W31")] == [(3, "W31")]
        zaak = neem(gemeente)
    assert not [regel for regel in lopend(zaak) if regel.startswith("eerste_gesprek")]
    s = gemeente.sanne
    with time_machine.travel("2027-01-05T09:00:00+01:00"):
        actions.leg_brp_vast(s, zaak.id, "inwoner")
        actions.leg_contactpoging_vast(
            s, zaak.id, actions.Poging("Telefoon", date(2027, 1, 5), "Ochtend", True)
        )
        actions.doe_aanbod(s, zaak.id, "telefoon", date(2027, 1, 5))
        vraag = web(gemeente).get(f"/vroegsignalering/meldingen/{zaak.id}/aanvaarding").content.decode()
        assert "Nog geen dreiging" in vraag
        actions.aanvaard(s, zaak.id, Betrokkene.objects.get().persoon_id, date(2027, 1, 5), dreiging=False)
    assert lopend(zaak)["eerste_gesprek"] == date(2027, 2, 2)


@pytest.mark.django_db
def test_de_drie_werkdagen_lopen_pas_vanaf_de_aanvaarding(gemeente: Gemeente, schrijf: Schrijf) -> None:
    """Case 3: accepted on Thursday 24 December under threat: Wednesday 30 December."""
    lever(gemeente, schrijf(rij(1, dreiging="afsluiting", datum_dreiging="2027-01-15")))
    zaak = neem(gemeente)
    assert "eerste_gesprek_dreigend" not in lopend(zaak)
    s = gemeente.sanne
    with time_machine.travel("2026-12-24T09:00:00+01:00"):
        actions.leg_brp_vast(s, zaak.id, "inwoner")
        dag = date(2026, 12, 24)
        actions.leg_contactpoging_vast(s, zaak.id, actions.Poging("Telefoon", dag, "Ochtend", True))
        actions.doe_aanbod(s, zaak.id, "telefoon", dag)
        actions.aanvaard(s, zaak.id, Betrokkene.objects.get().persoon_id, dag, dreiging=True)
    assert lopend(zaak)["eerste_gesprek_dreigend"] == date(2026, 12, 30)
