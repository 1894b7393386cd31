"""The table of this deployment: compiled once, from the installed schemes and `rules/grondslagen`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from samenhang.kernel.basis.regelmap import regelmap
from samenhang.kernel.organisaties.models import ORGANISATIESOORTEN
from samenhang.kernel.scheme import geinstalleerde_schemes
from samenhang.kernel.scheme.register import scheme_pakket
from samenhang.kernel.toegang.grondslagen import laad_grondslagen
from samenhang.kernel.toegang.regels import Regel, laad_regels
from samenhang.kernel.toegang.tabel import Beslistabel, compileer
from samenhang.kernel.toegang.waarborgen import Waarborgen, laad_waarborgen


@cache
def beslistabel() -> Beslistabel:
    """The compiled table; raises `RegelsOnjuist` at start-up when a permit exceeds its ceiling.

    A scheme from outside this repository may bring its own `grondslagen/` folder beside its `toegang.toml`.
    """
    schemes = geinstalleerde_schemes()
    mappen = [regelmap() / "grondslagen"]
    regels: list[Regel] = []
    for naam in schemes:
        map_ = Path(str(files(scheme_pakket(naam))))
        regels += laad_regels(naam, map_ / "toegang.toml")
        if (map_ / "grondslagen").is_dir():
            mappen.append(map_ / "grondslagen")
    return compileer(schemes, regels, laad_grondslagen(*mappen), tuple(ORGANISATIESOORTEN))


@cache
def waarborgen() -> dict[str, Waarborgen]:
    """The safeguards of the installed schemes that have a `waarborgen.toml`."""
    gevonden = {}
    for naam, ruimte in beslistabel().ruimtes.items():
        bestand = Path(str(files(scheme_pakket(naam)))) / "waarborgen.toml"
        if bestand.is_file():
            gevonden[naam] = laad_waarborgen(ruimte, bestand)
    return gevonden
