"""A copy forgets no column: each table that a resident may read has words for what it holds, in both languages."""

from __future__ import annotations

import pytest

from samenhang.kernel.inzage.samenstellen import _INZAGES, inzage_van, tabellen
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang.dimensies import INZAGE
from samenhang.kernel.toegang.geldend import beslistabel


def leest(scheme: str) -> frozenset[str]:
    return frozenset().union(
        *(
            regel.leest
            for regel in beslistabel().regels.values()
            if regel.scheme == scheme and INZAGE in regel.doelen and ("inwoner", "zelf") in regel.wie
        )
    )


def test_elk_register_met_personen_geeft_een_kopie() -> None:
    """Early detection makes its own; every other one of which a resident may read something has words."""
    zelf = {naam for naam in geinstalleerde_schemes() if leest(naam)}
    assert zelf - {"vroegsignalering"} == set(_INZAGES) & set(geinstalleerde_schemes())


@pytest.mark.parametrize("scheme", sorted(_INZAGES))
def test_elke_tabel_en_kolom_heeft_woorden(scheme: str) -> None:
    inzage, mag = inzage_van(scheme), leest(scheme)
    gezien: set[str] = set()
    for model in tabellen(scheme):
        if model.CATEGORIE not in mag:
            continue
        assert inzage.titel(model).nl, model.__name__
        for kolom in inzage.kolommen_van(model):
            assert inzage.woord(kolom.name).en, f"{model.__name__}.{kolom.name}"
            gezien.add(kolom.name)
    assert set(inzage.kolommen) <= gezien, "een woord voor een kolom die er niet is"
    for plek in inzage.zonder:
        tabel, kolom = plek.split(".")
        assert any(
            model.__name__ == tabel and kolom in {k.name for k in model._meta.concrete_fields}
            for model in tabellen(scheme)
        ), plek
