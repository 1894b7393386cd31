"""Every state machine of every scheme, explored in full."""

from __future__ import annotations

from dataclasses import fields
from itertools import product

import pytest

from samenhang.kernel.basis import Geweigerd
from samenhang.kernel.scheme import Proces, geinstalleerde_schemes
from samenhang.kernel.zaken.toestand import mogelijk

SCHEMES = list(geinstalleerde_schemes().values())
PROCESSEN = [(scheme, proces) for scheme in SCHEMES for proces in (scheme.zaak, *scheme.processen)]


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


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.naam)
def test_geen_bewaker_kan_ongemerkt_wegvallen(scheme) -> None:
    namen = [veld.name for veld in fields(scheme.feiten)]
    alle = [
        scheme.feiten(**dict(zip(namen, waarden, strict=True)))
        for waarden in product((False, True), repeat=len(namen))
    ]
    for overgang in scheme.zaak.overgangen:
        for bewaker in overgang.mits:
            anderen = [ander for ander in overgang.mits if ander is not bewaker]
            alleen_deze = [
                f for f in alle if not bewaker.voorwaarde(f) and all(ander.voorwaarde(f) for ander in anderen)
            ]
            assert alleen_deze, (
                f"{overgang.naam}: {bewaker.naam} houdt niets tegen wat een ander niet al tegenhoudt"
            )
            van = next(
                stap.naam for stap in scheme.zaak.stappen if overgang in tuple(scheme.zaak.vanuit(stap.naam))
            )
            with pytest.raises(Geweigerd) as fout:
                mogelijk(scheme.zaak, van, overgang.naam, overgang.door, alleen_deze[0])
            assert fout.value.code == bewaker.code
