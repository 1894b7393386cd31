"""What comes after a melding was opened: repeats, later signals, the last steps; and what anyone may read of the rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.organisaties.models import Organisatie
from samenhang.kernel.plichten import uitvoerder
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import aanleveren, actions, queries
from samenhang.schemes.vroegsignalering.domain.beleidsregels import lees
from samenhang.schemes.vroegsignalering.domain.opvolging import Gegeven, niet_oppakken
from samenhang.schemes.vroegsignalering.domain.terugkoppeling import TERUGKOPPELING
from samenhang.schemes.vroegsignalering.models import Beleidsset, Partnerafspraak
from tests.bouw import Gemeente, maak_gemeente, rij
from tests.staand import maak_zaak

pytestmark = pytest.mark.django_db
Schrijf = Callable[..., Path]
VANDAAG = date(2026, 11, 24)
HUUR = {"partner": "99990011", "partner_soort": "huur", "aantal_herinneringen": "1"}


@pytest.fixture
def gemeente() -> Gemeente:
    gemeente = maak_gemeente()
    Partnerafspraak.objects.update(terugkoppeling=list(TERUGKOPPELING))
    return gemeente


@pytest.fixture
def verhuurder(gemeente: Gemeente) -> Organisatie:
    verhuurder = Organisatie.objects.create(soort="verhuurder", naam="De Sluis", kvk="99990011")
    Partnerafspraak.objects.create(
        gemeente=gemeente.organisatie, partner=verhuurder, soort="huur", van=date(2026, 1, 1),
        terugkoppeling=list(TERUGKOPPELING),
    )  # fmt: skip
    return verhuurder


@pytest.fixture
def zaak(gemeente: Gemeente, tmp_path: Path) -> Any:
    return maak_zaak(gemeente, tmp_path)


def lever_en_pak_op(gemeente: Gemeente, pad: Path, partner: Organisatie | None = None) -> int:
    bestand = aanleveren.Bestand(pad, pad.name, "test")
    aanleveren.lever_aan(gemeente.intake, (partner or gemeente.partner).id, bestand)
    return actions.pak_signalen_op(gemeente.intake)


# --- repeats


@pytest.mark.parametrize(("eerder", "reden"), [(date(2026, 6, 24), "herhaald"), (date(2026, 4, 24), None)])
def test_herhaald_kijkt_even_ver_terug_als_opeenvolgend(eerder: date, reden: str | None) -> None:
    nu = Gegeven("E-2", "p", "energie", "eerste", Bedrag(30_000), VANDAAG)
    toen = Gegeven("E-1", "p", "energie", "eerste", Bedrag(30_000), eerder)
    assert niet_oppakken(nu, Bedrag(7_500), [toen]) == reden
    assert niet_oppakken(nu, Bedrag(7_500), [toen], lees({"terugkijkMaanden": 12})) == "herhaald"


# --- a later signal


def test_een_later_signaal_maakt_de_melding_dringender_en_het_aanbod_eerder(
    gemeente: Gemeente, zaak: Zaak, verhuurder: Organisatie, schrijf: Schrijf
) -> None:
    oud = zaak.termijnen.get(regel="aanbod_5")
    dreigend = rij(2, **HUUR, dreiging="ontruiming", datum_dreiging="2026-12-08", bedrag_achterstand="640.00")
    assert lever_en_pak_op(gemeente, schrijf(dreigend, naam="huur.csv"), verhuurder) == 0
    zaak.refresh_from_db()
    oud.refresh_from_db()
    assert (zaak.prioriteit, zaak.soort) == (1, "meervoudig")
    assert (oud.klaar, oud.vervallen) == (VANDAAG, True)
    nieuw = zaak.termijnen.get(regel="aanbod_1")
    assert nieuw.lengte == standaardkalender().werkdagen_tussen(nieuw.start, nieuw.einde) == 3
    assert zaak.volgende_termijn == nieuw.einde
    laatste = zaak.tijdlijn.filter(wat="prioriteit").first()
    assert laatste is not None
    assert laatste.tekst_en == "Priority 1: threat within 20 working days"


def test_een_later_signaal_maakt_een_melding_nooit_minder_dringend(
    gemeente: Gemeente, verhuurder: Organisatie, schrijf: Schrijf
) -> None:
    lever_en_pak_op(gemeente, schrijf(rij(1, warme_overdracht="J")))
    zaak = Zaak.objects.get()
    voor = (zaak.prioriteit, zaak.volgorde, zaak.volgende_termijn)
    lever_en_pak_op(gemeente, schrijf(rij(2, **HUUR), naam="huur.csv"), verhuurder)
    zaak.refresh_from_db()
    assert zaak.prioriteit == 1
    assert (zaak.prioriteit, zaak.volgorde, zaak.volgende_termijn) == voor
    assert zaak.termijnen.filter(regel__startswith="aanbod").count() == 1


def test_na_het_aanbod_begint_er_geen_termijn_voor_een_aanbod_meer(
    gemeente: Gemeente, zaak: Zaak, verhuurder: Organisatie, schrijf: Schrijf
) -> None:
    actions.bevestig_inwoner(gemeente.sanne, zaak.id, True)
    actions.leg_contactpoging_vast(
        gemeente.sanne, zaak.id, actions.Poging("Telefoon", VANDAAG, "Ochtend", True)
    )
    actions.doe_aanbod(gemeente.sanne, zaak.id, "telefoon", VANDAAG)
    lever_en_pak_op(gemeente, schrijf(rij(2, **HUUR, bedrag_achterstand="1500.00"), naam="h.csv"), verhuurder)
    zaak.refresh_from_db()
    assert zaak.prioriteit == 3
    assert not zaak.termijnen.filter(regel__startswith="aanbod", klaar__isnull=True).exists()


# --- feedback


def test_wie_niets_wil_horen_houdt_de_melding_afgerond(gemeente: Gemeente, zaak: Zaak) -> None:
    Partnerafspraak.objects.update(terugkoppeling=[])
    actions.rond_af(gemeente.sanne, zaak.id, "andere_reden", "agressie")
    assert actions.koppel_terug(gemeente.intake) == []
    zaak.refresh_from_db()
    assert zaak.stap == "gesloten"


def test_na_de_bewaartermijn_neemt_een_teruggekoppelde_melding_haar_laatste_stap(
    gemeente: Gemeente, zaak: Zaak
) -> None:
    actions.rond_af(gemeente.sanne, zaak.id, "andere_reden", "agressie")
    actions.koppel_terug(gemeente.intake)
    with time_machine.travel("2027-06-10T09:00:00+02:00"):
        uitvoerder.werk()
    zaak.refresh_from_db()
    assert (zaak.stap, zaak.betrokkenen.count()) == ("vernietigd", 0)


# --- what anyone may read


def test_de_openbare_regels_volgen_het_beleid_van_de_dag_en_noemen_elke_organisatie(
    gemeente: Gemeente, verhuurder: Organisatie
) -> None:
    naamgenoot = Organisatie.objects.create(soort="verhuurder", naam="De Sluis", kvk="99990012")
    Partnerafspraak.objects.create(
        gemeente=gemeente.organisatie, partner=naamgenoot, soort="huur", van=date(2026, 1, 1)
    )
    Partnerafspraak.objects.filter(partner=verhuurder).update(tot=date(2026, 11, 30))
    for versie, (vanaf, dagen, drempel) in enumerate(
        ((date(2026, 1, 1), 7, "75.00"), (date(2026, 12, 1), 4, "100.00")), 1
    ):
        regels = lees({"drempel": drempel, "opvolging": [{"klasse": 5, "werkdagen": dagen}]})
        Beleidsset.objects.create(
            gemeente=gemeente.organisatie, vanaf=vanaf, versie=versie, drempel_centen=regels.drempel.centen,
            regels=regels.draad(), vastgesteld_door="college", gemaakt=timezone.now(),
        )  # fmt: skip
    nu = Client().get("/vroegsignalering/regels/9901").content.decode()
    assert "binnen 7 werkdagen een aanbod" in nu
    assert "binnen 6 maanden dezelfde achterstand" in nu
    assert nu.count("De Sluis") == 2
    with time_machine.travel("2026-12-02T09:00:00+01:00"):
        straks = Client().get("/vroegsignalering/regels/9901").content.decode()
        assert queries.gepubliceerde_regels("9901", VANDAAG).regels.drempel == Bedrag(7_500)
    assert "binnen 4 werkdagen een aanbod" in straks
    assert "binnen 7 werkdagen" not in straks
    assert straks.count("De Sluis") == 1
    assert "100,00" in straks
