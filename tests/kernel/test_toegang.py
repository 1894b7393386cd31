"""The whole decision space of the installed schemes against the invariants, at every run."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang import Feiten, RegelsOnjuist, Verzoek, beslis, compileer
from samenhang.kernel.toegang.controle import overtredingen
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.poort import Toegang

NU = datetime(2026, 11, 24, 9, tzinfo=UTC)


def alle_cellen():
    tabel = beslistabel()
    for ruimte in tabel.ruimtes.values():
        for cel in ruimte.cellen():
            yield cel, tabel.geldend(cel, NU.date())


def leest(regels) -> frozenset[str]:
    return frozenset().union(*(regel.leest | regel.schrijft for regel in regels))


def test_de_hele_ruimte_voldoet_aan_de_invarianten(capsys: pytest.CaptureFixture[str]) -> None:
    begin = time.process_time()
    aantal = 0
    for cel, regels in alle_cellen():
        aantal += 1
        if not regels:
            continue
        mag = leest(regels)
        assert cel.rol != "beheerder", f"E4 beheerders zien niets: {cel}"
        assert cel.betrokkenheid != "geen", f"E5 zonder betrokkenheid niets: {cel}"
        assert cel.rol not in ("partner", "auditor", "fg", "beleid"), f"geen inhoud voor {cel.rol}: {cel}"
        if cel.betrokkenheid == "organisatie" and cel.doel == "werkverdeling":
            assert mag <= {"naw"}, f"werkverdeling toont alleen naw: {cel}"
            assert not any(regel.schrijft for regel in regels)
        if cel.stap == "gesloten" and cel.rol != "inwoner":
            assert "signaal" not in mag, f"E11 gesloten zaak: geen bedragen: {cel}"
        assert (cel.doel == "inzage") == (cel.rol == "inwoner"), f"E13 inzage alleen voor de inwoner: {cel}"
        assert (cel.rol == "inwoner") == (cel.betrokkenheid == "zelf"), cel
        assert all(regel.grondslag and regel.bron for regel in regels), (
            f"E17 elke regel noemt zijn grondslag: {cel}"
        )
    duur = time.process_time() - begin
    with capsys.disabled():
        print(f"\ntoegang: {aantal} cellen bewezen in {duur:.2f} s CPU")
    assert aantal > 10_000


def test_de_inwoner_ziet_in_elke_stap_alles_over_zichzelf() -> None:
    tabel = beslistabel()
    ruimte = tabel.ruimtes["vroegsignalering"]
    for stap in ruimte.stappen:
        verzoek = Verzoek("vroegsignalering", "", ("inwoner",), "inzage", frozenset(ruimte.categorieen))
        assert beslis(verzoek, Feiten("zelf", stap), tabel, NU).volledig, stap


def test_verleend_is_nooit_meer_dan_gevraagd() -> None:
    tabel = beslistabel()
    for cel, regels in alle_cellen():
        if regels:
            verzoek = Verzoek(cel.scheme, cel.organisatiesoort, (cel.rol,), cel.doel, frozenset({"naw"}))
            besluit = beslis(verzoek, Feiten(cel.betrokkenheid, cel.stap), tabel, NU)
            assert besluit.leest <= {"naw"}
            assert not besluit.schrijft


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


def test_niemand_maakt_zelf_een_toegang() -> None:
    with pytest.raises(TypeError):
        Toegang(object(), None, "vroegsignalering", None, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "regel",
    [
        "X._base_manager.all()",
        "X.objects.raw('select 1')",
        "connection.cursor()",
        "QuerySet(X)",
        "Toegang(1, 2)",
        "x.extra(1)",
    ],
)
def test_een_omweg_wordt_gevonden(regel: str, tmp_path) -> None:
    bestand = tmp_path / "omweg.py"
    bestand.write_text(regel)
    assert list(overtredingen(bestand))
