"""A municipality with one case in the hands of Sanne, built once for a whole module; each test gets it as it was.

A module imports `stand`, `gemeente` and `zaak`; one that wants another case has a `stand` of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.bouw import Gemeente, lever, maak_gemeente, rij, schrijf_levering

Stand = tuple[Gemeente, Any]
"""The municipality and the number of its case."""


def gemeente_met_zaak(map_: Path, *rijen: dict[str, str], bij_sanne: bool = True) -> Stand:
    """A municipality with the case that `maak_zaak` makes."""
    gemeente = maak_gemeente()
    return gemeente, maak_zaak(gemeente, map_, *rijen, bij_sanne=bij_sanne).id


def maak_zaak(gemeente: Gemeente, map_: Path, *rijen: dict[str, str], bij_sanne: bool = True) -> Any:
    """Deliver rows (one, when none are given), take them up as one case, and give that to Sanne."""
    from samenhang.kernel.zaken.models import Zaak
    from samenhang.schemes.vroegsignalering import actions

    lever(gemeente, schrijf_levering(map_ / "levering.csv", *rijen or (rij(1),)))
    actions.pak_signalen_op(gemeente.intake)
    zaak = Zaak.objects.get()
    if bij_sanne:
        actions.wijs_toe(gemeente.sanne, [zaak.id], gemeente.sanne.medewerker_id, "mijn wijk")
    return Zaak.objects.get()


@pytest.fixture(scope="module")
def stand(blijvend: Callable[[Callable[[Path], Stand]], Stand]) -> Stand:
    """What stands for the module."""
    return blijvend(gemeente_met_zaak)


@pytest.fixture
def gemeente(stand: Stand, db: None) -> Gemeente:
    """The municipality; what a test changes on it is gone after the test."""
    return deepcopy(stand[0])


@pytest.fixture
def zaak(stand: Stand, db: None) -> Any:
    """The case, fresh from the database."""
    from samenhang.kernel.zaken.models import Zaak

    return Zaak.objects.get(id=stand[1])
