"""Every operation of a scheme has a name that the person it is about can read, in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import samenhang
from samenhang.kernel.basis import Tekst
from samenhang.kernel.logboek.woorden import ALGEMEEN, ENGELS, doel, handeling, verwerking
from samenhang.kernel.scheme import Scheme, geinstalleerde_schemes
from samenhang.kernel.scheme.register import scheme_pakket

SRC = Path(samenhang.__file__).parent
SCHRIJFWIJZEN = ("SCHEME", "SCHEME.naam", "NAAM")
DEMO = {"vroegsignalering": (SRC / "demo",)}
"""The demo measures on its own world, as the scheme that it plays."""
OMHULSELS = {"action", "query", "inzien", "operatie"}


def namen(map_: Path, scheme: str) -> Iterator[str]:
    """The names of the operations under a folder whose scheme is written as `scheme`."""
    for pad in map_.rglob("*.py"):
        yield from (naam for wijze, naam in _omhuld(pad) if wijze == scheme)


@cache
def _omhuld(pad: Path) -> list[tuple[str, str]]:
    """Of each operation in a file how its scheme is written, and its name."""
    gevonden = []
    for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
        if not isinstance(knoop, ast.Call) or len(knoop.args) < 2:
            continue
        geroepen = getattr(knoop.func, "id", getattr(knoop.func, "attr", ""))
        naam = knoop.args[1]
        if geroepen in OMHULSELS and isinstance(naam, ast.Constant):
            gevonden.append((ast.unparse(knoop.args[0]), str(naam.value)))
    return gevonden


@pytest.mark.parametrize("scheme", geinstalleerde_schemes().values(), ids=lambda scheme: scheme.naam)
def test_elke_verwerking_van_een_scheme_heeft_woorden_en_elk_woord_een_verwerking(scheme: Scheme) -> None:
    map_ = Path(str(import_module(scheme_pakket(scheme.naam)).__file__)).parent
    eigen = {
        naam
        for hier in (map_, *DEMO.get(scheme.naam, ()))
        for wijze in SCHRIJFWIJZEN
        for naam in namen(hier, wijze)
    }
    assert eigen or scheme.zaak is None  # what only computes does nothing to anyone
    assert set(scheme.verwerkingen) == eigen
    for naam in eigen:
        tekst = verwerking(scheme.naam, naam)
        assert tekst.nl != tekst.en, naam
        assert not tekst.nl.endswith("."), naam


def test_elke_handeling_heeft_een_engelse_naam_en_elke_naam_een_handeling() -> None:
    """What the house does itself: what an administrator, a login, a duty or an auditor starts."""
    huis = {
        naam
        for wijze in ("KERNEL", "'kernel'", "zaak.scheme", "persoon.scheme")
        for naam in namen(SRC, wijze)
    }
    assert huis <= set(ENGELS)
    for scheme in geinstalleerde_schemes().values():
        assert set(scheme.engels) <= set(scheme.verwerkingen), "een Engelse naam zonder handeling"
        for naam in (*scheme.verwerkingen, *ENGELS):
            assert handeling(scheme.naam, naam) == Tekst(naam, handeling(scheme.naam, naam).en)
            assert handeling(scheme.naam, naam).en != naam


def test_wat_de_kernel_in_een_zaak_doet_heeft_ook_woorden() -> None:
    eigen = set(namen(SRC / "kernel", "zaak.scheme"))
    assert eigen
    assert eigen <= set(ALGEMEEN)


def test_elk_doel_heeft_woorden() -> None:
    for scheme in geinstalleerde_schemes().values():
        for naam in (scheme.doel, *scheme.doelen):
            assert doel(scheme.naam, naam).nl != doel(scheme.naam, naam).en, naam
