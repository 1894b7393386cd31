"""The decision: reasons, duties, the second reader, the day of the law, and ceilings that stop the start."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang import Feiten, RegelsOnjuist, Verzoek, beslis, compileer
from samenhang.kernel.toegang.geldend import beslistabel

NU = datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_de_inwoner_ziet_in_elke_stap_alles_over_zichzelf() -> None:
    tabel = beslistabel()
    ruimte = tabel.ruimtes["vroegsignalering"]
    for stap in ruimte.bestaand:
        verzoek = Verzoek("vroegsignalering", "", ("inwoner",), "inzage", frozenset(ruimte.categorieen))
        assert beslis(verzoek, Feiten("zelf", stap), tabel, NU).volledig, stap


def test_een_grondslag_die_niet_geldt_geeft_niets() -> None:
    tabel = beslistabel()
    dicht = {naam: replace(grondslag, status="ontwerp") for naam, grondslag in tabel.grondslagen.items()}
    leeg = compileer(geinstalleerde_schemes(), list(tabel.regels.values()), dicht, tuple(ORGANISATIESOORTEN))
    verzoek = Verzoek("vroegsignalering", "gemeente", ("vroegsignaleerder",), "opvolging", frozenset({"naw"}))
    besluit = beslis(verzoek, Feiten("behandelaar", "open"), leeg, NU)
    assert besluit.geweigerd == (("naw", "grondslag_niet_in_werking"),)


@pytest.mark.parametrize(
    ("verandering", "wat"),
    [
        ({"organisaties": ("verhuurder",)}, "andere organisatie"),
        ({"wie": (("beheerder", "behandelaar"),)}, "andere rol"),
        ({"doelen": ("toezicht",)}, "ander doel"),
        (
            {
                "leest": frozenset({"naw", "contact", "signaal", "opvolging", "uitkomst"}),
                "wie": (("intake", "organisatie"),),
            },
            "andere betrokkenheid",
        ),
    ],
)
def test_een_regel_boven_het_plafond_start_niet(verandering: dict[str, object], wat: str) -> None:
    tabel = beslistabel()
    regel = replace(tabel.regels["vs-behandelaar-volgt-op"], **verandering)
    with pytest.raises(RegelsOnjuist, match="plafond"):
        compileer(geinstalleerde_schemes(), [regel], tabel.grondslagen, tuple(ORGANISATIESOORTEN))


@pytest.mark.parametrize(
    ("rollen", "betrokkenheid", "stap", "reden"),
    [
        (("vroegsignaleerder",), "organisatie", "open", "niet_betrokken"),
        (("vroegsignaleerder",), "behandelaar", "gesloten", "stap"),
        (("beheerder",), "organisatie", "open", "geen_grondslag"),
    ],
)
def test_een_weigering_zegt_waarom(
    rollen: tuple[str, ...], betrokkenheid: str, stap: str, reden: str
) -> None:
    verzoek = Verzoek("vroegsignalering", "gemeente", rollen, "opvolging", frozenset({"signaal"}))
    assert beslis(verzoek, Feiten(betrokkenheid, stap), beslistabel(), NU).geweigerd == (("signaal", reden),)


def test_de_reden_bij_een_onbekend_soort_gegeven() -> None:
    verzoek = Verzoek("vroegsignalering", "gemeente", ("vroegsignaleerder",), "opvolging", frozenset({"bsn"}))
    besluit = beslis(verzoek, Feiten("behandelaar", "open"), beslistabel(), NU)
    assert besluit.geweigerd == (("bsn", "categorie_onbekend"),)


def test_wie_opvolgt_moet_informeren_en_die_termijn_bestaat() -> None:
    verzoek = Verzoek("vroegsignalering", "gemeente", ("vroegsignaleerder",), "opvolging", frozenset({"naw"}))
    besluit = beslis(verzoek, Feiten("behandelaar", "open"), beslistabel(), NU)
    assert besluit.plichten == ("informeren",)
    assert geinstalleerde_schemes()["vroegsignalering"].termijn("informeren").artikel == "AVG art. 14 lid 3"


def met_regel(**anders: object):
    tabel = beslistabel()
    regel = replace(tabel.regels["vs-behandelaar-volgt-op"], **anders)
    return compileer(geinstalleerde_schemes(), [regel], tabel.grondslagen, tuple(ORGANISATIESOORTEN))


def test_een_tweede_lezer_opent_wat_zonder_hem_dicht_is() -> None:
    tabel = met_regel(tweede_lezer=True)
    verzoek = Verzoek(
        "vroegsignalering", "gemeente", ("vroegsignaleerder",), "opvolging", frozenset({"naw"}), frozenset({"uitkomst"})
    )  # fmt: skip
    alleen = beslis(verzoek, Feiten("behandelaar", "open"), tabel, NU)
    assert alleen.geweigerd == (("naw", "tweede_lezer"), ("uitkomst", "tweede_lezer"))
    assert alleen.plichten == ("tweede_lezer",)
    assert beslis(verzoek, Feiten("behandelaar", "open", tweede_lezer=True), tabel, NU).volledig


def test_een_regel_start_alleen_een_termijn_die_het_scheme_kent() -> None:
    with pytest.raises(RegelsOnjuist, match="nergens"):
        met_regel(volgt=("nergens",))


@pytest.mark.parametrize(
    ("moment", "mag"),
    [
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), True),
        (datetime(2027, 1, 1, 0, 0, tzinfo=timezone(timedelta(hours=5))), False),
    ],
)
def test_een_wet_gaat_in_op_de_dag_in_nederland(moment: datetime, mag: bool) -> None:
    tabel = beslistabel()
    later = {n: replace(g, geldig_van=date(2027, 1, 1)) for n, g in tabel.grondslagen.items()}
    nieuw = compileer(geinstalleerde_schemes(), list(tabel.regels.values()), later, tuple(ORGANISATIESOORTEN))
    verzoek = Verzoek("vroegsignalering", "gemeente", ("vroegsignaleerder",), "opvolging", frozenset({"naw"}))
    assert beslis(verzoek, Feiten("behandelaar", "open"), nieuw, moment).volledig is mag


def test_de_hash_verandert_met_regels_en_plafonds_en_niet_met_hun_volgorde() -> None:
    tabel = beslistabel()
    regels, soorten = list(tabel.regels.values()), tuple(ORGANISATIESOORTEN)
    schemes = geinstalleerde_schemes()
    assert compileer(schemes, regels[::-1], tabel.grondslagen, soorten).hash == tabel.hash
    assert compileer(schemes, regels[1:], tabel.grondslagen, soorten).hash != tabel.hash
    wet = tabel.grondslagen["avg-15"]
    eerste, *rest = wet.plafonds
    ruimer = replace(wet, plafonds=(replace(eerste, doelen=eerste.doelen | {"toezicht"}), *rest))
    anders = {**tabel.grondslagen, "avg-15": ruimer}
    assert compileer(schemes, regels, anders, soorten).hash != tabel.hash
