"""The published follow-up rules are what the code does: order, term and look-back come from the policy of the day."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.utils import timezone

from samenhang.kernel.basis import Bedrag
from samenhang.kernel.kalender import standaardkalender
from samenhang.kernel.zaken.models import Zaak
from samenhang.schemes.vroegsignalering import actions
from samenhang.schemes.vroegsignalering.domain.beleidsregels import STANDAARD, Beleidsregels, lees
from samenhang.schemes.vroegsignalering.domain.opvolging import Gegeven, Prioriteit, prioriteit, soort_melding
from samenhang.schemes.vroegsignalering.models import Beleidsset
from tests.bouw import lever, maak_gemeente, rij

DAG = date(2026, 11, 24)
HUUR = Gegeven("H-1", "p", "huur", "achterstand", Bedrag(60_000), DAG)
DREIGING = replace(HUUR, dreiging="ontruiming", datum_dreiging=date(2026, 12, 8))


def klasse(signaal: Gegeven, regels: Beleidsregels = STANDAARD) -> Prioriteit:
    return prioriteit([signaal], frozenset({"enkelvoudig"}), DAG, standaardkalender(), regels=regels)


def test_de_huurgrens_en_de_spoeddagen_van_het_beleid_bepalen_de_volgorde() -> None:
    streng = lees({"huurgrens": "500.00", "spoedWerkdagen": 5})
    assert (klasse(HUUR).klasse, klasse(HUUR, streng).klasse) == (5, 3)
    assert (klasse(DREIGING).klasse, klasse(DREIGING, streng).klasse) == (1, 2)
    assert Bedrag(50_000).scherm() in klasse(HUUR, streng).reden.nl


def test_honderd_keer_geschud_is_dezelfde_volgorde() -> None:
    """Households, each with some signals, in any order and with the signals of each in any order."""
    t = random.Random(18)
    huishoudens = [
        [
            replace(
                HUUR,
                signaal_id=f"{huis}-{n}",
                partner=t.choice("pqr"),
                partner_soort=t.choice(("huur", "energie")),
                bedrag=Bedrag(t.randrange(7_500, 300_000)),
                datum_signaal=DAG - timedelta(t.randrange(60)),
                datum_dreiging=t.choice((None, None, DAG + timedelta(t.randrange(1, 60)))),
            )
            for n in range(t.randint(1, 4))
        ]
        for huis in range(40)
    ]

    def werkvolgorde() -> list[tuple[int, date, str]]:
        uit = []
        for signalen in huishoudens:
            p = prioriteit(signalen, soort_melding(signalen, []), DAG, standaardkalender())
            uit.append((p.klasse, p.volgorde, min(signaal.signaal_id for signaal in signalen)))
        return sorted(uit)

    eerste = werkvolgorde()
    assert len({klasse for klasse, _, _ in eerste}) > 2
    for _ in range(100):
        t.shuffle(huishoudens)
        for signalen in huishoudens:
            t.shuffle(signalen)
        assert werkvolgorde() == eerste


def test_elke_groep_heeft_de_werkdagen_van_de_tabel() -> None:
    regels = lees({"opvolging": [{"klasse": 5, "werkdagen": 7}]})
    assert (klasse(HUUR).werkdagen, klasse(HUUR, regels).werkdagen) == (20, 7)


def test_opeenvolgend_kijkt_zo_ver_terug_als_het_beleid_zegt() -> None:
    eerder = [date(2026, 8, 20)]
    assert soort_melding([HUUR], eerder) == {"opeenvolgend"}
    assert soort_melding([HUUR], eerder, lees({"terugkijkMaanden": 3})) == {"enkelvoudig"}


@pytest.mark.django_db
def test_het_beleid_van_de_dag_geeft_de_termijn_en_later_beleid_verandert_niets(
    schrijf: Callable[..., Path],
) -> None:
    gemeente = maak_gemeente()
    for versie, (vanaf, dagen) in enumerate(((date(2026, 1, 1), 7), (date(2026, 12, 1), 3)), 1):
        regels = lees({"opvolging": [{"klasse": 5, "werkdagen": dagen}]})
        Beleidsset.objects.create(
            gemeente=gemeente.organisatie,
            vanaf=vanaf,
            versie=versie,
            drempel_centen=regels.drempel.centen,
            regels=regels.draad(),
            vastgesteld_door="college",
            gemaakt=timezone.now(),
        )
    lever(gemeente, schrijf(rij(1)))
    assert actions.pak_signalen_op(gemeente.intake) == 1
    zaak = Zaak.objects.get()
    actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")
    termijn = zaak.termijnen.get(regel="aanbod_5")
    kalender = standaardkalender()
    assert kalender.werkdagen_tussen(termijn.start, termijn.einde) == 7
    with time_machine.travel("2026-12-02T09:00:00+01:00"):
        actions.schort_op(gemeente.sanne, zaak.id, "de inwoner is op reis")
        actions.hervat(gemeente.sanne, zaak.id, "de inwoner is terug")
    termijn.refresh_from_db()
    # The day it stood still comes on top; the policy of December does not touch it.
    assert kalender.werkdagen_tussen(termijn.start, termijn.einde) == 8
