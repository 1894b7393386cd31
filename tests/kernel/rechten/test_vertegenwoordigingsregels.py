"""Who may look on behalf of another, per register: the rows of the lawyer, the permits and the documentation say the same."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from samenhang.kernel.rechten.domain.vertegenwoordiging import (
    DOOR_DE_RECHTER,
    HOEDANIGHEDEN,
    OUDER,
    Regel,
    documenten_van,
)
from samenhang.kernel.rechten.vertegenwoordigingsregels import regels
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.toegang import Feiten, Verzoek, beslis
from samenhang.kernel.toegang.dimensies import INZAGE, VERTEGENWOORDIGER, VERTEGENWOORDIGT
from samenhang.kernel.toegang.geldend import beslistabel
from samenhang.kernel.toegang.voorwaarden import gunstig

DOC = Path(__file__).parents[3] / "docs" / "toegang.md"
NU = datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_elk_register_zegt_het_van_elke_hoedanigheid() -> None:
    assert {scheme for scheme, _ in regels()} <= set(geinstalleerde_schemes())
    assert {wie for _, wie in regels()} == set(HOEDANIGHEDEN)
    assert len(regels()) == len({scheme for scheme, _ in regels()}) * len(HOEDANIGHEDEN)
    assert all(regel.artikel and regel.bronstatus in ("bevestigd", "ongeverifieerd") for regel in regels().values())  # fmt: skip
    assert all(documenten_van(wie) for wie in HOEDANIGHEDEN)


@pytest.mark.parametrize("scheme", sorted({scheme for scheme, _ in regels()}))
def test_wat_de_wet_niet_geeft_is_geweigerd_en_anders_niet(scheme: str) -> None:
    """In every step and for every category; with the facts of that capacity, and none when it does not count."""
    tabel, sch = beslistabel(), geinstalleerde_schemes()[scheme]
    alles = tabel.bekend(scheme)
    mag = {wie for wie in HOEDANIGHEDEN if regels()[scheme, wie].mag}
    for wie in HOEDANIGHEDEN:
        ooit: set[str] = set()
        for stap in sch.zaakproces.stappen:
            verzoek = Verzoek(scheme, "", (VERTEGENWOORDIGER,), INZAGE, alles)
            vraag, feiten = gunstig(verzoek, VERTEGENWOORDIGT, stap.naam)
            feiten = _als(feiten, wie)
            besluit = beslis(vraag, feiten, tabel, NU)
            ooit |= besluit.leest
            assert besluit.leest | {naam for naam, _ in besluit.geweigerd} == alles
        assert bool(ooit) is (wie in mag), wie


def test_de_documentatie_heeft_dezelfde_tabel() -> None:
    tekst = DOC.read_text(encoding="utf-8")
    for regel in regels().values():
        assert _rij(regel) in tekst, _rij(regel)


def _als(feiten: Feiten, wie: str) -> Feiten:
    rechter = wie in DOOR_DE_RECHTER and any(
        regel.mag for (_, ander), regel in regels().items() if ander == wie
    )
    return feiten._replace(leeftijd=14 if wie == OUDER else None, maatregel=rechter)


def _rij(regel: Regel) -> str:
    mag = "yes" if regel.mag else "no"
    return (
        f"| {regel.scheme} | {regel.wie} | {mag}: {regel.waarom.en} | {regel.artikel} | {regel.bronstatus} |"
    )
