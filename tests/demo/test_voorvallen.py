"""What else happens in the demo world: each of these storylines, on its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from django.utils import timezone

from samenhang.demo import draaiboek, voorvallen
from samenhang.demo.wereld.modellen import (
    Adres,
    Deel,
    Familienaam,
    Geslacht,
    Huishouden,
    HuishoudenSoort,
    Inwoner,
    Naamgebruik,
    Verblijf,
    Woning,
)
from samenhang.demo.werkvloer import BESLUITEN
from samenhang.schemes.vroegsignalering import actions, queries
from tests.bouw import maak_gemeente, maak_paar


@pytest.mark.django_db
def test_een_samenvoeging_die_is_teruggenomen_blijft_wachten(schrijf: Callable[..., Path]) -> None:
    gemeente = maak_gemeente()
    paar = maak_paar(gemeente, schrijf)
    assert voorvallen.neem_samenvoeging_terug(gemeente.intake) is None
    actions.beoordeel(gemeente.intake, paar.id, True)
    terug = voorvallen.neem_samenvoeging_terug(gemeente.intake)
    assert terug == paar.id
    voorvallen.beoordeel_twijfel(gemeente.intake, Random(7), terug)
    assert queries.aantal_twijfelparen(gemeente.intake) == (1, 0)


def test_een_bezwaar_wordt_toegewezen_of_afgewezen_of_ligt_er_nog() -> None:
    verhalen = {draaiboek.schrijf(Random(zaad), "bezwaar")[-3:] for zaad in range(40)}
    besluiten = {(zet.hoe, zet.na > 30) for verhaal in verhalen for zet in verhaal if zet.wat == "besluit"}
    assert besluiten == {("toegewezen", False), ("afgewezen", False), ("afgewezen", True)}
    assert {hoe for hoe, _ in besluiten} == set(BESLUITEN)


@pytest.mark.django_db
def test_wie_op_de_brief_van_het_cak_reageert_krijgt_een_zaak_en_een_keer() -> None:
    gemeente = maak_gemeente()
    code = gemeente.organisatie.gemeentecode
    adres = Adres("Dorpsstraat", 7, "", "", "2901AB", "Waterrijk", code)
    inwoner = Inwoner(
        "p1", "h1", Geslacht.VROUW, ("Anna",), "Anna", Familienaam("de", "Boer"), None, Naamgebruik.EIGEN,
        date(1971, 3, 4), "0612345678", "anna@voorbeeld.example",
    )  # fmt: skip
    deel = Deel(
        nummer=0,
        huishoudens=(Huishouden("h1", HuishoudenSoort.ALLEEN, ("p1",), ()),),
        inwoners={"p1": inwoner},
        verblijven={"h1": (Verblijf("h1", Woning(adres, None), date(2020, 1, 1)),)},
        contracten=(), aanloop=(), leveringen=(), geweigerd=(),
    )  # fmt: skip
    dag = timezone.localdate()
    zaak_id = voorvallen.reageert_op_cak(gemeente.sanne, deel, code, dag)
    assert zaak_id is not None
    (persoon,) = queries.melding(gemeente.sanne, zaak_id).personen
    assert persoon.naam == "A. de Boer"
    assert voorvallen.reageert_op_cak(gemeente.sanne, deel, code, dag) is None
