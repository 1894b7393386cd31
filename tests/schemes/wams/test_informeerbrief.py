"""The letter about a report: what it says, to whom, and whom it never names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from samenhang.kernel.basis import Geweigerd
from samenhang.schemes.wams import queries
from samenhang.schemes.wams.stukken.informeerbrief import Informeerbrief, zet
from tests.schemes.wams import wereld as w
from tests.schemes.wams.test_planstuk import tekst

BRIEF = Informeerbrief(
    gemeente="Waterrijk",
    nummer="WM26-ABCDEF1",
    naam="Ria de Wit",
    adres=("Kade 1", "1234AB Waterrijk"),
    namens=False,
    wie="Fatima Haddou",
    artikelen=("Wmo 2015 art. 2.3.2",),
    jaren=15,
    uitgesteld=False,
    dag=date(2026, 11, 24),
)


def woorden(pdf: bytes) -> str:
    return " ".join(tekst(pdf).split())


def test_hij_zegt_wie_waarom_hoe_lang_en_wat_iemand_kan_doen() -> None:
    inhoud = woorden(zet(BRIEF, "nl"))
    for deel in (
        "Beste Ria de Wit",
        "Kade 1",
        "24 november 2026",
        "Wmo 2015 art. 2.3.2",
        "15 jaar",
        "bezwaar",
        "Autoriteit Persoonsgegevens",
    ):
        assert deel in inhoud
    assert "translation" not in inhoud
    assert "later dan anders" not in inhoud
    assert "later dan anders" in woorden(zet(replace(BRIEF, uitgesteld=True), "nl"))
    assert zet(BRIEF, "nl") == zet(BRIEF, "nl"), "dezelfde gegevens, dezelfde bytes"


def test_achter_de_brief_staat_desgevraagd_het_engels_en_een_klein_kind_schrijven_wij_niet() -> None:
    engels = woorden(zet(BRIEF, "en"))
    assert "Beste Ria de Wit" in engels
    assert "24 November 2026" in engels
    kind = woorden(zet(replace(BRIEF, namens=True, naam="Noor de Wit"), "en"))
    assert "Aan de ouder(s) of voogd van Noor de Wit" in kind
    assert "Dear parent or guardian of Noor de Wit" in kind


@pytest.mark.django_db
def test_alleen_wie_behandelt_en_alleen_over_wie_de_zaak_gaat() -> None:
    g = w.maak_gemeente()
    zaak, wie = w.in_plan(g)
    karin = w.als(g.karin)
    inhoud = woorden(queries.informeerbrief(karin, zaak.id, wie["moeder"]))
    for ander in ("Jan", "Daan"):
        assert ander not in inhoud
    for persoon, taal, code in (
        (wie["vader"], "nl", "geen_brief"),
        (w.UUID(int=1), "nl", "persoon_onbekend"),
        (wie["moeder"], "fr", "taal_onbekend"),
    ):
        with pytest.raises(Geweigerd) as fout:
            queries.informeerbrief(karin, zaak.id, persoon, taal)
        assert fout.value.code == code
    with pytest.raises(Geweigerd):
        queries.informeerbrief(w.als(g.piet), zaak.id, wie["moeder"])
