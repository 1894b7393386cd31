"""Every state machine of every scheme, explored in full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from enum import Enum
from itertools import product
from typing import Any, get_type_hints

import pytest

from samenhang.kernel.basis import Geweigerd, Tekst
from samenhang.kernel.scheme import ALLE, Overgang, Proces, Stap, geinstalleerde_schemes
from samenhang.kernel.zaken.toestand import mogelijk

SCHEMES = list(geinstalleerde_schemes().values())
MET_ZAKEN = [scheme for scheme in SCHEMES if scheme.zaak is not None]
PROCESSEN = [(scheme, proces) for scheme in SCHEMES for proces in scheme.alle_processen]


def alle_feiten(soort: type[Any]) -> Iterator[Any]:
    """Every combination of facts: each field is a boolean or an enum."""
    hints = get_type_hints(soort)
    waarden = [
        tuple(hints[veld.name]) if issubclass(hints[veld.name], Enum) else (False, True)
        for veld in fields(soort)
    ]
    for combinatie in product(*waarden):
        yield soort(*combinatie)


def bereikbaar(proces: Proces, begin: str) -> set[str]:
    gezien, rand = {begin}, [begin]
    while rand:
        for overgang in proces.vanuit(rand.pop()):
            if overgang.naar not in gezien:
                gezien.add(overgang.naar)
                rand.append(overgang.naar)
    return gezien


@pytest.mark.parametrize(("scheme", "proces"), PROCESSEN, ids=lambda deel: getattr(deel, "naam", ""))
def test_elke_stap_is_bereikbaar_en_kan_eindigen(scheme, proces) -> None:
    assert bereikbaar(proces, proces.begin.naam) == {stap.naam for stap in proces.stappen}
    eind = {stap.naam for stap in proces.stappen if stap.eind}
    for stap in proces.stappen:
        assert bereikbaar(proces, stap.naam) & eind, stap.naam


@pytest.mark.parametrize("scheme", MET_ZAKEN, ids=lambda scheme: scheme.naam)
def test_elke_bewaker_houdt_iets_tegen_wat_geen_ander_tegenhoudt(scheme) -> None:
    alle = list(alle_feiten(scheme.feiten))
    for overgang in scheme.zaak.overgangen:
        van = next(
            stap.naam for stap in scheme.zaak.stappen if overgang in tuple(scheme.zaak.vanuit(stap.naam))
        )
        for bewaker in overgang.mits:
            anderen = [ander for ander in overgang.mits if ander is not bewaker]
            alleen_deze = next(
                (
                    f
                    for f in alle
                    if not bewaker.voorwaarde(f) and all(ander.voorwaarde(f) for ander in anderen)
                ),
                None,
            )
            assert alleen_deze is not None, f"{overgang.naam}: {bewaker.naam} is overbodig"
            with pytest.raises(Geweigerd) as fout:
                mogelijk(scheme.zaak, van, overgang.naam, overgang.door, alleen_deze)
            assert fout.value.code == bewaker.code


@pytest.mark.parametrize(("scheme", "proces"), PROCESSEN, ids=lambda deel: getattr(deel, "naam", ""))
def test_zonder_rol_neemt_niemand_een_stap(scheme, proces) -> None:
    for stap in proces.stappen:
        for overgang in proces.vanuit(stap.naam):
            with pytest.raises(Geweigerd) as fout:
                mogelijk(proces, stap.naam, overgang.naam, (), scheme.feiten())
            assert fout.value.code == "rol_ontbreekt"


@pytest.mark.parametrize(("scheme", "proces"), PROCESSEN, ids=lambda deel: deel.naam)
def test_doorlopen_zijn_de_stappen_waar_een_zaak_echt_was(scheme: Any, proces: Proces) -> None:
    """Along every path without a circle: what happened besides does not count."""
    te_gaan = [(proces.begin.naam, ())]
    while te_gaan:
        stap, genomen = te_gaan.pop()
        was = proces.doorlopen([*genomen, "schuld vastgelegd"])
        assert stap in was
        assert len(was) == len({proces.begin.naam, *(proces.overgang(naam).naar for naam in genomen)})
        verder = [o for o in proces.vanuit(stap) if o.naar not in was]
        te_gaan += [(o.naar, (*genomen, o.naam)) for o in verder[:2]]


def test_een_stap_naast_de_hoofdweg_staat_waar_men_hem_ingaat_en_een_einde_achteraan() -> None:
    def stap(naam: str, **meer: bool) -> Stap:
        return Stap(naam, Tekst(naam, naam), **meer)

    def naar(doel: str, *van: str) -> Overgang:
        return Overgang(f"naar_{doel}", Tekst(doel, doel), van, doel)

    proces = Proces(
        "zaak",
        (stap("a", begin=True), stap("b"), stap("c"), stap("zij"), stap("weg", eind=True), stap("los")),
        (naar("b", "a"), naar("c", "b"), naar("zij", "a", "b"), naar("weg", "a"), naar("los", *ALLE)),
    )
    gezien = {
        naam: [deel.naam for deel in proces.weg(("a", "b", "c"), naam)] for naam in ("b", "zij", "weg", "los")
    }
    assert gezien == {
        "b": ["a", "b", "c"],
        "zij": ["a", "b", "zij", "c"],
        "weg": ["a", "b", "c", "weg"],
        "los": ["a", "b", "c", "los"],
    }
